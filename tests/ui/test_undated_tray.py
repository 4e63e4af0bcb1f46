"""The tray of undated articles, clicked and typed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.waiting import wait_until
from timeline_app.domain.records import UndatedArticle
from timeline_app.ui.undated_tray import UndatedTray

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = [UndatedArticle((1 << 40) + n, f"Memo {n}", f"/cases/memo{n}.txt") for n in range(40)]


@pytest.fixture
def tray(app: QApplication) -> Iterator[UndatedTray]:
    window = QWidget()
    tray = UndatedTray()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(tray)
    window.resize(300, 500)
    window.show()
    app.processEvents()
    yield tray
    window.close()
    window.deleteLater()
    app.processEvents()


def open_tray(tray: UndatedTray) -> None:
    QTest.mouseClick(tray._heading, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_nothing_is_shown_while_every_article_has_a_date(tray: UndatedTray) -> None:
    assert not tray.isVisible()
    tray.show_articles(ARTICLES)
    assert tray.isVisible()
    tray.show_articles([])
    assert not tray.isVisible()


def test_the_heading_counts_and_opens(tray: UndatedTray) -> None:
    tray.show_articles(ARTICLES[:3])
    assert tray._heading.text() == "3 articles without a date"
    assert not tray._list.isVisible()
    open_tray(tray)
    assert tray._list.isVisible()
    said = " ".join(label.text() for label in tray.findChildren(QLabel) if label.isVisible())
    assert "No date of publication is stated" in said
    tray.show_articles(ARTICLES[:1])
    assert tray._heading.text() == "1 article without a date"


def test_a_click_asks_to_read_once(tray: UndatedTray) -> None:
    tray.show_articles(ARTICLES)
    open_tray(tray)
    asked = QSignalSpy(tray.article_requested)
    at = tray._list.visualRect(tray._model.index(1)).center()
    QTest.mouseClick(tray._list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [asked.at(i)[0] for i in range(asked.count())] == [ARTICLES[1].id]


def test_the_keyboard_opens_and_asks_to_read(tray: UndatedTray) -> None:
    tray.show_articles(ARTICLES)
    tray._heading.setFocus()
    QTest.keyClick(tray._heading, Qt.Key.Key_Space)
    assert tray._list.isVisible()
    asked = QSignalSpy(tray.article_requested)
    tray._list.setCurrentIndex(tray._model.index(2))
    QTest.keyClick(tray._list, Qt.Key.Key_Return)
    assert asked.at(0)[0] == ARTICLES[2].id


def test_many_articles_are_scrolled_and_do_not_push_the_rest_out(tray: UndatedTray) -> None:
    tray.show_articles(ARTICLES)
    open_tray(tray)
    assert tray._list.height() <= 7 * tray._list.sizeHintForRow(0)
    assert tray._list.verticalScrollBar().maximum() > 0


def test_few_articles_take_only_their_room(tray: UndatedTray) -> None:
    tray.show_articles(ARTICLES[:2])
    open_tray(tray)
    assert tray._list.height() < 3 * tray._list.sizeHintForRow(0)
    assert tray._list.verticalScrollBar().maximum() == 0


def test_the_heading_shows_the_focus_however_it_came(app: QApplication, tray: UndatedTray) -> None:
    tray.show_articles(ARTICLES)
    tray.activateWindow()
    plain = tray._heading.grab().toImage()
    tray.setFocus(Qt.FocusReason.ShortcutFocusReason)
    wait_until(tray._heading.hasFocus)
    assert tray._heading.grab().toImage() != plain
