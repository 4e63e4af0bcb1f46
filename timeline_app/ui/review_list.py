"""What the program was unsure of, least sure first: the reader goes through it with four keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QListWidgetItem, QWidget

from timeline_app.models import texts
from timeline_app.ui.decision_window import DecisionWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.reviewing import Doubtful

_ID = Qt.ItemDataRole.UserRole


class ReviewList(DecisionWindow):
    """A window beside the main one: the event chosen here is read there, accepted or corrected with one key."""

    event_chosen = Signal(object)
    """The id of the event that is to be read."""
    accept_wanted = Signal(object)
    """The id of an event that is right as it is."""
    hide_wanted = Signal(object)
    redate_wanted = Signal()
    """The event that is read, which is the one chosen here, is to get another date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Review"), self.tr("Events that the program is unsure of"), 74, parent)
        self._list.currentItemChanged.connect(self._on_current)
        self._offer(self.tr("&Accept (Enter)"), (Qt.Key.Key_Return, Qt.Key.Key_Enter), self._accept_current)
        self._offer(self.tr("Change the &date (E)"), (Qt.Key.Key_E,), self._redate_current)
        self._offer(self.tr("&Hide (H)"), (Qt.Key.Key_H,), self._hide_current)

    def show_events(self, doubtful: Sequence[Doubtful]) -> None:
        """List events, the least sure first, each with the doubt and, where that is something else, with how its date was found.

        The one that is chosen stays so; where it has gone, what is in its place is.
        """
        at = max(0, self._list.currentRow())
        before = self._current()
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._list.clear()
        for row, found in enumerate(doubtful):
            event = found.event
            at = row if event.id == before else at
            date = texts.period(event.period, with_weekday=True) if event.period else self.tr("no date")
            reasons = dict.fromkeys(map(texts.message, (found.doubt, event.report.resolution.explanation)))
            item = QListWidgetItem("\n".join((date, event.title, *reasons)))
            item.setData(_ID, event.id)
            self._list.addItem(item)
        self._list.setCurrentRow(min(at, self._list.count() - 1))
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        if self._current() != before:
            self._on_current()
        self._refresh()
        self._list.setFocus()

    def _refresh(self) -> None:
        self._say(
            self.tr("The program is least sure of these. Up and Down show each in its article.")
            if self._list.count()
            else self.tr("Nothing is left to review.")
        )

    def _current(self) -> int | None:
        found = self._list.currentIndex().data(_ID)
        return int(found) if found is not None else None

    def _on_current(self, *_items: object) -> None:
        event = self._current()
        if event is not None:
            self.event_chosen.emit(event)

    def _accept_current(self) -> None:
        self._decide(self.accept_wanted)

    def _redate_current(self) -> None:
        # Another event may be read by now than the one that is chosen here.
        self._on_current()
        if self._current() is not None:
            self.redate_wanted.emit()

    def _hide_current(self) -> None:
        self._decide(self.hide_wanted)

    def _decide(self, wanted: SignalInstance) -> None:
        """What is decided leaves the list at once: the next key is meant for the next event."""
        event = self._current()
        if event is not None:
            self._list.takeItem(self._list.currentRow())
            self._refresh()
            wanted.emit(event)
