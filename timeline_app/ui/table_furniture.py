"""What the program's tables have in common: a quiet header, cells with room around their words, a calm ground where selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from timeline_app.ui.article_painting import faded
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROW_PADDING = 12
CELL_MARGIN = 12
_LONGEST = 500
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class QuietHeader(QHeaderView):
    """Names the columns above the words that they name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumSectionSize(48)

    def sizeHint(self) -> QSize:
        """Return the height that rows have too."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + ROW_PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint one name."""
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        painter.setFont(with_weight(scaled(self.font(), 0.88), QFont.Weight.DemiBold))
        painter.setPen(theme.muted)
        area = rect.adjusted(CELL_MARGIN, 0, 0, 0)
        text = str(self.model().headerData(logical_index, self.orientation()))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _START, shown)
        painter.restore()


class CellDelegate(PlainDelegate):
    """Paints one line of text a cell. Subclasses say in which colour, and may put a sign before it."""

    def text_colour(self, index: QModelIndex | QPersistentModelIndex) -> QColor:  # noqa: ARG002 - for subclasses
        """Return the colour of a cell's words."""
        return current_theme().text

    def text_font(self, font: QFont, index: QModelIndex | QPersistentModelIndex) -> QFont:  # noqa: ARG002 - for subclasses
        """Return the face of a cell's words."""
        return font

    def paint_sign(
        self,
        painter: QPainter,  # noqa: ARG002 - for subclasses
        area: QRectF,  # noqa: ARG002 - for subclasses
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - for subclasses
    ) -> float:
        """Paint what stands before the words, and return how much room it took."""
        return 0.0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area, state = current_theme(), QRectF(option.rect), option.state
        # Over the style's own ground for selected rows, on which no colour of the kinds can be read.
        painter.fillRect(area, theme.surface)
        self.paint_ground(painter, option, area)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), faded(theme.line, 0.6))
        inner = area.adjusted(CELL_MARGIN, 0, -CELL_MARGIN / 2, 0)
        inner.setLeft(inner.left() + self.paint_sign(painter, inner, index))
        text = str(index.data() or "")[:_LONGEST]
        painter.setFont(self.text_font(option.font, index))
        shown = painter.fontMetrics().elidedText(text, option.textElideMode, int(inner.width()))
        painter.setPen(self.text_colour(index))
        painter.drawText(inner, _START, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        painter.restore()
