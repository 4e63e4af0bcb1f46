"""What the reader prefers: every change is in force at once, so there is nothing to accept and nothing to cancel."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.settings import BarHeight, DateStyle, Motion, Preferences, ThemeChoice, WeekStart, WheelUse
from timeline_app.ui.dialogs import choice_box
from timeline_app.ui.key_table import KeyTable
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.ui.actions import Actions


class PreferencesDialog(QDialog):
    """Shows preferences and the keys of all actions, and says what the reader makes of them.

    Args:
        preferences: What is in force.
        actions: The actions whose keys can be changed.
        languages: The code and the own name of each language that menus and messages can be in.
    """

    changed = Signal(object)
    """The `Preferences` from now on."""
    keys_changed = Signal(object)
    """The keys that differ from the program's own, by action: a mapping of tuples."""

    def __init__(
        self,
        preferences: Preferences,
        actions: Actions,
        languages: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._preferences = preferences
        self._boxes: dict[str, QComboBox | QSpinBox] = {}
        tabs = QTabWidget()
        tabs.addTab(self._appearance(languages), self.tr("&Appearance"))
        tabs.addTab(self._timeline(), self.tr("&Timeline"))
        tabs.addTab(self._taking_in(), self.tr("Taking &in"))
        self._keys = KeyTable(actions)
        self._keys.keys_changed.connect(self.keys_changed)
        tabs.addTab(self._keys, self.tr("&Keys"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._restore_defaults)
        column = QVBoxLayout(self)
        column.addWidget(tabs)
        column.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 28)

    @property
    def preferences(self) -> Preferences:
        """What the dialog shows."""
        return self._preferences

    def _appearance(self, languages: Mapping[str, str]) -> QWidget:
        page, form = _page()
        form.addRow(
            self.tr("Colours:"),
            self._choice(
                "theme",
                (
                    (ThemeChoice.SYSTEM, self.tr("As the system")),
                    (ThemeChoice.LIGHT, self.tr("Light")),
                    (ThemeChoice.DARK, self.tr("Dark")),
                ),
            ),
        )
        size = QSpinBox()
        size.setRange(50, 400)
        size.setSingleStep(10)
        size.setSuffix(self.tr(" %"))
        size.setValue(round(self._preferences.text_scale * 100))
        size.valueChanged.connect(lambda value: self._set(text_scale=value / 100))
        self._boxes["text_scale"] = size
        form.addRow(self.tr("Size of the article's text:"), size)
        form.addRow(
            self.tr("Days are written:"),
            self._choice(
                "dates",
                ((DateStyle.LOCALE, self.tr("In words, as the language does")), (DateStyle.ISO, self.tr("2023-02-14"))),
            ),
        )
        form.addRow(
            self.tr("Language of menus and messages:"),
            self._choice("language", (("", self.tr("As the system")), *languages.items())),
        )
        form.addRow("", _note(self.tr("Another language is in force at the next start.")))
        return page

    def _timeline(self) -> QWidget:
        page, form = _page()
        form.addRow(
            self.tr("The wheel:"),
            self._choice(
                "wheel",
                (
                    (WheelUse.SCROLL, self.tr("Scrolls; with Ctrl it zooms")),
                    (WheelUse.ZOOM, self.tr("Zooms in time")),
                ),
            ),
        )
        form.addRow(
            self.tr("Weeks begin on:"),
            self._choice(
                "week_start",
                (
                    (WeekStart.LOCALE, self.tr("The day that the language of the system has")),
                    (WeekStart.MONDAY, QLocale().standaloneDayName(1)),
                    (WeekStart.SATURDAY, QLocale().standaloneDayName(6)),
                    (WeekStart.SUNDAY, QLocale().standaloneDayName(7)),
                ),
            ),
        )
        form.addRow(
            self.tr("Movement:"),
            self._choice(
                "motion",
                ((Motion.SYSTEM, self.tr("As the system asks")), (Motion.OFF, self.tr("None: the view jumps"))),
            ),
        )
        form.addRow(
            self.tr("Bars are as high as:"),
            self._choice(
                "bars",
                (
                    (BarHeight.LOG, self.tr("The order of magnitude: small numbers show beside large ones")),
                    (BarHeight.LINEAR, self.tr("The number of events")),
                ),
            ),
        )
        return page

    def _taking_in(self) -> QWidget:
        page, form = _page()
        processes = QSpinBox()
        processes.setRange(0, max(2 * (os.cpu_count() or 1), self._preferences.processes))
        processes.setSpecialValueText(self.tr("One for each core"))
        processes.setValue(self._preferences.processes)
        processes.valueChanged.connect(lambda value: self._set(processes=value))
        self._boxes["processes"] = processes
        form.addRow(self.tr("Processes that read articles:"), processes)
        form.addRow("", _note(self.tr("Fewer leave more of the machine to other programs.")))
        return page

    def _choice(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = choice_box(name, [(words, value) for value, words in choices], getattr(self._preferences, name))
        kind = type(getattr(self._preferences, name))
        box.currentIndexChanged.connect(lambda _index: self._set(**{name: kind(box.currentData())}))
        self._boxes[name] = box
        return box

    def _set(self, **values: Any) -> None:
        self._preferences = replace(self._preferences, **values)
        self.changed.emit(self._preferences)

    def _restore_defaults(self) -> None:
        plain = Preferences()
        for name, box in self._boxes.items():
            value = getattr(plain, name)
            if isinstance(box, QComboBox):
                box.setCurrentIndex(box.findData(str(value)))
            else:
                box.setValue(round(value * 100) if name == "text_scale" else value)
        self._keys.restore_defaults()


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(20, 20, 20, 20)
    form.setVerticalSpacing(12)
    form.setHorizontalSpacing(16)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return page, form


def _note(words: str) -> PlainLabel:
    label = PlainLabel(words, wraps=True)
    label.setEnabled(False)
    return label
