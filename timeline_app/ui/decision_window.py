"""A window with a list of things to decide, each a few paragraphs of words: single keys, and buttons, act on the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from timeline_app.ui.paragraph_delegate import ParagraphDelegate
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent


_INSET = 24


class DecisionWindow(QDialog):
    """A window beside the main one: a line of words, the list, and a button for each decision.

    Args:
        title: Of the window.
        name: Of the list, for a screen reader.
        letters: How wide the window is.
    """

    def __init__(self, title: str, name: str, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(title)
        self._words = PlainLabel(wraps=True)
        self._list = KeyedList()
        self._list.setAccessibleName(name)
        self._buttons: list[QPushButton] = []
        self._is_placed = False
        self._line = QHBoxLayout()
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        column.addLayout(self._line)
        self.resize(self.fontMetrics().averageCharWidth() * letters, self.fontMetrics().height() * 34)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand over the events when it is first opened: the article that is decided on stays in sight."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and not self._is_placed:
            self._is_placed = True
            self.move(parent.mapToGlobal(QPoint(_INSET, max(_INSET, (parent.height() - self.height()) // 2))))

    def _offer(self, words: str, keys: tuple[Qt.Key, ...], act: Callable[[], object]) -> None:
        """Add a decision: a button, and keys that act while the list has the focus."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self._list.acts |= dict.fromkeys(keys, act)
        self._line.addWidget(button)
        self._buttons.append(button)

    def _say(self, words: str) -> None:
        """Write the line above the list; without anything to decide there is nothing to press."""
        self._words.setText(words)
        for button in self._buttons:
            button.setEnabled(self._list.count() > 0)


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
