"""What stands around the canvas: the ruler above it, the names of the lanes beside it, the choice of lanes in the corner."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui.lane_chooser import LaneChooser
from timeline_app.ui.timeline_headers import LaneHeaders
from timeline_app.ui.timeline_ruler import Ruler

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from timeline_app.timeline.layout import LaneLayout
    from timeline_app.timeline.scale import TimeScale
    from timeline_app.timeline.scene import Scene, Viewport
    from timeline_app.ui.timeline_labels import Fonts
    from timeline_app.ui.timeline_swimlanes import Swimlanes

_AIR = 4
"""Pixels around the choice of lanes."""


class Edges(QObject):
    """Three widgets that follow the canvas; what the reader asks of them comes by signals."""

    zoom_wanted = Signal(float, float)
    """The instants that bound a stretch dragged over the ruler."""

    lane_reached = Signal(int)
    """The number of the lane that the keys have come to: it is to be in view."""

    menu_wanted = Signal(int, object)
    """The number of a lane, -1 for all lanes, and the place (QPoint) on the screen for the menu of what can be done."""

    def __init__(self, swimlanes: Swimlanes, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._swimlanes = swimlanes
        self.ruler = Ruler(parent)
        self.ruler.zoom_requested.connect(self.zoom_wanted)
        self.headers = LaneHeaders(swimlanes, fonts, parent)
        self.headers.menu_wanted.connect(self.menu_wanted)
        self.headers.lane_reached.connect(self.lane_reached)
        self.chooser = LaneChooser(swimlanes, parent)
        self.chooser.clicked.connect(self._ask_for_menu)

    @property
    def has_names(self) -> bool:
        """True where lanes have names to stand beside them."""
        return self._swimlanes.grouping is not LaneGrouping.NONE and bool(self._swimlanes.lanes)

    def set_fonts(self, fonts: Fonts) -> None:
        """Write in other faces."""
        self.ruler.set_fonts(fonts)
        self.headers.set_fonts(fonts)

    def margins(self) -> tuple[int, int]:
        """Return how many pixels are wanted left of the canvas, and above it."""
        return self.headers.preferred_width() if self.has_names else 0, self.ruler.sizeHint().height()

    def place(self, canvas: QRect) -> None:
        """Stand around a canvas within the parent."""
        left, above = self.margins()
        top = canvas.y() - above
        self.ruler.setGeometry(canvas.x(), top, canvas.width(), above)
        self.headers.setGeometry(canvas.x() - left, top, left, canvas.height() + above if left else 0)
        hint = self.chooser.sizeHint()
        width = min(hint.width(), max(left - 2 * _AIR, 0))
        self.chooser.setGeometry(canvas.x() - left + _AIR, canvas.y() - hint.height() - _AIR, width, hint.height())
        for widget in (self.headers, self.chooser):
            widget.setVisible(self.has_names)

    def follow(
        self, scale: TimeScale, layout: LaneLayout, viewport: Viewport, scene: Callable[[], Scene | None]
    ) -> None:
        """Show another stretch of time, and the names of the lanes; without events there is no time to measure.

        The picture is asked for only where the lanes stand otherwise: it is arranged once a frame, however often it moves before.
        """
        self.ruler.setEnabled(bool(self._swimlanes.lanes))
        self.ruler.show_scale(scale, now())
        top = self.ruler.height()
        picture = scene() if self.has_names and not self.headers.shows(layout, viewport, top) else None
        if picture is not None:
            self.headers.show_scene(picture, top)

    def draw_ruler(self, painter: QPainter) -> None:
        """Draw the ruler at its place in the parent."""
        _draw_at(self.ruler.pos(), self.ruler, painter)

    def draw_headers(self, painter: QPainter) -> None:
        """Draw the names of the lanes, where there are any, at their place in the parent."""
        if self.has_names:
            _draw_at(self.headers.pos(), self.headers, painter)

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(-1, self.chooser.mapToGlobal(self.chooser.rect().bottomLeft()))


def now() -> float:
    """Return the present as civil time where the reader is: what instants are counted in."""
    here = time.localtime()
    return time.time() + here.tm_gmtoff


def _draw_at(place: QPoint, part: Ruler | LaneHeaders, painter: QPainter) -> None:
    painter.save()
    painter.translate(place)
    part.draw(painter)
    painter.restore()
