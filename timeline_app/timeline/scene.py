"""The arranged picture: what is drawn of the lanes' events, and where. The painter draws it, the pointer is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from timeline_app.timeline.levels import bin_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.layout import LaneLayout
    from timeline_app.timeline.scale import TimeScale


class Level(IntEnum):
    """How much of each event a lane shows."""

    DENSITY = 0
    DOTS = 1
    TITLES = 2
    CARDS = 3


class Metrics(NamedTuple):
    """Sizes in pixels, which follow the font.

    `title_width` is the most that a title takes as a rule, its glyph included; where a day is wide enough to be a column,
    titles take its width, between `least_title` and `most_title`. `dot` is the side of a dot, which grows to `most_dot` where
    few are in view; `count_height` and `count_width` the room to write how many events are not drawn; `bar_width` the least width
    of a bar of the density. `lane_height` is the least of an open lane, `strip_height` that of a folded one.
    """

    row_height: int
    card_width: int
    card_height: int
    title_width: int
    least_title: int
    most_title: int
    dot: int
    most_dot: int
    count_height: int
    count_width: int
    bar_width: int
    pad: int
    gap: int
    lane_height: int
    strip_height: int


class Words(Protocol):
    """What the arrangement needs to know of text."""

    def widths(self, rows: Sequence[int], most: int) -> list[int]:
        """Return the widths of the titles of some rows of the index with their glyphs, cut to `most` pixels."""

    def ranks(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the order in which some rows of the index are given words where not all can have them: lowest first."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """The canvas: `scroll` pixels of the lanes are above it; `stretch` makes lanes taller than they need be.

    `folded` are the numbers of the lanes that the reader folded; `rows_above` says of lanes, by number, how many of their rows are
    scrolled out of sight.
    """

    width: int
    height: int
    scroll: int = 0
    stretch: float = 1.0
    folded: frozenset[int] = frozenset()
    rows_above: Mapping[int, int] = field(default_factory=dict)


class Mark(NamedTuple):
    """One event as drawn.

    `row` is the row in the index, `lane` the number of the lane. `x0` and `x1` are the pixels of its start and end, wherever
    they lie; `left`, `top`, `right`, `bottom` bound what is drawn and can be pressed. `has_bar` says that its period is drawn;
    the period of a day is told by where the mark stands between the ruler's lines. `aside` is how many pixels it stands right of
    where it would alone; `pole` the pixel of the line that ties a title above dots or bars to its time, None where it has none.
    """

    row: int
    lane: int
    level: Level
    x0: float
    x1: float
    left: float
    top: float
    right: float
    bottom: float
    has_bar: bool
    aside: float = 0.0
    pole: float | None = None

    @property
    def is_turned(self) -> bool:
        """True where its words stand left of its time, for want of room to the right."""
        # Where it stands on a pole that is its time: a stack of dots begins before the time of some of them.
        time = self.x0 if self.pole is None else self.pole
        return 2 * time > self.left + self.right and not self.has_bar

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies on it."""
        return self.left <= x < self.right and self.top <= y < self.bottom


class More(NamedTuple):
    """Events (`rows`, int32) of a stretch of a lane that have no room: how many they are is written at `[left, right)`."""

    lane: int
    rows: NDArray[np.int32]
    left: float
    top: float
    right: float
    bottom: float


class Dots(NamedTuple):
    """Events as dots of `size` pixels: parallel columns of index rows, of left and top edges, of the pixels of start and end."""

    size: int
    rows: NDArray[np.int32]
    lefts: NDArray[np.float64]
    tops: NDArray[np.float64]
    x0s: NDArray[np.float64]
    x1s: NDArray[np.float64]


