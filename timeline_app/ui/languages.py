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
    """Let the application speak a language, its dates, numbers and direction of reading with it; an empty code is the system's."""
    if language:
        QLocale.setDefault(QLocale(language))
    folders = (resource("i18n"), Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    for name, folder in zip((_NAME, "qtbase"), folders, strict=True):
        translator = QTranslator(application)
        if translator.load(QLocale(), name, "_", str(folder)):
            QCoreApplication.installTranslator(translator)
            if name == _NAME:
                application.setLayoutDirection(QLocale().textDirection())
