"""What an import could not take in as it is: a list, as high as its rows up to a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from timeline_app.models.issue_model import IssueColumn, IssueModel
from timeline_app.ui.table_furniture import ROW_PADDING, CellDelegate, QuietHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MOST_ROWS = 8


class IssueTable(QTableView):
    """As high as its rows, up to a few; selected rows are copied."""

    def __init__(self, model: IssueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Files that were not taken in as they are"))
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        header = QuietHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(IssueColumn.REASON, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(IssueColumn.KIND, self.fontMetrics().averageCharWidth() * 14)
        header.resizeSection(IssueColumn.FILE, self.fontMetrics().averageCharWidth() * 52)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def sizeHint(self) -> QSize:
        """Return room for the rows, up to a few."""
        rows = min(MOST_ROWS, self.model().rowCount())
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), height + 6)

    def minimumSizeHint(self) -> QSize:
        """Return room for two rows."""
        return QSize(0, self.horizontalHeader().sizeHint().height() + 2 * self.verticalHeader().defaultSectionSize())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            model = self.model()
            assert isinstance(model, IssueModel)
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            QGuiApplication.clipboard().setText("\n".join("\t".join(model.cells(row)) for row in rows))
        else:
            super().keyPressEvent(event)
