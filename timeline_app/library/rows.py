"""Domain values as columns and back, where more than one table holds them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.correction import EventKey
from timeline_app.domain.event_index import KINDS, EventFlag
from timeline_app.domain.period import Granularity, Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.domain.calendar import Instant
    from timeline_app.domain.extraction import EventKind

PeriodColumns: TypeAlias = tuple["Instant | None", "Instant | None", "int | None", "int"]
"""start, end, granularity, approximate; all but the last NULL where there is no period."""

EventColumns: TypeAlias = tuple["Instant | None", "Instant | None", int, int, int]
"""start, end, kind, granularity and flags of an event as extracted."""

KeyColumns: TypeAlias = tuple[bytes, bytes, int]
"""fingerprint, evidence, ordinal."""

IndexColumns: TypeAlias = tuple["Instant | None", "Instant | None", int, int]
"""start, end, granularity and flags of an event as they are drawn."""


_RETOLD = (
    "FROM retelling JOIN event AS copied ON copied.id = retelling.event JOIN event AS leading ON leading.id = retelling.lead "
    "WHERE copied.start IS leading.start AND copied.end IS leading.end"
)
RETOLD = f"SELECT retelling.event, retelling.lead {_RETOLD}"
"""The events for which a lead is shown, with that; what was written anew since the copies were found is checked."""

RETOLD_ARTICLES = f"SELECT DISTINCT copied.article, leading.article {_RETOLD}"
"""The same for the articles that these are from."""

_KIND_CODES = {kind: code for code, kind in enumerate(KINDS)}


def period_columns(period: Period | None) -> PeriodColumns:
    """Write a period as it was stated, open sides open."""
    if period is None:
        return None, None, None, 0
    return period.start, period.end, int(period.granularity), int(period.approximate)


def period_of(start: Instant | None, end: Instant | None, granularity: int | None, approximate: int) -> Period | None:
    """Read what `period_columns` wrote."""
    return None if granularity is None else Period(start, end, Granularity(granularity), bool(approximate))


def index_columns(period: Period | None) -> IndexColumns:
    """Write a period as it is drawn: with bounds on both sides, and flags for what they leave out."""
    if period is None:
        return None, None, int(Granularity.DAY), 0
    flags = (
        (EventFlag.APPROXIMATE if period.approximate else 0)
        | (EventFlag.OPEN_START if period.start is None else 0)
        | (EventFlag.OPEN_END if period.end is None else 0)
    )
    return *period.known, int(period.granularity), int(flags)


def event_columns(kind: EventKind, period: Period | None, *, assumed: bool) -> EventColumns:
    """Write what the timeline reads of an event."""
    start, end, granularity, flags = index_columns(period)
    return start, end, _KIND_CODES[kind], granularity, flags | (int(EventFlag.ASSUMED) if assumed else 0)


def packed_ids(ids: Iterable[int]) -> bytes:
    """Write ids as four bytes each, the lowest first, which is how `ids_in` and numpy's `<u4` read them."""
    numbers = tuple(ids)
    return struct.pack(f"<{len(numbers)}I", *numbers)


def ids_in(packed: bytes) -> tuple[int, ...]:
    """Read what `packed_ids` wrote."""
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def key_columns(key: EventKey) -> KeyColumns:
    """Write a key, its digests as bytes."""
    return bytes.fromhex(key.article), bytes.fromhex(key.evidence), key.ordinal


def key_of(fingerprint: bytes, evidence: bytes, ordinal: int) -> EventKey:
    """Read what `key_columns` wrote."""
    return EventKey(fingerprint.hex(), evidence.hex(), ordinal)
