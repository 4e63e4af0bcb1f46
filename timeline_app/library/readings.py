"""How far events were read. Kept by what an event is, as corrections are, but it is none: nothing of it is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import Reading
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    import apsw
    from numpy.typing import NDArray

_LEVELS = {Reading.SKIMMED: 1, Reading.READ: 2}
"""What is stored: more was read where the number is higher."""
_FLAGS = {1: EventFlag.SKIMMED, 2: EventFlag.READ}

_PAIR = np.dtype([("event", np.int64), ("level", np.int64)])


def note_readings(connection: apsw.Connection, readings: Mapping[int, Reading]) -> None:
    """Note how far events were read, by their ids. What was read more closely before stays so; unread forgets that."""
    with transaction(connection):
        for event, reading in readings.items():
            level = _LEVELS.get(reading, 0)
            of_event = (
                "FROM event JOIN report ON report.event = event.id AND report.article = event.article "
                "JOIN article ON article.id = event.article WHERE event.id = ?"
            )
            if level:
                connection.execute(
                    f"INSERT INTO reading SELECT fingerprint, evidence, ordinal, ? {of_event} "
                    "ON CONFLICT DO UPDATE SET level = max(level, excluded.level)",
                    (level, event),
                )
            else:
                connection.execute(
                    "DELETE FROM reading WHERE (fingerprint, evidence, ordinal) IN "
                    f"(SELECT fingerprint, evidence, ordinal {of_event})",
                    (event,),
                )


def reading_of(level: int) -> Reading:
    """Read what is stored.

    Raises:
        KeyError: It is damaged.
    """
    return {number: reading for reading, number in _LEVELS.items()}[level]


def lay_over(connection: apsw.Connection, ids: NDArray[np.int64], flags: NDArray[np.integer]) -> None:
    """Set the flags of the events that were read; `flags` stand at the same places as `ids`."""
    # CROSS JOIN is SQLite's word for "in this order": less was read than there is.
    found = np.fromiter(
        connection.execute(
            "SELECT report.event, reading.level FROM reading CROSS JOIN article USING (fingerprint) "
            "CROSS JOIN report ON report.article = article.id AND report.evidence = reading.evidence "
            "AND report.ordinal = reading.ordinal"
        ),
        dtype=_PAIR,
    )
    if not len(found) or not len(ids):
        return
    order = np.argsort(ids, kind="stable")
    places = np.minimum(np.searchsorted(ids, found["event"], sorter=order), len(ids) - 1)
    known = ids[order[places]] == found["event"]
    for level, flag in _FLAGS.items():
        flags[order[places[known & (found["level"] == level)]]] |= int(flag)
