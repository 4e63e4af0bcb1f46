"""The marked stretch of time: where it is, what it holds, and the strip that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.domain.event_groups import GroupBy
from timeline_app.timeline.summary import summary_of
from timeline_app.ui.stretch_strip import StretchStrip

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.timeline.scale import TimeScale
    from timeline_app.ui.timeline_swimlanes import Swimlanes


class MarkedStretch(QObject):
    """Follows a mark as it is drawn; once it stands, a strip sums it up.

    `span` is the stretch as two instants, None where nothing is marked; `is_open` says that the hand is still drawing it.
    """

    changed = Signal()
    zoom_wanted = Signal(float, float)
    filter_wanted = Signal(float, float)

    def __init__(self, swimlanes: Swimlanes, parent: QWidget) -> None:
        super().__init__(parent)
        self.span: tuple[float, float] | None = None
        self.is_open = False
        self.strip = StretchStrip(parent)
        self.strip.zoom_wanted.connect(self.zoom)
        self.strip.filter_wanted.connect(self._filter)
        self.strip.closed.connect(self.clear)
        self._swimlanes = swimlanes
        self._events: EventIndex | None = None

    def draw(self, one: float, other: float) -> None:
        """Mark the time between two instants; it may yet grow."""
        self.span, self.is_open = (min(one, other), max(one, other)), True
        self.strip.hide()
        self.changed.emit()

    def finish(self, events: EventIndex) -> None:
        """Let the mark stand as it is, and say what it holds."""
        self.is_open, self._events = False, events
        self._swimlanes.want_groups(GroupBy.PARTICIPANT)
        self.sum_up()
        self.changed.emit()

    def sum_up(self) -> None:
        """Say again what the mark holds: who takes part may have become known."""
        if self.span is not None and self._events is not None and not self.is_open:
            groups = self._swimlanes.groups(GroupBy.PARTICIPANT)
            self.strip.show_summary(summary_of(self._events, *self.span, groups))

    def place(self, scale: TimeScale, canvas: QRect) -> None:
        """Keep the strip over the mark."""
        if self.span is not None and not self.is_open:
            self.strip.place_over(scale.x(self.span[0]), scale.x(self.span[1]), canvas)

    def zoom(self) -> None:
        """Ask for the stretch at the size of the canvas; the mark has served."""
        if self.span is not None:
            span = self.span
            self.clear()
            self.zoom_wanted.emit(*span)

    def clear(self) -> None:
        """Mark nothing."""
        self.span, self.is_open, self._events = None, False, None
        self.strip.hide()
        self.changed.emit()

    def put_away(self) -> bool:
        """Mark nothing; False where nothing was marked."""
        was_marked = self.span is not None
        if was_marked:
            self.clear()
        return was_marked

    def _filter(self) -> None:
        if self.span is not None:
            span = self.span
            self.clear()
            self.filter_wanted.emit(*span)
