"""Events as dots in stacks: a histogram of which each unit can be pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.timeline.levels import bin_start
from timeline_app.timeline.scene import Dots

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.timeline.candidates import Candidates
    from timeline_app.timeline.scale import TimeScale


@dataclass(frozen=True, slots=True)
class Stack:
    """How dots are stacked: their side, the bin's length in seconds, how many high, up from which pixel.

    `peak` is the most events of any bin of the lane: it sets how many stand side by side, whatever is in view.
    """

    dot: int
    length: int
    levels: int
    bottom: int
    peak: float


def stack_dots(stack: Stack, events: Candidates, scale: TimeScale, width: int) -> tuple[Dots, NDArray[np.int64]]:
    """Stack dots over the bin of time that the middle of each event falls in, on a canvas of a width.

    Returns the dots and the positions of the events that have no room.
    """
    dot, length = stack.dot, stack.length
    bin_width = scale.length(length)
    columns = int(min(max(bin_width // dot, 1), max(-(-stack.peak // stack.levels), 1)))
    bins = ((events.starts + events.ends) // 2 - bin_start(0, length)) // length
    order = np.argsort(bins, kind="stable")
    bins = bins[order]
    nth = np.arange(len(bins)) - bins.searchsorted(bins, "left")
    fits = nth < stack.levels * columns
    bins, nth, shown = bins[fits], nth[fits], events.only(order[fits])
    half = columns * dot / 2
    left_edges = scale.xs(bins * length + bin_start(0, length))
    centres = left_edges + bin_width / 2
    if bin_width > 2 * half:
        # A stack stays in view as long as its stretch of time does.
        inset = half + dot
        in_sight = np.clip(centres, inset, width - inset)
        centres = np.clip(in_sight, left_edges + half, left_edges + bin_width - half)
    dots = Dots(
        dot,
        shown.rows,
        np.round(centres + (nth % columns - columns / 2) * dot).astype(np.float64),
        (stack.bottom - (nth // columns + 1) * dot).astype(np.float64),
        shown.x0,
        shown.x1,
    )
    return dots, order[~fits]
