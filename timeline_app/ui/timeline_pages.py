"""The timeline on paper: as many pages as its time and its lanes take, painted by the widget itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontInfo

from timeline_app.domain.event_groups import GroupBy
from timeline_app.ui.theme import LIGHT, on_paper, palette_of
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

MOST_PAGES = 300


class TimelinePages:
    """Cuts time into pages that each show as much of it as the view on the screen does.

    Pages on which no event begins or ends are left out. Lanes that do not fit on a page go on, under the same stretch of time, on
    the pages after it. The pages have the reader's lanes, order and filter, but are always light, as paper is.

    Args:
        timeline: The view on the screen.
        page: The size of a page in logical pixels.
        whole_time: All events, or only the stretch in view.
    """

    def __init__(self, timeline: TimelineView, page: QSize, *, whole_time: bool) -> None:
        self.page = page
        first, last = timeline.visible_span()
        self._span = last - first
        self._starts = _stretches(timeline, self._span) if whole_time else [first]
        self._sheet = _sheet_like(timeline, page.width())
        self._sheet.set_visible_span(first, last)
        self.content_height = self._sheet.full_height()
        self._top = self._sheet.canvas_top()
        room = page.height() - self._top
        self._rows = max(1, math.ceil((self.content_height - self._top) / room))
        self._sheet.resize(page.width(), max(page.height(), self._top + self._rows * room))

    def __len__(self) -> int:
        return len(self._starts) * self._rows

    @property
    def page_rect(self) -> QRect:
        """A page in logical pixels."""
        return QRect(0, 0, self.page.width(), self.page.height())

    def close(self) -> None:
        """Let go of the sheet; nothing can be painted any more."""
        self._sheet.close()
        self._sheet.deleteLater()

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, at the painter's origin, a logical pixel a unit."""
        column, row = divmod(number, self._rows)
        start = self._starts[column]
        self._sheet.set_visible_span(start, start + self._span)
        width, room = self.page.width(), self.page.height() - self._top
        canvas = self._sheet.viewport().pos()
        painter.fillRect(self.page_rect, LIGHT.window)
        with on_paper():
            # Not `QWidget.render`: on a printer it makes an image of everything, letters too.
            painter.save()
            painter.setClipRect(0, self._top, width, room)
            painter.translate(0, -row * room)
            self._sheet.edges.draw_headers(painter)
            painter.setClipRect(QRect(canvas, self._sheet.viewport().size()), Qt.ClipOperation.IntersectClip)
            painter.translate(canvas)
            self._sheet.draw(painter)
            painter.restore()
            painter.save()
            painter.setClipRect(0, 0, width, self._top)
            self._sheet.edges.draw_ruler(painter)
            painter.restore()


def _stretches(timeline: TimelineView, span: int) -> list[int]:
    """Return where the stretches of this length begin that hold a start or an end of an event, in order."""
    extent = timeline.extent()
    if extent is None:
        return [timeline.visible_span()[0]]
    if extent[1] - extent[0] <= span:
        # Less than the view shows: in the middle of its page.
        return [(extent[0] + extent[1] - span) // 2]
    edges = np.concatenate([np.concatenate([lane.starts, lane.ends - 1]) for lane in timeline.lane_columns()])
    return [int(number) * span + extent[0] for number in np.unique((edges - extent[0]) // span)]


def _sheet_like(timeline: TimelineView, width: int) -> TimelineView:
    """Return a view of the same events in the same lanes that never comes to the screen."""
    sheet = TimelineView()
    sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sheet.setPalette(palette_of(LIGHT))
    # In pixels of the page: points would become pixels of the printer, which are many times smaller.
    font = timeline.font()
    font.setPixelSize(QFontInfo(font).pixelSize())
    sheet.setFont(font)
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
