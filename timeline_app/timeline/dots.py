"""A lane of dots: each event a dot in the stack of its time, words where the canvas is empty, long periods in rows above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.flags import Flown, raise_flags
from timeline_app.timeline.frame import counted
from timeline_app.timeline.levels import bin_length
from timeline_app.timeline.packing import Rows
from timeline_app.timeline.scene import Level
from timeline_app.timeline.stacks import Pile, Stacks
from timeline_app.timeline.titles import pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_app.timeline.candidates import Candidates
    from timeline_app.timeline.frame import Box, Frame
    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scene import LaneScene, Metrics

HYSTERESIS = 1.3
"""By how much a lane may outgrow what it had, so that a pan does not make it flicker between two ways to look."""

_MOST_PERIODS = 8
"""Periods that are tried for each row above the dots."""

_ROOMY = 0.14
"""The share of a lane that dots may take up to be drawn large."""

_SKY, _MOST_SKY = 0.2, 4
"""The share of the rows that stacks leave to words, and how many these are at most."""


def dots(
    frame: Frame, box: Box, lane: Lane, events: Candidates, before: LaneScene | None, *, same_scale: bool, alone: bool
) -> LaneScene:
    """Arrange a lane of dots.

    `events` are those of the canvas and of a title's width on either side of it, so that what comes into view moves no word.
    `alone` says that there is no other lane.
    """
    size = frame.metrics
    room = box.bottom - box.top - size.pad - size.count_height
    bottom = box.bottom - size.count_height
    seen, pinned = frame.in_view(events), frame.are_pinned(events)
    had = before if before is not None and before.level is Level.DOTS else None
    dot = _dot_size(frame, int(np.count_nonzero(seen)), room, had, alone=alone)
    lengths = events.ends - events.starts
    length = bin_length(dot * frame.scale.seconds_per_pixel)
    if 2 * np.count_nonzero(lengths < SECONDS_PER_DAY) <= len(lengths):
        # Dots of days are not torn up by a few whose hour is known.
        length = max(length, SECONDS_PER_DAY)
    periods = (lengths > length * 1.5) & (events.x1 - events.x0 > 8 * dot)
    rows = Rows(max(room // size.row_height // 4, 1))
    apart = periods | pinned
    titled = (apart & seen).nonzero()[0]
    if len(titled) > _MOST_PERIODS * len(rows):
        # Most will find no room: only the pinned and the shortest, which say most, are tried.
        urgency = np.where(pinned[titled], 0, lengths[titled])
        titled = np.sort(titled[np.argsort(urgency, kind="stable")[: _MOST_PERIODS * len(rows)]])
    marks, left_out = pack(frame, box.at(Level.TITLES), events.only(titled), rows, size.row_height, {})
    marks = tuple(mark if mark.has_bar else mark._replace(pole=mark.x0) for mark in marks)
    uncounted = ~periods
    uncounted[titled] = ~left_out
    above = len(rows) * size.row_height if np.count_nonzero(apart) else 0
    sky = min(int(room // size.row_height * _SKY), _MOST_SKY) * size.row_height
    stacked = (~apart).nonzero()[0]
    pile = Pile(dot, length, max((room - above - sky) // dot, 1), bottom, lane.density.peak(length))
    stacks = Stacks(pile, events.only(stacked), frame.scale, frame.width)
    had_words = _words_before(had, size, same_scale=same_scale)
    flags, flown, in_sight = raise_flags(frame, box, stacks, room - above, had_words)
    shown, crowded = stacks.dots(~flown & seen[stacked])
    uncounted[stacked[crowded]] = False
    # An event may be in view by an hour, and its day's stack with its words not.
    uncounted[stacked[flown]] = False
    uncounted[stacked[in_sight]] = True
    return box.scene(marks=marks + flags, dots=shown, more=counted(frame, box, events.only(seen & ~uncounted)))


def _words_before(had: LaneScene | None, size: Metrics, *, same_scale: bool) -> Mapping[int, Flown]:
    """Return how the rows of the index flew words in the picture before; at another scale they may move."""
    if had is None:
        return {}
    ground = had.bottom - size.count_height
    return {
        mark.row: Flown(
            int(ground - mark.bottom) // size.row_height if same_scale else None, int(mark.right - mark.left)
        )
        for mark in had.marks
        if mark.pole is not None
    }


def _dot_size(frame: Frame, count: int, room: int, before: LaneScene | None, *, alone: bool) -> int:
    """Return the side of the dots: a day where that fits; larger where there is room to spare, but not in one of many lanes."""
    size, area = frame.metrics, float(frame.width * max(room, 1))
    day = frame.scale.length(SECONDS_PER_DAY)
    if size.dot <= day < size.most_dot:
        return int(day)
    had = before.dots.size if before is not None and before.dots is not None else 0
    for side in range(size.most_dot if alone else size.dot, size.dot, -2):
        slack = HYSTERESIS if had == side else 1
        if count * side**2 <= area * _ROOMY * slack:
            return side
    return size.dot
