"""Turning the parts of an article too long to be laid out at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from timeline_app.ui.plain_label import PlainLabel


class PartBar(QWidget):
    """Which part of a long article is shown, and the way to the others."""

    part_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0
        self._label = PlainLabel(parent=self)
        self._previous = QPushButton(self.tr("Previous part"), self)
        self._next = QPushButton(self.tr("Next part"), self)
        self._previous.clicked.connect(lambda: self.part_requested.emit(self._part - 1))
        self._next.clicked.connect(lambda: self.part_requested.emit(self._part + 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._previous)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._next)

    def show_part(self, part: int, parts: int) -> None:
        """Show which of how many parts is shown, from 0; hide where there is but one."""
        self._part = part
        self.setVisible(parts > 1)
        self._label.setText(self.tr("Part {number} of {total}").format(number=part + 1, total=parts))
        self._previous.setEnabled(part > 0)
        self._next.setEnabled(part + 1 < parts)
