"""How long an event was, behind its words: each precision of its date in its own texture, unknown ends fading."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import Granularity
from timeline_app.ui.timeline_glyphs import Texture, texture_of, tile

if TYPE_CHECKING:
    from timeline_app.timeline.scene import Mark

# Plain numbers: an enum's operators cost more than drawing a dot.
DAY = int(Granularity.DAY)
_ABOUT, _OPEN_START, _OPEN_END = int(EventFlag.APPROXIMATE), int(EventFlag.OPEN_START), int(EventFlag.OPEN_END)
UNSURE = _ABOUT | _OPEN_START | _OPEN_END
"""The flags of a date whose ends are not both known."""

_FADE = 0.35
"""The share of a period over which an end that is not known runs out."""

_TINT = 34
"""The opacity of a period's colour, of 255."""

_STRIP = 480
"""About how many pixels of a texture are kept ready."""

_REACH = 4
"""Pixels that a period is drawn beyond the canvas, so that no border of it shows there."""


class PeriodPainter:
    """Draws the periods of a canvas so many pixels wide."""

    def __init__(self, painter: QPainter, gap: int, width: int, ratio: float) -> None:
        self._painter, self._gap, self._width, self._ratio = painter, gap, width, ratio

    def paint(self, mark: Mark, words: QRectF, flags: int, granularity: int, ink: QColor) -> None:
        """Draw how long it was: plain where the ends are known days, textured where they are not, faded where they are guessed.

        An arrow at an open end stands clear of the words, which carry a sign for it themselves.
        """
        if mark.x1 <= -_REACH or mark.x0 >= self._width + _REACH:
            return
        self.fill(QRectF(mark.x0, mark.top + 2, mark.x1 - mark.x0, mark.bottom - mark.top - 4), flags, granularity, ink)
        middle = (mark.top + mark.bottom) / 2
        if flags & _OPEN_END and mark.x1 > words.right() + self._gap:
            self._arrow(mark.x1, middle, 1, ink)
        if flags & _OPEN_START and mark.x0 < words.left() - self._gap:
            self._arrow(mark.x0, middle, -1, ink)

    def fill(self, box: QRectF, flags: int, granularity: int, ink: QColor) -> None:
        """Fill a period, as far as it is on the canvas."""
        painter, start, end, top, height = self._painter, box.left(), box.right(), box.top(), box.height()
        left, right = max(start, -_REACH), min(end, self._width + _REACH)
        fades_left, fades_right = bool(flags & (_ABOUT | _OPEN_START)), bool(flags & (_ABOUT | _OPEN_END))
        texture = texture_of(granularity)
        # The coarser, the wider apart.
        apart = max(round(self._gap * (0.6 + 0.25 * (granularity - DAY))), 1)
        painter.setBrushOrigin(QPointF(round(start) % apart, top))
        shown = QRectF(left, top, right - left, height)
        if texture is Texture.PLAIN:
            painter.fillRect(shown, self._ground(box, ink, fades_left=fades_left, fades_right=fades_right))
            for border, fades in ((start, fades_left), (end - 2, fades_right)):
                if not fades and -_REACH <= border < self._width:
                    painter.fillRect(QRectF(round(border), top, 2, height), ink)
        elif fades_left or fades_right:
            painter.fillRect(shown, self._ground(box, ink, fades_left=fades_left, fades_right=fades_right))
            third = (end - start) * _FADE
            left = max(left, start + third if fades_left else left)
            right = min(right, end - third if fades_right else right)
            if left < right:
                painter.fillRect(QRectF(left, top, right - left, height), self._texture(texture, ink, apart))
        elif self._ratio == int(self._ratio):
            strip = _strip(texture, ink.rgba(), apart, self._ratio, round(height))
            self._repeat(strip, round(left), round(right), top, (round(left) - round(start)) % apart)
        else:
            painter.fillRect(shown, self._texture(texture, ink, apart, tinted=True))

    def _repeat(self, strip: QPixmap, left: int, right: int, top: float, phase: int) -> None:
        """Cover a stretch with a ready strip: on whole pixels that takes a third of the time of a brush."""
        ratio, x = int(self._ratio), left
        whole, height = strip.width() // ratio, strip.height()
        while x < right:
            taken = min(whole - phase, right - x)
            self._painter.drawPixmap(x, round(top), strip, phase * ratio, 0, taken * ratio, height)
            x, phase = x + taken, 0

    def _ground(self, box: QRectF, ink: QColor, *, fades_left: bool, fades_right: bool) -> QBrush:
        if fades_left or fades_right:
            return _fading(ink, box.left(), box.right(), fades_left=fades_left, fades_right=fades_right)
        return QBrush(_tint(ink.rgba()))

    def _texture(self, texture: Texture, ink: QColor, apart: int, *, tinted: bool = False) -> QBrush:
        return _brush(texture, ink.rgba(), apart, self._ratio, _TINT if tinted else 0)

    def _arrow(self, x: float, y: float, direction: int, ink: QColor) -> None:
        painter, size = self._painter, self._gap * 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.4))
        for dy in (-size, size):
            painter.drawLine(QPointF(x, y), QPointF(x - direction * size, y + dy))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


@lru_cache(maxsize=64)
def _brush(texture: Texture, ink: int, apart: int, ratio: float, ground: int) -> QBrush:
    return QBrush(tile(texture, ink, apart, ratio, ground))


@lru_cache(maxsize=64)
def _strip(texture: Texture, ink: int, apart: int, ratio: float, height: int) -> QPixmap:
    """Return a stretch of a texture over its tint that can be put end to end."""
    width = _STRIP // apart * apart
    strip = QPixmap(int(width * ratio), int(height * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.fillRect(QRectF(0, 0, width, height), _brush(texture, ink, apart, ratio, _TINT))
    painter.end()
    return strip


@lru_cache(maxsize=32)
def _tint(ink: int) -> QColor:
    """Return the colour behind the words of a period."""
    colour = QColor.fromRgba(ink)
    colour.setAlpha(_TINT)
    return colour


def _fading(ink: QColor, start: float, end: float, *, fades_left: bool, fades_right: bool) -> QBrush:
    """Return the colour of a period that runs out towards the ends that are not known."""
    full, none = _tint(ink.rgba()), QColor(ink)
    none.setAlpha(0)
    gradient = QLinearGradient(start, 0, end, 0)
    gradient.setColorAt(0, none if fades_left else full)
    gradient.setColorAt(_FADE, full)
    gradient.setColorAt(1 - _FADE, full)
    gradient.setColorAt(1, none if fades_right else full)
    return QBrush(gradient)
