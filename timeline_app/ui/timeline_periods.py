"""How long an event was, behind its words: plain, hatched or fading, as its date is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import Granularity
from timeline_app.ui.timeline_glyphs import hatching

if TYPE_CHECKING:
    from timeline_app.timeline.scene import Mark

# Plain numbers: an enum's operators cost more than drawing a dot.
DAY = int(Granularity.DAY)
_ABOUT, _OPEN_START, _OPEN_END = int(EventFlag.APPROXIMATE), int(EventFlag.OPEN_START), int(EventFlag.OPEN_END)
UNSURE = _ABOUT | _OPEN_START | _OPEN_END
"""The flags of a date whose ends are not both known."""

_FADE = 0.35
"""The share of a period over which an end that is not known runs out."""


@dataclass(frozen=True, slots=True)
class PeriodLook:
    """What a period is drawn from: its event's flags and granularity, its ink, the gap of the metrics, the canvas."""

    flags: int
    granularity: int
    ink: QColor
    gap: int
    width: int
    ratio: float


def paint_period(painter: QPainter, mark: Mark, words: QRectF, look: PeriodLook) -> None:
    """Draw how long it was: plain where the ends are known days, hatched where they are not, faded where they are guessed.

    An arrow at an open end stands clear of the words, which carry a sign for it themselves.
    """
    box = QRectF(mark.x0, mark.top + 2, mark.x1 - mark.x0, mark.bottom - mark.top - 4)
    shown = box.intersected(QRectF(-4, box.top(), look.width + 8, box.height()))
    if shown.isEmpty():
        return
    flags, ink = look.flags, look.ink
    fades = bool(flags & (_ABOUT | _OPEN_START)), bool(flags & (_ABOUT | _OPEN_END))
    painter.fillRect(shown, _tint(ink, box, *fades))
    if look.granularity > DAY:
        third = box.width() * _FADE
        firm = box.adjusted(third if fades[0] else 0, 0, -third if fades[1] else 0, 0)
        _hatch(painter, firm.intersected(shown), box.left(), look)
    else:
        for border, is_faded in zip((box.left(), box.right() - 2), fades, strict=True):
            if not is_faded:
                painter.fillRect(QRectF(round(border), box.top(), 2, box.height()), ink)
    if flags & _OPEN_END and box.right() > words.right() + look.gap:
        _arrow(painter, box.right(), box.center().y(), 1, look)
    if flags & _OPEN_START and box.left() < words.left() - look.gap:
        _arrow(painter, box.left(), box.center().y(), -1, look)


def _hatch(painter: QPainter, box: QRectF, origin: float, look: PeriodLook) -> None:
    """Slant lines across a period that is only known as a month, a season, a year: the coarser, the wider apart."""
    apart = round(look.gap * (0.6 + 0.25 * (look.granularity - DAY)))
    painter.setBrushOrigin(QPointF(round(origin), box.top()))
    painter.fillRect(box, QBrush(hatching(look.ink.rgba(), apart, look.ratio)))


def _arrow(painter: QPainter, x: float, y: float, direction: int, look: PeriodLook) -> None:
    size = look.gap * 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.ink, 1.4))
    for dy in (-size, size):
        painter.drawLine(QPointF(x, y), QPointF(x - direction * size, y + dy))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _tint(colour: QColor, box: QRectF, fades_left: bool, fades_right: bool) -> QBrush:
    """Return the colour of a period, running out towards the ends that are not known."""
    full, none = QColor(colour), QColor(colour)
    full.setAlpha(34)
    none.setAlpha(0)
    if not (fades_left or fades_right):
        return QBrush(full)
    gradient = QLinearGradient(box.left(), 0, box.right(), 0)
    gradient.setColorAt(0, none if fades_left else full)
    gradient.setColorAt(_FADE, full)
    gradient.setColorAt(1 - _FADE, full)
    gradient.setColorAt(1, none if fades_right else full)
    return QBrush(gradient)
