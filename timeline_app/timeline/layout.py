"""How tall each lane is, and which lies at a height: lanes share the canvas, folded ones keep a strip of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline_app.timeline.scene import Metrics, Viewport


class LaneLayout(NamedTuple):
    """The edges of the lanes in pixels from the top of the first: lane `i` lies in `[edges[i], edges[i + 1])`.

    `folded` are the numbers of the lanes that show no more than their density.
    """

    edges: tuple[int, ...]
    folded: frozenset[int] = frozenset()

    @classmethod
    def of(cls, lanes: int, viewport: Viewport, metrics: Metrics) -> LaneLayout:
        """Lay out so many lanes: open ones share what the folded leave, but none is lower than for a title and its counts."""
        folded = frozenset(number for number in viewport.folded if number < lanes)
        strip = metrics.strip_height
        share = (viewport.height - strip * len(folded)) // max(lanes - len(folded), 1)
        open_height = max(int(max(share, metrics.lane_height) * viewport.stretch), metrics.lane_height // 2, strip)
        heights = (strip if number in folded else open_height for number in range(lanes))
        return cls(tuple(accumulate(heights, initial=0)), folded)

    @property
    def height(self) -> int:
        """The height of all lanes."""
        return self.edges[-1]

    @property
    def open_height(self) -> int:
        """The height of a lane that is not folded; 0 where all are."""
        return next((self.height_of(n) for n in range(len(self.edges) - 1) if n not in self.folded), 0)

    def top(self, number: int) -> int:
        """Return the upper edge of a lane."""
        return self.edges[number]

    def height_of(self, number: int) -> int:
        """Return the height of a lane."""
        return self.edges[number + 1] - self.edges[number]

    def at(self, y: float) -> int:
        """Return the number of the lane at a height, -1 where none is."""
        return bisect_right(self.edges, y) - 1 if 0 <= y < self.height else -1

    def between(self, top: int, bottom: int) -> range:
        """Return the numbers of the lanes that have a pixel in `[top, bottom)`."""
        first = max(bisect_right(self.edges, top) - 1, 0)
        return range(first, min(bisect_left(self.edges, bottom), len(self.edges) - 1))
