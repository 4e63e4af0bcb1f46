"""All dated events of a library in columns, with the reader's corrections laid over them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.event_index import COLUMN_TYPES, EventFlag, EventIndex
from timeline_app.library import readings
from timeline_app.library.columns import read_columns, write_columns
from timeline_app.library.corrections import Changes, changes_by_event
from timeline_app.library.revision import revision_of
from timeline_app.library.rows import RETOLD, index_columns
from timeline_app.library.transactions import snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import TypeAlias

    import apsw
    from numpy.typing import NDArray

    _Outlet: TypeAlias = tuple[Any, ...]
    """Id and name."""

_EVENT_ROW = np.dtype([(name, np.int64) for name in ("id", "article", "start", "end", "codes")])
_EVENT_COLUMNS = "id, article, start, end, (outlet << 32) | (kind << 24) | (granularity << 16) | flags"
"""Four small numbers travel as one: half the time of reading an index is making numbers of columns."""
_UNDATED_COLUMNS = _EVENT_COLUMNS.replace("start, end", "0, 0")

_DATE_FLAGS = int(EventFlag.APPROXIMATE | EventFlag.OPEN_START | EventFlag.OPEN_END | EventFlag.ASSUMED)


_MANY = 4
"""Near copies of what leads them that are many: five articles tell of it."""


def load_index(connection: apsw.Connection, cache: Path | None = None) -> EventIndex:
    """Return all dated events, in their order, with corrections applied.

    `cache` is a folder where the columns of the events as they were extracted are kept for the next time.
    """
    with snapshot(connection):
        outlets = _outlets(connection)
        revision = revision_of(connection) if cache is not None else None
        kept = read_columns(cache, revision) if cache is not None and revision is not None else None
        extracted = _index_of(_dated(connection), outlets) if kept is None else _index(kept, outlets)
        shown = _as_shown(connection, extracted, outlets)
    if cache is not None and revision is not None and kept is None:
        write_columns(cache, revision, _columns(extracted))
    return shown


def load_undated(connection: apsw.Connection) -> EventIndex:
    """Read the appearances of the articles without a date, in the order of their ids; their starts and ends mean nothing."""
    with snapshot(connection):
        changed = changes_by_event(connection)
        dated = json.dumps([event for event, change in changed.items() if change.period is not None])
        rows = np.fromiter(
            connection.execute(
                f"SELECT {_UNDATED_COLUMNS} FROM event "
                "WHERE start IS NULL AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id",
                (dated,),
            ),
            dtype=_EVENT_ROW,
        )
        outlets = _outlets(connection)
        columns = _columns(_index_of(rows, outlets))
        columns["flags"] = columns["flags"].copy()
        readings.lay_over(connection, columns["ids"], columns["flags"])
    _lay_over(columns, changed)
    return _index(columns, outlets)


def _dated(connection: apsw.Connection) -> NDArray[np.void]:
    """Read the dated events as extracted, in their order."""
    rows = np.fromiter(
        connection.execute(f"SELECT {_EVENT_COLUMNS} FROM event WHERE start IS NOT NULL ORDER BY id"), dtype=_EVENT_ROW
    )
    return rows[np.lexsort((rows["id"], rows["end"], rows["start"]))]


def _as_shown(connection: apsw.Connection, extracted: EventIndex, outlets: Sequence[_Outlet]) -> EventIndex:
    """Return the events without retellings, with those that the reader dated, and with what else the reader said and read."""
    changed = changes_by_event(connection)
    retold: list[tuple[Any, ...]] = connection.execute(f"SELECT event, lead FROM ({RETOLD})").fetchall()
    columns = _columns(_without_retellings(extracted, [event for event, _ in retold if event not in changed]))
    added = _dated_by_reader(connection, changed)
    if len(added):
        more = _columns(_index_of(added, outlets))
        columns = {name: np.concatenate((column, more[name])) for name, column in columns.items()}
    columns["flags"] = columns["flags"].copy()
    readings.lay_over(connection, columns["ids"], columns["flags"])
    _mark_leads(columns, Counter(lead for _, lead in retold))
    if _lay_over(columns, changed) or len(added):
        order = np.lexsort((columns["ids"], columns["ends"], columns["starts"]))
        columns = {name: column[order] for name, column in columns.items()}
    return _index(columns, outlets)


def _outlets(connection: apsw.Connection) -> Sequence[_Outlet]:
    return connection.execute("SELECT id, name FROM outlet ORDER BY id").fetchall()


def _columns(events: EventIndex) -> dict[str, NDArray[Any]]:
    return {name: getattr(events, name) for name in COLUMN_TYPES}


def _index(columns: dict[str, NDArray[Any]], outlets: Sequence[_Outlet]) -> EventIndex:
    return EventIndex(**columns, outlet_names=tuple(name for _, name in outlets))


def _index_of(rows: NDArray[np.void], outlets: Sequence[_Outlet]) -> EventIndex:
    codes = rows["codes"]
    return EventIndex(
        ids=rows["id"].copy(),
        articles=rows["article"].copy(),
        starts=rows["start"].copy(),
        ends=rows["end"].copy(),
        outlets=np.searchsorted([key for key, _ in outlets], codes >> 32).astype(np.int32),
        kinds=(codes >> 24 & 0xFF).astype(np.uint8),
        granularities=(codes >> 16 & 0xFF).astype(np.uint8),
        flags=(codes & 0xFFFF).astype(np.uint16),
        outlet_names=tuple(name for _, name in outlets),
    )


def _without_retellings(events: EventIndex, retold: Sequence[int]) -> EventIndex:
    """Leave out the events for which the lead of near copies is shown."""
    return events.take(~np.isin(events.ids, retold)) if retold else events


def _mark_leads(columns: dict[str, NDArray[Any]], copies: Mapping[int, int]) -> None:
    """Write into the flags, which are ours to write, that others tell of an event too."""
    rows = np.flatnonzero(np.isin(columns["ids"], np.fromiter(copies, np.int64)))
    for row, event in zip(rows.tolist(), columns["ids"][rows].tolist(), strict=True):
        columns["flags"][row] |= EventFlag.SEVERAL | (EventFlag.MANY if copies[event] >= _MANY else 0)


def _dated_by_reader(connection: apsw.Connection, changed: Mapping[int, Changes]) -> NDArray[np.void]:
    """Read the events that have a date only by a correction."""
    ids = json.dumps([event for event, change in changed.items() if change.period is not None])
    rows = connection.execute(
        f"SELECT {_UNDATED_COLUMNS} FROM event "
        "WHERE start IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids,),
    )
    return np.fromiter(rows, dtype=_EVENT_ROW)


def _lay_over(columns: dict[str, NDArray[Any]], changed: Mapping[int, Changes]) -> bool:
    """Write what the reader said into the columns, of which the flags are ours to write; tell whether a date is another."""
    rows = np.flatnonzero(np.isin(columns["ids"], np.fromiter(changed, np.int64)))
    changes = [(row, changed[int(columns["ids"][row])]) for row in rows.tolist()]
    redated = any(change.period is not None for _, change in changes)
    for name in ("starts", "ends", "granularities") if redated else ():
        columns[name] = columns[name].copy()
    for row, change in changes:
        columns["flags"][row] |= _flags(change)
        if change.period is not None:
            start, end, granularity, flags = index_columns(change.period)
            columns["starts"][row], columns["ends"][row], columns["granularities"][row] = start, end, granularity
            columns["flags"][row] = int(columns["flags"][row]) & ~_DATE_FLAGS | flags
    return redated


def _flags(change: Changes) -> int:
    """Return what an event's flags say of what the reader made of it."""
    said = {
        EventFlag.CORRECTED: change.title is not None or change.period is not None,
        EventFlag.HIDDEN: change.hidden,
        EventFlag.STARRED: change.starred,
        EventFlag.TAGGED: bool(change.tags),
        EventFlag.NOTED: bool(change.note),
        EventFlag.BY_HAND: change.added is not None,
        EventFlag.ACCEPTED: change.accepted,
    }
    return sum(flag for flag, is_so in said.items() if is_so)
