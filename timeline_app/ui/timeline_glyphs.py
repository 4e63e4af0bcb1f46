"""The glyph of an event: its shape tells the kind, its filling how firm the date is; and the textures of periods and edges."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from timeline_app.domain.extraction import EventKind


@lru_cache(maxsize=256)
def glyph(kind: EventKind, colour: int, ground: int, size: int, ratio: float, *, fuzzy: bool) -> QPixmap:
    """Return the glyph in a square of `size` pixels, sharp at a device pixel ratio.

    Published: a square. Reported: a disc. Planned: a diamond. A fuzzy date is hollow. `colour` and `ground` are RGBA values as
    of `QColor.rgba`.
    """
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_glyph(painter, kind, QRectF(0, 0, size, size), QColor.fromRgba(colour), QColor.fromRgba(ground), fuzzy=fuzzy)
    painter.end()
    return pixmap


def paint_glyph(
    painter: QPainter, kind: EventKind, box: QRectF, colour: QColor, ground: QColor, *, fuzzy: bool
) -> None:
    """Draw the glyph into a square, with a little air around it."""
    weight = max(box.width() * 0.15, 1.2)
    painter.setPen(QPen(colour, weight) if fuzzy else Qt.PenStyle.NoPen)
    painter.setBrush(ground if fuzzy else colour)
    air = box.width() * 0.13 + (weight / 2 if fuzzy else 0)
    inner = box.adjusted(air, air, -air, -air)
    if kind is EventKind.REPORTED:
        painter.drawEllipse(inner)
    elif kind is EventKind.PUBLISHED:
        trim = inner.width() * 0.08
        painter.drawRect(inner.adjusted(trim, trim, -trim, -trim))
    else:
        centre, reach = inner.center(), inner.width() * 0.58
        corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)]
        painter.drawPolygon(QPolygonF([QPointF(centre.x() + dx, centre.y() + dy) for dx, dy in corners]))


@lru_cache(maxsize=64)
def hatching(colour: int, apart: int, ratio: float) -> QPixmap:
    """Return a tile of slanted lines, `apart` pixels from each other, that repeats without a seam."""
    pixmap = QPixmap(round(apart * ratio), round(apart * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor.fromRgba(colour)
    ink.setAlpha(70)
    painter.setPen(QPen(ink, 1))
    side = pixmap.width() / ratio
    for shift in (-side, 0.0, side):
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
    painter.end()
    return pixmap


@lru_cache(maxsize=16)
def edge(colour: int, wide: int, tall: int, ratio: float, *, fades_right: bool) -> QPixmap:
    """Return a tile that fades from a colour to nothing over its width."""
    pixmap = QPixmap(round(wide * ratio), round(tall * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    full, none = QColor.fromRgba(colour), QColor.fromRgba(colour)
    none.setAlpha(0)
    gradient = QLinearGradient(0, 0, wide, 0)
    gradient.setColorAt(0, full if fades_right else none)
    gradient.setColorAt(1, none if fades_right else full)
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(0, 0, wide, tall), gradient)
    painter.end()
    return pixmap
