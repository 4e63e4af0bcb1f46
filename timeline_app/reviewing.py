"""What the program is unsure of, and why: the events to be reviewed, each with its chief doubt in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind
from timeline_app.ingest.extraction.events.expressions import precision
from timeline_app.ingest.extraction.events.words import words_of
from timeline_app.ingest.extraction.timexes.explanations import is_undecided
from timeline_app.library import Library
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from timeline_app.domain.extraction import Report
    from timeline_app.domain.records import RelatedArticle, StoredArticle, StoredEvent

_MOST_COPIES = 5
"""Near copies of an article that are looked at for another date of the event."""
_BORROWED = frozenset({"inherited", "assumed", "dateline", "headed"})
"""Rules whose explanation of the date is the doubt."""
_COUNTED = frozenset({"counted", "anniversary"})
_OF_A_VERB = 0.72
"""How far a plain verb with an exact date is trusted at least; where the date's exactness accounts for the rest, it is to blame."""
_QUOTATION_MARKS = '“”"„«»'


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An event to be reviewed, and why the program is unsure of it."""

    event: StoredEvent
    doubt: Message


def read_doubtful(path: Path, limit: int, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[Doubtful, ...]:
    """Read the events that extraction was least sure of and the reader has said nothing about, least sure first.

    Raises:
        LibraryError: The library cannot be read.
    """
    with Library.open(path, read_only=True) as library:
        article = cache(library.article)  # several events are of one article
        return tuple(_read(library, article, library.unsure(limit), is_cancelled))


def _read(
    library: Library, article: Callable[[int], StoredArticle], events: Iterable[int], is_cancelled: Callable[[], bool]
) -> Iterator[Doubtful]:
    for number in events:
        if is_cancelled():
            return
        stored = article(library.article_of_event(number))
        event = next(event for event in stored.events if event.id == number)
        copies = library.copies_of(stored.id)[:_MOST_COPIES]
        yield Doubtful(event, _otherwise(event, copies, article) or doubt_of(event, stored))


def _otherwise(
    event: StoredEvent, copies: Iterable[RelatedArticle], article: Callable[[int], StoredArticle]
) -> Message | None:
    """Return that a near copy gives the event, told by the same title, another date; None where none does."""
    template = QT_TRANSLATE_NOOP("Message", "A near copy, “{article}” ({outlet}), dates it {date}.")
    title = event.report.title.casefold()
    for copy in copies:
        told = [e for e in article(copy.id).events if e.report.title.casefold() == title and e.report.period]
        if told and all(other.report.period != event.report.period for other in told):
            return message(template, article=copy.title, outlet=copy.outlet, date=told[0].report.period)
    return None


def doubt_of(event: StoredEvent, stored: StoredArticle) -> Message:
    """Return the chief reason to doubt what extraction made of an event.

    What lowers the confidence of a report is what its date rests on, how exact that is, and the words that tell of the event.
    The first two are stored with the report; where neither is to blame it is the verb.
    """
    report, article = event.report, stored.article
    if report.resolution.rule in _BORROWED:
        return report.resolution.explanation
    expression = None if report.expression is None else stored.extraction.time_expressions[report.expression]
    if expression is not None and is_undecided(expression.resolution.explanation):
        template = QT_TRANSLATE_NOOP("Message", "“{words}” could be two dates: day and month may change places.")
        return message(template, words=expression.text)
    if words_of(article.language) is None:
        return message(
            QT_TRANSLATE_NOOP("Message", "The program finds dates in this language, but does not read its sentences.")
        )
    if expression is not None and _is_quoted(article.body, report.sentence, expression.start):
        return message(QT_TRANSLATE_NOOP("Message", "The date stands in a quotation: somebody says so."))
    return _doubt_of_rule(report) or _doubt_of_verb(report)


def _doubt_of_rule(report: Report) -> Message | None:
    """Return what is doubtful about how the date was found, or how exact it is; None where nothing is."""
    period, rule = report.period, report.resolution.rule
    if rule == "named":
        return message(QT_TRANSLATE_NOOP("Message", "The date is that of a noun: no verb says that it happened."))
    if rule in _COUNTED:
        return message(
            QT_TRANSLATE_NOOP("Message", "The date is counted from another one, by a rounded length of time.")
        )
    if period is None or report.confidence < _OF_A_VERB * precision(period):
        return None
    if period.is_open:
        return message(QT_TRANSLATE_NOOP("Message", "The words give only one side of the time."))
    if period.approximate:
        return message(QT_TRANSLATE_NOOP("Message", "The words give only about when."))
    return message(QT_TRANSLATE_NOOP("Message", "The words give no day, only {period}."), period=period)


def _doubt_of_verb(report: Report) -> Message:
    if report.kind is EventKind.PLANNED:
        return message(QT_TRANSLATE_NOOP("Message", "It is announced as something that may happen, not as settled."))
    return message(QT_TRANSLATE_NOOP("Message", "The words do not say plainly that it happened."))


def _is_quoted(body: str, sentence: tuple[int, int] | None, place: int) -> bool:
    """Tell whether a place in a sentence follows an opening quotation mark that is not closed yet."""
    if sentence is None:
        return False
    return sum(body.count(mark, sentence[0], place) for mark in _QUOTATION_MARKS) % 2 == 1
