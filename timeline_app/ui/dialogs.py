"""The questions that several dialogs ask: a date in plain words, a line of words, one of a few choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.models import texts
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_app.domain.period import Period

LONGEST_TITLE = 500
_LETTERS_OF_A_LINE = 56


def buttons(dialog: QDialog) -> QDialogButtonBox:
    """Return OK and Cancel for a dialog, connected."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def choice_box(name: str, choices: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    """Return a box of words with the values that they stand for; where what was chosen is not among these, the first is."""
    box = QComboBox()
    box.setObjectName(name)
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(next((at for at, (_, value) in enumerate(choices) if value == chosen), 0))
    return box


class DateField(QWidget):
    """A line for a date in plain words or EDTF, which says below it while one types how it is understood."""

    changed = Signal()

    def __init__(self, read: Callable[[str], Period | None], text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._period: Period | None = None
        self._line = QLineEdit(text)
        self._line.setObjectName("date")
        self._line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self._line.setPlaceholderText(self.tr("14 February 2023, mid March, 2023-02, about 1850~"))
        self._line.setAccessibleName(self.tr("Date"))
        self._understood = PlainLabel()
        self._understood.setObjectName("understood")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self._understood)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._on_text)
        self._on_text(text)
        self._line.selectAll()

    @property
    def period(self) -> Period | None:
        """What was understood, None while nothing is."""
        return self._period

    def _on_text(self, text: str) -> None:
        self._period = self._read(text) if text.strip() else None
        if self._period is not None:
            self._understood.setText(
                self.tr("Understood as {date}").format(date=texts.period(self._period, with_weekday=True))
            )
        elif text.strip():
            self._understood.setText(self.tr("Not understood as a date yet"))
        else:
            self._understood.setText(self.tr("Plain words or EDTF"))
        self.changed.emit()


class DateDialog(QDialog):
    """Asks for a date."""

    def __init__(
        self,
        title: str,
        read: Callable[[str], Period | None],
        *,
        note: str = "",
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._field = DateField(read, text)
        self._box = buttons(self)
        column = QVBoxLayout(self)
        if note:
            stated = PlainLabel(note, wraps=True)
            column.addWidget(stated)
        column.addWidget(self._field)
        column.addWidget(self._box)
        self._field.changed.connect(self._refresh)
        self._field.setFocus()
        self._refresh()

    @property
    def period(self) -> Period | None:
        """What was understood, None while nothing is."""
        return self._field.period

    def _refresh(self) -> None:
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.period is not None)


class LineDialog(QDialog):
    """Asks for a line of words.

    Args:
        title: Of the dialog.
        name: Of the line, for a screen reader.
        text: What stands in the line at first.
        longest: How many characters it takes.
        remark: What is said below the line about what has been typed so far.
    """

    def __init__(
        self,
        title: str,
        name: str,
        text: str,
        *,
        longest: int,
        remark: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._remark = remark
        self._line = QLineEdit(text)
        self._line.setObjectName("line")
        self._line.setMaxLength(longest)
        self._line.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_OF_A_LINE)
        self._line.setAccessibleName(name)
        self._line.selectAll()
        self._said = PlainLabel()
        self._said.setVisible(remark is not None)
        self._box = buttons(self)
        self._column = QVBoxLayout(self)
        for widget in (self._line, self._said, self._box):
            self._column.addWidget(widget)
        self._line.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def text(self) -> str:
        """The words as typed, single spaces between them."""
        return " ".join(self._line.text().split())

    def _refresh(self) -> None:
        if self._remark is not None:
            self._said.setText(self._remark(self.text))
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.text))
