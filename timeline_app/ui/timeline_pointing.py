"""What is under the pointer: an event, a count of those that have no room, an arrow; what a click there means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPointF, Qt, Signal

from timeline_app.models import texts
from timeline_app.timeline.scene import Mark, More
from timeline_app.ui.timeline_arrows import Arrow, arrows_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent

    from timeline_app.ui.timeline_view import TimelineView

Modifier = Qt.KeyboardModifier


class Pointing(QObject):
    """Answers for a point of the canvas by asking the picture that is drawn there.

    `hovered` is the mark or count under the pointer, None where neither is.
    """

    list_wanted = Signal(object, object)
    """Rows (int32 array) of events that are counted where they have no room, and the place (QPoint) on the screen."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered: Mark | More | None = None

    def click(self, event: QMouseEvent) -> None:
        """Select what is under the pointer, list what is counted there, or put away what is marked or selected."""
        view, at = self._view, event.position()
        arrow = self.arrow_at(at)
        if arrow is not None:
            view.scroll_rows(arrow.y, arrow.rows)
            return
        mark = self._mark_at(at)
        if mark is not None:
            view.reach_lane(mark.lane)
            view.select_row(mark.row, event.modifiers())
            return
        rows = self.counted_at(at)
        if len(rows):
            self.list_wanted.emit(rows, event.globalPosition().toPoint())
        elif view.stretch.span is not None:
            view.stretch.clear()
        elif not event.modifiers() and view.selectionModel() is not None:
            view.selectionModel().clear()

    def hover(self, at: QPointF) -> None:
        """Show that what is under the pointer can be pressed."""
        scene, canvas = self._view.scene(), self._view.viewport()
        found: Mark | More | None = self._mark_at(at)
        if found is None and scene is not None:
            found = scene.more_at(at.x(), at.y())
        can_press = found is not None or self.arrow_at(at) is not None
        shape = Qt.CursorShape.PointingHandCursor if can_press else Qt.CursorShape.OpenHandCursor
        if canvas.cursor().shape() != shape:
            canvas.setCursor(shape)
        if not _same(found, self.hovered):
            self.hovered = found
            canvas.update()

    def leave(self) -> None:
        """Point at nothing."""
        self.hovered = None
        self._view.viewport().update()

    def tooltip_at(self, at: QPointF) -> str:
        """Say what is under a point: an event in full, or how many are counted there."""
        mark = self._mark_at(at)
        if mark is not None:
            return self._in_full(mark.row)
        count = len(self.counted_at(at))
        return texts.event_count(count) if count else ""

    def arrow_at(self, at: QPointF) -> Arrow | None:
        """Return the arrow under a point."""
        scene = self._view.scene()
        arrows = arrows_of(scene, self._view.labels.metrics) if scene is not None else []
        return next((arrow for arrow in arrows if arrow.box.contains(at)), None)

    def counted_at(self, at: QPointF) -> NDArray[np.int32]:
        """Return the rows of the events that are counted at a point."""
        scene = self._view.scene()
        return scene.counted_at(at.x(), at.y()) if scene is not None else np.empty(0, np.int32)

    def list_nearest(self, x: float, lane_at_hand: int) -> None:
        """Ask for the list of the events that are counted nearest to a pixel, in the lane at hand if there are some."""
        scene, canvas = self._view.scene(), self._view.viewport()
        lanes = scene.in_sight if scene is not None else ()
        for lane in sorted(lanes, key=lambda lane: (lane.number != lane_at_hand, lane.number)):
            middles = [(more.left + more.right) / 2 for more in lane.more]
            if lane.bars is not None:
                middles.append(min(max(x, 0), canvas.width() - 1))
            for middle in sorted(middles, key=lambda at: abs(at - x)):
                at = QPointF(middle, lane.more[0].top + 1 if lane.more else lane.bottom - 1)
                rows = self.counted_at(at)
                if len(rows):
                    self.list_wanted.emit(rows, canvas.mapToGlobal(at.toPoint()))
                    return

    def _mark_at(self, at: QPointF) -> Mark | None:
        scene = self._view.scene()
        return scene.mark_at(at.x(), at.y()) if scene is not None else None

    def _in_full(self, row: int) -> str:
        events, summary = self._view.events(), self._view.labels.summary(row)
        dated = texts.period(events.period(row), with_weekday=True)
        stated = self.tr("“{words}”").format(words=summary.stated) if summary.stated else ""
        kind = texts.event_kind(events.kind(row))
        lines = (
            summary.title,
            " · ".join(filter(None, (dated, stated))),
            " · ".join(filter(None, (kind, summary.outlet))),
        )
        return "\n".join((*filter(None, lines), ", ".join(summary.participants))).strip()


def _same(one: Mark | More | None, other: Mark | More | None) -> bool:
    """Tell whether two things under the pointer are one, though arranged twice."""
    if isinstance(one, Mark) and isinstance(other, Mark):
        return (one.row, one.lane, one.level) == (other.row, other.lane, other.level)
    if isinstance(one, More) and isinstance(other, More):
        return (one.lane, one.left) == (other.lane, other.left)
    return one is None and other is None
