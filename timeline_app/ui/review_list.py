"""What the program was unsure of, least sure first: the reader goes through it with four keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.models import texts
from timeline_app.ui.keyed_list import KeyedList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.records import StoredEvent

_ID = Qt.ItemDataRole.UserRole


class ReviewList(QDialog):
    """A window beside the main one: the event chosen here is read there, accepted or corrected with one key."""

    event_chosen = Signal(object)
    """The id of the event that is to be read."""
    accept_wanted = Signal(object)
    """The id of an event that is right as it is."""
    hide_wanted = Signal(object)
    redate_wanted = Signal()
    """The event that is read, which is the one chosen here, is to get another date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(self.tr("Review"))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._list = KeyedList()
        self._list.setAccessibleName(self.tr("Events that the program is unsure of"))
        self._list.currentItemChanged.connect(self._on_current)
        line = QHBoxLayout()
        self._buttons = []
        for words, keys, act in (
            (self.tr("&Accept (Enter)"), (Qt.Key.Key_Return, Qt.Key.Key_Enter), self._accept_current),
            (self.tr("Change the &date (E)"), (Qt.Key.Key_E,), self._redate_current),
            (self.tr("&Hide (H)"), (Qt.Key.Key_H,), self._hide_current),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._list.acts |= dict.fromkeys(keys, act)
            line.addWidget(button)
            self._buttons.append(button)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        column.addLayout(line)
        self.resize(self.fontMetrics().averageCharWidth() * 62, self.fontMetrics().height() * 34)

    def show_events(self, events: Sequence[StoredEvent]) -> None:
        """List events, the least sure first. The one that is chosen stays so; where it has gone, what is in its place is."""
        at = max(0, self._list.currentRow())
        before = self._current()
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._list.clear()
        for row, event in enumerate(events):
            at = row if event.id == before else at
            date = texts.period(event.period, with_weekday=True) if event.period else self.tr("no date")
            reason = texts.message(event.report.resolution.explanation)
            item = QListWidgetItem(f"{date}\n{event.title}\n{reason}")
            item.setData(_ID, event.id)
            self._list.addItem(item)
        self._list.setCurrentRow(min(at, self._list.count() - 1))
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        if self._current() != before:
            self._on_current()
        self._words.setText(
            self.tr("The program is least sure of these. Up and Down show each in its article.")
            if events
            else self.tr("Nothing is left to review.")
        )
        for button in self._buttons:
            button.setEnabled(bool(events))
        self._list.setFocus()

    def _current(self) -> int | None:
        found = self._list.currentIndex().data(_ID)
        return int(found) if found is not None else None

    def _on_current(self, *_items: object) -> None:
        event = self._current()
        if event is not None:
            self.event_chosen.emit(event)

    def _accept_current(self) -> None:
        event = self._current()
        if event is not None:
            self.accept_wanted.emit(event)

    def _redate_current(self) -> None:
        # Another event may be read by now than the one that is chosen here.
        self._on_current()
        if self._current() is not None:
            self.redate_wanted.emit()

    def _hide_current(self) -> None:
        event = self._current()
        if event is not None:
            self.hide_wanted.emit(event)
