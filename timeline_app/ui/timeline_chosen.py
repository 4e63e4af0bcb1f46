"""The rows of the selection as ranges: a million selected events are one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QItemSelectionModel


@dataclass(frozen=True, slots=True)
class ChosenRows:
    """Ranges of selected rows, their last row excluded; no row is in two of them."""

    ranges: tuple[range, ...]

    @classmethod
    def of(cls, selection: QItemSelectionModel | None) -> ChosenRows:
        """Take them from a selection model; without one nothing is selected."""
        parts = selection.selection().toList() if selection is not None else []
        return cls(tuple(range(part.top(), part.bottom() + 1) for part in parts))

    def __contains__(self, row: int) -> bool:
        # Asked of every title of every picture: a generator would cost more than the answer.
        for part in self.ranges:  # noqa: SIM110
            if row in part:
                return True
        return False

    def rows(self) -> NDArray[np.int64]:
        """Return all of the rows, ascending."""
        parts = [np.arange(part.start, part.stop, dtype=np.int64) for part in self.ranges]
        return np.sort(np.concatenate(parts)) if parts else np.empty(0, np.int64)

    def first(self, most: int) -> set[int]:
        """Return so many of the rows at most."""
        return set(islice(chain.from_iterable(self.ranges), most))
