"""Events as dots in stacks: a histogram of which each unit can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.timeline.levels import bin_start
from timeline_app.timeline.scene import Dots

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.timeline.candidates import Candidates
    from timeline_app.timeline.scale import TimeScale


class Pile(NamedTuple):
    """How dots are stacked: their side, the bin's length in seconds, how many high, up from which pixel.

    `peak` is the most events of any bin of the lane: it sets how many stand side by side, whatever is in view.
    """

    dot: int
    length: int
    levels: int
    bottom: int
    peak: float


class Stacks:
    """Events stacked over the bin of time that the middle of each falls in, on a canvas of a width.

    One stack a bin, from left to right: `counts` int64, `lefts` float64 in pixels. `of_event` int64 is the stack of each event.
    """

    def __init__(self, pile: Pile, events: Candidates, scale: TimeScale, width: int) -> None:
        self.pile = pile
        self.events = events
        self._width = width
        bin_width = scale.length(pile.length)
        self.columns = int(min(max(bin_width // pile.dot, 1), max(-(-pile.peak // pile.levels), 1)))
        numbers, self.of_event, self.counts = _stacked(events, pile.length)
        half = self.columns * pile.dot / 2
        edges = scale.xs(numbers * pile.length + bin_start(0, pile.length))
        centres = edges + bin_width / 2
        if bin_width > 2 * half:
            # A stack stays in view as long as its stretch of time does.
            inset = half + pile.dot
            in_sight = _clipped(centres, inset, width - inset)
            centres = _clipped(in_sight, edges + half, edges + bin_width - half)
        lefts = np.round(centres - half)
        touches = (edges < width) & (edges + bin_width > 0)
        self.lefts = np.where(touches, _clipped(lefts, 1 - 2 * half, width - 1), lefts)

    def heights(self, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the pixels that stacks of so many events are high."""
        return np.minimum(-(-counts // self.columns), self.pile.levels) * self.pile.dot

    def dots(self, which: NDArray[np.bool_]) -> tuple[Dots, NDArray[np.int64]]:
        """Return the dots of some of the events, and the positions of those of them that have no room on the canvas."""
        pile, chosen = self.pile, which.nonzero()[0]
        chosen = chosen[self.of_event[chosen].argsort(kind="stable")]
        stack = self.of_event[chosen]
        nth = np.arange(len(chosen)) - stack.searchsorted(stack, "left")
        lefts = self.lefts[stack] + nth % self.columns * pile.dot
        fits = (nth < pile.levels * self.columns) & (lefts > -pile.dot) & (lefts < self._width)
        nth, shown = nth[fits], self.events.only(chosen[fits])
        dots = Dots(
            pile.dot,
            shown.rows,
            lefts[fits],
            (pile.bottom - (nth // self.columns + 1) * pile.dot).astype(np.float64),
            shown.x0,
            shown.x1,
        )
        return dots, chosen[~fits]


def _stacked(events: Candidates, length: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers of the bins that events fall in, ascending, the position among these of each event's, and their counts.

    Bins are never narrower than a dot and all near the canvas, so they are few: counting each beats sorting the events.
    """
    bins = ((events.starts + events.ends) // 2 - bin_start(0, length)) // length
    if not len(bins):
        return bins, bins, bins
    first = int(bins.min())
    bins -= first
    counts = np.bincount(bins)
    numbers = counts.nonzero()[0]
    position = np.empty(len(counts), np.int64)
    position[numbers] = np.arange(len(numbers))
    return numbers + first, position[bins], counts[numbers]


def _clipped(
    values: NDArray[np.float64], low: float | NDArray[np.float64], high: float | NDArray[np.float64]
) -> NDArray[np.float64]:
    """Do what `numpy.clip` does; on so few values its own checks would take most of the time."""
    return np.minimum(np.maximum(values, low), high)
