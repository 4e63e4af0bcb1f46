"""The whole stretch of events in a strip, with a brush over what the timeline shows: its horizontal scroll bar."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.timeline.extent import surroundings
from timeline_app.timeline.levels import bin_length, bin_number, bin_start
from timeline_app.timeline.scale import TimeScale
from timeline_app.timeline.scene import Bars
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_density import paint_density
from timeline_app.ui.timeline_labels import Fonts
from timeline_app.ui.timeline_ruler import RulerWords

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from timeline_app.ui.timeline_view import TimelineView

_GRIP = 6
"""Pixels on either side of an edge of the brush that grip it."""

_LEAST_BRUSH = 10
"""Pixels that the brush is drawn with, however short the stretch in view."""


class _Grip(Enum):
    START = auto()
    END = auto()
    WHOLE = auto()


class OverviewBar(QWidget):
    """Shows where the timeline's view stands among all its events, and moves it.

    Drag the brush to move, an edge to resize, press elsewhere to jump there; the wheel moves it too.
    """

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._bars: Bars | None = None
        self._beyond: tuple[TimeScale, tuple[int, int]] | None = None
        self._counted_at: TimeScale | None = None
        self._grip: _Grip | None = None
        self._held: TimeScale | None = None
        self._offset = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of all events"))
        view.events_changed.connect(self._forget)
        view.span_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Three lines of text high."""
        return QSize(240, round(QFontMetrics(self.font()).height() * 2.8))

    def scale(self) -> TimeScale | None:
        """Return the scale of the strip, with a little air; None where there are no events.

        It spans the surroundings of what the view opened with, wider ones once the view has left these, and all events at
        last: so the brush is never a hair. While the brush is held, it stands still.
        """
        extent, home = self._view.extent(), self._view.home()
        if extent is None or home is None:
            return None
        if self._held is not None:
            return self._held
        first, last = surroundings(home, extent, *self._view.visible_span())
        air = max((last - first) * 0.01, 1.0)
        return TimeScale.fitted(first - air, last + air, self.width())

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
        bars = self._density(scale)
        paint_density(painter, bars, self.width(), theme.muted, self.devicePixelRatioF())
        veil = QColor(theme.window)
        veil.setAlpha(150)
        painter.fillRect(QRectF(0, 1, brush.left(), self.height()), veil)
        painter.fillRect(QRectF(brush.right(), 1, self.width() - brush.right(), self.height()), veil)
        tint = QColor(theme.accent)
        tint.setAlpha(26)
        painter.fillRect(brush.adjusted(0, 1, 0, 0), tint)
        self._paint_years(painter, scale)
        self._paint_outside(painter, scale)
        self._paint_edges(painter, brush)
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

    def resizeEvent(self, event: object) -> None:
        """Count anew for the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._forget()

    def _forget(self) -> None:
        self._bars = self._beyond = None
        self.update()

    def _density(self, scale: TimeScale) -> Bars:
        if self._bars is None or scale != self._counted_at:
            self._counted_at = scale
            length = bin_length(2 * scale.seconds_per_pixel)
            first = bin_number(scale.start, length)
            bins = bin_number(scale.time(self.width()), length) - first + 1
            lanes = self._view.lane_columns()
            counts = np.sum([lane.density.counts(first, bins, length) for lane in lanes], axis=0)
            words = QFontMetrics(self.font()).height() * 1.1
            left, width = scale.x(bin_start(first, length)), scale.length(length)
            # A few crowded days may run out of the top: the strip is for the lie of the land.
            peak = float(np.quantile(counts, 0.99)) or float(counts.max())
            self._bars = Bars(first, length, left, width, counts, peak, 4, self.height() - words, 0)
        return self._bars

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
        before, after = self._outside(scale)
        fonts, locale = Fonts.of(self.font()), QLocale()
        painter.setFont(fonts.small)
        painter.setPen(current_theme().text)
        box = QRectF(self.rect()).adjusted(_GRIP, 2, -_GRIP, 0)
        if before:
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, "‹ " + locale.toString(before))
        if after:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, locale.toString(after) + " ›")

    def _outside(self, scale: TimeScale) -> tuple[int, int]:
        if self._beyond is None or self._beyond[0] != scale:
            self._beyond = scale, self._view.outside(*scale.span(self.width()))
        return self._beyond[1]

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
