"""The names of the lanes, at the left of the canvas and always in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from timeline_app.domain.extraction import EventKind
from timeline_app.models import texts
from timeline_app.timeline.lanes import LaneGrouping
from timeline_app.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scene import Scene
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline_labels import Fonts


def lane_colours(lanes: tuple[Lane, ...], grouping: LaneGrouping, theme: Theme) -> tuple[QColor, ...]:
    """Return the inks of lanes, by number."""
    if grouping is LaneGrouping.KIND:
        return tuple(theme.kinds[EventKind(lane.name)] for lane in lanes)
    if grouping is LaneGrouping.NONE:
        return (theme.accent,) * len(lanes)
    return tuple(theme.lanes[number % len(theme.lanes)] for number in range(len(lanes)))


class LaneHeaders(QWidget):
    """Shows the name and the number of events of each lane in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._names: tuple[str, ...] = ()
        self._colours: tuple[QColor, ...] = ()
        self._top = 0
        self._shown: object = None
        self._drawn: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_fonts(self, fonts: Fonts) -> None:
        """Write in other faces."""
        self._fonts = fonts
        self._shown = self._drawn = None
        self.update()

    def names(self, lanes: tuple[Lane, ...], grouping: LaneGrouping) -> tuple[str, ...]:
        """Return what lanes are called."""
        if grouping is LaneGrouping.KIND:
            return tuple(texts.event_kind(EventKind(lane.name)) for lane in lanes)
        return tuple(lane.name or self.tr("No outlet stated") for lane in lanes)

    def preferred_width(self, names: tuple[str, ...]) -> int:
        """Return the width for some names, neither cramped nor greedy."""
        metrics = QFontMetrics(self._fonts.strong)
        em = metrics.horizontalAdvance("n")
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        return min(max(widest + 4 * em, 12 * em), 26 * em)

    def show_scene(self, scene: Scene, grouping: LaneGrouping, top: int) -> None:
        """Show the lanes of a picture whose upper edge is `top` pixels down."""
        names = self.names(scene.lanes, grouping)
        colours = lane_colours(scene.lanes, grouping, current_theme())
        shown = (id(scene.lanes), scene.viewport, scene.layout, names, colours, top)
        if shown != self._shown:
            self._shown = shown
            self._scene, self._names, self._colours, self._top = scene, names, colours, top
            self._drawn = None
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the names: a pan leaves them what they were, so they are drawn once and kept."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.deviceIndependentSize() != self.size().toSizeF():
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._draw(QPainter(self._drawn))
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.fillRect(self.rect(), theme.window)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
        if self._scene is None:
            painter.end()
            return
        painter.fillRect(0, self._top - 1, self.width(), 1, theme.line)
        painter.setClipRect(0, self._top, self.width(), self.height() - self._top)
        painter.translate(0, self._top)
        strong, small = QFontMetrics(self._fonts.strong), QFontMetrics(self._fonts.small)
        em = strong.horizontalAdvance("n")
        room = self.width() - 3 * em
        for lane in self._scene.in_sight:
            painter.fillRect(0, lane.bottom - 1, self.width(), 1, theme.line)
            painter.fillRect(0, lane.top, max(em // 3, 2), lane.bottom - lane.top - 1, self._colours[lane.number])
            # The name stays in view while its lane does.
            both = strong.height() + small.height()
            top = min(max(lane.top, 0) + em * 0.8, max(lane.bottom - both - em * 0.6, lane.top + em * 0.4))
            painter.setFont(self._fonts.strong)
            painter.setPen(theme.text)
            name = strong.elidedText(self._names[lane.number], Qt.TextElideMode.ElideRight, room)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(1.5 * em, top, room + em, strong.height()), align, name)
            painter.setFont(self._fonts.small)
            painter.setPen(theme.muted)
            count = QLocale().toString(len(self._scene.lanes[lane.number]))
            painter.drawText(QRectF(1.5 * em, top + strong.height(), room, small.height()), align, count)
        painter.end()
