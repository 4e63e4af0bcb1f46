"""Draws single events: dots, titles and cards. What a thousand of them share is made once a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.domain.event_index import KINDS, EventFlag
from timeline_app.timeline.scene import Level, Mark
from timeline_app.ui.article_painting import faded
from timeline_app.ui.timeline_glyphs import glyph
from timeline_app.ui.timeline_periods import DAY, UNSURE, PeriodPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPixmap

    from timeline_app.timeline.scene import Dots, Scene
    from timeline_app.ui.timeline_labels import Hits
    from timeline_app.ui.timeline_painter import Look


_READ, _SKIMMED = int(EventFlag.READ), int(EventFlag.SKIMMED)
_WEIGHTS = (1.0, 0.82, 0.62)
"""How much of its square a glyph fills: of an event not seen, skimmed, read."""


class MarkPainter:
    """Draws the marks of a picture, lane by lane."""

    def __init__(self, painter: QPainter, scene: Scene, look: Look) -> None:
        self._painter = painter
        self._theme, self._labels, self._events = look.theme, look.labels, look.events
        self._look = look
        self._size = look.labels.metrics
        self._width, self._limit = scene.viewport.width, scene.title_limit
        self._inset = 1.5 * self._size.gap
        """How far from the left edge the words of what began earlier are kept."""
        self._periods = PeriodPainter(painter, self._size.gap, self._width, look.ratio)
        self._pixmaps: dict[tuple[int, bool, int, int, bool], QPixmap] = {}
        hovered = look.hovered
        self._hovered = (hovered.row, hovered.lane) if isinstance(hovered, Mark) else None
        self._focused = (look.current, look.current_lane) if look.has_focus else (-1, -1)

    def paint(self, marks: Sequence[Mark], level: Level) -> None:
        """Draw the marks of a lane, as titles or as cards."""
        shown = [mark for mark in marks if mark.left < self._width]
        if level is Level.CARDS:
            for mark in shown:
                self._card(mark)
        elif shown:
            self._titles(shown)

    def dots(self, dots: Dots) -> None:
        """Draw the dots of each look with its one pixmap."""
        draw, events, rows = self._painter.drawPixmap, self._events, dots.rows
        flags = events.flags[rows]
        looks = events.kinds[rows].astype(np.int64) * 6
        looks += ((events.granularities[rows] > DAY) | (flags & UNSURE > 0)) * 3
        looks += np.where(flags & _READ, 2, (flags & _SKIMMED) > 0)
        codes: list[int] = looks.tolist()
        pixmaps = {
            code: self._glyph(code // 6, dots.size, fuzzy=bool(code // 3 % 2), reading=code % 3) for code in set(codes)
        }
        lefts, tops = dots.lefts.astype(np.int64).tolist(), dots.tops.astype(np.int64).tolist()
        for left, top, code in zip(lefts, tops, codes, strict=True):
            draw(left, top, pixmaps[code])
        hovered = self._look.hovered
        if isinstance(hovered, Mark) and hovered.level is Level.DOTS:
            box = QRectF(hovered.left, hovered.top, dots.size, dots.size).adjusted(-1, -1, 1, 1)
            self._rounded(box, None, self._theme.text)

    def _titles(self, marks: Sequence[Mark]) -> None:
        painter, theme, labels, size = self._painter, self._theme, self._labels, self._size
        painter.setFont(labels.fonts.title)
        dot, gap, indent, is_selected = size.dot, size.gap, labels.indent, self._look.is_selected
        ink: QColor | None = None
        for mark in marks:
            row, selected = mark.row, is_selected(mark.row)
            limit = self._limit
            if mark.pole is not None:
                # Words over dots are cut to the room that they found.
                limit = min(limit, int(mark.right - mark.left))
            if mark.has_bar and mark.left < 0:
                # What is left of a period that began before the canvas may be shorter than its words: they are cut anew.
                limit = min(limit, int(mark.right - self._inset) // gap * gap)
            title = labels.title(row, limit)
            # The words of a long period stay in view as long as it does.
            left = mark.left if not mark.has_bar else max(mark.left, min(self._inset, mark.right - title.width))
            left = round(left)
            is_hovered = self._hovered == (row, mark.lane)
            if mark.has_bar or selected or is_hovered or row == self._focused[0]:
                self._behind(mark, QRectF(left, mark.top + 1, title.width, mark.bottom - mark.top - 2), is_hovered)
                ink = None
            middle = (mark.top + mark.bottom) / 2
            glyph_at, words_at = left + gap // 3, left + indent
            if mark.is_turned:
                glyph_at, words_at = round(mark.x0) + gap // 3, left + gap // 2
            painter.drawPixmap(glyph_at, round(middle - dot / 2), self._glyph_of(row, dot, selected=selected))
            wanted = (
                theme.on_accent if selected else theme.muted if self._events.flags.item(row) & _READ else theme.text
            )
            if ink is not wanted:
                painter.setPen(wanted)
                ink = wanted
            if title.hits and not selected:
                self._mark_hits(title.hits, QRectF(words_at, mark.top + 2, 0, mark.bottom - mark.top - 4))
            painter.drawStaticText(words_at, round(middle - title.rise), title.words)

    def _behind(self, mark: Mark, box: QRectF, is_hovered: bool) -> None:
        """Draw what is behind the words of a title: its period, and that it is selected, pointed at or current."""
        if mark.has_bar:
            self._period(mark, box)
        if self._look.is_selected(mark.row):
            self._rounded(box, self._theme.accent, None)
        elif is_hovered:
            self._rounded(box, self._theme.raised, self._theme.line)
        self._focus(mark, box)

    def _card(self, mark: Mark) -> None:
        painter, theme, labels = self._painter, self._theme, self._labels
        selected, size = self._look.is_selected(mark.row), self._size
        left = mark.left if not mark.has_bar else max(mark.left, min(self._inset, mark.right - size.card_width))
        box = QRectF(round(left) + 0.5, mark.top + 0.5, size.card_width - 1, size.card_height - 1)
        if mark.has_bar:
            self._period(mark, box)
        is_hovered = self._hovered == (mark.row, mark.lane)
        self._rounded(box, theme.accent if selected else theme.raised, theme.muted if is_hovered else theme.line)
        pad = size.pad
        x, y = box.left() + pad, box.top() + pad * 0.8
        card = labels.card(mark.row, size.card_width - 2 * pad)
        ink, quiet = (theme.on_accent, theme.on_accent) if selected else (theme.text, theme.muted)
        line = card.date.size().height()
        pixmap = self._glyph_of(mark.row, size.dot, selected=selected)
        glyph_at = box.right() - pad - size.dot if mark.is_turned else x
        painter.drawPixmap(round(glyph_at), round(y + (line - size.dot) / 2), pixmap)
        painter.setFont(labels.fonts.small)
        painter.setPen(quiet)
        painter.drawStaticText(QPointF(x if mark.is_turned else x + labels.indent, y), card.date)
        painter.drawStaticText(QPointF(x, box.bottom() - pad * 0.8 - card.foot.size().height()), card.foot)
        painter.setFont(labels.fonts.strong)
        painter.setPen(ink)
        y += line + pad * 0.4
        for words, hits in zip(card.title, card.hits, strict=True):
            if not selected:
                self._mark_hits(hits, QRectF(x, y, 0, words.size().height()))
            painter.drawStaticText(QPointF(x, y), words)
            y += words.size().height()
        self._focus(mark, box)

    def _mark_hits(self, hits: Hits, line: QRectF) -> None:
        """Mark what is searched for behind a line of words, which begins at the line's left edge."""
        for at, wide in hits:
            box = QRectF(line.left() + at - 1, line.top(), wide + 2, line.height())
            self._painter.fillRect(box, faded(self._theme.accent, 0.18))

    def _period(self, mark: Mark, words: QRectF) -> None:
        events, row = self._events, mark.row
        ink = self._theme.kinds[KINDS[events.kinds.item(row)]]
        self._periods.paint(mark, words, events.flags.item(row), events.granularities.item(row), ink)

    def _focus(self, mark: Mark, box: QRectF) -> None:
        if (mark.row, mark.lane) == self._focused:
            self._rounded(box.adjusted(-2, -2, 2, 2), None, self._theme.text, 1.5)

    def _glyph_of(self, row: int, size: int, *, selected: bool) -> QPixmap:
        events, flags = self._events, self._events.flags.item(row)
        fuzzy = events.granularities.item(row) > DAY or bool(flags & UNSURE)
        reading = 2 if flags & _READ else int(flags & _SKIMMED > 0)
        return self._glyph(events.kinds.item(row), size, fuzzy=fuzzy, reading=reading, selected=selected)

    def _glyph(self, code: int, size: int, *, fuzzy: bool, reading: int, selected: bool = False) -> QPixmap:
        key = code, fuzzy, reading, size, selected
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            theme, kind = self._theme, KINDS[code]
            ink = theme.on_accent if selected else theme.kinds[kind]
            ground = theme.accent if selected else theme.surface
            weight = _WEIGHTS[reading]
            pixmap = glyph(kind, ink.rgba(), ground.rgba(), size, self._look.ratio, fuzzy=fuzzy, weight=weight)
            self._pixmaps[key] = pixmap
        return pixmap

    def _rounded(self, box: QRectF, fill: QColor | None, outline: QColor | None, weight: float = 1) -> None:
        painter, radius = self._painter, self._size.gap * 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(outline, weight) if outline is not None else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
