"""A bar above the text that steps through places in it: what was searched for, or one participant's mentions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.strip import Strip


class StepBar(Strip):
    """What is stepped through, "2 of 7", previous, next, close.

    With `is_search` it has a field to type in, else a label that `show_label` fills.
    """

    text_changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_search: bool) -> None:
        super().__init__(Qt.Edge.BottomEdge, parent=parent)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self.tr("Find in this article"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self.text_changed)
        self._field.installEventFilter(self)
        self._label = PlainLabel(parent=self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._count = PlainLabel(parent=self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 28, 6)
        row.setSpacing(4)
        row.addWidget(self._field if is_search else self._label, 1)
        row.addSpacing(6)
        row.addWidget(self._count)
        row.addSpacing(2)
        self._previous = self._button(Qt.ArrowType.UpArrow, self.tr("Previous"), -1)
        self._next = self._button(Qt.ArrowType.DownArrow, self.tr("Next"), 1)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        for button in (self._previous, self._next, close):
            row.addWidget(button)
        (self._label if is_search else self._field).hide()
        self.hide()

    def _button(self, arrow: Qt.ArrowType, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def set_column(self, left: float, right: float) -> None:
        """Stand above the column of the text: `left` and `right` are its margins in pixels."""
        self._row.setContentsMargins(round(left), 6, max(8, round(right) - 8), 6)

    def show_label(self, text: str) -> None:
        """Name what is stepped through."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def show_count(self, current: int | None, total: int) -> None:
        """Show where the reader stands: `current` counts from 0, None where nothing is found."""
        if total == 0:
            self._count.setText(self.tr("not found") if self._field.text() else "")
        else:
            at = 1 if current is None else current + 1
            self._count.setText(self.tr("{number} of {total}").format(number=at, total=total))
        self._previous.setEnabled(total > 1)
        self._next.setEnabled(total > 1)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._field.text()

    def take_focus(self) -> None:
        """Let the reader type, in place of what was typed before."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with Enter and Shift+Enter while typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.matches(QKeySequence.StandardKey.FindNext) or event.matches(QKeySequence.StandardKey.FindPrevious):
                self.stepped.emit(1 if event.matches(QKeySequence.StandardKey.FindNext) else -1)
                return True
        return super().eventFilter(watched, event)
