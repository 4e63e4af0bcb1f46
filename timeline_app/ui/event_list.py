"""The list that opens where the timeline had no room: "+12", each with its date, one click from being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.models import texts
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.models.event_model import EventModel

_MOST = 2000
_ROOM = 8
"""Pixels between the lines."""
_LENGTHS = np.array([8, 32, 367]) * SECONDS_PER_DAY
"""Seconds: what lasts days, weeks, a year or longer stands in this order."""


class EventList(QFrame):
    """A popup over the timeline; emits the event that the reader chose, and closes."""

    event_chosen = Signal(object)
    """An event's id: rows may be others by the time the reader chooses, and ids do not fit a C int."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._list = QListWidget()
        self._list.setObjectName("event list")
        self._list.setAccessibleName(self.tr("Events at this place"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        self._count = PlainLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setContentsMargins(6, 4, 6, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._count)
        column.addWidget(self._list)

    def open_at(self, model: EventModel, rows: Sequence[int], place: QPoint) -> None:
        """List some rows of the model beside a place on the screen, the briefest first."""
        rows = briefest_first(model.events, rows)
        self._count.setText(texts.event_count(len(rows)))
        self._list.clear()
        for row, summary in zip(rows[:_MOST], model.summaries(rows[:_MOST]), strict=True):
            item = QListWidgetItem(f"{texts.period(model.events.period(row))}  ·  {summary.title}")
            item.setData(Qt.ItemDataRole.UserRole, summary.id)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + _ROOM))
            self._list.addItem(item)
        if len(rows) > _MOST:
            left_out = QListWidgetItem(self.tr("… and %Ln more: zoom in to see them", "", len(rows) - _MOST))
            left_out.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(left_out)
        line = self._list.sizeHintForRow(0) if rows else 20
        self.resize(
            self.fontMetrics().averageCharWidth() * 84,
            min(12, len(rows) + 1) * line + self._count.sizeHint().height() + 8,
        )
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        y = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self._list.setCurrentRow(0)
        self.show()
        self._list.setFocus()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        event_id = item.data(Qt.ItemDataRole.UserRole)
        if event_id is not None:
            self.close()
            self.event_chosen.emit(event_id)


def briefest_first(events: EventIndex, rows: Sequence[int]) -> list[int]:
    """Order rows as a reader of one week wants them: what is of these days before what lasted the whole year, each by its start."""
    at = np.asarray(rows, np.int64)
    starts = events.starts[at]
    lengths = np.searchsorted(_LENGTHS, events.ends[at] - starts)
    order: list[int] = at[np.lexsort((starts, lengths))].tolist()
    return order
