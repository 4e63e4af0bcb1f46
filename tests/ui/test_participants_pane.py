"""Choosing participants with real clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from tests.ui.conftest import AFRICA, AUTHORITY, CANAL, RABIE, make_article
from timeline_app.models.participant_model import ParticipantColumn
from timeline_app.ui.participants_pane import ParticipantsPane

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def pane(app: QApplication) -> Iterator[ParticipantsPane]:
    pane = ParticipantsPane()
    pane.resize(280, 400)
    pane.show()
    pane.show_participants(make_article().participants)
    pane.show_counts({RABIE: 12})
    app.processEvents()
    yield pane
    pane.close()
    pane.deleteLater()
    app.processEvents()


def place_of(pane: ParticipantsPane, participant: int, column: int = ParticipantColumn.WHO) -> QPoint:
    index = pane._model.index(pane._model.row_of(participant), column)
    return pane._view.visualRect(index).center()


def click(pane: ParticipantsPane, at: QPoint) -> None:
    QTest.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def sent(spy: QSignalSpy) -> list[object]:
    return [spy.at(i)[0] for i in range(spy.count())]


def test_a_click_asks_for_the_mentions_and_a_second_one_takes_them_back(pane: ParticipantsPane) -> None:
    asked = QSignalSpy(pane.participant_selected)
    click(pane, place_of(pane, RABIE))
    click(pane, place_of(pane, RABIE))
    assert sent(asked) == [RABIE, None]


def test_the_second_control_asks_for_the_filter_alone(pane: ParticipantsPane) -> None:
    marked, filtered = QSignalSpy(pane.participant_selected), QSignalSpy(pane.filter_requested)
    click(pane, place_of(pane, CANAL, ParticipantColumn.FILTER))
    assert sent(filtered) == [CANAL]
    assert sent(marked) == []


def test_a_double_click_on_a_name_marks_it_and_asks_for_the_filter_once(pane: ParticipantsPane) -> None:
    marked, filtered = QSignalSpy(pane.participant_selected), QSignalSpy(pane.filter_requested)
    at = place_of(pane, RABIE)
    click(pane, at)
    for end in (QTest.mouseDClick, QTest.mouseRelease):  # the first of them sends the second press alone
        end(pane._view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert sent(filtered) == [RABIE]
    assert sent(marked) == [RABIE]
    click(pane, at)
    assert sent(marked) == [RABIE, None]


def test_both_controls_are_reached_by_keyboard(pane: ParticipantsPane) -> None:
    marked, filtered = QSignalSpy(pane.participant_selected), QSignalSpy(pane.filter_requested)
    pane.select_participant(RABIE)
    QTest.keyClick(pane._view, Qt.Key.Key_Down)  # over the heading of the organisations
    QTest.keyClick(pane._view, Qt.Key.Key_Return)
    QTest.keyClick(pane._view, Qt.Key.Key_Right)
    QTest.keyClick(pane._view, Qt.Key.Key_Space)
    assert sent(marked) == [AUTHORITY]
    assert sent(filtered) == [AUTHORITY]


def test_the_keys_start_at_the_first_participant_also_of_the_next_article(pane: ParticipantsPane) -> None:
    marked = QSignalSpy(pane.participant_selected)
    pane.activateWindow()
    pane._view.clearFocus()
    pane.setFocus()
    QTest.keyClick(pane._view, Qt.Key.Key_Return)
    QTest.keyClick(pane._view, Qt.Key.Key_Down)
    QTest.keyClick(pane._view, Qt.Key.Key_Return)
    assert sent(marked) == [RABIE, AUTHORITY]
    pane.clear()
    pane.show_participants(make_article().participants)
    QTest.keyClick(pane._view, Qt.Key.Key_Return)
    assert sent(marked)[2:] == [RABIE]


def test_a_heading_does_nothing(pane: ParticipantsPane) -> None:
    marked = QSignalSpy(pane.participant_selected)
    click(pane, pane._view.visualRect(pane._model.index(0, 0)).center())
    assert marked.count() == 0


def test_showing_a_selection_from_elsewhere_says_nothing(pane: ParticipantsPane) -> None:
    marked = QSignalSpy(pane.participant_selected)
    pane.select_participant(AFRICA)
    assert marked.count() == 0
    assert pane._model.marked == AFRICA
    assert pane._view.currentIndex().row() == pane._model.row_of(AFRICA)


def test_the_tooltip_shows_words_and_not_markup(pane: ParticipantsPane) -> None:
    person = replace(make_article().participants[0], name="<img src='/etc/hosts'>")
    pane.show_participants((person,))
    QApplication.processEvents()
    at = place_of(pane, RABIE)
    viewport = pane._view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert "&lt;img src=" in QToolTip.text()
    assert "<img" not in QToolTip.text()


def test_filtered_and_marked_rows_look_different(pane: ParticipantsPane) -> None:
    plain = pane.grab().toImage()
    pane.show_filter({RABIE})
    filtered = pane.grab().toImage()
    assert filtered != plain
    pane.show_filter(())
    assert pane.grab().toImage() == plain


def test_empty_states_say_why_there_is_nothing(pane: ParticipantsPane) -> None:
    def said() -> str:
        return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())

    assert said() == ""
    pane.show_participants(())
    assert "No people, organisations or places were recognised" in said()
    pane.clear()
    assert "of the article that you read stand here" in said()


def test_names_too_long_for_the_pane_do_not_widen_it(pane: ParticipantsPane) -> None:
    person = replace(make_article().participants[0], name="Very " * 200 + "long name")
    pane.show_participants((person,))
    QApplication.processEvents()
    assert pane._view.horizontalScrollBar().maximum() == 0
    assert pane.width() == 280
