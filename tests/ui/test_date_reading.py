"""Deciding in the window how dates are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QGroupBox

from tests.waiting import wait_until
from timeline_app.domain.article import Article
from timeline_app.domain.date_reading import AS_WRITTEN, DateReading, Mode
from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.library import Library
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.date_reading_dialog import DateReadingDialog
from timeline_app.ui.main_window import MainWindow

NEWS = "The day it was published, as in news"


def choose(dialog: QDialog, name: str, words: str) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(words))


def test_the_dialog_shows_what_is_decided_and_returns_what_is_chosen(app: QApplication) -> None:
    dialog = DateReadingDialog(DateReading(day_first=True), DateReading(Mode.NARRATIVE), "Fire & Flood")
    assert dialog.findChild(QComboBox, "library order").currentText() == "3 April"
    assert dialog.findChild(QGroupBox).title() == "In “Fire && Flood”"
    assert (dialog.of_library, dialog.of_article) == (DateReading(day_first=True), DateReading(Mode.NARRATIVE))
    choose(dialog, "article mode", "As in the library")
    choose(dialog, "library order", "4 March")
    choose(dialog, "library mode", NEWS)
    assert (dialog.of_library, dialog.of_article) == (DateReading(Mode.NEWS, day_first=False), AS_WRITTEN)


def test_without_an_article_it_asks_of_the_library_alone(app: QApplication) -> None:
    dialog = DateReadingDialog(AS_WRITTEN)
    assert dialog.of_article is None
    assert len(dialog.findChildren(QGroupBox)) == 1


@pytest.fixture
def window(app: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([extract(Article("Ship", "The ship sank on 03/04/2021.", parse_edtf("2023-02-14")))])
    window = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path))
    window.show()
    assert window.commands.libraries.open_library(path)
    wait_until(lambda: window.model.rowCount() > 0)
    yield window
    window.close()


def test_the_command_decides_for_the_article_that_is_read_and_for_all(window: MainWindow) -> None:
    window.desk.go_to_event(int(window.model.events.ids[0]))
    wait_until(lambda: window.article.stored is not None)

    def answer() -> None:
        dialog = window.findChild(DateReadingDialog)
        choose(dialog, "article order", "3 April")
        choose(dialog, "library mode", NEWS)
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.actions_["read_dates"].trigger()
    stored = window.article.stored
    assert stored is not None
    corrector = window.session.corrector
    assert corrector.date_reading(stored.id) == DateReading(day_first=True)
    assert corrector.date_reading() == DateReading(Mode.NEWS)
    assert window.actions_["undo"].text() == "&Undo read dates otherwise"
