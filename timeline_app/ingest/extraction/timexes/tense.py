"""Which way a sentence looks at the place of an expression: back, ahead, or neither can be told."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.domain.extraction import Span

_BEFORE = 110
_AFTER = 70
_STOP = re.compile(r"[.!?;]\s|\n")
_WORD = re.compile(r"'?[^\W\d_]+(?:'[^\W\d_]+)?")


class Tense(StrEnum):
    """The tense of the verb that an expression goes with."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class TenseFinder:
    """Finds the nearest verb that shows a tense: first to the left in the same sentence, then to the right."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._future = frozenset(words["future"])
        self._past = frozenset(words["past"])
        self._before_participle = frozenset(words["before_participle"])
        self._infinitive = next(iter(words["before_participle"]), None)
        self._endings = tuple(words["past_endings"])
        self._not_past = frozenset(words["not_past"])

    @cached_property
    def _phrases(self) -> frozenset[str]:
        return frozenset(phrase for phrase in self._future if " " in phrase)

    def at(self, folded: str, start: int, end: int, sentence: Span) -> Tense:
        """Return the tense at an expression of a folded text, within its sentence and as far as the next stop."""
        left = folded[max(sentence[0], start - _BEFORE) : start]
        words = _WORD.findall(_STOP.split(left)[-1])
        for i in range(len(words) - 1, -1, -1):
            tense = self._of(words[i], words[i - 1] if i else "")
            if tense is not Tense.UNKNOWN:
                return tense
        right = _STOP.split(folded[end : min(sentence[1], end + _AFTER)], maxsplit=1)[0]
        previous = ""
        for word in _WORD.findall(right):
            tense = self._of(word, previous)
            if tense is not Tense.UNKNOWN:
                return tense
            previous = word
        return Tense.UNKNOWN

    def _of(self, word: str, previous: str) -> Tense:
        if word in self._future or f"{previous} {word}" in self._phrases:
            return Tense.FUTURE
        if previous in self._before_participle:
            return Tense.FUTURE if previous == self._infinitive else Tense.UNKNOWN
        if word in self._past or (word.endswith(self._endings) and len(word) > 4 and word not in self._not_past):
            return Tense.PAST
        return Tense.UNKNOWN
