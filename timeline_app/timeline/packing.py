"""Rows that boxes are put into, none overlapping another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from heapq import heapify, heappop, heappush


class Rows:
    """A fixed number of rows, each with the stretches `[left, right)` that are taken.

    Stretches are only ever added. So what was full stays full, and a thousand events of one day are not each tried in all rows.
    """

    def __init__(self, count: int) -> None:
        self._lefts: list[list[float]] = [[] for _ in range(count)]
        self._rights: list[list[float]] = [[] for _ in range(count)]
        self._covered: dict[float, int] = {}
        """How many of the first rows have a stretch over a left edge."""
        self._frontiers: dict[tuple[float, float], list[tuple[float, int]]] = {}
        """For a stretch that boxes may stand anywhere in: where each row may next be free, a heap."""

    def __len__(self) -> int:
        return len(self._lefts)

    def take(self, row: int, left: float, right: float) -> bool:
        """Take a stretch of a row if it is free."""
        if not self.is_free(row, left, right):
            return False
        at = bisect_left(self._lefts[row], left)
        self._lefts[row].insert(at, left)
        self._rights[row].insert(at, right)
        return True

    def take_first(self, left: float, right: float) -> int | None:
        """Take a stretch of the first row where it is free and return that row."""
        covered = self._covered.get(left, 0)
        found = None
        for row in range(covered, len(self._lefts)):
            if self.take(row, left, right):
                found = row
            if row == covered and self._covers(row, left):
                covered += 1
            if found is not None:
                break
        self._covered[left] = covered
        return found

    def take_last(self, left: float, right: float, among: int) -> int | None:
        """Take a stretch of the last row where it is free, of so many last rows, and return that row."""
        last = range(len(self) - 1, max(len(self) - among, 0) - 1, -1)
        return next((row for row in last if self.take(row, left, right)), None)

    def is_free(self, row: int, left: float, right: float) -> bool:
        """Tell whether nothing is in a stretch of a row."""
        lefts, rights = self._lefts[row], self._rights[row]
        at = bisect_left(lefts, left)
        return not ((at and rights[at - 1] > left) or (at < len(lefts) and lefts[at] < right))

    def take_within(self, left: float, limit: float, width: float) -> tuple[int, float] | None:
        """Take the leftmost free stretch of a width that lies in `[left, limit)`; return its row and its left edge.

        A row that had no room for one box of a stretch is not asked again for another.
        """
        frontiers = self._frontiers.get((left, limit))
        if frontiers is None:
            frontiers = self._frontiers[left, limit] = [(left, row) for row in range(len(self))]
            heapify(frontiers)
        while frontiers:
            frontier, row = heappop(frontiers)
            at = self._first_gap(row, frontier, limit, width)
            if at is None:
                continue
            if at > frontier and frontiers and frontiers[0][0] < at:
                heappush(frontiers, (at, row))
                continue
            self.take(row, at, at + width)
            heappush(frontiers, (at + width, row))
            return row, at
        return None

    def _covers(self, row: int, x: float) -> bool:
        at = bisect_right(self._lefts[row], x)
        return at > 0 and self._rights[row][at - 1] > x

    def _first_gap(self, row: int, left: float, limit: float, width: float) -> float | None:
        lefts, rights = self._lefts[row], self._rights[row]
        after = bisect_right(lefts, left)
        if after and rights[after - 1] > left:
            left = rights[after - 1]
        for at in range(after, len(lefts)):
            if left + width <= min(lefts[at], limit):
                break
            left = max(left, rights[at])
        return left if left + width <= limit else None
