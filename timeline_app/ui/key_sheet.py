"""The sheet of keys and signs: made from the keys in force and the glyphs that the timeline draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import Granularity
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_glyphs import paint_glyph
from timeline_app.ui.timeline_periods import PeriodPainter
from timeline_app.ui.typography import with_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGN = 16


class KeySheet(QDialog):
    """All keys, what the mouse does, and what the signs of the timeline mean.

    `sections` are headings, each with lines of keys and what they do.
    """

    def __init__(
        self, sections: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and signs"))
        inner = QWidget()
        self._form = QFormLayout(inner)
        self._form.setHorizontalSpacing(32)
        self._add_signs()
        for title, lines in (
            *sections,
            (self.tr("Mouse on the timeline"), self._gestures()),
            (self.tr("Everywhere"), self._everywhere()),
        ):
            if lines:
                self._add_heading(title)
            for keys, words in lines:
                self._add_line(PlainLabel(keys), words)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(box)
        self.resize(self.fontMetrics().averageCharWidth() * 88, self.fontMetrics().height() * 36)

    def _gestures(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Wheel"), self.tr("Through the lanes while some are out of sight, else through time")),
            (self.tr("Ctrl+wheel, pinch"), self.tr("Zoom about the pointer")),
            (self.tr("Shift+wheel, Alt+wheel"), self.tr("Move in time; taller or shorter lanes")),
            (self.tr("Drag, Shift+drag"), self.tr("Move; mark a stretch of time")),
            (self.tr("Click on the name of a lane"), self.tr("Fold it to a strip, or open it")),
            (self.tr("A participant dragged here"), self.tr("A lane of its own above all others")),
            (self.tr("Click, double click"), self.tr("Select; go to the sentence in the article")),
        ]

    def _everywhere(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Tab, Shift+Tab"), self.tr("Next, previous control")),
            (
                self.tr("Space, Shift+Space"),
                self.tr("Page the article; at its end, the next event (timeline, article)"),
            ),
            (self.tr("Esc"), self.tr("Put away what is open, then the selection, then the filter")),
        ]

    def _add_signs(self) -> None:
        self._add_heading(self.tr("Signs of the timeline"))
        for kind, fuzzy, words in (
            (EventKind.REPORTED, False, self.tr("The text reports that it happened")),
            (EventKind.PLANNED, False, self.tr("The text says that it is planned or expected")),
            (EventKind.PUBLISHED, False, self.tr("An article appeared")),
            (EventKind.REPORTED, True, self.tr("Hollow: the date is coarser than a day, about, before or since")),
        ):
            self._add_line(_Sign(kind, is_fuzzy=fuzzy), words)
        for granularity, words in (
            (Granularity.DAY, self.tr("A stretch whose first and last day are known")),
            (Granularity.MONTH, self.tr("Some time in a week or a month")),
            (Granularity.SEASON, self.tr("Some time in a quarter, a season, half a year")),
            (Granularity.YEAR, self.tr("Some time in a year")),
            (Granularity.DECADE, self.tr("Some time in a decade or a century")),
        ):
            self._add_line(_Stretch(granularity), words)
        self._add_line(
            _Stretch(Granularity.MONTH, EventFlag.APPROXIMATE), self.tr("Fading: where it begins or ends is not known")
        )
        for sign, words in (
            ("≈", self.tr("About this date")),
            ("←  →", self.tr("Before this date, or at it; since this date")),
            ("+12", self.tr("So many more events, for which there is no room: a click lists them")),
        ):
            self._add_line(PlainLabel(sign), words)

    def _add_line(self, before: QWidget, words: str) -> None:
        label = PlainLabel(words)
        label.setWordWrap(True)
        self._form.addRow(before, label)

    def _add_heading(self, text: str) -> None:
        heading = PlainLabel(text)
        heading.setFont(with_weight(heading.font(), QFont.Weight.DemiBold))
        heading.setContentsMargins(0, 10 if self._form.rowCount() else 0, 0, 0)
        self._form.addRow(heading)


class _Sign(QWidget):
    """A glyph as the timeline draws it."""

    def __init__(self, kind: EventKind, *, is_fuzzy: bool) -> None:
        super().__init__()
        self._kind = kind
        self._is_fuzzy = is_fuzzy
        self.setFixedSize(_SIGN, _SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        box = QRectF(2, 2, _SIGN - 4, _SIGN - 4)
        paint_glyph(painter, self._kind, box, theme.kinds[self._kind], theme.window, fuzzy=self._is_fuzzy)
        painter.end()


class _Stretch(QWidget):
    """A period as the timeline draws it."""

    def __init__(self, granularity: Granularity, flags: int = 0) -> None:
        super().__init__()
        self._granularity, self._flags = granularity, flags
        self.setFixedSize(4 * _SIGN, _SIGN + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        ink = current_theme().kinds[EventKind.REPORTED]
        periods = PeriodPainter(painter, _SIGN // 2, self.width(), self.devicePixelRatioF())
        periods.fill(QRectF(0, 0, self.width(), self.height()), self._flags, self._granularity, ink)
        painter.end()
