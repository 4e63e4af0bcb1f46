"""The picture of the timeline: an item view's surface that shows a model's events along time, and moves itself.

What the reader does to it is in `timeline_view`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.arrange import arrange
from timeline_app.timeline.extent import Extent, extent_of, home_of
from timeline_app.timeline.grouping import LaneGrouping, LaneOrder
from timeline_app.ui.lane_chooser import LaneChooser
from timeline_app.ui.motion import desktop_allows_motion
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_arrows import paint_arrows
from timeline_app.ui.timeline_camera import Camera
from timeline_app.ui.timeline_chosen import ChosenRows
from timeline_app.ui.timeline_headers import LaneHeaders, lane_colours
from timeline_app.ui.timeline_labels import Fonts, Labels
from timeline_app.ui.timeline_painter import Look, ScenePainter
from timeline_app.ui.timeline_ruler import Ruler
from timeline_app.ui.timeline_state import TimelineState
from timeline_app.ui.timeline_stretch import MarkedStretch
from timeline_app.ui.timeline_swimlanes import Swimlanes
from timeline_app.ui.timeline_threads import MOST_THREADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from timeline_app.models.event_model import EventModel, Index
    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scene import Mark, More, Scene

Flag = QItemSelectionModel.SelectionFlag

_MOST_PINNED = 100
"""Selected events whose titles are shown come what may."""


class TimelineCanvas(QAbstractItemView):
    """Arranges and paints the lanes, the ruler above and the names beside them. Viewport pixels are the scale's."""

    span_changed = Signal(float, float)
    """The instants at the edges of the canvas."""

    lane_menu_wanted = Signal(int, object)
    """The number of a lane, and the place (QPoint) on the screen, where a menu of what can be done with it is asked for; -1 stands
    for all lanes."""

    events_changed = Signal()
    """There are other events, or other lanes of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swimlanes = Swimlanes(self)
        self.swimlanes.regrouped.connect(self._on_regrouped)
        self.swimlanes.laid_out.connect(self._rearrange)
        self._home: Extent | None = None
        self._lane_at_hand = -1
        self._scene: Scene | None = None
        self._previous: Scene | None = None
        self._hovered: Mark | More | None = None
        self._fit_pending = True
        self._motion: bool | None = None
        self._labels = Labels(Fonts.of(self.font()))
        self._camera = Camera(self)
        self._camera.moved.connect(self._on_moved)
        self._ruler = Ruler(self)
        self._headers = LaneHeaders(self.swimlanes, self)
        self._headers.menu_wanted.connect(self.lane_menu_wanted)
        self._chooser = LaneChooser(self.swimlanes, self)
        self._chooser.clicked.connect(self._ask_for_grouping)
        self.stretch = MarkedStretch(self.swimlanes, self)
        self.stretch.changed.connect(self._on_stretch)
        self._headers.set_fonts(self._labels.fonts)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        # All of it is painted by its parts, and the style draws a scroll bar through which one sees what is behind.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        holder = self.verticalScrollBar().parentWidget()
        assert holder is not None
        holder.setAutoFillBackground(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        self.setMinimumSize(240, 160)

    # -- what is shown -------------------------------------------------------------------------------------------------

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

    def home(self) -> tuple[int, int] | None:
        """Return the stretch that the view opens with: all events but those far from the others."""
        return self._home

    def outside(self, start: float, end: float) -> tuple[int, int]:
        """Return how many events are over before one instant, and how many begin at or after another."""
        events = self._event_model()
        if events is None:
            return 0, 0
        columns = events.events
        return int((columns.ends <= start).sum()), int((columns.starts >= end).sum())

    def events(self) -> EventIndex:
        """Return the events shown."""
        model = self._event_model()
        return model.events if model is not None else EventIndex.empty()

    def lane_columns(self) -> tuple[Lane, ...]:
        """Return the lanes, whose columns hold every event."""
        return self.swimlanes.lanes

    def set_lanes(self, grouping: LaneGrouping) -> None:
        """Group events into lanes."""
        self.swimlanes.set_grouping(grouping)

    @property
    def lanes(self) -> LaneGrouping:
        """How events are grouped."""
        return self.swimlanes.grouping

    def set_motion(self, allowed: bool | None) -> None:
        """Allow or forbid animation; None asks the desktop."""
        self._motion = allowed

    def view_state(self) -> TimelineState:
        """Return what brings this view back."""
        lanes = self.swimlanes
        return TimelineState(
            *self._camera.span,
            lanes.grouping.value,
            lanes.stretch,
            lanes.order.value,
            lanes.pinned,
            tuple(sorted(lanes.folded)),
        )

    def restore(self, state: TimelineState) -> None:
        """Take up a view again."""
        self.swimlanes.restore(
            LaneGrouping(state.lanes),
            LaneOrder(state.order),
            state.stretch,
            pinned=state.pinned,
            folded=state.folded,
        )
        self.set_visible_span(state.start, state.end)

    def scene(self) -> Scene | None:
        """Return the picture as it is painted; None where there are no events."""
        model = self._event_model()
        lanes = self.swimlanes.lanes
        if self._scene is None and lanes and model is not None:
            self._scene = self._previous = arrange(
                lanes,
                self._camera.scale,
                self.swimlanes.viewport(self.viewport().size(), self.verticalOffset()),
                self._labels.metrics,
                self._labels,
                pinned=self._pinned(),
                previous=self._previous,
            )
        return self._scene

    @property
    def row_height(self) -> int:
        """The height of a row of titles."""
        return self._labels.metrics.row_height

    def canvas_top(self) -> int:
        """Return how many pixels the ruler takes above the lanes."""
        return self.viewport().geometry().y()

    def draw_ruler(self, painter: QPainter) -> None:
        """Draw the ruler at its place in this widget."""
        _draw_part(self._ruler, painter)

    def draw_headers(self, painter: QPainter) -> None:
        """Draw the names of the lanes, where there are any, at their places in this widget."""
        if self._has_headers():
            _draw_part(self._headers, painter)

    def full_height(self) -> int:
        """Return how tall the view would have to be to show all lanes at once."""
        return self.canvas_top() + self.swimlanes.layout(self.viewport().size(), self._labels.metrics).height

    # -- what it follows -----------------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model's events."""
        super().setModel(model)
        self._labels.set_model(self._event_model())
        self._take_events()

    def reset(self) -> None:
        """Follow the model to another snapshot; the stretch of time in view stays."""
        super().reset()
        self.stretch.clear()
        self._labels.forget()
        self._hovered = None
        self._take_events()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Read words anew."""
        super().dataChanged(top_left, bottom_right, list(roles))
        self._labels.forget()
        self._rearrange()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Show the titles of what is selected."""
        super().selectionChanged(selected, deselected)
        self._rearrange()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Follow the current event, and say it to those who listen."""
        super().currentChanged(current, previous)
        self._say_current(current)
        self._rearrange()

    def _say_current(self, current: Index) -> None:
        """Let the name and the description be those of the current event; what has the focus is spoken at once."""
        spoken = str(current.data(Qt.ItemDataRole.AccessibleTextRole) or "") if current.isValid() else ""
        title = self._labels.summary(current.row()).title if current.isValid() else ""
        self.setAccessibleName(self.tr("Timeline: {event}").format(event=title) if title else self.tr("Timeline"))
        self.setAccessibleDescription(spoken)
        if spoken and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    # -- events --------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture."""
        painter = QPainter(self.viewport())
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the lanes at the painter's origin."""
        theme, scene, model = current_theme(), self.scene(), self._event_model()
        if scene is None or model is None:
            self._paint_empty(painter)
        else:
            marked = self.stretch.span
            scale = self._camera.scale
            look = Look(
                theme,
                self._labels,
                model.events,
                self._ruler.step,
                self.devicePixelRatioF(),
                lane_colours(self.swimlanes.lanes, self.lanes, theme),
                self._chosen().__contains__,
                self.currentIndex().row(),
                self.hasFocus(),
                self._hovered,
                _now(),
                (scale.x(marked[0]), scale.x(marked[1])) if marked else None,
                self._threads(),
            )
            ScenePainter(painter, scene, look).paint()
            paint_arrows(painter, scene, self._labels.metrics, theme)
        if self.hasFocus():
            self._paint_focus(painter)

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

    def updateGeometries(self) -> None:
        """Place ruler and lane names around the canvas and set the range of the scroll bar."""
        super().updateGeometries()
        ruler = self._ruler.sizeHint().height()
        headers = self._headers.preferred_width() if self._has_headers() else 0
        self.setViewportMargins(headers, ruler, 0, 0)
        canvas = self.viewport().geometry()
        self._ruler.setGeometry(canvas.x(), canvas.y() - ruler, canvas.width(), ruler)
        self._headers.setGeometry(
            canvas.x() - headers, canvas.y() - ruler, headers, 0 if not headers else canvas.height() + ruler
        )
        self._headers.setVisible(bool(headers))
        hint = self._chooser.sizeHint()
        self._chooser.setGeometry(
            canvas.x() - headers + 4,
            canvas.y() - hint.height() - 4,
            min(hint.width(), max(headers - 8, 0)),
            hint.height(),
        )
        self._chooser.setVisible(bool(headers))
        self._set_scroll_range()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw the lanes at their new height."""
        self._rearrange()

    def focusInEvent(self, event: object) -> None:
        """Show the focus; unlike Qt's other views, make no event the current one unasked."""
        QWidget.focusInEvent(self, event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def verticalOffset(self) -> int:
        """Return how many pixels of the lanes are above the canvas."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: time has no scroll bar; the overview bar is one."""
        return 0

    # -- inside --------------------------------------------------------------------------------------------------------

    def _go(self, scale: object) -> None:
        self._fit_pending = False
        self._camera.show(scale, glide=self.isVisible() and self._motion_allowed())  # type: ignore[arg-type]

    def _motion_allowed(self) -> bool:
        if self._motion is not None:
            return self._motion
        return desktop_allows_motion(self)

    def _on_moved(self) -> None:
        self._rearrange()
        self.span_changed.emit(*self._camera.span)

    def _take_events(self) -> None:
        """Take the model's events anew."""
        model = self._event_model()
        events = model.events if model is not None else EventIndex.empty()
        # First: the camera's moves draw the lanes, and these must be of the new events.
        self.swimlanes.set_events(events)
        self._camera.set_extent(extent_of(events))
        self._home = home_of(events)
        if self._home is not None and self._fit_pending:
            self._camera.show(self._camera.fitted(*self._home))
        else:
            self._camera.set_width(self.viewport().width())

    def _on_regrouped(self) -> None:
        self._previous = None
        self._lane_at_hand = -1
        self.updateGeometries()
        self._camera.set_width(self.viewport().width())
        self._rearrange()
        self.events_changed.emit()

    def _rearrange(self) -> None:
        """Let the next paint, or the next question, arrange the picture anew."""
        self._scene = None
        self._set_scroll_range()
        # Without events there is no time to measure.
        self._ruler.setEnabled(bool(self.swimlanes.lanes))
        self._ruler.show_scale(self._camera.scale, _now())
        scene = self.scene() if self._has_headers() else None
        if scene is not None:
            self._headers.show_scene(scene, self._ruler.height())
        self.stretch.place(self._camera.scale, self.viewport().geometry())
        self.viewport().update()

    def _ask_for_grouping(self) -> None:
        self.lane_menu_wanted.emit(-1, self._chooser.mapToGlobal(self._chooser.rect().bottomLeft()))

    def _on_stretch(self) -> None:
        self.stretch.place(self._camera.scale, self.viewport().geometry())
        self.viewport().update()

    def _threads(self) -> tuple[int, ...]:
        """Return the rows of the index whose marks are tied together over the lanes."""
        if not self.lanes.overlaps:
            return ()
        return tuple(sorted(self._pinned()))[:MOST_THREADS]

    def _event_model(self) -> EventModel | None:
        return cast("EventModel | None", self.model())

    def _middle(self, row: int) -> float:
        model = self._event_model()
        assert model is not None
        return (int(model.events.starts[row]) + int(model.events.ends[row])) / 2

    def _chosen(self) -> ChosenRows:
        # Views have no selection model until they have a model, whatever Qt's stubs say.
        return ChosenRows.of(cast("QItemSelectionModel | None", self.selectionModel()))

    def _pinned(self) -> set[int]:
        current = self.currentIndex()
        return {*self._chosen().first(_MOST_PINNED), *([current.row()] if current.isValid() else [])}

    def _has_headers(self) -> bool:
        return self.lanes is not LaneGrouping.NONE and bool(self.swimlanes.lanes)

    def _set_scroll_range(self) -> None:
        layout = self.swimlanes.layout(self.viewport().size(), self._labels.metrics)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(layout.open_height)
        bar.setRange(0, max(layout.height - height, 0))

    def _paint_focus(self, painter: QPainter) -> None:
        """Draw a line around the canvas: the keys act here."""
        painter.setPen(QPen(current_theme().accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_empty(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.fillRect(self.viewport().rect(), theme.surface)
        painter.setPen(theme.muted)
        painter.setFont(self._labels.fonts.title)
        words = self.tr("No events to show. Drop articles here, or clear the filter.")
        em = self._labels.metrics.gap
        box = QRectF(self.viewport().rect()).adjusted(4 * em, em, -4 * em, -em)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _draw_part(part: Ruler | LaneHeaders, painter: QPainter) -> None:
    painter.save()
    painter.translate(part.pos())
    part.draw(painter)
    painter.restore()


def _now() -> float:
    """Return the present as civil time where the reader is: what instants are counted in."""
    here = time.localtime()
    return time.time() + here.tm_gmtoff
