"""Why the selected event has its date: the article's words, and how they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain.extraction import EventKind
from timeline_app.models import texts
from timeline_app.ui.article_painting import event_sign
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from timeline_app.domain.records import StoredArticle, StoredEvent

_LONGEST = 600


class EvidenceLine(QWidget):
    """Date and title of an event, and below them the words that state the date and the sentence that explains it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign(self)
        self._date = _label(self)
        self._title = _label(self)
        self._why = _label(self)
        self._corrected = _label(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget, stretch in ((self._sign, 0), (self._date, 0), (self._title, 1)):
            head.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._why)
        column.addWidget(self._corrected)
        for label in (self._title, self._why, self._corrected):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setWordWrap(True)
        self._why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._dress()
        self.hide()

    def show_event(self, stored: StoredArticle, event: StoredEvent | None) -> None:
        """Explain an event of the article; hide where there is none."""
        self.setVisible(event is not None)
        if event is None:
            return
        report = event.report
        self._sign.show_kind(report.kind)
        self._date.setText(texts.period(event.period, with_weekday=True) if event.period else self.tr("no date"))
        self._title.setText(event.title[:_LONGEST])
        self._why.setText(self._explanation(stored, event)[:_LONGEST])
        self._corrected.setVisible(event.is_redated)
        if event.is_redated:
            own = texts.period(report.period) if report.period else self.tr("no date")
            self._corrected.setText(self.tr("Date corrected by you; the article says {date}.").format(date=own))
        lines = (self._date, self._title, self._why, self._corrected)
        self.setAccessibleDescription(". ".join(label.text() for label in lines if not label.isHidden()))

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self._date.setFont(with_weight(self.font(), QFont.Weight.DemiBold))
        self._why.setFont(scaled(self.font(), 0.94))
        self._corrected.setFont(with_weight(scaled(self.font(), 0.94), QFont.Weight.DemiBold))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground, and the line that parts it from the text."""
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(self.rect(), theme.raised)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        painter.end()


class _Sign(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = EventKind.REPORTED

    def show_kind(self, kind: EventKind) -> None:
        self._kind = kind
        side = round(QFontMetricsF(self.font()).height() * 0.62)
        self.setFixedSize(side, side)
        self.setToolTip(texts.event_kind(kind))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        event_sign(painter, self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), self._kind, current_theme())
        painter.end()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
