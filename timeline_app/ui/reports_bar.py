"""The line that says that others report the same, and leads there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class ReportsBar(QWidget):
    """Out of sight where nobody else reports it. `wanted()` when the reader wants them side by side."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._button = QPushButton()
        self._button.setObjectName("other_reports")
        self._button.setFlat(True)
        self._button.clicked.connect(self.wanted)
        self._row.addWidget(self._button)
        self._row.addStretch(1)
        self.set_column(16)
        self.hide()

    def set_column(self, left: float) -> None:
        """Stand above the column of the text, whose left margin this is in pixels."""
        self._row.setContentsMargins(max(0, round(left) - 6), 2, 16, 2)

    def show_count(self, count: int) -> None:
        """Say how many others there are."""
        self.setVisible(count > 0)
        if count:
            self._button.setText(self.tr("Also in %Ln other articles: compare the wording", "", count))
