"""What the reader sees where a library cannot be used: why, and what there is in its stead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.errors import LibraryFault
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.typography import with_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.library import Backup


class RescueDialog(QDialog):
    """Says why a library cannot be used and offers its copies, and to save what can be read of it.

    Signals: `copy_wanted(Backup)`, to go back to, or only to be read where the library is of a newer program; `saving_wanted()`;
    `cancelled()` where the reader closes the dialog while one of these is done.
    """

    copy_wanted = Signal(object)
    saving_wanted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        name: str,
        reason: str,
        fault: LibraryFault,
        copies: Sequence[tuple[Backup, str, bool]],
        parent: QWidget | None = None,
    ) -> None:
        """Show copies by the words for them, the newest first; True stands with those that can be read."""
        super().__init__(parent)
        self._is_busy = False
        self.setWindowTitle(self.tr("Library cannot be used"))
        heading = PlainLabel(self.tr("“{library}” cannot be used").format(library=name), wraps=True)
        heading.setFont(with_weight(self.font(), QFont.Weight.DemiBold))
        self._reason = PlainLabel(reason, wraps=True, selectable=True)
        self._reason.setObjectName("reason")
        self._copies = QListWidget()
        self._copies.setAccessibleName(self.tr("Copies of the library"))
        self._copies.setFixedHeight(self.fontMetrics().height() * (2 + min(len(copies), 6)))
        self._backups = [backup for backup, _, _ in copies]
        for _, words, is_readable in copies:
            item = QListWidgetItem(words, self._copies)
            if not is_readable:
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled))
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._box.rejected.connect(self.reject)
        self._go_back = self._add(
            self.tr("&Read this copy") if fault is LibraryFault.NEWER else self.tr("&Go back to this copy")
        )
        self._go_back.clicked.connect(self._on_go_back)
        self._save = self._add(self.tr("&Save what can be read"))
        self._save.setVisible(fault is LibraryFault.DAMAGED)
        self._save.clicked.connect(self._on_save)
        readable = [row for row, (_, _, is_readable) in enumerate(copies) if is_readable]
        self._go_back.setVisible(bool(readable))
        self._copies.setVisible(bool(copies))
        self._copies.itemDoubleClicked.connect(self._on_go_back)
        if readable:
            self._copies.setCurrentRow(readable[0])
            self._copies.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        explanation = PlainLabel(self._explanation(fault, has_copies=bool(readable)), wraps=True)
        for widget in (heading, self._reason, explanation):
            column.addWidget(widget)
        column.addWidget(self._copies)
        column.addWidget(self._box)
        # In the dialog now, where one button only is the default.
        self._box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        (self._go_back if readable else self._save).setDefault(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def show_failure(self, reason: str) -> None:
        """Say why what was wanted could not be done, and let the reader choose again."""
        self._set_busy(is_busy=False)
        self._reason.setText(reason)

    def reject(self) -> None:
        """Close; what is being done is stopped."""
        if self._is_busy:
            self.cancelled.emit()
        super().reject()

    def _explanation(self, fault: LibraryFault, *, has_copies: bool) -> str:
        sentences = []
        if has_copies and fault is LibraryFault.NEWER:
            sentences.append(self.tr("A copy that this program made can be read; nothing is changed by that."))
        elif has_copies:
            sentences.append(self.tr("Going back puts a copy in its place; the file that is there is kept beside it."))
        else:
            sentences.append(self.tr("There is no copy of it that can be read."))
        if fault is LibraryFault.DAMAGED:
            sentences.append(
                self.tr(
                    "Saving reads whatever is left of the file into a new library beside it; the file stays as it is."
                )
            )
        return " ".join(sentences)

    def _add(self, words: str) -> QPushButton:
        return self._box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)

    def _on_go_back(self) -> None:
        chosen = self._copies.currentRow()
        if not self._is_busy and chosen >= 0:
            self._set_busy(is_busy=True)
            self._reason.setText(self.tr("The copy is checked …"))
            self.copy_wanted.emit(self._backups[chosen])

    def _on_save(self) -> None:
        self._set_busy(is_busy=True)
        self._reason.setText(self.tr("All pages of the file are read; a large library takes some minutes …"))
        self.saving_wanted.emit()

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        for widget in (self._copies, self._go_back, self._save):
            widget.setEnabled(not is_busy)
