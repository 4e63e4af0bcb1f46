"""Numbers in figures and in words: "24", "2 1/2", "twenty-four", "two and a half", "several"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VAGUE: Final = "X"
"""The value of a number that is not said."""

_FRACTIONS = {"½": 0.5, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "¼": 0.25, "¾": 0.75}


class NumberWords:
    """The number words of a language, as the source of an expression and a way to read what it matched."""

    def __init__(self, words: Mapping[str, int], vague: Mapping[str, float | str], joints: Iterable[str]) -> None:
        self._words = words
        self._vague = vague
        word = "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")(?![^\\W_])"
        joint = "(?:" + "|".join(sorted(joints, key=len, reverse=True)) + ")"
        spoken = f"{word}(?:{joint}{word}){{0,5}}"
        figures = r"(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?:\.\d{1,2})?(?![\d,])"
        half = r"(?:(?: and a|-and-a-| and )[ -]?half| 1/2| 1/4| 3/4|½|¼|¾)"
        one = f"(?:{figures}|(?:an? )?{spoken}|{'|'.join(sorted(vague, key=len, reverse=True))})"
        self.source = f"{one}{half}?(?:(?: to | or |-to-|-){one})?"
        teens = [w for w, n in words.items() if 10 < n < 20]
        tens = [w for w, n in words.items() if 20 <= n < 100]
        ones = [w for w, n in words.items() if n < 10]
        tail = f"(?:(?:{'|'.join(tens)})(?:[ -](?:{'|'.join(ones)}))?|{'|'.join(teens)}|ten)"
        thousand = next((w for w, n in words.items() if n == 1000), "")
        two = next((w for w, n in words.items() if n == 2), "")
        self.year_source = f"(?:(?:{'|'.join(teens)}) {tail}|{two} {thousand}(?: and)?(?: {'|'.join(ones)})?)"
        self.year_firsts = frozenset(teens) | {two}
        self._first = re.compile(f"{one}{half}?")

    def value(self, text: str) -> float | str:
        """Return the number, or `VAGUE`; of "two to three" the first."""
        match = self._first.match(text)
        assert match is not None
        text = " ".join(match[0].split())
        if text in self._vague:
            return self._vague[text]
        extra = 0.0
        for sign, part in _FRACTIONS.items():
            if text.endswith(sign):
                text, extra = text.removesuffix(sign).strip(), part
        if "half" in text:
            text, extra = re.split(r"[ -]and\b", text)[0], 0.5
        total = extra + (float(text.replace(",", "")) if text[0].isdigit() else self._spoken(text))
        return int(total) if total == int(total) else total

    def year_value(self, text: str) -> int:
        """Read a year said in two pairs, "nineteen ninety-six", or in thousands."""
        head, _, tail = text.partition(" ")
        if self._words[head] < 10:
            return int(self._spoken(text))
        return self._words[head] * 100 + int(self._spoken(tail))

    def _spoken(self, text: str) -> float:
        total = group = 0
        for word in re.findall(r"[^\W\d_]+", text):
            number = self._words.get(word)
            if number is None:
                continue
            if number == 1000:
                total, group = total + max(group, 1) * 1000, 0
            elif number == 100:
                group = max(group, 1) * 100
            else:
                group += number
        return total + group
