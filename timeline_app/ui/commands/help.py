"""Keys, manual, what this program is: the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from timeline_app.paths import resource
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class HelpCommands(Topic):
    """What the reader can look up."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "keys": self._keys,
            "manual": self._manual,
            "whats_new": self._whats_new,
            "copy_report": self._copy_report,
            "about": self._about,
        }

    def report(self, error: BaseException | None = None) -> str:
        """Return the diagnostic report."""
        from timeline_app.ui import diagnostics  # not at the start

        info = self._session.library.info() if self._session.path is not None else None
        return diagnostics.report(info, error)

    def _keys(self) -> None:
        from timeline_app.ui.key_sheet import KeySheet  # not at the start

        KeySheet(self._window.actions_.sheet(), self._window).exec()

    def _manual(self) -> None:
        manual = resource("docs", "manual.md")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(manual))):  # the system has no program for it
            self._show(self.tr("Manual"), manual)

    def _whats_new(self) -> None:
        self._show(self.tr("What's new"), resource("docs", "changelog.md"))

    def _show(self, title: str, document: Path) -> None:
        from timeline_app.ui.document_dialog import DocumentDialog  # not at the start

        DocumentDialog(title, document, self._window).exec()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self._window.status.say_text(
            self.tr("The report is on the clipboard: versions and counts, nothing of what your articles say.")
        )

    def _about(self) -> None:
        from timeline_app.ui import diagnostics  # not at the start

        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        (name, version), *others = diagnostics.versions()
        box.setText(f"{name} {version}")
        box.setInformativeText(
            "\n\n".join(
                (
                    self.tr("Reads dated articles and shows their events. Nothing leaves this machine.\nMIT licence."),
                    "\n".join(f"{name} {version}" for name, version in others),
                )
            )
        )
        box.exec()
