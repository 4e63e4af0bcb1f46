"""The whole stretch of events in a strip, with a brush over what the timeline shows: its horizontal scroll bar."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.period import Granularity, Period
from timeline_app.models import texts
from timeline_app.timeline.extent import surroundings
from timeline_app.timeline.scale import TimeScale
from timeline_app.ui.overview_density import OverviewDensity
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_density import paint_density
from timeline_app.ui.timeline_labels import Fonts
from timeline_app.ui.timeline_ruler import RulerWords

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.timeline.scene import Bars
    from timeline_app.ui.timeline_view import TimelineView

_GRIP = 6
"""Pixels on either side of an edge of the brush that grip it."""

_LEAST_BRUSH = 10
"""Pixels that the brush is drawn with, however short the stretch in view."""

_STEPS = 10_000
"""In how many steps the whole extent is said to those who read it as the value of a scroll bar."""

_WORDS = 1.1
"""Lines of text below the density: the years."""

_FAINT = 90
"""The opacity, of 255, of the events that the filter leaves out."""


class _Grip(Enum):
    START = auto()
    END = auto()
    WHOLE = auto()


class OverviewBar(QAbstractSlider):
    """Shows where the timeline's view stands among all events, what share of these it shows, and moves it.

    Drag the brush to move, an edge to resize, press elsewhere to jump there; the wheel and the keys move it too. For those who
    cannot see it, it is the timeline's horizontal scroll bar.
    """

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._density = OverviewDensity(view)
        self._is_following = False
        self._grip: _Grip | None = None
        self._held: TimeScale | None = None
        self._offset = 0.0
        self.setMouseTracking(True)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of all events"))
        view.events_changed.connect(self._on_events)
        view.span_changed.connect(self._follow)
        self.valueChanged.connect(self._on_value)
        self._on_events()

    def sizeHint(self) -> QSize:
        """Three lines of text high."""
        return QSize(240, round(QFontMetrics(self.font()).height() * 2.8))

    def show_all(self, events: EventIndex) -> None:
        """Say which events there are; those that the timeline shows of them are drawn as their share."""
        if self._density.set_all(events):
            self._on_events()

    def _on_events(self) -> None:
        """Follow the view to other events, or other lanes of them."""
        self._density.count()
        self._follow()

    def scale(self) -> TimeScale | None:
        """Return the scale of the strip, with a little air; None where there are no events.

        It spans the surroundings of what the view opened with, wider ones once the view has left these, and all events at
        last: so the brush is never a hair. While the brush is held, it stands still.
        """
        extent, home = self._density.extent, self._density.home
        if extent is None or home is None:
            return None
        if self._held is not None:
            return self._held
        first, last = surroundings(home, extent, *self._view.visible_span())
        air = max((last - first) * 0.01, 1.0)
        return TimeScale.fitted(first - air, last + air, self.width())

    def bars(self, scale: TimeScale) -> tuple[Bars, Bars | None]:
        """Return the bars of all events, and of those that the timeline shows where these are fewer."""
        ground = self.height() - QFontMetrics(self.font()).height() * _WORDS
        return self._density.bars(scale, self.width(), ground)

    def brush(self) -> QRectF:
        """Return the rectangle that stands for the view; empty where there are no events."""
        scale = self.scale()
        if scale is None:
            return QRectF()
        start, end = self._view.visible_span()
        left, right = max(scale.x(start), 0.0), min(scale.x(end), float(self.width()))
        if right - left < _LEAST_BRUSH:
            left = min(max((left + right - _LEAST_BRUSH) / 2, 0), self.width() - _LEAST_BRUSH)
            right = left + _LEAST_BRUSH
        return QRectF(left, 0, right - left, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw density, years and brush."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.window)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
        scale = self.scale()
        if scale is None:
            painter.end()
            return
        brush = self.brush()
        painter.fillRect(brush.adjusted(0, 1, 0, 0), theme.surface)
        whole, shown = self.bars(scale)
        faint = QColor(theme.muted)
        faint.setAlpha(_FAINT)
        ratio = self.devicePixelRatioF()
        paint_density(painter, whole, self.width(), faint if shown is not None else theme.muted, ratio)
        if shown is not None:
            paint_density(painter, shown, self.width(), theme.accent, ratio)
        veil = QColor(theme.window)
        veil.setAlpha(150 if shown is None else 90)
        painter.fillRect(QRectF(0, 1, brush.left(), self.height()), veil)
        painter.fillRect(QRectF(brush.right(), 1, self.width() - brush.right(), self.height()), veil)
        tint = QColor(theme.accent)
        tint.setAlpha(26)
        painter.fillRect(brush.adjusted(0, 1, 0, 0), tint)
        self._paint_years(painter, scale)
        self._paint_outside(painter, scale)
        self._paint_edges(painter, brush)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 2, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip the brush, or bring it here."""
        scale = self.scale()
        if event.button() != Qt.MouseButton.LeftButton or scale is None:
            return
        x = event.position().x()
        self._held = scale
        self._grip = self._grip_at(x)
        start, end = self._view.visible_span()
        if self._grip is None:
            self._grip = _Grip.WHOLE
            self._offset = scale.length(end - start) / 2
            self._move_to(x)
        else:
            self._offset = x - scale.x(start)
        self._show_cursor(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or resize the brush, or show what a press would do."""
        x = event.position().x()
        if self._grip is None:
            self._show_cursor(x)
        elif self._grip is _Grip.WHOLE:
            self._move_to(x)
        else:
            self._resize_to(x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = self._held = None
        self._show_cursor(event.position().x())
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Do what the wheel does on the timeline."""
        self._view.pan(-(event.angleDelta().y() or event.angleDelta().x()) / 120 * 0.12 * self._view.width(), 0)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and resize the brush."""
        start, end = self._view.visible_span()
        length = end - start
        steps = {
            Qt.Key.Key_Left: -0.1,
            Qt.Key.Key_Right: 0.1,
            Qt.Key.Key_PageUp: -0.9,
            Qt.Key.Key_PageDown: 0.9,
        }
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._view.set_visible_span(start, max(end + steps[key] * length, start + length / 2))
        elif key in steps:
            self._view.set_visible_span(start + steps[key] * length, end + steps[key] * length)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._centre_on_end(is_first=key == Qt.Key.Key_Home)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._view.zoom(1 / 1.5 if key == Qt.Key.Key_Minus else 1.5)
        else:
            event.ignore()

    def _centre_on_end(self, *, is_first: bool) -> None:
        """Go to an end of the stretch that the view opens with; from there on, to that of all events, as on the timeline."""
        home, extent = self._density.home, self._density.extent
        if home is None or extent is None:
            return
        start, end = self._view.visible_span()
        end_of, beyond = (home[0], extent[0]) if is_first else (home[1], extent[1])
        ahead = (start + end) / 2 - end_of if is_first else end_of - (start + end) / 2
        middle = end_of if ahead > (end - start) / 100 else beyond
        self._view.set_visible_span(middle - (end - start) / 2, middle + (end - start) / 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys act."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they act elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _follow(self) -> None:
        """Say where the view stands to those who read the value."""
        extent = self._density.extent
        if extent is not None and extent[1] > extent[0]:
            start, end = self._view.visible_span()
            share = ((start + end) / 2 - extent[0]) / (extent[1] - extent[0])
            self._is_following = True
            self.setPageStep(min(max(round((end - start) / (extent[1] - extent[0]) * _STEPS), 1), _STEPS))
            self.setValue(min(max(round(share * _STEPS), 0), _STEPS))
            self._is_following = False
            days = (start // SECONDS_PER_DAY * SECONDS_PER_DAY, -(-end // SECONDS_PER_DAY) * SECONDS_PER_DAY)
            self.setAccessibleDescription(texts.period(Period(*days, Granularity.DAY)))
        self.update()

    def _on_value(self, value: int) -> None:
        """Go where a value that did not come from the view says: an aid moved the scroll bar."""
        extent = self._density.extent
        if self._is_following or extent is None:
            return
        middle = extent[0] + value / _STEPS * (extent[1] - extent[0])
        start, end = self._view.visible_span()
        self._view.set_visible_span(middle - (end - start) / 2, middle + (end - start) / 2)

    def _paint_years(self, painter: QPainter, scale: TimeScale) -> None:
        """Write the years or what else fits under the density."""
        theme = current_theme()
        fonts = Fonts.of(self.font())
        words = RulerWords(fonts)
        painter.setFont(fonts.small)
        painter.setPen(theme.muted)
        for left, text, _ in words.row(scale, self.width()):
            height = QFontMetrics(fonts.small).height()
            painter.drawText(QPointF(left, self.height() - height * 0.35), text)

    def _paint_outside(self, painter: QPainter, scale: TimeScale) -> None:
        """Say how many events lie beyond either end: none is hidden without being counted."""
        before, after = self._density.outside(scale, self.width())
        fonts, locale = Fonts.of(self.font()), QLocale()
        painter.setFont(fonts.small)
        painter.setPen(current_theme().text)
        box = QRectF(self.rect()).adjusted(_GRIP, 2, -_GRIP, 0)
        if before:
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, "‹ " + locale.toString(before))
        if after:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, locale.toString(after) + " ›")

    def _paint_edges(self, painter: QPainter, brush: QRectF) -> None:
        theme = current_theme()
        painter.setPen(QPen(theme.accent, 1))
        painter.drawRect(brush.adjusted(0.5, 1.5, -1.5, -1.5).toRect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        tall = self.height() * 0.36
        for x in (brush.left(), brush.right() - 1):
            painter.drawRoundedRect(QRectF(x - 1.5, (self.height() - tall) / 2, 4, tall), 2, 2)

    def _grip_at(self, x: float) -> _Grip | None:
        brush = self.brush()
        # A narrow brush is moved: its edges are gripped from outside.
        inner = min(_GRIP, brush.width() / 4)
        if brush.left() - _GRIP <= x <= brush.left() + inner:
            return _Grip.START
        if brush.right() - inner <= x <= brush.right() + _GRIP:
            return _Grip.END
        return _Grip.WHOLE if brush.left() < x < brush.right() else None

    def _show_cursor(self, x: float) -> None:
        grip = self._grip or self._grip_at(x)
        if grip is _Grip.WHOLE:
            shape = Qt.CursorShape.ClosedHandCursor if self._grip else Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.PointingHandCursor if grip is None else Qt.CursorShape.SizeHorCursor
        self.setCursor(shape)

    def _move_to(self, x: float) -> None:
        scale = self.scale()
        assert scale is not None
        start, end = self._view.visible_span()
        left = scale.time(x - self._offset)
        self._view.set_visible_span(left, left + (end - start))

    def _resize_to(self, x: float) -> None:
        scale = self.scale()
        assert scale is not None
        start, end = self._view.visible_span()
        moment = scale.time(x)
        if self._grip is _Grip.START:
            self._view.set_visible_span(min(moment, end - scale.seconds_per_pixel), end)
        else:
            self._view.set_visible_span(start, max(moment, start + scale.seconds_per_pixel))
