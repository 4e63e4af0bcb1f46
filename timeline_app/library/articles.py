"""A stored article as it is read: the extraction as it was added, with what the reader made of its events and participants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.correction import DismissParticipant, ParticipantKey
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import Participant, ParticipantKind, Report, Resolution
from timeline_app.domain.quotation import find_quotation
from timeline_app.domain.records import StoredArticle, StoredEvent, StoredParticipant
from timeline_app.errors import LibraryError
from timeline_app.library.corrections import Changes, changes_of_article, of_types
from timeline_app.library.record import storable, unpack
from timeline_app.library.rows import key_of, period_of
from timeline_app.library.texts import inflated
from timeline_app.library.transactions import snapshot
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw

    from timeline_app.domain.correction import AddEvent, EventKey
    from timeline_app.domain.extraction import Extraction

_COLUMNS = (
    "published_start, published_end, published_granularity, published_approximate, outlet.name, "
    "title, title_derived, published_stated, date_origin, author, url, language, file.path || place, text, record"
)


def article(connection: apsw.Connection, article_id: int) -> StoredArticle:
    """Return an article, its extraction as it was added, and its events and participants with corrections applied.

    Raises:
        LibraryError: The library does not hold the article, or its record is damaged.
    """
    with snapshot(connection):  # it may be read again at any time
        return _article_with_events(connection, article_id)


def _article_with_events(connection: apsw.Connection, article_id: int) -> StoredArticle:
    extraction = extraction_of(connection, article_id)
    fingerprint: bytes = connection.execute("SELECT fingerprint FROM article WHERE id = ?", (article_id,)).get
    cast = _Cast(connection, fingerprint, extraction)
    changed = changes_of_article(connection, fingerprint)
    rows: Iterator[tuple[int, bytes, int, int]] = connection.execute(
        "SELECT event, evidence, ordinal, flags FROM report JOIN event ON event.id = report.event "
        "WHERE report.article = ? ORDER BY position",
        (article_id,),
    )
    reports = iter(extraction.reports)
    events = []
    for event, evidence, ordinal, flags in rows:
        key = key_of(fingerprint, evidence, ordinal)
        change = changed.get(key, Changes())
        if change.added is None:
            report = next(reports)
            participants = cast.of_report(report)
        else:
            report = _said_by_reader(change.added, extraction.article.body)
            participants = cast.of_keys(change.added.participants)
        events.append(_event(event, key, report, change, participants, is_no_date=bool(flags & EventFlag.HIDDEN)))
    return StoredArticle(article_id, extraction, tuple(events), tuple(cast.participants))


def extraction_of(connection: apsw.Connection, article_id: int) -> Extraction:
    """Return an article's extraction as it was added.

    Raises:
        LibraryError: The library does not hold the article, or its record is damaged.
    """
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM article JOIN outlet ON outlet.id = article.outlet JOIN file ON file.id = article.file "
        "WHERE article.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise unknown_event_or_article()
    *columns, text, record = row
    try:
        names, body = inflated(text)
        return unpack(record, _article(*columns, body=body), names)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise LibraryError(
            message(QT_TRANSLATE_NOOP("Message", "the article {title} is damaged in the library"), title=columns[5])
        ) from error


def unknown_event_or_article() -> LibraryError:
    """Return the error that says that the library does not hold what was asked for."""
    return LibraryError(message(QT_TRANSLATE_NOOP("Message", "the library no longer holds this article")))


def _article(
    start: int | None,
    end: int | None,
    granularity: int | None,
    approximate: int,
    outlet: str,
    title: str,
    title_derived: int,
    stated: str,
    origin: str,
    author: str,
    url: str,
    language: str,
    source: str,
    *,
    body: str,
) -> Article:
    return Article(
        title,
        body,
        period_of(start, end, granularity, approximate),
        stated,
        DateOrigin(origin),
        bool(title_derived),
        outlet,
        author,
        url,
        language,
        source,
    )


def _event(
    event: int, key: EventKey, report: Report, change: Changes, participants: tuple[int, ...], *, is_no_date: bool
) -> StoredEvent:
    return StoredEvent(
        event,
        key,
        report,
        title=report.title if change.title is None else change.title,
        period=change.period or report.period,
        hidden=change.hidden or is_no_date,
        starred=change.starred,
        accepted=change.accepted,
        note=change.note,
        tags=change.tags,
        participants=participants,
    )


def _said_by_reader(made: AddEvent, body: str) -> Report:
    explanation = message(QT_TRANSLATE_NOOP("Message", "You added this event."))
    span = find_quotation(body, made.quotation, made.occurrence)
    return Report(made.title, made.kind, made.period, span, Resolution("reader", explanation))


class _Cast:
    """The participants of an article as the library knows them, each once."""

    def __init__(self, connection: apsw.Connection, fingerprint: bytes, extraction: Extraction) -> None:
        self.participants: list[StoredParticipant] = []
        self._connection = connection
        self._at: dict[int, int] = {}
        article = fingerprint.hex()
        dismissed = {made.target for made in of_types(connection, DismissParticipant) if made.article == article}
        self._places = [
            None if ParticipantKey(storable(found.name), found.kind) in dismissed else self._place(found)
            for found in extraction.participants
        ]

    def of_report(self, report: Report) -> tuple[int, ...]:
        """Return the places in `participants` of those who take part in an extracted event."""
        places = (self._places[index] for index in report.participants)
        return tuple(dict.fromkeys(place for place in places if place is not None))

    def of_keys(self, keys: Iterable[ParticipantKey]) -> tuple[int, ...]:
        """Return the places of participants that the reader named, who may be named nowhere in the article."""
        places = (self._place(Participant(storable(key.name), key.kind, ())) for key in keys)
        return tuple(dict.fromkeys(place for place in places if place is not None))

    def _place(self, found: Participant) -> int | None:
        known = self._connection.execute(
            "SELECT identity.id, identity.name, identity.kind FROM participant "
            "JOIN identity ON identity.id = participant.identity WHERE participant.name = ? AND participant.kind = ?",
            (storable(found.name), str(found.kind)),
        ).fetchone()
        if known is None:
            return None
        identity, name, kind = known
        place = self._at.setdefault(identity, len(self.participants))
        if place == len(self.participants):
            self.participants.append(StoredParticipant(identity, name, ParticipantKind(kind), ()))
        whole = self.participants[place]
        self.participants[place] = replace(
            whole,
            mentions=tuple(sorted({*whole.mentions, *found.mentions})),
            roles=tuple(dict.fromkeys((*whole.roles, *found.roles))),
            aliases=tuple(form for form in dict.fromkeys((*whole.aliases, found.name, *found.aliases)) if form != name),
        )
        return place
