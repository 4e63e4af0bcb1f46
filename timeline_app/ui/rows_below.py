"""Rows that hang below a line in which one types: the focus stays in the line, and words stand where nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout

from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QWidget

    from timeline_app.ui.plain_delegate import PlainDelegate


class RowsBelow(QFrame):
    """A list that is never focused; `view.clicked` says what was chosen by the pointer.

    Args:
        model: The rows.
        delegate: Makes what paints a row.
        most: How many rows are in sight at once.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: Callable[[QListView], PlainDelegate],
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._most = model, most
        self.view = QListView()
        self.view.setModel(model)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setItemDelegate(delegate(self.view))
        self._nothing, self._note = PlainLabel(), PlainLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view)
        self._note.setObjectName("note")
        for words, room in ((self._nothing, 11), (self._note, 6)):
            words.setWordWrap(True)
            words.setIndent(0)
            words.setContentsMargins(14, room, 14, room)
            column.addWidget(words)

    def show_rows(self, nothing: str, current: int, note: str = "") -> None:
        """Show the model's rows with one of them current, -1 for none, and a note below; where there are none, say `nothing`."""
        count = self._rows.rowCount()
        self.view.setVisible(count > 0)
        self._note.setVisible(bool(count and note))
        self._note.setText(note)
        self._nothing.setVisible(not count)
        self._nothing.setText(nothing)
        self._go_to(min(current, count - 1))

    def wanted_height(self, width: int) -> int:
        """Return how high the rows in sight, or the words, are at a width."""
        count = min(self._rows.rowCount(), self._most)
        if not count:
            return max(self._nothing.heightForWidth(width - 2), self._nothing.sizeHint().height()) + 2
        note = self._note.heightForWidth(width - 2) if self._note.text() else 0
        return count * self.view.sizeHintForRow(0) + note + 4

    def step(self, count: int, *, first: int = 0) -> None:
        """Move the current row, not above the `first`: with -1, from the first row up to none."""
        self._go_to(max(first, min(self._rows.rowCount() - 1, self.view.currentIndex().row() + count)))

    def _go_to(self, row: int) -> None:
        self.view.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QModelIndex())
