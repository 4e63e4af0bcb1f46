from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from tests.waiting import wait_until
from timeline_app.domain.period import Period
from timeline_app.domain.records import SearchHit
from timeline_app.finding import Hits
from timeline_app.ui.search_line import SearchLine

FOUND = Hits(
    "canal*",
    (
        SearchHit(7, "Canal blocked", Period.of_date(2021, 3, 23), "Herald", "The canal is blocked.", ((4, 9),)),
        SearchHit(9, "Undated note", None, "", "A long note on canals " * 20, ((15, 21),)),
    ),
)


@pytest.fixture
def window(app: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(900, 500)
    column = QVBoxLayout(window)
    column.addWidget(SearchLine())
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(other, 1)
    window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def line(window: QWidget) -> SearchLine:
    line = window.findChild(SearchLine)
    assert line is not None
    line.setFocus()
    wait_until(line.hasFocus)
    return line


def test_the_search_follows_when_the_typing_pauses_not_with_every_letter(line: SearchLine) -> None:
    typed: list[str] = []
    line.typed.connect(typed.append)
    QTest.keyClicks(line, "canal")
    assert typed == []
    wait_until(lambda: bool(typed))
    assert typed == ["canal"]


def test_clearing_is_at_once(line: SearchLine) -> None:
    typed: list[str] = []
    line.typed.connect(typed.append)
    QTest.keyClicks(line, "canal")
    line.clear()
    assert typed == [""]


def test_enter_does_not_wait_for_the_pause(line: SearchLine) -> None:
    typed: list[str] = []
    entered: list[str] = []
    line.typed.connect(typed.append)
    line.entered.connect(entered.append)
    QTest.keyClicks(line, "canal")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (typed, entered) == ([], ["canal"])


def test_the_best_articles_hang_below_and_are_chosen_by_keys(line: SearchLine) -> None:
    chosen: list[int] = []
    line.article_chosen.connect(chosen.append)
    QTest.keyClicks(line, "canal")
    line.show_hits(FOUND)
    assert line._list is not None
    assert line._list.isVisible()
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen == [9]
    assert not line._list.isVisible()


def test_a_click_chooses_an_article(line: SearchLine) -> None:
    chosen: list[int] = []
    line.article_chosen.connect(chosen.append)
    QTest.keyClicks(line, "canal")
    line.show_hits(FOUND)
    assert line._list is not None
    view = line._list.view
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(line._list.model.index(0)).center()
    )
    assert chosen == [7]


def test_hits_of_other_words_than_those_that_stand_there_are_not_shown(line: SearchLine) -> None:
    QTest.keyClicks(line, "dredger")
    line.show_hits(FOUND)
    assert line._list is None


@pytest.mark.parametrize(
    ("found", "are_newest", "words"),
    [
        (2, False, ""),
        (10_000, False, ""),
        (
            82_587,
            False,
            "82,587 articles: titles with the words first, then the best of the newest 10,000",
        ),
        (82_587, True, "The newest of 82,587 articles"),
    ],
)
def test_which_of_very_many_articles_stand_in_the_list_is_said_below_it(
    line: SearchLine, found: int, are_newest: bool, words: str
) -> None:
    QTest.keyClicks(line, "canal")
    line.show_hits(replace(FOUND, found=found, are_newest=are_newest))
    assert line._list is not None
    note = line._list._note
    assert (note.isVisible(), note.text()) == (bool(words), words)
    assert line._list.view.height() >= 2 * line._list.view.sizeHintForRow(0)  # nothing of a row is hidden by it
    assert note.height() >= note.heightForWidth(note.width()) or not words


def test_that_nothing_was_found_is_said(line: SearchLine) -> None:
    QTest.keyClicks(line, "xylophone")
    line.show_hits(Hits("xylophone*", ()))
    assert line._list is not None
    assert "xylophone" in line._list._nothing.text()
    assert line._list._nothing.isVisible()


def test_escape_puts_the_list_away_and_then_leaves(line: SearchLine) -> None:
    left: list[bool] = []
    line.left.connect(lambda: left.append(True))
    QTest.keyClicks(line, "canal")
    line.show_hits(FOUND)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left == []
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left == [True]


def test_a_query_that_comes_from_elsewhere_is_shown_but_never_while_one_types(line: SearchLine) -> None:
    typed: list[str] = []
    line.typed.connect(typed.append)
    line.show_query("ports")
    assert line.text() == "ports"
    assert typed == []
    QTest.keyClicks(line, " of")
    line.show_query("")
    assert line.text() == "ports of"
    wait_until(lambda: bool(typed))


def test_what_is_typed_is_not_written_over_by_its_own_query(line: SearchLine) -> None:
    QTest.keyClicks(line, "canal")
    wait_until(lambda: not line._pause.isActive())
    line.show_query("canal*")
    assert line.text() == "canal"


def test_the_button_that_empties_the_line_goes_with_the_words_whoever_takes_them(line: SearchLine) -> None:
    button = line.findChild(QToolButton)
    assert button is not None
    line.show_query("ports")
    wait_until(button.isVisible)
    line.show_query("")
    wait_until(lambda: not button.isVisible())


def test_a_search_that_comes_back_is_written_as_it_was_typed(line: SearchLine) -> None:
    line.show_query("puerto rico*")
    assert line.text() == "puerto rico"
