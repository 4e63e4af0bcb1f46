"""Events that are few enough to be looked at one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scale import TimeScale


class Candidates(NamedTuple):
    """Parallel columns of some of a lane's events: rows of the index, periods in instants and in pixels."""

    rows: NDArray[np.int32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    x0: NDArray[np.float64]
    x1: NDArray[np.float64]

    @classmethod
    def of(cls, lane: Lane, positions: NDArray[np.int64], scale: TimeScale) -> Candidates:
        """Take the events at some positions of a lane."""
        starts, ends = lane.starts[positions], lane.ends_at(positions)
        return cls(lane.rows[positions], starts, ends, scale.xs(starts), scale.xs(ends))

    def only(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> Candidates:
        """Return those of a mask or of positions, in this order."""
        return Candidates(self.rows[which], self.starts[which], self.ends[which], self.x0[which], self.x1[which])
