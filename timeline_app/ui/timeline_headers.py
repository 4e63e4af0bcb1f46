"""The names of the lanes, at the left of the canvas and always in view: a press folds a lane to a strip, another opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.models import texts
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui.hairlines import Hairlines
from timeline_app.ui.theme import current_theme
from timeline_app.ui.tooltips import show_plain

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.layout import LaneLayout
    from timeline_app.timeline.scene import LaneScene, Scene, Viewport
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline_labels import Fonts
    from timeline_app.ui.timeline_swimlanes import Swimlanes


_MOST_OF_VIEW = 0.28
"""The share of the width of the timeline that names may take."""


def lane_colours(lanes: tuple[Lane, ...], grouping: LaneGrouping, theme: Theme) -> tuple[QColor, ...]:
    """Return the inks of lanes, by number."""
    if grouping is LaneGrouping.KIND:
        return tuple(theme.kinds[EventKind(lane.name)] for lane in lanes)
    if grouping is LaneGrouping.NONE:
        return (theme.accent,) * len(lanes)
    return tuple(
        theme.lanes[number % len(theme.lanes)] if lane.name else theme.muted for number, lane in enumerate(lanes)
    )


class LaneHeaders(QWidget):
    """Shows the name and the number of events of each lane in sight."""

    menu_wanted = Signal(int, object)
    """The number of a lane, and the place on the screen, where a menu of what can be done with it is asked for."""

    lane_reached = Signal(int)
    """The number of the lane that has the keyboard's focus now: it is to be in view."""

    def __init__(self, swimlanes: Swimlanes, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._swimlanes, self._view, self._fonts = swimlanes, parent, fonts
        self._scene: Scene | None = None
        self._top = 0
        self._at = 0
        self._common_folder = ""
        self._shown: object = None
        self._drawn: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Lanes"))
        swimlanes.regrouped.connect(self._on_regrouped)

    def set_fonts(self, fonts: Fonts) -> None:
        """Write in other faces."""
        self._fonts = fonts
        self._refresh()

    def name(self, lane: Lane) -> str:
        """Return what a lane is called."""
        grouping = self._swimlanes.grouping
        if self._swimlanes.is_waiting:
            return self.tr("Reading…")
        if grouping is LaneGrouping.KIND:
            return texts.event_kind(EventKind(lane.name))
        if lane.others:
            return self.tr("Others ({count})").format(count=QLocale().toString(lane.others))
        if grouping is LaneGrouping.PARTICIPANT_KIND and lane.name:
            return texts.participant_kind(ParticipantKind(lane.name))
        if grouping is LaneGrouping.FOLDER and lane.name:
            return _tail(lane.name, self._common_folder)
        return lane.name or self._nameless(grouping)

    def _nameless(self, grouping: LaneGrouping) -> str:
        """Return what the lane of the events is called that belong to no group."""
        return {
            LaneGrouping.OUTLET: self.tr("No outlet stated"),
            LaneGrouping.TAG: self.tr("No tag"),
            LaneGrouping.FOLDER: self.tr("No folder"),
        }.get(grouping, self.tr("Nobody named"))

    def preferred_width(self) -> int:
        """Return the width for the names of all lanes, neither cramped nor greedy; the canvas keeps most of the room."""
        metrics = QFontMetrics(self._fonts.strong)
        em = metrics.horizontalAdvance("n")
        widest = max((metrics.horizontalAdvance(self.name(lane)) for lane in self._swimlanes.lanes), default=0)
        most = min(28 * em, round(self._view.width() * _MOST_OF_VIEW))
        return min(max(widest + 6 * em, 14 * em), max(most, 8 * em))

    def show_scene(self, scene: Scene, top: int) -> None:
        """Show the lanes of a picture whose upper edge is `top` pixels down."""
        self._shown = self._told_by(scene.layout, scene.viewport, top)
        self._scene, self._top = scene, top
        self._drawn = None
        self.update()

    def shows(self, layout: LaneLayout, viewport: Viewport, top: int) -> bool:
        """Tell whether the names stand as they would beside a picture of this layout: a move in time leaves them where they are."""
        return self._shown == self._told_by(layout, viewport, top)

    def _told_by(self, layout: LaneLayout, viewport: Viewport, top: int) -> object:
        lanes, is_dark = self._swimlanes, current_theme().is_dark
        return id(lanes.lanes), layout, viewport.scroll, viewport.height, lanes.pinned, is_dark, top

    # -- the picture -----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the names: a pan leaves them what they were, so they are drawn once and kept."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.size() != self.size() * ratio:
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            painter = QPainter(self._drawn)
            self.draw(painter)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the names at the painter's origin."""
        theme = current_theme()
        painter.fillRect(self.rect(), theme.window)
        lines = Hairlines(painter)
        lines.upright(self.width() - 1, 0, self.height(), theme.line)
        if self._scene is None:
            return
        lines.level(self._top - 1, 0, self.width(), theme.line)
        painter.setClipRect(0, self._top, self.width(), self.height() - self._top)
        painter.translate(0, self._top)
        colours = lane_colours(self._scene.lanes, self._swimlanes.grouping, theme)
        for lane in self._scene.in_sight:
            self._lane(painter, lane, colours[lane.number])

    def _lane(self, painter: QPainter, lane: LaneScene, colour: QColor) -> None:
        assert self._scene is not None
        theme, source = current_theme(), self._scene.lanes[lane.number]
        strong, small = QFontMetrics(self._fonts.strong), QFontMetrics(self._fonts.small)
        em = strong.horizontalAdvance("n")
        Hairlines(painter).level(lane.bottom - 1, 0, self.width(), theme.line)
        painter.fillRect(0, lane.top, max(em // 3, 2), lane.bottom - lane.top - 1, colour)
        is_folded = lane.number in self._scene.layout.folded
        count = QLocale().toString(len(source))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        left, room = 3 * em, self.width() - 4 * em
        if is_folded:
            top = lane.top + (lane.bottom - lane.top - strong.height()) / 2
            room -= small.horizontalAdvance(count) + em
            place = QRectF(left, top, self.width() - left - em, strong.height())
            count_align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        else:
            # The name stays in view while its lane does.
            both = strong.height() + small.height()
            top = min(max(lane.top, 0) + em * 0.8, max(lane.bottom - both - em * 0.6, lane.top + em * 0.4))
            place, count_align = QRectF(left, top + strong.height(), room, small.height()), align
        self._triangle(painter, QPointF(1.9 * em, top + strong.height() / 2), em * 0.42, is_folded=is_folded)
        painter.setFont(self._fonts.strong)
        painter.setPen(theme.text)
        name = strong.elidedText(self.name(source), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, top, room + em, strong.height()), align, name)
        painter.setFont(self._fonts.small)
        painter.setPen(theme.muted)
        pinned = "" if is_folded or source.key not in self._swimlanes.pinned else " · " + self.tr("pinned")
        painter.drawText(place, count_align, count + pinned)
        if self.hasFocus() and lane.number == self._at:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(2, lane.top + 2, self.width() - 5, lane.bottom - lane.top - 5))

    def _triangle(self, painter: QPainter, centre: QPointF, half: float, *, is_folded: bool) -> None:
        """Point down over an open lane and right at a folded one, as trees do."""
        corners = ((-0.6, -1), (0.8, 0), (-0.6, 1)) if is_folded else ((-1, -0.6), (1, -0.6), (0, 0.8))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().muted)
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * half for x, y in corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    # -- the pointer and the keys ------------------------------------------------------------------------------------------

    def lane_at(self, y: float) -> int:
        """Return the number of the lane at a height of this widget, -1 where none is."""
        lane = self._scene.lane_at(y - self._top) if self._scene is not None and y >= self._top else None
        return lane.number if lane is not None else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold the lane."""
        number = self.lane_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._at = number
            self._swimlanes.toggle_fold(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take it: the press has done all there is to do."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a lane: with the keyboard, of the one that has the focus."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        number = self._at if by_key else self.lane_at(event.pos().y())
        if 0 <= number < len(self._swimlanes.lanes):
            self.menu_wanted.emit(number, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from lane to lane; fold or unfold the one that has the focus."""
        key, last = Qt.Key(event.key()), len(self._swimlanes.lanes) - 1
        steps = {Qt.Key.Key_Up: self._at - 1, Qt.Key.Key_Down: self._at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in steps:
            self._go(min(max(steps[key], 0), last))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at <= last:
            self._swimlanes.toggle_fold(self._at)
            self._go(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys act."""
        super().focusInEvent(event)
        self._go(min(self._at, max(len(self._swimlanes.lanes) - 1, 0)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they act elsewhere."""
        super().focusOutEvent(event)
        self._refresh()

    def event(self, event: QEvent) -> bool:
        """Draw anew in another theme; say a name in full that has no room."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.lane_at(event.pos().y())
            if number >= 0:
                lane = self._swimlanes.lanes[number]
                events = texts.event_count(len(lane))
                name = lane.name if self._swimlanes.grouping is LaneGrouping.FOLDER and lane.name else self.name(lane)
                show_plain(event.globalPos(), f"{name}\n{events}", self, self.rect())
            return True
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._refresh()
        return super().event(event)

    def _go(self, number: int) -> None:
        self._at = number
        if number < len(self._swimlanes.lanes):
            lane = self._swimlanes.lanes[number]
            state = self.tr("folded") if lane.key in self._swimlanes.folded else self.tr("open")
            events = texts.event_count(len(lane))
            self.setAccessibleDescription(f"{self.name(lane)}, {events}, {state}")
            self.lane_reached.emit(number)
        self._refresh()

    def _on_regrouped(self) -> None:
        self._at = 0
        names = [lane.name for lane in self._swimlanes.lanes if lane.name]
        self._common_folder = _common_beginning(names) if len(names) > 1 else ""
        self._refresh()

    def _refresh(self) -> None:
        self._shown = self._drawn = None
        self.update()


def _common_beginning(names: list[str]) -> str:
    first, last = min(names), max(names)
    return first[
        : next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    ]


def _tail(folder: str, common: str) -> str:
    """Return what tells a folder from others that share the beginning of their paths: from the last common separator on."""
    begin = max(common.rfind("/"), common.rfind("\\")) + 1
    return folder[begin:] or folder
