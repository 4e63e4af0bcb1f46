"""The timeline: Qt's item view over an `EventModel`, drawn from its columns and asked in Qt's own words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import (
    QAbstractItemModel,
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
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QWidget

from timeline_app.domain.extraction import EventKind
from timeline_app.models import texts
from timeline_app.timeline.arrange import arrange, lane_height
from timeline_app.timeline.lanes import Lane, LaneGrouping, across, along, group, lane_of
from timeline_app.timeline.scene import Mark, More, Scene, Viewport
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_camera import Camera
from timeline_app.ui.timeline_gestures import Gestures
from timeline_app.ui.timeline_headers import LaneHeaders
from timeline_app.ui.timeline_keys import Verb, verb_of
from timeline_app.ui.timeline_labels import Fonts, Labels
from timeline_app.ui.timeline_painter import Look, ScenePainter
from timeline_app.ui.timeline_ruler import Ruler
from timeline_app.ui.timeline_state import TimelineState
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from timeline_app.models.event_model import EventModel, Index

Flag = QItemSelectionModel.SelectionFlag
_REPLACE = Flag.ClearAndSelect | Flag.Rows

_MOST_PINNED = 100
"""Selected events whose titles are shown come what may."""

_SCREEN = 0.9
"""How much of the canvas a page key moves by: some stays in view for orientation."""


class TimelineView(QAbstractItemView):
    """Shows events along time, in lanes.

    Passive: it moves itself and the shared selection, and asks for all else by signals. Viewport pixels are the scale's.
    """

    span_changed = Signal(float, float)
    """The instants at the edges of the canvas."""

    list_requested = Signal(object)
    """Rows (int32 array) of events that are counted where they have no room, to be shown as a list."""

    events_changed = Signal()
    """There are other events, or other lanes of them."""

    stretch_marked = Signal(object)
    """The marked stretch of time as a tuple of two instants, None where there is none any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self._grouping = LaneGrouping.NONE
        self._lane_stretch = 1.0
        self._scene: Scene | None = None
        self._previous: Scene | None = None
        self._hovered: Mark | More | None = None
        self._marked: tuple[float, float] | None = None
        self._fit_pending = True
        self._motion: bool | None = None
        self._labels = Labels(Fonts.of(self.font()))
        self._camera = Camera(self)
        self._camera.moved.connect(self._on_moved)
        self.gestures = Gestures(self)
        self._ruler = Ruler(self)
        self._ruler.zoom_requested.connect(self.zoom_to)
        self._headers = LaneHeaders(self)
        self._headers.set_fonts(self._labels.fonts)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        self.setMinimumSize(240, 160)

    # -- what is shown ---------------------------------------------------------------------------------------------------

    def visible_span(self) -> tuple[int, int]:
        """Return the instants at the edges of the canvas."""
        start, end = self._camera.span
        return round(start), round(end)

    def set_visible_span(self, start: float, end: float) -> None:
        """Show exactly the stretch between two instants, as far as the limits allow."""
        self._fit_pending = False
        self._camera.show(self._camera.scale.fitted(start, end, self._camera.width))

    def extent(self) -> tuple[int, int] | None:
        """Return the first start and the last end of the events; None where there are none."""
        return self._camera.extent

    def lane_columns(self) -> tuple[Lane, ...]:
        """Return the lanes, whose columns hold every event."""
        return self._lanes

    def fit_all(self) -> None:
        """Show every event."""
        if self._camera.extent is not None:
            self._go(self._camera.fitted(*self._camera.extent))
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

    def set_lanes(self, grouping: LaneGrouping) -> None:
        """Group events into lanes."""
        self._grouping = grouping
        self._regroup()

    @property
    def lanes(self) -> LaneGrouping:
        """How events are grouped."""
        return self._grouping

    def stretch_lanes(self, factor: float) -> None:
        """Make lanes taller or lower."""
        self._lane_stretch = min(max(self._lane_stretch * factor, 0.25), 8.0)
        self._rearrange()

    def lanes_out_of_sight(self) -> bool:
        """Tell whether there are lanes above or below the canvas."""
        return self.verticalScrollBar().maximum() > 0

    def set_motion(self, allowed: bool | None) -> None:
        """Allow or forbid animation; None asks the desktop."""
        self._motion = allowed

    def view_state(self) -> TimelineState:
        """Return what brings this view back."""
        return TimelineState(*self._camera.span, self._grouping.value, self._lane_stretch)

    def restore(self, state: TimelineState) -> None:
        """Take up a view again."""
        self._lane_stretch = state.stretch
        self.set_lanes(LaneGrouping(state.lanes))
        self.set_visible_span(state.start, state.end)

    def scene(self) -> Scene | None:
        """Return the picture as it is painted; None where there are no events."""
        model = self._event_model()
        if self._scene is None and self._lanes and model is not None:
            viewport = Viewport(
                self.viewport().width(), self.viewport().height(), self.verticalOffset(), self._lane_stretch
            )
            self._scene = self._previous = arrange(
                self._lanes,
                self._camera.scale,
                viewport,
                self._labels.metrics,
                self._labels,
                pinned=self._pinned(),
                previous=self._previous,
            )
        return self._scene

    # -- the marked stretch of time --------------------------------------------------------------------------------------

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

    def stretch_text(self) -> str:
        """Say how many events the marked stretch holds, and of which outlets most."""
        model = self._event_model()
        if self._marked is None or model is None:
            return ""
        start, end = self._marked
        events = model.events
        inside = (events.starts < end) & (events.ends > start)
        count = int(inside.sum())
        text = self.tr("%n event(s)", "", count)
        named = np.bincount(events.outlets[inside], minlength=max(len(events.outlet_names), 1))
        most = [int(code) for code in np.argsort(-named, kind="stable")[:2] if named[code] and events.outlet_names]
        names = [events.outlet_names[code] for code in most if events.outlet_names[code]]
        return " · ".join([text, *names])

    # -- the pointer -----------------------------------------------------------------------------------------------------

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

    # -- Qt's item view --------------------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model's events."""
        super().setModel(model)
        self._labels.set_model(self._event_model())
        self._regroup()

    def reset(self) -> None:
        """Follow the model to another snapshot; the stretch of time in view stays."""
        super().reset()
        self._labels.forget()
        self._hovered = None
        self._regroup()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Read words anew."""
        super().dataChanged(top_left, bottom_right, list(roles))
        self._labels.forget()
        self._rearrange()

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

    def horizontalOffset(self) -> int:
        """Return 0: time has no scroll bar; the overview bar is one."""
        return 0

    def verticalOffset(self) -> int:
        """Return how many pixels of the lanes are above the canvas."""
        return self.verticalScrollBar().value()

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

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Show the titles of what is selected."""
        super().selectionChanged(selected, deselected)
        self._rearrange()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Follow the current event, and say it to those who listen."""
        super().currentChanged(current, previous)
        spoken = current.data(Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else ""
        self.setAccessibleDescription(str(spoken or ""))
        self._rearrange()

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are shortcuts here."""

    def updateGeometries(self) -> None:
        """Place ruler and lane names around the canvas and set the range of the scroll bar."""
        super().updateGeometries()
        ruler = self._ruler.sizeHint().height()
        headers = self._headers.preferred_width(self._lane_names()) if self._has_headers() else 0
        self.setViewportMargins(headers, ruler, 0, 0)
        canvas = self.viewport().geometry()
        self._ruler.setGeometry(canvas.x(), canvas.y() - ruler, canvas.width(), ruler)
        self._headers.setGeometry(
            canvas.x() - headers, canvas.y() - ruler, headers, 0 if not headers else canvas.height() + ruler
        )
        self._headers.setVisible(bool(headers))
        self._set_scroll_range()

    # -- events ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self.viewport())
        theme, scene, model = current_theme(), self.scene(), self._event_model()
        if scene is None or model is None:
            self._paint_empty(painter)
        else:
            marked = self._marked
            scale = self._camera.scale
            look = Look(
                theme,
                self._labels,
                model.events,
                self._ruler.step,
                self.devicePixelRatioF(),
                self._lane_colours(),
                self._is_selected(),
                self.currentIndex().row(),
                self.hasFocus(),
                self._hovered,
                _now(),
                (scale.x(marked[0]), scale.x(marked[1])) if marked else None,
                self.stretch_text(),
            )
            ScenePainter(painter, scene, look).paint()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stretch of time in view."""
        super().resizeEvent(event)
        self.updateGeometries()
        self._camera.set_width(self.viewport().width())
        self._rearrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            fonts = Fonts.of(self.font())
            self._labels.set_fonts(fonts)
            self._ruler.set_fonts(fonts)
            self._headers.set_fonts(fonts)
            self.updateGeometries()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._rearrange()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key table says; leave the rest to Qt."""
        verb = verb_of(event)
        if verb is None or not self._do(verb, event.modifiers()):
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: object) -> None:
        """Show the focus; unlike Qt's other views, make no event the current one unasked."""
        QWidget.focusInEvent(self, event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw the lanes at their new height."""
        self._rearrange()

    # -- inside ----------------------------------------------------------------------------------------------------------

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

    def _go(self, scale: object) -> None:
        self._fit_pending = False
        self._camera.show(scale, glide=self.isVisible() and self._motion_allowed())  # type: ignore[arg-type]

    def _motion_allowed(self) -> bool:
        if self._motion is not None:
            return self._motion
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0

    def _on_moved(self) -> None:
        self._rearrange()
        self.span_changed.emit(*self._camera.span)

    def _regroup(self) -> None:
        """Take the model's events anew."""
        model = self._event_model()
        self._lanes = group(model.events, self._grouping) if model is not None else ()
        self._previous = None
        extents = [lane.extent for lane in self._lanes]
        extent = (min(e[0] for e in extents), max(e[1] for e in extents)) if extents else None
        self._camera.set_extent(extent)
        if extent is not None and self._fit_pending:
            self._camera.show(self._camera.fitted(*extent))
        self.updateGeometries()
        self._camera.set_width(self.viewport().width())
        self._rearrange()
        self.events_changed.emit()

    def _rearrange(self) -> None:
        """Let the next paint, or the next question, arrange the picture anew."""
        self._scene = None
        self._set_scroll_range()
        self._ruler.show_scale(self._camera.scale, _now())
        scene = self.scene() if self._has_headers() else None
        if scene is not None:
            self._headers.show_scene(scene, self._lane_names(), self._lane_colours(), self._ruler.height())
        self.viewport().update()

    def _event_model(self) -> EventModel | None:
        return cast("EventModel | None", self.model())

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0, self.rootIndex())

    def _middle(self, row: int) -> float:
        model = self._event_model()
        assert model is not None
        return (int(model.events.starts[row]) + int(model.events.ends[row])) / 2

    def _first_in_view(self) -> int:
        model = self._event_model()
        assert model is not None
        at = int(np.searchsorted(model.events.starts, np.int64(self.visible_span()[0])))
        return min(at, len(model.events) - 1)

    def _selection_ranges(self) -> list[tuple[int, int]]:
        chooser = self.selectionModel()
        # Views have no selection model until they have a model, whatever Qt's stubs say.
        chosen = cast("QItemSelectionModel | None", chooser)
        return [(part.top(), part.bottom()) for part in chosen.selection().toList()] if chosen is not None else []

    def _pinned(self) -> set[int]:
        rows = {self.currentIndex().row()} if self.currentIndex().isValid() else set()
        for first, last in self._selection_ranges():
            rows.update(range(first, min(last, first + _MOST_PINNED) + 1))
            if len(rows) > _MOST_PINNED:
                break
        return rows

    def _is_selected(self) -> Callable[[int], bool]:
        ranges = self._selection_ranges()
        return lambda row: any(first <= row <= last for first, last in ranges)

    def _has_headers(self) -> bool:
        return self._grouping is not LaneGrouping.NONE and bool(self._lanes)

    def _lane_names(self) -> tuple[str, ...]:
        if self._grouping is LaneGrouping.KIND:
            return tuple(texts.event_kind(EventKind(lane.name)) for lane in self._lanes)
        return tuple(lane.name or self.tr("No outlet stated") for lane in self._lanes)

    def _lane_colours(self) -> tuple[QColor, ...]:
        theme = current_theme()
        if self._grouping is LaneGrouping.KIND:
            return tuple(theme.kinds[EventKind(lane.name)] for lane in self._lanes)
        if self._grouping is LaneGrouping.NONE:
            return (theme.accent,) * len(self._lanes)
        return tuple(theme.lanes[number % len(theme.lanes)] for number in range(len(self._lanes)))

    def _set_scroll_range(self) -> None:
        height = self.viewport().height()
        viewport = Viewport(self.viewport().width(), height, 0, self._lane_stretch)
        each = lane_height(len(self._lanes), viewport, self._labels.metrics)
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(each)
        bar.setRange(0, max(each * len(self._lanes) - height, 0))

    def _bring_lane_into_view(self, row: int) -> None:
        number = lane_of(self._lanes, row)
        scene = self.scene()
        if number < 0 or scene is None:
            return
        top, bar, height = number * scene.lane_height, self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif top + scene.lane_height > bar.value() + height:
            bar.setValue(top + scene.lane_height - height)

    def _paint_empty(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.fillRect(self.viewport().rect(), theme.surface)
        painter.setPen(theme.muted)
        painter.setFont(self._labels.fonts.title)
        words = self.tr("No events to show. Drop articles here, or clear the filter.")
        em = self._labels.metrics.gap
        box = QRectF(self.viewport().rect()).adjusted(4 * em, em, -4 * em, -em)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _now() -> float:
    """Return the present as civil time where the reader is: what instants are counted in."""
    here = time.localtime()
    return time.time() + here.tm_gmtoff


def _same(one: Mark | More | None, other: Mark | More | None) -> bool:
    """Tell whether two things under the pointer are one, though arranged twice."""
    if isinstance(one, Mark) and isinstance(other, Mark):
        return (one.row, one.lane, one.level) == (other.row, other.lane, other.level)
    if isinstance(one, More) and isinstance(other, More):
        return (one.lane, one.left) == (other.lane, other.left)
    return one is None and other is None
