"""The whole window over the real sample library: what a reader does, click by click."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QToolButton

from tests.ui.answering import answer
from tests.waiting import wait_until
from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.event_index import EventIndex
from timeline_app.domain.period import Period
from timeline_app.importing import ImportReport, import_paths
from timeline_app.library import Library
from timeline_app.paths import resource
from timeline_app.session import Session
from timeline_app.settings import Layout, Settings
from timeline_app.ui.event_list import briefest_first
from timeline_app.ui.main_window import MainWindow


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, taken in once; tests get copies."""
    path = tmp_path_factory.mktemp("sample") / "sample.timeline"
    assert import_paths(path, [resource("sample", "articles")], jobs=1, is_step=False).failed == 0
    return path


class Desk:
    """A window with its session, and how to start it again as after a restart of the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def start(self) -> None:
        self.settings = Settings(self.folder / "settings.ini", folder=self.folder / "libraries")
        self.session = Session()
        self.window = MainWindow(self.session, self.settings)
        self.window.timeline.set_motion(False)
        self.window.resize(1280, 800)
        self.window.show()
        self.snapshots: list[object] = []
        self.session.snapshot_changed.connect(self.snapshots.append)

    def open(self, path: Path) -> None:
        assert self.window.commands.libraries.open_library(path)
        wait_until(lambda: self.window.model.rowCount() > 0)

    def restart(self) -> None:
        self.window.close()
        self.start()

    def wait_for_snapshot(self, act: Callable[[], object]) -> None:
        count = len(self.snapshots)
        act()
        wait_until(lambda: len(self.snapshots) > count)

    @property
    def titles(self) -> list[str]:
        model = self.window.model
        return [s.title for s in model.summaries(range(model.rowCount()))]


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.window.close()


@pytest.fixture
def open_desk(desk: Desk, sample: Path, tmp_path: Path) -> Desk:
    desk.open(Path(shutil.copy(sample, tmp_path / "case.timeline")))
    return desk


def reported_row(desk: Desk) -> int:
    """The row of the first event with an evidence sentence."""
    window = desk.window
    for row in range(window.model.rowCount()):
        event = desk.session.stored_event(int(window.model.events.ids[row]))
        if event.report.sentence is not None and event.report.expression is not None:
            return row
    raise AssertionError("the sample has no reported event")


def test_a_click_on_an_event_opens_its_article_with_the_sentence_marked(open_desk: Desk) -> None:
    window = open_desk.window
    row = reported_row(open_desk)
    window.timeline.centre_on(row)
    span = window.model.events.period(row).known
    window.timeline.zoom_to(span[0] - 86400, span[1] + 86400)
    window.timeline.setCurrentIndex(window.model.index(row, 0))  # its title is drawn, so it can be clicked
    QCoreApplication.processEvents()
    rect = window.timeline.visualRect(window.model.index(row, 0))
    window.navigator.clear()
    QTest.mouseClick(window.timeline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.navigator.current is not None
    stored = window.article.stored
    assert stored is not None
    event = next(e for e in stored.events if e.id == window.navigator.current)
    evidence = stored.article.body[slice(*event.report.sentence)] if event.report.sentence else ""
    assert evidence.split()[0] in window.article.quotation()
    assert window.participants.isVisible()


def test_timeline_and_table_share_model_and_selection(open_desk: Desk) -> None:
    window = open_desk.window
    assert window.table.model() is window.timeline.model()
    window.actions_["show_table"].trigger()
    index = window.model.index(10, 1)
    QTest.mouseClick(window.table.viewport(), Qt.MouseButton.LeftButton, pos=window.table.visualRect(index).center())
    assert window.timeline.currentIndex().row() == window.table.currentIndex().row()
    assert window.navigator.current == int(window.model.events.ids[window.table.currentIndex().row()])


def test_a_date_that_is_clicked_in_the_text_leads_to_its_event(open_desk: Desk) -> None:
    window = open_desk.window
    row = reported_row(open_desk)
    window.article.event_requested.emit(int(window.model.events.ids[row]))
    assert window.selection.currentIndex().row() == row
    start, end = window.timeline.visible_span()
    known = window.model.events.period(row).known
    assert known[0] < end
    assert start < known[1]


def test_a_participants_control_shows_only_its_events_and_a_chip_takes_that_back(open_desk: Desk) -> None:
    window = open_desk.window
    everything = window.model.rowCount()
    window.navigator.select_row(reported_row(open_desk))
    who = open_desk.session.library.participants(limit=1)[0]
    open_desk.wait_for_snapshot(lambda: window.participants.filter_requested.emit(who.id))
    assert 0 < window.model.rowCount() < everything
    events = set(map(int, open_desk.session.library.events_of([who.id])))
    assert set(map(int, window.model.events.ids)) <= events
    assert all(
        event.period is None for event in map(open_desk.session.stored_event, events - set(window.model.events.ids))
    )
    assert window.filter_bar.isVisible()
    (chip,) = window.filter_bar.findChildren(QToolButton, "chip")
    assert who.name in chip.text()
    open_desk.wait_for_snapshot(lambda: QTest.mouseClick(chip, Qt.MouseButton.LeftButton))
    assert window.model.rowCount() == everything
    assert not window.filter_bar.isVisible()


def test_what_is_read_is_selected_again_when_the_filter_that_left_it_out_is_gone(open_desk: Desk) -> None:
    window = open_desk.window
    row = reported_row(open_desk)
    window.navigator.select_row(row)
    window.timeline.fit_all()
    span = window.timeline.visible_span()
    open_desk.wait_for_snapshot(lambda: open_desk.session.finder.search("xylophone"))
    assert window.model.rowCount() == 0
    open_desk.wait_for_snapshot(open_desk.session.finder.clear)
    assert window.selection.currentIndex().row() == row
    assert [index.row() for index in window.selection.selectedRows()] == [row]
    assert window.timeline.visible_span() == span


def test_a_click_on_a_participant_marks_its_mentions(open_desk: Desk) -> None:
    window = open_desk.window
    window.navigator.select_row(reported_row(open_desk))
    stored = window.article.stored
    assert stored is not None
    before = window.article.grab().toImage()
    window.participants.participant_selected.emit(stored.participants[0].id)
    assert window.article.grab().toImage() != before


def test_search_filters_and_an_empty_search_shows_all(open_desk: Desk) -> None:
    window = open_desk.window
    everything = window.model.rowCount()
    window.search_line.setFocus()
    QTest.keyClicks(window.search_line, "dredger")
    open_desk.wait_for_snapshot(lambda: QTest.keyClick(window.search_line, Qt.Key.Key_Return))
    assert 0 < window.model.rowCount() < everything
    open_desk.wait_for_snapshot(window.search_line.clear)
    assert window.model.rowCount() == everything


def test_after_a_search_the_keys_act_on_the_events(open_desk: Desk) -> None:
    window = open_desk.window
    window.activateWindow()
    window.actions_["find"].trigger()
    QTest.keyClicks(window.search_line, "dredger")
    open_desk.wait_for_snapshot(lambda: QTest.keyClick(window.search_line, Qt.Key.Key_Return))
    assert QApplication.focusWidget() is window.timeline
    open_desk.wait_for_snapshot(window.actions_["clear_filter"].trigger)
    window.search_line.undo()
    assert window.search_line.text() == ""


def test_escape_leaves_the_field_then_the_bar_the_selection_and_the_filter(open_desk: Desk) -> None:
    window, session = open_desk.window, open_desk.session
    window.activateWindow()
    open_desk.wait_for_snapshot(lambda: session.finder.search("canal"))
    window.navigator.select_row(reported_row(open_desk))
    stored = window.article.stored
    assert stored is not None
    window.participants.participant_selected.emit(stored.participants[0].id)
    window.actions_["find"].trigger()
    QTest.keyClick(window.search_line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.timeline
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert not window.article.close_bar()
    assert window.navigator.current is not None
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert window.navigator.current is None
    assert window.article.stored is None
    assert not session.filter.is_empty
    open_desk.wait_for_snapshot(lambda: QTest.keyClick(window.timeline, Qt.Key.Key_Escape))
    assert session.filter.is_empty


def test_the_focus_goes_back_to_the_events_when_the_report_goes(open_desk: Desk) -> None:
    window = open_desk.window
    window.activateWindow()
    window.import_panel.start()
    window.import_panel.show_report(ImportReport(1, 1, 0, 0, 1, 3.0, (), cancelled=False))
    button = window.import_panel.findChild(QToolButton)
    assert button is not None
    button.setFocus()
    wait_until(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not window.import_panel.isVisible()
    assert QApplication.focusWidget() is window.timeline


def test_why_something_failed_stays_and_stands_out(open_desk: Desk, tmp_path: Path) -> None:
    window = open_desk.window
    bar = window.statusBar()
    window.commands.libraries.open_library(tmp_path / "nothing.timeline")
    assert bar.property("stressed") is True
    window.status.say_text("Something else")
    assert bar.property("stressed") is False


def test_hide_retitle_and_redate_are_undone_and_redone(open_desk: Desk) -> None:
    window, session = open_desk.window, open_desk.session
    before = (open_desk.titles, window.model.events.starts.tolist())
    row = reported_row(open_desk)
    event = int(window.model.events.ids[row])
    window.navigator.select_row(row)
    open_desk.wait_for_snapshot(lambda: session.corrector.retitle([event], "What really happened"))
    assert "What really happened" in open_desk.titles
    open_desk.wait_for_snapshot(lambda: session.corrector.redate([event], Period.of_date(1999, 5)))
    assert window.model.events.period(window.model.events.row_of(event)) == Period.of_date(1999, 5)
    assert window.navigator.current == event
    open_desk.wait_for_snapshot(window.actions_["hide"].trigger)
    assert window.model.events.row_of(event) == -1
    for _ in range(3):
        open_desk.wait_for_snapshot(window.actions_["undo"].trigger)
    assert (open_desk.titles, window.model.events.starts.tolist()) == before
    assert not window.actions_["undo"].isEnabled()
    for _ in range(3):
        open_desk.wait_for_snapshot(window.actions_["redo"].trigger)
    assert window.model.events.row_of(event) == -1


def test_a_hidden_event_is_counted_and_can_be_unhidden_at_any_later_time(open_desk: Desk) -> None:
    window = open_desk.window
    status = window.statusBar().findChildren(QLabel)
    before = open_desk.titles
    row = reported_row(open_desk)
    event = int(window.model.events.ids[row])
    window.navigator.select_row(row)
    open_desk.wait_for_snapshot(window.actions_["hide"].trigger)
    assert any("1 hidden" in label.text() for label in status)
    path = open_desk.session.path
    assert path is not None
    open_desk.restart()
    open_desk.open(path)
    window = open_desk.window
    open_desk.wait_for_snapshot(window.actions_["show_hidden"].trigger)
    assert window.navigator.select(event)
    assert window.actions_["hide"].text() == "Un&hide event"
    open_desk.wait_for_snapshot(window.actions_["hide"].trigger)
    assert window.navigator.current == event
    assert window.actions_["hide"].text() == "&Hide event"
    open_desk.wait_for_snapshot(window.actions_["show_hidden"].trigger)
    assert open_desk.titles == before
    open_desk.wait_for_snapshot(window.actions_["undo"].trigger)
    assert window.model.events.row_of(event) == -1
    assert window.statusBar().currentMessage() == "Undone: unhide event"


def test_a_library_that_cannot_be_changed_says_so_and_offers_no_corrections(desk: Desk, sample: Path) -> None:
    desk.session.open(sample, read_only=True)
    wait_until(lambda: desk.window.model.rowCount() > 0)
    desk.window.navigator.select_row(reported_row(desk))
    assert any("can be read but not changed" in label.text() for label in desk.window.statusBar().findChildren(QLabel))
    for name in ("hide", "redate", "retitle", "add_folder", "add_files"):
        assert not desk.window.actions_[name].isEnabled()
    assert desk.window.actions_["copy_quotation"].isEnabled()


def test_corrections_hold_after_the_library_is_opened_again(open_desk: Desk) -> None:
    event = int(open_desk.window.model.events.ids[reported_row(open_desk)])
    open_desk.wait_for_snapshot(lambda: open_desk.session.corrector.retitle([event], "Kept"))
    path = open_desk.session.path
    assert path is not None
    open_desk.restart()
    open_desk.open(path)
    assert "Kept" in open_desk.titles


def test_closing_and_opening_brings_back_view_selection_and_filter(open_desk: Desk) -> None:
    window = open_desk.window
    path = open_desk.session.path
    assert path is not None
    window.commands.view.set_layout(Layout.ABOVE)
    open_desk.wait_for_snapshot(lambda: open_desk.session.finder.search("canal"))
    window.navigator.select_row(3)
    window.timeline.set_visible_span(1_616_400_000, 1_617_400_000)
    event, span, size = window.navigator.current, window.timeline.visible_span(), window.size()
    open_desk.restart()
    open_desk.open(path)
    window = open_desk.window
    wait_until(lambda: open_desk.session.filter.query == "canal" and window.filter_bar.isVisible())
    wait_until(lambda: window.navigator.current == event)
    again = window.timeline.visible_span()
    assert abs(again[0] - span[0]) < 3600
    assert abs(again[1] - span[1]) < 3600
    assert window.workspace.arrangement == Layout.ABOVE
    assert window.size() == size
    assert window.article.stored is not None


def test_a_dropped_folder_is_taken_in_with_progress_and_a_report(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2023-02-14 Ministers met in Brussels on Tuesday.\n", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    assert desk.window.commands.libraries.create_library(tmp_path / "new.timeline")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl("https://example.org/x")])
    drop = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    reports: list[object] = []
    desk.session.import_finished.connect(reports.append)
    desk.window.dropEvent(drop)
    assert desk.window.import_panel.isVisible()
    wait_until(lambda: bool(reports))
    wait_until(lambda: desk.window.model.rowCount() > 0)
    (report,) = reports
    assert (report.added, report.failed) == (1, 1)
    assert desk.window.import_panel.isVisible()
    assert "b.txt" in report.issues[0].source


def test_undated_articles_stand_in_the_tray_and_open_from_there(open_desk: Desk) -> None:
    window = open_desk.window
    undated = open_desk.session.library.undated()
    assert undated
    assert window.undated.isVisible()
    window.undated.article_requested.emit(undated[0].id)
    stored = window.article.stored
    assert stored is not None
    assert stored.id == undated[0].id
    assert stored.article.published is None
    assert window.navigator.current is None


def test_a_file_that_is_no_library_is_refused_in_one_sentence(open_desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.timeline"
    other.write_text("not a library at all", encoding="utf-8")
    assert not open_desk.window.commands.libraries.open_library(other)
    assert str(other) in open_desk.window.statusBar().currentMessage()
    assert open_desk.window.model.rowCount() > 0
    assert other.read_text(encoding="utf-8") == "not a library at all"


def test_the_focus_goes_round_the_panes(open_desk: Desk) -> None:
    window = open_desk.window
    window.navigator.select_row(3)
    window.activateWindow()
    window.timeline.setFocus()
    seen = []
    for _ in range(6):
        window.actions_["next_pane"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    assert len(set(seen)) >= 4
    assert window.timeline in seen


def test_an_import_that_is_cancelled_by_its_button_leaves_the_focus_on_the_events(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2023-02-14 Ministers met in Brussels on Tuesday.\n", encoding="utf-8")
    assert desk.window.commands.libraries.create_library(tmp_path / "new.timeline")
    desk.window.activateWindow()
    reports: list[object] = []
    desk.session.import_finished.connect(reports.append)
    desk.session.add([folder])
    (cancel,) = (b for b in desk.window.import_panel.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.setFocus()
    cancel.click()
    wait_until(lambda: bool(reports))
    assert QApplication.focusWidget() is desk.window.timeline


def test_closing_during_an_import_asks_once_then_stops_it_and_keeps_what_is_in(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        text = f" date 2023-02-14 Minister number {number} met the press in Brussels on Tuesday.\n" * 20
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "new.timeline"
    assert desk.window.commands.libraries.create_library(path)
    desk.session.add([folder])
    wait_until(desk.window.import_panel.isVisible)
    assert not desk.window.close()
    assert "Close again" in desk.window.status.currentMessage()
    assert desk.session.is_importing
    assert desk.window.close()
    finished: list[object] = []
    desk.session.import_finished.connect(finished.append)
    wait_until(lambda: not desk.session.is_importing)

    with Library.open(path) as library:
        assert library.check() == []


def test_a_correction_meets_the_event_in_the_pane_even_where_the_filter_leaves_it_out(open_desk: Desk) -> None:
    window, session = open_desk.window, open_desk.session
    row = reported_row(open_desk)
    event = int(window.model.events.ids[row])
    open_desk.wait_for_snapshot(lambda: session.finder.search("nonesuchword"))
    window.desk.go_to_event(event)
    assert window.navigator.current == event
    assert window.article.stored is not None
    open_desk.wait_for_snapshot(lambda: session.corrector.retitle([window.navigator.current or 0], "The right one"))
    assert session.stored_event(event).title == "The right one"


def test_nothing_of_one_library_can_be_reached_from_another(open_desk: Desk, tmp_path: Path) -> None:
    window = open_desk.window
    window.navigator.select_row(2)
    window.navigator.select_row(3)
    assert window.commands.libraries.create_library(tmp_path / "other.timeline")
    assert window.model.rowCount() == 0
    assert window.navigator.current is None
    assert not window.navigator.can_go_back
    assert window.article.stored is None


def test_an_import_into_one_library_does_not_keep_another_from_being_filled(open_desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        text = f" date 2023-02-14 Minister number {number} met the press in Brussels on Tuesday.\n" * 20
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    open_desk.session.add([folder])
    assert open_desk.window.commands.libraries.create_library(tmp_path / "other.timeline")
    assert not open_desk.session.is_importing
    (tmp_path / "one.txt").write_text(" date 2023-02-14 Ministers met on Tuesday.\n", encoding="utf-8")
    reports: list[object] = []
    open_desk.session.import_finished.connect(reports.append)
    open_desk.session.add([tmp_path / "one.txt"])
    wait_until(lambda: bool(reports))
    assert open_desk.session.library.info().articles == 1


def test_the_list_of_what_had_no_room_opens_the_event_it_names(open_desk: Desk) -> None:
    window = open_desk.window
    event = int(window.model.events.ids[5])
    window.event_list.open_at(window.model, [4, 5, 6], window.pos())
    open_desk.wait_for_snapshot(lambda: open_desk.session.corrector.hide([int(window.model.events.ids[0])]))
    items = [window.event_list._list.item(n) for n in range(3)]
    window.event_list._list.itemActivated.emit(
        next(item for item in items if item.data(Qt.ItemDataRole.UserRole) == event)
    )
    assert window.navigator.current == event


def test_the_list_of_what_had_no_room_puts_days_before_what_lasted_for_years() -> None:
    days = np.array([[0, 4000], [10, 11], [20, 49], [30, 31]])
    events = EventIndex(
        ids=np.arange(4),
        articles=np.zeros(4, np.int64),
        starts=days[:, 0] * SECONDS_PER_DAY,
        ends=days[:, 1] * SECONDS_PER_DAY,
        outlets=np.zeros(4, np.int32),
        kinds=np.zeros(4, np.uint8),
        granularities=np.zeros(4, np.uint8),
        flags=np.zeros(4, np.uint16),
    )
    assert briefest_first(events, [0, 1, 2, 3]) == [1, 3, 2, 0]
    assert briefest_first(events, [0, 2]) == [2, 0]


@pytest.mark.parametrize(
    "state",
    [
        '{"timeline": "{\\"start\\": -Infinity, \\"end\\": Infinity, \\"lanes\\": \\"none\\", \\"stretch\\": 1}"}',
        '{"event": {"article": "zz", "evidence": "not hex", "ordinal": 99999999999999999999999}}',
        '{"participants": ["x", 99999999999999], "query": 7}',
        "[" * 100_000,
    ],
)
def test_no_stored_view_keeps_a_library_from_opening(desk: Desk, sample: Path, tmp_path: Path, state: str) -> None:
    path = Path(shutil.copy(sample, tmp_path / "case.timeline"))
    with Library.open(path) as library:
        library.set_state("view", state)
    desk.open(path)
    assert desk.window.model.rowCount() >= 0


def test_the_keys_for_undoing_take_an_import_back_and_in_again(open_desk: Desk, tmp_path: Path) -> None:
    window, before = open_desk.window, open_desk.window.model.rowCount()
    (tmp_path / "new.txt").write_text(
        "date 2023-03-01\n\nA new treaty was signed in Paris on Monday.", encoding="utf-8"
    )
    open_desk.session.add([tmp_path / "new.txt"])
    wait_until(lambda: window.model.rowCount() > before and not open_desk.session.is_importing)
    more = window.model.rowCount()
    assert "take in 1 article" in window.actions_["undo"].text() + window.session.corrector.undo_stack.undoText()
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.Undo))
    wait_until(lambda: window.model.rowCount() == before and not open_desk.session.is_importing)
    assert window.status.currentMessage() == "1 article was taken back."
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.Redo))
    wait_until(lambda: window.model.rowCount() == more and not open_desk.session.is_importing)
    assert window.actions_["undo"].isEnabled()
    assert not window.actions_["redo"].isEnabled()


def test_what_the_system_cannot_open_is_said_and_the_manual_is_shown_here(
    open_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, titles = open_desk.window, list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    window.commands.libraries.open_source("https://example.org/a")
    assert "no program that opens https://example.org/a" in window.status.currentMessage()
    window.commands.libraries.open_source("gone.txt")
    assert "no longer there: gone.txt" in window.status.currentMessage()

    def close(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.reject()

    answer(close)
    window.actions_["manual"].trigger()
    assert titles == ["Manual"]
