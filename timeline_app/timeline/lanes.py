"""The lanes of the timeline: which of a lane's events lie in a stretch of time, and which are next to one another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.levels import Density

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Lane:
    """A swim lane: some of the index's events, in its order.

    `name` is what the library calls the lane (an outlet, a participant, the value of an `EventKind`), empty for the lane of all
    events or of those that have no name of this sort; `kind` the kind of the participant. `rows` int32, ascending rows of the
    index; `starts` int64 of these rows; `all_ends` int64 of all rows of the index. A position is an offset in `rows`. `others`
    is how many groups that have no lane of their own are gathered in this one.
    """

    name: str
    rows: NDArray[np.int32]
    starts: NDArray[np.int64]
    all_ends: NDArray[np.int64]
    kind: str = ""
    others: int = 0

    @property
    def key(self) -> str:
        """What tells the lane from others of its grouping, also in another session."""
        return f"{self.kind}/{self.name}" if self.kind else self.name

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def ends(self) -> NDArray[np.int64]:
        """The ends of the lane's events. A lane of many keeps no column of them: few are ever asked for, and then by `ends_at`."""
        return self.all_ends if len(self.rows) == len(self.all_ends) else self.all_ends[self.rows]

    def ends_at(self, positions: NDArray[np.signedinteger] | slice) -> NDArray[np.int64]:
        """Return the ends of the events at some positions."""
        return self.all_ends[self.rows[positions]]

    @cached_property
    def _shape(self) -> tuple[Density, NDArray[np.int32]]:
        """How the events spread over time, and the positions of those of more than a day.

        Every event is looked at for either: at once, with the first picture, so that no later one has to wait for it.
        """
        ends = self.ends
        long = (ends - self.starts > SECONDS_PER_DAY).nonzero()[0]
        return Density.of(self.starts, ends), long.astype(np.int32)

    @cached_property
    def _bounds_of_long(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The starts and the ends of the events of more than a day, each sorted."""
        _, long = self._shape
        return self.starts[long], np.sort(self.ends_at(long))

    @cached_property
    def _longer(self) -> tuple[_LongEvents, ...]:
        """The events of more than a day in classes of duration."""
        _, long = self._shape
        durations = self.ends_at(long) - self.starts[long]
        classes = (np.log2(durations / SECONDS_PER_DAY) / 2).astype(np.int8)
        members = (classes == number for number in np.bincount(classes).nonzero()[0])
        return tuple(_LongEvents(int(durations[m].max()), long[m], self.starts[long[m]]) for m in members)

    @property
    def density(self) -> Density:
        """How the lane's events spread over time."""
        return self._shape[0]

    def count(self, start: float, end: float) -> int:
        """Return how many events have a moment in `[start, end)`: those that begin in it and those that run in from before."""
        first, last = _before(self.starts, start), _before(self.starts, end)
        if first == 0:
            return last
        long_starts, long_ends = self._bounds_of_long
        running = _before(long_starts, start) - _before(long_ends, math.floor(start) + 1)
        return last - first + running + len(self._short_running_in(start, first))

    def position(self, row: int) -> int:
        """Return the position of a row of the index, -1 where the lane does not hold it."""
        at = int(self.rows.searchsorted(np.int32(row)))
        return at if at < len(self) and self.rows[at] == row else -1

    def overlapping(self, start: float, end: float) -> NDArray[np.int64]:
        """Return the positions of the events that have a moment in `[start, end)`, ascending.

        Events that run in from before are looked for by class of duration, so that one century does not make a week slow.
        """
        first, last = _before(self.starts, start), _before(self.starts, end)
        running: list[NDArray[np.signedinteger]] = [self._short_running_in(start, first)]
        for long in self._longer:
            low, high = _before(long.starts, start - long.longest), _before(long.starts, start)
            if low < high:
                candidates = long.positions[low:high]
                running.append(candidates[self.ends_at(candidates) > start])
        return np.concatenate((np.sort(np.concatenate(running)), np.arange(first, last)))

    def _short_running_in(self, start: float, first: int) -> NDArray[np.int64]:
        """Return the positions of the events of at most a day that run over an instant; `first` is the first that does not."""
        near = _before(self.starts, start - SECONDS_PER_DAY)
        ends = self.ends_at(slice(near, first))
        runs_in = ends > math.floor(start)
        if np.count_nonzero(runs_in):
            runs_in &= ends - self.starts[near:first] <= SECONDS_PER_DAY
        return runs_in.nonzero()[0] + near


class _LongEvents(NamedTuple):
    """Events of similar durations: the longest of these, and the events' positions and starts."""

    longest: int
    positions: NDArray[np.int32]
    starts: NDArray[np.int64]


def _before(sorted_instants: NDArray[np.int64], moment: float) -> int:
    """Return how many are before a moment. The needle is made an integer: numpy would turn the whole column into floats."""
    return int(sorted_instants.searchsorted(math.ceil(moment)))


def lane_of(lanes: tuple[Lane, ...], row: int, near: int = -1) -> int:
    """Return the number of a lane that holds a row of the index: `near` if it does, else the first; -1 where none does."""
    if 0 <= near < len(lanes) and lanes[near].position(row) >= 0:
        return near
    return next((number for number, lane in enumerate(lanes) if lane.position(row) >= 0), -1)


def along(lane: Lane, row: int, steps: int) -> int:
    """Return the row so many events later in the lane of a row (earlier where negative), at most its last or first."""
    at = lane.position(row) + steps
    return int(lane.rows[min(max(at, 0), len(lane) - 1)])


def nearest(lane: Lane, moment: int) -> int:
    """Return the row of a lane that begins nearest to an instant."""
    at = _before(lane.starts, moment)
    near = [i for i in (at - 1, at) if 0 <= i < len(lane)]
    return int(lane.rows[min(near, key=lambda i: abs(int(lane.starts[i]) - moment))])
