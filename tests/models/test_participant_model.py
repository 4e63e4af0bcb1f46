"""Participants grouped by kind, under Qt's own model tester."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from timeline_app.domain.extraction import ParticipantKind, Role
from timeline_app.domain.records import StoredParticipant
from timeline_app.models.participant_model import ParticipantColumn, ParticipantModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

PERSON, ORGANISATION, PLACE = ParticipantKind
RABIE = StoredParticipant(
    (1 << 40) + 1, "Osama Rabie", PERSON, ((9, 14), (20, 25)), (Role("chairman", "Suez Canal Authority"),), ("Rabie",)
)
PEOPLE = (
    StoredParticipant(2, "Suez", PLACE, ((1, 5),)),
    StoredParticipant(3, "Mona Aziz", PERSON, ((30, 39),)),
    RABIE,
)


@pytest.fixture
def model(app: QApplication) -> Iterator[ParticipantModel]:
    model = ParticipantModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_participants(PEOPLE)
    model.set_counts({RABIE.id: 12, 3: 1})
    yield model
    del tester


def shown(model: ParticipantModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_each_kind_stands_under_its_heading_most_mentioned_first(model: ParticipantModel) -> None:
    assert shown(model) == ["People", "Osama Rabie", "Mona Aziz", "Places", "Suez"]


def test_headings_can_neither_be_selected_nor_reached(model: ParticipantModel) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(0, 0).data(ParticipantModel.ID_ROLE) is None


def test_a_participants_id_survives_whole(model: ParticipantModel) -> None:
    assert model.index(1, 0).data(ParticipantModel.ID_ROLE) == RABIE.id
    assert model.row_of(RABIE.id) == 1
    assert model.row_of(999) == -1


def test_a_screen_reader_hears_who_what_and_how_often(model: ParticipantModel) -> None:
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Osama Rabie. person. chairman, Suez Canal Authority. 2 mentions in this article. 12 events on the timeline"
    )
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Mona Aziz. person. mentioned once in this article. 1 event on the timeline"
    )
    assert model.index(1, ParticipantColumn.FILTER).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Show only the events with Osama Rabie"
    )


def test_the_tooltip_has_roles_aliases_and_counts(model: ParticipantModel) -> None:
    tip = str(model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert tip.split("\n")[:3] == ["Osama Rabie", "chairman, Suez Canal Authority", "also: Rabie"]


def test_counts_that_were_not_made_are_not_shown_as_none(app: QApplication) -> None:
    model = ParticipantModel()
    model.set_participants(PEOPLE)
    assert model.index(1, 0).data(ParticipantModel.EVENTS_ROLE) is None
    assert "library" not in str(model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_marking_and_filtering_are_told_and_shown(model: ParticipantModel) -> None:
    told = QSignalSpy(model.dataChanged)
    model.set_marked(RABIE.id)
    model.set_filtered([3])
    assert told.count() == 2
    assert [bool(model.index(row, 0).data(ParticipantModel.MARKED_ROLE)) for row in (1, 2)] == [True, False]
    assert [bool(model.index(row, 1).data(ParticipantModel.FILTERED_ROLE)) for row in (1, 2)] == [False, True]


def test_another_article_replaces_everything(model: ParticipantModel) -> None:
    model.set_participants(PEOPLE[:1])
    assert shown(model) == ["Places", "Suez"]
    model.set_participants(())
    assert shown(model) == []


def test_the_same_participants_again_only_change_their_counts(model: ParticipantModel) -> None:
    resets, told = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.set_participants(PEOPLE)
    model.set_counts({RABIE.id: 40})
    assert resets.count() == 0
    assert told.count() == 1
    assert model.index(1, 0).data(ParticipantModel.EVENTS_ROLE) == 40
