"""Which way a sentence looks at the place of an expression: back, ahead, or neither can be told."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.domain.extraction import Span

_BEFORE = 110
_AFTER = 70
_AFTER_A_HEAD = 160  # "On Tuesday, the chair of the commission, ..., said"
_NEAR = 50
_WORDS_OF_A_PROMISE = 6
_WORDS_TO_A_CLAUSE = 3
_WORDS_OF_A_SUBJECT = 5
_STOP = re.compile(r"[.!?;]\s|\n|: ?>")
_WORD = re.compile(
    r"(?<!\w)(?:(?<!-)|(?<=\bre-))[^\W\d_]+(?:'t)?|'[^\W\d_]+"
)  # "he" and "'ll", not the "led" of "army-led"


class Tense(StrEnum):
    """The tense of the verb that an expression goes with."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class TenseFinder:
    """Finds the nearest verb that shows a tense: first to the left in the same sentence, then to the right."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._future = frozenset(words["future"])
        self._past = frozenset(words["past"])
        self._before_participle = frozenset(words["before_participle"])
        self._infinitive = next(iter(words["before_participle"]), None)
        self._endings = tuple(words["past_endings"])
        self._not_past = frozenset(words["not_past"])
        self._perfect = frozenset(words["perfect"])
        self._not_perfect = frozenset(words["not_perfect"])
        self._superlatives = frozenset(words["superlatives"])
        self._first_of_years = re.compile(words["first_of_years"])
        self._superlative_endings = tuple(words["superlative_endings"])
        self._not_superlative = frozenset(words["not_superlative"])
        self._prospective = frozenset(words["prospective"])
        self._past_auxiliaries = frozenset(words["past_auxiliaries"])
        self._habitual = frozenset(words["habitual"])
        self._forward = frozenset(words["forward"])
        self._to = frozenset(words["to"])
        self._backward = frozenset(words["backward"])
        self._births = frozenset(words["births"])
        self._past_plans = frozenset(words["past_plans"])
        self._before_heads = frozenset(words["before_heads"])
        self._promises = frozenset(words["promises"])
        self._advice = frozenset(words["advice"])
        self._earlier = frozenset(words["earlier"])
        self._unable = frozenset(words["unable"])
        self._negative = frozenset(words["negative"])
        self._present = frozenset(words["present"])
        self._onward = frozenset(words["onward"])
        self._contracted = frozenset(words["contracted"])
        self._applying = frozenset(words["applying"])
        self._announcing = frozenset(words["announcing"])
        self._as_of = frozenset(words["as_of"])
        self._compared = re.compile(words["compared"])
        self._attained = frozenset(words["attained"])
        self._awaited = frozenset(words["awaited"])
        self._each_year = re.compile(words["each_year"])
        self._timetable = re.compile(words["timetable"])
        self._timetable_ends = tuple(words["timetable_ends"])
        self._that = frozenset(words["that"])
        self._is = frozenset(words["is"])
        self._nowadays_before = re.compile(words["nowadays_before"])
        self._nowadays_after = re.compile(words["nowadays_after"])
        self._of_event = re.compile(words["of_event"])
        self._performed = re.compile(words["performed"])

    @cached_property
    def _phrases(self) -> frozenset[str]:
        return frozenset(phrase for phrase in self._future if " " in phrase)

    @cached_property
    def _begin_phrases(self) -> frozenset[str]:
        """The words that begin phrases: most words do not, and need not be joined with the next to be looked up."""
        return frozenset(phrase.partition(" ")[0] for phrase in (*self._future, *self._habitual) if " " in phrase)

    def at(self, folded: str, start: int, end: int, sentence: Span) -> Tense:
        """Return the tense at an expression of a folded text, within its sentence and as far as the next stop."""
        left = folded[max(sentence[0], start - _BEFORE) : start]
        words = _WORD.findall(_STOP.split(left)[-1])
        right = _WORD.findall(_STOP.split(folded[end : min(sentence[1], end + _AFTER)], maxsplit=1)[0])
        if not self._past_auxiliaries.isdisjoint(right[:1]) and not self._prospective.isdisjoint(words[-2:]):
            return Tense.UNKNOWN  # "the service planned for Saturday was cancelled"
        if self._is_awaited(left, words, right):
            return Tense.FUTURE
        tense = self._before(words)
        if tense is Tense.PAST and self._opens_clause(words):
            behind = self._behind(right)  # "he said that on Friday it will open"
            tense = tense if behind is Tense.UNKNOWN else behind
        if self._is_as_of(tense, left, words, right):
            return Tense.FUTURE
        tense = self._behind(right) if tense is Tense.UNKNOWN else tense
        if tense is Tense.UNKNOWN and self._before_heads.issuperset(words):
            return self._far_behind(folded[end : min(sentence[1], end + _AFTER_A_HEAD)])
        return tense

    def _far_behind(self, right: str) -> Tense:
        """Return the tense of a verb far behind the head of a sentence: "On Tuesday, the chair of the board, ..., said"."""
        previous = ""
        for word in _WORD.findall(_STOP.split(right, maxsplit=1)[0]):
            if word in self._promises:
                return Tense.FUTURE
            if self._of(word, previous) is Tense.PAST:
                return Tense.PAST
            if previous in self._is and word not in self._habitual:
                break
            previous = word
        return Tense.UNKNOWN

    def _is_awaited(self, left: str, words: Sequence[str], right: Sequence[str]) -> bool:
        """Tell whether the words beside an expression look ahead by themselves: "expected Friday"."""
        if not self._awaited.isdisjoint([*words[-1:], " ".join(words[-2:])]) and words[-2:-1] != ["as"]:
            return True
        is_subject = right[:1] == ["'s"] and not self._promises.isdisjoint(right[1:_WORDS_OF_A_SUBJECT])
        if is_subject or not self._contracted.isdisjoint(right[:1]):
            return True  # "Monday's final will decide", "for May delivery"
        return left.endswith(self._timetable_ends) and self._timetable.search(left) is not None

    def _is_as_of(self, tense: Tense, left: str, words: Sequence[str], right: Sequence[str]) -> bool:
        """Tell whether something is so from the expression on: "closed from Monday", "announced a curfew from Monday"."""
        if tense is not Tense.PAST and not self._onward.isdisjoint(words[-2:]):
            return True
        if self._as_of.isdisjoint(words[-1:]):
            return False
        return self._is_announced(words, right) if tense is Tense.PAST else self._applies(left, words, right)

    def _applies(self, left: str, words: Sequence[str], right: Sequence[str]) -> bool:
        """Tell whether something is so from a day on: "closed from Monday", not "it is up 3 per cent from Monday"."""
        clause = _STOP.split(left)[-1]
        is_open = (
            right[:1] != ["to"] and self._is.isdisjoint(words[-2:-1]) and not any(self.is_past(word) for word in right)
        )
        return is_open and not self._applying.isdisjoint(words) and self._compared.search(clause) is None

    def _opens_clause(self, words: Sequence[str]) -> bool:
        """Tell whether the words end in "that", or in it and a word or two that are no verbs."""
        last = words[-_WORDS_TO_A_CLAUSE:]
        at = next((i for i in range(len(last) - 1, -1, -1) if last[i] in self._that), None)
        return at is not None and not any(self.is_past(word) for word in last[at + 1 :])

    def _is_announced(self, words: Sequence[str], right: Sequence[str]) -> bool:
        """Tell whether something is announced as from a day: "she announced a curfew from Friday"."""
        verbs = [word for word in words if self.is_past(word)]
        return not self._announcing.isdisjoint(verbs[-1:]) and not any(self.is_past(word) for word in right)

    def is_attained(self, folded: str, start: int, sentence: Span) -> bool:
        """Tell whether the last verb before "by Sunday" says what had come to pass: "the toll rose to 40 by Sunday"."""
        words = _WORD.findall(_STOP.split(folded[max(sentence[0], start - _NEAR) : start])[-1])
        for word in reversed(words):
            if word in self._future or (word in self._to and word not in words[-2:]):
                return False  # "an agreement to withdraw by Sunday"; nothing but a figure is left behind "rose to 40"
            if self.is_past(word) or word in self._attained:
                return word in self._attained
        return False

    def is_prospective(self, word: str) -> bool:
        """Tell whether a word says what is to come: "has set Nov. 10 as the deadline"."""
        return word in self._prospective

    def _before(self, words: Sequence[str]) -> Tense:
        """Return the tense of the last verb of the words to the left."""
        for i in range(len(words) - 1, -1, -1):
            if words[i] in self._to and i and words[i - 1] in self._forward:
                return Tense.FUTURE
            tense = self._of(words[i], words[i - 1] if i else "")
            if tense is Tense.FUTURE and self._is_over(words[:i]):
                return Tense.PAST
            if tense is not Tense.UNKNOWN:
                return tense
        return Tense.UNKNOWN

    def _behind(self, words: Sequence[str]) -> Tense:
        """Return the tense of the first verb of the words to the right; "the lighthouse is open" shows none, whatever follows."""
        for previous, word, following in zip(["", *words], words, [*words[1:], ""], strict=False):
            tense = self._of(word, previous)
            if tense is not Tense.UNKNOWN:
                return tense
            if previous in self._is and word not in self._habitual:
                return self._of(following, word)  # "is set to"
        return Tense.UNKNOWN

    def _is_over(self, words: Sequence[str]) -> bool:
        """Tell whether the words end in "could not be", "before it was" as before "due", or in "had been" as before "scheduled"."""
        if not self._earlier.isdisjoint(words[-3:]) and any(self.is_past(word) for word in words[:-1]):
            return True
        is_unable = not self._unable.isdisjoint(words[-3:]) and not self._negative.isdisjoint(words)
        return is_unable or (not self._perfect.isdisjoint(words[-2:-1]) and self._of(words[-1], "") is Tense.PAST)

    def is_perfect(self, folded: str, start: int, end: int, sentence: Span) -> bool:
        """Tell whether what had been done by then is told: "had filed by Wednesday", "until Thursday, they had not called"."""
        words = self.around(folded, start, end, (max(sentence[0], start - _NEAR), min(sentence[1], end + _NEAR)))
        return any(
            word in self._perfect and f"{word} {following}" not in self._not_perfect
            for word, following in zip(words, [*words[1:], ""], strict=True)
        )

    def is_habitual(self, folded: str, start: int, end: int, sentence: Span) -> bool:
        """Tell whether the words around tell of what happens again and again: "in July it usually rains"."""
        words = self.around(folded, start, end, sentence)
        return not self._habitual.isdisjoint(words) or any(
            word in self._begin_phrases and f"{word} {following}" in self._habitual
            for word, following in pairwise(words)
        )

    def is_present(self, folded: str, start: int, end: int, sentence: Span) -> bool:
        """Tell whether the words around tell of a state, not of what is being done: "the river is low", not "we are announcing"."""
        words = self.around(folded, start, end, sentence)
        return not self._present.isdisjoint(words) and self._performed.search(" ".join(words)) is None

    def is_performed(self, folded: str, start: int, end: int, sentence: Span) -> bool:
        """Tell whether the words around tell what is being done: "today we are launching a programme"."""
        return self._performed.search(" ".join(self.around(folded, start, end, sentence))) is not None

    def is_advice(self, folded: str, start: int, end: int, sentence: Span) -> bool:
        """Tell whether the words around say what can or should be done, not what will: "go there in July"."""
        words = self.around(folded, start, end, sentence)
        return not self._advice.isdisjoint(words) and self._promises.isdisjoint(words)

    def is_each_year(self, folded: str, start: int) -> bool:
        """Tell whether "every year" stands right before a place: "every year in June"."""
        return self._each_year.search(folded, max(0, start - _NEAR), start) is not None

    def is_nowadays(self, folded: str, start: int, end: int) -> bool:
        """Tell whether the words beside an expression make it the present age: "still in use today", "today's youth"."""
        return (
            self._nowadays_before.search(folded, max(0, start - _NEAR), start) is not None
            or self._nowadays_after.match(folded, end) is not None
        )

    def is_of_event(self, folded: str, end: int) -> bool:
        """Tell whether what stands behind a part of a day says of what it was: "the night before he died"."""
        return self._of_event.match(folded, end) is not None

    def looks_back(self, folded: str, start: int) -> bool:
        """Tell whether the word before a place looks back by itself: "since"."""
        return folded[max(0, start - _NEAR) : start].rstrip().rpartition(" ")[2] in self._backward

    def is_birth(self, folded: str, start: int) -> bool:
        """Tell whether a word of birth stands shortly before a place: "born in Paris on 14 September 1952"."""
        words = _WORD.findall(_STOP.split(folded[max(0, start - _NEAR) : start])[-1])
        return not self._births.isdisjoint(words)

    def is_past_plan(self, folded: str, start: int, sentence: Span) -> bool:
        """Tell whether what had been planned is told, which may have come to pass or not: "it was due on Friday"."""
        words = _WORD.findall(_STOP.split(folded[max(sentence[0], start - _NEAR) : start])[-1])
        return any(f"{word} {following}" in self._past_plans for word, following in pairwise(words))

    def is_promised(self, folded: str, start: int, sentence: Span) -> bool:
        """Tell whether a promise stands among the last words before a place: "it will open to the public in May"."""
        words = _WORD.findall(_STOP.split(folded[max(sentence[0], start - _NEAR) : start])[-1])
        last = words[-_WORDS_OF_A_PROMISE:]
        return not self._promises.isdisjoint([*last, *map(" ".join, pairwise(last))])

    def is_record(self, folded: str, start: int, sentence: Span, *, of_years: bool = False) -> bool:
        """Tell whether a superlative stands shortly before a place, with no verb that looks ahead between them.

        Of years it may be "first" too: "it will hold its first general election in ten years".
        """
        left = _STOP.split(folded[max(sentence[0], start - _BEFORE) : start])[-1]
        if of_years and self._first_of_years.search(left):
            return True
        for word in reversed(_WORD.findall(left[-_NEAR:])):
            if word in self._future:
                return False
            if word in self._superlatives or (
                word.endswith(self._superlative_endings) and word not in self._not_superlative
            ):
                return True
        return False

    def around(self, folded: str, start: int, end: int, sentence: Span) -> list[str]:
        """Return the words on both sides of an expression, within its sentence and as far as the next stop."""
        left = _STOP.split(folded[max(sentence[0], start - _BEFORE) : start])[-1]
        right = _STOP.split(folded[end : min(sentence[1], end + _AFTER)], maxsplit=1)[0]
        return _WORD.findall(f"{left} {right}")

    def is_past(self, word: str) -> bool:
        """Tell whether a word by itself is a verb in the past."""
        return word in self._past or (word.endswith(self._endings) and len(word) > 4 and word not in self._not_past)

    def _of(self, word: str, previous: str) -> Tense:
        if word in self._future or (previous in self._begin_phrases and f"{previous} {word}" in self._phrases):
            return Tense.FUTURE
        if previous in self._before_participle:
            return Tense.FUTURE if previous == self._infinitive else Tense.UNKNOWN
        if previous in self._to:
            return Tense.UNKNOWN  # "to hit", "to set"
        return Tense.PAST if self.is_past(word) else Tense.UNKNOWN
