"""How what is shown spreads over time: bars of months, of which a stretch can be chosen by pointer or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.domain.period import Granularity, Period
from timeline_app.models import texts
from timeline_app.ui.article_painting import faded
from timeline_app.ui.theme import current_theme
from timeline_app.ui.tooltips import show_plain
from timeline_app.ui.typography import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent, QPaintEvent

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.histogram import Histogram

_MARGIN = 12


class FacetHistogram(QWidget):
    """Shows a `Histogram`. `stretch_wanted(after, before)` says which stretch of time the reader wants; None twice for all of it.

    A click chooses a bar, a drag several; the same bars again give the choice up. Left and Right move over the bars, with Shift
    they take several, Enter chooses, Delete gives up.
    """

    stretch_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histogram: Histogram | None = None
        self._bounds: tuple[int | None, int | None] = (None, None)
        self._anchor = self._at = -1
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Events by month"))

    def sizeHint(self) -> QSize:
        """Return the height of a few lines."""
        return QSize(200, round(self.fontMetrics().height() * 4.4))

    def show_histogram(self, histogram: Histogram | None, wanted: EventFilter) -> None:
        """Show other bars, and which stretch of them the filter asks for."""
        self._histogram = histogram
        self._bounds = wanted.after, wanted.before
        if not self._is_dragging:
            self._at = min(self._at, self._count - 1)
            self._anchor = min(self._anchor, self._count - 1)
        self.setVisible(self._count > 1)
        self.update()

    @property
    def _count(self) -> int:
        return len(self._histogram) if self._histogram is not None else 0

    def stretch(self, bar: int, last: int) -> tuple[int, int]:
        """Return the instants between which some bars are."""
        assert self._histogram is not None
        first, last = sorted((bar, last))
        return int(self._histogram.edges[first]), int(self._histogram.edges[last + 1])

    def words(self, bar: int, last: int) -> str:
        """Say what some bars stand for, and how many events the first of them holds where it is alone."""
        assert self._histogram is not None
        start, end = self.stretch(bar, last)
        one_month = self._histogram.months == 1 and bar == last
        dated = texts.period(Period(start, end, Granularity.MONTH if one_month else Granularity.DAY))
        if bar != last:
            return dated
        return f"{dated}: {texts.event_count(int(self._histogram.counts[bar]))}"

    # -- painting -----------------------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(_MARGIN, 6, max(1, self.width() - 2 * _MARGIN), max(1, self.height() - 6 - line - 4))

    def _bar_at(self, x: float) -> int:
        area = self._area()
        return max(0, min(self._count - 1, int((x - area.left()) / area.width() * self._count)))

    def _is_in_force(self, bar: int) -> bool:
        after, before = self._bounds
        start, end = self.stretch(bar, bar)
        return (after is None or end > after) and (before is None or start < before)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars, what is chosen of them, and the time that they take."""
        if self._histogram is None or not self._count:
            return
        painter, theme, area = QPainter(self), current_theme(), self._area()
        highest, wide = max(1, int(self._histogram.counts.max())), area.width() / self._count
        chosen = range(min(self._anchor, self._at), max(self._anchor, self._at) + 1)
        for bar, count in enumerate(self._histogram.counts.tolist()):
            left, right = area.left() + bar * wide, area.left() + (bar + 1) * wide
            ground = QRectF(left, area.top(), right - left, area.height())
            if (self.hasFocus() or self._is_dragging) and bar in chosen:
                painter.fillRect(ground, faded(theme.accent, 0.16))
            tall = max(1.5, area.height() * count / highest) if count else 0
            colour = theme.accent if self._is_in_force(bar) else theme.line
            gap = 1 if wide >= 3 else 0
            painter.fillRect(QRectF(left, area.bottom() - tall, right - left - gap, tall), colour)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.line)
        self._paint_ends(painter, area)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 1.5, -3, -1.5), 4, 4)
        painter.end()

    def _paint_ends(self, painter: QPainter, area: QRectF) -> None:
        """Write the first and the last month, with how many events lie beyond them."""
        assert self._histogram is not None
        number = QLocale().toString
        last = self._count - 1
        first_words, last_words = (
            texts.period(Period(*self.stretch(bar, bar), Granularity.MONTH))
            if self._histogram.months == 1
            else str(year)
            for bar, year in ((0, self._year(0)), (last, self._year(last)))
        )
        if self._histogram.before:
            first_words = self.tr("‹ {count} · {when}").format(count=number(self._histogram.before), when=first_words)
        if self._histogram.after:
            last_words = self.tr("{when} · {count} ›").format(count=number(self._histogram.after), when=last_words)
        painter.setFont(scaled(self.font(), 0.85))
        painter.setPen(current_theme().muted)
        line = QRectF(area.left(), area.bottom() + 3, area.width(), self.height() - area.bottom() - 3)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, first_words)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, last_words)

    def _year(self, bar: int) -> str:
        return texts.period(Period(*self.stretch(bar, bar), Granularity.DAY))[-4:]

    # -- pointer and keys ---------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Explain the bar under the pointer."""
        if event.type() == QEvent.Type.ToolTip and self._count:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            bar = self._bar_at(help_event.pos().x())
            show_plain(help_event.globalPos(), self.words(bar, bar), self, self.rect())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose."""
        if event.button() == Qt.MouseButton.LeftButton and self._count:
            self._anchor = self._at = self._bar_at(event.position().x())
            self._is_dragging = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose more or fewer bars."""
        if self._is_dragging:
            self._at = self._bar_at(event.position().x())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Want what was chosen."""
        if self._is_dragging and event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False
            self._want()

    def _want(self) -> None:
        if not 0 <= self._at < self._count:
            return
        wanted = self.stretch(self._anchor, self._at)
        self.stretch_wanted.emit(*((None, None) if wanted == self._bounds else wanted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the bars, choose, give up."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -self._count, Qt.Key.Key_End: self._count}
        key = Qt.Key(event.key())
        if not self._count:
            super().keyPressEvent(event)
        elif key in steps:
            self._at = max(0, min(self._count - 1, self._at + steps[key]))
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self._at
            self._say(self.words(self._anchor, self._at))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._bounds != (None, None):
            self.stretch_wanted.emit(None, None)
        else:
            super().keyPressEvent(event)

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, words))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a bar."""
        super().focusInEvent(event)
        if self._at < 0 < self._count:
            self._at = self._anchor = 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark no bar any more."""
        super().focusOutEvent(event)
        self.update()
