from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTextEdit

from tests.builders import make_extraction
from tests.library.test_copies import copy_of_meeting
from tests.ui.test_finding import Desk
from tests.waiting import wait_until
from timeline_app.domain.wording import side_by_side
from timeline_app.library import Library
from timeline_app.settings import Settings
from timeline_app.ui.compare_window import CompareWindow, Version


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([copy_of_meeting("The Courier"), copy_of_meeting("The Herald"), copy_of_meeting("The Mail")])
        alone = make_extraction(title="Another matter", body="A mast fell in the harbour.", published="2024-01-02")
        library.add([alone])
        library.regroup()
    desk = Desk(path, Settings(remembers=False))
    yield desk
    desk.window.close()
    desk.session.close()


def select(desk: Desk, title: str) -> None:
    summaries = desk.session.summaries([int(e) for e in desk.window.model.events.ids])
    desk.window.navigator.select(next(event for event, summary in summaries.items() if title in summary.title))


def opened(desk: Desk) -> CompareWindow:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, CompareWindow) and w.isVisible())


def test_an_event_that_others_report_too_says_so_and_leads_to_them(desk: Desk) -> None:
    select(desk, "Jens Stoltenberg met")
    button = desk.window.article.findChild(QPushButton, "other_reports")
    assert button is not None
    assert button.isVisible()
    assert "2" in button.text()
    button.click()
    window = opened(desk)
    view = window.findChild(QTextEdit)
    assert view is not None
    wait_until(lambda: "Stoltenberg" in view.toPlainText())
    assert view.toPlainText().count("alliance will meet again") == 2
    others = window.findChild(QComboBox)
    assert others is not None
    assert others.count() == 2
    assert "100%" in window._said.text()
    others.setCurrentIndex(1)
    wait_until(lambda: window._number == 2)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_an_event_that_nobody_else_reports_has_nothing_to_compare(desk: Desk) -> None:
    select(desk, "Another matter")
    assert not desk.window.actions_["compare"].isEnabled()
    button = desk.window.article.findChild(QPushButton, "other_reports")
    assert button is not None
    assert not button.isVisible()
    assert desk.window.commands.comparing.compare() is None


def test_a_copy_that_comes_while_the_article_is_read_can_be_compared_at_once(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([copy_of_meeting("The Courier")])
    desk = Desk(path, Settings(remembers=False))
    select(desk, "Jens Stoltenberg met")
    assert not desk.window.actions_["compare"].isEnabled()
    with Library.open(path) as library:
        library.add([copy_of_meeting("The Herald")])
        library.regroup()
    desk.after(desk.session.refresh)
    assert desk.window.actions_["compare"].isEnabled()
    desk.window.close()
    desk.session.close()


def marked(view: QTextEdit) -> list[str]:
    found, block = [], view.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            if at.fragment().charFormat().background().style() != Qt.BrushStyle.NoBrush:
                found.append(at.fragment().text())
            at += 1
        block = block.next()
    return found


def test_words_of_one_report_alone_are_marked_and_nothing_is_taken_for_markup(app: QApplication) -> None:
    one, other = "The alliance met.\n\n<b>Nobody</b> left.", "The pact met.\n\n<b>Nobody</b> left."
    window = CompareWindow([Version("A", "One", one, (0, 17)), Version("B", "Two", other, None)])
    window.show_rows(1, side_by_side(one, other))
    view = window.findChild(QTextEdit)
    assert view is not None
    assert marked(view) == ["alliance", "pact"]
    assert view.toPlainText().count("<b>Nobody</b> left.") == 2
    window.show_rows(2, [])
    assert marked(view) == ["alliance", "pact"]
    window.deleteLater()
