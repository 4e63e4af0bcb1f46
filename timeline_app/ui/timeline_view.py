"""The timeline: Qt's item view over an `EventModel`, asked in Qt's own words and moved by pointer and keys."""

from __future__ import annotations

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
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeline_app.models import texts
from timeline_app.timeline.scene import Mark, More
from timeline_app.ui.timeline_gestures import Gestures
from timeline_app.ui.timeline_keys import Verb, verb_of
from timeline_app.ui.timeline_travel import TimelineTravel
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

    from timeline_app.models.event_model import Index


Flag = QItemSelectionModel.SelectionFlag
_REPLACE = Flag.ClearAndSelect | Flag.Rows

_SCREEN = 0.9
"""How much of the canvas a page key moves by: some stays in view for orientation."""


class TimelineView(TimelineTravel):
    """Shows events along time, in lanes.

    Passive: it moves itself and the shared selection, and asks for all else by signals.
    """

    list_requested = Signal(object)
    """Rows (int32 array) of events that are counted where they have no room, to be shown as a list."""

    stretch_marked = Signal(object)
    """The marked stretch of time as a tuple of two instants, None where there is none any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gestures = Gestures(self)
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
        """Return where an event is drawn, clipped to the viewport; empty where it is not."""
        scene = self.scene()
        mark = scene.mark_of(index.row()) if scene is not None and index.isValid() else None
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

    def mark_stretch(self, x0: float, x1: float) -> None:
        """Mark the stretch of time between two pixels."""
        left, right = sorted((x0, x1))
        self._marked = (self._camera.scale.time(left), self._camera.scale.time(right))
        self.viewport().update()

    def finish_stretch(self) -> None:
        """Say that the marked stretch is meant as it is."""
        self.stretch_marked.emit(self._marked)

    def clear_stretch(self) -> None:
        """Mark no stretch."""
        self._marked = None
        self.viewport().update()
        self.stretch_marked.emit(None)

    # -- the pointer ---------------------------------------------------------------------------------------------------

    def click(self, event: QMouseEvent) -> None:
        """Select the event under the pointer, or ask for the list of those that are counted there."""
        at = event.position()
        index = self.indexAt(at.toPoint())
        if index.isValid():
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
            self.list_requested.emit(rows)
        elif self._marked is not None:
            self.clear_stretch()
        elif not event.modifiers() and self.selectionModel() is not None:
            self.selectionModel().clear()

    def hover(self, at: QPointF) -> None:
        """Show that what is under the pointer can be pressed."""
        scene = self.scene()
        found: Mark | More | None = None
        if scene is not None:
            found = scene.mark_at(at.x(), at.y()) or scene.more_at(at.x(), at.y())
        shape = Qt.CursorShape.PointingHandCursor if found is not None else Qt.CursorShape.OpenHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if not _same(found, self._hovered):
            self._hovered = found
            self.viewport().update()

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
        if event.type() == QEvent.Type.Leave:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
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
        move = QAbstractItemView.CursorAction
        moves = {
            Verb.NEXT: move.MoveNext,
            Verb.PREVIOUS: move.MovePrevious,
            Verb.LANE_ABOVE: move.MoveUp,
            Verb.LANE_BELOW: move.MoveDown,
            Verb.FIRST: move.MoveHome,
            Verb.LAST: move.MoveEnd,
        }
        width = self.viewport().width()
        if verb in moves:
            self._move_to(self.moveCursor(moves[verb], modifiers), modifiers)
        elif verb in (Verb.SCREEN_BACK, Verb.SCREEN_FORWARD, Verb.PAN_BACK, Verb.PAN_FORWARD):
            share = _SCREEN if verb in (Verb.SCREEN_BACK, Verb.SCREEN_FORWARD) else 0.15
            self.pan(width * share * (1 if verb in (Verb.SCREEN_FORWARD, Verb.PAN_FORWARD) else -1), 0)
        elif verb in (Verb.ZOOM_IN, Verb.ZOOM_OUT):
            self.zoom(1.5 if verb is Verb.ZOOM_IN else 1 / 1.5)
        elif verb is Verb.FIT_ALL:
            self.fit_all()
        elif verb is Verb.CENTRE_OR_FIT_SELECTION:
            self._centre_or_fit()
        elif verb is Verb.OPEN and self._marked is not None:
            self.zoom_to(*self._marked)
            self.clear_stretch()
        elif verb is Verb.OPEN and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif verb is Verb.CLEAR_STRETCH and self._marked is not None:
            self.clear_stretch()
        else:
            return False
        return True

    def _move_to(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        if not index.isValid():
            return
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
