from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest

from tests.ui.test_timeline_view import DAY, FIRST, make_index, make_model
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui.overview_bar import OverviewBar
from timeline_app.ui.overview_density import quantile
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


# -- the filter's share, the keys, the value -------------------------------------------------------------------------------


def test_all_events_are_drawn_and_the_filters_share_of_them_stands_out(app: QApplication) -> None:
    view = TimelineView()
    view.resize(600, 300)
    whole = make_index(range(0, 1000, 2))
    model = make_model(whole)
    view.setModel(model)
    bar = OverviewBar(view)
    bar.resize(600, 40)
    bar.show_all(whole)
    alone = QImage(600, 40, QImage.Format.Format_RGB32)
    bar.render(alone)
    assert bar.bars(bar.scale())[1] is None  # type: ignore[arg-type]
    model.set_events(whole.take(np.arange(100)), lambda _ids: {})
    scale = bar.scale()
    assert scale is not None
    assert scale.time(600) > FIRST + 990 * DAY  # of all events, not of the share
    every, share = bar.bars(scale)
    assert share is not None
    assert every.counts.sum() == pytest.approx(500)
    assert share.counts.sum() == pytest.approx(100)
    filtered = QImage(600, 40, QImage.Format.Format_RGB32)
    bar.render(filtered)
    assert filtered != alone


def test_events_that_no_filter_lets_through_leave_the_overview_of_all(app: QApplication) -> None:
    view = TimelineView()
    whole = make_index(range(100))
    model = make_model(whole)
    view.setModel(model)
    bar = OverviewBar(view)
    bar.resize(600, 40)
    bar.show_all(whole)
    model.set_events(EventIndex.empty(), lambda _ids: {})
    bar.render(QImage(600, 40, QImage.Format.Format_RGB32))
    assert bar.scale() is not None


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (Qt.Key.Key_Right, 10),
        (Qt.Key.Key_Left, -10),
        (Qt.Key.Key_PageDown, 90),
        (Qt.Key.Key_PageUp, -90),
        (Qt.Key.Key_Home, -450),
        (Qt.Key.Key_End, 550),
    ],
)
def test_keys_move_the_brush(bar: OverviewBar, key: Qt.Key, days: int) -> None:
    QTest.keyClick(bar, key)
    start, end = days_in_view(bar)
    assert start - 400 == pytest.approx(days, abs=3)
    assert end - start == pytest.approx(100, abs=0.1)


def test_home_and_end_pass_over_stray_dates_until_they_are_pressed_again(app: QApplication) -> None:
    view = TimelineView()
    view.set_motion(allowed=False)
    view.resize(1000, 400)
    bar = OverviewBar(view)
    view.setModel(make_model(make_index([-700_000, *range(100), 1_500_000])))
    reached = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_End):
        QTest.keyClick(bar, key)
        reached.append(sum(days_in_view(bar)) / 2)
    assert reached == pytest.approx([0, -700_000, 100, 1_500_001], abs=2)


def test_keys_resize_the_brush(bar: OverviewBar) -> None:
    QTest.keyClick(bar, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert days_in_view(bar) == pytest.approx((400, 510), abs=0.1)
    QTest.keyClick(bar, Qt.Key.Key_Plus)
    start, end = days_in_view(bar)
    assert end - start < 100


def test_the_focus_on_it_is_visible(bar: OverviewBar) -> None:
    assert bar.focusPolicy() & Qt.FocusPolicy.TabFocus
    bar.show()
    bar.activateWindow()
    without = QImage(1000, 40, QImage.Format.Format_RGB32)
    bar.render(without)
    bar.setFocus()
    QTest.qWaitForWindowActive(bar)
    focused = QImage(1000, 40, QImage.Format.Format_RGB32)
    bar.render(focused)
    assert bar.hasFocus()
    assert focused != without


def test_it_is_a_slider_with_a_value_to_those_who_cannot_see_it(bar: OverviewBar) -> None:
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.Slider
    value = interface.valueInterface()
    assert value.currentValue() == pytest.approx(4500, abs=30)
    assert bar.pageStep() == pytest.approx(1000, abs=20)
    assert interface.text(QAccessible.Text.Name) == "Overview of all events"
    assert interface.text(QAccessible.Text.Description) == "5 April – 13 July 2022"
    value.setCurrentValue(2000)
    start, end = days_in_view(bar)
    assert (start + end) / 2 == pytest.approx(200, abs=3)
    assert end - start == pytest.approx(100, abs=0.1)


def test_other_lanes_of_the_same_events_are_no_filter(app: QApplication) -> None:
    view = TimelineView()
    view.resize(600, 300)
    whole = make_index(range(100))
    view.setModel(make_model(whole))
    bar = OverviewBar(view)
    bar.resize(600, 40)
    bar.show_all(whole)
    view.set_lanes(LaneGrouping.OUTLET)
    scale = bar.scale()
    assert scale is not None
    every, share = bar.bars(scale)
    assert share is None
    assert every.counts.sum() == pytest.approx(100)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60), st.floats(0, 1))
def test_what_a_share_of_the_bars_does_not_exceed_is_what_numpy_says(counts: list[int], share: float) -> None:
    assert quantile(np.array(counts), share) == pytest.approx(float(np.quantile(counts, share)))
