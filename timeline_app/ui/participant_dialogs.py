"""What is asked about participants: who another one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.words import fold
from timeline_app.ui.dialogs import buttons
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from timeline_app.domain.records import LibraryParticipant

_SHOWN = 200


class ParticipantChooser(QDialog):
    """Asks which of the library's participants is meant: type a part of the name, choose with Up and Down.

    Args:
        title: What the choice is for.
        words: What will happen.
        participants: Whom to choose from, the most frequent first.
    """

    def __init__(
        self, title: str, words: str, participants: Sequence[LibraryParticipant], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._participants = [(fold(who.name), who) for who in participants]
        explanation = PlainLabel(words, wraps=True)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Part of the name"))
        self._line.setAccessibleName(self.tr("Part of the name"))
        self._line.textChanged.connect(self._show_only)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Participants"))
        self._list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._box = buttons(self)
        column = QVBoxLayout(self)
        for widget in (explanation, self._line, self._list, self._box):
            column.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 52, self.fontMetrics().height() * 24)
        self._show_only("")
        self._line.setFocus()

    @property
    def chosen(self) -> int | None:
        """The id of the participant chosen, None where nobody of that name is there."""
        found = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return int(found) if found is not None else None

    def _show_only(self, text: str) -> None:
        wanted = fold(text.strip())
        self._list.clear()
        for who in (who for folded, who in self._participants if wanted in folded):
            item = QListWidgetItem(who.name)
            item.setData(Qt.ItemDataRole.UserRole, who.id)
            self._list.addItem(item)
            if self._list.count() == _SHOWN:
                break
        self._list.setCurrentRow(0)
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._list.count() > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while one types."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self._list.count():
            self._list.setCurrentRow(min(max(self._list.currentRow() + step, 0), self._list.count() - 1))
        else:
            super().keyPressEvent(event)
