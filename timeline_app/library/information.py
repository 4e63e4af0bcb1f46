"""What a library says of itself, and the small texts that are kept with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import apsw

from timeline_app.domain.calendar import civil_from_days, day_of
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import iso_date
from timeline_app.domain.records import LibraryInfo
from timeline_app.library.corrections import changes_by_event
from timeline_app.library.migrations import version_of
from timeline_app.library.record import storable
from timeline_app.library.rows import RETOLD
from timeline_app.library.schema import UNDATED_IDS
from timeline_app.library.transactions import snapshot, transaction

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from timeline_app.domain.calendar import Day


def sqlite_version() -> str:
    """Return the version of SQLite that libraries are read with."""
    return str(apsw.sqlite_lib_version())


def info(connection: apsw.Connection, path: Path) -> LibraryInfo:
    """Count articles, events, participants and corrections, and bound the dated events."""
    with snapshot(connection):
        first, last = _bounds(connection)
        events, retold = _counts_of_events(connection)
        return LibraryInfo(
            path=str(path),
            version=version_of(connection),
            articles=article_count(connection),
            undated_articles=_undated_count(connection),
            events=events,
            participants=connection.execute("SELECT count(*) FROM identity WHERE articles OR events").get,
            corrections=connection.execute("SELECT count(*) FROM correction").get,
            first=None if first is None else iso_date(civil_from_days(first)),
            last=None if last is None else iso_date(civil_from_days(last)),
            bytes=connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").get,
            retold=retold,
        )


def _counts_of_events(connection: apsw.Connection) -> tuple[int, int]:
    """Return how many events the timeline has, and how many it has not because a near copy tells them alike."""
    spoken_of = changes_by_event(connection)
    retold = _retold_count(connection, spoken_of)
    dated: int = connection.execute("SELECT count(*) FROM event WHERE start IS NOT NULL").get
    by_reader: int = connection.execute(
        "SELECT count(*) FROM event WHERE start IS NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps([event for event, change in spoken_of.items() if change.period is not None]),),
    ).get
    return dated - retold + by_reader, retold


def retold_after(connection: apsw.Connection, event: int) -> int:
    """Return how many of the dated events with higher ids are not shown because a near copy tells them alike."""
    with snapshot(connection):
        return _retold_count(connection, changes_by_event(connection), event)


def _retold_count(connection: apsw.Connection, spoken_of: Collection[int], after: int = 0) -> int:
    """Count retold events; what the reader spoke of is shown."""
    rows = connection.execute(
        f"SELECT id FROM ({RETOLD}) AS retold JOIN event ON event.id = retold.event WHERE start IS NOT NULL AND id > ?",
        (after,),
    )
    return sum(event not in spoken_of for (event,) in rows)


def article_count(connection: apsw.Connection) -> int:
    """Count all articles, at the cost of counting days."""
    dated: int = connection.execute("SELECT coalesce(sum(articles), 0) FROM day_count").get
    return dated + _undated_count(connection)


def _undated_count(connection: apsw.Connection) -> int:
    found: int = connection.execute(
        "SELECT count(*) FROM article WHERE id BETWEEN ? AND ?", (UNDATED_IDS[0], UNDATED_IDS[-1])
    ).get
    return found


def _bounds(connection: apsw.Connection) -> tuple[Day | None, Day | None]:
    """Return the first and the last day that dated events state, corrections applied, open sides ignored."""
    redated = {event: change.period for event, change in changes_by_event(connection).items() if change.period}
    row: Any = connection.execute(
        "SELECT min(start) FILTER (WHERE flags & ? = 0), max(end) FILTER (WHERE flags & ? = 0) "
        "FROM event WHERE id NOT IN (SELECT value FROM json_each(?))",
        (int(EventFlag.OPEN_START), int(EventFlag.OPEN_END), json.dumps(list(redated))),
    ).fetchone()
    starts = [start for start in (row[0], *(p.start for p in redated.values())) if start is not None]
    ends = [end for end in (row[1], *(p.end for p in redated.values())) if end is not None]
    return (day_of(min(starts)) if starts else None), (day_of(max(ends) - 1) if ends else None)


def state(connection: apsw.Connection, name: str) -> str | None:
    """Return the text kept under a name."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_state(connection: apsw.Connection, name: str, value: str) -> None:
    """Keep a text under a name, in place of an earlier one."""
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, storable(value)))
