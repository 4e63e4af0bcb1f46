"""The words on the canvas: read for what is in sight, cut to measure once and kept ready to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QStaticText, QTextLayout, QTextOption, QTransform

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import Granularity
from timeline_app.domain.words import spans_of
from timeline_app.models import texts
from timeline_app.timeline.scene import Metrics
from timeline_app.ui.text_measure import TextMeasure
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from timeline_app.domain.event_index import EventSummary
    from timeline_app.domain.words import Phrase
    from timeline_app.models.event_model import EventModel

_SIGNS = ((int(EventFlag.APPROXIMATE), "≈"), (int(EventFlag.OPEN_START), "←"), (int(EventFlag.OPEN_END), "→"))

# Plain numbers: an enum's operators cost more than all the columns' do.
_DAY = int(Granularity.DAY)
_AHEAD = ((int(EventFlag.STARRED), 1000), (int(EventFlag.MANY), 100), (int(EventFlag.SEVERAL), 100))
"""How far ahead of others the flags of an event put its words."""
_ANY_AHEAD = sum(flag for flag, _ in _AHEAD)

_KEPT = 4000
_LONGEST = 300
"""Characters of a title that are measured: no lane shows more."""


class Fonts(NamedTuple):
    """The faces of the canvas, all from the widget's own font."""

    title: QFont
    strong: QFont
    small: QFont

    @classmethod
    def of(cls, font: QFont) -> Fonts:
        """Derive them."""
        return cls(QFont(font), with_weight(font, QFont.Weight.DemiBold), scaled(font, 0.88))


def metrics_of(fonts: Fonts) -> Metrics:
    """Return the sizes of things on the canvas, which all follow from the font."""
    title, small = QFontMetrics(fonts.title), QFontMetrics(fonts.small)
    em = title.horizontalAdvance("n")
    line = title.height()
    return Metrics(
        row_height=round(line * 1.6),
        card_width=em * 32,
        card_height=2 * line + 2 * small.height() + round(line * 1.3),
        title_width=em * 38,
        least_title=em * 18,
        most_title=em * 52,
        dot=max(round(line * 0.62), 6),
        most_dot=max(round(line * 1.1), 9),
        count_height=round(small.height() * 1.25),
        count_width=small.horizontalAdvance("+00 "),
        bar_width=max(round(em * 0.45), 2),
        pad=round(line * 0.5),
        gap=em,
        lane_height=round(line * 1.6) * 2 + round(line * 0.5) + round(small.height() * 1.25),
        strip_height=round(line * 1.6),
    )


Hits: TypeAlias = tuple[tuple[float, float], ...]
"""Places in a line of words: the left edge and the width of each, in pixels."""


class Card(NamedTuple):
    """The lines of a card, ready to draw."""

    date: QStaticText
    title: tuple[QStaticText, ...]
    foot: QStaticText
    hits: tuple[Hits, ...] = ()
    """Of each line of the title where in it stands what is searched for."""


class Title(NamedTuple):
    """A title ready to draw: its words, the pixels that it takes with its glyph, and half of the words' height."""

    words: QStaticText
    width: int
    rise: float
    hits: Hits = ()
    """Where in the words stands what is searched for."""


