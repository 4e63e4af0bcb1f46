"""Correcting events in the real window: one or many, each one step, and nothing of it lost."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)

from tests.ui.answering import answer
from tests.waiting import wait_until
from timeline_app import reviewing
from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Period
from timeline_app.importing import import_paths
from timeline_app.paths import resource
from timeline_app.reviewing import Doubtful, read_doubtful
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.event_dialog import EventDialog
from timeline_app.ui.event_dialogs import NoteDialog, TagDialog
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.review_list import ReviewList


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.timeline"
    import_paths(path, [resource("sample", "articles")], jobs=1)
    return path


@pytest.fixture
def window(app: QApplication, tmp_path: Path, sample: Path) -> Iterator[MainWindow]:
    path = tmp_path / "case.timeline"
    shutil.copy(sample, path)
    window = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path))
    window.timeline.set_motion(False)
    window.show()
    assert window.commands.libraries.open_library(path)
    wait_until(lambda: window.model.rowCount() > 0)
    yield window
    window.close()


def act(window: MainWindow, name: str) -> None:
    """Trigger an action and wait for what it makes of the library."""
    arrived: list[object] = []
    window.session.snapshot_changed.connect(arrived.append)
    assert window.actions_[name].isEnabled(), name
    window.actions_[name].trigger()
    wait_until(lambda: bool(arrived))


def select(window: MainWindow, *rows: int) -> list[int]:
    window.navigator.select_row(rows[0])
    for row in rows[1:]:
        window.selection.select(
            window.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    return [int(window.model.events.ids[row]) for row in rows]


def flags(window: MainWindow, event: int) -> int:
    return int(window.model.events.flags[window.model.events.row_of(event)])


def test_a_star_is_put_on_all_that_are_selected_and_taken_off_again(window: MainWindow) -> None:
    events = select(window, 3, 5, 8)
    act(window, "star")
    assert all(flags(window, event) & EventFlag.STARRED for event in events)
    assert sorted(window.navigator.chosen()) == sorted(events)
    assert "off" in window.actions_["star"].text()
    act(window, "undo")
    assert not any(flags(window, event) & EventFlag.STARRED for event in events)


def test_tags_are_put_on_and_taken_off_in_one_step(window: MainWindow) -> None:
    events = select(window, 2, 4)

    def type_tags(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        QTest.keyClicks(line, "insurance")
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClicks(line, "to check")
        dialog.accept()

    answer(type_tags)
    act(window, "tag")
    assert window.session.library.tags() == {"insurance": 2, "to check": 2}

    def untick(dialog: QDialog) -> None:
        dialog.findChild(QListWidget).item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    select(window, window.model.events.row_of(events[0]))
    answer(untick)
    act(window, "tag")
    assert window.session.library.tags() == {"insurance": 1, "to check": 2}
    act(window, "undo")
    act(window, "undo")
    assert window.session.library.tags() == {}


def test_a_tag_that_only_some_have_is_neither_put_on_nor_taken_off_unasked(app: QApplication) -> None:
    dialog = TagDialog(["a", "b", "c"], {"a"}, {"a", "b"}, 2)
    assert (dialog.put_on, dialog.taken_off) == ((), ())
    box = dialog.findChild(QListWidget)
    assert box.item(1).checkState() == Qt.CheckState.PartiallyChecked
    box.item(1).setCheckState(Qt.CheckState.Checked)
    box.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert (dialog.put_on, dialog.taken_off) == (("b",), ("a",))
    dialog.deleteLater()


def test_a_note_stands_above_the_article(window: MainWindow) -> None:
    select(window, 3)

    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        dialog.findChild(QPlainTextEdit).setPlainText("Ask the harbour master.")
        dialog.accept()

    answer(write)
    act(window, "note")
    said = [label.text() for label in window.article.findChildren(QLabel) if label.isVisible()]
    assert any("Ask the harbour master." in text for text in said)


def note_on(window: MainWindow, text: str, choice: str = "") -> list[str]:
    """Write a note on what is selected; return what the dialog says."""
    said: list[str] = []

    def write(dialog: QDialog) -> None:
        said.extend([dialog.windowTitle(), *(label.text() for label in dialog.findChildren(QLabel))])
        if choice:
            dialog.findChild(QRadioButton, choice).click()
        dialog.findChild(QPlainTextEdit).setPlainText(text)
        dialog.accept()

    answer(write)
    act(window, "note")
    return said


def test_a_note_on_many_events_says_how_many_have_one_and_stands_below_it(window: MainWindow) -> None:
    first, second, third = select(window, 3, 5, 8)
    library = window.session.library
    select(window, 3)
    assert note_on(window, "Ask the harbour master.") == ["Note"]
    select(window, 3, 5, 8)
    assert note_on(window, "Seen.") == ["Note on 3 events", "1 of them has a note already."]
    assert library.notes_of([first, second, third]) == {
        first: "Ask the harbour master.\n\nSeen.", second: "Seen.", third: "Seen.",
    }  # fmt: skip
    act(window, "undo")
    assert library.notes_of([first, second, third]) == {first: "Ask the harbour master."}


def test_a_note_on_many_events_replaces_theirs_where_the_reader_says_so(window: MainWindow) -> None:
    first, second = select(window, 3, 5)
    library = window.session.library
    select(window, 3)
    note_on(window, "Old.")
    select(window, 3, 5)
    note_on(window, "New.", "replace")
    assert library.notes_of([first, second]) == {first: "New.", second: "New."}
    # One note on all of them is one note: it stands in the line to be changed.
    select(window, 3, 5)
    assert note_on(window, "Newer.") == ["Note on 2 events"]
    assert set(library.notes_of([first, second]).values()) == {"Newer."}


@pytest.mark.parametrize(("choice", "kept"), [("keep", "Mine"), ("replace", "Theirs")])
def test_a_title_for_many_events_asks_about_those_that_have_one_of_the_readers(
    window: MainWindow, choice: str, kept: str
) -> None:
    first, second = select(window, 3, 5)
    said: list[str] = []

    def retitle(title: str, press: str) -> Callable[[QDialog], None]:
        def fill(dialog: QDialog) -> None:
            button = dialog.findChild(QRadioButton, press)
            if button is not None:
                said.extend(label.text() for label in dialog.findChildren(QLabel))
                button.click()
            dialog.findChild(QLineEdit).setText(title)
            dialog.accept()

        return fill

    select(window, 3)
    answer(retitle("Mine", choice))
    act(window, "retitle")
    select(window, 3, 5)
    answer(retitle("Theirs", choice))
    act(window, "retitle")
    titles = {event: summary.title for event, summary in window.session.summaries([first, second]).items()}
    assert titles == {first: kept, second: "Theirs"}
    assert "You have given 1 of them a title before." in said
    act(window, "undo")
    assert window.session.summaries([first])[first].title == "Mine"


def test_an_event_of_the_readers_own_is_read_and_found_like_any_other(window: MainWindow) -> None:
    window.navigator.clear()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, EventDialog)
        dialog.findChild(QLineEdit, "title").setText("The pilot was interviewed")
        dialog.findChild(QLineEdit, "date").setText("2 April 2021")
        dialog.findChild(QLineEdit, "participants").setText("Osama Rabie; Suez Canal Pilots (organisation); A. Nobody")
        dialog.findChild(QPlainTextEdit, "text").setPlainText("Told to us on the telephone by xylophonist friends.")
        dialog.accept()

    answer(fill)
    act(window, "add_event")
    current = window.navigator.current
    assert current is not None
    wait_until(lambda: window.model.events.row_of(current) >= 0)
    assert flags(window, current) & EventFlag.BY_HAND
    assert window.model.events.period(window.model.events.row_of(current)) == Period.of_date(2021, 4, 2)
    summary = window.session.summaries([current])[current]
    assert summary.title == "The pilot was interviewed"
    assert {"Suez Canal Pilots", "A. Nobody"} <= set(summary.participants)
    window.session.finder.search("xylophonist")
    wait_until(lambda: window.model.rowCount() in (1, 2))
    assert window.model.events.row_of(current) >= 0
    window.session.finder.clear()
    wait_until(lambda: window.model.rowCount() > 2)
    act(window, "remove_event")
    assert window.model.events.row_of(current) < 0
    act(window, "undo")
    assert [s.title for s in window.model.summaries(range(window.model.rowCount()))].count(summary.title) == 1


def test_names_are_whom_the_library_knows_else_what_is_said_of_them(app: QApplication) -> None:
    known = [ParticipantKey("NATO", ParticipantKind.ORGANISATION)]
    dialog = EventDialog(lambda _text: None, known=known)
    dialog.findChild(QLineEdit, "participants").setText("nato; Brussels (place); Ann Lee;; nato")
    assert dialog.participants == (
        known[0],
        ParticipantKey("Brussels", ParticipantKind.PLACE),
        ParticipantKey("Ann Lee", ParticipantKind.PERSON),
    )
    assert dialog.kind is EventKind.REPORTED
    dialog.deleteLater()


def test_the_review_list_goes_from_event_to_event(window: MainWindow) -> None:
    window.actions_["review"].trigger()
    review = window.findChild(ReviewList)
    items = review.findChild(QListWidget)
    wait_until(lambda: items.count() > 0)
    first = items.item(0).data(Qt.ItemDataRole.UserRole)
    count = items.count()
    assert count > 5
    assert window.navigator.current == first
    arrived: list[object] = []
    window.session.snapshot_changed.connect(arrived.append)
    QTest.keyClick(items, Qt.Key.Key_Return)
    wait_until(lambda: bool(arrived))
    assert first not in [items.item(row).data(Qt.ItemDataRole.UserRole) for row in range(items.count())]
    assert window.navigator.current == items.currentItem().data(Qt.ItemDataRole.UserRole)
    hidden = window.navigator.current
    arrived.clear()
    next(b for b in review.findChildren(QPushButton) if "Hide" in b.text()).click()
    wait_until(lambda: bool(arrived))
    assert window.model.events.row_of(hidden) < 0
    review.close()


def test_the_review_list_is_read_in_the_background(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def read(path: Path, limit: int, is_cancelled: Callable[[], bool]) -> tuple[Doubtful, ...]:
        threads.append(threading.get_ident())
        return read_doubtful(path, limit, is_cancelled)

    monkeypatch.setattr(reviewing, "read_doubtful", read)
    window.actions_["review"].trigger()
    review = window.findChild(ReviewList)
    items = review.findChild(QListWidget)
    wait_until(lambda: items.count() > 0)
    assert threads
    assert threading.get_ident() not in threads
    review.close()


def test_words_that_are_no_date_date_nothing(window: MainWindow) -> None:
    events = window.model.events
    row = next(
        row
        for row in range(len(events))
        if (summary := window.model.summary(row)).stated and events.kind(row) is EventKind.REPORTED and summary.title
    )
    event = select(window, row)[0]
    window.commands.refresh()
    act(window, "dismiss_date")
    assert window.model.events.row_of(event) < 0
    act(window, "undo")
    assert window.model.events.row_of(event) >= 0


def test_no_dialog_stays_behind_when_it_has_been_answered(window: MainWindow) -> None:
    select(window, 3)
    before = len(window.findChildren(QDialog))
    for name in ("go_to_date", "keys", "whats_new", "about", "note", "retitle", "redate", "tag", "add_event"):
        answer(lambda dialog: dialog.reject())
        window.actions_[name].trigger()
    wait_until(lambda: len(window.findChildren(QDialog)) == before)
