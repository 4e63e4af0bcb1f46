"""The command palette: type a few letters of what you want, and press Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.models.palette_model import Offer, PaletteModel
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.rows_below import RowsBelow
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDTH_IN_LETTERS = 88
_MOST_ROWS = 11
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}


class Palette(QFrame):
    """Hangs at the top of its window while it is open. `chosen(Offer)` says what the reader wants; then it is closed already.

    Args:
        parent: The window.
        extra: Returns offers that letters make by themselves, such as a date.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, extra: Callable[[str], Sequence[Offer]]) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Command palette"))
        self._home = parent
        self._extra = extra
        self._before: QWidget | None = None
        self._line = QLineEdit()
        self._line.setObjectName("palette line")
        self._line.setPlaceholderText(self.tr("A command, a participant, a saved view, a date"))
        self._line.setAccessibleName(self.tr("What do you want?"))
        self._line.setFont(scaled(self.font(), 1.15))
        self._line.textChanged.connect(self._on_letters)
        self._line.installEventFilter(self)
        self.model = PaletteModel(self)
        self._rows = RowsBelow(self.model, _OfferDelegate, _MOST_ROWS)
        self._rows.view.setAccessibleName(self.tr("What fits"))
        self._rows.view.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._rows)
        self.setFocusProxy(self._line)
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, offers: Sequence[Offer]) -> None:
        """Let the reader choose among offers."""
        self._before = QApplication.focusWidget()
        self.model.set_offers(offers)
        self._line.clear()
        self._on_letters("")
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """Go away; the focus goes back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_letters(self, letters: str) -> None:
        self.model.set_letters(letters, self._extra(letters))
        self._rows.show_rows(self.tr("Nothing fits."), 0)
        self._place()

    def _place(self) -> None:
        window = self._home
        width = min(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS, window.width() - 32)
        self.resize(width, self._line.sizeHint().height() + self._rows.wanted_height(width) + 4)
        self.move((window.width() - width) // 2, min(72, window.height() // 8))

    def _choose(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(PaletteModel.OFFER_ROLE)
        if offer is not None:
            self.close_again()
            self.chosen.emit(offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list from the line; stay in the middle of the window; go away with the focus."""
        if watched is self._home:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._rows.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._rows.view.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_again()
        else:
            return super().eventFilter(watched, event)
        return True


class _OfferDelegate(PlainDelegate):
    """The name, what it is in quieter letters, the keys on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the height of a line with room around it."""
        return QSize(0, round(QFontMetricsF(option.font).height() + 13))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one offer."""
        offer: Offer = index.data(PaletteModel.OFFER_ROLE)
        theme, area = current_theme(), QRectF(option.rect)
        painter.save()
        self.paint_ground(painter, option, area)
        small, middle = scaled(option.font, 0.9), Qt.AlignmentFlag.AlignVCenter
        inner = area.adjusted(14, 0, -14, 0)
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, offer.keys)
        keys = QFontMetricsF(small).horizontalAdvance(offer.keys)
        detail = QFontMetricsF(small).horizontalAdvance(offer.detail)
        room = inner.width() - (keys + 16 if keys else 0)
        metrics = QFontMetricsF(option.font)
        name = metrics.elidedText(offer.name, Qt.TextElideMode.ElideRight, max(room - detail - 12, room / 2))
        painter.setFont(option.font)
        painter.setPen(theme.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, name)
        left = metrics.horizontalAdvance(name) + 12
        rest = QRectF(inner.left() + left, inner.top(), max(0.0, room - left), inner.height())
        painter.setFont(small)
        painter.setPen(theme.muted)
        shown = QFontMetricsF(small).elidedText(offer.detail, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | middle, shown)
        painter.restore()
