"""The question which of the saved views is meant, and what is to become of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_NAME_ROLE = Qt.ItemDataRole.UserRole


class ViewsDialog(QDialog):
    """Shows the saved views: F2 renames in place, Delete deletes, Enter shows one.

    Signals: `renamed(name, new name)` and `deleted(name)`, at once; `chosen` is the view to show when the dialog is accepted.
    """

    renamed = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved views"))
        self.chosen = ""
        self._list = _ViewList(self)
        self._list.setObjectName("views")
        self._list.setAccessibleName(self.tr("Saved views"))
        triggers = QAbstractItemView.EditTrigger.EditKeyPressed
        self._list.setEditTriggers(triggers)
        for name in names:
            item = QListWidgetItem(name)
            item.setData(_NAME_ROLE, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(self._on_changed)
        self._list.itemActivated.connect(self._on_activated)
        self._list.delete_wanted.connect(self._delete)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._rename_button = box.addButton(self.tr("&Rename"), QDialogButtonBox.ButtonRole.ActionRole)
        self._delete_button = box.addButton(self.tr("&Delete"), QDialogButtonBox.ButtonRole.ActionRole)
        show = box.addButton(self.tr("&Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._rename_button.clicked.connect(self._rename)
        self._delete_button.clicked.connect(self._delete)
        show.clicked.connect(lambda: self._on_activated(self._list.currentItem()))
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._list)
        column.addWidget(box)
        self.resize(self.fontMetrics().averageCharWidth() * 60, self.fontMetrics().height() * 16)

    def _rename(self) -> None:
        if (item := self._list.currentItem()) is not None:
            self._list.editItem(item)

    def _delete(self) -> None:
        if (item := self._list.takeItem(self._list.currentRow())) is not None:
            self.deleted.emit(item.data(_NAME_ROLE))

    def _on_changed(self, item: QListWidgetItem) -> None:
        name, new = str(item.data(_NAME_ROLE)), item.text().strip()
        if new == name:
            return
        others = [self._list.item(row) for row in range(self._list.count())]
        if not new or any(other is not item and other.text() == new for other in others):
            # A name that is none, or another view's: what it was stays.
            item.setText(name)
            return
        item.setData(_NAME_ROLE, new)
        self.renamed.emit(name, new)

    def _on_activated(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen = str(item.data(_NAME_ROLE))
            self.accept()


class _ViewList(QListWidget):
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)
