"""Titles over stacks of dots: the first of each stack fly their words where the canvas is empty, on poles."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.timeline.packing import Rows
from timeline_app.timeline.scene import Level, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from timeline_app.timeline.frame import Box, Frame
    from timeline_app.timeline.stacks import Stacks

_LEAST = 0.8
"""The share of the least width of a title that words over dots may be cut to."""

_POLE = 2
"""Pixels that stay clear on either side of a pole."""


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
    if not (ground < room // row_height).any():
        return (), np.zeros(len(stacks.events.rows), bool), []
    return _Flags(frame, box, stacks, room // row_height, ground.tolist()).raised(had)


class _Flags:
    def __init__(self, frame: Frame, box: Box, stacks: Stacks, rows: int, ground: list[int]) -> None:
        self._frame, self._box, self._stacks = frame, box, stacks
        self._size = frame.metrics
        self._rows = Rows(rows)
        self._next_row = ground
        self._flown = np.zeros(len(stacks.events.rows), bool)
        self._queues = self._queued()
        self._lefts = stacks.lefts.astype(np.int64).tolist()
        self._heights = stacks.heights(stacks.counts)
        self._walls: dict[int, list[float]] = {}

    def _queued(self) -> list[Iterator[int]]:
        """Return the positions of the events of each stack, the first to have words first."""
        stacks = self._stacks
        order = np.lexsort((self._frame.words.ranks(stacks.events.rows), stacks.of_event))
        firsts = np.concatenate(([0], np.cumsum(stacks.counts)))
        return [iter(order[a:b].tolist()) for a, b in zip(firsts[:-1].tolist(), firsts[1:].tolist(), strict=True)]

    def raised(self, had: Mapping[int, Flown]) -> tuple[tuple[Mark, ...], NDArray[np.bool_], list[int]]:
        """Let those that had words have them again, then one of each stack in turn until no stack has room for another."""
        rows = self._stacks.events.rows
        again = [at for at, row in enumerate(rows.tolist()) if row in had] if had else []
        again.sort(key=lambda at: had[int(rows[at])].row or 0)
        marks = self._fly(again, had)
        turn = np.argsort(-self._stacks.counts, kind="stable").tolist()
        while turn:
            nexts = [self._next_of(stack) for stack in turn if any(self._fair_rows(stack))]
            flown = self._fly([at for at in nexts if at is not None], {})
            marks += flown
            turn = [int(self._stacks.of_event[at]) for at, _ in flown]
        width = self._frame.width
        in_sight = [(at, mark) for at, mark in marks if mark.right > 0 and mark.left < width]
        return tuple(mark for _, mark in in_sight), self._flown, [at for at, _ in in_sight]

    def _next_of(self, stack: int) -> int | None:
        return next((at for at in self._queues[stack] if not self._flown[at]), None)

    def _fly(self, events: list[int], had: Mapping[int, Flown]) -> list[tuple[int, Mark]]:
        """Give words to those of some events, by position, that find room; return these with their marks."""
        rows = self._stacks.events.rows[events].tolist()
        widths = self._frame.words.widths(rows, self._frame.title_limit)
        marks = (self._mark(at, width, had.get(row)) for at, row, width in zip(events, rows, widths, strict=True))
        return [(at, mark) for at, mark in zip(events, marks, strict=True) if mark is not None]

    def _mark(self, at: int, width: int, before: Flown | None) -> Mark | None:
        """Give one event its words in a row that its pole can reach."""
        size, stacks = self._size, self._stacks
        stack = int(stacks.of_event[at])
        column = self._lefts[stack] + stacks.pile.dot / 2
        left = column - size.dot / 2 - size.gap // 3
        lowest = self._next_row[stack]
        # The row kept from the picture before may be one that a lane grown lower has no longer.
        if before is not None and before.row is not None and lowest <= before.row < len(self._rows):
            width = min(width, before.width)
            room = self._room(stack, left, before.row)
            found = before.row if room >= width and self._reaches(column, lowest, before.row) else None
        else:
            found, width = self._choose(stack, left, width)
        if found is None:
            return None
        self._rows.take(found, left, left + width + size.gap)
        for below in range(lowest, found):
            self._rows.take(below, column - _POLE, column + _POLE)
        self._next_row[stack] = found + 1
        self._flown[at] = True
        events, bottom = stacks.events, stacks.pile.bottom - found * size.row_height
        return Mark(
            int(events.rows[at]),
            self._box.number,
            Level.TITLES,
            float(events.x0[at]),
            float(events.x1[at]),
            left,
            bottom - size.row_height,
            left + width,
            bottom,
            has_bar=False,
            pole=column,
        )

    def _choose(self, stack: int, left: float, width: int) -> tuple[int | None, int]:
        """Return the row for a title and how wide it may be.

        Where it runs over other stacks, it leaves below it a row for each of them if it can: their poles cannot cross it.
        """
        fits = dict(self._fair_rows(stack))
        if not fits:
            return None, 0
        last = bisect_left(self._lefts, left + width)
        wanted = min(fits) + max(last - stack - 1, 0)
        whole = [number for number, room in fits.items() if room >= width] or list(fits)
        found = next((number for number in whole if number >= wanted), whole[-1])
        gap = self._size.gap
        return found, width if fits[found] >= width else int(fits[found] // gap * gap)

    def _fair_rows(self, stack: int) -> Iterator[tuple[int, float]]:
        """Yield the rows that the next pole of a stack can reach and that have room for words worth reading, with this room.

        It is asked before the words are: most of the stacks of a crowded lane have none.
        """
        size, lowest = self._size, self._next_row[stack]
        column = self._lefts[stack] + self._stacks.pile.dot / 2
        left = column - size.dot / 2 - size.gap // 3
        fair = size.least_title * _LEAST
        for number in range(lowest, len(self._rows)):
            room = self._room(stack, left, number)
            if room >= fair:
                yield number, room
            if not self._rows.is_free(number, column - _POLE, column + _POLE):
                return

    def _reaches(self, column: float, lowest: int, row: int) -> bool:
        return all(self._rows.is_free(below, column - _POLE, column + _POLE) for below in range(lowest, row))

    def _room(self, stack: int, left: float, row: int) -> float:
        """Return how wide a title can be in a row, from its left edge to the next title, pole or higher stack."""
        walls = self._walls.get(row)
        if walls is None:
            walls = self._walls[row] = self._walls_of(row)
        return min(self._rows.room(row, left), walls[stack] - left) - self._size.gap

    def _walls_of(self, row: int) -> list[float]:
        """Return for each stack where the next one to the right begins that reaches into a row."""
        reaches = self._heights > row * self._size.row_height
        edges = np.where(reaches, self._stacks.lefts, np.inf)
        nearest = np.minimum.accumulate(edges[::-1])[::-1]
        return [*nearest[1:].tolist(), np.inf]
