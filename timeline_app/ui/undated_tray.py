"""The tray of undated articles: in sight, counted, and never given a date that nobody stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.models.undated_model import UndatedModel
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.strip import Strip
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from timeline_app.domain.records import UndatedArticle

_MARGIN = 21
_MOST_ROWS = 6


class UndatedTray(Strip):
    """A heading with the count, opened to a list; hidden while every article has a date.

    Signals: `article_requested(article_id)` when the reader wants to read one.
    """

    article_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Edge.TopEdge, is_raised=False, parent=parent)
        self.setAccessibleName(self.tr("Articles without a date"))
        self._model = UndatedModel(self)
        self._heading = _Heading(self)
        self._heading.setAutoRaise(True)
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading.clicked.connect(lambda: self._set_open(not self._is_open))
        self._reason = PlainLabel(
            self.tr(
                "No date of publication is stated, and none is made up. Dates that a text itself tells are on the timeline."
            ),
            self,
        )
        self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._reason.setWordWrap(True)
        self._reason.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reason.setContentsMargins(_MARGIN, 0, _MARGIN, 6)
        self._list = _UndatedList(self)
        self._list.setModel(self._model)
        self._list.setAccessibleName(self.tr("Articles without a date"))
        self._list.clicked.connect(self._request)
        self._list.activated.connect(self._request)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        for widget in (self._heading, self._reason, self._list):
            column.addWidget(widget)
        self.setFocusProxy(self._heading)
        self._dress()
        self._set_open(is_open=False)
        self.hide()

    def show_articles(self, articles: Sequence[UndatedArticle]) -> None:
        """Show the undated articles; hide where there are none."""
        self._model.set_articles(articles)
        count = len(articles)
        self._heading.setText(self.tr("%Ln articles without a date", "", count))
        self._list.updateGeometry()
        self.setVisible(count > 0)

    def _set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self._heading.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._heading.setAccessibleDescription(self.tr("opened") if is_open else self.tr("closed"))
        self._reason.setVisible(is_open)
        self._list.setVisible(is_open)

    def _request(self, index: QModelIndex) -> None:
        self.article_requested.emit(index.data(UndatedModel.ID_ROLE))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self._heading.setFont(with_weight(scaled(self.font(), 0.94), QFont.Weight.DemiBold))
        self._heading.setMinimumHeight(self.fontMetrics().height() + 16)
        self._reason.setFont(scaled(self.font(), 0.88))


class _Heading(QToolButton):
    """Shows that the keys act on it, however the focus came: a flat button of the style shows nothing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and a frame while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 2, -3, -2), 4, 4)
            painter.end()


class _UndatedList(QListView):
    """As high as its rows, up to a few; the rest is scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setItemDelegate(_UndatedDelegate(self))

    def sizeHint(self) -> QSize:
        model = self.model()
        rows = min(_MOST_ROWS, model.rowCount())
        return QSize(super().sizeHint().width(), rows * self.sizeHintForRow(0) + 6 if rows else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), 2 * max(0, self.sizeHintForRow(0))))


class _UndatedDelegate(PlainDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        heights = QFontMetricsF(option.font).height() + QFontMetricsF(scaled(option.font, 0.88)).height()
        return QSize(0, round(heights + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area, state = current_theme(), QRectF(option.rect), option.state
        self.paint_ground(painter, option, area)
        inner = area.adjusted(_MARGIN, 5, -_MARGIN, -5)
        small = scaled(option.font, 0.88)
        below = QFontMetricsF(small).height()
        for text, font, colour, line in (
            (index.data(), option.font, theme.text, inner.adjusted(0, 0, 0, -below)),
            (
                index.data(UndatedModel.SUBTITLE_ROLE),
                small,
                theme.muted,
                inner.adjusted(0, inner.height() - below, 0, 0),
            ),
        ):
            shown = QFontMetricsF(font).elidedText(str(text)[:500], Qt.TextElideMode.ElideRight, inner.width())
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(area.adjusted(3, 2, -3, -2), 4, 4)
        painter.restore()
