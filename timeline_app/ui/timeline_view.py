"""The timeline: Qt's item view over an `EventModel`, asked in Qt's own words and moved by pointer and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QRegion
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from timeline_app.models.participant_drag import participant_of
from timeline_app.timeline.grouping import LaneGrouping, LaneOrder
from timeline_app.ui.timeline_gestures import Gestures
from timeline_app.ui.timeline_keys import TimelineKeys
from timeline_app.ui.timeline_pointing import Pointing
from timeline_app.ui.timeline_state import TimelineState
from timeline_app.ui.timeline_travel import Move, TimelineTravel
from timeline_app.ui.timeline_verbs import KeyVerbs
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from timeline_app.models.event_model import Index
    from timeline_app.timeline.scene import Mark, More

Flag = QItemSelectionModel.SelectionFlag
Modifier = Qt.KeyboardModifier
_REPLACE = Flag.ClearAndSelect | Flag.Rows
_SMART_ZOOM = 2.0


class TimelineView(TimelineTravel):
    """Shows events along time, in lanes.

    Passive: it moves itself and the shared selection, and asks for all else by signals.
    """

    list_requested = Signal(object, object)
    """Rows (int32 array) of events that are counted where they have no room, to be shown as a list, and the place (QPoint) on the
    screen where they are counted."""

    lane_menu_wanted = Signal(int, object)
    """The number of a lane, -1 for all lanes, and the place (QPoint) on the screen for the menu of what can be done."""

    stretch_filter_requested = Signal(float, float)
    """The instants that bound the stretch of time which alone is to be shown."""

    history_requested = Signal(int)
    """-1 back, 1 forward through what was read: the buttons of the mouse for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pointing = Pointing(self)
        self.pointing.list_wanted.connect(self.list_requested)
        self.gestures = Gestures(self, self.pointing)
        self.keys = TimelineKeys()
        self._verbs = KeyVerbs(self)
        self.edges.menu_wanted.connect(self.lane_menu_wanted)
        self.stretch.zoom_wanted.connect(self.zoom_to)
        self.stretch.filter_wanted.connect(self.stretch_filter_requested)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        canvas = self.viewport()
        canvas.grabGesture(Qt.GestureType.PinchGesture)
        canvas.setMouseTracking(True)
        canvas.setCursor(Qt.CursorShape.OpenHandCursor)

    # -- lanes and state -----------------------------------------------------------------------------------------------

    def set_lanes(self, grouping: LaneGrouping) -> None:
        """Group events into lanes."""
        self.swimlanes.set_grouping(grouping)

    @property
    def lanes(self) -> LaneGrouping:
        """How events are grouped."""
        return self.swimlanes.grouping

    def view_state(self) -> TimelineState:
        """Return what brings this view back."""
        lanes = self.swimlanes
        folded = tuple(sorted(lanes.folded))
        return TimelineState(
            *self.camera.span, lanes.grouping.value, lanes.stretch, lanes.order.value, lanes.pinned, folded
        )

    def restore(self, state: TimelineState) -> None:
        """Take up a view again."""
        grouping, order = LaneGrouping(state.lanes), LaneOrder(state.order)
        self.swimlanes.restore(grouping, order, state.stretch, pinned=state.pinned, folded=state.folded)
        self.set_visible_span(state.start, state.end)

    def reset(self) -> None:
        """Follow the model to another snapshot."""
        self.pointing.leave()
        super().reset()

    # -- Qt's item view ------------------------------------------------------------------------------------------------

    def indexAt(self, point: object) -> QModelIndex:
        """Return the event under a point of the viewport."""
        at = cast("QPointF", point)
        scene = self.scene()
        mark = scene.mark_at(at.x(), at.y()) if scene is not None else None
        return self._index(mark.row) if mark is not None else QModelIndex()

    def visualRect(self, index: Index) -> QRect:
        """Return where an event is drawn, clipped to the viewport; empty where it is not.

        Of several lanes that hold it, the one that the reader is in counts.
        """
        scene = self.scene()
        marks = list(scene.marks_of(index.row())) if scene is not None and index.isValid() else []
        mark = next((mark for mark in marks if mark.lane == self._lane_at_hand), next(iter(marks), None))
        if mark is None:
            return QRect()
        return _box(mark).toAlignedRect().intersected(self.viewport().rect())

    def isIndexHidden(self, index: Index) -> bool:
        """Tell whether a cell is not shown: the event stands in the first column."""
        return index.column() != 0

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the events drawn in a rectangle."""
        scene = self.scene()
        chosen = QItemSelection()
        for mark in scene.marks() if scene is not None else ():
            if _box(mark).intersects(QRectF(rect.normalized())):
                chosen.select(self._index(mark.row), self._index(mark.row))
        self.selectionModel().select(chosen, command | Flag.Rows)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return the whole canvas: a title that gains or loses its pin may move others."""
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are shortcuts here."""

    # -- the selection -------------------------------------------------------------------------------------------------

    def select_row(self, row: int, modifiers: Modifier) -> None:
        """Select an event as a click on it does: alone, in addition, or all from the current one on."""
        anchor, index = self.currentIndex(), self._index(row)
        if modifiers & Modifier.ShiftModifier and anchor.isValid():
            first, last = sorted((anchor.row(), row))
            self.selectionModel().select(QItemSelection(self._index(first), self._index(last)), _REPLACE)
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        else:
            adds = modifiers & Modifier.ControlModifier
            self.selectionModel().setCurrentIndex(index, Flag.Toggle | Flag.Rows if adds else _REPLACE)
        self.clicked.emit(index)

    def move_cursor_by(self, move: Move, modifiers: Modifier) -> None:
        """Go to another event as a key does: with Shift, what was selected stays so."""
        row, lane = self._target(move)
        index = self._index(row)
        if not index.isValid():
            return
        self.reach_lane(lane)
        extends = modifiers & Modifier.ShiftModifier and self.currentIndex().isValid()
        self.selectionModel().setCurrentIndex(index, Flag.Select | Flag.Rows if extends else _REPLACE)
        self.scrollTo(index)

    def reach_lane(self, number: int) -> None:
        """Be in a lane from now on: of several that hold an event, arrows stay in this one."""
        self._lane_at_hand = number

    # -- the marked stretch of time, and what has no room ----------------------------------------------------------------

    def mark_between(self, x0: float, x1: float) -> None:
        """Mark the stretch of time between two pixels; it may yet grow."""
        self.stretch.draw(self.camera.scale.time(x0), self.camera.scale.time(x1))

    def finish_stretch(self) -> None:
        """Say what the marked stretch holds."""
        self.stretch.finish(self.events())
        self.setAccessibleDescription(self.stretch.strip.text())

    def mark_selection(self) -> None:
        """Mark the time of the selected events; without a selection, what is in view."""
        events, ranges = self.events(), self._chosen().ranges
        if not len(events):
            return
        start, end = self.camera.span
        if ranges:
            start = min(int(events.starts[part.start]) for part in ranges)
            end = max(int(events.ends[part.start : part.stop].max()) for part in ranges)
        self.stretch.draw(start, end)
        self.finish_stretch()

    def list_left_out(self) -> None:
        """Ask for the list of the events that are counted nearest to the current one."""
        current, middle = self.currentIndex(), self.viewport().width() / 2
        x = self.camera.scale.x(self._middle(current.row())) if current.isValid() else middle
        self.pointing.list_nearest(x, self._lane_at_hand)

    # -- the pointer ---------------------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips, follow a pinch, and notice the pointer leave."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            near = QRect(event.pos(), event.pos()).adjusted(-8, -8, 8, 8)
            show_plain(event.globalPos(), self.pointing.tooltip_at(QPointF(event.pos())), self.viewport(), near)
            return True
        if isinstance(event, QNativeGestureEvent):
            factor = {
                Qt.NativeGestureType.ZoomNativeGesture: 1 + event.value(),
                Qt.NativeGestureType.SmartZoomNativeGesture: _SMART_ZOOM,
            }.get(event.gestureType())
            if factor is not None:
                self.zoom(factor, event.position().x())
                return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture) and pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
                self.zoom(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.centerPoint()).x())
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointing.leave()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture, or go through what was read."""
        history = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
        if history is not None:
            self.history_requested.emit(history)
        else:
            self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a gesture."""
        self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the event under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.doubleClicked.emit(index)
            self.activated.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, pan or scroll."""
        self.gestures.wheel(event)

    def _hovered(self) -> Mark | More | None:
        return self.pointing.hovered

    # -- drag and drop -------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a participant; leave files to the window."""
        self._take_participant(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome a participant anywhere on the timeline."""
        self._take_participant(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Give a participant that is dropped here a lane."""
        participant = self._take_participant(event)
        if participant is not None:
            self.swimlanes.pin(participant)

    def _take_participant(self, event: QDropEvent) -> int | None:
        participant = participant_of(event.mimeData())
        if participant is not None:
            event.acceptProposedAction()
        else:
            event.ignore()
        return participant

    # -- the keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key table says; leave the rest to Qt."""
        verb = self.keys.verb_of(event)
        if verb is None or not self._verbs.do(verb, event.modifiers()):
            super().keyPressEvent(event)
            return
        event.accept()


def _box(mark: Mark) -> QRectF:
    return QRectF(mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top)
