"""How many events there are per stretch of time, at any resolution, at a cost that does not depend on how many there are.

A pyramid of counts in one array: the running total at the edges of narrow bins. Every level above is that array read with a
stride, and the count between two edges is one subtraction.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY, SECONDS_PER_HOUR
from timeline_app.timeline.ticks import MONDAY_ORIGIN

if TYPE_CHECKING:
    from numpy.typing import NDArray

BINS: tuple[int, ...] = (
    *(1, 5, 15, 30),
    *(60, 120, 300, 900, 1800),
    *(SECONDS_PER_HOUR * hours for hours in (1, 2, 3, 6, 12)),
    *(SECONDS_PER_DAY * days for days in (1, 2, 4)),
    *(7 * SECONDS_PER_DAY * 2**power for power in range(24)),
)
"""Lengths of bins in seconds. Days and weeks stay whole, or the days of a daily source would beat against the bins."""

_MOST_BASE_BINS = 1 << 15


def bin_length(shortest: float) -> int:
    """Return the shortest of the bins of at least `shortest` seconds."""
    return BINS[min(bisect_left(BINS, shortest), len(BINS) - 1)]


def bin_number(moment: float, length: int) -> int:
    """Return the number of the bin that an instant falls in; bins are fixed in time, so they do not shimmer under a pan."""
    return int((moment - MONDAY_ORIGIN) // length)


def bin_start(number: int, length: int) -> int:
    """Return the instant at which a bin begins."""
    return number * length + MONDAY_ORIGIN


@dataclass(frozen=True)
class Density:
    """The running total of events over time.

    An event that is no longer than a base bin counts where it starts. A longer one is spread evenly over its period: a month is no
    spike on its first day. `first` is the number of the first base bin, `totals` float64 the total before each base edge;
    `spread` is the part of it that the events of a base bin or longer make, and `shorter` counts the others.
    """

    base: int
    first: int
    totals: NDArray[np.float64]
    spread: NDArray[np.float64]
    shorter: _Starts
    _peaks: dict[int, float] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Density:
        """Build it from the periods of events sorted by start; there must be one."""
        last = int(ends.max())
        base = bin_length(max(SECONDS_PER_DAY, (last - int(starts[0])) / _MOST_BASE_BINS))
        first = bin_number(int(starts[0]), base)
        bins = bin_number(last - 1, base) - first + 1
        edges = np.arange(first, first + bins + 1) * base + MONDAY_ORIGIN
        lengths = ends - starts
        wide = (lengths > base).nonzero()[0]
        shorter = _Starts.where(starts, lengths < base)
        totals = _spread_totals(starts[wide], ends[wide], base, first, bins)
        # Looking each edge up is far less than looking at each event.
        totals += starts.searchsorted(edges) - starts[wide].searchsorted(edges)
        spread = totals - shorter.before(edges) if len(shorter.all_of) else totals
        return cls(base, first, totals, spread, shorter)

    def counts(self, first: int, bins: int, length: int) -> NDArray[np.float64]:
        """Return how many events fall in each of `bins` bins of `length` seconds, from bin number `first` on.

        The sum over all bins is the number of events. In bins shorter than the base, an event of the base's length or longer counts
        as spread evenly over each base bin that it touches.
        """
        numbers = np.arange(first, first + bins + 1)
        if length % self.base == 0:
            at = np.minimum(np.maximum(numbers * (length // self.base) - self.first, 0), len(self.totals) - 1)
            return np.diff(self.totals[at])
        edges = numbers * length + MONDAY_ORIGIN
        at_base = (edges - MONDAY_ORIGIN) / self.base - self.first
        return np.diff(self.shorter.before(edges) + np.interp(at_base, np.arange(len(self.spread)), self.spread))

    def peak(self, length: int) -> float:
        """Return the highest count of any bin of a length: what the drawing is measured against, so that it holds still.

        For bins shorter than the base it is estimated between "all at once" and "evenly", without a look at each event.
        """
        if length not in self._peaks:
            if length % self.base:
                share = length / self.base
                self._peaks[length] = max(self.peak(self.base) * share**0.5, 1.0)
            else:
                stride = length // self.base
                first = self.first // stride
                bins = (self.first + len(self.totals)) // stride - first + 1
                self._peaks[length] = float(self.counts(first, bins, length).max())
        return self._peaks[length]


class _Starts(NamedTuple):
    """The starts of some of the events: those of `all_of` without `but`. Most of them need no column of their own."""

    all_of: NDArray[np.int64]
    but: NDArray[np.int64]

    @classmethod
    def where(cls, starts: NDArray[np.int64], which: NDArray[np.bool_]) -> _Starts:
        """Take those of a mask."""
        if 2 * np.count_nonzero(which) <= len(starts):
            return cls(starts[which.nonzero()[0]], starts[:0])
        return cls(starts, starts[(~which).nonzero()[0]])

    def before(self, edges: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many are before each of some instants."""
        return self.all_of.searchsorted(edges) - self.but.searchsorted(edges)


def _spread_totals(
    starts: NDArray[np.int64], ends: NDArray[np.int64], base: int, first: int, bins: int
) -> NDArray[np.float64]:
    """Return the total before each of `bins + 1` edges of events that are spread evenly over their periods, of several bins each.

    Each adds a share to its first bin, one to its last and equal ones between: differences of differences, summed twice.
    """
    if not len(starts):
        return np.zeros(bins + 1)
    begin = (starts - MONDAY_ORIGIN) / base - first
    end = (ends - MONDAY_ORIGIN) / base - first
    first_bin = begin.astype(np.int32)
    last_bin = np.ceil(end).astype(np.int32) - 1
    steps = np.zeros(bins + 2)
    rate = 1 / (end - begin)
    head, tail = (first_bin + 1 - begin) * rate, (end - last_bin) * rate
    for at, amount in ((first_bin, head), (first_bin + 1, rate - head), (last_bin, tail - rate), (last_bin + 1, -tail)):
        steps += np.bincount(at, amount, minlength=bins + 2)
    return np.concatenate(([0.0], np.cumsum(np.cumsum(steps[:bins]))))
