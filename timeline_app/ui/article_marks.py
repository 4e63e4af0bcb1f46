"""What is marked in an article: dates and participants in its text, events in its margin. Values, ready to be painted.

Spans are in characters of the article's body.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import EventKind, ParticipantKind, Span, TimeExpression
    from timeline_app.domain.records import StoredArticle, StoredEvent, StoredParticipant


@dataclass(frozen=True, slots=True)
class DateMark:
    """A time expression: why it means what it means, and the event that it dates, if any."""

    span: Span
    explanation: str
    event: int | None


@dataclass(frozen=True, slots=True)
class MentionMark:
    """A mention of a participant."""

    span: Span
    explanation: str
    participant: int
    kind: ParticipantKind


@dataclass(frozen=True, slots=True)
class MarginNote:
    """An event of the article, to stand in the margin beside its sentence."""

    span: Span
    event: int
    kind: EventKind
    date: str
    explanation: str


_Mark = TypeVar("_Mark", DateMark, MentionMark)


class Marks:
    """All marks of one article, in order, and what stands at a character or within a stretch."""

    def __init__(self, stored: StoredArticle) -> None:
        extraction = stored.extraction
        self.dates = tuple(
            DateMark((timex.start, timex.end), _explain_date(timex), _event_dated_by(stored, at))
            for at, timex in enumerate(extraction.time_expressions)
        )
        self.mentions = tuple(
            sorted(
                (
                    MentionMark(span, _explain_participant(participant), participant.id, participant.kind)
                    for participant in stored.participants
                    for span in participant.mentions
                ),
                key=lambda mark: mark.span,
            )
        )
        self.notes = tuple(
            sorted((note for event in stored.events if (note := _note(event))), key=lambda note: note.span)
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
        """Return the notes whose sentences begin within a stretch."""
        return self.notes[bisect_left(self._note_starts, span[0]) : bisect_left(self._note_starts, span[1])]

    def mentions_of(self, participant: int) -> list[Span]:
        """Return the spans of one participant's mentions, in order."""
        return [mark.span for mark in self.mentions if mark.participant == participant]


def _covering(marks: tuple[_Mark, ...], starts: list[int], offset: int) -> _Mark | None:
    at = bisect_right(starts, offset) - 1
    return marks[at] if at >= 0 and offset < marks[at].span[1] else None


def _within(marks: tuple[_Mark, ...], starts: list[int], span: Span) -> Sequence[_Mark]:
    # Marks of one sort never overlap, so that only the one before the stretch can reach into it.
    first = max(0, bisect_right(starts, span[0]) - 1)
    return marks[first : bisect_left(starts, span[1])]


def _explain_date(timex: TimeExpression) -> str:
    resolution = texts.message(timex.resolution.explanation)
    if timex.period is None:
        return resolution
    return f"{texts.period(timex.period, with_weekday=True)}\n{resolution}"


def _explain_participant(participant: StoredParticipant) -> str:
    lines = [participant.name, *(str(role) for role in participant.roles)]
    if participant.aliases:
        template = QCoreApplication.translate("ArticlePane", "also: {names}")
        lines.append(template.format(names=", ".join(participant.aliases)))
    return "\n".join(lines)


def _event_dated_by(stored: StoredArticle, expression: int) -> int | None:
    """Return the event that an expression dates, else the one told in the expression's sentence that is nearest to it."""
    timex = stored.extraction.time_expressions[expression]
    told = []
    for event in stored.events:
        if event.report.expression == expression:
            return event.id
        sentence = event.report.sentence
        if sentence and sentence[0] <= timex.start < sentence[1]:
            told.append(event)
    if not told:
        return None

    def distance(event: StoredEvent) -> int:
        other = event.report.expression
        return (
            abs(stored.extraction.time_expressions[other].start - timex.start) if other is not None else len(timex.text)
        )

    return min(told, key=distance).id


def _note(event: StoredEvent) -> MarginNote | None:
    if event.report.sentence is None or event.hidden:
        return None
    date = texts.period(event.period) if event.period else ""
    return MarginNote(event.report.sentence, event.id, event.report.kind, date, f"{date}\n{event.title}".strip())
