"""What all delegates have in common: tooltips that are words and no markup, and one look of rows that are chosen or pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from timeline_app.ui.article_painting import faded
from timeline_app.ui.theme import current_theme
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


class PlainDelegate(QStyledItemDelegate):
    """Shows the model's tooltips as plain text."""

    @staticmethod
    def paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        """Show that a row is chosen, or pointed at."""
        theme = current_theme()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, faded(theme.accent, 0.18))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.raised)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Explain the cell under the pointer."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else None
        show_plain(event.globalPos(), str(text or ""), view.viewport(), option.rect)
        return True
