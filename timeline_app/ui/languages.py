"""The languages that menus and messages can be in: those whose translation lies beside the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from timeline_app.paths import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_NAME = "timeline-app"


def languages() -> dict[str, str]:
    """Return the code of each language with its own name for itself, English first."""
    found = {path.stem.removeprefix(f"{_NAME}_") for path in resource("i18n").glob(f"{_NAME}_*.qm")} - {"en"}
    return {"en": "English", **{code: _own_name(code) for code in sorted(found)}}


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def speak(application: QApplication, language: str) -> None:
    """Let the application speak a language, its dates, numbers and direction of reading with it; an empty code is the system's.

    What the program does not speak is English all through: Qt's own words too, and read from left to right.
    """
    if language:
        QLocale.setDefault(QLocale(language))
    install_english(application)
    if _install(application, QLocale(), _NAME, resource("i18n")):
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(application, QLocale(), "qtbase", qt)
        application.setLayoutDirection(QLocale().textDirection())


def install_english(application: QApplication) -> None:
    """Let counted sentences have their two English forms, under whatever language is laid over them."""
    _install(application, QLocale(QLocale.Language.English), _NAME, resource("i18n"))


def _install(application: QApplication, locale: QLocale, name: str, folder: Path) -> bool:
    translator = QTranslator(application)
    return translator.load(locale, name, "_", str(folder)) and QCoreApplication.installTranslator(translator)
