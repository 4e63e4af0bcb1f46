"""Lines as thin as the screen can draw them sharply, whatever its scale factor: their edges lie on the edges of its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter


class Hairlines:
    """Draws such lines with a painter that moves no further: one for each painting."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        to_device = painter.deviceTransform()
        self._ratio, self._dx, self._dy = to_device.m11(), to_device.dx(), to_device.dy()
        self._thickness = max(int(self._ratio), 1) / self._ratio
        self._is_whole = self._ratio == int(self._ratio) and self._dx == int(self._dx) and self._dy == int(self._dy)

    def upright(self, x: float, top: float, bottom: float, colour: QColor) -> None:
        """Draw a vertical line over the pixel column at `x`."""
        if self._is_whole:
            self._painter.fillRect(int(x), int(top), 1, int(bottom) - int(top), colour)
            return
        left = (round(self._dx + int(x) * self._ratio) - self._dx) / self._ratio
        self._painter.fillRect(QRectF(left, top, self._thickness, bottom - top), colour)

    def level(self, y: float, left: float, right: float, colour: QColor) -> None:
        """Draw a horizontal line over the pixel row at `y`."""
        if self._is_whole:
            self._painter.fillRect(int(left), int(y), int(right) - int(left), 1, colour)
            return
        top = (round(self._dy + y * self._ratio) - self._dy) / self._ratio
        self._painter.fillRect(QRectF(left, top, right - left, self._thickness), colour)
