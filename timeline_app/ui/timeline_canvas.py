"""The surface of the timeline: an item view that follows a model's events and draws them along time.

Where it goes is in `timeline_travel`; what the reader does to it, in `timeline_view`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.arrange import arrange
from timeline_app.timeline.extent import Extent, extent_of, home_of
from timeline_app.timeline.lanes import lane_of
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_arrows import paint_arrows
from timeline_app.ui.timeline_camera import Camera
from timeline_app.ui.timeline_chosen import ChosenRows
from timeline_app.ui.timeline_edges import Edges, now
from timeline_app.ui.timeline_ground import paint_empty, paint_focus
from timeline_app.ui.timeline_headers import lane_colours
from timeline_app.ui.timeline_labels import Fonts, Labels
from timeline_app.ui.timeline_painter import Look, ScenePainter
from timeline_app.ui.timeline_stretch import MarkedStretch
from timeline_app.ui.timeline_swimlanes import Swimlanes
from timeline_app.ui.timeline_threads import MOST_THREADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from timeline_app.models.event_model import EventModel, Index
    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.layout import LaneLayout
    from timeline_app.timeline.scene import Mark, More, Scene, Viewport

_MOST_PINNED = 100
"""Selected events whose titles are shown come what may."""


class TimelineCanvas(QAbstractItemView):
    """Holds the parts (lanes, camera, words, edges, the marked stretch) and the picture that follows from them.

    Pixels of the viewport are the scale's.
    """

    span_changed = Signal(float, float)
    """The instants at the edges of the canvas."""

    events_changed = Signal()
    """There are other events, or other lanes of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swimlanes = Swimlanes(self)
        self.empty_words = ""
        """What is said where there are no events."""
        self.labels = Labels(Fonts.of(self.font()))
        self.camera = Camera(self)
        self.edges = Edges(self.swimlanes, self.labels.fonts, self)
        self.stretch = MarkedStretch(self.swimlanes, self)
        self._home: Extent | None = None
        self._lane_at_hand = -1
        self._scene: Scene | None = None
        self._previous: Scene | None = None
        self._fit_pending = True
        self._linear_bars = False
        self.swimlanes.regrouped.connect(self._on_regrouped)
        self.swimlanes.laid_out.connect(self._rearrange)
        self.camera.moved.connect(self._on_moved)
        self.stretch.changed.connect(self._on_stretch)
        self._set_up()

    def _set_up(self) -> None:
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
        start, end = self.camera.span
        return round(start), round(end)

    def set_linear_bars(self, wanted: bool) -> None:
        """Make bars as high as there are events, or by the order of magnitude."""
        self._linear_bars = wanted
        self.viewport().update()

    def set_week_start(self, days_after_monday: int) -> None:
        """Let weeks begin so many days after Monday."""
        self.edges.ruler.week_offset = days_after_monday
        self.edges.ruler.update()
        self.viewport().update()

    def extent(self) -> tuple[int, int] | None:
        """Return the first start and the last end of the events; None where there are none."""
        return self.camera.extent

    def home(self) -> tuple[int, int] | None:
        """Return the stretch that the view opens with: all events but those far from the others."""
        return self._home

    def outside(self, start: float, end: float) -> tuple[int, int]:
        """Return how many events are over before one instant, and how many begin at or after another."""
        events = self.events()
        return int((events.ends <= start).sum()), int((events.starts >= end).sum())

    def events(self) -> EventIndex:
        """Return the events shown."""
        model = cast("EventModel | None", self.model())
        return model.events if model is not None else EventIndex.empty()

    def lane_columns(self) -> tuple[Lane, ...]:
        """Return the lanes, whose columns hold every event."""
        return self.swimlanes.lanes

    def scene(self) -> Scene | None:
        """Return the picture as it is painted; None where there are no events."""
        if self._scene is None and self.swimlanes.lanes:
            self._scene = self._previous = arrange(
                self.swimlanes.lanes,
                self.camera.scale,
                self._canvas(),
                self.labels.metrics,
                self.labels,
                pinned=self._pinned(),
                previous=self._previous,
            )
        return self._scene

    def _canvas(self) -> Viewport:
        return self.swimlanes.viewport(self.viewport().size(), self.verticalOffset())

    @property
    def row_height(self) -> int:
        """The height of a row of titles."""
        return self.labels.metrics.row_height

    def canvas_top(self) -> int:
        """Return how many pixels the ruler takes above the lanes."""
        return self.viewport().geometry().y()

    def full_height(self) -> int:
        """Return how tall the view would have to be to show all lanes at once."""
        return self.canvas_top() + self.swimlanes.layout(self.viewport().size(), self.labels.metrics).height

    # -- what it follows -----------------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model's events."""
        super().setModel(model)
        self.labels.set_model(cast("EventModel | None", model))
        self._take_events()

    def reset(self) -> None:
        """Follow the model to another snapshot; the stretch of time in view stays."""
        super().reset()
        self.stretch.clear()
        self.labels.forget()
        self._take_events()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Read words anew."""
        super().dataChanged(top_left, bottom_right, list(roles))
        self.labels.forget()
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
        title = self.labels.summary(current.row()).title if current.isValid() else ""
        self.setAccessibleName(self.tr("Timeline: {event}").format(event=title) if title else self.tr("Timeline"))
        self.setAccessibleDescription(spoken)
        if spoken and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _take_events(self) -> None:
        """Take the model's events anew."""
        events = self.events()
        # First: the camera's moves draw the lanes, and these must be of the new events.
        self.swimlanes.set_events(events)
        self.camera.set_extent(extent_of(events))
        self._home = home_of(events)
        if self._home is not None and self._fit_pending:
            self.camera.show(self.camera.fitted_with_words(*self._home))
        else:
            self.camera.set_width(self.viewport().width())

    def _on_regrouped(self) -> None:
        self._previous = None
        self._lane_at_hand = -1
        self.updateGeometries()
        self.camera.set_width(self.viewport().width())
        self._rearrange()
        self.events_changed.emit()

    def _on_moved(self) -> None:
        self._rearrange()
        self.span_changed.emit(*self.camera.span)

    def _on_stretch(self) -> None:
        self.stretch.place(self.camera.scale, self.viewport().geometry())
        self.viewport().update()

    def _rearrange(self) -> None:
        """Let the next paint, or the next question, arrange the picture anew."""
        self._scene = None
        layout = self._set_scroll_range()
        self.edges.follow(self.camera.scale, layout, self._canvas(), self.scene)
        self.stretch.place(self.camera.scale, self.viewport().geometry())
        self.viewport().update()

    # -- drawing -------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture."""
        painter = QPainter(self.viewport())
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the lanes at the painter's origin."""
        scene = self.scene()
        if scene is None:
            paint_empty(painter, self.viewport().rect(), self.empty_words, self.labels, current_theme())
        else:
            look = self._look()
            ScenePainter(painter, scene, look).paint()
            paint_arrows(painter, scene, self.labels.metrics, look.theme)
        if self.hasFocus():
            paint_focus(painter, self.viewport().rect(), current_theme())

    def _look(self) -> Look:
        marked, x, theme = self.stretch.span, self.camera.scale.x, current_theme()
        return Look(
            theme,
            self.labels,
            self.events(),
            self.edges.ruler.step,
            self.devicePixelRatioF(),
            lane_colours(self.swimlanes.lanes, self.swimlanes.grouping, theme),
            self._chosen().__contains__,
            self.currentIndex().row(),
            lane_of(self.swimlanes.lanes, self.currentIndex().row(), self._lane_at_hand),
            self.hasFocus(),
            self._hovered(),
            now(),
            (x(marked[0]), x(marked[1])) if marked else None,
            self._threads(),
            linear_bars=self._linear_bars,
        )

    def _hovered(self) -> Mark | More | None:
        """Return what the pointer is over: a view with a pointer says so."""
        return None

    def _threads(self) -> tuple[int, ...]:
        """Return the rows of the index whose marks are tied together over the lanes."""
        if not self.swimlanes.grouping.overlaps:
            return ()
        return tuple(sorted(self._pinned()))[:MOST_THREADS]

    # -- sizes ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stretch of time in view."""
        super().resizeEvent(event)
        self.updateGeometries()
        self.camera.set_width(self.viewport().width())
        self._rearrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self.labels.set_fonts(Fonts.of(self.font()))
            self.edges.set_fonts(self.labels.fonts)
            self.updateGeometries()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._rearrange()

    def updateGeometries(self) -> None:
        """Place ruler and lane names around the canvas and set the range of the scroll bar."""
        super().updateGeometries()
        left, above = self.edges.margins()
        self.setViewportMargins(left, above, 0, 0)
        self.edges.place(self.viewport().geometry())
        self._set_scroll_range()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw the lanes at their new height."""
        self._rearrange()

    def verticalOffset(self) -> int:
        """Return how many pixels of the lanes are above the canvas."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: time has no scroll bar; the overview bar is one."""
        return 0

    def _set_scroll_range(self) -> LaneLayout:
        layout = self.swimlanes.layout(self.viewport().size(), self.labels.metrics)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(layout.open_height)
        bar.setRange(0, max(layout.height - height, 0))
        return layout

    # -- the selection -------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        """Show the focus; unlike Qt's other views, make no event the current one unasked."""
        QWidget.focusInEvent(self, event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def _chosen(self) -> ChosenRows:
        # Views have no selection model until they have a model, whatever Qt's stubs say.
        return ChosenRows.of(cast("QItemSelectionModel | None", self.selectionModel()))

    def _pinned(self) -> set[int]:
        """Return the rows whose titles are shown come what may."""
        current = self.currentIndex()
        return {*self._chosen().first(_MOST_PINNED), *([current.row()] if current.isValid() else [])}
