from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.test_contrast import contrast
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import Granularity
from timeline_app.ui.theme import DARK, LIGHT, Theme
from timeline_app.ui.timeline_periods import PeriodPainter

WIDTH, HEIGHT = 120, 20
TOLD_APART = (Granularity.DAY, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE)
INK = QColor("#005a9c")


def picture(granularity: Granularity, flags: int = 0, start: float = 0, end: float = WIDTH) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    PeriodPainter(painter, 8, WIDTH, 1.0).fill(QRectF(start, 0, end - start, HEIGHT), flags, granularity, INK)
    painter.end()
    return image


def greys(image: QImage) -> list[int]:
    return [image.pixelColor(x, y).lightness() for x in range(WIDTH) for y in range(HEIGHT)]


@pytest.mark.parametrize(("one", "other"), tuple(combinations(TOLD_APART, 2)))
def test_precisions_are_told_apart_without_colour(app: QApplication, one: Granularity, other: Granularity) -> None:
    pairs = zip(greys(picture(one)), greys(picture(other)), strict=True)
    assert sum(abs(a - b) > 8 for a, b in pairs) > 100


@pytest.mark.parametrize(
    ("flag", "fades"),
    [
        (EventFlag.APPROXIMATE, (True, True)),
        (EventFlag.OPEN_START, (True, False)),
        (EventFlag.OPEN_END, (False, True)),
    ],
)
def test_an_end_that_is_not_known_fades(app: QApplication, flag: EventFlag, fades: tuple[bool, bool]) -> None:
    image = picture(Granularity.DAY, int(flag))
    ends = image.pixelColor(1, 10), image.pixelColor(WIDTH - 1, 10)
    assert tuple(colour.lightness() > 250 for colour in ends) == fades


def test_a_millennium_around_the_canvas_costs_no_more_than_the_canvas(app: QApplication) -> None:
    image = picture(Granularity.CENTURY, 0, -1e9, 1e9)
    assert min(greys(image)) < 250


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize("granularity", TOLD_APART[1:])
def test_words_over_a_texture_keep_their_contrast(
    app: QApplication, theme: Theme, kind: EventKind, granularity: Granularity
) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    PeriodPainter(painter, 8, WIDTH, 1.0).fill(QRectF(0, 0, WIDTH, HEIGHT), 0, granularity, theme.kinds[kind])
    painter.end()
    pixels = {image.pixel(x, y) for x in range(WIDTH) for y in range(HEIGHT)}
    assert min(contrast(theme.text, QColor.fromRgb(pixel)) for pixel in pixels) >= 4.5
