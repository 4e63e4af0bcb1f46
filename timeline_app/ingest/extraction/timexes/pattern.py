r"""The small language in which the rules' patterns are written, compiled to regular expressions.

========================  ==========================================================================
``word``                  itself
a blank                   one blank or several
``{slot}``                one of the words or numbers of a slot of the lexicon; its value goes to the normaliser
``{name=slot}``           the same under another name, where a slot occurs twice
``[...]``                 may be left out
``(this|that)``           one of them
``\(``                    a mark itself
========================  ==========================================================================

Besides the expression, a compiled pattern knows the words that it can begin with (its FIRST set, in the terms of parsing): the
matcher tries a pattern at those words only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = re.compile(
    r"\{(?:(?P<name>\w+)=)?(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<blank> +)|(?P<text>(?:\\.|[^\\\[\]()|{} ])+)"
)
WORD = re.compile(r"[a-z\u00df-\u024f]+|[0-9]+")
"""A word of a folded text, or a number."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What can fill a slot: the source of a regular expression without groups, and the first words that it can match."""

    source: str
    firsts: frozenset[str]


@dataclass(frozen=True)
class Pattern:
    """A pattern, read; it becomes a regular expression when it is first tried.

    `slots` pairs the names of its groups with the slots that they take; `firsts` are lower-case words, or "#n" for a number of n
    digits.
    """

    source: str
    slots: tuple[tuple[str, str], ...]
    firsts: frozenset[str]

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """The method that matches the pattern at a place of a folded text."""
        return re.compile(self.source).match


def first_words(text: str) -> frozenset[str]:
    """Return the first word of a literal text as a FIRST set, empty where the text has no word."""
    match = WORD.search(text)
    return frozenset() if match is None else frozenset({word_class(match[0])})


def word_class(word: str) -> str:
    """Return the word, or "#n" for a number of n digits."""
    return f"#{len(word)}" if word[0].isdigit() else word


def read_pattern(text: str, slots: Mapping[str, Slot]) -> Pattern:
    """Read a pattern.

    Raises:
        ValueError: A bracket is not closed, or a slot is not in the lexicon.
    """
    parser = _Parser(text, slots)
    source, firsts, _ = parser.alternatives()
    if parser.position != len(parser.tokens):
        raise ValueError(f"unbalanced pattern: {text}")
    return Pattern(f"{source}(?![^\\W_])", tuple(parser.used), firsts)


class _Parser:
    """Recursive descent; every method returns the source, the FIRST set and whether the part can be empty."""

    def __init__(self, text: str, slots: Mapping[str, Slot]) -> None:
        self.tokens = list(_TOKEN.finditer(text))
        if "".join(token[0] for token in self.tokens) != text:
            raise ValueError(f"not a pattern: {text}")
        self.slots = slots
        self.position = 0
        self.used: list[tuple[str, str]] = []

    def alternatives(self) -> tuple[str, frozenset[str], bool]:
        source, firsts, empty = self.sequence()
        sources = [source]
        while self._at("|"):
            self.position += 1
            source, more, also_empty = self.sequence()
            sources.append(source)
            firsts |= more
            empty = empty or also_empty
        return (sources[0] if len(sources) == 1 else f"(?:{'|'.join(sources)})"), firsts, empty

    def sequence(self) -> tuple[str, frozenset[str], bool]:
        sources: list[str] = []
        firsts: frozenset[str] = frozenset()
        open_start = True
        while self.position < len(self.tokens) and self.tokens[self.position]["mark"] not in ("]", ")", "|"):
            source, more, empty = self._item()
            sources.append(source)
            if open_start:
                firsts |= more
                open_start = empty
        return "".join(sources), firsts, open_start

    def _item(self) -> tuple[str, frozenset[str], bool]:
        token = self.tokens[self.position]
        self.position += 1
        if token["mark"]:
            source, firsts, empty = self.alternatives()
            self._expect("]" if token["mark"] == "[" else ")")
            return (f"(?:{source})?", firsts, True) if token["mark"] == "[" else (f"(?:{source})", firsts, empty)
        if token["blank"]:
            return " {1,3}", frozenset(), True
        if token["text"]:
            text = token["text"].replace("\\", "")
            words = first_words(text)
            return re.escape(text), words, not words
        name = token["name"] or token["slot"]
        slot = self.slots.get(token["slot"])
        if slot is None:
            raise ValueError(f"no such slot: {token['slot']}")
        self.used.append((name, token["slot"]))
        return f"(?P<{name}>{slot.source})", slot.firsts, False

    def _at(self, mark: str) -> bool:
        return self.position < len(self.tokens) and self.tokens[self.position]["mark"] == mark

    def _expect(self, mark: str) -> None:
        if not self._at(mark):
            raise ValueError(f"expected {mark}")
        self.position += 1
