"""What a pane shows while it has nothing to show: what it is for, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.typography import scaled, with_weight


class EmptyState(QWidget):
    """A title and one calm sentence, in the middle of the pane, on the ground of lists and texts."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(title, self)
        self._sentence = PlainLabel(sentence, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(6)
        column.addStretch(2)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setWordWrap(True)
            column.addWidget(label)
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addStretch(3)
        self.setAccessibleName(f"{title}. {sentence}")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self._title.setFont(with_weight(scaled(self.font(), 1.15), QFont.Weight.DemiBold))
