"""The sheet says what the program does: derived from the tables that do it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from timeline_app.ui.actions import Actions
from timeline_app.ui.key_sheet import VERBS, KeySheet
from timeline_app.ui.timeline_keys import Verb, keys_of


def words_of(sheet: KeySheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_every_key_of_the_timeline_is_explained() -> None:
    assert set(VERBS) == set(Verb)
    assert all(keys_of(verb) for verb in Verb)


def test_the_sheet_shows_keys_of_menus_letters_the_timelines_own_and_the_signs(app: QApplication) -> None:
    window = QMainWindow()
    sheet = KeySheet(Actions(window).sheet(), window)
    words = words_of(sheet)
    assert "Ctrl+Shift+H   H" in words
    assert words[words.index("Ctrl+Shift+H   H") + 1] == "Hide event"
    assert any("Home" in text for text in words)
    assert words[words.index("≈") + 1] == "About this date"
    sheet.deleteLater()
    window.deleteLater()


def test_a_letter_that_a_command_has_is_not_said_to_be_the_timelines(app: QApplication) -> None:
    sheet = KeySheet([("Event", [("Ctrl+D   S", "Star")])])
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Ctrl+D   S" in shown
    assert not [text for text in shown if "S" in text.split("   ") and text != "Ctrl+D   S"]
    assert "-" in shown
