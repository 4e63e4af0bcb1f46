"""The room above stacks of dots: rows in which words and the poles below them take stretches, none crossing another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_POLE = 2
"""Pixels that stay clear on either side of a pole."""


class Sky:
    """Rows counted from below, asked at the stacks only: what is known of a row is kept for each stack, ready to be read.

    `lefts` and `heights` are the pixels of the stacks, from left to right. Words begin `words_aside` right of a stack's left
    edge, their pole stands `pole_aside` right of it.
    """

    def __init__(
        self,
        rows: int,
        row_height: int,
        lefts: NDArray[np.int64],
        heights: NDArray[np.int64],
        *,
        words_aside: float,
        pole_aside: float,
    ) -> None:
        self.words_from: list[float] = (lefts + words_aside).tolist()
        self.poles: list[float] = (lefts + pole_aside).tolist()
        self._row_height = row_height
        self._lefts, self._heights = lefts, heights
        self._words_aside = words_aside
        self._limits: list[list[float]] = [[] for _ in range(rows)]
        """For each row and stack: the pixel up to which its words may reach; filled when a row is first asked for."""
        self._blocked = [bytearray(len(lefts)) for _ in range(rows)]
        """For each row and stack: whether something is in the way of its pole."""

    def __len__(self) -> int:
        return len(self._limits)

    def has_room(self, stack: int, lowest: int, least: float) -> bool:
        """Tell whether a pole can reach a row, from the lowest on, where words of a stack have so many pixels."""
        wanted = self.words_from[stack] + least
        for row in range(lowest, len(self._limits)):
            if (self._limits[row] or self._measured(row))[stack] >= wanted:
                return True
            if self._blocked[row][stack]:
                break
        return False

    def rows_with_room(self, stack: int, lowest: int, least: float) -> list[tuple[int, float]]:
        """Return the rows of which `has_room` tells, each with its room in pixels."""
        start, found = self.words_from[stack], []
        for row in range(lowest, len(self._limits)):
            room = (self._limits[row] or self._measured(row))[stack] - start
            if room >= least:
                found.append((row, room))
            if self._blocked[row][stack]:
                break
        return found

    def room(self, stack: int, row: int) -> float:
        """Return how many pixels words of a stack have in a row."""
        return (self._limits[row] or self._measured(row))[stack] - self.words_from[stack]

    def reaches(self, stack: int, lowest: int, row: int) -> bool:
        """Tell whether nothing is in the way of a pole from the lowest row up to another."""
        return not any(self._blocked[below][stack] for below in range(lowest, row))

    def run_over(self, stack: int, width: float) -> int:
        """Return over how many other stacks words of a width run."""
        end = self.words_from[stack] + width + self._words_aside
        return max(bisect_left(self.words_from, end) - stack - 1, 0)

    def take(self, stack: int, lowest: int, row: int, width: float) -> None:
        """Take the place of a stack's words in a row, and that of their pole below it, from the lowest row on."""
        self._close(row, self.words_from[stack], self.words_from[stack] + width)
        pole = self.poles[stack]
        for below in range(lowest, row):
            self._close(below, pole - _POLE, pole + _POLE)

    def _close(self, row: int, left: float, right: float) -> None:
        limits, starts = self._limits[row] or self._measured(row), self.words_from
        first, last = bisect_left(starts, left), bisect_left(starts, right)
        limits[first:last] = starts[first:last]
        for before in range(first - 1, -1, -1):
            # Beyond a stretch that is taken, or that ends earlier, nothing changes.
            if limits[before] <= left:
                break
            limits[before] = left
        first, last = bisect_right(self.poles, left - _POLE), bisect_left(self.poles, right + _POLE)
        self._blocked[row][first:last] = b"\x01" * (last - first)

    def _measured(self, row: int) -> list[float]:
        """Return the pixel of the next stack right of each that reaches into a row."""
        edges = np.where(self._heights > row * self._row_height, self._lefts, np.inf)
        nearest: NDArray[np.float64] = np.minimum.accumulate(edges[::-1])[::-1]
        self._limits[row] = limits = [*nearest[1:].tolist(), np.inf]
        return limits
