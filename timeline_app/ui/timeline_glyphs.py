"""The glyph of an event: its shape tells the kind, its filling how firm the date is; and the textures of periods and edges."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import Granularity


@lru_cache(maxsize=256)
def glyph(
    kind: EventKind, colour: int, ground: int, size: int, ratio: float, *, fuzzy: bool, weight: float = 1.0
) -> QPixmap:
    """Return the glyph in a square of `size` pixels, sharp at a device pixel ratio.

    Published: a square. Reported: a disc. Planned: a diamond. A fuzzy date is hollow. `weight` is how much of the square it
    fills: less where the event has been read. `colour` and `ground` are RGBA values as
    of `QColor.rgba`.
    """
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    air = size * (1 - weight) / 2
    box = QRectF(air, air, size - 2 * air, size - 2 * air)
    paint_glyph(painter, kind, box, QColor.fromRgba(colour), QColor.fromRgba(ground), fuzzy=fuzzy)
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


class Texture(IntEnum):
    """What a period is filled with: each precision of a date has its own."""

    PLAIN = 0
    SLANTED = 1
    CROSSED = 2
    DOTTED = 3
    DASHED = 4


_STRENGTH = {Texture.PLAIN: 0, Texture.SLANTED: 70, Texture.CROSSED: 52, Texture.DOTTED: 92, Texture.DASHED: 90}
"""The opacity of each texture's ink: words stand over it."""


def texture_of(granularity: int) -> Texture:
    """Return the texture of a precision: plain to the day; weeks and months, parts of a year, years, longer ones apart."""
    if granularity <= Granularity.DAY:
        return Texture.PLAIN
    if granularity <= Granularity.MONTH:
        return Texture.SLANTED
    if granularity <= Granularity.HALF:
        return Texture.CROSSED
    return Texture.DOTTED if granularity == Granularity.YEAR else Texture.DASHED


@lru_cache(maxsize=64)
def tile(texture: Texture, colour: int, apart: int, ratio: float, ground: int = 0) -> QPixmap:
    """Return a tile of a texture that repeats without a seam, its lines or dots `apart` pixels from each other.

    `ground` is the opacity, of 255, of the same colour behind them.
    """
    pixmap = QPixmap(round(apart * ratio), round(apart * ratio))
    pixmap.setDevicePixelRatio(ratio)
    behind = QColor.fromRgba(colour)
    behind.setAlpha(ground)
    pixmap.fill(behind)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor.fromRgba(colour)
    side = pixmap.width() / ratio
    ink.setAlpha(_STRENGTH[texture])
    if texture is Texture.DOTTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x, y in ((0.25, 0.25), (0.75, 0.75)):
            painter.drawEllipse(QPointF(x * side, y * side), 1.3, 1.3)
    elif texture is Texture.DASHED:
        for x, y in ((0.05, 0.25), (0.55, 0.75)):
            painter.fillRect(QRectF(x * side, y * side, 0.4 * side, 1.2), ink)
    else:
        painter.setPen(QPen(ink, 1))
        for shift in (-side, 0.0, side):
            painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
            if texture is Texture.CROSSED:
                painter.drawLine(QPointF(shift - 1, -1), QPointF(shift + side + 1, side + 1))
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
