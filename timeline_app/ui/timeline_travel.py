"""Where the timeline goes: to an event, to a stretch of time, a step on, nearer or farther."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeline_app.timeline.lanes import across, along, lane_of
from timeline_app.ui.timeline_canvas import TimelineCanvas

if TYPE_CHECKING:
    from timeline_app.models.event_model import Index


class TimelineTravel(TimelineCanvas):
    """A canvas that can be sent places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruler.zoom_requested.connect(self.zoom_to)

    # -- in time -------------------------------------------------------------------------------------------------------

    def fit_all(self) -> None:
        """Show every event."""
        if self._camera.extent is not None:
            self._go(self._camera.fitted(*self._camera.extent))

    def go_home(self) -> None:
        """Show what the view opens with: all events but those far from the others."""
        if self._home is not None:
            self._go(self._camera.fitted(*self._home))
            self._fit_pending = True

    def zoom_to(self, start: float, end: float) -> None:
        """Show the stretch between two instants with a little air around it."""
        self._go(self._camera.fitted(start, end))

    def centre_on(self, row: int) -> None:
        """Bring an event to the middle, and its lane into view."""
        self._go(self._camera.centred(self._middle(row)))
        self._bring_lane_into_view(row)

    def pan(self, dx: float, dy: int) -> None:
        """Move the canvas by so many pixels: right in time, down over the lanes."""
        if dx:
            self._fit_pending = False
            self._camera.show(self._camera.scale.panned(dx))
        if dy:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + dy)

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Zoom in by a factor about a pixel; None stands for the current event if it is in view, else the middle."""
        if about is None:
            about = self.viewport().width() / 2
            current = self.currentIndex()
            if current.isValid():
                x = self._camera.scale.x(self._middle(current.row()))
                about = x if 0 <= x <= self.viewport().width() else about
        self._fit_pending = False
        self._camera.show(self._camera.scale.zoomed(factor, about))

    # -- over the lanes ------------------------------------------------------------------------------------------------

    def stretch_lanes(self, factor: float) -> None:
        """Make lanes taller or lower."""
        self._lane_stretch = min(max(self._lane_stretch * factor, 0.25), 8.0)
        self._rearrange()

    def lanes_out_of_sight(self) -> bool:
        """Tell whether there are lanes above or below the canvas."""
        return self.verticalScrollBar().maximum() > 0

    # -- to events -----------------------------------------------------------------------------------------------------

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring an event into view, to the middle if it is not there yet."""
        model = self._event_model()
        if model is None or not index.isValid():
            return
        start, end = self._camera.span
        row = index.row()
        in_view = model.events.ends[row] > start and model.events.starts[row] < end
        if not in_view or hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            self._go(self._camera.centred(self._middle(row)))
        self._bring_lane_into_view(row)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the event that a movement of the cursor leads to."""
        model = self._event_model()
        if model is None or not len(model.events):
            return QModelIndex()
        current = self.currentIndex()
        move = QAbstractItemView.CursorAction
        if action == move.MoveHome:
            return self._index(0)
        if action == move.MoveEnd:
            return self._index(len(model.events) - 1)
        if not current.isValid():
            return self._index(self._first_in_view())
        row = current.row()
        steps = {
            move.MoveLeft: (along, -1),
            move.MovePrevious: (along, -1),
            move.MoveRight: (along, 1),
            move.MoveNext: (along, 1),
            move.MoveUp: (across, -1),
            move.MoveDown: (across, 1),
        }.get(action)
        return self._index(steps[0](self._lanes, row, steps[1])) if steps else current

    def _centre_or_fit(self) -> None:
        """Centre the current event; once it is in the middle, show the selection at the size of the canvas."""
        model, current = self._event_model(), self.currentIndex()
        if model is None or not current.isValid():
            return
        centred = self._camera.centred(self._middle(current.row()))
        if abs(centred.start - self._camera.scale.start) > self._camera.scale.seconds_per_pixel:
            self.centre_on(current.row())
            return
        rows = self._pinned() or {current.row()}
        start = min(int(model.events.starts[row]) for row in rows)
        end = max(int(model.events.ends[row]) for row in rows)
        self.zoom_to(start - (end - start), end + (end - start))

    def _bring_lane_into_view(self, row: int) -> None:
        number = lane_of(self._lanes, row)
        scene = self.scene()
        if number < 0 or scene is None:
            return
        top, bottom = scene.layout.edges[number : number + 2]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def _first_in_view(self) -> int:
        model = self._event_model()
        assert model is not None
        at = int(np.searchsorted(model.events.starts, np.int64(self.visible_span()[0])))
        return min(at, len(model.events) - 1)

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0, self.rootIndex())
