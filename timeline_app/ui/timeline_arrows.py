"""The arrows of a lane that has more rows than fit: above and below at its right edge; a press scrolls its rows by a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from timeline_app.timeline.scene import LaneScene, Metrics, Scene
    from timeline_app.ui.theme import Theme


class Arrow(NamedTuple):
    """Where an arrow is, the height of its lane on the canvas, and by how many rows a press scrolls."""

    box: QRectF
    y: float
    rows: int


def arrows_of(scene: Scene, metrics: Metrics) -> list[Arrow]:
    """Return the arrows of all lanes in sight."""
    found = []
    side = metrics.count_height
    left = scene.viewport.width - side - metrics.gap // 2
    for lane in scene.in_sight:
        top, bottom = max(lane.top, 0), min(lane.bottom, scene.viewport.height)
        page = max(_rows(lane, metrics) - 1, 1)
        if lane.rows_above:
            found.append(Arrow(QRectF(left, top + metrics.pad // 2, side, side), (top + bottom) / 2, -page))
        if lane.has_rows_below and bottom - top > 3 * side:
            found.append(Arrow(QRectF(left, bottom - 2 * side - 2, side, side), (top + bottom) / 2, page))
    return found


def paint_arrows(painter: QPainter, scene: Scene, metrics: Metrics, theme: Theme) -> None:
    """Draw them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arrow in arrows_of(scene, metrics):
        painter.setBrush(theme.raised)
        painter.setPen(QPen(theme.muted, 1))
        painter.drawRoundedRect(arrow.box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        half = arrow.box.width() * 0.22
        tip = half if arrow.rows > 0 else -half
        centre = arrow.box.center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.text)
        corners = (QPointF(-half, -tip / 2), QPointF(half, -tip / 2), QPointF(0, tip * 0.8))
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _rows(lane: LaneScene, metrics: Metrics) -> int:
    return (lane.bottom - lane.top - metrics.pad - metrics.count_height) // metrics.row_height
