"""The line in which the library is searched: the search follows the typing, and the best articles hang below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from timeline_app.library import MOST_RANKED, as_typed, while_typing
from timeline_app.models.hit_model import HitModel
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.rows_below import RowsBelow
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from timeline_app.domain.records import SearchHit
    from timeline_app.finding import Hits

_PAUSE_MS = 90
"""How long the typing pauses before the search follows it: shorter than between two words, longer than between two letters."""
_MOST_ROWS = 7
_WIDTH_IN_LETTERS = 44
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class SearchLine(QLineEdit):
    """Passive but for its list.

    Signals: `typed(str)` when the typing pauses; `entered(str)` when Enter ends it; `article_chosen(article_id)` for an article of
    the list; `left()` when Escape leaves the line.
    """

    typed = Signal(str)
    entered = Signal(str)
    article_chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search words, “phrases”, NOT …"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_text)
        self._list: HitList | None = None
        self._is_typing = False
        self._is_shown = False

    def show_query(self, query: str) -> None:
        """Show the query in force, unless the reader is typing it."""
        if self._pause.isActive() or query in (while_typing(self.text()), self.text().strip()):
            return
        # Not `clear`, which the line's own undo would take back: the words would stand there without being in force.
        # Nor with the line's signals blocked: the button that empties it would stay where there is nothing to empty.
        self._is_shown = True
        self.setText(as_typed(query))
        self._is_shown = False
        self.put_away()

    def show_hits(self, hits: Hits) -> None:
        """Hang the best articles below the line while it is typed in."""
        if not self.hasFocus() or not self._is_typing or not hits.query or hits.query != while_typing(self.text()):
            self.put_away()
            return
        if self._list is None:
            self._list = HitList(self.window())
            self._list.view.clicked.connect(self._choose)
        self._list.show_hits(hits)
        corner = self.mapTo(self.window(), QPoint(self.width(), self.height() + 3))
        width = min(self._list.wanted_width, self.window().width() - 16)
        self._list.resize(width, self._list.wanted_height(width))
        self._list.move(max(8, corner.x() - width), corner.y())
        self._list.show()
        self._list.raise_()

    def put_away(self) -> bool:
        """Take the list away; False where there is none."""
        if self._list is None or self._list.isHidden():
            return False
        self._list.hide()
        return True

    def _on_text(self, text: str) -> None:
        if self._is_shown:
            return
        self._is_typing = True
        if text:
            self._pause.start()
        else:
            # What is cleared is gone at once.
            self._pause.stop()
            self._on_pause()

    def _on_pause(self) -> None:
        self.typed.emit(self.text())

    def _choose(self, index: QModelIndex) -> None:
        hit: SearchHit | None = index.data(HitModel.HIT_ROLE)
        if hit is not None:
            self.put_away()
            self.article_chosen.emit(hit.article)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the list, choose, leave."""
        key, is_open = event.key(), self._list is not None and not self._list.isHidden()
        if is_open and self._list is not None and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1, first=-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = self._list.view.currentIndex() if is_open and self._list is not None else QModelIndex()
            self._pause.stop()
            if chosen.isValid():
                self._choose(chosen)
            else:
                self.put_away()
                self.entered.emit(self.text())
        elif key == Qt.Key.Key_Escape:
            if not self.put_away():
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the list away with the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._is_typing = False
            self.put_away()


class HitList(RowsBelow):
    """The best articles of a search."""

    def __init__(self, parent: QWidget) -> None:
        model = HitModel()
        super().__init__(model, _HitDelegate, _MOST_ROWS, parent)
        self.model = model
        self.setObjectName("hits")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContentsMargins(1, 1, 1, 1)
        self.view.setAccessibleName(self.tr("Articles found, the best first"))

    @property
    def wanted_width(self) -> int:
        """How wide the list is where there is room, in pixels."""
        return self.fontMetrics().averageCharWidth() * 84

    def show_hits(self, hits: Hits) -> None:
        """Show what was found, none of it chosen yet, or that nothing was."""
        self.model.set_hits(hits.articles)
        words = self.tr("Nothing found for “{words}”. Clear the line to show everything.")
        self.show_rows(words.format(words=as_typed(hits.query)), -1, self._order(hits))

    def _order(self, hits: Hits) -> str:
        """Say which of very many articles stand here, where they are not simply the best of all."""
        if hits.are_newest:
            return self.tr("The newest of %Ln articles", "", hits.found)
        if hits.found > MOST_RANKED:
            words = self.tr(
                "%Ln articles: titles with the words first, then the best of the newest {ranked}", "", hits.found
            )
            return words.format(ranked=QLocale().toString(MOST_RANKED))
        return ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.doItemsLayout()


class _HitDelegate(PlainDelegate):
    """The title over a line of the text with the words found marked in it, and the source on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the height of two lines."""
        return QSize(0, round(QFontMetricsF(option.font).height() * 1.9 + 16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one article."""
        hit: SearchHit = index.data(HitModel.HIT_ROLE)
        theme, area = current_theme(), QRectF(option.rect)
        painter.save()
        self.paint_ground(painter, option, area)
        strong, small = with_weight(option.font, QFont.Weight.DemiBold), scaled(option.font, 0.9)
        inner = area.adjusted(14, 7, -14, -7)
        top = QRectF(inner.left(), inner.top(), inner.width(), QFontMetricsF(strong).height())
        source = str(index.data(HitModel.SOURCE_ROLE))
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, source)
        room = top.width() - QFontMetricsF(small).horizontalAdvance(source) - 12
        painter.setFont(strong)
        painter.setPen(theme.text)
        painter.drawText(top, _START, QFontMetricsF(strong).elidedText(hit.title, _ELIDE, room))
        _paint_snippet(
            painter, QRectF(inner.left(), top.bottom() + 1, inner.width(), inner.bottom() - top.bottom()), hit, small
        )
        painter.restore()


def _paint_snippet(painter: QPainter, line: QRectF, hit: SearchHit, font: QFont) -> None:
    """Paint the words around the first place found, with what was found marked."""
    theme, metrics = current_theme(), QFontMetricsF(font)
    # Line breaks become blanks one by one, so that the spans stay right; the first place found stays in sight.
    text = "".join(" " if c.isspace() else c for c in hit.snippet)
    start = 0
    if hit.marks and metrics.horizontalAdvance(text[: hit.marks[0][1]]) > line.width() * 0.8:
        start = max(0, hit.marks[0][0] - 24)
    lead = "…" if start else ""
    shown = metrics.elidedText(lead + text[start:], _ELIDE, line.width())
    shift = len(lead) - start
    painter.setFont(font)
    for first, end in hit.marks:
        if first >= start and end + shift < len(shown):
            left = metrics.horizontalAdvance(shown[: first + shift])
            wide = metrics.horizontalAdvance(shown[first + shift : end + shift])
            painter.fillRect(QRectF(line.left() + left - 1, line.top(), wide + 2, line.height()), theme.evidence)
    painter.setPen(theme.muted)
    painter.drawText(line, _START, shown)
