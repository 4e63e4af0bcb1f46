"""Lanes on the real widget: groups that overlap, headers, folding, pinning by drag and drop, rows that scroll, a marked stretch."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QHelpEvent, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from tests.timeline.test_grouping import groups_of
from tests.ui.test_timeline_view import (
    DAY,
    FIRST,
    Key,
    Modifier,
    centre,
    current,
    drag,
    make_index,
    make_model,
    picture,
    press,
    select,
    selected,
    wheel,
)
from timeline_app.domain.event_groups import EventGroups, GroupBy
from timeline_app.models.event_model import EventModel
from timeline_app.models.participant_drag import drag_of, participant_of
from timeline_app.timeline.grouping import LaneGrouping, LaneOrder
from timeline_app.timeline.scene import Level
from timeline_app.ui.timeline_arrows import arrows_of
from timeline_app.ui.timeline_state import TimelineState
from timeline_app.ui.timeline_threads import knots_of
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Iterator

WHO = {"Ada": range(100, 130, 2), "Bo": range(100, 130, 3), "Cy": [101, 107]}
"""Events by their ids, which `make_index` counts from 100."""


@pytest.fixture
def view(app: QApplication) -> Iterator[TimelineView]:
    """Thirty events in the lanes of three participants, as the session would give them, shown and focused."""
    view = TimelineView()
    view.set_motion(allowed=False)
    groups = groups_of(WHO)
    view.swimlanes.groups_wanted.connect(lambda by: view.swimlanes.set_groups(by, groups))
    model = make_model(make_index(range(0, 60, 2)))
    model.setParent(view)
    view.setModel(model)
    view.resize(1100, 620)
    view.show()
    view.activateWindow()
    view.setFocus()
    view.set_lanes(LaneGrouping.PARTICIPANT)
    QApplication.processEvents()
    yield view
    view.close()
    view.deleteLater()


def names(view: TimelineView) -> list[str]:
    return [view.edges.headers.name(lane) for lane in view.lane_columns()]


def header_place(view: TimelineView, number: int) -> QPoint:
    scene = view.scene()
    assert scene is not None
    lane = next(lane for lane in scene.in_sight if lane.number == number)
    return QPoint(40, view.edges.ruler.height() + lane.top + 8)


def is_folded(view: TimelineView, number: int) -> bool:
    scene = view.scene()
    assert scene is not None
    return number in scene.layout.folded


# -- groups ----------------------------------------------------------------------------------------------------------------


def test_participants_have_lanes_and_an_event_of_two_is_drawn_in_both(view: TimelineView) -> None:
    assert names(view) == ["Ada", "Bo", "Cy", "Nobody named"]
    scene = view.scene()
    assert scene is not None
    assert [mark.lane for mark in scene.marks_of(0)] == [0, 1]


def test_until_the_groups_are_there_all_events_stand_in_one_lane(app: QApplication) -> None:
    view = TimelineView()
    asked = QSignalSpy(view.swimlanes.groups_wanted)
    view.setModel(make_model(make_index(range(10))))
    view.set_lanes(LaneGrouping.TAG)
    assert [asked.at(i)[0] for i in range(asked.count())] == [GroupBy.TAG]
    assert names(view) == ["Reading…"]
    view.swimlanes.set_groups(GroupBy.TAG, groups_of({"money": [100, 103]}, kind=""))
    assert names(view) == ["money", "No tag"]
    assert sum(len(lane) for lane in view.lane_columns()) == 10


def test_folders_are_told_apart_by_the_ends_of_their_paths(app: QApplication) -> None:
    view = TimelineView()
    view.resize(700, 300)
    view.setModel(make_model(make_index(range(10))))
    folders = groups_of({"/home/ada/case/courier": [100, 101, 102], "/home/ada/case/gazette": [103]}, kind="")
    view.swimlanes.set_groups(GroupBy.FOLDER, folders)
    view.set_lanes(LaneGrouping.FOLDER)
    assert names(view) == ["courier", "gazette", "No folder"]


def test_kinds_of_participants_are_named_in_the_readers_words(view: TimelineView) -> None:
    view.swimlanes.set_groups(GroupBy.PARTICIPANT_KIND, groups_of({"person": [100], "place": [101]}, kind=""))
    view.set_lanes(LaneGrouping.PARTICIPANT_KIND)
    assert names(view)[:2] == ["People", "Places"]


def test_lanes_stand_in_the_order_that_the_reader_chooses(view: TimelineView) -> None:
    view.swimlanes.set_order(LaneOrder.NAME)
    assert names(view) == ["Ada", "Bo", "Cy", "Nobody named"]
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(model.events.take(np.arange(1, 30)), lambda _ids: {})
    view.swimlanes.set_order(LaneOrder.FIRST)
    assert names(view) == ["Cy", "Ada", "Bo", "Nobody named"]


def test_a_filter_that_leaves_fewer_events_regroups_them_with_the_groups_that_are_known(view: TimelineView) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(model.events.take(np.array([1, 5])), lambda _ids: {})
    assert names(view) == ["Cy", "Nobody named"]


def test_groups_out_of_date_are_asked_for_again_and_stand_until_the_answer_is_there(view: TimelineView) -> None:
    view.swimlanes.groups_wanted.disconnect()
    asked = QSignalSpy(view.swimlanes.groups_wanted)
    view.swimlanes.forget_groups()
    assert asked.at(0)[0] is GroupBy.PARTICIPANT
    assert names(view)[:2] == ["Ada", "Bo"]
    view.swimlanes.set_groups(GroupBy.PARTICIPANT, groups_of({"Dee": [100]}))
    assert names(view)[0] == "Dee"


# -- the thread ------------------------------------------------------------------------------------------------------------


def test_a_thread_ties_the_lanes_together_that_hold_the_selected_event(view: TimelineView) -> None:
    scene = view.scene()
    assert scene is not None
    before = picture(view)
    select(view, 0)
    assert picture(view) != before
    scene = view.scene()
    assert scene is not None
    knots = knots_of(scene, 0, view.labels)
    lanes = [scene.lane_at(knot.y()) for knot in knots]
    assert [lane.number for lane in lanes if lane] == [0, 1]
    assert knots_of(scene, 29, view.labels) == []


def test_the_thread_goes_through_folded_lanes_and_to_the_edge_where_a_lane_is_out_of_sight(view: TimelineView) -> None:
    view.swimlanes.set_folded({"person/Bo"})
    scene = view.scene()
    assert scene is not None
    strip = next(lane for lane in scene.in_sight if lane.number == 1)
    assert strip.top < knots_of(scene, 0, view.labels)[1].y() < strip.bottom
    view.swimlanes.set_folded(())
    view.swimlanes.stretch_by(8)
    scene = view.scene()
    assert scene is not None
    assert knots_of(scene, 0, view.labels)[1].y() == view.viewport().height()


# -- moving between lanes --------------------------------------------------------------------------------------------------


def test_arrows_stay_in_the_lane_that_was_clicked_of_the_several_that_hold_the_event(view: TimelineView) -> None:
    scene = view.scene()
    assert scene is not None
    in_bo = list(scene.marks_of(0))[1]
    at = QPointF((in_bo.left + in_bo.right) / 2, (in_bo.top + in_bo.bottom) / 2).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, at)
    assert current(view) == 0
    assert view.visualRect(view.currentIndex()).center().y() == pytest.approx(at.y(), abs=2)
    press(view, Key.Key_Right)
    assert current(view) == 3  # Bo's next; Ada's would be 2
    press(view, Key.Key_Up)
    assert current(view) in (2, 4)  # Ada's nearest
    press(view, Key.Key_Right)
    assert current(view) in (4, 6)


def test_keys_pass_over_folded_lanes(view: TimelineView) -> None:
    view.swimlanes.set_folded({"person/Bo"})
    select(view, 2)
    press(view, Key.Key_Down)
    assert current(view) == 1  # in Cy's lane


# -- headers ---------------------------------------------------------------------------------------------------------------


def test_a_click_on_a_name_folds_the_lane_to_a_strip_of_its_density_and_another_opens_it(view: TimelineView) -> None:
    scene = view.scene()
    assert scene is not None
    tall = scene.layout.height_of(1)
    QTest.mouseClick(view.edges.headers, Qt.MouseButton.LeftButton, Modifier.NoModifier, header_place(view, 1))
    scene = view.scene()
    assert scene is not None
    assert is_folded(view, 1)
    assert scene.layout.height_of(1) < tall
    assert next(lane for lane in scene.in_sight if lane.number == 1).level is Level.DENSITY
    QTest.mouseClick(view.edges.headers, Qt.MouseButton.LeftButton, Modifier.NoModifier, header_place(view, 1))
    assert not is_folded(view, 1)


def test_names_have_a_focus_of_their_own_and_keys_that_fold(view: TimelineView) -> None:
    headers = view.edges.headers
    without = QImage(headers.size(), QImage.Format.Format_RGB32)
    headers.render(without)
    headers.setFocus()
    with_focus = QImage(headers.size(), QImage.Format.Format_RGB32)
    headers.render(with_focus)
    assert with_focus != without
    QTest.keyClick(headers, Key.Key_Down)
    assert headers.accessibleDescription() == "Bo, 10 events, open"
    QTest.keyClick(headers, Key.Key_Space)
    assert is_folded(view, 1)
    assert headers.accessibleDescription() == "Bo, 10 events, folded"
    QTest.keyClick(headers, Key.Key_End)
    QTest.keyClick(headers, Key.Key_Return)
    assert is_folded(view, 3)
    QTest.keyClick(headers, Key.Key_Home)
    assert headers.accessibleDescription().startswith("Ada")


def test_the_lane_reached_by_key_is_brought_into_view(view: TimelineView) -> None:
    view.swimlanes.stretch_by(4)
    view.edges.headers.setFocus()
    QTest.keyClick(view.edges.headers, Key.Key_End)
    scene = view.scene()
    assert scene is not None
    assert 3 in [lane.number for lane in scene.in_sight]


def test_the_lane_of_the_current_event_folds_and_all_unfold(view: TimelineView) -> None:
    select(view, 2)
    view.fold_lane()
    assert is_folded(view, 0)
    view.swimlanes.set_folded(())
    assert not is_folded(view, 0)


def test_a_name_asks_for_its_menu_by_the_keyboard(view: TimelineView) -> None:
    asked = QSignalSpy(view.lane_menu_wanted)
    QTest.mousePress(view.edges.headers, Qt.MouseButton.RightButton, Modifier.NoModifier, header_place(view, 2))
    assert asked.count() == 0
    place = header_place(view, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.edges.headers.mapToGlobal(place))
    QApplication.sendEvent(view.edges.headers, event)
    assert asked.at(0)[0] == 2


def test_names_stay_in_view_and_say_how_many_events_there_are(view: TimelineView) -> None:
    before = QImage(view.edges.headers.size(), QImage.Format.Format_RGB32)
    view.edges.headers.render(before)
    view.pan(5000, 0)
    after = QImage(view.edges.headers.size(), QImage.Format.Format_RGB32)
    view.edges.headers.render(after)
    assert before == after
    place = header_place(view, 0)
    said = QHelpEvent(QEvent.Type.ToolTip, place, view.edges.headers.mapToGlobal(place))
    assert QApplication.sendEvent(view.edges.headers, said)


# -- pinning ---------------------------------------------------------------------------------------------------------------


def drop(view: TimelineView, data: QMimeData) -> tuple[bool, bool]:
    """Drag data onto the canvas and let go; return whether it was welcome, and taken."""
    at = QPointF(view.viewport().rect().center())
    args = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier)
    with warnings.catch_warnings():
        # The only way to make one before Qt 6.12, which deprecates it.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(at.toPoint(), *args)
    enter.ignore()
    QApplication.sendEvent(view.viewport(), enter)
    dropped = QDropEvent(at, *args)
    dropped.ignore()
    QApplication.sendEvent(view.viewport(), dropped)
    return enter.isAccepted(), dropped.isAccepted()


def test_a_participant_dropped_on_the_timeline_has_a_lane_above_all_others(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    assert drop(view, drag_of(52, "Cy")) == (True, True)
    assert view.lanes is LaneGrouping.PARTICIPANT
    assert names(view)[0] == "Cy"
    view.swimlanes.unpin("person/Cy")
    assert names(view)[0] == "Ada"


def test_a_participant_dropped_before_the_groups_are_there_is_pinned_when_they_come(app: QApplication) -> None:
    view = TimelineView()
    view.setModel(make_model(make_index(range(30))))
    drop(view, drag_of(51, "Bo"))
    assert view.swimlanes.is_waiting
    view.swimlanes.set_groups(GroupBy.PARTICIPANT, groups_of(WHO))
    assert names(view)[0] == "Bo"


def test_what_is_no_participant_is_left_to_the_window(view: TimelineView) -> None:
    data = QMimeData()
    data.setText("Cy")
    assert drop(view, data) == (False, False)
    assert participant_of(data) is None
    assert participant_of(drag_of(1 << 33, "x")) == 1 << 33


# -- rows of a lane --------------------------------------------------------------------------------------------------------


@pytest.fixture
def crowded(app: QApplication) -> Iterator[TimelineView]:
    """A single day with sixty events."""
    view = TimelineView()
    view.set_motion(allowed=False)
    model = make_model(make_index([5] * 60))
    model.setParent(view)
    view.setModel(model)
    view.resize(1100, 400)
    view.show()
    view.set_visible_span(FIRST + 5 * DAY, FIRST + 6 * DAY)
    yield view
    view.close()
    view.deleteLater()


def rows_above(view: TimelineView) -> int:
    scene = view.scene()
    assert scene is not None
    return scene.in_sight[0].rows_above


def test_the_wheel_scrolls_the_rows_of_a_lane_that_has_more_than_fit(crowded: TimelineView) -> None:
    before = crowded.visible_span()
    wheel(crowded, -1)
    assert rows_above(crowded) == 3
    assert crowded.visible_span() == before
    wheel(crowded, 2)
    assert rows_above(crowded) == 0
    for _ in range(40):
        wheel(crowded, -1)
    scene = crowded.scene()
    assert scene is not None
    assert scene.in_sight[0].marks
    assert not scene.in_sight[0].has_rows_below
    wheel(crowded, 1)
    assert scene.in_sight[0].rows_above - 3 == rows_above(crowded)


def test_arrows_at_the_edge_of_the_lane_scroll_it_by_a_screen(crowded: TimelineView) -> None:
    for wanted in (1, -1):
        scene = crowded.scene()
        assert scene is not None
        arrow = next(arrow for arrow in arrows_of(scene, crowded.labels.metrics) if arrow.rows * wanted > 0)
        at = arrow.box.center().toPoint()
        # From elsewhere: a pointer that stands there already does not move.
        QTest.mouseMove(crowded.viewport(), QPoint(5, 5))
        QTest.mouseMove(crowded.viewport(), at)
        assert crowded.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
        QTest.mouseClick(crowded.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, at)
        assert (rows_above(crowded) > 0) is (wanted > 0)


def test_a_drag_up_scrolls_the_rows_as_the_hand_moves(crowded: TimelineView) -> None:
    drag(crowded, QPoint(500, 300), QPoint(500, 300 - 4 * crowded.row_height))
    assert rows_above(crowded) == pytest.approx(4, abs=1)


def test_an_event_reached_by_key_in_a_scrolled_lane_is_brought_into_view(crowded: TimelineView) -> None:
    scene = crowded.scene()
    assert scene is not None
    first = min(scene.in_sight[0].marks, key=lambda mark: mark.top).row
    wheel(crowded, -2)
    assert crowded.visualRect(crowded.model().index(first, 0)).isEmpty()
    select(crowded, first)
    crowded.scrollTo(crowded.currentIndex())
    assert not crowded.visualRect(crowded.currentIndex()).isEmpty()


# -- a marked stretch of time ----------------------------------------------------------------------------------------------


def mark(view: TimelineView) -> None:
    view.set_visible_span(FIRST, FIRST + 60 * DAY)
    drag(view, QPoint(200, 300), QPoint(600, 300), Modifier.ShiftModifier)


def test_a_marked_stretch_says_how_many_events_by_whom_and_with_whom(view: TimelineView) -> None:
    mark(view)
    model = view.model()
    assert isinstance(model, EventModel)
    assert view.stretch.span is not None
    start, end = view.stretch.span
    inside = int(((model.events.starts < end) & (model.events.ends > start)).sum())
    said = view.stretch.strip.text()
    assert said.startswith(f"{inside} events · ")
    assert "By Courier (" in said
    assert "With Ada (" in said
    assert view.stretch.strip.accessibleName() == said
    assert view.viewport().geometry().contains(view.stretch.strip.geometry())


def test_who_takes_part_is_said_as_soon_as_it_is_known(app: QApplication) -> None:
    view = TimelineView()
    view.resize(1000, 400)
    view.setModel(make_model(make_index(range(0, 60, 2))))
    mark(view)
    assert "With …" in view.stretch.strip.text()
    view.swimlanes.set_groups(GroupBy.PARTICIPANT, groups_of(WHO))
    view.stretch.sum_up()
    assert "With Ada (" in view.stretch.strip.text()


def buttons(view: TimelineView) -> dict[str, QToolButton]:
    return {button.text(): button for button in view.stretch.strip.findChildren(QToolButton)}


def test_the_stretch_is_offered_as_a_filter(view: TimelineView) -> None:
    asked = QSignalSpy(view.stretch_filter_requested)
    mark(view)
    span = view.stretch.span
    QTest.mouseClick(buttons(view)["Show only these"], Qt.MouseButton.LeftButton)
    assert tuple(asked.at(0)) == span
    assert view.stretch.span is None


def test_the_stretch_can_be_zoomed_to_and_put_away_with_the_pointer_and_by_keys_of_its_own(view: TimelineView) -> None:
    mark(view)
    QTest.mouseClick(buttons(view)["✕"], Qt.MouseButton.LeftButton)
    assert view.stretch.span is None
    mark(view)
    strip = view.stretch.strip
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons(view).values())
    QTest.keyClick(strip, Key.Key_Escape)
    assert not strip.isVisible()
    mark(view)
    before = view.visible_span()
    QTest.mouseClick(buttons(view)["Zoom in"], Qt.MouseButton.LeftButton)
    assert view.visible_span()[1] - view.visible_span()[0] < before[1] - before[0]


def test_the_strip_stays_over_its_stretch_and_within_the_canvas(view: TimelineView) -> None:
    mark(view)
    before = view.stretch.strip.x()
    view.pan(150, 0)
    assert view.stretch.strip.x() < before
    view.pan(5000, 0)
    assert view.viewport().geometry().contains(view.stretch.strip.geometry())


def test_on_a_small_canvas_the_names_go_on_in_another_line(view: TimelineView) -> None:
    mark(view)
    tall = view.stretch.strip.height()
    view.resize(420, 500)
    strip = view.stretch.strip
    assert strip.height() > tall
    assert view.viewport().geometry().contains(strip.geometry())
    for label in strip.findChildren(QLabel):
        assert label.wordWrap()
        assert label.height() >= label.heightForWidth(label.width())


def test_other_events_take_the_mark_off(view: TimelineView) -> None:
    mark(view)
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(make_index(range(5)), lambda _ids: {})
    assert view.stretch.span is None
    assert not view.stretch.strip.isVisible()


def test_a_click_on_the_ground_takes_the_mark_off_before_the_selection(view: TimelineView) -> None:
    select(view, 3)
    mark(view)
    ground = QPoint(view.viewport().width() // 2, view.viewport().height() - 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, ground)
    assert view.stretch.span is None
    assert selected(view) == [3]


# -- the state -------------------------------------------------------------------------------------------------------------


def test_grouping_order_pins_and_folds_are_brought_back(view: TimelineView) -> None:
    view.swimlanes.set_order(LaneOrder.FIRST)
    view.swimlanes.pin(52)
    view.swimlanes.set_folded({"person/Bo"})
    view.swimlanes.stretch_by(1.5)
    state = TimelineState.from_text(view.view_state().to_text())
    assert state is not None
    other = TimelineView()
    other.resize(1100, 620)
    other.setModel(view.model())
    other.restore(state)
    other.swimlanes.set_groups(GroupBy.PARTICIPANT, groups_of(WHO))
    assert names(other) == names(view)
    assert is_folded(other, names(other).index("Bo"))
    assert other.view_state() == view.view_state()


def test_a_pinned_lane_is_not_lost_where_groups_are_empty(view: TimelineView) -> None:
    view.swimlanes.pin(52)
    view.swimlanes.set_groups(GroupBy.PARTICIPANT, EventGroups.empty())
    assert names(view) == ["Nobody named"]
    view.swimlanes.set_groups(GroupBy.PARTICIPANT, groups_of(WHO))
    assert names(view)[0] == "Cy"


def test_a_click_still_selects_where_lanes_are_folded(view: TimelineView) -> None:
    view.swimlanes.set_folded({"person/Ada"})
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, centre(view, 3))
    assert current(view) == 3


def test_a_button_over_the_names_says_what_lanes_have_in_common_and_asks_for_the_menu(view: TimelineView) -> None:
    assert view.edges.chooser.text() == "By participant ▾"
    assert view.edges.chooser.accessibleName() == "Lanes: By participant"
    asked = QSignalSpy(view.lane_menu_wanted)
    QTest.mouseClick(view.edges.chooser, Qt.MouseButton.LeftButton)
    assert asked.at(0)[0] == -1
    view.set_lanes(LaneGrouping.NONE)
    assert not view.edges.chooser.isVisible()


def test_the_focus_is_on_the_event_in_the_lane_that_the_reader_is_in(view: TimelineView) -> None:
    select(view, 0)
    view.reach_lane(0)
    in_ada = picture(view)
    view.reach_lane(1)
    in_bo = picture(view)
    assert in_ada != in_bo
    assert view._look().current_lane == 1
    view.reach_lane(2)  # does not hold the event
    assert view._look().current_lane == 0
