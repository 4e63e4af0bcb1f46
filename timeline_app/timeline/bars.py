"""A lane of bars: how many events there are in each stretch of time, the pinned among them with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.timeline.candidates import Candidates
from timeline_app.timeline.levels import bin_length, bin_number, bin_start
from timeline_app.timeline.packing import Rows
from timeline_app.timeline.scene import Bars, Level, Mark
from timeline_app.timeline.titles import pack

if TYPE_CHECKING:
    from timeline_app.timeline.frame import Box, Frame
    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scene import LaneScene


def bars(frame: Frame, box: Box, lanes: tuple[Lane, ...]) -> LaneScene:
    """Arrange a lane of bars, measured against the highest of all lanes."""
    size, marks = frame.metrics, _pinned(frame, box, lanes[box.number])
    total = box.in_view - sum(mark.x1 > 0 and mark.x0 < frame.width for mark in marks)
    return box.scene(
        marks=marks, bars=_bars(frame, lanes, box, box.top + size.pad, box.bottom - size.count_height, total)
    )


def strip(frame: Frame, box: Box, lanes: tuple[Lane, ...]) -> LaneScene:
    """Arrange a folded lane: nothing but its bars, over all of its height."""
    air = frame.metrics.bar_width
    return box.scene(bars=_bars(frame, lanes, box, box.top + air, box.bottom - air, box.in_view))


def _bars(frame: Frame, lanes: tuple[Lane, ...], box: Box, top: float, bottom: float, total: int) -> Bars:
    scale = frame.scale
    length = bin_length(frame.metrics.bar_width * scale.seconds_per_pixel)
    first = bin_number(frame.start, length)
    bins = bin_number(frame.end, length) - first + 1
    left, width = scale.x(bin_start(first, length)), scale.length(length)
    counts = lanes[box.number].density.counts(first, bins, length)
    peak = max(lane.density.peak(length) for lane in lanes)
    return Bars(first, length, left, width, counts, peak, top, bottom, total)


def _pinned(frame: Frame, box: Box, lane: Lane) -> tuple[Mark, ...]:
    positions = np.array([lane.position(row) for row in frame.pinned.tolist()], np.int64)
    events = Candidates.of(lane, positions[positions >= 0], frame.scale)
    events = events.only(frame.in_view(events))
    if not len(events.rows):
        return ()
    marks, _ = pack(frame, box.at(Level.TITLES), events, Rows(1), frame.metrics.row_height, {})
    return tuple(mark._replace(pole=mark.x0) for mark in marks)
