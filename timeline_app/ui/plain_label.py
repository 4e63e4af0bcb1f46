"""A label for words of articles, files and names: Qt's own guesses whether they are markup, and markup can read the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """Shows words as they are.

    Args:
        text: The words.
        parent: As with every widget.
        wraps: Whether they go on in further lines where there is no room.
        selectable: Whether the reader can select them with the pointer.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wraps: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
