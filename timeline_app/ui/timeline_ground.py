"""The ground of the canvas: weekends, nights and calendar lines below everything; the fading edges and the focus above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from timeline_app.domain.calendar import SATURDAY, SECONDS_PER_DAY, SECONDS_PER_HOUR, day_of, weekday
from timeline_app.timeline.ticks import Step, Unit, coarse_of, ticks
from timeline_app.ui.hairlines import Hairlines
from timeline_app.ui.timeline_glyphs import edge

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from timeline_app.timeline.scene import Scene
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline_labels import Labels

_WEEKEND_FROM = 7
"""Pixels a day at which weekends are shaded."""

_NIGHTS_FROM = 240
"""Pixels a day at which nights are shaded."""

_NIGHT = 10
"""How dark nights are, of 255."""

_DAWN, _DUSK = 6 * SECONDS_PER_HOUR, 20 * SECONDS_PER_HOUR
"""When a night ends and another begins, by the clock: for orientation, whatever the sun does."""

_STRIP = 32
"""The height of the strip that the ground is made of."""


def paint_ground(painter: QPainter, scene: Scene, theme: Theme, step: Step, ratio: float) -> None:
    """Draw weekends, nights and calendar lines: all lines of the canvas are alike, so a strip is drawn and repeated."""
    scale, width = scene.scale, scene.viewport.width
    strip = QPixmap(round(width * ratio), round(_STRIP * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(theme.surface)
    on_strip = QPainter(strip)
    lines = Hairlines(on_strip)
    if scale.length(SECONDS_PER_DAY) >= _WEEKEND_FROM:
        for day, following in ticks(scale, width, Step(Unit.DAY, 1)):
            if weekday(day_of(day)) >= SATURDAY:
                left, right = int(scale.x(day)), int(scale.x(following))
                on_strip.fillRect(left, 0, right - left, _STRIP, theme.weekend)
    if scale.length(SECONDS_PER_DAY) >= _NIGHTS_FROM:
        night = QColor(theme.text)
        night.setAlpha(_NIGHT)
        for day, following in ticks(scale, width, Step(Unit.DAY, 1)):
            for begin, end in ((day, day + _DAWN), (day + _DUSK, following)):
                left, right = int(scale.x(begin)), int(scale.x(end))
                on_strip.fillRect(left, 0, right - left, _STRIP, night)
    faint = QColor(theme.line)
    faint.setAlpha(80)
    for stride, colour in ((step, faint), (coarse_of(step), theme.line)):
        for tick, _ in ticks(scale, width, stride):
            lines.upright(scale.x(tick), 0, _STRIP, colour)
    on_strip.end()
    _repeat(painter, strip, 0, scene.viewport.height)


def paint_edges(painter: QPainter, scene: Scene, theme: Theme, wide: int, ratio: float) -> None:
    """Let what runs over the edges of the canvas fade over so many pixels, so that no word looks cut."""
    for left, into_view in ((0, True), (scene.viewport.width - wide, False)):
        strip = edge(theme.surface.rgba(), wide, _STRIP, ratio, fades_right=into_view)
        _repeat(painter, strip, left, scene.viewport.height)


def paint_focus(painter: QPainter, canvas: QRect, theme: Theme) -> None:
    """Draw a line around the canvas: the keys act here."""
    painter.setPen(QPen(theme.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRect(QRectF(canvas).adjusted(0.75, 0.75, -0.75, -0.75))


def paint_empty(painter: QPainter, canvas: QRect, words: str, labels: Labels, theme: Theme) -> None:
    """Say on a bare canvas why it is bare."""
    painter.fillRect(canvas, theme.surface)
    painter.setPen(theme.muted)
    painter.setFont(labels.fonts.title)
    em = labels.metrics.gap
    box = QRectF(canvas).adjusted(4 * em, em, -4 * em, -em)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _repeat(painter: QPainter, strip: QPixmap, left: int, height: int) -> None:
    """Cover the height of the canvas with a strip: one by one is faster than Qt's tiling."""
    for top in range(0, height, _STRIP):
        painter.drawPixmap(left, top, strip)
