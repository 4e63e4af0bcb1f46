"""Type follows the application's, whatever unit its size is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from timeline_app.ui.typography import measure, reading_font, scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_fonts_are_scaled_in_their_own_unit(app: QApplication) -> None:
    in_points, in_pixels = QFont(), QFont()
    in_points.setPointSizeF(10)
    in_pixels.setPixelSize(20)
    assert scaled(in_points, 1.5).pointSizeF() == 15
    assert scaled(in_pixels, 1.5).pixelSize() == 30


def test_reading_type_is_larger_than_the_desktops_and_grows_with_the_scale(app: QApplication) -> None:
    assert reading_font().pointSizeF() > app.font().pointSizeF()
    assert reading_font(2).pointSizeF() == pytest.approx(2 * reading_font().pointSizeF())


def test_the_measure_holds_so_many_characters_of_running_text(app: QApplication) -> None:
    font = reading_font()
    text = (
        "The agency said on Tuesday that the ship had been freed, and that traffic in the canal would begin again soon."
    )
    assert QFontMetricsF(font).horizontalAdvance(text) / measure(font, len(text)) == pytest.approx(1, abs=0.08)
