"""What every way to show a lane needs to know: the scale, the sizes, and the box that the lane fills."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.levels import bin_length, bin_start
from timeline_app.timeline.scene import LaneScene, Level, More

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.timeline.candidates import Candidates
    from timeline_app.timeline.scale import TimeScale
    from timeline_app.timeline.scene import Bars, Dots, Mark, Metrics, Viewport, Words


@dataclass(frozen=True)
class Frame:
    """The canvas that a Scene is arranged for. `pinned` are rows of the index, ascending, that are shown whatever the level."""

    scale: TimeScale
    viewport: Viewport
    metrics: Metrics
    words: Words
    pinned: NDArray[np.int32]

    @property
    def width(self) -> int:
        """The width of the canvas."""
        return self.viewport.width

    @property
    def start(self) -> float:
        """The instant at the left edge."""
        return self.scale.start

    @cached_property
    def end(self) -> float:
        """The instant at the right edge."""
        return self.scale.time(self.viewport.width)

    @cached_property
    def days_are_columns(self) -> bool:
        """Whether a title has room within a day."""
        return self.scale.length(SECONDS_PER_DAY) - self.metrics.gap >= self.metrics.least_title

    @cached_property
    def title_limit(self) -> int:
        """The most that titles take: the width of a day where days are columns, a share of it where they are several.

        It grows in whole steps, so that words are cut seldom.
        """
        size, day = self.metrics, self.scale.length(SECONDS_PER_DAY)
        if not self.days_are_columns:
            return size.title_width
        return int(day / max(round(day / size.most_title), 1) - size.gap) // size.gap * size.gap

    def in_view(self, events: Candidates) -> NDArray[np.bool_]:
        """Return which events have a moment on the canvas."""
        # Whole seconds: numpy would turn the columns into floats.
        return (events.ends > math.floor(self.start)) & (events.starts < math.ceil(self.end))

    def are_pinned(self, events: Candidates) -> NDArray[np.bool_]:
        """Return which events are pinned."""
        pinned = self.pinned
        if not len(pinned):
            return np.zeros(len(events.rows), bool)
        nearest = pinned[np.minimum(pinned.searchsorted(events.rows), len(pinned) - 1)]
        return np.equal(nearest, events.rows)


@dataclass(frozen=True, slots=True)
class Box:
    """The place of the lane that is being arranged, its level, and how many events it has in view."""

    number: int
    top: int
    bottom: int
    level: Level
    in_view: int

    def at(self, level: Level) -> Box:
        """Return the same place at another level."""
        return replace(self, level=level)

    def scene(
        self,
        *,
        marks: tuple[Mark, ...] = (),
        dots: Dots | None = None,
        bars: Bars | None = None,
        more: tuple[More, ...] = (),
    ) -> LaneScene:
        """Return the lane with what is drawn in it."""
        return LaneScene(self.number, self.top, self.bottom, self.level, self.in_view, marks, dots, bars, more)


def counted(frame: Frame, box: Box, events: Candidates) -> tuple[More, ...]:
    """Gather events without room into counts over stretches of time wide enough to write one."""
    if not len(events.rows):
        return ()
    size, scale, width = frame.metrics, frame.scale, frame.width
    length = bin_length(size.count_width * scale.seconds_per_pixel)
    # Near an edge of the canvas there must be room to write, too.
    first = int(scale.time(size.count_width))
    last = int(scale.time(width - size.count_width))
    inside = np.minimum(np.maximum((events.starts + events.ends) // 2, first), last)
    bins = (inside - bin_start(0, length)) // length
    order = bins.argsort(kind="stable")
    bins, rows = bins[order], events.rows[order]
    firsts = [0, *((bins[1:] != bins[:-1]).nonzero()[0] + 1).tolist(), len(bins)]
    bin_width, top = scale.length(length), box.bottom - size.count_height
    result = []
    for (first_row, end_row), number in zip(pairwise(firsts), bins[firsts[:-1]].tolist(), strict=True):
        left = scale.x(bin_start(number, length))
        right = min(left + bin_width, width)
        result.append(More(box.number, rows[first_row:end_row], max(left, 0.0), top, right, box.bottom))
    return tuple(result)
