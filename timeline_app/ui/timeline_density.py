"""The density of a lane as one image, written by numpy: one painter call however many bars it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.timeline.scene import Bars

_FOOT, _HEAD = 0.26, 0.62
"""The opacity of the bars at the bottom and at the top of the lane."""


_BEND = 60.0
"""The share of the peak, inverted, up to which heights are nearly in proportion: a plain logarithm would make all days alike."""


def paint_density(
    painter: QPainter, bars: Bars, width: int, colour: QColor, ratio: float, *, linear: bool = False
) -> None:
    """Draw the bars over `width` pixels, between `bars.top` and `bars.bottom`, by one image that borrows numpy's memory.

    Heights follow the counts, or else their logarithms, so that one crowded day does not flatten the rest; a single event still
    shows.
    """
    columns = max(round(width * ratio), 1)
    lines = max(round((bars.bottom - bars.top) * ratio), 1)
    share = np.minimum(bars.counts / max(bars.peak, 1e-9) if linear else _magnitudes(bars.counts, bars.peak), 1)
    # Small integers: comparing them is what most of the time goes to.
    tall = np.where(bars.counts > 1e-6, np.maximum(share * lines, ratio), 0).astype(np.int16)
    at = ((np.arange(columns) + 0.5 - bars.left * ratio) * (1 / (bars.width * ratio))).astype(np.int32)
    np.minimum(np.maximum(at, 0, out=at), len(tall) - 1, out=at)
    heights = tall[at]
    if bars.width * ratio >= 5:
        heights[:-1][at[1:] != at[:-1]] = 0
    highest = max(int(heights.max()), 1)
    levels = np.arange(highest, 0, -1, dtype=np.int16)
    opacity = _FOOT + (_HEAD - _FOOT) * levels / lines
    body = _premultiplied(colour, opacity)[:, None]
    pixels_out = np.multiply(levels[:, None] <= heights[None, :], body, dtype=np.uint32)
    crest = _premultiplied(colour, np.array([0.95]))[0]
    filled = np.flatnonzero(heights)
    tops = highest - heights[filled].astype(np.int32)
    for thickness in range(max(round(ratio), 1)):
        pixels_out[np.minimum(tops + thickness, highest - 1), filled] = crest
    image = QImage(pixels_out.data, columns, highest, columns * 4, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(0, bars.bottom - highest / ratio), image)


def _magnitudes(counts: NDArray[np.float64], peak: float) -> NDArray[np.float64]:
    """Return counts as shares of a peak on a logarithmic scale from 0 on.

    Of a peak of few events, each still weighs: below some tens it is nearly linear.
    """
    bend = max(peak, 1.0) / _BEND
    return np.asarray(np.log1p(np.maximum(counts, 0) / bend) / np.log1p(max(peak, 1e-9) / bend), np.float64)


def _premultiplied(colour: QColor, opacity: NDArray[np.float64]) -> NDArray[np.uint32]:
    channels = [(opacity * channel).astype(np.uint32) for channel in (255, colour.red(), colour.green(), colour.blue())]
    alpha, red, green, blue = channels
    return np.asarray((alpha << 24) | (red << 16) | (green << 8) | blue, dtype=np.uint32)
