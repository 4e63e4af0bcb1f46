"""Lines as thin as the screen can draw them sharply, whatever its scale factor: their edges lie on the edges of its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter


def upright(painter: QPainter, x: float, top: float, bottom: float, colour: QColor) -> None:
    """Draw a vertical line over the pixel column at `x`."""
    to_device = painter.deviceTransform()
    ratio = to_device.m11()
    left = (round(to_device.dx() + int(x) * ratio) - to_device.dx()) / ratio
    painter.fillRect(QRectF(left, top, thickness(ratio), bottom - top), colour)


def level(painter: QPainter, y: float, left: float, right: float, colour: QColor) -> None:
    """Draw a horizontal line over the pixel row at `y`."""
    to_device = painter.deviceTransform()
    ratio = to_device.m22()
    top = (round(to_device.dy() + y * ratio) - to_device.dy()) / ratio
    painter.fillRect(QRectF(left, top, right - left, thickness(ratio)), colour)


def thickness(ratio: float) -> float:
    """Return how thick a line is that takes whole pixels of the screen, one for each whole scale factor."""
    return max(int(ratio), 1) / ratio
