"""Text on its ground meets WCAG 2.2 AA in both themes, and so do the signs that carry meaning."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from timeline_app.ui.theme import DARK, LIGHT, Theme

TEXT, SIGN = 4.5, 3.0
"""The least contrast of text (success criterion 1.4.3), and of signs and edges that one must see to understand (1.4.11)."""

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """The relative luminance, as WCAG defines it."""
    channels = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def over(colour: QColor, ground: QColor, alpha: int) -> QColor:
    """The colour that a translucent one gives on a ground."""
    share = alpha / 255
    parts = zip(
        (colour.red(), colour.green(), colour.blue()), (ground.red(), ground.green(), ground.blue()), strict=True
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@BOTH
def test_text_can_be_read_on_every_ground_of_the_timeline(theme: Theme) -> None:
    nights = over(theme.text, theme.weekend, 10)
    stretch = over(theme.accent, theme.surface, 30)
    for ground in (theme.window, theme.surface, theme.raised, theme.weekend, nights, stretch):
        assert contrast(theme.text, ground) >= TEXT
        assert contrast(theme.muted, ground) >= TEXT
    assert contrast(theme.on_accent, theme.accent) >= TEXT


@BOTH
def test_signs_and_the_focus_can_be_seen(theme: Theme) -> None:
    for ground in (theme.surface, theme.weekend, theme.window):
        for ink in (*theme.kinds.values(), *theme.lanes, theme.accent, theme.now):
            assert contrast(ink, ground) >= SIGN, (ink.name(), ground.name())
