"""A strip of the window that stands on a ground of its own, with a line where it meets what is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from timeline_app.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Strip(QWidget):
    """Paints the ground; what stands on it is its children's.

    Args:
        edge: Where the line is: at the top, or at the bottom.
        is_raised: Whether the ground is that of bars, else that of lists.
        parent: As with every widget.
    """

    def __init__(self, edge: Qt.Edge, *, is_raised: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge, self._is_raised = edge, is_raised

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground and the line."""
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(self.rect(), theme.raised if self._is_raised else theme.surface)
        line = 0 if self._edge is Qt.Edge.TopEdge else self.height() - 1
        painter.fillRect(0, line, self.width(), 1, theme.line)
        painter.end()