class Bars(NamedTuple):
    """A lane's density: `counts[i]` events in bin number `first + i`, of `length` seconds and `width` pixels, from pixel `left` on.

    `peak` is the count that would fill the height from `bottom` up to `top`; `total` how many events the bars stand for.
    """

    first: int
    length: int
    left: float
    width: float
    counts: NDArray[np.float64]
    peak: float
    top: float
    bottom: float
    total: int

    def span_at(self, x: float) -> tuple[int, int]:
        """Return the instants that bound the bar at a pixel."""
        number = self.first + int((x - self.left) // self.width)
        return bin_start(number, self.length), bin_start(number + 1, self.length)


class LaneScene(NamedTuple):
    """One lane on the canvas, between `top` and `bottom`: any of its four ways to show events may be empty.

    `rows_above` is how many rows of it are scrolled out of sight; `has_rows_below` says that it can be scrolled further.
    """

    number: int
    top: int
    bottom: int
    level: Level
    in_view: int
    marks: tuple[Mark, ...] = ()
    dots: Dots | None = None
    bars: Bars | None = None
    more: tuple[More, ...] = ()
    rows_above: int = 0
    has_rows_below: bool = False


class Scene(NamedTuple):
    """The picture of the lanes in sight. `lanes` and `scale` are what it was arranged from."""

    lanes: tuple[Lane, ...]
    scale: TimeScale
    viewport: Viewport
    in_sight: tuple[LaneScene, ...]
    layout: LaneLayout
    title_limit: int
    """The most pixels that a title takes in this picture."""

    def lane_at(self, y: float) -> LaneScene | None:
        """Return the lane at a height of the canvas."""
        return next((lane for lane in self.in_sight if lane.top <= y < lane.bottom), None)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the mark under a point."""
        lane = self.lane_at(y)
        if lane is None:
            return None
        for mark in lane.marks:
            if mark.contains(x, y):
                return mark
        if lane.dots is not None:
            dots = lane.dots
            near = (dots.lefts <= x) & (x < dots.lefts + dots.size) & (dots.tops <= y) & (y < dots.tops + dots.size)
            found = np.flatnonzero(near)
            if len(found):
                return _dot(lane, int(found[0]))
        return None

    def more_at(self, x: float, y: float) -> More | None:
        """Return the count under a point."""
        lane = self.lane_at(y)
        if lane is None:
            return None
        return next((m for m in lane.more if m.left <= x < m.right and m.top <= y < m.bottom), None)

    def counted_at(self, x: float, y: float) -> NDArray[np.int32]:
        """Return the rows of the events that the count or the bar under a point stands for."""
        more = self.more_at(x, y)
        if more is not None:
            return more.rows
        lane = self.lane_at(y)
        if lane is None or lane.bars is None:
            return np.empty(0, np.int32)
        source = self.lanes[lane.number]
        return source.rows[source.overlapping(*lane.bars.span_at(x))]

    def mark_of(self, row: int) -> Mark | None:
        """Return the mark of a row of the index, None where it is not drawn."""
        return next(self.marks_of(row), None)

    def marks_of(self, row: int) -> Iterator[Mark]:
        """Yield the marks of a row of the index, one for each lane in sight that draws it, from above."""
        for lane in self.in_sight:
            yield from (mark for mark in lane.marks if mark.row == row)
            if lane.dots is not None:
                yield from (_dot(lane, int(at)) for at in np.flatnonzero(lane.dots.rows == row))

    def marks(self) -> Iterator[Mark]:
        """Yield every mark, dots included."""
        for lane in self.in_sight:
            yield from lane.marks
            if lane.dots is not None:
                yield from (_dot(lane, at) for at in range(len(lane.dots.rows)))


def _dot(lane: LaneScene, at: int) -> Mark:
    dots = lane.dots
    assert dots is not None
    left, top = float(dots.lefts[at]), float(dots.tops[at])
    return Mark(
        int(dots.rows[at]),
        lane.number,
        Level.DOTS,
        float(dots.x0s[at]),
        float(dots.x1s[at]),
        left,
        top,
        left + dots.size,
        top + dots.size,
        has_bar=False,
    )
