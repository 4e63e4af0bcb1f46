"""What a library gives back, with the reader's corrections laid over it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.event_index import EventSummary
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.records import (
    LibraryParticipant,
    StoredArticle,
    StoredEvent,
    StoredParticipant,
    UndatedArticle,
)
from timeline_app.errors import LibraryError
from timeline_app.library.corrections import Changes, changes_of_article
from timeline_app.library.record import storable, unpack
from timeline_app.library.rows import key_of, period_of
from timeline_app.library.schema import UNDATED_IDS
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import apsw
    from numpy.typing import NDArray

    from timeline_app.domain.correction import EventKey
    from timeline_app.domain.extraction import Extraction


def summaries(connection: apsw.Connection, event_ids: Sequence[int]) -> dict[int, EventSummary]:
    """Return what lists show of these events; an id that the library does not hold is left out."""
    rows = connection.execute(
        "SELECT event.id, event.article, coalesce(correction.title, report.title), outlet.name, report.stated, "
        "(SELECT json_group_array(participant.name ORDER BY rank) FROM event_participant "
        "JOIN participant ON participant.id = event_participant.participant WHERE event_participant.event = event.id) "
        "FROM json_each(?) AS wanted CROSS JOIN event ON event.id = wanted.value JOIN outlet ON outlet.id = event.outlet "
        "JOIN report ON report.event = event.id AND report.article = event.article "
        "JOIN article ON article.id = event.article "
        "LEFT JOIN correction ON correction.fingerprint = article.fingerprint AND correction.evidence = report.evidence "
        "AND correction.ordinal = report.ordinal AND correction.type = 'retitle'",
        (json.dumps([int(event) for event in event_ids]),),
    )
    return {
        event: EventSummary(event, article, title, outlet, stated, tuple(json.loads(names)))
        for event, article, title, outlet, stated, names in rows
    }


_ARTICLE_COLUMNS = (
    "fingerprint, published_start, published_end, published_granularity, published_approximate, outlet.name, "
    "title, title_derived, published_stated, date_origin, author, url, language, source, body, record"
)


def article(connection: apsw.Connection, article_id: int) -> StoredArticle:
    """Return an article, its extraction as it was added, and its events with corrections applied.

    Raises:
        LibraryError: The library does not hold the article, or its record is damaged.
    """
    row = connection.execute(
        f"SELECT {_ARTICLE_COLUMNS} FROM article JOIN outlet ON outlet.id = article.outlet WHERE article.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise _unknown_event_or_article()
    fingerprint, *columns, record = row
    try:
        extraction = unpack(record, _article(*columns))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise LibraryError(
            message(QT_TRANSLATE_NOOP("Message", "the article {title} is damaged in the library"), title=columns[5])
        ) from error
    return StoredArticle(
        article_id,
        extraction,
        _events(connection, article_id, fingerprint, extraction),
        tuple(_participants(connection, extraction)),
    )


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


def _events(
    connection: apsw.Connection, article_id: int, fingerprint: bytes, extraction: Extraction
) -> tuple[StoredEvent, ...]:
    changed = changes_of_article(connection, fingerprint)
    rows = connection.execute(
        "SELECT event, evidence, ordinal FROM report WHERE article = ? ORDER BY position", (article_id,)
    )
    events = []
    for report, (event, evidence, ordinal) in zip(extraction.reports, rows, strict=True):
        key = key_of(fingerprint, evidence, ordinal)
        change = changed.get(key, Changes())
        title = report.title if change.title is None else change.title
        events.append(StoredEvent(event, key, report, title, change.period or report.period, change.hidden))
    return tuple(events)


def _participants(connection: apsw.Connection, extraction: Extraction) -> Iterator[StoredParticipant]:
    for found in extraction.participants:
        known = connection.execute(
            "SELECT id FROM participant WHERE name = ? AND kind = ?", (storable(found.name), str(found.kind))
        ).get
        yield StoredParticipant(known, found.name, found.kind, found.mentions, found.roles, found.aliases)


def article_of_event(connection: apsw.Connection, event_id: int) -> int:
    """Return the article that an event's leading report is from.

    Raises:
        LibraryError: The library does not hold the event.
    """
    found = connection.execute("SELECT article FROM event WHERE id = ?", (event_id,)).get
    if found is None:
        raise _unknown_event_or_article()
    return int(found)


def key_of_event(connection: apsw.Connection, event_id: int) -> EventKey:
    """Return what identifies an event across extractions.

    Raises:
        LibraryError: The library does not hold the event.
    """
    row = connection.execute(
        "SELECT fingerprint, evidence, ordinal FROM event JOIN report ON report.event = event.id "
        "AND report.article = event.article JOIN article ON article.id = event.article WHERE event.id = ?",
        (event_id,),
    ).fetchone()
    if row is None:
        raise _unknown_event_or_article()
    return key_of(*row)


def _unknown_event_or_article() -> LibraryError:
    return LibraryError(message(QT_TRANSLATE_NOOP("Message", "the library no longer holds this article")))


def event_of_key(connection: apsw.Connection, key: EventKey) -> int | None:
    """Return the event that a key identifies, None where the library has it not."""
    found = connection.execute(
        "SELECT event FROM article JOIN report ON report.article = article.id "
        "WHERE fingerprint = ? AND evidence = ? AND ordinal = ?",
        (bytes.fromhex(key.article), bytes.fromhex(key.evidence), key.ordinal),
    ).fetchone()
    return None if found is None else int(found[0])


def participants(
    connection: apsw.Connection, kind: ParticipantKind | None, limit: int | None
) -> list[LibraryParticipant]:
    """Return participants, those with most events first and otherwise as they came."""
    rows = connection.execute(
        "SELECT id, name, kind, articles, mentions, events FROM participant WHERE ?1 IS NULL OR kind = ?1 "
        "ORDER BY events DESC, id LIMIT ?2",
        (None if kind is None else str(kind), -1 if limit is None else limit),
    )
    return [LibraryParticipant(key, name, ParticipantKind(of), *counts) for key, name, of, *counts in rows]


def names_of(connection: apsw.Connection, participant_ids: Collection[int]) -> dict[int, str]:
    """Return the names of participants; unknown ids are left out."""
    rows = connection.execute(
        "SELECT id, name FROM participant WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return dict(rows)


def events_of(connection: apsw.Connection, participant_ids: Sequence[int]) -> NDArray[np.int64]:
    """Return the ids of the events that any of the participants takes part in, ascending."""
    rows = connection.execute(
        "SELECT DISTINCT event FROM event_participant WHERE participant IN (SELECT value FROM json_each(?)) ORDER BY event",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return _ids(rows)


def event_counts(connection: apsw.Connection, participant_ids: Sequence[int]) -> dict[int, int]:
    """Return in how many events of the library each participant takes part, without counting them anew."""
    rows: Iterator[Any] = connection.execute(
        "SELECT id, events FROM participant WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return dict(rows)


def _ids(rows: Iterator[Any]) -> NDArray[np.int64]:
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


def undated(connection: apsw.Connection) -> list[UndatedArticle]:
    """Return the articles that state no date and were given none by the reader, in the order of their arrival."""
    rows = connection.execute(
        "SELECT article.id, title, source, outlet.name FROM article JOIN outlet ON outlet.id = article.outlet "
        "WHERE article.id BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM correction "
        "WHERE correction.fingerprint = article.fingerprint AND type = 'redate' AND evidence = x'' AND ordinal = 0) "
        "ORDER BY article.id",
        (UNDATED_IDS[0], UNDATED_IDS[-1]),
    )
    return [UndatedArticle(*row) for row in rows]
