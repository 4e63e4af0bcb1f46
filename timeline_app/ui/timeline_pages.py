"""The timeline on paper: as many pages as its time and its lanes take, painted by the widget itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QRegion

from timeline_app.domain.event_groups import GroupBy
from timeline_app.ui.theme import LIGHT, palette_of
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

MOST_PAGES = 300


class TimelinePages:
    """Cuts a stretch of time into pages that each show as much time as the view on the screen does.

    Lanes that do not fit on a page go on, under the same ruler's time, on the pages after it. The pages have the reader's lanes,
    order and filter, but are always light, as paper is.

    Args:
        timeline: The view on the screen.
        page: The size of a page in logical pixels.
        start, end: The instants between which everything is shown; None for the stretch in view, which is one page wide.
    """

    def __init__(self, timeline: TimelineView, page: QSize, start: float | None = None, end: float | None = None) -> None:
        self.page = page
        first, last = timeline.visible_span()
        self._sheet = _sheet_like(timeline, page.width())
        self._span = last - first
        self._start = float(first if start is None else start)
        stretch = self._span if start is None or end is None else max(end - start, 1)
        self._columns = max(1, math.ceil(stretch / self._span))
        if start is not None and self._columns == 1:
            # Less than the view shows: in the middle of its page.
            self._start -= (self._span - stretch) / 2
        self._sheet.set_visible_span(self._start, self._start + self._span)
        self.content_height = self._sheet.full_height()
        self._top = self._sheet.canvas_top()
        room = page.height() - self._top
        self._rows = max(1, math.ceil((self.content_height - self._top) / room))
        self._sheet.resize(page.width(), max(page.height(), self._top + self._rows * room))

    def __len__(self) -> int:
        return self._columns * self._rows

    def close(self) -> None:
        """Let go of the sheet; nothing can be painted any more."""
        self._sheet.close()
        self._sheet.deleteLater()

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, at the painter's origin, a logical pixel a unit."""
        column, row = divmod(number, self._rows)
        start = self._start + column * self._span
        self._sheet.set_visible_span(start, start + self._span)
        width, room = self.page.width(), self.page.height() - self._top
        with _restored(painter):
            painter.setClipRect(0, 0, width, self._top)
            self._sheet.render(painter, QPoint(0, 0), QRegion(0, 0, width, self._top))
        below = QRect(0, self._top + row * room, width, room)
        with _restored(painter):
            painter.setClipRect(0, self._top, width, room)
            self._sheet.render(painter, QPoint(0, self._top), QRegion(below))


class _restored:  # noqa: N801 - a context manager, read as a word
    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.save()

    def __exit__(self, *_error: object) -> None:
        self._painter.restore()


def _sheet_like(timeline: TimelineView, width: int) -> TimelineView:
    """Return a view of the same events in the same lanes that never comes to the screen."""
    sheet = TimelineView()
    sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sheet.setPalette(palette_of(LIGHT))
    sheet.setFont(timeline.font())
    sheet.set_motion(False)
    sheet.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    sheet.resize(width, 400)
    if timeline.lanes.overlaps:
        by = GroupBy[timeline.lanes.name]
        groups = timeline.swimlanes.groups(by)
        if groups is not None:
            sheet.swimlanes.set_groups(by, groups)
    sheet.setModel(timeline.model())
    sheet.restore(timeline.view_state())
    sheet.show()
    return sheet
