"""Between which instants there is something to see."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.calendar import SECONDS_PER_DAY, Instant

if TYPE_CHECKING:
    from timeline_app.domain.event_index import EventIndex

Extent: TypeAlias = tuple[Instant, Instant]

_FIRM = 31 * SECONDS_PER_DAY
"""The longest period that says when something was: a year starts on its 1 January, but few of its events do."""

_BULK = 0.8
"""The share of the firmly dated events that makes a stretch of time their home."""

_SPARSE = 4
"""How many times longer than the bulk of the events all of them must be before only the bulk is opened on."""

_REACH = 0.25
"""How far around the bulk events still belong to it, as a share of its length."""

_SHORTEST_BULK = 14 * SECONDS_PER_DAY

_SAMPLE = 100_000
"""Of more events so many, evenly chosen, tell as well where most of them are."""

_GROWTH = 2
"""How many times longer each surrounding is than what it surrounds."""


def extent_of(events: EventIndex) -> Extent | None:
    """Return the first start and the last end; None where there are no events."""
    return (int(events.starts[0]), int(events.ends.max())) if len(events) else None


def home_of(events: EventIndex) -> Extent | None:
    """Return the stretch to open with: all events, or the shortest that most of them begin in where all take far longer.

    Articles on one affair name its forerunners, and one "year 6140" or one clause on antiquity is ordinary: opened on
    everything, the affair would be squeezed into a few pixels.
    """
    extent = extent_of(events)
    if extent is None:
        return None
    sample = slice(None, None, -(-len(events) // _SAMPLE))
    starts = events.starts[sample]
    starts = starts[(events.ends[sample] - starts <= _FIRM).nonzero()[0]]
    if not len(starts):
        return extent
    apart = max(math.ceil(_BULK * len(starts)), 1) - 1
    first = int((starts[apart:] - starts[: len(starts) - apart]).argmin())
    low, high = int(starts[first]), int(starts[first + apart])
    length = max(high - low, _SHORTEST_BULK)
    if extent[1] - extent[0] <= _SPARSE * length:
        return extent
    reach = int(length * _REACH)
    near = slice(*events.starts.searchsorted([low - reach, high + reach]).tolist())
    starts, ends = events.starts[near], events.ends[near]
    firm = (ends - starts <= _FIRM).nonzero()[0]
    return int(starts[firm[0]]), min(int(ends[firm].max()), high + reach)


def surroundings(home: Extent, extent: Extent, start: float, end: float) -> Extent:
    """Return the stretch around home, of all the events' at most, in which `[start, end]` is seen in its place.

    It grows by large steps, so that it stands still while the view moves about in it.
    """
    low, high = home
    while True:
        air = math.ceil((high - low) * (_GROWTH - 1) / 2)
        low, high = max(low - air, extent[0]), min(high + air, extent[1])
        if low <= max(start, extent[0]) and min(end, extent[1]) <= high:
            return low, high
