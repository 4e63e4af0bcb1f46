"""The table over the events: real rows, clicks, keys and clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from tests.waiting import wait_until
from timeline_app.domain.calendar import SECONDS_PER_DAY, days_from_civil
from timeline_app.domain.event_index import EventIndex, EventSummary
from timeline_app.domain.period import Granularity, Period
from timeline_app.models.event_model import Column, EventModel
from timeline_app.ui.article_painting import is_firm
from timeline_app.ui.event_table import EventTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST = days_from_civil(2021, 3, 23)


def index_of(count: int) -> EventIndex:
    starts = (FIRST + np.arange(count, dtype=np.int64)) * SECONDS_PER_DAY
    return EventIndex(
        ids=np.arange(count, dtype=np.int64) + (1 << 40),
        articles=np.zeros(count, np.int64),
        starts=starts,
        ends=starts + SECONDS_PER_DAY,
        outlets=np.zeros(count, np.int32),
        kinds=np.arange(count, dtype=np.uint8) % 3,
        granularities=np.full(count, 4, np.uint8),
        flags=np.zeros(count, np.uint16),
        outlet_names=("Harbour Courier",),
    )


class Reader:
    """Gives the words of events, and remembers how often it was asked."""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def __call__(self, ids: Sequence[int]) -> dict[int, EventSummary]:
        self.calls.append(len(ids))
        return {
            i: EventSummary(i, 1, f"Event {i - (1 << 40)}\nof the canal", "Harbour Courier", "", ("Osama Rabie", "SCA"))
            for i in ids
        }


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def table(app: QApplication, reader: Reader) -> Iterator[EventTable]:
    table = EventTable()
    model = EventModel(table)
    table.setModel(model)
    model.set_events(index_of(30), reader)
    table.resize(900, 400)
    table.show()
    app.processEvents()
    yield table
    table.close()
    table.deleteLater()
    app.processEvents()


def click(table: EventTable, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = table.visualRect(table.model().index(row, Column.EVENT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def widths(table: EventTable) -> list[int]:
    return [table.columnWidth(column) for column in Column]


def test_a_click_selects_the_row_in_a_selection_that_others_share(table: EventTable) -> None:
    shared = QItemSelectionModel(table.model())
    table.setSelectionModel(shared)
    click(table, 3)
    assert [index.row() for index in shared.selectedRows()] == [3]
    shared.setCurrentIndex(
        table.model().index(5, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert table.currentIndex().row() == 5


def test_enter_asks_to_read(table: EventTable) -> None:
    asked = QSignalSpy(table.activated)
    click(table, 2)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.at(0)[0].row() == 2


def test_columns_fill_the_width_and_the_event_has_the_most(table: EventTable) -> None:
    assert sum(widths(table)) == table.viewport().width()
    assert max(widths(table)) == table.columnWidth(Column.EVENT)
    table.resize(1400, 400)
    QApplication.processEvents()
    assert sum(widths(table)) == table.viewport().width()
    assert table.columnWidth(Column.EVENT) > 500


def test_columns_that_the_reader_set_come_back(table: EventTable, app: QApplication) -> None:
    assert table.save_columns().isEmpty()
    table.setColumnWidth(Column.DATE, 222)
    table.horizontalHeader().moveSection(2, 1)
    saved = table.save_columns()
    other = EventTable()
    other.setModel(table.model())
    other.resize(1200, 300)
    other.restore_columns(saved)
    assert other.columnWidth(Column.DATE) == 222
    assert other.horizontalHeader().logicalIndex(1) == Column.OUTLET
    other.deleteLater()


@pytest.mark.parametrize("state", [b"", b"garbage", b"\x00" * 200])
def test_a_state_that_is_none_changes_nothing(table: EventTable, state: bytes) -> None:
    before = widths(table)
    table.restore_columns(QByteArray(state))
    assert widths(table) == before


def test_selected_rows_are_copied_with_tabs_in_the_order_of_the_columns(table: EventTable) -> None:
    click(table, 1)
    click(table, 2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\n") == [
        "Date\tEvent\tOutlet\tParticipants\tKind",
        "24 March 2021\tEvent 1 of the canal\tHarbour Courier\tOsama Rabie, SCA\tReported",
        "25 March 2021\tEvent 2 of the canal\tHarbour Courier\tOsama Rabie, SCA\tPlanned",
    ]


def test_painting_reads_the_words_in_sight_at_once_and_no_others(table: EventTable, reader: Reader) -> None:
    model = table.model()
    assert isinstance(model, EventModel)
    reader.calls.clear()
    model.set_events(index_of(100_000), reader)
    table.scrollTo(model.index(50_000, 0))
    QApplication.processEvents()
    table.grab()
    assert len(reader.calls) <= 3
    assert sum(reader.calls) < 200


def test_events_that_come_in_before_leave_the_reader_at_the_same_row(table: EventTable, reader: Reader) -> None:
    model = table.model()
    assert isinstance(model, EventModel)
    everything = index_of(2_000)
    model.set_events(everything.take(np.arange(2_000) % 2 == 1), reader)
    table.verticalScrollBar().setValue(700 * table.rowHeight(0) + 5)
    event, shift = model.index(table.rowAt(0), 0).data(EventModel.ID_ROLE), table.rowViewportPosition(table.rowAt(0))
    model.set_events(everything, reader)
    assert model.index(table.rowAt(0), 0).data(EventModel.ID_ROLE) == event
    assert table.rowViewportPosition(table.rowAt(0)) == shift


def test_rows_have_one_height_and_room_around_the_words(table: EventTable) -> None:
    assert table.rowHeight(0) == table.rowHeight(29) > table.fontMetrics().height() + 6


def test_a_screen_reader_hears_the_whole_event(table: EventTable) -> None:
    said = str(table.model().index(1, Column.EVENT).data(Qt.ItemDataRole.AccessibleTextRole))
    for part in ("24 March 2021", "Event 1", "Reported", "Harbour Courier", "Osama Rabie"):
        assert part in said
    assert table.accessibleName() == "Events as a table"


def test_an_empty_table_says_what_to_do(table: EventTable, reader: Reader) -> None:
    model = table.model()
    assert isinstance(model, EventModel)
    table.empty_words = "No events yet. Drop articles here."
    model.set_events(index_of(0), reader)
    picture = table.viewport().grab().toImage()
    colours = {picture.pixel(x, picture.height() // 2 + y) for x in range(picture.width()) for y in range(-6, 7)}
    assert len(colours) > 1


def test_all_columns_fit_the_width_at_first(table: EventTable) -> None:
    for width in range(640, 660):
        table.resize(width, 400)
        assert table.horizontalScrollBar().maximum() == 0


def test_the_sign_is_hollow_where_the_date_is_coarser_than_a_day() -> None:
    day, month = Period.of_date(2021, 3, 23), Period.of_date(2021, 3)
    assert is_firm(day)
    assert not is_firm(month)
    assert not is_firm(day.about())
    assert not is_firm(Period(day.start, None, Granularity.DAY))
    assert not is_firm(None)


def test_dates_and_kinds_can_be_read_in_a_narrow_table(table: EventTable) -> None:
    table.resize(600, 400)
    metrics = table.fontMetrics()
    assert table.columnWidth(Column.KIND) > metrics.horizontalAdvance("Published") + 24
    assert table.columnWidth(Column.DATE) > metrics.horizontalAdvance("28 March 2021") + 12


def test_the_focus_alone_opens_nothing_and_the_first_key_starts_at_the_top(
    app: QApplication, table: EventTable
) -> None:
    table.clearFocus()
    table.setCurrentIndex(QModelIndex())
    table.activateWindow()
    table.setFocus()
    wait_until(table.hasFocus)
    assert not table.currentIndex().isValid()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 0
