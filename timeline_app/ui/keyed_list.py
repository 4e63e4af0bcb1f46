"""A list of things to decide, each a few paragraphs of words: single keys act on the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from timeline_app.ui.paragraph_delegate import ParagraphDelegate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class KeyedList(QListWidget):
    """Without this, a letter would look for a line that begins with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ParagraphDelegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        # Always there, so that words are set only once, to the width that they keep.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.acts: dict[int, Callable[[], object]] = {}
        """What a key does, by Qt's code of it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act, or move."""
        act = self.acts.get(event.key()) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
