"""Lanes and marked stretches in the whole window, over the real sample library: from the action to the session and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from tests.ui.test_main_window import Desk, desk, open_desk, sample
from tests.waiting import wait_until
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_groups import GroupBy
from timeline_app.models.participant_model import ParticipantModel
from timeline_app.timeline.grouping import LaneGrouping

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["desk", "open_desk", "sample"]


def lanes_by(desk: Desk, grouping: LaneGrouping) -> list[str]:
    """Choose the action of a grouping, wait for its groups, and return the names of the lanes."""
    timeline = desk.window.timeline
    desk.window.actions_[f"lanes_{grouping.value}"].trigger()
    wait_until(lambda: not timeline.swimlanes.is_waiting)
    return [timeline.edges.headers.name(lane) for lane in timeline.lane_columns()]


@pytest.mark.parametrize(
    ("grouping", "name"),
    [
        (LaneGrouping.PARTICIPANT, "Suez Canal"),
        (LaneGrouping.PARTICIPANT_KIND, "People"),
        (LaneGrouping.FOLDER, "two-seas-gazette"),
        (LaneGrouping.TAG, "No tag"),
        (LaneGrouping.OUTLET, "Two Seas Gazette"),
        (LaneGrouping.KIND, "Reported"),
        (LaneGrouping.NONE, ""),
    ],
)
def test_every_grouping_of_the_menu_makes_its_lanes(open_desk: Desk, grouping: LaneGrouping, name: str) -> None:
    names = lanes_by(open_desk, grouping)
    if name:
        assert name in names
    else:
        assert len(names) == 1
    assert open_desk.window.actions_[f"lanes_{grouping.value}"].isChecked()
    has_lanes = grouping is not LaneGrouping.NONE
    assert open_desk.window.actions_["order_name"].isEnabled() is has_lanes


def test_the_order_of_the_menu_is_that_of_the_lanes(open_desk: Desk) -> None:
    lanes_by(open_desk, LaneGrouping.OUTLET)
    open_desk.window.actions_["order_name"].trigger()
    timeline = open_desk.window.timeline
    names = [lane.name for lane in timeline.lane_columns() if lane.name]
    assert names == sorted(names, key=str.casefold)


def test_letters_fold_and_unfold_while_the_timeline_has_the_focus(open_desk: Desk) -> None:
    lanes_by(open_desk, LaneGrouping.OUTLET)
    window = open_desk.window
    window.activateWindow()
    window.timeline.setFocus()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.timeline, Qt.Key.Key_C)
    assert len(window.timeline.swimlanes.folded) == 1
    QTest.keyClick(window.timeline, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert not window.timeline.swimlanes.folded


def test_the_menu_of_a_lane_folds_it(open_desk: Desk) -> None:
    lanes_by(open_desk, LaneGrouping.OUTLET)
    window = open_desk.window
    window.timeline.lane_menu_wanted.emit(1, QPoint(100, 100))
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible() and m.actions()[0].text() == "Fold")
    menu.actions()[0].trigger()
    menu.close()
    assert len(window.timeline.swimlanes.folded) == 1


def test_a_marked_stretch_is_summed_up_with_participants_and_becomes_the_filter(open_desk: Desk) -> None:
    window = open_desk.window
    timeline, session = window.timeline, open_desk.session
    every = window.model.rowCount()
    where = timeline.viewport()
    for act, x in ((QTest.mousePress, 150), (QTest.mouseMove, 300), (QTest.mouseRelease, 400)):
        if act is QTest.mouseMove:
            QTest.mouseMove(where, QPoint(x, 200))
        else:
            act(where, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(x, 200))
    span = timeline.stretch.span
    assert span is not None
    wait_until(lambda: timeline.swimlanes.groups(GroupBy.PARTICIPANT) is not None)
    assert "With " in timeline.stretch.strip.text()
    assert "…" not in timeline.stretch.strip.text().split("With")[1][:3]
    only = next(b for b in timeline.stretch.strip.findChildren(QToolButton) if b.text() == "Show only these")
    open_desk.wait_for_snapshot(lambda: QTest.mouseClick(only, Qt.MouseButton.LeftButton))
    assert (session.filter.after, session.filter.before) == (round(span[0]), round(span[1]))
    assert 0 < window.model.rowCount() < every
    events = window.model.events
    assert bool(((events.starts < span[1]) & (events.ends > span[0])).all())


def test_escape_takes_the_mark_off_then_the_selection_then_the_filter_wherever_the_focus_is(open_desk: Desk) -> None:
    window, session = open_desk.window, open_desk.session
    open_desk.wait_for_snapshot(lambda: session.finder.set_filter(EventFilter(query="canal")))
    window.timeline.setCurrentIndex(window.model.index(3, 0))
    window.timeline.mark_selection()
    for wanted in ((False, True, True), (False, False, True), (False, False, False)):
        QTest.keyClick(window, Qt.Key.Key_Escape)
        now = (
            window.timeline.stretch.span is not None,
            window.timeline.currentIndex().isValid(),
            not session.filter.is_empty,
        )
        assert now == wanted


def test_a_participant_of_the_pane_can_be_dragged(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline_app.models.participant_drag import participant_of
    from timeline_app.ui import participants_pane

    window = open_desk.window
    row = next(r for r, s in enumerate(window.model.summaries(range(window.model.rowCount()))) if s.participants)
    window.timeline.setCurrentIndex(window.model.index(row, 0))
    view = window.participants._view
    model = view.model()
    index = next(
        model.index(r, 0)
        for r in range(model.rowCount())
        if model.index(r, 0).data(ParticipantModel.ID_ROLE) is not None
    )
    taken = []

    class Drag:
        def __init__(self, _source: object) -> None:
            pass

        def setMimeData(self, data: object) -> None:
            taken.append(participant_of(data))  # type: ignore[arg-type]

        def exec(self, _action: object) -> None:
            """Let go at once."""

    monkeypatch.setattr(participants_pane, "QDrag", Drag)
    QApplication.processEvents()
    start = view.visualRect(index).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), start + QPoint(4, 0))
    QTest.mouseMove(view.viewport(), start + QPoint(60, 0))
    QTest.mouseRelease(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(60, 0)
    )
    assert taken == [index.data(ParticipantModel.ID_ROLE)]


def test_a_participant_has_a_lane_by_key_too_and_a_lane_is_pinned_by_its_menu(open_desk: Desk) -> None:
    window = open_desk.window
    swimlanes = window.timeline.swimlanes
    assert not window.actions_["pin_lane"].isEnabled()
    row = next(r for r, s in enumerate(window.model.summaries(range(window.model.rowCount()))) if s.participants)
    window.timeline.setCurrentIndex(window.model.index(row, 0))
    window.participants.setFocus()
    window.participants._view.setCurrentIndex(window.participants._view.model().index(1, 0))
    name = window.participants._view.currentIndex().data()
    window.actions_["pin_lane"].trigger()
    wait_until(lambda: not swimlanes.is_waiting)
    assert swimlanes.lanes[0].name == name
    third = swimlanes.lanes[2].key
    window.timeline.lane_menu_wanted.emit(2, QPoint(100, 100))
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible() and m.actions()[0].text() == "Fold")
    next(action for action in menu.actions() if action.text() == "Pin above all others").trigger()
    menu.close()
    assert swimlanes.lanes[0].key == third


def test_nothing_of_another_library_stands_in_the_lanes(open_desk: Desk, tmp_path: Path) -> None:
    lanes_by(open_desk, LaneGrouping.PARTICIPANT)
    swimlanes = open_desk.window.timeline.swimlanes
    swimlanes.pin_key(swimlanes.lanes[3].key)
    assert open_desk.window.commands.libraries.create_library(tmp_path / "empty.timeline")
    assert swimlanes.groups(GroupBy.PARTICIPANT) is None
    assert swimlanes.pinned == ()
    assert not swimlanes.lanes


def test_the_grouping_and_the_folds_are_there_again_after_a_restart(open_desk: Desk, tmp_path: Path) -> None:
    lanes_by(open_desk, LaneGrouping.PARTICIPANT)
    open_desk.window.timeline.swimlanes.toggle_fold(0)
    first = open_desk.window.timeline.lane_columns()[0].key
    open_desk.restart()
    open_desk.open(tmp_path / "case.timeline")
    timeline = open_desk.window.timeline
    wait_until(lambda: timeline.lanes is LaneGrouping.PARTICIPANT and not timeline.swimlanes.is_waiting)
    assert timeline.swimlanes.folded == {first}
    assert open_desk.window.actions_["lanes_participant"].isChecked()
