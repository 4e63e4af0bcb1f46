"""What is marked in an article: dates and participants in its text, events in its margin. Values, ready to be painted.

Spans are in characters of the article's body.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication

from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span, TimeExpression
    from timeline_app.domain.records import StoredArticle, StoredEvent, StoredParticipant


class DateMark(NamedTuple):
    """A time expression, and the event that it dates, if any."""

    span: Span
    timex: TimeExpression
    event: int | None

    @property
    def explanation(self) -> str:
        """What the expression means, and why."""
        resolution = texts.message(self.timex.resolution.explanation)
        if self.timex.period is None:
            return resolution
        return f"{texts.period(self.timex.period, with_weekday=True)}\n{resolution}"


class MentionMark(NamedTuple):
    """A mention of a participant."""

    span: Span
    who: StoredParticipant

    @property
    def explanation(self) -> str:
        """Who is meant."""
        lines = [self.who.name, *(str(role) for role in self.who.roles)]
        if self.who.aliases:
            template = QCoreApplication.translate("ArticlePane", "also: {names}")
            lines.append(template.format(names=", ".join(self.who.aliases)))
        return "\n".join(lines)


class MarginNote(NamedTuple):
    """An event of the article, to stand in the margin beside the words that date it, else beside its sentence."""

    span: Span
    event: StoredEvent

    @property
    def date(self) -> str:
        """The event's date, empty where it has none."""
        return texts.period(self.event.period) if self.event.period else ""

    @property
    def explanation(self) -> str:
        """When and what."""
        return f"{self.date}\n{self.event.title}".strip()


_Mark = TypeVar("_Mark", DateMark, MentionMark)


class Marks:
    """All marks of one article, in order, and what stands at a character or within a stretch."""

    def __init__(self, stored: StoredArticle) -> None:
        extraction, dating = stored.extraction, _Dating(stored)
        self.dates = tuple(
            DateMark((timex.start, timex.end), timex, dating.event_of(at))
            for at, timex in enumerate(extraction.time_expressions)
        )
        self.mentions = tuple(
            sorted(
                (
                    MentionMark(span, participant)
                    for participant in stored.participants
                    for span in participant.mentions
                ),
                key=lambda mark: mark.span,
            )
        )
        self.notes = tuple(
            sorted(
                (
                    MarginNote(span, event)
                    for event in stored.events
                    if not event.hidden and (span := _place_of_note(event, extraction.time_expressions)) is not None
                ),
                key=lambda note: note.span,
            )
        )
        self._date_starts = [mark.span[0] for mark in self.dates]
        self._mention_starts = [mark.span[0] for mark in self.mentions]
        self._note_starts = [note.span[0] for note in self.notes]

    def at(self, offset: int) -> DateMark | MentionMark | None:
        """Return the mark that covers a character, a date before a participant."""
        return _covering(self.dates, self._date_starts, offset) or _covering(
            self.mentions, self._mention_starts, offset
        )

    def dates_within(self, span: Span) -> Sequence[DateMark]:
        """Return the dates that touch a stretch."""
        return _within(self.dates, self._date_starts, span)

    def mentions_within(self, span: Span) -> Sequence[MentionMark]:
        """Return the mentions that touch a stretch."""
        return _within(self.mentions, self._mention_starts, span)

    def notes_within(self, span: Span) -> Sequence[MarginNote]:
        """Return the notes whose words begin within a stretch."""
        return self.notes[bisect_left(self._note_starts, span[0]) : bisect_left(self._note_starts, span[1])]


def _covering(marks: tuple[_Mark, ...], starts: list[int], offset: int) -> _Mark | None:
    at = bisect_right(starts, offset) - 1
    return marks[at] if at >= 0 and offset < marks[at].span[1] else None


def _within(marks: tuple[_Mark, ...], starts: list[int], span: Span) -> Sequence[_Mark]:
    # Marks of one sort never overlap, so that only the one before the stretch can reach into it.
    first = max(0, bisect_right(starts, span[0]) - 1)
    return marks[first : bisect_left(starts, span[1])]


def _place_of_note(event: StoredEvent, expressions: Sequence[TimeExpression]) -> Span | None:
    """Return the words that date the event, where its sentence has them, else the sentence."""
    sentence, own = event.report.sentence, event.report.expression
    if sentence is None or own is None:
        return sentence
    timex = expressions[own]
    return (timex.start, timex.end) if sentence[0] <= timex.start < sentence[1] else sentence


class _Dating:
    """Which event each time expression of an article leads to."""

    def __init__(self, stored: StoredArticle) -> None:
        self._expressions = stored.extraction.time_expressions
        self._by_expression: dict[int, int] = {}
        told: dict[Span, list[StoredEvent]] = {}
        for event in stored.events:
            if event.report.expression is not None:
                self._by_expression.setdefault(event.report.expression, event.id)
            if event.report.sentence is not None:
                told.setdefault(event.report.sentence, []).append(event)
        self._sentences = sorted(told.items(), key=lambda item: item[0])
        self._starts = [sentence[0] for sentence, _ in self._sentences]
        self._reach = list(accumulate((sentence[1] for sentence, _ in self._sentences), max))

    def event_of(self, expression: int) -> int | None:
        """Return the event that an expression dates, else the one told around it whose own date is nearest.

        Of evidence within evidence, a clause of a sentence, the shortest counts.
        """
        if expression in self._by_expression:
            return self._by_expression[expression]
        start = self._expressions[expression].start
        around = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and start < self._reach[at]:
            (first, end), events = self._sentences[at]
            if start < end:
                around.append((end - first, events))
            at -= 1
        if not around:
            return None
        _, events = min(around, key=lambda pair: pair[0])
        return min(events, key=lambda event: self._distance(event, start)).id

    def _distance(self, event: StoredEvent, start: int) -> int:
        own = event.report.expression
        return sys.maxsize if own is None else abs(self._expressions[own].start - start)
