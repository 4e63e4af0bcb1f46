"""The diagnostic report says what is needed and nothing of the reader's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from timeline_app import __version__
from timeline_app.domain.records import LibraryInfo
from timeline_app.paths import resource
from timeline_app.ui import diagnostics
from timeline_app.ui.crash_dialog import CrashDialog
from timeline_app.ui.document_dialog import DocumentDialog

SECRET = "the minister's secret"


def error_about(words: str) -> ValueError:
    with pytest.raises(ValueError, match="secret") as caught:
        int(words)
    return caught.value


def test_the_report_has_versions_counts_and_the_place_of_the_mistake(app: QApplication) -> None:
    info = LibraryInfo(f"/home/somebody/{SECRET}.timeline", 1, 12, 3, 40, 7, 2, "2020-01-01", "2021-01-01", 4096)
    text = diagnostics.report(info, error_about(SECRET))
    assert f"Timeline App {__version__}" in text
    assert "SQLite 3." in text
    assert "12 articles, 3 of them undated, 40 events" in text
    assert "test_diagnostics.py" in text
    assert "ValueError" in text


def test_the_report_says_nothing_of_the_readers(app: QApplication) -> None:
    info = LibraryInfo(f"/home/somebody/{SECRET}.timeline", 1, 12, 3, 40, 7, 2, None, None, 4096)
    text = diagnostics.report(info, error_about(SECRET))
    assert "secret" not in text
    assert str(Path.home()) not in text


def test_the_crash_dialog_keeps_the_report_and_lets_the_reader_go_on(app: QApplication, tmp_path: Path) -> None:
    dialog = CrashDialog("what happened", tmp_path / "log")
    dialog.open()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "what happened"
    buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
    buttons["Copy the report"].click()
    assert QGuiApplication.clipboard().text() == "what happened"
    assert dialog.isVisible()
    buttons["Go on"].click()
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_what_is_new_names_the_version_in_use(app: QApplication) -> None:
    dialog = DocumentDialog("What's new", resource("docs", "changelog.md"))
    text = resource("docs", "changelog.md").read_text(encoding="utf-8")
    assert f"## {__version__.rsplit('.', 1)[0]}" in text
    dialog.deleteLater()
