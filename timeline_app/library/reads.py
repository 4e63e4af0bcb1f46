"""What a library gives back, with the reader's corrections laid over it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline_app.domain.event_index import EventFlag, EventSummary
from timeline_app.domain.records import UndatedArticle
from timeline_app.library.articles import unknown_event_or_article
from timeline_app.library.rows import RETOLD, ids_in, key_of
from timeline_app.library.schema import UNDATED_IDS, UNSURE_BELOW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import apsw

    from timeline_app.domain.correction import EventKey


def summaries(connection: apsw.Connection, event_ids: Sequence[int]) -> dict[int, EventSummary]:
    """Return what lists show of these events; an id that the library does not hold is left out."""
    rows: list[Any] = connection.execute(
        "SELECT event.id, event.article, coalesce(correction.payload ->> '$', report.title, article.title), outlet.name, "
        "report.stated, report.participants, "
        f"1 + (SELECT count(*) FROM ({RETOLD}) AS retold WHERE retold.lead = event.id) "
        "FROM json_each(?) AS wanted CROSS JOIN event ON event.id = wanted.value JOIN outlet ON outlet.id = event.outlet "
        "JOIN report ON report.event = event.id AND report.article = event.article "
        "JOIN article ON article.id = event.article "
        "LEFT JOIN correction ON correction.fingerprint = article.fingerprint AND correction.evidence = report.evidence "
        "AND correction.ordinal = report.ordinal AND correction.type = 'retitle'",
        (json.dumps([int(event) for event in event_ids]),),
    ).fetchall()
    taking_part = {row[0]: ids_in(row[5]) for row in rows}
    names = _identities_of(connection, {participant for ids in taking_part.values() for participant in ids})
    return {
        event: EventSummary(event, article, title, outlet, stated, _each_once(taking_part[event], names), reports)
        for event, article, title, outlet, stated, _, reports in rows
    }


def _identities_of(connection: apsw.Connection, participants: Collection[int]) -> dict[int, tuple[int, str]]:
    """Return id and name of the identities of participants, of those who have one."""
    rows: Iterable[tuple[int, int, str]] = connection.execute(
        "SELECT participant.id, identity.id, identity.name FROM json_each(?) AS wanted "
        "CROSS JOIN participant ON participant.id = wanted.value JOIN identity ON identity.id = participant.identity",
        (json.dumps(list(participants)),),
    )
    return {participant: (identity, name) for participant, identity, name in rows}


def _each_once(participants: Iterable[int], identities: Mapping[int, tuple[int, str]]) -> tuple[str, ...]:
    return tuple(dict(identities[participant] for participant in participants if participant in identities).values())


def article_of_event(connection: apsw.Connection, event_id: int) -> int:
    """Return the article that an event's leading report is from.

    Raises:
        LibraryError: The library does not hold the event.
    """
    found = connection.execute("SELECT article FROM event WHERE id = ?", (event_id,)).get
    if found is None:
        raise unknown_event_or_article()
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
        raise unknown_event_or_article()
    return key_of(*row)


def keys_of_events(connection: apsw.Connection, event_ids: Sequence[int]) -> dict[int, EventKey]:
    """Return what identifies events across extractions; unknown ids are left out."""
    rows = connection.execute(
        "SELECT event.id, fingerprint, evidence, ordinal FROM json_each(?) AS wanted "
        "CROSS JOIN event ON event.id = wanted.value JOIN article ON article.id = event.article "
        "JOIN report ON report.event = event.id AND report.article = event.article",
        (json.dumps([int(event) for event in event_ids]),),
    )
    return {event: key_of(*columns) for event, *columns in rows}


def unsure(connection: apsw.Connection, limit: int) -> list[int]:
    """Return the dated events that extraction was least sure of and the reader has said nothing about, least sure first."""
    rows = connection.execute(
        f"SELECT event FROM report JOIN event ON event.id = report.event JOIN article ON article.id = report.article "
        f"WHERE confidence < {UNSURE_BELOW} AND event.start IS NOT NULL AND event.flags & {int(EventFlag.HIDDEN)} = 0 "
        "AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.fingerprint = article.fingerprint "
        "AND correction.evidence = report.evidence AND correction.ordinal = report.ordinal AND correction.name = '' "
        "AND type IN ('accept', 'hide', 'redate', 'retitle')) ORDER BY confidence, event LIMIT ?",
        (limit,),
    )
    return [event for (event,) in rows]


def said_of(connection: apsw.Connection, event_ids: Sequence[int], correction: str) -> dict[int, str]:
    """Return the reader's words of one type of correction, "note" or "retitle", on those of some events that have them."""
    rows = connection.execute(
        "SELECT report.event, payload ->> '$' FROM json_each(?1) AS wanted CROSS JOIN report ON report.event = wanted.value "
        "JOIN article ON article.id = report.article JOIN correction USING (fingerprint, evidence, ordinal) "
        "WHERE correction.name = '' AND correction.type = ?2",
        (json.dumps([int(event) for event in event_ids]), correction),
    )
    return {event: str(words) for event, words in rows}


def event_of_key(connection: apsw.Connection, key: EventKey) -> int | None:
    """Return the event that a key identifies, None where the library has it not."""
    found = connection.execute(
        "SELECT event FROM article JOIN report ON report.article = article.id "
        "WHERE fingerprint = ? AND evidence = ? AND ordinal = ?",
        (bytes.fromhex(key.article), bytes.fromhex(key.evidence), key.ordinal),
    ).fetchone()
    return None if found is None else int(found[0])


def undated(connection: apsw.Connection) -> list[UndatedArticle]:
    """Return the articles that state no date and were given none by the reader, in the order of their arrival."""
    rows = connection.execute(
        "SELECT article.id, title, file.path || place, outlet.name FROM article JOIN outlet ON outlet.id = article.outlet "
        "JOIN file ON file.id = article.file "
        "WHERE article.id BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM correction "
        "WHERE correction.fingerprint = article.fingerprint AND type = 'redate' AND evidence = x'' AND ordinal = 0) "
        "ORDER BY article.id",
        (UNDATED_IDS[0], UNDATED_IDS[-1]),
    )
    return [UndatedArticle(*row) for row in rows]
