"""The ruler and the ground under the lanes: from centuries to minutes, weekends, nights, the present."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage, QPainter

from tests.timeline.conftest import make_events
from timeline_app.domain.calendar import SECONDS_PER_DAY, SECONDS_PER_HOUR, instant
from timeline_app.timeline.grouping import LaneGrouping, group
from timeline_app.timeline.layout import LaneLayout
from timeline_app.timeline.scale import TimeScale
from timeline_app.timeline.scene import Scene, Viewport
from timeline_app.timeline.ticks import Step, Unit
from timeline_app.ui.theme import LIGHT
from timeline_app.ui.timeline_ground import paint_ground
from timeline_app.ui.timeline_ruler import Ruler

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WIDTH = 1000
SATURDAY = instant(2021, 3, 27)


def make_ruler(start: float, end: float, width: int = WIDTH) -> Ruler:
    ruler = Ruler(None)  # type: ignore[arg-type]
    ruler.resize(width, 46)
    ruler.show_scale(TimeScale.fitted(start, end, width), instant(2026, 1, 1))
    return ruler


@pytest.mark.parametrize("language", ["en_GB", "en_US", "de_DE", "ar_EG", "ja_JP"])
@pytest.mark.parametrize("years", [3000, 300, 30, 3, 0.3, 0.03, 0.003, 0.0003, 0.00002])
def test_both_rows_have_whole_labels_that_stand_clear_from_centuries_to_minutes(
    app: QApplication, language: str, years: float
) -> None:
    QLocale.setDefault(QLocale(language))
    for year in (-1200, 1, 1914, 2021):
        start = instant(year, 2, 27)
        ruler = make_ruler(start, start + years * 365.25 * SECONDS_PER_DAY)
        coarse, fine = ruler.labels()
        assert fine
        for row in (coarse, fine):
            assert all(text.strip() for _, text in row)
            assert all(box.left() >= 0 and box.right() <= WIDTH for box, _ in row)
            assert all(one[0].right() <= other[0].left() for one, other in pairwise(row))
        assert len({text for _, text in coarse}) == len(coarse)


def test_years_before_the_era_and_after_it_are_told_apart(app: QApplication) -> None:
    _, fine = make_ruler(instant(-250), instant(350)).labels()
    texts = [text for _, text in fine]
    assert any("BCE" in text for text in texts)
    assert not any(text.startswith("-") or text == "0" for text in texts)


def test_minutes_have_the_day_above_them(app: QApplication) -> None:
    coarse, fine = make_ruler(SATURDAY + 9 * SECONDS_PER_HOUR, SATURDAY + 10 * SECONDS_PER_HOUR).labels()
    assert [text for _, text in coarse] == ["Sat 27 March 2021"]
    assert fine[0][1] == "09:00"


def test_the_present_is_marked_only_where_it_is(app: QApplication) -> None:
    around, elsewhere = (make_ruler(instant(year), instant(year + 2)) for year in (2025, 1925))
    found = []
    for ruler in (around, elsewhere):
        image = QImage(ruler.size(), QImage.Format.Format_RGB32)
        ruler.render(image)
        found.append(any(image.pixelColor(x, 44) == LIGHT.now for x in range(WIDTH)))
    assert found == [True, False]


def ground(start: float, end: float, ratio: float = 1.0) -> QImage:
    """The ground between two instants, without calendar lines near what is looked at."""
    scale = TimeScale.fitted(start, end, WIDTH)
    lanes = group(make_events([0], [1]), LaneGrouping.NONE)
    scene = Scene(lanes, scale, Viewport(WIDTH, 64), (), LaneLayout((0, 64)), 300)
    image = QImage(round(WIDTH * ratio), round(64 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint_ground(painter, scene, LIGHT, Step(Unit.YEAR, 1), ratio)
    painter.end()
    return image


def test_weekends_are_faint_when_days_can_be_told_apart(app: QApplication) -> None:
    image = ground(SATURDAY - 5 * SECONDS_PER_DAY, SATURDAY + 5 * SECONDS_PER_DAY)
    assert image.pixelColor(450, 30) == LIGHT.surface  # Friday
    assert image.pixelColor(550, 30) == image.pixelColor(650, 30) == LIGHT.weekend
    assert image.pixelColor(750, 30) == LIGHT.surface
    far = ground(SATURDAY - 500 * SECONDS_PER_DAY, SATURDAY + 500 * SECONDS_PER_DAY)
    assert len({far.pixel(x, 30) for x in range(WIDTH)}) <= 3  # the ground and its calendar lines


def test_nights_are_faint_when_hours_can_be_told_apart(app: QApplication) -> None:
    wednesday = instant(2021, 3, 24)
    image = ground(wednesday - SECONDS_PER_DAY, wednesday + SECONDS_PER_DAY)

    def at(hours: float) -> int:
        return image.pixelColor(int((hours + 24) / 48 * WIDTH), 30).lightness()

    assert at(3) == at(-3) == at(22) < at(12) == at(-12) == LIGHT.surface.lightness()
    assert at(3) > LIGHT.surface.lightness() - 20


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_lines_take_whole_pixels_at_every_scale_factor(app: QApplication, ratio: float) -> None:
    image = ground(instant(2001), instant(2021), ratio)
    row = [image.pixelColor(x, 5) == LIGHT.surface for x in range(image.width())]
    widths, run = set(), 0
    for is_ground in [*row, True]:
        if is_ground and run:
            widths.add(run)
        run = 0 if is_ground else run + 1
    assert widths == {max(int(ratio), 1)}


def test_the_ruler_takes_no_keys_and_has_a_cursor_of_its_own(app: QApplication) -> None:
    ruler = make_ruler(0, SECONDS_PER_DAY)
    assert ruler.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert ruler.cursor().shape() == Qt.CursorShape.IBeamCursor
