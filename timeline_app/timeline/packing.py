"""Rows that boxes are put into, none overlapping another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Rows:
    """A fixed number of rows, each with the stretches `[left, right)` that are taken."""

    def __init__(self, count: int) -> None:
        self._lefts: list[list[float]] = [[] for _ in range(count)]
        self._rights: list[list[float]] = [[] for _ in range(count)]

    def __len__(self) -> int:
        return len(self._lefts)

    def take(self, row: int, left: float, right: float) -> bool:
        """Take a stretch of a row if it is free."""
        lefts, rights = self._lefts[row], self._rights[row]
        at = bisect_left(lefts, left)
        if (at and rights[at - 1] > left) or (at < len(lefts) and lefts[at] < right):
            return False
        lefts.insert(at, left)
        rights.insert(at, right)
        return True

    def take_first(self, left: float, right: float) -> int | None:
        """Take a stretch of the first row where it is free and return that row."""
        for row in range(len(self._lefts)):
            if self.take(row, left, right):
                return row
        return None

    def take_within(self, left: float, limit: float, width: float) -> tuple[int, float] | None:
        """Take the leftmost free stretch of a width that lies in `[left, limit)`; return its row and its left edge."""
        best: tuple[float, int] | None = None
        for row in range(len(self)):
            at = self._first_gap(row, left, limit, width)
            if at is not None and (best is None or at < best[0]):
                best = at, row
        if best is None:
            return None
        self.take(best[1], best[0], best[0] + width)
        return best[1], best[0]

    def _first_gap(self, row: int, left: float, limit: float, width: float) -> float | None:
        lefts, rights = self._lefts[row], self._rights[row]
        after = bisect_right(lefts, left)
        if after and rights[after - 1] > left:
            left = rights[after - 1]
        for taken_left, taken_right in zip(lefts[after:], rights[after:], strict=True):
            if left + width <= min(taken_left, limit):
                break
            left = max(left, taken_right)
        return left if left + width <= limit else None
