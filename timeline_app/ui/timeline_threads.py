"""The threads of the selection: a line through the lanes that hold the same event."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.timeline.scene import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.timeline.scene import Mark, Scene
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline_labels import Labels

MOST_THREADS = 8
"""Selected events that are followed through the lanes: more would be a web."""

_WEIGHT = 1.6


def paint_threads(painter: QPainter, scene: Scene, rows: Iterable[int], labels: Labels, theme: Theme) -> None:
    """Tie together the lanes that hold each of some events (rows of the index)."""
    colour = QColor(theme.accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in rows:
        knots = knots_of(scene, row, labels)
        if len(knots) < 2:
            continue
        path = QPainterPath(knots[0])
        for above, below in itertools.pairwise(knots):
            sag = (below.y() - above.y()) / 2
            path.cubicTo(above.x(), above.y() + sag, below.x(), below.y() - sag, below.x(), below.y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.surface, _WEIGHT + 3))
        painter.drawPath(path)
        painter.setPen(QPen(colour, _WEIGHT))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for knot in knots:
            painter.drawEllipse(knot, 2 * _WEIGHT, 2 * _WEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def knots_of(scene: Scene, row: int, labels: Labels) -> list[QPointF]:
    """Return where the thread of an event passes each lane that holds it, from above; lanes out of sight by the canvas' edge."""
    drawn = {mark.lane: mark for mark in scene.marks_of(row)}
    height, scroll, layout = scene.viewport.height, scene.viewport.scroll, scene.layout
    knots: list[QPointF] = []
    for number, lane in enumerate(scene.lanes):
        position = lane.position(row)
        if position < 0:
            continue
        mark = drawn.get(number)
        if mark is not None:
            knots.append(_knot(mark, labels))
            continue
        x = scene.scale.x((int(lane.starts[position]) + int(lane.all_ends[row])) / 2)
        y = layout.top(number) + layout.height_of(number) / 2 - scroll
        knots.append(QPointF(x, min(max(y, 0.0), float(height))))
    in_view = [knot for knot in knots if 0 <= knot.x() <= scene.viewport.width]
    return in_view if len({(knot.x(), knot.y()) for knot in in_view}) > 1 else []


def _knot(mark: Mark, labels: Labels) -> QPointF:
    """Return where the glyph of a mark is; of a title that stands aside, where its pole says that it belongs."""
    size = labels.metrics
    if mark.pole is not None:
        return QPointF(mark.pole, (mark.top + mark.bottom) / 2)
    if mark.level is Level.DOTS:
        return QPointF((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2)
    left = mark.left if not mark.has_bar else max(mark.left, min(1.5 * size.gap, mark.right - size.dot))
    if mark.level is Level.CARDS:
        return QPointF(left, (mark.top + mark.bottom) / 2)
    return QPointF(left + size.gap // 3 + size.dot / 2, (mark.top + mark.bottom) / 2)
