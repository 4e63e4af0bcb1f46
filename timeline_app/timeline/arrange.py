"""Choose for each lane how much of its events can be shown, and place it.

The cost is bounded by pixels: however many events there are, no more are looked at one by one than have room, and the rest is
counted from columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.bars import bars, strip
from timeline_app.timeline.candidates import Candidates
from timeline_app.timeline.dots import HYSTERESIS, dots
from timeline_app.timeline.frame import Box, Frame
from timeline_app.timeline.layout import LaneLayout
from timeline_app.timeline.scene import LaneScene, Level, Scene
from timeline_app.timeline.titles import titles

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scale import TimeScale
    from timeline_app.timeline.scene import Metrics, Viewport, Words

_MOST_DOTS = 1000
"""On the whole canvas: beyond it a shape says less than a count."""

_CARDS_AREA, _TITLES_AREA, _DOTS_AREA = 0.62, 1.6, 0.5
"""The share of a lane that its events may ask for at each level; of titles more than there is, since many can be counted."""


_COLUMNS_SLACK = 4
"""By how much more titles may be asked for where days are columns: a full column says more than dots, and counts the rest."""


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
    layout = LaneLayout.of(len(lanes), viewport, metrics)
    if previous is not None and previous.lanes is not lanes:
        previous = None
    frame = Frame(scale, viewport, metrics, words, np.array(sorted(pinned), dtype=np.int32))
    arranger = _Arranger(lanes, frame, layout)
    in_sight_before = previous.in_sight if previous is not None else ()
    # A lane of another height is arranged afresh.
    before = {lane.number: lane for lane in in_sight_before if lane.bottom - lane.top == layout.height_of(lane.number)}
    same_scale = previous is not None and previous.scale.seconds_per_pixel == scale.seconds_per_pixel
    in_sight = tuple(
        arranger.lane(number, before.get(number), same_scale=same_scale)
        for number in layout.between(viewport.scroll, viewport.scroll + viewport.height)
    )
    return Scene(lanes, scale, viewport, in_sight, layout, frame.title_limit)


class _Arranger:
    def __init__(self, lanes: tuple[Lane, ...], frame: Frame, layout: LaneLayout) -> None:
        self._lanes = lanes
        self._frame = frame
        self._layout = layout
        self._height = layout.open_height

    def lane(self, number: int, before: LaneScene | None, *, same_scale: bool) -> LaneScene:
        """Arrange one lane."""
        lane, frame = self._lanes[number], self._frame
        top = self._layout.top(number) - frame.viewport.scroll
        in_view = lane.count(frame.start, frame.end)
        if number in self._layout.folded:
            return strip(
                frame, Box(number, top, top + self._layout.height_of(number), Level.DENSITY, in_view), self._lanes
            )
        level, events = self._choose(lane, in_view, before.level if before else None)
        box = Box(number, top, top + self._height, level, in_view)
        if events is None:
            return bars(frame, box, self._lanes)
        if level is Level.DOTS:
            alone = len(self._lanes) == 1
            return dots(frame, box, lane, events, before, same_scale=same_scale, alone=alone)
        return titles(frame, box, events, before, same_scale=same_scale)

    def _choose(self, lane: Lane, in_view: int, had: Level | None) -> tuple[Level, Candidates | None]:
        """Return the level at which most of the lane's events in view have room, with the events where they are few enough."""
        frame, size, width = self._frame, self._frame.metrics, self._frame.width
        room = self._height - size.pad - size.count_height
        dots_room = width * max(room, size.dot)
        share = _MOST_DOTS * min(1.0, self._height / frame.viewport.height)
        most_dots = min(dots_room * _DOTS_AREA / size.dot**2, share)
        if in_view > most_dots * (HYSTERESIS if had == Level.DOTS else 1):
            return Level.DENSITY, None
        title = frame.title_limit
        events = self._around(lane, max(title, size.card_width))
        seen = events.only(frame.in_view(events))
        bars = np.minimum(seen.x1, width) - np.maximum(seen.x0, 0)
        is_bar = seen.ends - seen.starts > SECONDS_PER_DAY
        for level, limit, box_width, box_height in (
            (Level.CARDS, _CARDS_AREA, size.card_width + size.gap, size.card_height + size.gap),
            (Level.TITLES, _TITLES_AREA, title * 0.8 + size.gap, size.row_height),
        ):
            rows = room // box_height
            if not rows:
                continue
            slack = HYSTERESIS if had == level else 1
            if level is Level.TITLES and frame.days_are_columns:
                slack *= _COLUMNS_SLACK
            area = np.where(is_bar, np.maximum(bars, box_width), box_width).sum()
            if area <= limit * slack * width * rows:
                return level, events.only(events.starts < frame.end)
        return Level.DOTS, events

    def _around(self, lane: Lane, pixels: float) -> Candidates:
        """Return the events in view, and those so many pixels beside it, whose words may reach into it or be in the way there."""
        scale = self._frame.scale
        stretch = scale.time(-pixels), scale.time(self._frame.width + pixels)
        return Candidates.of(lane, lane.overlapping(*stretch), scale)
