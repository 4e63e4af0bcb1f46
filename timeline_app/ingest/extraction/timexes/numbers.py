"""Numbers in figures and in words: "24", "2 1/2", "twenty-four", "two and a half", "several"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

VAGUE: Final = "X"
"""The value of a number that is not said."""

_FRACTIONS = {"½": 0.5, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "¼": 0.25, "¾": 0.75}


class NumberWords:
    """The number words of a language, as the source of an expression and a way to read what it matched."""

    def __init__(
        self, words: Mapping[str, int], vague: Mapping[str, float | str], settings: Mapping[str, Sequence[str]]
    ) -> None:
        self._words = words
        self._vague = vague
        word = _any_of(words) + "(?![^\\W_])"
        joint = _any_of(settings["number_joints"])
        self._scores = frozenset(settings["scores"])
        spoken = f"{word}(?:{joint}(?:{'|'.join([word, *self._scores])})){{0,5}}"
        figures = r"(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?:\.\d{1,2})?(?![\d,])"
        half = f"(?:{_any_of(settings['halves'])}| 1/2| 1/4| 3/4|½|¼|¾)"
        large = _any_of(w for w, n in words.items() if n >= 100)
        one = f"(?:{figures}|{_any_of(settings['number_articles'])} {large}|{spoken}|{_any_of(vague)})"
        self.source = f"{one}{half}?(?:{_any_of(settings['number_ranges'])}{one})?"
        self._half = re.compile(_any_of(settings["halves"]) + "$")
        teens = [w for w, n in words.items() if 10 <= n < 20]
        tens = [w for w, n in words.items() if 20 <= n < 100]
        ones = [w for w, n in words.items() if n < 10]
        tail = f"(?:{_any_of(tens)}(?:[ -]{_any_of(ones)})?|{_any_of(teens)})"
        thousand = [w for w, n in words.items() if n == 1000]
        two = [w for w, n in words.items() if n == 2]
        hundred = [w for w, n in words.items() if n == 100]
        small = f"(?:{tail}|{_any_of(ones)})"
        pairs = f"{_any_of(teens)} {tail}"
        if settings["year_joints"]:
            pairs += f"|{_any_of(teens)} {_any_of(settings['year_joints'])} {_any_of(ones)}"
        hundreds = f"{_any_of(teens)} {_any_of(hundred)}(?: and)? {small}"
        one_word = [w for w, n in words.items() if n == 1]
        thousands = (
            f"{_any_of(one_word)} {_any_of(thousand)},? {_any_of(ones)} {_any_of(hundred)}(?:(?: and)? {small})?"
        )
        later = f"{_any_of(two)} {_any_of(thousand)}(?:(?: and)? {small})?"
        self.year_source = f"(?:{hundreds}|{pairs}|{thousands}|{later})"
        self.year_firsts = frozenset([*teens, *two, *one_word])
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
        if half := self._half.search(text):
            text, extra = text[: half.start()], 0.5
        total = extra + (float(text.replace(",", "")) if text[0].isdigit() else self._spoken(text))
        return int(total) if total == int(total) else total

    def year_value(self, text: str) -> int:
        """Read a year said in two pairs, "nineteen ninety-six", or in thousands."""
        head, _, tail = text.partition(" ")
        if self._words[head] < 10 or self._words.get(tail.partition(" ")[0]) == 100:
            return int(self._spoken(text))
        return self._words[head] * 100 + int(self._spoken(tail))

    def _spoken(self, text: str) -> float:
        total = group = 0
        for word in re.findall(r"[^\W\d_]+", text):
            number = self._words.get(word)
            if word in self._scores:
                group *= 20
            if number is None:
                continue
            if number == 1000:
                total, group = total + max(group, 1) * 1000, 0
            elif number == 100:
                group = max(group, 1) * 100
            else:
                group += number
        return total + group


def _any_of(texts: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True)) + ")"
