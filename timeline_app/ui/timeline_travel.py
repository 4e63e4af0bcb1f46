"""Where the timeline goes: to an event, to a stretch of time, a step on, nearer or farther, up and down over the lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeline_app.timeline.lanes import along, lane_of, nearest
from timeline_app.ui.motion import desktop_allows_motion
from timeline_app.ui.timeline_canvas import TimelineCanvas

if TYPE_CHECKING:
    from timeline_app.models.event_model import Index
    from timeline_app.timeline.scale import TimeScale

Move = QAbstractItemView.CursorAction
_ALONG = {Move.MoveLeft: -1, Move.MovePrevious: -1, Move.MoveRight: 1, Move.MoveNext: 1}
_ACROSS = {Move.MoveUp: -1, Move.MoveDown: 1}


class TimelineTravel(TimelineCanvas):
    """A canvas that can be sent places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edges.zoom_wanted.connect(self.zoom_to)
        self.edges.lane_reached.connect(self.bring_lane_into_view)
        self._motion: bool | None = None

    def set_motion(self, allowed: bool | None) -> None:
        """Allow or forbid animation; None asks the desktop."""
        self._motion = allowed

    def _motion_allowed(self) -> bool:
        return self._motion if self._motion is not None else desktop_allows_motion(self)

    # -- in time -------------------------------------------------------------------------------------------------------

    def set_visible_span(self, start: float, end: float) -> None:
        """Show exactly the stretch between two instants, as far as the limits allow."""
        self._fit_pending = False
        self.camera.show(self.camera.scale.fitted(start, end, self.camera.width))

    def fit_all(self) -> None:
        """Show every event."""
        if self.camera.extent is not None:
            self._go(self.camera.fitted_with_words(*self.camera.extent))

    def go_home(self) -> None:
        """Show what the view opens with: all events but those far from the others."""
        if self._home is not None:
            self._go(self.camera.fitted_with_words(*self._home))
            self._fit_pending = True

    def zoom_to(self, start: float, end: float) -> None:
        """Show the stretch between two instants with a little air around it."""
        self._go(self.camera.fitted(start, end))

    def centre_on(self, row: int) -> None:
        """Bring an event to the middle, and its lane into view."""
        self._go(self.camera.centred(self._middle(row)))
        self._bring_into_view(row)

    def pan(self, dx: float, dy: int) -> None:
        """Move the canvas by so many pixels: right in time, down over the lanes."""
        if dx:
            self._fit_pending = False
            self.camera.show(self.camera.scale.panned(dx))
        if dy:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + dy)

    def coast(self, pixels_per_second: float) -> None:
        """Let the canvas move on after a flick, unless nothing is to move by itself."""
        if self._motion_allowed():
            self.camera.coast(pixels_per_second)

    def stay(self) -> None:
        """End a movement that is under way."""
        self.camera.stop()

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Zoom in by a factor about a pixel; None stands for the current event if it is in view, else the middle."""
        if about is None:
            about = self.viewport().width() / 2
            current = self.currentIndex()
            if current.isValid():
                x = self.camera.scale.x(self._middle(current.row()))
                about = x if 0 <= x <= self.viewport().width() else about
        self._fit_pending = False
        self.camera.show(self.camera.scale.zoomed(factor, about))

    def _go(self, scale: TimeScale) -> None:
        self._fit_pending = False
        self.camera.show(scale, glide=self.isVisible() and self._motion_allowed())

    # -- over the lanes ------------------------------------------------------------------------------------------------

    def fold_lane(self) -> None:
        """Fold the lane of the current event, or unfold it; without one, the first lane in sight."""
        scene, current = self.scene(), self.currentIndex()
        if scene is None or len(scene.lanes) < 2:
            return
        number = lane_of(scene.lanes, current.row(), self._lane_at_hand) if current.isValid() else -1
        self.swimlanes.toggle_fold(number if number >= 0 else scene.in_sight[0].number)

    def lanes_out_of_sight(self) -> bool:
        """Tell whether there are lanes above or below the canvas."""
        return self.verticalScrollBar().maximum() > 0

    def scroll_rows(self, y: float, rows: int) -> bool:
        """Scroll the rows of the lane at a height of the canvas; False where all of them are in sight."""
        scene = self.scene()
        lane = scene.lane_at(y) if scene is not None else None
        if lane is None or not (lane.rows_above or lane.has_rows_below):
            return False
        if rows < 0 or lane.has_rows_below:
            self.swimlanes.scroll_rows(lane.number, lane.rows_above + rows)
        return True

    def scroll_down(self, rows: int) -> None:
        """Scroll the rows of the lane that the reader is in; where all are in sight, the lanes."""
        scene, number = self.scene(), self._lane_at_hand
        lanes = scene.in_sight if scene is not None else ()
        lane = next((lane for lane in lanes if lane.number == number), next(iter(lanes), None))
        if lane is None or not self.scroll_rows((max(lane.top, 0) + lane.bottom) / 2, rows):
            self.pan(0, rows * self.row_height)

    def bring_lane_into_view(self, number: int) -> None:
        """Scroll the lanes until one of them is on the canvas."""
        layout = self.swimlanes.layout(self.viewport().size(), self.labels.metrics)
        top, bottom = layout.edges[number : number + 2]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom - top > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    # -- to events -----------------------------------------------------------------------------------------------------

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring an event into view, to the middle if it is not there yet."""
        if not index.isValid():
            return
        events = self.events()
        start, end = self.camera.span
        row = index.row()
        in_view = events.ends[row] > start and events.starts[row] < end
        if not in_view or hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            self._go(self.camera.centred(self._middle(row)))
        self._bring_into_view(row)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the event that a movement of the cursor leads to."""
        return self._index(self._target(action)[0])

    def _target(self, action: QAbstractItemView.CursorAction) -> tuple[int, int]:
        """Return the row that a movement of the cursor leads to, and the number of its lane; -1 where there is none."""
        events, current = self.events(), self.currentIndex()
        if not len(events):
            return -1, -1
        is_far = action in (Move.MoveHome, Move.MoveEnd)
        if is_far:
            row = self._outermost(is_first=action == Move.MoveHome)
        else:
            row = current.row() if current.isValid() else self._first_in_view()
        lanes = self.swimlanes.lanes
        number = lane_of(lanes, row, self._lane_at_hand)
        if is_far or not current.isValid() or number < 0:
            return row, number
        if action in _ALONG:
            return along(lanes[number], row, _ALONG[action]), number
        other = self._next_open_lane(number, _ACROSS.get(action, 0))
        return (nearest(lanes[other], int(events.starts[row])), other) if other != number else (row, number)

    def _outermost(self, *, is_first: bool) -> int:
        """Return the first or the last event of the stretch that the view opens with; from there on, the first or last of all."""
        starts, current = self.events().starts, self.currentIndex().row()
        assert self._home is not None
        first, beyond = np.searchsorted(starts, self._home).tolist()
        if is_first:
            return first if not 0 <= current <= first else 0
        return beyond - 1 if current < beyond - 1 else len(starts) - 1

    def _next_open_lane(self, number: int, step: int) -> int:
        """Return the next lane above or below that is not folded, the lane itself where none is."""
        lanes, folded = self.swimlanes.lanes, self.swimlanes.folded
        at = number + step
        while step and 0 <= at < len(lanes):
            if lanes[at].key not in folded:
                return at
            at += step
        return number

    def centre_or_fit(self) -> None:
        """Centre the current event; once it is in the middle, show the selection at the size of the canvas."""
        events, current = self.events(), self.currentIndex()
        if not current.isValid():
            return
        centred = self.camera.centred(self._middle(current.row()))
        if abs(centred.start - self.camera.scale.start) > self.camera.scale.seconds_per_pixel:
            self.centre_on(current.row())
            return
        rows = self._pinned() or {current.row()}
        start = min(int(events.starts[row]) for row in rows)
        end = max(int(events.ends[row]) for row in rows)
        self.zoom_to(start - (end - start), end + (end - start))

    def _bring_into_view(self, row: int) -> None:
        """Bring the lane of an event into view; in a lane whose rows are scrolled, the event too."""
        number = lane_of(self.swimlanes.lanes, row, self._lane_at_hand)
        if number < 0:
            return
        self.bring_lane_into_view(number)
        scene = self.scene()
        is_drawn = scene is not None and any(mark.lane == number for mark in scene.marks_of(row))
        if not is_drawn and self.swimlanes.viewport(self.viewport().size()).rows_above.get(number):
            self.swimlanes.scroll_rows(number, 0)

    def _first_in_view(self) -> int:
        events = self.events()
        at = int(np.searchsorted(events.starts, np.int64(self.visible_span()[0])))
        return min(at, len(events) - 1)

    def _middle(self, row: int) -> float:
        events = self.events()
        return (int(events.starts[row]) + int(events.ends[row])) / 2

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0, self.rootIndex()) if row >= 0 else QModelIndex()
