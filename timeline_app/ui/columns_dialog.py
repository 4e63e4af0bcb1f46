"""What the columns of a table mean: shown as the program guessed it, to be put right by the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app.ui.dialogs import buttons
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from timeline_app.domain.article import TableColumns

_LONGEST_HEAD = 60


class ColumnsDialog(QDialog):
    """A row a column: its name or first value, and the field that it is read as. `names` are what is chosen."""

    def __init__(self, table: TableColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of the table"))
        explanation = PlainLabel(
            self.tr(
                "The file is read again with what you choose, and tables with the same columns are read so from now on."
            )
        )
        explanation.setWordWrap(True)
        inner = QWidget()
        grid = QGridLayout(inner)
        self._fields: list[QComboBox] = []
        for row, (head, name) in enumerate(zip(table.heads, table.names, strict=True)):
            label = PlainLabel(head if len(head) <= _LONGEST_HEAD else f"{head[:_LONGEST_HEAD]}…")
            field = QComboBox()
            for key, words in self._choices().items():
                field.addItem(words, key)
            if field.findData(name) < 0:
                field.addItem(name, name)
            field.setCurrentIndex(field.findData(name))
            label.setBuddy(field)
            field.setAccessibleName(head)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            self._fields.append(field)
        grid.setColumnStretch(0, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.addWidget(explanation)
        column.addWidget(scroll, 1)
        column.addWidget(buttons(self))
        self.resize(self.fontMetrics().averageCharWidth() * 72, 120 + min(12, len(self._fields)) * 40)

    @property
    def names(self) -> tuple[str, ...]:
        """The field of each column, empty where it is not read."""
        return tuple(str(field.currentData()) for field in self._fields)

    def _choices(self) -> dict[str, str]:
        return {
            "": self.tr("not read"),
            "date": self.tr("date"),
            "title": self.tr("title"),
            "text": self.tr("text"),
            "outlet": self.tr("outlet"),
            "author": self.tr("author"),
            "url": self.tr("address"),
            "language": self.tr("language"),
        }
