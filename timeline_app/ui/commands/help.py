"""Keys, manual, what this program is: the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from timeline_app import __version__
from timeline_app.paths import resource
from timeline_app.ui.commands.topic import Topic
from timeline_app.ui.key_sheet import KeySheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class HelpCommands(Topic):
    """What the reader can look up."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {"keys": self._keys, "manual": self._manual, "about": self._about}

    def _keys(self) -> None:
        KeySheet(self._window.actions_.sheet(), self._window).exec()

    def _manual(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(resource("docs", "manual.md"))))

    def _about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Timeline App {version}").format(version=__version__))
        box.setInformativeText(
            self.tr("Reads dated articles and shows their events. Nothing leaves this machine.\nMIT licence.")
        )
        box.exec()
