"""Draws a Scene: the ground with its calendar lines, then each lane at its level, then what is selected and pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from timeline_app.timeline.scene import Mark, More
from timeline_app.ui.hairlines import Hairlines
from timeline_app.ui.timeline_density import paint_density
from timeline_app.ui.timeline_ground import paint_edges, paint_ground
from timeline_app.ui.timeline_marks import MarkPainter
from timeline_app.ui.timeline_threads import paint_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.timeline.scene import Bars, LaneScene, Scene
    from timeline_app.timeline.ticks import Step
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline_labels import Labels


class Look(NamedTuple):
    """What the picture depends on besides the Scene."""

    theme: Theme
    labels: Labels
    events: EventIndex
    step: Step
    ratio: float
    colours: tuple[QColor, ...]
    """Of the lanes, by number."""
    is_selected: Callable[[int], bool]
    current: int = -1
    current_lane: int = -1
    """Of the lanes that hold the current event, the one that the reader is in."""
    has_focus: bool = False
    hovered: Mark | More | None = None
    now: float = 0.0
    stretch: tuple[float, float] | None = None
    """The stretch of time that the reader marked, in pixels."""
    threads: tuple[int, ...] = ()
    """Rows of the index whose marks are tied together over the lanes."""
    linear_bars: bool = False
    """Whether bars are as high as there are events, else by the order of magnitude."""


class ScenePainter:
    """One use: build it, call `paint`."""

    def __init__(self, painter: QPainter, scene: Scene, look: Look) -> None:
        self._painter = painter
        self._lines = Hairlines(painter)
        self._scene = scene
        self._look = look
        self._theme = look.theme
        self._size = look.labels.metrics
        self._marks = MarkPainter(painter, scene, look)
        self._width, self._height = scene.viewport.width, scene.viewport.height

    def paint(self) -> None:
        """Draw everything."""
        paint_ground(self._painter, self._scene, self._theme, self._look.step, self._look.ratio)
        paint_threads(self._painter, self._scene, self._look.threads, self._look.labels, self._theme)
        for lane in self._scene.in_sight:
            self._lane(lane)
        paint_edges(self._painter, self._scene, self._theme, 2 * self._size.gap, self._look.ratio)
        self._stretch()
        self._present()

    # -- time that is marked ----------------------------------------------------------------------------------------------

    def _present(self) -> None:
        x = self._scene.scale.x(self._look.now)
        if 0 <= x < self._width:
            self._lines.upright(x, 0, self._height, self._theme.now)

    def _stretch(self) -> None:
        if self._look.stretch is None:
            return
        left, right = self._look.stretch
        tint = QColor(self._theme.accent)
        tint.setAlpha(30)
        box = QRectF(left, 0, right - left, self._height)
        self._painter.fillRect(box, tint)
        for border in (left, right):
            self._lines.upright(border, 0, self._height, self._theme.accent)

    # -- a lane ----------------------------------------------------------------------------------------------------------

    def _lane(self, lane: LaneScene) -> None:
        if len(self._scene.lanes) > 1:
            self._lines.level(lane.bottom - 1, 0, self._width, self._theme.line)
        if lane.bars is not None:
            self._bars(lane.bars, self._look.colours[lane.number])
        self._poles(lane)
        if lane.dots is not None:
            self._marks.dots(lane.dots)
        self._marks.paint(lane.marks, lane.level)
        self._counts(lane.more)

    def _bars(self, bars: Bars, colour: QColor) -> None:
        if bars.bottom <= bars.top:
            return
        look = self._look
        paint_density(self._painter, bars, self._width, colour, look.ratio, linear=look.linear_bars)
        self._lines.level(bars.bottom, 0, self._width, self._theme.line)

    def _counts(self, counts: Sequence[More]) -> None:
        """Write how many events have no room."""
        if not counts:
            return
        painter, theme, labels, hovered = self._painter, self._theme, self._look.labels, self._look.hovered
        painter.setFont(labels.fonts.small)
        painter.setPen(theme.muted)
        at = (hovered.lane, hovered.left) if isinstance(hovered, More) else None
        inset, wide = self._size.gap // 2, 3 * self._size.count_width
        for more in counts:
            words, room = labels.count(len(more.rows)), more.right - more.left
            needed = words.size()
            left = more.left + inset if room > wide else more.left + (room - needed.width()) / 2
            top = (more.top + more.bottom - needed.height()) / 2
            pointed_at = at == (more.lane, more.left)
            if pointed_at:
                painter.setPen(theme.accent)
            painter.drawStaticText(round(left), round(top), words)
            if pointed_at:
                painter.setPen(theme.muted)

    def _poles(self, lane: LaneScene) -> None:
        """Tie the titles that stand above dots or bars to their time below."""
        ground = lane.bottom - self._size.count_height
        for mark in lane.marks:
            if mark.pole is not None and 0 <= mark.pole < self._width:
                colour = self._theme.accent if self._look.is_selected(mark.row) else self._theme.line
                top = round((mark.top + mark.bottom) / 2)
                self._lines.upright(mark.pole, top, ground, colour)
