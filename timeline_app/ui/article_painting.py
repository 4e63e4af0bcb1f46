"""How marks look: each sort has its colour and, for eyes that do not tell colours apart, its own line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Granularity
from timeline_app.ui.typography import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.period import Period
    from timeline_app.ui.article_marks import MarginNote
    from timeline_app.ui.theme import Theme

NOTE_GAP = 18.0
"""Between the margin's notes and the column, in pixels."""

_UNDERLINE_DROP = 0.5
_DASHES = {
    ParticipantKind.PERSON: None,
    ParticipantKind.ORGANISATION: (5.0, 2.5),
    ParticipantKind.PLACE: (7.0, 2.5, 1.5, 2.5),
}
"""Lines under mentions, in multiples of their width: people whole, organisations dashed, places dashes and dots."""


def faded(colour: QColor, opacity: float) -> QColor:
    """Return the colour at an opacity between 0 and 1."""
    other = QColor(colour)
    other.setAlphaF(opacity)
    return other


def evidence(painter: QPainter, rects: Sequence[QRectF], theme: Theme, leading: float) -> None:
    """Mark the sentence that the selected event comes from, as with a marker pen: `leading` is the room between lines."""
    above, below = leading * 0.45, leading * 0.55 + 0.5
    _tint(painter, [rect.adjusted(-3, -above, 3, below) for rect in rects], theme.evidence)


def hit(painter: QPainter, rects: Sequence[QRectF], theme: Theme, *, is_current: bool) -> None:
    """Mark something found."""
    _tint(painter, [rect.adjusted(-1, -1, 1, 2) for rect in rects], faded(theme.accent, 0.45 if is_current else 0.18))


def mention(
    painter: QPainter,
    rects: Sequence[QRectF],
    theme: Theme,
    kind: ParticipantKind,
    *,
    is_strong: bool,
    is_current: bool,
) -> None:
    """Mark a mention of a participant; strongly, where the reader asked for this participant."""
    colour = theme.participants[kind]
    if is_strong:
        _tint(painter, [rect.adjusted(-2, -1, 2, 2) for rect in rects], faded(colour, 0.38 if is_current else 0.2))
    for rect in rects:
        mention_line(painter, _under(rect), rect.width(), theme, kind, is_strong=is_strong)


def mention_line(
    painter: QPainter, start: QPointF, length: float, theme: Theme, kind: ParticipantKind, *, is_strong: bool = False
) -> None:
    """Draw the line that stands for a kind of participant."""
    pen = QPen(faded(theme.participants[kind], 1.0 if is_strong else 0.75), 1.6 if is_strong else 1.1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := _DASHES[kind]:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    painter.drawLine(start, start + QPointF(length, 0))


def date(painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
    """Mark a time expression: round dots."""
    pen = QPen(theme.date, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern((0.01, 2.0))
    painter.setPen(pen)
    for rect in rects:
        start = _under(rect)
        painter.drawLine(start, start + QPointF(rect.width(), 0))


def _under(rect: QRectF) -> QPointF:
    return QPointF(rect.left(), round(rect.bottom() + _UNDERLINE_DROP) + 0.5)


def _tint(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for rect in rects:
        painter.drawRoundedRect(rect, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def note_font(font: QFont) -> QFont:
    """Return the face of the margin's notes."""
    return scaled(font, 0.85)


def note(painter: QPainter, area: QRectF, note: MarginNote, font: QFont, theme: Theme, *, is_current: bool) -> QRectF:
    """Write an event's date into the margin, its sign beside the column; the sign alone where there is no room.

    Returns:
        What the note takes up, to be clicked.
    """
    size = area.height() * 0.42
    sign = QRectF(area.right() - size, area.center().y() - size / 2, size, size)
    event_sign(painter, sign, note.event.report.kind, theme, is_firm=is_firm(note.event.period))
    metrics = QFontMetricsF(font)
    date = note.date
    width = metrics.horizontalAdvance(date)
    text = QRectF(sign.left() - 7 - width, area.top(), width, area.height())
    if text.left() < 8:
        return sign.adjusted(-6, -6, 6, 6)
    painter.setFont(font)
    painter.setPen(theme.kinds[note.event.report.kind] if is_current else theme.muted)
    painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, date)
    return text.united(sign).adjusted(-2, 0, 4, 0)


def is_firm(period: Period | None) -> bool:
    """Tell a date that is known to the day from one that is coarser, about, before or since."""
    return period is not None and not (period.approximate or period.is_open or period.granularity > Granularity.DAY)


def event_sign(painter: QPainter, rect: QRectF, kind: EventKind, theme: Theme, *, is_firm: bool = True) -> None:
    """Draw the sign of an event: a disc for what happened, a diamond for what is planned, a square for an article.

    Hollow where the date is not firm.
    """
    colour = theme.kinds[kind]
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(colour if is_firm else Qt.BrushStyle.NoBrush)
    if kind == EventKind.REPORTED:
        painter.drawEllipse(rect)
    elif kind == EventKind.PLANNED:
        middle = rect.center()
        painter.drawPolygon(
            [
                QPointF(middle.x(), rect.top() - 0.5),
                QPointF(rect.right() + 0.5, middle.y()),
                QPointF(middle.x(), rect.bottom() + 0.5),
                QPointF(rect.left() - 0.5, middle.y()),
            ]
        )
    else:
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
