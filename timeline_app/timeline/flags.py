"""Titles over stacks of dots: the first of each stack fly their words where the canvas is empty, on poles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.timeline.scene import Level, Mark
from timeline_app.timeline.sky import Sky

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from timeline_app.timeline.frame import Box, Frame
    from timeline_app.timeline.stacks import Stacks

_LEAST = 0.8
"""The share of the least width of a title that words over dots may be cut to."""


class Flown(NamedTuple):
    """How a title flew in the picture before: in which row, counted from below (None: in any), and how wide."""

    row: int | None
    width: int


def raise_flags(
    frame: Frame, box: Box, stacks: Stacks, room: int, had: Mapping[int, Flown]
) -> tuple[tuple[Mark, ...], NDArray[np.bool_], list[int]]:
    """Give words to as many events of stacks as find `room` (pixels up from the bottom of the stacks).

    The highest stack comes first, one event of each in turn; `had` are the rows of the index that had words in the picture
    before: these come before all others, and keep their place. No title covers a dot of another stack, none a pole; one
    that has not all the room that it asks for is cut. Returns the marks on the canvas, the mask of the events that left their
    stacks for words, and the positions of those whose words are on the canvas.
    """
    row_height = frame.metrics.row_height
    # An event that flies its words leaves its stack by a dot.
    ground = -(-stacks.heights(stacks.counts - 1) // row_height)
    if not len(ground) or int(ground.min()) >= room // row_height:
        return (), np.zeros(len(stacks.events.rows), bool), []
    return _Flags(frame, box, stacks, room // row_height, ground.tolist()).raised(had)


class _Flags:
    def __init__(self, frame: Frame, box: Box, stacks: Stacks, rows: int, ground: list[int]) -> None:
        self._frame, self._box, self._stacks = frame, box, stacks
        size = frame.metrics
        self._row_height, self._gap = size.row_height, size.gap
        self._fair = size.least_title * _LEAST
        self._next_row = ground
        middle = stacks.pile.dot / 2
        self._sky = Sky(
            rows,
            size.row_height,
            stacks.lefts.astype(np.int64),
            stacks.heights(stacks.counts),
            words_aside=middle - size.dot / 2 - size.gap // 3,
            pole_aside=middle,
        )
        events = stacks.events
        self._rows: list[int] = events.rows.tolist()
        self._stack_of: list[int] = stacks.of_event.tolist()
        self._flown = [False] * len(self._rows)
        # Which event of a stack is the next to have words: positions in rank order, and how far each stack has come.
        self._queue: list[int] = np.lexsort((frame.words.ranks(events.rows), stacks.of_event)).tolist()
        ends = np.cumsum(stacks.counts)
        self._ends: list[int] = ends.tolist()
        self._nexts: list[int] = (ends - stacks.counts).tolist()

    def raised(self, had: Mapping[int, Flown]) -> tuple[tuple[Mark, ...], NDArray[np.bool_], list[int]]:
        """Let those that had words have them again, then one of each stack in turn until no stack has room for another."""
        again = [at for at, row in enumerate(self._rows) if row in had] if had else []
        again.sort(key=lambda at: had[self._rows[at]].row or 0)
        marks = self._fly(again, had)
        turn = np.argsort(-self._stacks.counts, kind="stable").tolist()
        while turn:
            # Whether there is room is asked before the words are: most of the stacks of a crowded lane have none.
            nexts = [self._next_of(stack) for stack in turn if self._has_room(stack)]
            flown = self._fly([at for at in nexts if at is not None], {})
            marks += flown
            turn = [self._stack_of[at] for at, _ in flown]
        width = self._frame.width
        in_sight = [(at, mark) for at, mark in marks if mark.right > 0 and mark.left < width]
        return tuple(mark for _, mark in in_sight), np.array(self._flown, bool), [at for at, _ in in_sight]

    def _next_of(self, stack: int) -> int | None:
        while self._nexts[stack] < self._ends[stack]:
            at = self._queue[self._nexts[stack]]
            if not self._flown[at]:
                return at
            self._nexts[stack] += 1
        return None

    def _has_room(self, stack: int) -> bool:
        return self._sky.has_room(stack, self._next_row[stack], self._fair + self._gap)

    def _fly(self, events: list[int], had: Mapping[int, Flown]) -> list[tuple[int, Mark]]:
        """Give words to those of some events, by position, that find room; return these with their marks."""
        rows = [self._rows[at] for at in events]
        widths = self._frame.words.widths(rows, self._frame.title_limit)
        marks = (self._mark(at, width, had.get(row)) for at, row, width in zip(events, rows, widths, strict=True))
        return [(at, mark) for at, mark in zip(events, marks, strict=True) if mark is not None]

    def _mark(self, at: int, width: int, before: Flown | None) -> Mark | None:
        """Give one event its words in a row that its pole can reach."""
        stack, sky = self._stack_of[at], self._sky
        lowest = self._next_row[stack]
        found: int | None
        # The row kept from the picture before may be one that a lane grown lower has no longer.
        if before is not None and before.row is not None and lowest <= before.row < len(sky):
            width = min(width, before.width)
            fits = sky.room(stack, before.row) - self._gap >= width
            found = before.row if fits and sky.reaches(stack, lowest, before.row) else None
        else:
            found, width = self._choose(stack, width)
        if found is None:
            return None
        sky.take(stack, lowest, found, width + self._gap)
        self._next_row[stack] = found + 1
        self._flown[at] = True
        left = sky.words_from[stack]
        events, bottom = self._stacks.events, self._stacks.pile.bottom - found * self._row_height
        return Mark(
            self._rows[at],
            self._box.number,
            Level.TITLES,
            float(events.x0[at]),
            float(events.x1[at]),
            left,
            bottom - self._row_height,
            left + width,
            bottom,
            has_bar=False,
            pole=sky.poles[stack],
        )

    def _choose(self, stack: int, width: int) -> tuple[int | None, int]:
        """Return the row for a title and how wide it may be.

        Where it runs over other stacks, it leaves below it a row for each of them if it can: their poles cannot cross it.
        """
        gap = self._gap
        fits = self._sky.rows_with_room(stack, self._next_row[stack], self._fair + gap)
        if not fits:
            return None, 0
        wanted = fits[0][0] + self._sky.run_over(stack, width)
        whole = [fit for fit in fits if fit[1] - gap >= width] or fits
        found, room = next((fit for fit in whole if fit[0] >= wanted), whole[-1])
        return found, width if room - gap >= width else int((room - gap) // gap * gap)
