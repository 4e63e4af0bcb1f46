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

Besides the expression, a compiled pattern knows the two words that it can begin with (its FIRST sets of one and two tokens, in
the terms of parsing): the matcher tries a pattern at those words only. So brackets stand around whole words: "(week|weeks)", not
"week[s]".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Openings: TypeAlias = "Mapping[str, frozenset[str]]"
"""The words that a part can begin with, each with those that can follow it there: in lower case, "#n" for a number of n digits,
`END` where the part may end after its first word, `ANY` where nothing is known of the second."""

END, ANY = "", "*"
_ALONE = frozenset({END})

_TOKEN = re.compile(
    r"\{(?:(?P<name>\w+)=)?(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<blank> +)|(?P<text>(?:\\.|[^\\\[\]()|{} ])+)"
)
WORD = re.compile(r"[a-z\u00df-\u024f]+|[0-9]+")
"""A word of a folded text, or a number."""
_SPLIT_WORD = re.compile(r"[^\W\d_][\])]*[\[(]+[^\W\d_]|[^\W\d_][\])]+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Slot:
    """What can fill a slot: the source of a regular expression without groups, and the words that it can begin with.

    `is_number` marks the slot of any number, in figures or words.
    """

    source: str
    openings: Openings
    is_number: bool = False


@dataclass(frozen=True)
class Pattern:
    """A pattern, read; it becomes a regular expression when it is first tried.

    `slots` pairs the names of its groups with the slots that they take. `behind` are the words that can follow the whole number
    that the pattern begins with, None where it does not begin with one.
    """

    source: str
    slots: tuple[tuple[str, str], ...]
    openings: Openings
    behind: frozenset[str] | None

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """The method that matches the pattern at a place of a folded text."""
        return re.compile(self.source).match


def openings_of(texts: Iterable[str]) -> Openings:
    """Return how literal texts begin; one without a word is left out."""
    openings: dict[str, set[str]] = {}
    for text in texts:
        first, second, *_ = [word_class(word) for word in WORD.findall(text)[:2]] + [END, END]
        if first:
            openings.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in openings.items()}


def word_class(word: str) -> str:
    """Return the word, or "#n" for a number of n digits."""
    return f"#{len(word)}" if word[0].isdigit() else word


def read_pattern(text: str, slots: Mapping[str, Slot]) -> Pattern:
    """Read a pattern.

    Raises:
        ValueError: A bracket is not closed, a slot is not in the lexicon, or a part of a word can be left out.
    """
    if _SPLIT_WORD.search(text):
        raise ValueError(f"a bracket within a word: {text}")
    parser = _Parser(text, slots)
    whole = parser.alternatives()
    if parser.position != len(parser.tokens):
        raise ValueError(f"unbalanced pattern: {text}")
    behind = None if whole.behind is None or END in whole.behind else whole.behind
    return Pattern(f"{whole.source}(?![^\\W_])", tuple(parser.used), whole.openings, behind)


class _Part(NamedTuple):
    """A part of a pattern; `is_empty`: it can match no word at all. `behind` is as a pattern's."""

    source: str
    openings: Openings
    is_empty: bool
    behind: frozenset[str] | None = None


class _Parser:
    """Recursive descent."""

    def __init__(self, text: str, slots: Mapping[str, Slot]) -> None:
        self.tokens = list(_TOKEN.finditer(text))
        if "".join(token[0] for token in self.tokens) != text:
            raise ValueError(f"not a pattern: {text}")
        self.slots = slots
        self.position = 0
        self.used: list[tuple[str, str]] = []

    def alternatives(self) -> _Part:
        parts = [self.sequence()]
        while self._at("|"):
            self.position += 1
            parts.append(self.sequence())
        if len(parts) == 1:
            return parts[0]
        openings: Openings = {}
        for part in parts:
            openings = _either(openings, part.openings)
        return _Part(f"(?:{'|'.join(part.source for part in parts)})", openings, any(part.is_empty for part in parts))

    def sequence(self) -> _Part:
        sources: list[str] = []
        openings: Openings = {}
        is_empty, behind = True, None
        while self.position < len(self.tokens) and self.tokens[self.position]["mark"] not in ("]", ")", "|"):
            part = self._item()
            sources.append(part.source)
            if not part.openings:
                continue
            if behind is not None:
                behind = _extended(behind, part)
            elif not openings:
                behind = part.behind
            followed = {first: _extended(seconds, part) for first, seconds in openings.items()}
            openings = _either(followed, part.openings) if is_empty else followed
            is_empty = is_empty and part.is_empty
        return _Part("".join(sources), openings, is_empty, behind)

    def _item(self) -> _Part:
        token = self.tokens[self.position]
        self.position += 1
        if token["mark"]:
            part = self.alternatives()
            self._expect("]" if token["mark"] == "[" else ")")
            if token["mark"] == "[":
                return _Part(f"(?:{part.source})?", part.openings, is_empty=True)
            return part._replace(source=f"(?:{part.source})")
        if token["blank"]:
            return _Part(" {1,3}", {}, is_empty=True)
        if token["text"]:
            text = token["text"].replace("\\", "")
            openings = openings_of([text])
            return _Part(re.escape(text), openings, not openings)
        name = token["name"] or token["slot"]
        slot = self.slots.get(token["slot"])
        if slot is None:
            raise ValueError(f"no such slot: {token['slot']}")
        self.used.append((name, token["slot"]))
        behind = _ALONE if slot.is_number else None
        return _Part(f"(?P<{name}>{slot.source})", slot.openings, is_empty=False, behind=behind)

    def _at(self, mark: str) -> bool:
        return self.position < len(self.tokens) and self.tokens[self.position]["mark"] == mark

    def _expect(self, mark: str) -> None:
        if not self._at(mark):
            raise ValueError(f"expected {mark}")
        self.position += 1


def _either(one: Openings, other: Openings) -> Openings:
    """Return the openings of two alternatives."""
    if not one or not other:
        return one or other
    return {**one, **{first: seconds | one.get(first, frozenset()) for first, seconds in other.items()}}


def _extended(seconds: frozenset[str], part: _Part) -> frozenset[str]:
    """Return what can follow with a part behind that which follows so far."""
    if END not in seconds:
        return seconds
    more = part.openings.keys() | (_ALONE if part.is_empty else ())
    return frozenset(more) if seconds == _ALONE else (seconds - _ALONE) | more
