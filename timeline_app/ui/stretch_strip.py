"""What the marked stretch of time holds, in a strip over it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.period import Granularity, Period
from timeline_app.models import texts
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent

    from timeline_app.timeline.summary import StretchSummary, Tally


_MARGIN = 5
"""Pixels between the strip and the edges of the canvas."""


class StretchStrip(QFrame):
    """Shows a `StretchSummary`; says by signals what the reader wants to do with the stretch."""

    zoom_wanted = Signal()
    filter_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stretch strip")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._head, self._outlets, self._people = PlainLabel(), PlainLabel(), PlainLabel()
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for label in (self._head, self._outlets, self._people):
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(8)
        row.addLayout(lines)
        row.addSpacing(12)
        for text, tip, wanted in (
            (self.tr("Show only these"), self.tr("Filter by this stretch of time"), self.filter_wanted),
            (self.tr("Zoom in"), self.tr("Enter"), self.zoom_wanted),
            ("✕", self.tr("Take the mark off (Esc)"), self.closed),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text if text != "✕" else tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wanted)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_summary(self, summary: StretchSummary) -> None:
        """Show what a stretch holds."""
        self._head.setText(
            self.tr("{events} · {time}").format(
                events=texts.event_count(summary.events), time=_time(summary.start, summary.end)
            )
        )
        self._outlets.setText(
            self.tr("By {names}").format(names=_names(summary.outlets, summary.more_outlets)) if summary.outlets else ""
        )
        self._outlets.setVisible(bool(summary.outlets))
        if summary.participants is None:
            people = self.tr("With …")
        elif summary.participants:
            people = self.tr("With {names}").format(names=_names(summary.participants, summary.more_participants))
        else:
            people = ""
        self._people.setText(people)
        self._people.setVisible(bool(people))
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return all that it says."""
        return "\n".join(filter(None, (self._head.text(), self._outlets.text(), self._people.text())))

    def place_over(self, left: float, right: float, canvas: QRect) -> None:
        """Stand over the middle of a stretch given in pixels of the canvas, within the canvas."""
        most = canvas.width() - 2 * _MARGIN
        for label in (self._head, self._outlets, self._people):
            label.setWordWrap(False)
        width = min(self.sizeHint().width(), most)
        for label in (self._head, self._outlets, self._people):
            # Large text on a small canvas: words go on in another line rather than be cut.
            label.setWordWrap(width == most)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        layout.activate()
        height = layout.totalHeightForWidth(width) if width == most else self.sizeHint().height()
        middle = (max(left, 0.0) + min(right, float(canvas.width()))) / 2
        x = min(max(round(middle - width / 2), _MARGIN), max(canvas.width() - width - _MARGIN, _MARGIN))
        self.setGeometry(canvas.x() + x, canvas.y() + _MARGIN, width, max(height, self.sizeHint().height()))
        self.raise_()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _names(tally: Tally, more: int) -> str:
    number = QLocale().toString
    parts = [f"{name} ({number(count)})" for name, count in tally]
    return ", ".join([*parts, f"+{number(more)}"] if more else parts)


def _time(start: float, end: float) -> str:
    """Return a stretch in words: to the minute within a day, else in whole days."""
    first, last = round(start), max(round(end), round(start) + 1)
    if first // SECONDS_PER_DAY == (last - 1) // SECONDS_PER_DAY and last - first < SECONDS_PER_DAY:
        return texts.period(Period(first - first % 60, last + -last % 60, Granularity.MINUTE), with_weekday=True)
    return texts.period(
        Period(first - first % SECONDS_PER_DAY, last + -last % SECONDS_PER_DAY, Granularity.DAY), with_weekday=True
    )
