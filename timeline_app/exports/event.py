"""One event as it is taken away: self-contained, with the words that prove it and where they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from datetime import datetime

    from timeline_app.domain.correction import EventKey
    from timeline_app.domain.extraction import EventKind, ParticipantKind, Span
    from timeline_app.domain.period import Period
    from timeline_app.domain.records import StoredArticle, StoredEvent

Say: TypeAlias = Callable[[Message], str]
"""How sentences become text: `english.say`, or the window's own for the reader's language."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it says that.

    `span` counts characters of the article's body as this program reads it from `source`; `quotation` is what stands there and
    `sha256` its hash. An article's own appearance quotes nothing: `span` is None, `quotation` empty, and `sha256` is the
    article's fingerprint.
    """

    source: str
    quotation: str
    span: Span | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The article as a source is cited; what it does not state is empty or None. A title that was made up is left out."""

    title: str
    outlet: str
    author: str
    published: Period | None
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class ExportedEvent:
    """One dated event, corrections applied.

    `stated` is the date in the article's words; `article_period` the article's own date where the reader gave another, else
    None; `explanation` says how the date was found. `participants` are names with kinds, as the library knows them; `tags`,
    `note` and `starred` are the reader's.
    """

    key: EventKey
    title: str
    kind: EventKind
    period: Period
    article_period: Period | None
    stated: str
    explanation: str
    assumed: bool
    confidence: float
    participants: tuple[tuple[str, ParticipantKind], ...]
    citation: Citation
    evidence: Evidence
    tags: tuple[str, ...] = ()
    note: str = ""
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the events: the library's name, how many events follow, how many undated ones do not, and when (UTC)."""

    title: str
    events: int
    undated: int
    made: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """What an export asserts and `verify` holds against the source: an event's title and date, as written, and its evidence."""

    title: str
    date: str
    evidence: Evidence


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def exported(stored: StoredArticle, event: StoredEvent, period: Period, say: Say) -> ExportedEvent:
    """Return an event of an article, in a period that it is known to have, as it is taken away."""
    article, report = stored.article, event.report
    quotation = "" if report.sentence is None else article.body[slice(*report.sentence)]
    expression = None if report.expression is None else stored.extraction.time_expressions[report.expression]
    participants = (stored.participants[at] for at in event.participants)
    return ExportedEvent(
        key=event.key,
        title=event.title,
        kind=report.kind,
        period=period,
        article_period=report.period if event.is_redated else None,
        stated="" if expression is None else expression.text,
        explanation=say(report.resolution.explanation),
        assumed=report.resolution.assumed,
        confidence=report.confidence,
        participants=tuple((p.name, p.kind) for p in participants),
        citation=Citation(
            "" if article.title_derived else article.title,
            article.outlet,
            article.author,
            article.published,
            article.url,
            article.language,
        ),
        evidence=Evidence(
            article.source,
            quotation,
            report.sentence,
            event.key.article if report.sentence is None else sha256(quotation),
        ),
        tags=event.tags,
        note=event.note,
        starred=event.starred,
    )


def cite(citation: Citation, say: Say) -> str:
    """Return author, title, outlet, date and address of an article, as far as it states them."""
    if citation.published is None:
        date = say(message(QT_TRANSLATE_NOOP("Message", "no date stated")))
    else:
        date = written(citation.published, say)
    title = f"“{citation.title}”" if citation.title else ""
    return ", ".join(part for part in (citation.author, title, citation.outlet, date, citation.url) if part)


def caveat(event: ExportedEvent, say: Say) -> str:
    """Return the sentence that a date of which the article does not speak must not be without; empty where there is no need."""
    if event.article_period is not None:
        template = QT_TRANSLATE_NOOP("Message", "The reader’s date; the article says {date}.")
        return say(message(template, date=event.article_period))
    if event.assumed:
        return say(message(QT_TRANSLATE_NOOP("Message", "An assumed date: the sentence states none.")))
    return ""


def written(period: Period, say: Say) -> str:
    """Return a period as a reader writes it."""
    return say(message("{date}", date=period))


def left_out(heading: Heading, say: Say) -> str:
    """Return the sentence about undated events, empty where there are none."""
    if not heading.undated:
        return ""
    return say(
        Message.tr(
            "%Ln events without a date were left out.",
            "",
            heading.undated,
            one="%Ln event without a date was left out.",
        )
    )


def is_link(url: str) -> bool:
    """Tell whether an address may be made into a link: nothing but the web, never a script."""
    return url.startswith(("http://", "https://"))
