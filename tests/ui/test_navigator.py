from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel

from tests.domain.test_event_index import index_of
from timeline_app.models.event_model import EventModel
from timeline_app.ui.navigator import Navigator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def model(app: QApplication) -> EventModel:
    model = EventModel()
    model.set_events(index_of(5), lambda _ids: {})
    return model


@pytest.fixture
def selection(model: EventModel) -> QItemSelectionModel:
    return QItemSelectionModel(model)


@pytest.fixture
def navigator(model: EventModel, selection: QItemSelectionModel) -> Navigator:
    return Navigator(model, selection)


def test_selecting_says_which_event_is_read_once(navigator: Navigator) -> None:
    said: list[object] = []
    navigator.event_changed.connect(said.append)
    assert navigator.select(3)
    assert navigator.select(3)
    assert said == [3]
    assert not navigator.select(99)


def test_a_command_is_about_what_is_selected_else_about_what_is_read(
    navigator: Navigator, model: EventModel, selection: QItemSelectionModel
) -> None:
    assert navigator.chosen() == []
    navigator.read(99)  # shown by no view
    assert navigator.chosen() == [99]
    flags = QItemSelectionModel.SelectionFlag
    for row in (4, 0, 1, 4):
        selection.select(model.index(row, 0), flags.Select | flags.Rows)
    assert navigator.chosen() == [1, 2, 5]


def test_steps_stop_at_either_end_and_begin_there_from_nothing(navigator: Navigator) -> None:
    navigator.step(1)
    assert navigator.current == 1
    navigator.step(-1)
    assert navigator.current == 1
    navigator.clear()
    navigator.step(-1)
    assert navigator.current == 5
    navigator.step(1)
    assert navigator.current == 5


def test_the_event_read_stays_selected_when_the_snapshot_changes(
    navigator: Navigator, model: EventModel, selection: QItemSelectionModel
) -> None:
    navigator.select(4)
    said: list[object] = []
    navigator.event_changed.connect(said.append)
    model.set_events(index_of(2, ids=np.array([9, 4])), lambda _ids: {})
    assert selection.currentIndex().row() == 1
    assert [i.row() for i in selection.selectedRows()] == [1]
    assert navigator.current == 4
    assert said == []


def test_the_event_read_is_remembered_while_the_filter_leaves_it_out(navigator: Navigator, model: EventModel) -> None:
    navigator.select(4)
    model.set_events(index_of(1), lambda _ids: {})
    assert navigator.current == 4
    model.set_events(index_of(5), lambda _ids: {})
    navigator.step(1)
    assert navigator.current == 5


def test_back_and_forward_follow_the_trail(navigator: Navigator) -> None:
    for event in (1, 3, 5):
        navigator.select(event)
    assert not navigator.can_go_forward
    navigator.go(-1)
    assert navigator.current == 3
    navigator.go(-1)
    assert navigator.current == 1
    assert not navigator.can_go_back
    navigator.go(1)
    assert navigator.current == 3
    navigator.select(2)
    assert not navigator.can_go_forward
    navigator.go(-1)
    assert navigator.current == 3


def test_going_back_passes_over_what_is_out_of_sight(navigator: Navigator, model: EventModel) -> None:
    for event in (1, 3, 5):
        navigator.select(event)
    model.set_events(index_of(2, ids=np.array([1, 5])), lambda _ids: {})
    navigator.go(-1)
    assert navigator.current == 1


def test_an_event_out_of_sight_can_be_read_and_is_selected_when_it_comes_into_sight(
    navigator: Navigator, model: EventModel, selection: QItemSelectionModel
) -> None:
    navigator.select(2)
    said: list[object] = []
    navigator.event_changed.connect(said.append)
    assert not navigator.read(9)
    assert (navigator.current, said) == (9, [9])
    assert not selection.currentIndex().isValid()
    model.set_events(index_of(3, ids=np.array([1, 9, 2])), lambda _ids: {})
    assert selection.currentIndex().row() == 1
    assert said == [9]


def test_another_library_has_no_trail(navigator: Navigator) -> None:
    navigator.select(1)
    navigator.select(2)
    navigator.forget()
    assert navigator.current is None
    assert not navigator.can_go_back
    assert not navigator.can_go_forward
