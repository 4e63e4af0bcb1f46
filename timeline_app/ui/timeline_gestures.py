"""What the pointer does on the canvas: a press that stays is a click, one that moves a pan or a marked stretch, and the wheel."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from timeline_app.ui.timeline_pointing import Pointing
    from timeline_app.ui.timeline_view import TimelineView

_NOTCH = 120
"""What a wheel reports for one notch, in eighths of a degree."""

_ZOOM_PER_NOTCH = 1.25
_ZOOM_PER_PIXEL = 1.004
_PAN_PER_NOTCH = 0.12
"""Of the width of the canvas."""

_LINES_PER_NOTCH = 3
_STRETCH_PER_NOTCH = 1.15

_RECENT_MS = 80
"""How far back the speed of a flick is taken from; a hand that has rested longer has let go, not flicked."""

_LEAST_FLICK = 250
"""Pixels per second that a hand must be faster than to flick."""


class Gestures:
    """Turns mouse and wheel events on the viewport into verbs of the view."""

    def __init__(self, view: TimelineView, pointing: Pointing) -> None:
        self._view = view
        self._pointing = pointing
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._is_drag = False
        self._marks_stretch = False
        self._rows_left = 0.0
        self._track: deque[tuple[int, float]] = deque(maxlen=16)
        """Times in milliseconds and the pixels where the pointer was."""
        self.wheel_zooms = False
        """Whether a wheel without a modifier zooms: a setting."""

    # -- buttons -------------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Remember where it began; what was moving by itself stops."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._view.stay()
        self._pressed = self._last = event.position()
        self._is_drag = False
        self._rows_left = 0.0
        self._track.clear()
        self._marks_stretch = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def move(self, event: QMouseEvent) -> None:
        """Pan, mark a stretch, or show what is under the pointer."""
        at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = None
            self._pointing.hover(at)
            return
        if not self._is_drag:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._is_drag = True
            if not self._marks_stretch:
                self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._marks_stretch:
            self._view.mark_between(self._pressed.x(), at.x())
        else:
            self._view.pan(self._last.x() - at.x(), 0)
            self._move_down(round(self._last.y()) - round(at.y()))
            self._track.append((event.timestamp(), at.x()))
        self._last = at

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        was_drag = self._is_drag
        if not was_drag:
            self._pointing.click(event)
        elif self._marks_stretch:
            self._view.finish_stretch()
        elif abs(speed := self._speed(event.timestamp())) > _LEAST_FLICK:
            self._view.coast(-speed)
        self._pressed, self._is_drag = None, False
        self._pointing.hover(event.position())

    def _move_down(self, pixels: int) -> None:
        """Move over the lanes; where all are in sight, over the rows of the one that the drag began in."""
        assert self._pressed is not None
        if self._view.lanes_out_of_sight():
            self._view.pan(0, pixels)
            return
        self._rows_left += pixels / self._view.row_height
        rows = int(self._rows_left)
        if rows:
            self._rows_left -= rows
            self._view.scroll_rows(self._pressed.y(), rows)

    def _speed(self, now: int) -> float:
        """Return the pixels per second that the pointer was moving at when it was let go."""
        recent = [(moment, x) for moment, x in self._track if now - moment <= _RECENT_MS]
        if len(recent) < 2 or recent[-1][0] == recent[0][0]:
            return 0.0
        return (recent[-1][1] - recent[0][1]) / (recent[-1][0] - recent[0][0]) * 1000

    # -- the wheel -----------------------------------------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom, pan, scroll the lanes or stretch them, as the modifiers say."""
        view, modifiers, pixels = self._view, event.modifiers(), event.pixelDelta()
        angle = event.angleDelta()
        # Alt turns the wheel sideways on some desktops.
        notches = (angle.y() or angle.x()) / _NOTCH
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom(notches, pixels, event.position())
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            view.swimlanes.stretch_by(_STRETCH_PER_NOTCH**notches)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._pan_notches(notches)
        elif not pixels.isNull():
            self._two_fingers(pixels, event.position())
        elif angle.x() and not angle.y():
            self._pan_notches(angle.x() / _NOTCH)
        elif self.wheel_zooms:
            self._zoom(notches, pixels, event.position())
        elif view.lanes_out_of_sight():
            view.pan(0, round(-notches * _LINES_PER_NOTCH * view.fontMetrics().height()))
        elif not view.scroll_rows(event.position().y(), self._rows(-notches * _LINES_PER_NOTCH)):
            self._pan_notches(notches)
        event.accept()

    def _zoom(self, notches: float, pixels: QPoint, about: QPointF) -> None:
        factor = _ZOOM_PER_PIXEL ** pixels.y() if pixels.y() else _ZOOM_PER_NOTCH**notches
        self._view.zoom(factor, about.x())

    def _pan_notches(self, notches: float) -> None:
        self._view.pan(-notches * _PAN_PER_NOTCH * self._view.viewport().width(), 0)

    def _two_fingers(self, pixels: QPoint, at: QPointF) -> None:
        """Follow the fingers: along in time, up and down over the lanes or the rows; where there are none, in time too."""
        view = self._view
        if view.lanes_out_of_sight():
            view.pan(-pixels.x(), -pixels.y())
        elif abs(pixels.y()) > abs(pixels.x()) and view.scroll_rows(at.y(), self._rows(-pixels.y() / view.row_height)):
            view.pan(-pixels.x(), 0)
        else:
            view.pan(-(pixels.x() if abs(pixels.x()) > abs(pixels.y()) else pixels.y()), 0)

    def _rows(self, rows: float) -> int:
        """Return whole rows; what is left over counts for the next time."""
        self._rows_left += rows
        whole = int(self._rows_left)
        self._rows_left -= whole
        return whole
