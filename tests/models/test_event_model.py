from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.domain.test_event_index import index_of
from timeline_app.domain.event_index import EventFlag, EventIndex, EventSummary
from timeline_app.models.event_model import Column, EventModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Words:
    """Stands for the library: counts how often it is read."""

    def __init__(self) -> None:
        self.reads: list[int] = []

    def __call__(self, ids: Sequence[int]) -> Mapping[int, EventSummary]:
        self.reads.append(len(ids))
        return {i: EventSummary(i, i, f"Event {i}", "Herald", "on Monday", ("NATO", "Putin")) for i in ids}


@pytest.fixture(autouse=True)
def in_english(app: QApplication) -> None:
    QLocale.setDefault(QLocale("en_GB"))


def model_of(events: EventIndex) -> tuple[EventModel, Words]:
    model, words = EventModel(), Words()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_events(events, words)
    return model, words


def test_cells_show_date_title_outlet_participants_and_kind() -> None:
    model, _ = model_of(index_of(2))
    shown = [model.index(1, column).data() for column in Column]
    assert shown == ["2 January 1970", "Event 2", "Herald", "NATO, Putin", "Published"]
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in Column][:2] == ["Date", "Event"]


def test_words_are_read_a_page_at_a_time_and_once() -> None:
    model, words = model_of(index_of(1000))
    for row in range(100):
        model.index(row, Column.EVENT).data()
    assert words.reads == [64, 64]


def test_words_for_several_rows_take_one_read() -> None:
    model, words = model_of(index_of(1000))
    assert [s.title for s in model.summaries([5, 900])] == ["Event 6", "Event 901"]
    assert words.reads == [2]


def test_a_new_snapshot_resets_and_forgets_old_words() -> None:
    model, _ = model_of(index_of(3))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.index(0, Column.EVENT).data()
    model.set_events(index_of(1), lambda ids: {i: EventSummary(i, 1, "New", "") for i in ids})
    assert resets
    assert model.rowCount() == 1
    assert model.index(0, Column.EVENT).data() == "New"


def test_a_screen_reader_hears_a_whole_sentence() -> None:
    model, _ = model_of(index_of(1, flags=[EventFlag.CORRECTED]))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1 January 1970. Event 1. Published. Herald. with NATO, Putin. corrected by you. not read yet"


def test_an_event_that_is_gone_from_the_library_has_no_words() -> None:
    model = EventModel()
    model.set_events(index_of(1), lambda _ids: {})
    assert model.index(0, Column.EVENT).data() == ""


def test_ids_are_a_role_of_their_own() -> None:
    model, _ = model_of(index_of(2, ids=np.array([7, 8])))
    assert model.index(1, 0).data(EventModel.ID_ROLE) == 8


def test_events_leave_as_lines_of_text() -> None:
    model, _words = model_of(index_of(3))
    indexes = [model.index(row, column) for row in (1, 0) for column in range(model.columnCount())]
    lines = model.mimeData(indexes).text().split("\n")
    assert len(lines) == 2
    assert [line.split("\t")[1] for line in lines] == [model.summary(0).title, model.summary(1).title]
