"""The one table of commands."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from timeline_app.ui.actions import Actions
from timeline_app.ui.menus import MENUS


@pytest.mark.parametrize("at", range(len(MENUS)), ids=[title.replace("&", "") for title, _specs in MENUS])
def test_each_letter_chooses_one_command_of_a_menu(at: int) -> None:
    letters = Counter(
        spec.text[spec.text.index("&") + 1].lower() for spec in MENUS[at][1] if spec is not None and "&" in spec.text
    )
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_each_letter_opens_one_menu() -> None:
    letters = Counter(title[title.index("&") + 1].lower() for title, _specs in MENUS)
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_no_key_has_two_commands() -> None:
    keys = Counter(
        QKeySequence(key).toString()
        for _title, specs in MENUS
        for spec in specs
        if spec is not None
        for key in spec.keys
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_what_a_button_says_names_the_key_in_force(app: QApplication) -> None:
    window = QMainWindow()
    actions = Actions(window)
    assert actions["next"].toolTip() == "Next event (Ctrl+PgDown)"
    actions.set_keys({"next": ("F9",), "previous": ()})
    assert actions["next"].toolTip() == "Next event (F9)"
    assert actions["previous"].toolTip() == "Previous event"
