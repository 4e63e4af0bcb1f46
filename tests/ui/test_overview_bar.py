from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.ui.test_timeline_view import DAY, FIRST, make_index, make_model
from timeline_app.domain.event_index import EventIndex
from timeline_app.ui.overview_bar import OverviewBar
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def bar(app: QApplication) -> Iterator[OverviewBar]:
    """A bar over a thousand days of events, its view on days 400 to 500."""
    view = TimelineView()
    view.set_motion(allowed=False)
    view.setModel(make_model(make_index(np.random.default_rng(1).integers(0, 1000, 3000).tolist())))
    view.resize(1000, 400)
    view.set_visible_span(FIRST + 400 * DAY, FIRST + 500 * DAY)
    bar = OverviewBar(view)
    bar.resize(1000, 40)
    yield bar
    bar.deleteLater()
    view.deleteLater()


def drag(bar: OverviewBar, start: float, end: float) -> None:
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(start), 20))
    QTest.mouseMove(bar, QPoint(round((start + end) / 2), 20))
    QTest.mouseMove(bar, QPoint(round(end), 20))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(end), 20))


def days_in_view(bar: OverviewBar) -> tuple[float, float]:
    start, end = bar._view.visible_span()
    return (start - FIRST) / DAY, (end - FIRST) / DAY


def test_the_brush_stands_over_what_the_timeline_shows(bar: OverviewBar) -> None:
    scale = bar.scale()
    assert scale is not None
    assert scale.time(bar.brush().left()) == pytest.approx(FIRST + 400 * DAY, abs=DAY)
    assert scale.time(bar.brush().right()) == pytest.approx(FIRST + 500 * DAY, abs=DAY)


def test_dragging_the_brush_moves_the_view_and_keeps_its_length(bar: OverviewBar) -> None:
    middle = bar.brush().center().x()
    drag(bar, middle, middle + 200)
    start, end = days_in_view(bar)
    assert start == pytest.approx(604, abs=4)
    assert end - start == pytest.approx(100, abs=0.1)


def test_dragging_an_edge_resizes_the_view(bar: OverviewBar) -> None:
    drag(bar, bar.brush().right(), bar.brush().right() + 100)
    start, end = days_in_view(bar)
    assert start == pytest.approx(400, abs=0.1)
    assert end == pytest.approx(602, abs=4)
    drag(bar, bar.brush().left(), bar.brush().left() - 100)
    assert days_in_view(bar)[0] == pytest.approx(298, abs=4)


def test_an_edge_dragged_over_the_other_leaves_a_stretch(bar: OverviewBar) -> None:
    drag(bar, bar.brush().right(), 0)
    start, end = days_in_view(bar)
    assert end > start


def test_a_click_elsewhere_jumps_there(bar: OverviewBar) -> None:
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 20))
    start, end = days_in_view(bar)
    assert (start + end) / 2 == pytest.approx(97, abs=12)
    assert end - start == pytest.approx(100, abs=0.1)


def test_a_very_short_stretch_still_has_a_brush_to_grip(bar: OverviewBar) -> None:
    bar._view.set_visible_span(FIRST + 400 * DAY, FIRST + 400 * DAY + 600)
    assert bar.brush().width() >= 8
    middle = bar.brush().center().x()
    drag(bar, middle, middle + 100)
    start, end = days_in_view(bar)
    assert start == pytest.approx(502, abs=4)
    assert end - start == pytest.approx(600 / DAY, rel=0.01)


def test_without_events_there_is_no_brush(app: QApplication) -> None:
    view = TimelineView()
    view.setModel(make_model(EventIndex.empty()))
    bar = OverviewBar(view)
    bar.resize(400, 40)
    assert bar.brush().isEmpty()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 20))
    bar.render(QImage(400, 40, QImage.Format.Format_RGB32))


def test_the_strip_shows_where_the_events_are_until_the_view_goes_beyond(app: QApplication) -> None:
    view = TimelineView()
    view.set_motion(allowed=False)
    view.setModel(make_model(make_index([*range(60), 90_000])))
    view.resize(600, 300)
    bar = OverviewBar(view)
    bar.resize(600, 40)
    scale = bar.scale()
    assert scale is not None
    assert scale.time(600) < FIRST + 100 * DAY
    view.fit_all()
    scale = bar.scale()
    assert scale is not None
    assert scale.time(600) > FIRST + 90_000 * DAY


def test_the_picture_follows_the_view(bar: OverviewBar) -> None:
    before, after = QImage(1000, 40, QImage.Format.Format_RGB32), QImage(1000, 40, QImage.Format.Format_RGB32)
    bar.render(before)
    bar._view.set_visible_span(FIRST, FIRST + 100 * DAY)
    bar.render(after)
    assert before != after
