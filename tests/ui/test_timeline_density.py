from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from timeline_app.timeline.scene import Bars
from timeline_app.ui.timeline_density import paint_density

WIDTH, HEIGHT = 40, 100


def heights(counts: list[int], *, linear: bool) -> list[int]:
    """How many pixels high the bars of some counts are, each ten pixels wide, where the first is the peak."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    bars = Bars(0, 86400, 0.0, 10.0, np.array(counts, float), float(counts[0]), 0, HEIGHT, sum(counts))
    paint_density(painter, bars, WIDTH, QColor("#005a9c"), 1.0, linear=linear)
    painter.end()
    columns = range(5, 10 * len(counts), 10)
    return [sum(image.pixelColor(x, y).lightness() < 250 for y in range(HEIGHT)) for x in columns]


def test_in_proportion_half_as_many_are_half_as_high(app: QApplication) -> None:
    assert heights([200, 100, 50], linear=True) == [100, 50, 25]


def test_by_magnitude_small_numbers_show_beside_large_ones_in_order(app: QApplication) -> None:
    full, tenth, hundredth = heights([1000, 100, 10], linear=False)
    assert full == 100
    assert 30 < tenth < 80
    assert 5 < hundredth < tenth


@pytest.mark.parametrize("linear", [True, False])
def test_a_single_event_among_thousands_still_shows_and_none_does_not(app: QApplication, linear: bool) -> None:
    assert heights([100_000, 1, 0], linear=linear) == [100, 1, 0]
