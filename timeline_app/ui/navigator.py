"""Which event is being read: the one selection that all panes share, and the trail behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal

from timeline_app.domain.event_index import EventFlag
from timeline_app.ui.timeline_chosen import ChosenRows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.models.event_model import EventModel

_MOST_RESTORED = 2000
"""Selected events that are found again after a new snapshot."""

_TRAIL_LIMIT = 500
_Flag = QItemSelectionModel.SelectionFlag


class Navigator(QObject):
    """Follows the current row of the shared selection, and moves it.

    The event is remembered by its id, so that it stays selected when a new snapshot resets the model.
    """

    event_changed = Signal(object)
    """The id of the event now being read, None for none. Emitted only when it is another one."""

    def __init__(self, model: EventModel, selection: QItemSelectionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._current: int | None = None
        self._trail: list[int] = []
        self._place = -1
        self._is_restoring = False
        self._selected = model.events.ids[:0]
        selection.currentRowChanged.connect(self._on_current)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    @property
    def current(self) -> int | None:
        """The id of the event being read."""
        return self._current

    def selected(self) -> NDArray[np.int64]:
        """Return the ids of the selected events, in the order of the rows."""
        return self._model.events.ids[ChosenRows.of(self._selection).rows()]

    def chosen(self) -> list[int]:
        """Return the ids of the events that a command is about: the selected ones, else the one that is read."""
        selected: list[int] = self.selected().tolist()
        return selected or ([self._current] if self._current is not None else [])

    def select(self, event_id: int) -> bool:
        """Select an event; False where the events shown do not hold it."""
        row = self._model.events.row_of(event_id)
        if row < 0:
            return False
        self.select_row(row)
        return True

    def select_row(self, row: int) -> None:
        """Select the event of a row."""
        if 0 <= row < self._model.rowCount():
            self._selection.setCurrentIndex(self._model.index(row, 0), _Flag.ClearAndSelect | _Flag.Rows)

    def read(self, event_id: int) -> bool:
        """Read an event whether it is among those shown or not; False where it is not, and nothing is selected then."""
        if self.select(event_id):
            return True
        self._is_restoring = True
        self._selection.clear()
        self._is_restoring = False
        self._move_to(event_id)
        return False

    def clear(self) -> None:
        """Select nothing."""
        self._selection.clear()
        self._move_to(None)

    def forget(self) -> None:
        """Select nothing and forget the trail: its numbers mean other events in another library."""
        self.clear()
        self._trail, self._place = [], -1

    def step(self, count: int) -> None:
        """Move to the event so many rows later, earlier where negative; from none to the first or the last."""
        row = self._model.events.row_of(self._current) if self._current is not None else -1
        if row < 0:
            row = 0 if count > 0 else self._model.rowCount() - 1
            count = 0
        self.select_row(max(0, min(self._model.rowCount() - 1, row + count)))

    def step_unread(self, count: int) -> bool:
        """Move to the next event that has not been read, to the one before where `count` is negative; False where there is none."""
        events = self._model.events
        row = events.row_of(self._current) if self._current is not None else -1
        unread = np.flatnonzero((events.flags & EventFlag.READ) == 0)
        ahead = unread[unread > row] if count > 0 else unread[unread < (row if row >= 0 else len(events))]
        if not len(ahead):
            return False
        self.select_row(int(ahead[0 if count > 0 else -1]))
        return True

    @property
    def can_go_back(self) -> bool:
        """True where something was read before."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """True after going back."""
        return self._place < len(self._trail) - 1

    def go(self, count: int) -> None:
        """Move along the trail of what was read, back where negative; events that are out of sight are passed over."""
        place = self._place + count
        while 0 <= place < len(self._trail):
            if self._model.events.row_of(self._trail[place]) >= 0:
                self._place = place
                self.select(self._trail[place])
                return
            place += 1 if count > 0 else -1

    def _on_current(self, current: QModelIndex) -> None:
        if not self._is_restoring:
            self._move_to(int(self._model.events.ids[current.row()]) if current.isValid() else None)

    def _move_to(self, event: int | None) -> None:
        if event == self._current:
            return
        self._current = event
        if event is not None and not (0 <= self._place < len(self._trail) and self._trail[self._place] == event):
            del self._trail[self._place + 1 :]
            self._trail = [*self._trail[-_TRAIL_LIMIT:], event]
            self._place = len(self._trail) - 1
        self.event_changed.emit(event)

    def _on_about_to_reset(self) -> None:
        self._is_restoring = True
        self._selected = self.selected()[:_MOST_RESTORED]

    def _on_reset(self) -> None:
        # Qt forgets the selection with the reset; what the reader was reading stays what the reader is reading.
        try:
            row = self._model.events.row_of(self._current) if self._current is not None else -1
            if row >= 0:
                self.select_row(row)
            if len(self._selected) > 1:
                selection = QItemSelection()
                for other in self._model.events.rows_of(self._selected).tolist():
                    selection.select(self._model.index(other, 0), self._model.index(other, 0))
                self._selection.select(selection, _Flag.Select | _Flag.Rows)
        finally:
            self._is_restoring = False
