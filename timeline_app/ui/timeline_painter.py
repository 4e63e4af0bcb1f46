"""Draws a Scene: the ground with its calendar lines, then each lane at its level, then what is selected and pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from timeline_app.domain.event_index import KINDS
from timeline_app.timeline.scene import Level, Mark, More
from timeline_app.ui.timeline_density import paint_density
from timeline_app.ui.timeline_glyphs import glyph
from timeline_app.ui.timeline_ground import paint_edges, paint_ground
from timeline_app.ui.timeline_periods import DAY, UNSURE, PeriodLook, paint_period
from timeline_app.ui.timeline_threads import paint_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.timeline.scene import Bars, Dots, LaneScene, Scene
    from timeline_app.timeline.ticks import Step
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline_labels import Labels

_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_IN_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class Look:
    """What the picture depends on besides the Scene."""

    theme: Theme
    labels: Labels
    events: EventIndex
    step: Step
    ratio: float
    colours: tuple[QColor, ...]
    """Of the lanes, by number."""
    is_selected: Callable[[int], bool]
    current: int = -1
    has_focus: bool = False
    hovered: Mark | More | None = None
    now: float = 0.0
    stretch: tuple[float, float] | None = None
    """The stretch of time that the reader marked, in pixels."""
    threads: tuple[int, ...] = ()
    """Rows of the index whose marks are tied together over the lanes."""


class ScenePainter:
    """One use: build it, call `paint`."""

    def __init__(self, painter: QPainter, scene: Scene, look: Look) -> None:
        self._painter = painter
        self._scene = scene
        self._look = look
        self._theme = look.theme
        self._size = look.labels.metrics
        self._inset = 1.5 * self._size.gap
        """How far from the left edge the words of what began earlier are kept."""
        self._width, self._height = scene.viewport.width, scene.viewport.height

    def paint(self) -> None:
        """Draw everything."""
        paint_ground(self._painter, self._scene, self._theme, self._look.step, self._look.ratio)
        paint_threads(self._painter, self._scene, self._look.threads, self._look.labels, self._theme)
        for lane in self._scene.in_sight:
            self._lane(lane)
        paint_edges(self._painter, self._scene, self._theme, 2 * self._size.gap, self._look.ratio)
        self._stretch()
        self._present()

    # -- time that is marked ----------------------------------------------------------------------------------------------

    def _present(self) -> None:
        x = self._scene.scale.x(self._look.now)
        if 0 <= x < self._width:
            self._painter.fillRect(int(x), 0, 1, self._height, self._theme.now)

    def _stretch(self) -> None:
        if self._look.stretch is None:
            return
        left, right = self._look.stretch
        tint = QColor(self._theme.accent)
        tint.setAlpha(30)
        box = QRectF(left, 0, right - left, self._height)
        self._painter.fillRect(box, tint)
        for border in (left, right):
            self._painter.fillRect(QRectF(round(border), 0, 1, self._height), self._theme.accent)

    # -- a lane ----------------------------------------------------------------------------------------------------------

    def _lane(self, lane: LaneScene) -> None:
        if len(self._scene.lanes) > 1:
            self._painter.fillRect(0, lane.bottom - 1, self._width, 1, self._theme.line)
        if lane.bars is not None:
            self._bars(lane.bars, self._look.colours[lane.number])
        self._poles(lane)
        if lane.dots is not None:
            self._dots(lane.dots)
        draw = self._card if lane.level is Level.CARDS else self._title
        for mark in lane.marks:
            if mark.left < self._width:
                draw(mark)
        self._counts(lane.more)

    def _bars(self, bars: Bars, colour: QColor) -> None:
        if bars.bottom <= bars.top:
            return
        paint_density(self._painter, bars, self._width, colour, self._look.ratio)
        self._painter.fillRect(QRectF(0, bars.bottom, self._width, 1), self._theme.line)

    def _dots(self, dots: Dots) -> None:
        """Draw the dots of each look with its one pixmap."""
        draw, events = self._painter.drawPixmap, self._look.events
        fuzzy = (events.granularities[dots.rows] > DAY) | (events.flags[dots.rows] & UNSURE > 0)
        looks = events.kinds[dots.rows].astype(np.int64) * 2 + fuzzy
        pixmaps: dict[int, QPixmap] = {}
        columns = (dots.lefts.astype(np.int64), dots.tops.astype(np.int64), looks, dots.rows)
        for left, top, look, row in zip(*(column.tolist() for column in columns), strict=True):
            pixmap = pixmaps.get(look)
            if pixmap is None:
                pixmap = pixmaps[look] = self._glyph(row, dots.size)
            draw(left, top, pixmap)
        hovered = self._look.hovered
        if isinstance(hovered, Mark) and hovered.level is Level.DOTS:
            box = QRectF(hovered.left, hovered.top, dots.size, dots.size).adjusted(-1, -1, 1, 1)
            self._rounded(box, None, self._theme.text)

    def _counts(self, counts: Sequence[More]) -> None:
        """Write how many events have no room."""
        painter, theme, hovered, locale = self._painter, self._theme, self._look.hovered, QLocale()
        painter.setFont(self._look.labels.fonts.small)
        painter.setPen(theme.muted)
        inset = self._size.gap // 2
        for more in counts:
            is_wide = more.right - more.left > 3 * self._size.count_width
            left = more.left + inset if is_wide else more.left
            box = QRectF(left, more.top, more.right - left, more.bottom - more.top)
            words = "+" + locale.toString(len(more.rows))
            pointed_at = isinstance(hovered, More) and (hovered.lane, hovered.left) == (more.lane, more.left)
            if pointed_at:
                painter.setPen(theme.accent)
            painter.drawText(box, _AT_LEFT if is_wide else _IN_MIDDLE, words)
            if pointed_at:
                painter.setPen(theme.muted)

    # -- marks -----------------------------------------------------------------------------------------------------------

    def _title(self, mark: Mark) -> None:
        painter, theme, labels = self._painter, self._theme, self._look.labels
        limit = self._scene.title_limit
        if mark.pole is not None:
            # Words over dots are cut to the room that they found.
            limit = min(limit, int(mark.right - mark.left))
        if mark.has_bar and mark.left < 0:
            # What is left of a period that began before the canvas may be shorter than its words: they are cut anew.
            limit = min(limit, int(mark.right - self._inset) // self._size.gap * self._size.gap)
        words = labels.title(mark.row, limit)
        selected = self._look.is_selected(mark.row)
        width = labels.widths([mark.row], limit)[0]
        # The words of a long period stay in view as long as it does.
        left = mark.left if not mark.has_bar else max(mark.left, min(self._inset, mark.right - width))
        left = round(left)
        box = QRectF(left, mark.top + 1, width, mark.bottom - mark.top - 2)
        if mark.has_bar:
            paint_period(self._painter, mark, box, self._period_look(mark.row))
        if selected:
            self._rounded(box, theme.accent, None)
        elif self._is_hovered(mark):
            self._rounded(box, theme.raised, theme.line)
        size = self._size.dot
        middle = mark.top + (mark.bottom - mark.top) / 2
        ink = theme.on_accent if selected else theme.text
        painter.drawPixmap(
            left + self._size.gap // 3, round(middle - size / 2), self._glyph(mark.row, size, selected=selected)
        )
        painter.setPen(ink)
        painter.setFont(labels.fonts.title)
        painter.drawStaticText(QPointF(left + labels.indent, round(middle - words.size().height() / 2)), words)
        self._focus(mark, box)

    def _card(self, mark: Mark) -> None:
        painter, theme, labels = self._painter, self._theme, self._look.labels
        selected, size = self._look.is_selected(mark.row), self._size
        left = mark.left if not mark.has_bar else max(mark.left, min(self._inset, mark.right - size.card_width))
        box = QRectF(round(left) + 0.5, mark.top + 0.5, size.card_width - 1, size.card_height - 1)
        if mark.has_bar:
            paint_period(self._painter, mark, box, self._period_look(mark.row))
        hovered = self._is_hovered(mark)
        self._rounded(box, theme.accent if selected else theme.raised, theme.muted if hovered else theme.line)
        pad = size.pad
        x, y = box.left() + pad, box.top() + pad * 0.8
        card = labels.card(mark.row, size.card_width - 2 * pad)
        ink, quiet = (theme.on_accent, theme.on_accent) if selected else (theme.text, theme.muted)
        line = card.date.size().height()
        painter.drawPixmap(
            round(x), round(y + (line - size.dot) / 2), self._glyph(mark.row, size.dot, selected=selected)
        )
        painter.setFont(labels.fonts.small)
        painter.setPen(quiet)
        painter.drawStaticText(QPointF(x + labels.indent, y), card.date)
        painter.drawStaticText(QPointF(x, box.bottom() - pad * 0.8 - card.foot.size().height()), card.foot)
        painter.setFont(labels.fonts.strong)
        painter.setPen(ink)
        y += line + pad * 0.4
        for words in card.title:
            painter.drawStaticText(QPointF(x, y), words)
            y += words.size().height()
        self._focus(mark, box)

    def _glyph(self, row: int, size: int, *, selected: bool = False) -> QPixmap:
        events, theme = self._look.events, self._theme
        kind = KINDS[events.kinds[row]]
        ink = theme.on_accent if selected else theme.kinds[kind]
        ground = theme.accent if selected else theme.surface
        is_fuzzy = bool(events.granularities[row] > DAY or events.flags[row] & UNSURE)
        return glyph(kind, ink.rgba(), ground.rgba(), size, self._look.ratio, fuzzy=is_fuzzy)

    def _period_look(self, row: int) -> PeriodLook:
        events = self._look.events
        ink = self._theme.kinds[KINDS[events.kinds[row]]]
        flags, granularity = int(events.flags[row]), int(events.granularities[row])
        return PeriodLook(flags, granularity, ink, self._size.gap, self._width, self._look.ratio)

    def _is_hovered(self, mark: Mark) -> bool:
        hovered = self._look.hovered
        return isinstance(hovered, Mark) and hovered.row == mark.row and hovered.lane == mark.lane

    def _focus(self, mark: Mark, box: QRectF) -> None:
        if mark.row == self._look.current and self._look.has_focus:
            self._rounded(box.adjusted(-2, -2, 2, 2), None, self._theme.text, 1.5)

    def _poles(self, lane: LaneScene) -> None:
        """Tie the titles that stand above dots or bars to their time below."""
        ground = lane.bottom - self._size.count_height
        for mark in lane.marks:
            if mark.pole is not None and 0 <= mark.pole < self._width:
                colour = self._theme.accent if self._look.is_selected(mark.row) else self._theme.line
                top = round((mark.top + mark.bottom) / 2)
                self._painter.fillRect(int(mark.pole), top, 1, ground - top, colour)

    def _rounded(self, box: QRectF, fill: QColor | None, outline: QColor | None, weight: float = 1) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(outline, weight) if outline is not None else Qt.PenStyle.NoPen)
        radius = self._size.gap * 0.5
        painter.drawRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
