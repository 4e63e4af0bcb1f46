"""What the sentence around an expression says: which way it looks, and whether it tells of one time or of many."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.modifiers import Context

_LONGEST_VERB = 20  # characters
_LONGEST_SENTENCE = 200  # characters
_LONGEST_HEAD = 12  # characters: ". During "
_SENTENCE_END = re.compile(r"[.!?;]['\"”)\]]? |\n")


class Surroundings:
    """The sentence of an expression, read where the answer matters."""

    def __init__(
        self,
        context: Context,
        folded: str,
        span: Span,
        sentences: Sequence[Span] | None,
        lexicon: Lexicon,
        *,
        is_timeless: bool = False,
        is_story: bool = False,
    ) -> None:
        self._context = context
        self._folded = folded
        self._span = span
        self._sentences = sentences
        self._lexicon = lexicon
        self._is_timeless = is_timeless
        self._is_story = is_story

    @property
    def looks_ahead(self) -> bool:
        """True where the expression ends a stretch: "by Friday", "until Friday"."""
        return self._context.opens == "start"

    @property
    def looks_back(self) -> bool:
        """True where the expression begins a stretch that has begun: "since Friday"."""
        return self._context.opens == "end" and self._lexicon.tense.looks_back(self._folded, self._context.start)

    @property
    def may_look_ahead(self) -> bool:
        """True where the sentence looks ahead, or neither way before a word that does: "before the summer"."""
        if self.tense is Tense.UNKNOWN:
            return self._context.previous in self._lexicon.guards["before_ahead"]
        return self.tense is Tense.FUTURE

    @cached_property
    def tense(self) -> Tense:
        """The tense at the expression.

        "By Friday" and "through January" look ahead unless all is told as done before; "since January" looks back whatever follows.
        """
        finder, where = self._lexicon.tense, (self._folded, *self._span, self._sentence)
        if self.looks_back:
            return Tense.PAST
        if self.looks_ahead:
            is_past = (
                finder.is_perfect(*where)
                or finder.is_attained(self._folded, self._span[0], self._sentence)
                or (self.opens_sentence and finder.at(*where) is Tense.PAST)
            )
            return Tense.PAST if is_past else Tense.FUTURE
        return finder.at(*where)

    @property
    def follows_past(self) -> bool:
        """True where the word before is a verb in the past: "the year ended Jan. 31", "he died on May 13"."""
        before = self._context.previous
        if before in self._lexicon.guards["day_prepositions"]:
            end = self._folded.rfind(before, 0, self._context.start)
            before = self._folded[max(0, end - _LONGEST_VERB) : end].rpartition(" ")[0].rpartition(" ")[2]
        return self._lexicon.tense.is_past(before) and not self._lexicon.tense.is_prospective(before)

    @cached_property
    def is_habitual(self) -> bool:
        """True where the sentence tells of what happens again and again: "in July it usually rains"."""
        return self.tense is Tense.UNKNOWN and self._lexicon.tense.is_habitual(
            self._folded, *self._span, self._sentence
        )

    @cached_property
    def is_general(self) -> bool:
        """True where the sentence tells of any year or day: habitual, or in no past or future in a text that points at no day.

        In a story it must be in the present: "In January, the allies, ..." goes on with it.
        """
        return self.is_habitual or (
            self._is_timeless and self.tense is Tense.UNKNOWN and (not self._is_story or self.is_present)
        )

    @property
    def is_seasonal(self) -> bool:
        """True where a month or season is one of any year: also where the text says what can or should be done then."""
        return self.is_general or (
            self._is_timeless and self._is_of_no_time and (not self._is_story or self.is_present)
        )

    @property
    def is_each_year(self) -> bool:
        """True right behind "every year": "every year in June"."""
        return self._lexicon.tense.is_each_year(self._folded, self._context.start)

    @property
    def follows_after(self) -> bool:
        """True behind "after": "shortly after midnight on Tuesday"."""
        return f" {self._context.previous} " in self._lexicon.joints["after"]

    @property
    def start_of_sentence(self) -> int:
        """Where the sentence begins."""
        return self._sentence[0]

    @property
    def is_present(self) -> bool:
        """True where the sentence says how something is."""
        return self._lexicon.tense.is_present(self._folded, *self._span, self._sentence)

    @property
    def _is_of_no_time(self) -> bool:
        """True where no verb looks back or ahead: there is none, or it says what can or should be done."""
        finder, where = self._lexicon.tense, (self._folded, *self._span, self._sentence)
        tense = finder.at(*where) if self.looks_ahead and not self._is_story else self.tense
        return tense is Tense.UNKNOWN or (tense is Tense.FUTURE and finder.is_advice(*where))

    @property
    def is_nowadays(self) -> bool:
        """True where "today" is no day: "still in use today", "today's youth"."""
        return self._lexicon.tense.is_nowadays(self._folded, *self._span) or (
            self.tense is not Tense.FUTURE
            and self.is_general
            and not self._lexicon.tense.is_performed(self._folded, *self._span, self._sentence)
        )

    def speaks_of(self, guard: str) -> bool:
        """Tell whether a guard's words stand around the expression."""
        words = self._lexicon.tense.around(self._folded, *self._span, self._sentence)
        return not self._lexicon.guards[guard].isdisjoint(words)

    @property
    def is_definite_weekday(self) -> bool:
        """True where the expression begins with a day of the week behind an article: "until the Monday"."""
        before = self._folded[self._context.start : self._span[0]].split()
        first = self._folded[slice(*self._span)].partition(" ")[0]
        return first in self._lexicon.words["weekday"] and not self._lexicon.articles.isdisjoint(before[-1:])

    @property
    def is_modified(self) -> bool:
        """True where words before tell which part of it is meant: "later in the afternoon"."""
        return self._context.modified

    @property
    def is_of_event(self) -> bool:
        """True where the expression is the night or morning of something that has no date: "the night before he died"."""
        return self._lexicon.tense.is_of_event(self._folded, self._span[1])

    @property
    def is_past_plan(self) -> bool:
        """True where the sentence tells what had been planned: "it was due on Friday"."""
        return self._lexicon.tense.is_past_plan(self._folded, self._span[0], self._sentence)

    @property
    def is_promised(self) -> bool:
        """True where "will" stands right before: "it will open to the public in May"."""
        return self._lexicon.tense.is_promised(self._folded, self._span[0], self._sentence)

    @property
    def is_said_of_noun(self) -> bool:
        """True where the expression is the date of a thing: "by the May deadline", "April's vote", "the letter of 3 May"."""
        before = self._folded[self._context.start : self._span[0]].split()
        return (
            self._folded.startswith("'s", self._span[1])
            or self._context.previous in self._lexicon.guards["of"]
            or not self._lexicon.articles.isdisjoint(before[-1:])
        )

    def is_in_sentence(self, position: int) -> bool:
        """Tell whether a position before the expression is in its sentence."""
        start = self._context.start
        is_near = start - position < _LONGEST_SENTENCE
        return is_near and _SENTENCE_END.search(self._folded, position, start) is None

    @property
    def tells_of_birth(self) -> bool:
        """True where somebody was born then, which no story goes on from."""
        return self._lexicon.tense.is_birth(self._folded, self._span[0])

    @property
    def opens_sentence(self) -> bool:
        """True where the expression stands at the head of its sentence and is what it tells of: "In 1976 ..."."""
        start = self._context.start
        head = self._folded[max(self._sentence[0], start - _LONGEST_HEAD) : start]
        return len(head) < _LONGEST_HEAD or _SENTENCE_END.search(head) is not None

    def is_record(self, *, of_years: bool) -> bool:
        """Tell whether a length measures a record: "the fastest growth in this country in 40 years"."""
        return self._lexicon.tense.is_record(self._folded, self._span[0], self._sentence, of_years=of_years)

    @property
    def _sentence(self) -> Span:
        if self._sentences:
            at = bisect_right(self._sentences, self._span[0], key=lambda sentence: sentence[0]) - 1
            if at >= 0 and self._span[1] <= self._sentences[at][1]:
                return self._sentences[at]
        return 0, len(self._folded)
