"""Between which instants there is something to see."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.calendar import SECONDS_PER_DAY, Instant

if TYPE_CHECKING:
    from timeline_app.domain.event_index import EventIndex

Extent: TypeAlias = tuple[Instant, Instant]

_SHORTEST_BULK = 30 * SECONDS_PER_DAY


def extent_of(events: EventIndex) -> Extent | None:
    """Return the first start and the last end; None where there are no events."""
    return (int(events.starts[0]), int(events.ends.max())) if len(events) else None


def home_of(events: EventIndex) -> Extent | None:
    """Return the stretch to open with: every event but those far from the others.

    One "year 6140" or one clause on antiquity would else squeeze all the rest into a few pixels. Far is farther
    from the middle eight tenths of the events than these are apart.
    """
    extent = extent_of(events)
    if extent is None:
        return None
    last_row = len(events) - 1
    low, high = int(events.starts[math.floor(0.1 * last_row)]), int(events.starts[math.ceil(0.9 * last_row)])
    reach = max(high - low, _SHORTEST_BULK)
    near = (events.ends > low - reach) & (events.starts < high + reach)
    first, last = int(events.starts[near].min()), int(events.ends[near].max())
    return max(first, low - reach), min(last, high + reach)