class Labels:
    """Titles and cards of a model's rows. It is `timeline.scene.Words`."""

    def __init__(self, fonts: Fonts) -> None:
        self._model: EventModel | None = None
        self._sought: tuple[Phrase, ...] = ()
        self.set_fonts(fonts)

    def set_fonts(self, fonts: Fonts) -> None:
        """Measure anew in other faces."""
        self.fonts = fonts
        self.metrics = metrics_of(fonts)
        self._measure = TextMeasure(fonts.title)
        self.indent = self.metrics.dot + round(self.metrics.gap * 0.8)
        """From the left edge of a mark to its words."""
        self.forget()

    def set_model(self, model: EventModel | None) -> None:
        """Read from another model."""
        self._model = model
        self.forget()

    def forget(self) -> None:
        """Drop what is kept: rows may mean other events now."""
        self._summaries: dict[int, EventSummary] = {}
        self._widths: dict[int, int] = {}
        self._titles: dict[tuple[int, int], Title] = {}
        self._cards: dict[int, Card] = {}
        self._counts: dict[int, QStaticText] = {}

    def summary(self, row: int) -> EventSummary:
        """Return the words of a row."""
        self._read([row])
        return self._summaries[row]

    def widths(self, rows: Sequence[int], most: int) -> list[int]:
        """Return the widths of titles with their glyph, the wider ones cut to `most`."""
        known = self._widths
        if not all(row in known for row in rows):
            self._read(rows)
            around = self.indent + self.metrics.gap // 2
            for row in rows:
                if row not in known:
                    known[row] = around + self._measure.width(self._marked_words(row))
        return [min(known[row], most) for row in rows]

    def ranks(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        """Return the order in which rows are given words.

        The starred come first, then what many articles tell, then several; of equals headlines, and firm dates before vague ones.
        """
        assert self._model is not None
        events = self._model.events
        ranks = events.kinds[rows].astype(np.int64) * 2 + (events.granularities[rows] > _DAY)
        flags = events.flags[rows] & _ANY_AHEAD
        if np.count_nonzero(flags):
            for flag, ahead in _AHEAD:
                ranks[flags & flag > 0] -= ahead
        return ranks

    def title(self, row: int, most: int) -> Title:
        """Return the title of a row, cut so that with its glyph it takes at most `most` pixels."""
        # Words that are shown whole are the same whatever room they could have had.
        width = self.widths([row], most)[0]
        key = (row, width)
        title = self._titles.get(key)
        if title is None:
            if len(self._titles) > _KEPT:
                self._titles.clear()
            words = self._measure.cut(self._marked_words(row), width - self.indent - self.metrics.gap // 2)
            text = ready_text(words, self.fonts.title)
            title = self._titles[key] = Title(
                text, width, text.size().height() / 2, self._hits(words, self.fonts.title)
            )
        return title

    def card(self, row: int, width: int) -> Card:
        """Return the lines of a card whose words have `width` pixels."""
        card = self._cards.get(row)
        if card is None:
            assert self._model is not None
            summary = self.summary(row)
            dated = texts.period(self._model.events.period(row))
            foot = " · ".join(part for part in (summary.outlet, ", ".join(summary.participants)) if part)
            small = QFontMetrics(self.fonts.small)
            elide = Qt.TextElideMode.ElideRight
            lines = two_lines(self._words(row), self.fonts.strong, width)
            card = self._cards[row] = Card(
                ready_text(small.elidedText(dated, elide, width), self.fonts.small),
                tuple(ready_text(line, self.fonts.strong) for line in lines),
                ready_text(small.elidedText(foot, elide, width), self.fonts.small),
                tuple(self._hits(line, self.fonts.strong) for line in lines),
            )
        return card

    def count(self, number: int) -> QStaticText:
        """Return how many events have no room, in the small face."""
        text = self._counts.get(number)
        if text is None:
            text = self._counts[number] = ready_text("+" + QLocale().toString(number), self.fonts.small)
        return text

    def set_sought(self, phrases: Sequence[Phrase]) -> None:
        """Mark what the search looks for, in titles and on cards."""
        self._sought = tuple(phrases)
        self._titles.clear()
        self._cards.clear()

    def _hits(self, words: str, font: QFont) -> Hits:
        if not self._sought:
            return ()
        advance = QFontMetricsF(font).horizontalAdvance
        return tuple(
            (advance(words[:start]), advance(words[start:end])) for start, end in spans_of(words, self._sought)
        )

    def _words(self, row: int) -> str:
        return " ".join(self.summary(row).title[:_LONGEST].split())

    def _marked_words(self, row: int) -> str:
        """Return the title after a sign of what is unsure about its date: a period too short to be drawn has no other."""
        assert self._model is not None
        flags = int(self._model.events.flags[row])
        signs = "".join(sign for flag, sign in _SIGNS if flags & flag)
        return f"{signs} {self._words(row)}" if signs else self._words(row)

    def _read(self, rows: Sequence[int]) -> None:
        missing = [row for row in rows if row not in self._summaries]
        if not missing or self._model is None:
            return
        if len(self._summaries) > _KEPT:
            self.forget()
            missing = list(rows)
        self._summaries.update(zip(missing, self._model.summaries(missing), strict=True))


def two_lines(words: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break words into at most two lines of a width, the second one cut."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textStart() + line.textLength()
    layout.endLayout()
    if end >= len(words):
        return (words,)
    return words[:end].rstrip(), TextMeasure(font).cut(words[end:], width)


def ready_text(words: str, font: QFont) -> QStaticText:
    """Return a line of plain text that is laid out once for all the times that it is drawn."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), font)
    return text
