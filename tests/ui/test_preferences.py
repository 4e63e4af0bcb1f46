"""What the reader prefers is in force at once, and again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QKeySequenceEdit,
    QLabel,
    QMainWindow,
    QPushButton,
    QSpinBox,
)

from timeline_app.domain.calendar import SECONDS_PER_DAY as DAY
from timeline_app.domain.calendar import day_of, instant, weekday
from timeline_app.domain.period import Period
from timeline_app.models import texts
from timeline_app.session import Session
from timeline_app.settings import DateStyle, Motion, Preferences, Settings, ThemeChoice, WeekStart, WheelUse
from timeline_app.timeline.ticks import Step, Unit
from timeline_app.ui.actions import Actions
from timeline_app.ui.key_table import KeyTable
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.preferences_dialog import PreferencesDialog
from timeline_app.ui.theme import DARK, LIGHT, current_theme
from timeline_app.ui.timeline_keys import TimelineKeys, Verb


@pytest.fixture
def window(app: QApplication, tmp_path: Path):  # type: ignore[no-untyped-def]
    window = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path))
    yield window
    window.commands.preferences.prefer(Preferences(theme=ThemeChoice.LIGHT))
    window.close()


@pytest.fixture
def owner(app: QApplication):  # type: ignore[no-untyped-def]
    owner = QMainWindow()
    yield owner
    owner.deleteLater()


def dialog_of(preferences: Preferences, owner: QMainWindow) -> PreferencesDialog:
    return PreferencesDialog(preferences, Actions(owner), {"en": "English", "de": "Deutsch"}, owner)


def test_every_change_is_said_at_once(owner: QMainWindow) -> None:
    dialog = dialog_of(Preferences(), owner)
    said: list[Preferences] = []
    dialog.changed.connect(said.append)
    box = dialog.findChild(QComboBox, "theme")
    box.setCurrentIndex(box.findData(ThemeChoice.DARK.value))
    dialog.findChild(QComboBox, "wheel").setCurrentIndex(1)
    dialog.findChild(QComboBox, "language").setCurrentIndex(2)
    for size in dialog.findChildren(QSpinBox):
        if size.suffix():
            size.setValue(140)
    assert said[-1] == Preferences(theme=ThemeChoice.DARK, wheel=WheelUse.ZOOM, language="de", text_scale=1.4)
    assert len(said) == 4


def test_the_dialog_shows_what_is_in_force_and_restores_the_defaults(owner: QMainWindow) -> None:
    chosen = Preferences(ThemeChoice.DARK, 2.0, WheelUse.ZOOM, Motion.OFF, DateStyle.ISO, WeekStart.SUNDAY, 3, "de")
    dialog = dialog_of(chosen, owner)
    assert dialog.findChild(QComboBox, "dates").currentData() == "iso"
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert dialog.preferences == Preferences()


def test_preferences_are_in_force_at_once_and_at_the_next_start(window: MainWindow, tmp_path: Path) -> None:
    window.commands.preferences.prefer(
        Preferences(
            theme=ThemeChoice.DARK,
            text_scale=1.5,
            wheel=WheelUse.ZOOM,
            dates=DateStyle.ISO,
            processes=2,
        )
    )
    assert current_theme() is DARK
    assert window.timeline.gestures.wheel_zooms
    assert window.session.intake.processes == 2
    assert texts.period(Period.of_date(2023, 2, 14)) == "2023-02-14"
    assert texts.period(Period.of_date(2023, 2)) == "February 2023"
    window.settings.save()
    other = MainWindow(Session(), Settings(tmp_path / "settings.ini", folder=tmp_path))
    assert other.timeline.gestures.wheel_zooms
    assert other.actions_["theme_dark"].isChecked()
    other.close()


def test_the_view_menu_and_the_dialog_are_one(window: MainWindow) -> None:
    window.actions_["theme_light"].trigger()
    assert current_theme() is LIGHT
    window.actions_["larger_text"].trigger()
    assert window.settings.preferences.text_scale == pytest.approx(1.1)
    window.actions_["normal_text"].trigger()
    assert window.settings.preferences == Preferences(theme=ThemeChoice.LIGHT)


def press(table: KeyTable, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    edit = table.findChild(QKeySequenceEdit)
    edit.setFocus()
    QTest.keyClick(edit, key, modifier)


def button(table: KeyTable, words: str) -> QPushButton:
    return next(b for b in table.findChildren(QPushButton) if words in b.text())


def test_a_key_is_taken_from_who_had_it(owner: QMainWindow) -> None:
    actions = Actions(owner)
    table = KeyTable(actions)
    said: list[dict[str, tuple[str, ...]]] = []
    table.keys_changed.connect(said.append)
    table.choose("export")
    press(table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    button(table, "Use").click()
    assert actions["export"].shortcut().toString() == "Ctrl+N"
    assert actions["new"].shortcuts() == []
    assert said[-1] == {"export": ("Ctrl+N",), "new": ()}
    table.choose("new")
    button(table, "own").click()
    assert said[-1] == {}
    assert actions["new"].shortcut().toString() == "Ctrl+N"
    table.restore_defaults()
    assert actions.changed_keys() == {}
    assert actions["new"].shortcut().toString() == "Ctrl+N"


def test_a_letter_acts_on_the_timeline_and_only_there(window: MainWindow) -> None:
    window.actions_.set_keys({"about": ("J",), "hide": ("Ctrl+H",)})
    window.commands.connect_letters()
    letters = {letter: action.objectName() for letter, action in window.actions_.letters()}
    assert letters["J"] == "about"
    assert "H" not in letters
    assert window.actions_["about"].shortcuts() == []


def test_the_timelines_own_keys_can_be_changed_and_are_there_after_a_restart(window: MainWindow) -> None:
    keys, table = window.timeline.keys, KeyTable(window.actions_)
    table.keys_changed.connect(window.commands.preferences._keep_keys)

    def verb_of(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Verb | None:
        return keys.verb_of(QKeyEvent(QEvent.Type.KeyPress, key, modifier))

    table.choose("timeline.fit_all")
    press(table, Qt.Key.Key_B)
    button(table, "Use").click()
    assert (verb_of(Qt.Key.Key_B), verb_of(Qt.Key.Key_0)) == (Verb.FIT_ALL, None)
    # A letter goes from one verb to another.
    table.choose("timeline.next")
    press(table, Qt.Key.Key_F)
    assert "Centre the selected event" in next(label.text() for label in table.findChildren(QLabel) if label.text())
    button(table, "Use").click()
    assert verb_of(Qt.Key.Key_F) is Verb.NEXT
    assert verb_of(Qt.Key.Key_Right) is None
    # And from a verb to a command, which keeps it from the timeline.
    table.choose("about")
    press(table, Qt.Key.Key_B)
    button(table, "Use").click()
    assert verb_of(Qt.Key.Key_B) is None
    assert window.settings.keys["timeline.next"] == ("F",)
    again = Actions(window)
    again.set_keys(window.settings.keys)
    assert again.verbs()[Verb.NEXT] == ("F",)
    table.restore_defaults()
    assert (verb_of(Qt.Key.Key_0), verb_of(Qt.Key.Key_Right)) == (Verb.FIT_ALL, Verb.NEXT)
    table.deleteLater()


@pytest.mark.parametrize(
    ("key", "modifier", "verb"),
    [
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier, Verb.ZOOM_IN),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, Verb.NEXT),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier, None),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, None),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, Verb.ROWS_UP),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier, Verb.TALLER_LANES),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, Verb.OPEN),
    ],
)
def test_modifiers_leave_some_keys_what_they_are(key: Qt.Key, modifier: Qt.KeyboardModifier, verb: Verb | None) -> None:
    assert TimelineKeys().verb_of(QKeyEvent(QEvent.Type.KeyPress, key, modifier)) is verb


def test_keys_for_actions_that_are_no_longer_there_do_no_harm(owner: QMainWindow) -> None:
    actions = Actions(owner)
    actions.set_keys({"dance": ("Ctrl+D",), "new": ("Ctrl+N",)})
    assert actions.changed_keys() == {}


@pytest.mark.parametrize(("start", "days"), [(WeekStart.MONDAY, 0), (WeekStart.SATURDAY, 5), (WeekStart.SUNDAY, 6)])
def test_weeks_begin_where_the_reader_has_them(start: WeekStart, days: int) -> None:
    assert start.days_after_monday == days
    first = Step(Unit.WEEK, 1, days).floor(instant(2023, 2, 16))
    assert weekday(day_of(first)) == days
    assert 0 <= instant(2023, 2, 16) - first < 7 * DAY
    assert 0 <= WeekStart.LOCALE.days_after_monday <= 6
