"""What a library gives back, with the reader's corrections laid over it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.event_index import EventFlag, EventSummary
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.records import LibraryParticipant, UndatedArticle
from timeline_app.errors import LibraryError
from timeline_app.library.articles import unknown_event_or_article
from timeline_app.library.identities import Registry
from timeline_app.library.rows import RETOLD, key_of
from timeline_app.library.schema import UNDATED_IDS, UNSURE_BELOW
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import apsw
    from numpy.typing import NDArray

    from timeline_app.domain.correction import EventKey


def summaries(connection: apsw.Connection, event_ids: Sequence[int]) -> dict[int, EventSummary]:
    """Return what lists show of these events; an id that the library does not hold is left out."""
    rows = connection.execute(
        "SELECT event.id, event.article, coalesce(correction.payload ->> '$', report.title), outlet.name, report.stated, "
        "(SELECT json_group_array(name ORDER BY rank) FROM (SELECT identity.name AS name, min(rank) AS rank "
        "FROM event_participant JOIN participant ON participant.id = event_participant.participant "
        "JOIN identity ON identity.id = participant.identity WHERE event_participant.event = event.id GROUP BY identity.id)), "
        f"1 + (SELECT count(*) FROM ({RETOLD}) AS retold WHERE retold.lead = event.id) "
        "FROM json_each(?) AS wanted CROSS JOIN event ON event.id = wanted.value JOIN outlet ON outlet.id = event.outlet "
        "JOIN report ON report.event = event.id AND report.article = event.article "
        "JOIN article ON article.id = event.article "
        "LEFT JOIN correction ON correction.fingerprint = article.fingerprint AND correction.evidence = report.evidence "
        "AND correction.ordinal = report.ordinal AND correction.type = 'retitle'",
        (json.dumps([int(event) for event in event_ids]),),
    )
    return {
        event: EventSummary(event, article, title, outlet, stated, tuple(json.loads(names)), reports)
        for event, article, title, outlet, stated, names, reports in rows
    }


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


def note_of(connection: apsw.Connection, event_id: int) -> str:
    """Return the reader's note on an event, empty where there is none."""
    row = connection.execute(
        "SELECT payload ->> '$' FROM report JOIN article ON article.id = report.article "
        "JOIN correction USING (fingerprint, evidence, ordinal) WHERE event = ? AND name = '' AND type = 'note'",
        (event_id,),
    ).fetchone()
    return "" if row is None else str(row[0])


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
        "SELECT id, name, kind, articles, mentions, events FROM identity WHERE ?1 IS NULL OR kind = ?1 "
        "ORDER BY events DESC, id LIMIT ?2",
        (None if kind is None else str(kind), -1 if limit is None else limit),
    )
    return [LibraryParticipant(key, name, ParticipantKind(of), *counts) for key, name, of, *counts in rows]


def names_of(connection: apsw.Connection, participant_ids: Collection[int]) -> dict[int, str]:
    """Return the names of participants; unknown ids are left out."""
    rows = connection.execute(
        f"SELECT wanted.value, identity.name FROM {_WANTED}",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return dict(rows)


def participant_key(connection: apsw.Connection, participant_id: int) -> ParticipantKey:
    """Return what identifies a participant across extractions: its leading name.

    Raises:
        LibraryError: The library does not hold the participant.
    """
    return participant_names(connection, participant_id)[0]


def participant_names(connection: apsw.Connection, participant_id: int) -> list[ParticipantKey]:
    """Return all names, as found in articles, that are taken for one participant; the leading one first.

    Raises:
        LibraryError: The library does not hold the participant.
    """
    rows: list[Any] = connection.execute(
        "SELECT name, kind, block FROM participant WHERE identity = (SELECT identity FROM participant WHERE id = ?)",
        (participant_id,),
    ).fetchall()
    known = {ParticipantKey(name, ParticipantKind(kind)) for name, kind, _ in rows}
    if not known:
        raise LibraryError(message(QT_TRANSLATE_NOOP("Message", "the library no longer holds this participant")))
    resolved = Registry(connection).resolve({block for _, _, block in rows})
    return next(list(found.members) for found in resolved.identities if known <= set(found.members))


def events_of(connection: apsw.Connection, participant_ids: Sequence[int]) -> NDArray[np.int64]:
    """Return the ids of the events that any of the participants takes part in, ascending."""
    rows = connection.execute(
        "SELECT DISTINCT event FROM event_participant WHERE participant IN (SELECT participant.id FROM participant "
        f"WHERE participant.identity IN (SELECT identity.id FROM {_WANTED})) ORDER BY event",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return _ids(rows)


def event_counts(connection: apsw.Connection, participant_ids: Sequence[int]) -> dict[int, int]:
    """Return in how many events of the library each participant takes part, without counting them anew."""
    rows: Iterator[Any] = connection.execute(
        f"SELECT wanted.value, identity.events FROM {_WANTED}",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return dict(rows)


_WANTED = "json_each(?) AS wanted JOIN participant AS met ON met.id = wanted.value JOIN identity ON identity.id = met.identity"
"""The identities of names: an id that was one before a merge still finds it."""


def _ids(rows: Iterator[Any]) -> NDArray[np.int64]:
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


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
