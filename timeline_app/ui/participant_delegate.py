"""How a row of the participants looks: the heading with its kind's line, the name over the role, the counts, the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.models.participant_model import ParticipantColumn, ParticipantModel
from timeline_app.ui.article_painting import faded, mention_line
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from timeline_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 16.0
_SAMPLE = 26.0
_ELIDE = Qt.TextElideMode.ElideRight
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ParticipantDelegate(PlainDelegate):
    """Paints headings, participants and their filter controls from a `ParticipantModel`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is the view's."""
        name = QFontMetricsF(option.font).height()
        small = QFontMetricsF(_small(option.font)).height()
        if index.data(ParticipantModel.ID_ROLE) is None:
            return QSize(0, round(small + (26 if index.row() else 18)))
        has_role = bool(index.data(ParticipantModel.SUBTITLE_ROLE))
        return QSize(round(name + 18), round(name + (small + 1 if has_role else 0) + 11))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        theme = current_theme()
        if index.data(ParticipantModel.ID_ROLE) is None:
            _paint_heading(painter, area, font, theme, index)
        else:
            _paint_ground(painter, area, theme, index, is_under_pointer=bool(state & QStyle.StateFlag.State_MouseOver))
            if index.column() == ParticipantColumn.FILTER:
                _paint_filter(painter, area, font, theme, index)
            else:
                _paint_participant(painter, area, font, theme, index)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(3, 2, -3, -2), 4, 4)
        painter.restore()


def _small(font: QFont) -> QFont:
    return scaled(font, 0.88)


def _paint_heading(painter: QPainter, area: QRectF, font: QFont, theme: Theme, index: Index) -> None:
    """Name the kind, and show the line that marks its mentions in the text: the legend is where it is needed."""
    label = with_weight(_small(font), QFont.Weight.DemiBold)
    metrics = QFontMetricsF(label)
    line = QRectF(
        area.left() + _MARGIN, area.bottom() - metrics.height() - 5, area.width() - 2 * _MARGIN, metrics.height()
    )
    text = str(index.data())
    painter.setFont(label)
    painter.setPen(theme.muted)
    painter.drawText(line, _START, text)
    kind = index.data(ParticipantModel.KIND_ROLE)
    start = line.left() + metrics.horizontalAdvance(text) + 9
    mention_line(painter, QPointF(start, round(line.center().y()) + 1.5), _SAMPLE, theme, kind, is_strong=True)


def _paint_ground(painter: QPainter, area: QRectF, theme: Theme, index: Index, *, is_under_pointer: bool) -> None:
    if index.data(ParticipantModel.MARKED_ROLE):
        colour = theme.participants[index.data(ParticipantModel.KIND_ROLE)]
        painter.fillRect(area, faded(colour, 0.16))
        if index.column() == ParticipantColumn.WHO:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), colour)
    elif is_under_pointer:
        painter.fillRect(area, theme.raised)


def _paint_participant(painter: QPainter, area: QRectF, font: QFont, theme: Theme, index: Index) -> None:
    role = index.data(ParticipantModel.SUBTITLE_ROLE)
    small = _small(font)
    name_height, small_height = QFontMetricsF(font).height(), QFontMetricsF(small).height()
    inner = area.adjusted(_MARGIN, 0, -8, 0)
    top = inner.center().y() - (name_height + (small_height + 1 if role else 0)) / 2
    first = QRectF(inner.left(), top, inner.width(), name_height)
    count = QLocale().toString(int(index.data(ParticipantModel.MENTIONS_ROLE)))
    painter.setFont(small)
    painter.setPen(theme.muted)
    painter.drawText(inner, _END, count)
    room = first.width() - QFontMetricsF(small).horizontalAdvance(count) - 10
    painter.setFont(font)
    painter.setPen(theme.text)
    painter.drawText(first, _START, QFontMetricsF(font).elidedText(str(index.data()), _ELIDE, room))
    if role:
        second = QRectF(inner.left(), first.bottom() + 1, room, small_height)
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(second, _START, QFontMetricsF(small).elidedText(str(role), _ELIDE, room))


def _paint_filter(painter: QPainter, area: QRectF, font: QFont, theme: Theme, index: Index) -> None:
    """Draw a funnel, filled where it is in force, and how many events it lets through."""
    is_on = bool(index.data(ParticipantModel.FILTERED_ROLE))
    colour = theme.accent if is_on else theme.muted
    side = QFontMetricsF(font).height() * 0.6
    left, top = area.right() - _MARGIN - side, area.center().y() - side / 2
    events = index.data(ParticipantModel.EVENTS_ROLE)
    if events is not None:
        painter.setFont(_small(font))
        painter.setPen(colour)
        painter.drawText(area.adjusted(0, 0, left - area.right() - 5, 0), _END, QLocale().toString(int(events)))
    funnel = QPainterPath(QPointF(left, top))
    for x, y in ((1.0, 0.0), (0.6, 0.5), (0.6, 1.0), (0.4, 0.85), (0.4, 0.5)):
        funnel.lineTo(left + x * side, top + y * side)
    funnel.closeSubpath()
    pen = QPen(colour, 1.2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if is_on else Qt.BrushStyle.NoBrush)
    painter.drawPath(funnel)
