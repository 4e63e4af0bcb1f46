"""What the reader sees when the program itself has failed: that nothing is lost, and a report to pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path


class CrashDialog(QDialog):
    """Says that something failed, shows the report and where it is kept, and lets the reader go on."""

    def __init__(self, report: str, kept_in: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        words = PlainLabel(
            self.tr(
                "The program made a mistake and could not finish what it was doing. Your library is whole: everything is "
                "written down as soon as it is done.\n\nYou can go on. The report below says where the mistake is; it quotes "
                "nothing of your articles. It is kept in {path}."
            ).format(path=kept_in)
        )
        words.setWordWrap(True)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setTabChangesFocus(True)
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(self.tr("&Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton(self.tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        go_on.clicked.connect(self.accept)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        go_on.setDefault(True)
        go_on.setFocus()
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self._report, 1)
        column.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.fontMetrics().height() * 24)
