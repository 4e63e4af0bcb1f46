"""Titles and cards: each event that has room stands in a row, from its start on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.frame import counted
from timeline_app.timeline.packing import Rows
from timeline_app.timeline.scene import LaneScene, Level, Mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.timeline.candidates import Candidates
    from timeline_app.timeline.frame import Box, Frame

_Place: TypeAlias = tuple[float, float]
"""A row of the lane, and how far right of its start a mark stands in it."""

_LONG_ROWS = 1 / 3
"""The share of the rows that periods may take that fill the canvas from edge to edge: they say least about what is in view."""


def titles(frame: Frame, box: Box, events: Candidates, before: LaneScene | None, *, same_scale: bool) -> LaneScene:
    """Arrange a lane of titles or cards. `before` is the lane in the picture before: what was there keeps its row."""
    size = frame.metrics
    height = size.card_height + size.gap if box.level is Level.CARDS else size.row_height
    fitting = max((box.bottom - box.top - size.pad - size.count_height) // height, 1)
    above = frame.viewport.rows_above.get(box.number, 0)
    places: dict[int, _Place] = {}
    if before is not None and before.level is box.level:
        start = before.top + size.pad - before.rows_above * height
        places = {mark.row: ((mark.top - start) // height, mark.aside if same_scale else 0.0) for mark in before.marks}
    marks, left_out = pack(frame, box, events, Rows(fitting + above), height, places)
    seen = frame.in_view(events)
    has_more = bool(np.count_nonzero(left_out & seen))
    if above and not has_more:
        # There are no rows below: scrolled too far, it stands at its end.
        start = box.top + size.pad
        used = max((int(mark.top - start) // height + 1 for mark in marks), default=0)
        above = min(above, max(used - fitting, 0))
    if above:
        marks, scrolled_out = _scrolled(marks, box.top + size.pad, above * height)
        left_out |= np.isin(events.rows, scrolled_out)
    shown = box.scene(marks=marks, more=counted(frame, box, events.only(left_out & seen)))
    return shown._replace(rows_above=above, has_rows_below=has_more) if above or has_more else shown


def _scrolled(marks: tuple[Mark, ...], top: int, by: int) -> tuple[tuple[Mark, ...], list[int]]:
    """Move marks up by so many pixels; return those that are still below the top of the lane, and the rows of the others."""
    moved = [mark._replace(top=mark.top - by, bottom=mark.bottom - by) for mark in marks]
    return tuple(mark for mark in moved if mark.top >= top), [mark.row for mark in moved if mark.top < top]


def pack(
    frame: Frame, box: Box, events: Candidates, rows: Rows, height: int, places: dict[int, _Place]
) -> tuple[tuple[Mark, ...], NDArray[np.bool_]]:
    """Put events into rows: the pinned first, then those that have a place already, then the others by rank and time.

    Those that are longer than the canvas come last, the shortest first, and into few of the rows from below.
    Returns the marks and the mask of those that found no room.
    """
    if not len(events.rows):
        return (), np.zeros(0, bool)
    size, width = frame.metrics, frame.width
    row_list, count = events.rows.tolist(), len(events.rows)
    limit = frame.title_limit
    as_cards = box.level is Level.CARDS
    widths = [size.card_width] * count if as_cards else frame.words.widths(row_list, limit)
    pinned = frame.are_pinned(events)
    placed = np.fromiter((row in places for row in row_list), bool, count)
    lengths = events.ends - events.starts
    is_bar = lengths > SECONDS_PER_DAY
    is_long = is_bar & ~pinned & (lengths > frame.end - frame.start)
    ranks = frame.words.ranks(events.rows)
    order = np.lexsort((ranks, np.where(is_long, lengths, 0), is_long, ~placed, ~pinned)).tolist()
    rows_for_long = max(round(len(rows) * _LONG_ROWS), len(rows) - int(count - np.count_nonzero(is_long)), 1)
    if box.level is Level.TITLES and frame.scale.length(SECONDS_PER_DAY) > 2 * limit:
        # Several columns in a day stand in line.
        is_wide = ((events.x1 - events.x0 > limit) & ~is_bar).tolist()
        widths = [limit if wide else needed for wide, needed in zip(is_wide, widths, strict=True)]
    x0s, x1s, bars, longs = events.x0.tolist(), events.x1.tolist(), is_bar.tolist(), is_long.tolist()
    pins = pinned.tolist()
    top = box.top + size.pad
    left_out = np.zeros(count, bool)
    marks = []
    for at in order:
        x0, x1, needed, bar = x0s[at], x1s[at], widths[at], bars[at]
        # A title stands at its start; while its day fills the canvas it stays in view, as a bar's words do when painted.
        # How far before the canvas a bar began makes no difference.
        anchor = max(x0, -size.title_width) if bar else max(x0, min(2 * size.gap, x1 - needed - size.gap))
        if pins[at] and -size.gap < x0 < width and anchor + needed + size.gap > width:
            # No room to its right: its words stand to its left, up to the glyph, which stays at its time.
            wanted = width - needed - size.gap if bar else x0 + size.dot + size.gap - needed
            anchor = max(wanted, min(x0, size.gap))
        # What would stand aside beyond the canvas is counted instead.
        end = x1 if bar else min(x1, max(width, anchor + needed))
        before = places.get(row_list[at])
        if longs[at] and before is None:
            last = rows.take_last(anchor, max(end, anchor + needed + size.gap), rows_for_long)
            place: _Place | None = None if last is None else (last, 0.0)
        else:
            place = _place(rows, anchor, end, needed + size.gap, before, bar=bar)
        if place is None:
            left_out[at] = True
            continue
        row, aside = int(place[0]), place[1]
        left = anchor + aside
        right = max(x1, left + needed) if bar else left + needed
        if right <= 0:
            left_out[at] = True
        else:
            y = top + row * height
            bottom = y + (size.card_height if as_cards else height)
            marks.append(Mark(row_list[at], box.number, box.level, x0, x1, left, y, right, bottom, bar, aside))
    return tuple(marks), left_out


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
