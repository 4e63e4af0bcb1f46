"""What the pointer does on the canvas: a press that stays is a click, one that moves a pan or a marked stretch, and the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from timeline_app.ui.timeline_view import TimelineView

_NOTCH = 120
"""What a wheel reports for one notch, in eighths of a degree."""

_ZOOM_PER_NOTCH = 1.25
_PAN_PER_NOTCH = 0.12
"""Of the width of the canvas."""


class Gestures:
    """Turns mouse and wheel events on the viewport into verbs of the view."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._is_drag = False
        self._marks_stretch = False
        self.wheel_zooms = False
        """Whether a wheel without a modifier zooms: a setting."""

    def press(self, event: QMouseEvent) -> None:
        """Remember where it began."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._last = event.position()
        self._is_drag = False
        self._marks_stretch = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def move(self, event: QMouseEvent) -> None:
        """Pan, mark a stretch, or show what is under the pointer."""
        at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = None
            self._view.hover(at)
            return
        if not self._is_drag:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._is_drag = True
            if not self._marks_stretch:
                self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._marks_stretch:
            self._view.mark_stretch(self._pressed.x(), at.x())
        else:
            self._view.pan(self._last.x() - at.x(), round(self._last.y()) - round(at.y()))
        self._last = at

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        was_drag, self._pressed, self._is_drag = self._is_drag, None, False
        if not was_drag:
            self._view.click(event)
        elif self._marks_stretch:
            self._view.finish_stretch()
        self._view.hover(event.position())

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom, pan, scroll the lanes or stretch them, as the modifiers say."""
        view, modifiers = self._view, event.modifiers()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        # Alt turns the wheel sideways on some desktops.
        notches = (angle.y() or angle.x()) / _NOTCH
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            view.zoom(_ZOOM_PER_NOTCH**notches, event.position().x())
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            view.stretch_lanes(1.15**notches)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            view.pan(-notches * _PAN_PER_NOTCH * view.viewport().width(), 0)
        elif not pixels.isNull():
            view.pan(-pixels.x(), -pixels.y()) if view.lanes_out_of_sight() else view.pan(-_larger(pixels), 0)
        elif angle.x() and not angle.y():
            view.pan(-angle.x() / _NOTCH * _PAN_PER_NOTCH * view.viewport().width(), 0)
        elif self.wheel_zooms:
            view.zoom(_ZOOM_PER_NOTCH**notches, event.position().x())
        elif view.lanes_out_of_sight():
            view.pan(0, round(-notches * 3 * view.fontMetrics().height()))
        else:
            view.pan(-notches * _PAN_PER_NOTCH * view.viewport().width(), 0)
        event.accept()


def _larger(delta: QPoint) -> int:
    return delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
