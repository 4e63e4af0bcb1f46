"""How a row of the facets looks: its sign, its name, the sparkline of its events over time, its count over a bar of its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.models.facet_model import FacetModel, Part, State
from timeline_app.ui.article_painting import faded
from timeline_app.ui.plain_delegate import PlainDelegate
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from timeline_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 12.0
_SPARK = 40.0
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class FacetDelegate(PlainDelegate):
    """Paints the rows of a `FacetModel`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is the view's."""
        line = QFontMetricsF(option.font).height()
        is_heading = index.data(FacetModel.PART_ROLE) is Part.HEADING
        return QSize(0, round(line + (20 if is_heading and index.row() else 8)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, font, state = QRectF(option.rect), QFont(option.font), option.state
        theme = current_theme()
        part = index.data(FacetModel.PART_ROLE)
        if state & QStyle.StateFlag.State_MouseOver and part is not Part.HEADING:
            painter.fillRect(area, theme.raised)
        if part is Part.HEADING:
            _paint_heading(painter, area, font, theme, index)
        elif part is Part.MORE:
            painter.setFont(scaled(font, 0.92))
            painter.setPen(theme.accent)
            painter.drawText(area.adjusted(_MARGIN + _sign_room(font), 0, -_MARGIN, 0), _START, str(index.data()))
        else:
            _paint_value(painter, area, font, theme, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(3, 1.5, -3, -1.5), 4, 4)
        painter.restore()


def _sign_room(font: QFont) -> float:
    return QFontMetricsF(font).height() * 1.05


def _paint_heading(painter: QPainter, area: QRectF, font: QFont, theme: Theme, index: Index) -> None:
    label = with_weight(scaled(font, 0.88), QFont.Weight.DemiBold)
    height = QFontMetricsF(label).height()
    line = QRectF(area.left() + _MARGIN, area.bottom() - height - 5, area.width() - 2 * _MARGIN, height)
    painter.setFont(label)
    painter.setPen(theme.muted)
    painter.drawText(line.adjusted(_sign_room(font), 0, 0, 0), _START, str(index.data()))
    is_folded = bool(index.data(FacetModel.FOLDED_ROLE))
    side = height * 0.22
    centre = QPointF(line.left() + _sign_room(font) * 0.4, line.center().y())
    corners = [(-side, -side / 2), (0, side / 2), (side, -side / 2)]
    if is_folded:
        corners = [(y, x) for x, y in corners]
    pen = QPen(theme.muted, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
    if is_folded:
        painter.setFont(scaled(font, 0.88))
        painter.drawText(line, _END, QLocale().toString(int(index.data(FacetModel.COUNT_ROLE))))


def _paint_value(painter: QPainter, area: QRectF, font: QFont, theme: Theme, index: Index) -> None:
    state, count = index.data(FacetModel.STATE_ROLE), int(index.data(FacetModel.COUNT_ROLE))
    kind = index.data(FacetModel.KIND_ROLE)
    colour = theme.participants[kind] if kind is not None else theme.accent
    inner = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
    sign = QRectF(inner.left(), inner.top(), _sign_room(font), inner.height())
    _paint_sign(painter, sign, state, theme)
    small = scaled(font, 0.88)
    number = QLocale().toString(count)
    width = max(QFontMetricsF(small).horizontalAdvance(number), QFontMetricsF(small).horizontalAdvance("000"))
    painter.setFont(small)
    painter.setPen(theme.muted)
    painter.drawText(inner, _END, number)
    right = inner.right() - width - 8
    activity = index.data(FacetModel.ACTIVITY_ROLE)
    if activity is not None and area.width() > 4 * _SPARK:
        spark = QRectF(right - _SPARK, inner.top() + 5, _SPARK, inner.height() - 10)
        _paint_activity(painter, spark, activity, faded(colour, 0.75))
        right = spark.left() - 8
    elif activity is None:
        share = float(index.data(FacetModel.SHARE_ROLE))
        bar = QRectF(right - _SPARK, inner.center().y() - 1.5, _SPARK, 3)
        painter.fillRect(bar, faded(theme.line, 0.5))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), faded(colour, 0.75))
        right = bar.left() - 8
    face = with_weight(font, QFont.Weight.DemiBold) if state is State.CHOSEN else QFont(font)
    face.setStrikeOut(state is State.EXCLUDED)
    words = QRectF(sign.right(), inner.top(), right - sign.right(), inner.height())
    painter.setFont(face)
    painter.setPen(theme.muted if state is State.EXCLUDED or not count else theme.text)
    painter.drawText(words, _START, QFontMetricsF(face).elidedText(str(index.data()), _ELIDE, words.width()))


def _paint_sign(painter: QPainter, area: QRectF, state: State, theme: Theme) -> None:
    """Draw a box: with a tick where the value is shown, with a bar where it is left out."""
    side = round(area.width() * 0.62)
    box = QRectF(area.left() + 0.5, round(area.center().y() - side / 2) + 0.5, side, side)
    is_set = state is not State.NEITHER
    painter.setPen(QPen(theme.accent if is_set else theme.line, 1.2))
    painter.setBrush(theme.accent if state is State.CHOSEN else theme.surface)
    painter.drawRoundedRect(box, 2.5, 2.5)
    if not is_set:
        return
    pen = QPen(theme.on_accent if state is State.CHOSEN else theme.accent, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    places = ((0.24, 0.52), (0.44, 0.72), (0.78, 0.28)) if state is State.CHOSEN else ((0.25, 0.5), (0.75, 0.5))
    points = [QPointF(box.left() + x * side, box.top() + y * side) for x, y in places]
    painter.drawPolyline(QPolygonF(points))


def _paint_activity(painter: QPainter, area: QRectF, activity: NDArray[np.int64], colour: QColor) -> None:
    """Draw how events spread over time as a row of small bars, the highest as high as the row."""
    highest = int(activity.max()) if len(activity) else 0
    if not highest:
        return
    wide = area.width() / len(activity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for at, count in enumerate(activity.tolist()):
        if count:
            tall = max(1.0, area.height() * count / highest)
            painter.fillRect(QRectF(area.left() + at * wide, area.bottom() - tall, max(wide - 0.5, 1.0), tall), colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
