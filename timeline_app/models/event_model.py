"""The events of the current filter as Qt's item model: one row an event, shared by the timeline and the table.

Numbers come from the columns of an `EventIndex`; words stay on disk and are read, a page at a time, for the rows that somebody
looks at.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain.event_index import EventFlag, EventIndex, EventSummary
from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole

_PAGE = 64
_CACHE_LIMIT = 20_000


class Column(IntEnum):
    """The columns of the table."""

    DATE = 0
    EVENT = 1
    OUTLET = 2
    PARTICIPANTS = 3
    KIND = 4


class EventModel(QAbstractTableModel):
    """Rows are the rows of `events`; a new snapshot resets the model."""

    ID_ROLE = ItemRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events = EventIndex.empty()
        self._fetch: Callable[[Sequence[int]], Mapping[int, EventSummary]] = lambda _ids: {}
        self._cache: dict[int, EventSummary] = {}

    @property
    def events(self) -> EventIndex:
        """The snapshot shown: its row numbers are the model's."""
        return self._events

    def set_events(self, events: EventIndex, fetch: Callable[[Sequence[int]], Mapping[int, EventSummary]]) -> None:
        """Show another snapshot. `fetch` gives the words of some events by their ids; it is called on the GUI thread."""
        self.beginResetModel()
        self._events = events
        self._fetch = fetch
        self._cache.clear()
        self.endResetModel()

    def update_events(self, events: EventIndex) -> None:
        """Show the same events with other flags: nothing moves, and what is selected stays selected."""
        self._events = events
        self.write_anew()

    def write_anew(self) -> None:
        """Write all cells again: dates are written in another way from now on."""
        if len(self._events):
            last = self.index(len(self._events) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def summaries(self, rows: Sequence[int]) -> list[EventSummary]:
        """Return the words of some rows, in their order, with one read for all that are not at hand."""
        ids = [int(self._events.ids[row]) for row in rows]
        missing = [event_id for event_id in ids if event_id not in self._cache]
        found: Mapping[int, EventSummary] = self._fetch(missing) if missing else {}
        if len(self._cache) + len(found) > _CACHE_LIMIT:
            self._cache.clear()
            found = self._fetch(ids)
        self._cache.update(found)
        # An event that the library no longer holds has no words for the moment until the next snapshot arrives.
        return [self._cache.get(i) or EventSummary(i, 0, "", "") for i in ids]

    def summary(self, row: int) -> EventSummary:
        """Return the words of one row; its neighbours are read along."""
        if int(self._events.ids[row]) not in self._cache:
            first = row // _PAGE * _PAGE
            self.summaries(range(first, min(first + _PAGE, len(self._events))))
        return self.summaries([row])[0]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let events be dragged to other programs."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else own

    def mimeTypes(self) -> list[str]:
        """Return the forms in which events leave: as text."""
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the events of some cells as lines of date, title and outlet."""
        rows = sorted({index.row() for index in indexes})
        lines = []
        for row, summary in zip(rows, self.summaries(rows), strict=True):
            parts = (texts.period(self._events.period(row)), summary.title, summary.outlet)
            lines.append("\t".join(part for part in parts if part))
        data = QMimeData()
        data.setText("\n".join(lines))
        return data

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of events."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != ItemRole.DisplayRole or not 0 <= section < len(Column):
            return None
        return (
            self.tr("Date"),
            self.tr("Event"),
            self.tr("Outlet"),
            self.tr("Participants"),
            self.tr("Kind"),
        )[section]

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return what a cell shows, its tooltip, the sentence that a screen reader speaks, or the event's id."""
        if not self.checkIndex(index):
            return None
        row = index.row()
        if role == self.ID_ROLE:
            return int(self._events.ids[row])
        if role in (ItemRole.DisplayRole, ItemRole.ToolTipRole):
            return self._cell(row, Column(index.column()))
        if role == ItemRole.AccessibleTextRole:
            return self._sentence(row)
        return None

    def _cell(self, row: int, column: Column) -> str:
        if column == Column.DATE:
            return texts.period(self._events.period(row))
        if column == Column.KIND:
            return texts.event_kind(self._events.kind(row))
        summary = self.summary(row)
        if column == Column.EVENT:
            return summary.title
        return summary.outlet if column == Column.OUTLET else ", ".join(summary.participants)

    def _sentence(self, row: int) -> str:
        summary = self.summary(row)
        parts = [texts.period(self._events.period(row)), summary.title, texts.event_kind(self._events.kind(row))]
        if summary.outlet:
            parts.append(summary.outlet)
        if summary.participants:
            parts.append(self.tr("with {names}").format(names=", ".join(summary.participants)))
        flags = int(self._events.flags[row])
        if flags & EventFlag.CORRECTED:
            parts.append(self.tr("corrected by you"))
        if not flags & EventFlag.READ:
            parts.append(self.tr("skimmed") if flags & EventFlag.SKIMMED else self.tr("not read yet"))
        return ". ".join(parts)
