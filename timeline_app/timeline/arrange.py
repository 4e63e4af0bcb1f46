"""Choose for each lane how much of its events can be shown, and place it.

The cost is bounded by pixels: however many events there are, no more are looked at one by one than have room, and the rest is
counted from columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.candidates import Candidates
from timeline_app.timeline.dots import Stack, stack_dots
from timeline_app.timeline.levels import bin_length, bin_number, bin_start
from timeline_app.timeline.packing import Rows
from timeline_app.timeline.scene import Bars, Dots, LaneScene, Level, Mark, More, Scene

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scale import TimeScale
    from timeline_app.timeline.scene import Metrics, Viewport, Words

_MOST_DOTS = 1500
"""On the whole canvas: beyond it a shape says less than a count."""

_CARDS_AREA, _TITLES_AREA, _DOTS_AREA = 0.62, 1.6, 0.5
"""The share of a lane that its events may ask for at each level; of titles more than there is, since many can be counted."""

_MOST_PERIODS = 8
"""Periods that are tried for each row above the dots."""

_ROOMY = 0.14
"""The share of a lane that dots may take up to be drawn large."""

_HYSTERESIS = 1.3
"""By how much a lane may outgrow the level that it had, so that a pan does not make it flicker between two."""


def arrange(
    lanes: tuple[Lane, ...],
    scale: TimeScale,
    viewport: Viewport,
    metrics: Metrics,
    words: Words,
    *,
    pinned: AbstractSet[int] = frozenset(),
    previous: Scene | None = None,
) -> Scene:
    """Return the picture of the lanes at a scale.

    Args:
        lanes: From `group`.
        scale: Instants to pixels of the viewport.
        viewport: The canvas.
        metrics: The sizes of things.
        words: The widths of titles.
        pinned: Rows of the index whose titles are shown whatever the level: the selection.
        previous: The picture before this one: what is still in view keeps its place, and its level if it may.
    """
    height = lane_height(len(lanes), viewport, metrics)
    if previous is not None and (previous.lanes is not lanes or previous.lane_height != height):
        previous = None
    arranger = _Arranger(lanes, scale, viewport, metrics, words, pinned, height)
    before = {lane.number: lane for lane in previous.in_sight} if previous is not None else {}
    same_scale = previous is not None and previous.scale.seconds_per_pixel == scale.seconds_per_pixel
    first = viewport.scroll // height
    in_sight = tuple(
        arranger.lane(number, before.get(number), same_scale=same_scale)
        for number in range(first, min(len(lanes), (viewport.scroll + viewport.height - 1) // height + 1))
    )
    return Scene(lanes, scale, viewport, in_sight, height, arranger.title_limit)


def lane_height(lanes: int, viewport: Viewport, metrics: Metrics) -> int:
    """Return the height of each lane: they share the canvas, but none is lower than it needs for a title and its counts."""
    share = max(viewport.height // max(lanes, 1), metrics.lane_height)
    return max(int(share * viewport.stretch), metrics.lane_height // 2, 1)


_Place: TypeAlias = tuple[float, float]
"""A row of the lane, and how far right of its start a mark stands in it."""


class _Arranger:
    def __init__(
        self,
        lanes: tuple[Lane, ...],
        scale: TimeScale,
        viewport: Viewport,
        metrics: Metrics,
        words: Words,
        pinned: AbstractSet[int],
        height: int,
    ) -> None:
        self._lanes = lanes
        self._scale = scale
        self._viewport = viewport
        self._metrics = metrics
        self._words = words
        self._pinned = np.array(sorted(pinned), dtype=np.int32)
        self._height = height
        self._start, self._end = scale.span(viewport.width)
        self.title_limit = _title_limit(scale, metrics)

    def lane(self, number: int, before: LaneScene | None, *, same_scale: bool) -> LaneScene:
        """Arrange one lane."""
        lane = self._lanes[number]
        top = number * self._height - self._viewport.scroll
        in_view = lane.count(self._start, self._end)
        level, candidates = self._choose(lane, in_view, before.level if before else None)
        box = _Box(number, top, top + self._height, level, in_view)
        if level >= Level.TITLES:
            assert candidates is not None
            return self._titles(box, candidates, before, same_scale=same_scale)
        if level is Level.DOTS:
            assert candidates is not None
            return self._dots(box, lane, candidates, before.dots if before is not None else None)
        return self._density(box, lane)

    # -- the choice ------------------------------------------------------------------------------------------------------

    def _choose(self, lane: Lane, in_view: int, had: Level | None) -> tuple[Level, Candidates | None]:
        """Return the level at which most of the lane's events in view have room, with the events where they are few enough."""
        size, width = self._metrics, self._viewport.width
        room = self._height - size.pad - size.count_height
        dots_room = width * max(room, size.dot)
        share = _MOST_DOTS * min(1.0, self._height / self._viewport.height)
        most_dots = min(dots_room * _DOTS_AREA / size.dot**2, share)
        if in_view > most_dots * (_HYSTERESIS if had == Level.DOTS else 1):
            return Level.DENSITY, None
        candidates = self._candidates(lane, max(self.title_limit, size.card_width))
        seen = candidates.only((candidates.ends > self._start) & (candidates.starts < self._end))
        for level, limit, box_width, box_height in (
            (Level.CARDS, _CARDS_AREA, size.card_width + size.gap, size.card_height + size.gap),
            (Level.TITLES, _TITLES_AREA, self.title_limit * 0.8 + size.gap, size.row_height),
        ):
            rows = room // box_height
            if not rows:
                continue
            slack = _HYSTERESIS if had == level else 1
            if level is Level.TITLES and self._scale.length(SECONDS_PER_DAY) > width / 2:
                # Dots would tell nothing apart where a single day fills the canvas: titles do, and the rest is counted.
                slack *= 2
            bars = np.minimum(seen.x1, width) - np.maximum(seen.x0, 0)
            long = seen.ends - seen.starts > SECONDS_PER_DAY
            area = np.where(long, np.maximum(bars, box_width), box_width).sum()
            if area <= limit * slack * width * rows:
                return level, candidates
        return Level.DOTS, seen

    def _candidates(self, lane: Lane, reach: float) -> Candidates:
        """Return the events in view, and those before it whose words may reach into it."""
        return Candidates.of(lane, lane.overlapping(self._scale.time(-reach), self._end), self._scale)

    # -- titles and cards ------------------------------------------------------------------------------------------------

    def _titles(self, box: _Box, events: Candidates, before: LaneScene | None, *, same_scale: bool) -> LaneScene:
        size = self._metrics
        as_cards = box.level is Level.CARDS
        height = size.card_height + size.gap if as_cards else size.row_height
        rows = Rows(max((box.bottom - box.top - size.pad - size.count_height) // height, 1))
        places = {}
        if before is not None and before.level is box.level:
            start = before.top + size.pad
            places = {
                mark.row: ((mark.top - start) // height, mark.aside if same_scale else 0.0) for mark in before.marks
            }
        marks, left_out = self._pack(box, events, rows, height, places)
        seen = (events.ends > self._start) & (events.starts < self._end)
        return box.scene(marks=marks, more=self._counted(box, events.only(left_out & seen)))

    def _pack(
        self, box: _Box, events: Candidates, rows: Rows, height: int, places: dict[int, _Place]
    ) -> tuple[tuple[Mark, ...], NDArray[np.bool_]]:
        """Put events into rows: the pinned first, then those that have a place already, then the others in time.

        Returns the marks and the mask of those that found no room.
        """
        size = self._metrics
        row_list = events.rows.tolist()
        widths = (
            [size.card_width] * len(row_list)
            if box.level is Level.CARDS
            else self._words.widths(row_list, self.title_limit)
        )
        pinned = np.isin(events.rows, self._pinned)
        placed = np.fromiter((row in places for row in row_list), bool, len(row_list))
        order = np.lexsort((np.arange(len(row_list)), ~placed, ~pinned)).tolist()
        is_pinned = pinned.tolist()
        x0s, x1s = events.x0.tolist(), events.x1.tolist()
        bars = (events.ends - events.starts > SECONDS_PER_DAY).tolist()
        if box.level is Level.TITLES and self._scale.length(SECONDS_PER_DAY) > 2 * self.title_limit:
            # Several columns in a day stand in line.
            is_wide = ((events.x1 - events.x0 > self.title_limit) & ~np.array(bars, bool)).tolist()
            widths = [self.title_limit if wide else width for wide, width in zip(is_wide, widths, strict=True)]
        top = box.top + size.pad
        left_out = np.zeros(len(row_list), bool)
        marks = []
        for at in order:
            x0, x1, width, bar = x0s[at], x1s[at], widths[at], bars[at]
            # A title stands at its start; while its day fills the canvas it stays in view, as a bar's words do when painted.
            # How far before the canvas a bar began makes no difference.
            anchor = max(x0, -size.title_width) if bar else max(x0, min(2 * size.gap, x1 - width - size.gap))
            if is_pinned[at] and -size.gap < x0 < self._viewport.width:
                anchor = max(min(anchor, self._viewport.width - width - size.gap), min(x0, size.gap))
            # What would stand aside beyond the canvas is counted instead.
            limit = x1 if bar else min(x1, max(self._viewport.width, anchor + width))
            place = _place(rows, anchor, limit, width + size.gap, places.get(row_list[at]), bar=bar)
            if place is None:
                left_out[at] = True
                continue
            row, aside = place
            left = anchor + aside
            right = max(x1, left + width) if bar else left + width
            if right <= 0:
                left_out[at] = True
            else:
                y = top + row * height
                bottom = y + (size.card_height if box.level is Level.CARDS else height)
                marks.append(Mark(row_list[at], box.number, box.level, x0, x1, left, y, right, bottom, bar, aside))
        return tuple(marks), left_out

    # -- dots ------------------------------------------------------------------------------------------------------------

    def _dots(self, box: _Box, lane: Lane, events: Candidates, before: Dots | None) -> LaneScene:
        """Stack events as dots over their bin of time; long periods go as titles into rows above, the pinned over the dots."""
        size = self._metrics
        room = box.bottom - box.top - size.pad - size.count_height
        dot = self._dot_size(len(events.rows), room, before)
        length = bin_length(dot * self._scale.seconds_per_pixel)
        if len(events.starts) and (events.ends - events.starts).min() >= SECONDS_PER_DAY:
            length = max(length, SECONDS_PER_DAY)
        periods = events.ends - events.starts > length * 1.5
        periods &= events.x1 - events.x0 > 8 * dot
        pinned = np.isin(events.rows, self._pinned)
        rows = Rows(max(room // size.row_height // 4, 1))
        titled = np.flatnonzero(pinned | periods)
        if len(titled) > _MOST_PERIODS * len(rows):
            # Most will find no room: only the pinned and the shortest, which say most, are tried.
            lengths = np.where(pinned[titled], 0, events.ends[titled] - events.starts[titled])
            titled = np.sort(titled[np.argsort(lengths, kind="stable")[: _MOST_PERIODS * len(rows)]])
        marks, left_out = self._pack(box.at(Level.TITLES), events.only(titled), rows, size.row_height, {})
        counted = periods.copy()
        counted[titled] = left_out
        above = len(rows) * size.row_height if periods.any() else 0
        dotted = np.flatnonzero(~(periods | pinned))
        stack = Stack(
            dot, length, max((room - above) // dot, 1), box.bottom - size.count_height, lane.density.peak(length)
        )
        dots, crowded = stack_dots(stack, events.only(dotted), self._scale, self._viewport.width)
        counted[dotted[crowded]] = True
        return box.scene(marks=marks, dots=dots, more=self._counted(box, events.only(counted)))

    def _dot_size(self, count: int, room: int, before: Dots | None) -> int:
        """Return the side of the dots: a day where that fits; larger where there is room to spare, but not in one of many lanes."""
        size, area = self._metrics, float(self._viewport.width * max(room, 1))
        day = self._scale.length(SECONDS_PER_DAY)
        if size.dot <= day < size.most_dot:
            return int(day)
        for side in range(size.most_dot if len(self._lanes) == 1 else size.dot, size.dot, -2):
            slack = _HYSTERESIS if before is not None and before.size == side else 1
            if count * side**2 <= area * _ROOMY * slack:
                return side
        return size.dot

    # -- density ---------------------------------------------------------------------------------------------------------

    def _density(self, box: _Box, lane: Lane) -> LaneScene:
        size = self._metrics
        length = bin_length(size.bar_width * self._scale.seconds_per_pixel)
        first = bin_number(self._start, length)
        bins = bin_number(self._end, length) - first + 1
        peak = max(other.density.peak(length) for other in self._lanes)
        positions = np.array([lane.position(row) for row in self._pinned.tolist()], np.int64)
        positions = positions[positions >= 0]
        positions = positions[(lane.ends[positions] > self._start) & (lane.starts[positions] < self._end)]
        marks: tuple[Mark, ...] = ()
        if len(positions):
            marks, _ = self._pack(
                box.at(Level.TITLES), Candidates.of(lane, positions, self._scale), Rows(1), size.row_height, {}
            )
        bars = Bars(
            first,
            length,
            self._scale.x(bin_start(first, length)),
            self._scale.length(length),
            lane.density.counts(first, bins, length),
            peak,
            box.top + size.pad,
            box.bottom - size.count_height,
            box.in_view - sum(mark.x1 > 0 and mark.x0 < self._viewport.width for mark in marks),
        )
        return box.scene(marks=marks, bars=bars)

    # -- what is not drawn -----------------------------------------------------------------------------------------------

    def _counted(self, box: _Box, events: Candidates) -> tuple[More, ...]:
        """Gather events without room into counts over stretches of time wide enough to write one."""
        if not len(events.rows):
            return ()
        size = self._metrics
        length = bin_length(size.count_width * self._scale.seconds_per_pixel)
        # Near an edge of the canvas there must be room to write, too.
        first = int(self._scale.time(size.count_width))
        last = int(self._scale.time(self._viewport.width - size.count_width))
        inside = np.clip((events.starts + events.ends) // 2, first, last)
        bins = (inside - bin_start(0, length)) // length
        order = np.argsort(bins, kind="stable")
        found, firsts = np.unique(bins[order], return_index=True)
        result = []
        for number, rows in zip(found.tolist(), np.split(events.rows[order], firsts[1:]), strict=True):
            left = self._scale.x(bin_start(number, length))
            right = min(left + self._scale.length(length), self._viewport.width)
            result.append(
                More(box.number, np.sort(rows), max(left, 0.0), box.bottom - size.count_height, right, box.bottom)
            )
        return tuple(result)


@dataclass(frozen=True, slots=True)
class _Box:
    """The lane that is being arranged."""

    number: int
    top: int
    bottom: int
    level: Level
    in_view: int

    def at(self, level: Level) -> _Box:
        return _Box(self.number, self.top, self.bottom, level, self.in_view)

    def scene(
        self,
        *,
        marks: tuple[Mark, ...] = (),
        dots: Dots | None = None,
        bars: Bars | None = None,
        more: tuple[More, ...] = (),
    ) -> LaneScene:
        return LaneScene(self.number, self.top, self.bottom, self.level, self.in_view, marks, dots, bars, more)


def _title_limit(scale: TimeScale, size: Metrics) -> int:
    """Return the most that titles take: the width of a day where days are columns, a share of it where they are several.

    It grows in whole steps, so that words are cut seldom.
    """
    day = scale.length(SECONDS_PER_DAY)
    if day - size.gap < size.least_title:
        return size.title_width
    return int(day / max(round(day / size.most_title), 1) - size.gap) // size.gap * size.gap


def _place(rows: Rows, x0: float, x1: float, width: float, before: _Place | None, *, bar: bool) -> _Place | None:
    """Return the place for a mark: the one it had, else the first free; within its own day it may stand aside."""
    end = max(x1, x0 + width) if bar else x0 + width
    if before is not None:
        row, aside = int(before[0]), before[1]
        if row < len(rows) and rows.take(row, x0 + aside, end + aside):
            return row, aside
    free = rows.take_first(x0, end)
    if free is not None:
        return free, 0.0
    if not bar and x1 - x0 > width:
        found = rows.take_within(x0, x1, width)
        return None if found is None else (found[0], found[1] - x0)
    return None
