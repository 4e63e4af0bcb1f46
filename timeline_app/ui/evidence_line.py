"""Why the selected event has its date: the article's words, and how they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain.extraction import EventKind
from timeline_app.models import texts
from timeline_app.ui.article_painting import NOTE_GAP, event_sign, is_firm
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.strip import Strip
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from timeline_app.domain.records import StoredArticle, StoredEvent

_LONGEST = 600
_SMALLEST_MARGIN = 28
_SIGN_HANGS = 28
_RIGHT_MARGIN = 16
_GAP = 10
"""Pixels between a date and the title beside it."""


class EvidenceLine(Strip):
    """Date and title of an event, and below them the words that state the date and the sentence that explains it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Edge.BottomEdge, parent=parent)
        self._sign = _Sign(self)
        self._date = _label(self)
        self._title = _label(self)
        self._why = _label(self)
        self._corrected = _label(self)
        self._own = _label(self)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._date)
        self._head.addWidget(self._title, 1)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(self._head)
        column.addWidget(self._why)
        column.addWidget(self._corrected)
        column.addWidget(self._own)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self.set_column(_SMALLEST_MARGIN)
        for label in (self._title, self._why, self._corrected, self._own):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setWordWrap(True)
        self._why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._dress()
        self.hide()

    def set_column(self, left: float) -> None:
        """Stand above the column of the text, whose left margin this is in pixels; the sign hangs in the margin."""
        self._row.setContentsMargins(max(0, round(left) - _SIGN_HANGS), 10, _RIGHT_MARGIN, 10)

    def show_event(self, stored: StoredArticle, event: StoredEvent | None) -> None:
        """Explain an event of the article; hide where there is none."""
        self.setVisible(event is not None)
        if event is None:
            return
        report = event.report
        self._sign.show_event(event)
        date = texts.period(event.period, with_weekday=True) if event.period else self.tr("no date")
        self._date.setText(date[:1].upper() + date[1:])
        self._title.setText(event.title[:_LONGEST])
        self._why.setText(self._explanation(stored, event)[:_LONGEST])
        self._corrected.setVisible(event.is_redated)
        if event.is_redated:
            own = texts.period(report.period) if report.period else self.tr("no date")
            self._corrected.setText(self.tr("Date corrected by you; the article says {date}.").format(date=own))
        said = self._said_by_reader(event)
        self._own.setVisible(bool(said))
        self._own.setText(said)
        lines = (self._date, self._title, self._why, self._corrected, self._own)
        self.setAccessibleDescription(". ".join(label.text() for label in lines if not label.isHidden()))
        self._place_title()

    def _said_by_reader(self, event: StoredEvent) -> str:
        """Return what the reader marked the event with: a star, tags, a note."""
        marks = [self.tr("★ starred")] if event.starred else []
        marks += [f"#{tag}" for tag in event.tags]
        lines = ["   ".join(marks)] if marks else []
        if event.note:
            lines.append(self.tr("Your note: {note}").format(note=event.note[:_LONGEST]))
        return "\n".join(lines)

    def _explanation(self, stored: StoredArticle, event: StoredEvent) -> str:
        report = event.report
        reading = texts.message(report.resolution.explanation)
        if report.expression is not None:
            words = stored.extraction.time_expressions[report.expression].text
        elif report.kind == EventKind.PUBLISHED:
            words = stored.article.published_stated
        else:
            words = ""
        return f"“{words}”: {reading}" if words and words not in reading else reading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._place_title()

    def _place_title(self) -> None:
        """Put the title beside the date where it takes at most two lines there, else below it."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _SIGN_HANGS - self._date.sizeHint().width() - _GAP
        is_beside = self._title.fontMetrics().horizontalAdvance(self._title.text()) <= 2 * room
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(direction)
        self._head.setSpacing(_GAP if is_beside else 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()
            self._place_title()

    def _dress(self) -> None:
        self._date.setFont(with_weight(self.font(), QFont.Weight.DemiBold))
        self._why.setFont(scaled(self.font(), 0.94))
        self._corrected.setFont(with_weight(scaled(self.font(), 0.94), QFont.Weight.DemiBold))


class _Sign(QWidget):
    """The sign of a kind of event, at the left of the room that it hangs in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = EventKind.REPORTED
        self._is_firm = True

    def show_event(self, event: StoredEvent) -> None:
        kind = self._kind = event.report.kind
        self._is_firm = is_firm(event.period)
        self.setFixedSize(_SIGN_HANGS, self.fontMetrics().height())
        self.setToolTip(texts.event_kind(kind))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(self.height() * 0.48)
        sign = QRectF(self.width() - NOTE_GAP - side, (self.height() - side) / 2, side, side)
        event_sign(painter, sign, self._kind, current_theme(), is_firm=self._is_firm)
        painter.end()


def _label(parent: QWidget) -> PlainLabel:
    label = PlainLabel(parent=parent, selectable=True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
