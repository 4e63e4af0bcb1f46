"""Correcting and taking away by keys alone, in the real window with its real dialogs: the pointer is never touched."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from tests.builders import make_extraction, many_extractions
from tests.ui.test_finding import Desk
from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import Period
from timeline_app.library import Library
from timeline_app.settings import Settings
from timeline_app.ui.review_list import ReviewList

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        found = make_extraction(title="Unsure")
        unsure = [replace(report, confidence=0.4) for report in found.reports[1:]]
        library.add([make_extraction(title="Unsure", reports=[found.reports[0], *unsure]), *many_extractions(4)])
    desk = Desk(path, Settings(tmp_path / "settings.ini", folder=tmp_path))
    desk.window.timeline.setFocus()
    yield desk
    desk.window.close()
    desk.session.close()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def in_dialog(*steps: Callable[[], object]) -> list[str]:
    """Press keys in the next dialog; what goes wrong there is told, and closes it."""
    wrong: list[str] = []

    def go() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow() or QApplication.focusWidget() is None:
            QTimer.singleShot(5, go)
            return
        try:
            for step in steps:
                step()
        except AssertionError as error:
            wrong.append(str(error))
        if dialog.isVisible():
            wrong.append(f"{dialog.windowTitle()} is still open")
            dialog.close()

    QTimer.singleShot(5, go)
    return wrong


def types(words: str) -> Callable[[], None]:
    return lambda: QTest.keyClicks(focus(), words)


def presses(key: Key, modifier: Modifier = Modifier.NoModifier) -> Callable[[], None]:
    return lambda: QTest.keyClick(focus(), key, modifier)


def flags(desk: Desk, event: int) -> int:
    events = desk.window.model.events
    return int(events.flags[events.row_of(event)])


def test_events_are_corrected_and_taken_away_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    window, library = desk.window, desk.session.library
    desk.key(Key.Key_Home)
    event = window.navigator.current
    assert event is not None

    def come_back() -> None:
        window.activateWindow()  # a desktop does that when a dialog closes
        wait_until(lambda: desk.focus_is_in(window.timeline))

    def ask(keys: Callable[[], object], *steps: Callable[[], object]) -> None:
        """Open a dialog by keys and answer it by keys; the library has changed then."""
        wrong = in_dialog(*steps)
        desk.after(keys)
        assert wrong == []
        come_back()

    # A star, a tag, a note, another date, another title.
    desk.after(lambda: desk.key(Key.Key_S))
    assert flags(desk, event) & EventFlag.STARRED
    ask(
        lambda: desk.key(Key.Key_T),
        types("to check"),
        presses(Key.Key_Return),
        types("port"),
        presses(Key.Key_Return),
        presses(Key.Key_Return),
    )
    assert library.tags() == {"port": 1, "to check": 1}
    ask(
        lambda: desk.key(Key.Key_N, CONTROL | SHIFT),
        types("Ask the pilot."),
        presses(Key.Key_Tab),
        presses(Key.Key_Return),
    )
    assert library.notes_of([event]) == {event: "Ask the pilot."}
    ask(lambda: desk.key(Key.Key_E), types("2 January 1990"), presses(Key.Key_Return))
    assert window.model.events.period(window.model.events.row_of(event)) == Period.of_date(1990, 1, 2)
    ask(lambda: desk.key(Key.Key_F2), types("The pilot was heard"), presses(Key.Key_Return))
    assert window.session.summaries([event])[event].title == "The pilot was heard"

    # Two events at once: the note of the one stays unless the arrow keys say otherwise.
    desk.key(Key.Key_Right, SHIFT)
    chosen = window.navigator.chosen()
    assert len(chosen) == 2
    ask(
        lambda: desk.key(Key.Key_N, CONTROL | SHIFT),
        types("Both."),
        presses(Key.Key_Tab),
        presses(Key.Key_Down),
        presses(Key.Key_Tab),
        presses(Key.Key_Return),
    )
    assert library.notes_of(chosen) == dict.fromkeys(chosen, "Both.")

    # Hidden, undone, done again, undone.
    desk.after(lambda: desk.key(Key.Key_H))
    assert desk.shown == len(library.load_index()) - 2
    desk.after(lambda: desk.key(Key.Key_Z, CONTROL))
    desk.after(lambda: desk.key(Key.Key_Z, CONTROL | SHIFT))
    desk.after(lambda: desk.key(Key.Key_Z, CONTROL))
    assert desk.shown == len(library.load_index())

    # What is unsure: gone through, the first accepted, put away.
    desk.key(Key.Key_F8)
    review = window.findChild(ReviewList)
    listed = review.findChild(QListWidget)
    wait_until(lambda: listed.count() == 2 and listed.hasFocus())
    QTest.keyClick(listed, Key.Key_Down)
    doubtful = window.navigator.current
    assert doubtful in library.unsure()
    desk.after(lambda: QTest.keyClick(listed, Key.Key_Return))
    assert doubtful not in library.unsure()
    QTest.keyClick(listed, Key.Key_Escape)
    wait_until(lambda: not review.isVisible())

    # Written, by the palette's command, to a file whose name is typed.
    come_back()
    out = tmp_path / "out.csv"
    desk.key(Key.Key_K, CONTROL)
    desk.type("export")
    wrong = in_dialog(types(str(out)), presses(Key.Key_Return))
    desk.key(Key.Key_Return)
    wait_until(lambda: out.exists() and not window.commands.take_away.is_running)
    assert wrong == []
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert "The pilot was heard" in {row["title"] for row in csv.DictReader(file)}
    wait_for_tasks()
