"""The events as a table: the same model and the same selection as the timeline, for reading in rows and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from timeline_app.domain.event_index import EventFlag, EventIndex
from timeline_app.models.event_model import Column, EventModel
from timeline_app.ui.article_painting import event_sign, is_firm
from timeline_app.ui.table_furniture import ROW_PADDING, CellDelegate, QuietHeader
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import with_weight

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

_LETTERS = {Column.DATE: 25, Column.KIND: 17}
"""How many average letters wide the columns are at first whose words are much the same in every library."""
_SHARES = {Column.EVENT: 0.56, Column.OUTLET: 0.19, Column.PARTICIPANTS: 0.25}
"""What part of the rest of the width the others have."""
_MOST_COPIED = 100_000


class EventTable(QTableView):
    """A table over an `EventModel`; rows are in the model's order, by date.

    `activated` (of Qt) says that the reader wants to read the event: Enter or a double click.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Events as a table"))
        self.setItemDelegate(_EventDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = QuietHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.empty_words = ""
        """What is said where there are no events."""
        self._are_columns_the_readers = False
        self._is_sharing = False
        self._first_event: int | None = None
        self._first_shift = 0
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_moved)
        self._set_row_height()

    def save_columns(self) -> QByteArray:
        """Return the widths and the order of the columns, to keep; empty while the reader has not changed them."""
        return self.horizontalHeader().saveState() if self._are_columns_the_readers else QByteArray()

    def restore_columns(self, state: QByteArray) -> None:
        """Put the columns back as they were saved; what is not such a state changes nothing."""
        header = self.horizontalHeader()
        before = header.saveState()
        if state.isEmpty() or not header.restoreState(state) or header.count() != len(Column):
            header.restoreState(before)
            return
        self._are_columns_the_readers = True

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show an `EventModel`."""
        super().setModel(model)
        if isinstance(model, EventModel):
            model.modelAboutToBeReset.connect(self._remember_place)
            model.modelReset.connect(self._return_to_place)
        self._share_width()

    def _remember_place(self) -> None:
        row = self.rowAt(0)
        index = self.model().index(row, 0)
        self._first_event = int(index.data(EventModel.ID_ROLE)) if index.isValid() and row > 0 else None
        self._first_shift = self.rowViewportPosition(row) if row >= 0 else 0

    def _return_to_place(self) -> None:
        """Keep the first event in sight where it was, though others came in before it."""
        model = self.model()
        if self._first_event is not None and isinstance(model, EventModel):
            row = model.events.row_of(self._first_event)
            if row >= 0:
                self.updateGeometries()
                self.verticalScrollBar().setValue(row * self.verticalHeader().defaultSectionSize() - self._first_shift)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns until the reader sets one."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if self._are_columns_the_readers or self.horizontalHeader().count() != len(Column):
            return
        self._is_sharing = True
        letter = self.fontMetrics().averageCharWidth()
        rest = self.viewport().width() - letter * sum(_LETTERS.values())
        for column in Column:
            # Down, not to the nearest: a pixel too many is a scroll bar.
            width = letter * _LETTERS[column] if column in _LETTERS else int(rest * _SHARES[column])
            self.horizontalHeader().resizeSection(column, width)
        self._is_sharing = False

    def _on_resized(self, column: int) -> None:
        # The last column stretches by itself.
        is_last = self.horizontalHeader().visualIndex(column) == len(Column) - 1
        if not self._is_sharing and not is_last:
            self._are_columns_the_readers = True

    def _on_moved(self) -> None:
        self._are_columns_the_readers = True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, with one read of their words for all that are in sight."""
        model = self.model()
        if isinstance(model, EventModel) and model.rowCount():
            first = max(0, self.rowAt(0))
            last = self.rowAt(self.viewport().height() - 1)
            model.summaries(range(first, model.rowCount() if last < 0 else last + 1))
        super().paintEvent(event)
        if isinstance(model, EventModel) and not model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(current_theme().muted)
            words = self.empty_words
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; unlike Qt's other views, make no event the current one unasked: it would be opened and gone to."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QWidget.focusInEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows; leave the rest to the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, as text with tabs between the columns and their names on top."""
        model, selection = self.model(), self.selectionModel()
        # Ranges, not indexes: everything selected is a million of the one and one of the other.
        ranges = selection.selection()
        parts = [ranges.at(at) for at in range(ranges.size())]
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        if not rows:
            return
        header = self.horizontalHeader()
        columns = [header.logicalIndex(at) for at in range(header.count())]
        lines = [[str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]]
        lines += [[str(model.index(row, column).data() or "") for column in columns] for row in rows[:_MOST_COPIED]]
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)


class _EventDelegate(CellDelegate):
    """What happened in the text's colour and bold until it has been read, what stands around it quieter, the kind with its sign."""

    def text_colour(self, index: QModelIndex | QPersistentModelIndex) -> QColor:
        is_hidden = _events_of(index).flags[index.row()] & EventFlag.HIDDEN
        theme = current_theme()
        return theme.text if index.column() in (Column.DATE, Column.EVENT) and not is_hidden else theme.muted

    def text_font(self, font: QFont, index: QModelIndex | QPersistentModelIndex) -> QFont:
        is_unread = not _events_of(index).flags[index.row()] & EventFlag.READ
        return with_weight(font, QFont.Weight.DemiBold) if index.column() == Column.EVENT and is_unread else font

    def paint_sign(self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex) -> float:
        if index.column() != Column.KIND:
            return 0.0
        side = round(QFontMetricsF(painter.font()).height() * 0.5)
        sign = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
        events, row = _events_of(index), index.row()
        event_sign(painter, sign, events.kind(row), current_theme(), is_firm=is_firm(events.period(row)))
        return side + 8


def _events_of(index: QModelIndex | QPersistentModelIndex) -> EventIndex:
    model = index.model()
    assert isinstance(model, EventModel)
    return model.events
