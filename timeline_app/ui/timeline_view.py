"""The timeline: Qt's item view over an `EventModel`, asked in Qt's own words and moved by pointer and keys."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QRegion
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from timeline_app.models import texts
from timeline_app.models.participant_drag import participant_of
from timeline_app.timeline.scene import Mark, More
from timeline_app.ui.timeline_arrows import Arrow, arrows_of
from timeline_app.ui.timeline_gestures import Gestures
from timeline_app.ui.timeline_keys import Verb, verb_of
from timeline_app.ui.timeline_travel import Move, TimelineTravel
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from timeline_app.models.event_model import Index


Flag = QItemSelectionModel.SelectionFlag
_REPLACE = Flag.ClearAndSelect | Flag.Rows

_SCREEN = 0.9
"""How much of the canvas a page key moves by: some stays in view for orientation."""

_STEP = 0.15
_ZOOM, _SMART_ZOOM = 1.5, 2.0
_STRETCH = 1.25

_MOVES = {
    Verb.NEXT: Move.MoveNext,
    Verb.PREVIOUS: Move.MovePrevious,
    Verb.LANE_ABOVE: Move.MoveUp,
    Verb.LANE_BELOW: Move.MoveDown,
    Verb.FIRST: Move.MoveHome,
    Verb.LAST: Move.MoveEnd,
}
_PANS = {
    Verb.SCREEN_BACK: -_SCREEN,
    Verb.SCREEN_FORWARD: _SCREEN,
    Verb.PAN_BACK: -_STEP,
    Verb.PAN_FORWARD: _STEP,
}


class TimelineView(TimelineTravel):
    """Shows events along time, in lanes.

    Passive: it moves itself and the shared selection, and asks for all else by signals.
    """

    list_requested = Signal(object, object)
    """Rows (int32 array) of events that are counted where they have no room, to be shown as a list, and the place (QPoint) on the
    screen where they are counted."""

    stretch_filter_requested = Signal(float, float)
    """The instants that bound the stretch of time which alone is to be shown."""

    history_requested = Signal(int)
    """-1 back, 1 forward through what was read: the buttons of the mouse for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gestures = Gestures(self)
        self.stretch.zoom_wanted.connect(self.zoom_to)
        self.stretch.filter_wanted.connect(self.stretch_filter_requested)
        self.setAcceptDrops(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

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
        box = QRectF(mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top)
        return box.toAlignedRect().intersected(self.viewport().rect())

    def isIndexHidden(self, index: Index) -> bool:
        """Tell whether a cell is not shown: the event stands in the first column."""
        return index.column() != 0

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the events drawn in a rectangle."""
        scene = self.scene()
        chosen = QItemSelection()
        for mark in scene.marks() if scene is not None else ():
            box = QRectF(mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top)
            if box.intersects(QRectF(rect.normalized())):
                chosen.select(self._index(mark.row), self._index(mark.row))
        self.selectionModel().select(chosen, command | Flag.Rows)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return the whole canvas: a title that gains or loses its pin may move others."""
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are shortcuts here."""

    # -- the marked stretch of time ------------------------------------------------------------------------------------

    def mark_between(self, x0: float, x1: float) -> None:
        """Mark the stretch of time between two pixels; it may yet grow."""
        self.stretch.draw(self._camera.scale.time(x0), self._camera.scale.time(x1))

    def finish_stretch(self) -> None:
        """Say what the marked stretch holds."""
        model = self._event_model()
        if model is not None:
            self.stretch.finish(model.events)
            self.setAccessibleDescription(self.stretch.strip.text())

    def mark_selection(self) -> None:
        """Mark the time of the selected events; without a selection, what is in view."""
        model = self._event_model()
        if model is None or not len(model.events):
            return
        start, end = self._camera.span
        ranges = self._chosen().ranges
        if ranges:
            events = model.events
            start = min(int(events.starts[part.start]) for part in ranges)
            end = max(int(events.ends[part.start : part.stop].max()) for part in ranges)
        self.stretch.draw(start, end)
        self.finish_stretch()

    def list_left_out(self) -> None:
        """Ask for the list of the events that are counted nearest to the current one, in its lane if there are some."""
        scene, current = self.scene(), self.currentIndex()
        if scene is None:
            return
        x = self._camera.scale.x(self._middle(current.row())) if current.isValid() else self.viewport().width() / 2
        lanes = sorted(scene.in_sight, key=lambda lane: (lane.number != self._lane_at_hand, lane.number))
        for lane in lanes:
            middles = [(more.left + more.right) / 2 for more in lane.more]
            if lane.bars is not None:
                middles.append(min(max(x, 0), self.viewport().width() - 1))
            for middle in sorted(middles, key=lambda at: abs(at - x)):
                at = QPointF(middle, lane.more[0].top + 1 if lane.more else lane.bottom - 1)
                rows = scene.counted_at(at.x(), at.y())
                if len(rows):
                    self.list_requested.emit(rows, self.viewport().mapToGlobal(at.toPoint()))
                    return

    # -- the pointer ---------------------------------------------------------------------------------------------------

    def click(self, event: QMouseEvent) -> None:
        """Select the event under the pointer, or ask for the list of those that are counted there."""
        at = event.position()
        arrow = self._arrow_at(at)
        if arrow is not None:
            self.scroll_rows(arrow.y, arrow.rows)
            return
        index = self.indexAt(at.toPoint())
        if index.isValid():
            self._reach_lane(at.y())
            anchor = self.currentIndex()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and anchor.isValid():
                self._select_between(anchor.row(), index.row())
            else:
                adds = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self.selectionModel().setCurrentIndex(index, Flag.Toggle | Flag.Rows if adds else _REPLACE)
            self.clicked.emit(index)
            return
        scene = self.scene()
        rows = scene.counted_at(at.x(), at.y()) if scene is not None else np.empty(0, np.int32)
        if len(rows):
            self.list_requested.emit(rows, event.globalPosition().toPoint())
        elif self.stretch.span is not None:
            self.stretch.clear()
        elif not event.modifiers() and self.selectionModel() is not None:
            self.selectionModel().clear()

    def hover(self, at: QPointF) -> None:
        """Show that what is under the pointer can be pressed."""
        scene = self.scene()
        found: Mark | More | None = None
        if scene is not None:
            found = scene.mark_at(at.x(), at.y()) or scene.more_at(at.x(), at.y())
        can_press = found is not None or self._arrow_at(at) is not None
        shape = Qt.CursorShape.PointingHandCursor if can_press else Qt.CursorShape.OpenHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if not _same(found, self._hovered):
            self._hovered = found
            self.viewport().update()

    def _arrow_at(self, at: QPointF) -> Arrow | None:
        scene = self.scene()
        arrows = arrows_of(scene, self._labels.metrics) if scene is not None else []
        return next((arrow for arrow in arrows if arrow.box.contains(at)), None)

    def tooltip_at(self, at: QPointF) -> str:
        """Say what is under a point: an event in full, or how many are counted there."""
        model, scene = self._event_model(), self.scene()
        if model is None or scene is None:
            return ""
        mark = scene.mark_at(at.x(), at.y())
        if mark is not None:
            summary = self._labels.summary(mark.row)
            dated = texts.period(model.events.period(mark.row), with_weekday=True)
            stated = self.tr("“{words}”").format(words=summary.stated) if summary.stated else ""
            kind = texts.event_kind(model.events.kind(mark.row))
            lines = (
                summary.title,
                " · ".join(filter(None, (dated, stated))),
                " · ".join(filter(None, (kind, summary.outlet))),
            )
            return "\n".join((*filter(None, lines), ", ".join(summary.participants))).strip()
        rows = scene.counted_at(at.x(), at.y())
        return self.tr("%n event(s)", "", len(rows)) if len(rows) else ""

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips and follow a pinch."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = QPointF(event.pos())
            show_plain(
                event.globalPos(),
                self.tooltip_at(at),
                self.viewport(),
                QRect(event.pos(), event.pos()).adjusted(-8, -8, 8, 8),
            )
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position().x())
            return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture
        ):
            self.zoom(_SMART_ZOOM, event.position().x())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture) and pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
                self.zoom(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.centerPoint()).x())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture, or go through what was read."""
        history = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
        if history is not None:
            self.history_requested.emit(history)
            return
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
        verb = verb_of(event)
        if verb is None or not self._do(verb, event.modifiers()):
            super().keyPressEvent(event)
            return
        event.accept()

    def _do(self, verb: Verb, modifiers: Qt.KeyboardModifier) -> bool:
        """Carry out a key's verb; False where it has nothing to act on and the key is others' to take."""
        if verb in _MOVES:
            self._move_to(*self._target(_MOVES[verb]), modifiers)
        elif verb in _PANS:
            self.pan(self.viewport().width() * _PANS[verb], 0)
        elif verb is Verb.OPEN:
            return self._open()
        elif verb is Verb.CLEAR_STRETCH:
            if self.stretch.span is None:
                return False
            self.stretch.clear()
        else:
            self._plain_verbs[verb]()
        return True

    @cached_property
    def _plain_verbs(self) -> dict[Verb, Callable[[], object]]:
        """What verbs do that need no more than to be done."""
        return {
            Verb.ZOOM_IN: partial(self.zoom, _ZOOM),
            Verb.ZOOM_OUT: partial(self.zoom, 1 / _ZOOM),
            Verb.FIT_ALL: self.fit_all,
            Verb.CENTRE_OR_FIT_SELECTION: self.centre_or_fit,
            Verb.MARK_STRETCH: self.mark_selection,
            Verb.LIST_LEFT_OUT: self.list_left_out,
            Verb.ROWS_UP: partial(self._scroll_down, -1),
            Verb.ROWS_DOWN: partial(self._scroll_down, 1),
            Verb.TALLER_LANES: partial(self.swimlanes.stretch_by, _STRETCH),
            Verb.LOWER_LANES: partial(self.swimlanes.stretch_by, 1 / _STRETCH),
        }

    def _open(self) -> bool:
        """Zoom to what is marked, else open the current event."""
        if self.stretch.span is not None:
            self.stretch.zoom()
        elif self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            return False
        return True

    def _scroll_down(self, rows: int) -> None:
        """Scroll the rows of the lane that the reader is in; where all are in sight, the lanes."""
        scene, number = self.scene(), self._lane_at_hand
        lanes = scene.in_sight if scene is not None else ()
        lane = next((lane for lane in lanes if lane.number == number), next(iter(lanes), None))
        if lane is None or not self.scroll_rows((max(lane.top, 0) + lane.bottom) / 2, rows):
            self.pan(0, rows * self.row_height)

    def _reach_lane(self, y: float) -> None:
        """Be in the lane at a height of the canvas from now on."""
        scene = self.scene()
        lane = scene.lane_at(y) if scene is not None else None
        self._lane_at_hand = lane.number if lane is not None else -1

    def _move_to(self, row: int, lane: int, modifiers: Qt.KeyboardModifier) -> None:
        index = self._index(row)
        if not index.isValid():
            return
        self._lane_at_hand = lane
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(index, Flag.Select | Flag.Rows)
        else:
            self.selectionModel().setCurrentIndex(index, _REPLACE)
        self.scrollTo(index)

    def _select_between(self, anchor: int, row: int) -> None:
        first, last = sorted((anchor, row))
        chosen = QItemSelection(self._index(first), self._index(last))
        self.selectionModel().select(chosen, _REPLACE)
        self.selectionModel().setCurrentIndex(self._index(row), Flag.NoUpdate)


def _same(one: Mark | More | None, other: Mark | More | None) -> bool:
    """Tell whether two things under the pointer are one, though arranged twice."""
    if isinstance(one, Mark) and isinstance(other, Mark):
        return (one.row, one.lane, one.level) == (other.row, other.lane, other.level)
    if isinstance(one, More) and isinstance(other, More):
        return (one.lane, one.left) == (other.lane, other.left)
    return one is None and other is None
