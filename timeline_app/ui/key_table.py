"""The table in which the reader gives actions other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from timeline_app.ui.actions import KEY_GAP
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from timeline_app.ui.actions import Actions

_NAME = Qt.ItemDataRole.UserRole


class KeyTable(QWidget):
    """Lists the actions by menu, and the timeline's verbs, with their keys; for the chosen one the reader presses another key.

    A key belongs to one action: who gets it takes it from who had it, and the table says so before.
    """

    keys_changed = Signal(object)
    """The keys that differ from the program's own, by action: a mapping of tuples."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._rows: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(0, 2, self)
        self._model.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        for title, lines in (*actions.by_menu(), actions.on_timeline()):
            heading = QStandardItem(title)
            heading.setSelectable(False)
            heading.setEditable(False)
            for name, words in lines:
                item, keys = QStandardItem(words), QStandardItem()
                item.setData(name, _NAME)
                item.setEditable(False)
                keys.setEditable(False)
                heading.appendRow([item, keys])
                self._rows[name] = keys
            self._model.appendRow([heading, QStandardItem()])
        self._tree = QTreeView()
        self._tree.setModel(self._model)
        self._tree.setAccessibleName(self.tr("Commands and their keys"))
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._tree.expandAll()
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Find a command"))
        search.setAccessibleName(self.tr("Find a command"))
        search.setClearButtonEnabled(True)
        search.textChanged.connect(self._show_only)

        self._edit = QKeySequenceEdit()
        self._edit.setAccessibleName(self.tr("New key"))
        self._edit.setMaximumSequenceLength(1)
        self._give = QPushButton(self.tr("&Use this key"))
        self._own = QPushButton(self.tr("&Back to its own"))
        self._word = PlainLabel()
        line = QHBoxLayout()
        line.addWidget(self._edit, 1)
        line.addWidget(self._give)
        line.addWidget(self._own)
        column = QVBoxLayout(self)
        column.addWidget(search)
        column.addWidget(self._tree, 1)
        column.addLayout(line)
        column.addWidget(self._word)
        self._tree.selectionModel().currentChanged.connect(self._on_current)
        self._edit.keySequenceChanged.connect(lambda _keys: self._refresh())
        self._give.clicked.connect(self._give_key)
        self._own.clicked.connect(self._restore_one)
        self._show_keys()
        self._refresh()

    def choose(self, name: str) -> None:
        """Make an action the one whose keys change."""
        self._tree.setCurrentIndex(self._rows[name].index().siblingAtColumn(0))

    def restore_defaults(self) -> None:
        """Give every action its own keys back."""
        self._actions.set_keys({})
        self._changed()

    def _current(self) -> str | None:
        name = self._tree.currentIndex().siblingAtColumn(0).data(_NAME)
        return name if isinstance(name, str) else None

    def _on_current(
        self, _now: QModelIndex | QPersistentModelIndex, _before: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._edit.clear()
        self._refresh()

    def _refresh(self) -> None:
        name = self._current()
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        holder = self._actions.holder_of(key) if key else None
        self._give.setEnabled(name is not None and bool(key) and holder != name)
        self._own.setEnabled(name is not None and name in self._actions.changed_keys())
        if holder is not None and holder != name:
            self._word.setText(
                self.tr("This is the key of “{command}” now.").format(command=self._actions.words(holder))
            )
        else:
            self._word.setText(self.tr("Choose a command, then press its new key.") if name is None or not key else "")

    def _give_key(self) -> None:
        name = self._current()
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if name is None or not key:
            return
        changed = self._actions.changed_keys()
        holder = self._actions.holder_of(key)
        if holder is not None:
            changed[holder] = tuple(k for k in self._actions.keys_of(holder) if k != key)
        changed[name] = (key,)
        self._actions.set_keys(changed)
        self._changed()

    def _restore_one(self) -> None:
        name = self._current()
        if name is None:
            return
        changed = self._actions.changed_keys()
        changed.pop(name, None)
        for key in self._actions.own_keys(name):
            holder = self._actions.holder_of(key)
            if holder is not None and holder != name:
                changed[holder] = tuple(k for k in self._actions.keys_of(holder) if k != key)
        self._actions.set_keys(changed)
        self._changed()

    def _changed(self) -> None:
        self._edit.clear()
        self._show_keys()
        self._refresh()
        self.keys_changed.emit(self._actions.changed_keys())

    def _show_keys(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        for name, item in self._rows.items():
            item.setText(KEY_GAP.join(QKeySequence(key).toString(native) for key in self._actions.keys_of(name)))
            font = item.font()
            font.setBold(name in self._actions.changed_keys())
            item.setFont(font)

    def _show_only(self, text: str) -> None:
        wanted = text.casefold().strip()
        for at in range(self._model.rowCount()):
            heading = self._model.item(at)
            for row in range(heading.rowCount()):
                shown = wanted in heading.child(row).text().casefold()
                self._tree.setRowHidden(row, heading.index(), not shown)
