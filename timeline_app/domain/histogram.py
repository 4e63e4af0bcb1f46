"""How many events have a moment in each month, or in longer stretches where there are too many months to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.calendar import Instant, civil, instant

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.domain.event_index import EventIndex

MOST_STRETCHES = 120
"""How many stretches can be shown side by side."""

_MONTHS_A_STRETCH = (1, 3, 12, 60, 120, 600, 1200, 6000, 12000)


@dataclass(frozen=True)
class Histogram:
    """How events spread over time.

    `edges` int64 are instants, one more than there are stretches, the first days of months; `counts` int64 are how many events
    have a moment in each stretch. `months` is how many months a stretch takes; `before` and `after` count the events that are
    over before the first stretch, or begin after the last.
    """

    edges: NDArray[np.int64]
    counts: NDArray[np.int64]
    months: int = 1
    before: int = 0
    after: int = 0

    def __len__(self) -> int:
        return len(self.counts)


def histogram_of(events: EventIndex, home: tuple[Instant, Instant] | None = None) -> Histogram:
    """Return how some events spread over time: over all of it, or where that is too long for months, around `home`.

    As much again is shown on either side of it, and no more: a single event of long ago does not flatten all others.
    """
    if not len(events):
        return Histogram(np.zeros(1, np.int64), np.empty(0, np.int64))
    months, edges = _stretches(int(events.starts[0]), int(events.starts[-1]))
    if months > 1 and home is not None:
        around = home[1] - home[0]
        near = slice(*events.starts.searchsorted([home[0] - around, home[1] + around]).tolist())
        starts = events.starts[near] if near.stop > near.start else events.starts
        months, edges = _stretches(int(starts[0]), int(starts[-1]))
    # Those that began before a moment, less those that were over by then, are under way.
    begun = events.starts.searchsorted(edges)
    over = np.bincount(edges.searchsorted(events.ends, "left"), minlength=len(edges) + 1)[:-1].cumsum()
    return Histogram(edges, begun[1:] - over[:-1], months, int(over[0]), len(events) - int(begun[-1]))


def _stretches(first: Instant, last: Instant) -> tuple[int, NDArray[np.int64]]:
    """Return the smallest stretches, in months, of which few enough hold both moments, and their edges."""
    start, end = _month(first), _month(last)
    months = next((m for m in _MONTHS_A_STRETCH if end // m - start // m < MOST_STRETCHES), _MONTHS_A_STRETCH[-1])
    numbers = range(start // months, min(end // months, start // months + MOST_STRETCHES - 1) + 2)
    return months, np.array([instant(*_year_and_month(number * months)) for number in numbers], np.int64)


def _month(moment: Instant) -> int:
    """Return the number of the month of a moment, counted from the year 0."""
    date = civil(moment)
    return date.year * 12 + date.month - 1


def _year_and_month(number: int) -> tuple[int, int]:
    year, month = divmod(number, 12)
    return year, month + 1
