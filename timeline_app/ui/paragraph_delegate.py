"""How a line of several paragraphs looks: what it is about, what is said of it, and in quieter words the grounds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from timeline_app.ui.article_painting import faded
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_MARGIN = 10
_GAP = 2
_QUIET = 0.92


class ParagraphDelegate(PlainDelegate):
    """Sets the words of an item paragraph by paragraph: the first strong, the second plain, the others small and quiet."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how high the words are at the width of the view."""
        width = self._view.viewport().width() - 2 * self._view.spacing()
        layouts = self._layouts(option.font, index, width - 2 * _MARGIN)
        height = sum(layout.boundingRect().height() for layout in layouts) + _GAP * (len(layouts) - 1)
        return QSize(0, math.ceil(height) + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one item."""
        theme, area = current_theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.accent)
            painter.setBrush(faded(theme.accent, 0.14))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        top = area.top() + _MARGIN
        for place, layout in enumerate(self._layouts(option.font, index, area.width() - 2 * _MARGIN)):
            color: QColor = theme.text if place < 2 else theme.muted
            painter.setPen(color)
            layout.draw(painter, QPointF(area.left() + _MARGIN, top))
            top += layout.boundingRect().height() + _GAP
        painter.restore()

    @staticmethod
    def _layouts(font: QFont, index: QModelIndex | QPersistentModelIndex, width: float) -> list[QTextLayout]:
        wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft)
        wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        fonts = (with_weight(font, QFont.Weight.DemiBold), font, scaled(font, _QUIET))
        layouts = []
        for place, words in enumerate(str(index.data() or "").splitlines()):
            layout = QTextLayout(words, fonts[min(place, len(fonts) - 1)])
            layout.setTextOption(wrapped)
            _set(layout, width)
            layouts.append(layout)
        return layouts


def _set(layout: QTextLayout, width: float) -> None:
    """Set the words line below line."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
