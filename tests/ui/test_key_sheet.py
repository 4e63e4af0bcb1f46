"""The sheet says what the program does: derived from the tables that do it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from timeline_app.ui.actions import Actions
from timeline_app.ui.key_sheet import KeySheet
from timeline_app.ui.timeline_keys import OWN_KEYS, VERBS, Verb


def words_of(sheet: KeySheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_every_key_of_the_timeline_is_explained() -> None:
    assert set(VERBS) == set(Verb)
    assert set(OWN_KEYS) == set(Verb)


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
    window = QMainWindow()
    lines = dict(Actions(window).on_timeline()[1])
    actions = Actions(window)
    zoom_out = next(name for name, words in lines.items() if words == "Zoom out")
    assert actions.own_keys(zoom_out) == ("-", "S")
    assert actions.keys_of(zoom_out) == ("-",)  # S puts a star on an event
    actions.set_keys({"star": ("Ctrl+D",)})
    assert actions.keys_of(zoom_out) == ("-", "S")
    window.deleteLater()
