"""A document of the program's own, such as what is new in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl


class DocumentDialog(QDialog):
    """Shows a Markdown file that came with the program; its pictures lie beside it."""

    def __init__(self, title: str, document: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        text = QTextBrowser()
        text.setSearchPaths([str(document.parent)])
        text.setMarkdown(document.read_text(encoding="utf-8"))
        text.setOpenLinks(False)
        text.anchorClicked.connect(_open_outside)
        text.document().setDocumentMargin(24)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(0, 0, 9, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 9)
        column.addWidget(text)
        column.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.fontMetrics().height() * 40)


def _open_outside(link: QUrl) -> None:
    # Only ever because the reader clicked; a place within the document is no address.
    if link.scheme() in ("http", "https"):
        QDesktopServices.openUrl(link)
