"""All dated events of a library in columns, with the reader's corrections laid over them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.event_index import EventFlag, EventIndex
from timeline_app.library import readings
from timeline_app.library.corrections import Changes, changes_by_event
from timeline_app.library.rows import RETOLD, index_columns
from timeline_app.library.transactions import snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    import apsw
    from numpy.typing import NDArray

_EVENT_ROW = np.dtype([(name, np.int64) for name in ("id", "article", "start", "end", "codes")])
_EVENT_COLUMNS = "id, article, start, end, (outlet << 32) | (kind << 24) | (granularity << 16) | flags"
"""Four small numbers travel as one: half the time of reading an index is making numbers of columns."""
_UNDATED_COLUMNS = _EVENT_COLUMNS.replace("start, end", "0, 0")

_DATE_FLAGS = int(EventFlag.APPROXIMATE | EventFlag.OPEN_START | EventFlag.OPEN_END | EventFlag.ASSUMED)


def load_index(connection: apsw.Connection) -> EventIndex:
    """Read all dated events, in their order, with corrections applied."""
    with snapshot(connection):
        rows = np.fromiter(
            connection.execute(f"SELECT {_EVENT_COLUMNS} FROM event WHERE start IS NOT NULL ORDER BY id"),
            dtype=_EVENT_ROW,
        )
        changed = changes_by_event(connection)
        rows = _without_retellings(connection, rows, changed)
        rows = np.concatenate([rows, _dated_by_reader(connection, changed)])
        readings.lay_over(connection, rows["id"], rows["codes"])
        outlets: list[tuple[Any, ...]] = connection.execute("SELECT id, name FROM outlet ORDER BY id").fetchall()
    _lay_over(rows, changed)
    return _index_of(rows[np.lexsort((rows["id"], rows["end"], rows["start"]))], outlets)


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
        readings.lay_over(connection, rows["id"], rows["codes"])
        outlets: list[tuple[Any, ...]] = connection.execute("SELECT id, name FROM outlet ORDER BY id").fetchall()
    _lay_over(rows, changed)
    return _index_of(rows, outlets)


def _index_of(rows: NDArray[np.void], outlets: list[tuple[Any, ...]]) -> EventIndex:
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


def _without_retellings(
    connection: apsw.Connection, rows: NDArray[np.void], changed: Mapping[int, Changes]
) -> NDArray[np.void]:
    """Leave out what the lead of near copies is shown for, unless the reader says something of its own about it."""
    told = [event for (event,) in connection.execute(f"SELECT event FROM ({RETOLD})") if event not in changed]
    return rows[~np.isin(rows["id"], told)] if told else rows


def _dated_by_reader(connection: apsw.Connection, changed: Mapping[int, Changes]) -> NDArray[np.void]:
    """Read the events that have a date only by a correction."""
    ids = json.dumps([event for event, change in changed.items() if change.period is not None])
    rows = connection.execute(
        f"SELECT {_UNDATED_COLUMNS} FROM event "
        "WHERE start IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids,),
    )
    return np.fromiter(rows, dtype=_EVENT_ROW)


def _lay_over(rows: NDArray[np.void], changed: Mapping[int, Changes]) -> None:
    if not changed:
        return
    order = np.argsort(rows["id"], kind="stable")
    for event, change in changed.items():
        at = int(np.searchsorted(rows["id"], event, sorter=order))
        if at == len(order) or rows["id"][order[at]] != event:
            continue
        row = rows[order[at]]
        row["codes"] |= _flags(change)
        if change.period is not None:
            start, end, granularity, flags = index_columns(change.period)
            row["start"], row["end"] = start, end
            kept = int(row["codes"]) & ~(0xFF << 16) & ~_DATE_FLAGS
            row["codes"] = kept | granularity << 16 | flags


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
