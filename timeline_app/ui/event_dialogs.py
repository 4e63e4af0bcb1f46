"""What is asked about events: their tags, a title, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.models import texts
from timeline_app.ui.dialogs import LONGEST_TITLE, LineDialog, buttons
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent


_LONGEST_TAG = 60


class TagDialog(QDialog):
    """Asks which tags some events are to have.

    Args:
        tags: All tags of the library.
        on_all: Those that every one of the events has.
        on_some: Those that any of them has.
        count: How many events are asked about.
    """

    def __init__(
        self,
        tags: Sequence[str],
        on_all: Collection[str],
        on_some: Collection[str],
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags of {events}").format(events=texts.event_count(count)))
        self._before: dict[str, Qt.CheckState] = {}
        self._line = QLineEdit()
        self._line.setObjectName("new tag")
        self._line.setPlaceholderText(self.tr("New tag, then Enter"))
        self._line.setAccessibleName(self.tr("New tag"))
        self._line.setMaxLength(_LONGEST_TAG)
        self._line.returnPressed.connect(self._on_return)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Tags"))
        for tag in tags:
            state = Qt.CheckState.Unchecked
            if tag in on_all:
                state = Qt.CheckState.Checked
            elif tag in on_some:
                state = Qt.CheckState.PartiallyChecked
            self._before[tag] = state
            self._add(tag, state)
        self._box = buttons(self)
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._box)
        self.resize(self.fontMetrics().averageCharWidth() * 60, self.fontMetrics().height() * 18)
        self._line.setFocus()

    @property
    def put_on(self) -> tuple[str, ...]:
        """The tags that the events are to have and did not all have."""
        return self._changed(Qt.CheckState.Checked)

    @property
    def taken_off(self) -> tuple[str, ...]:
        """The tags that the events are to lose."""
        return self._changed(Qt.CheckState.Unchecked)

    def _changed(self, state: Qt.CheckState) -> tuple[str, ...]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(
            item.text()
            for item in items
            if item.checkState() == state and self._before.get(item.text(), Qt.CheckState.Unchecked) != state
        )

    def _add(self, tag: str, state: Qt.CheckState) -> None:
        item = QListWidgetItem(tag)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        self._list.addItem(item)

    def _on_return(self) -> None:
        """Put on what was typed; an empty line is the end."""
        tag = " ".join(self._line.text().split())
        if not tag:
            self.accept()
            return
        found = self._list.findItems(tag, Qt.MatchFlag.MatchFixedString)
        if found:
            found[0].setCheckState(Qt.CheckState.Checked)
        else:
            self._add(tag, Qt.CheckState.Checked)
        self._line.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Return that puts a tag on from closing the dialog too."""
        if not (self._line.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Take what still stands in the line too, and close."""
        if self._line.text().strip():
            self._on_return()
        super().accept()


class Theirs(QWidget):
    """Says that some of several events have something already, and asks whether they keep it.

    Args:
        said: How many have it.
        keep: What is offered first.
        replace: What is offered beside it.
    """

    def __init__(self, said: str, keep: str, replace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = PlainLabel(said, wraps=True)
        self._keep, self._replace = QRadioButton(keep), QRadioButton(replace)
        self._keep.setObjectName("keep")
        self._replace.setObjectName("replace")
        self._keep.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (words, self._keep, self._replace):
            column.addWidget(widget)

    @property
    def keeps(self) -> bool:
        """True where they keep what they have."""
        return self._keep.isChecked()


class TitleDialog(LineDialog):
    """Asks for a title.

    Args:
        text: The title that stands there at first.
        count: How many events are to have it.
        given: How many of them the reader has given a title of their own.
    """

    def __init__(self, text: str, count: int = 1, given: int = 0, parent: QWidget | None = None) -> None:
        title = self.tr("Change the title") if count == 1 else self.tr("Change the titles of %Ln events", "", count)
        super().__init__(title, self.tr("Title"), text, longest=LONGEST_TITLE, parent=parent)
        self._theirs: Theirs | None = None
        if count > 1 and given:
            self._theirs = Theirs(
                self.tr("You have given %Ln of them a title before.", "", given),
                self.tr("&Leave those as they are"),
                self.tr("&Replace those too"),
            )
            self._column.insertWidget(1, self._theirs)

    @property
    def keeps_theirs(self) -> bool:
        """True where events keep the titles that the reader gave them before."""
        return self._theirs is not None and self._theirs.keeps


class NoteDialog(QDialog):
    """Asks for a note; an empty one removes what it would replace.

    Args:
        text: The note that stands there at first: where there are several events, the one that all of them have.
        count: How many events are to have it.
        noted: How many of them have another note already.
    """

    def __init__(self, text: str, count: int = 1, noted: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note") if count == 1 else self.tr("Note on %Ln events", "", count))
        self._edit = QPlainTextEdit(text)
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.setPlaceholderText(self.tr("Yours alone: it is kept in the library, never in the article."))
        column = QVBoxLayout(self)
        column.addWidget(self._edit, 1)
        self._theirs: Theirs | None = None
        if noted:
            self._theirs = Theirs(
                self.tr("%Ln of them have a note already.", "", noted),
                self.tr("&Add this one below theirs"),
                self.tr("&Replace theirs"),
            )
            column.addWidget(self._theirs)
        column.addWidget(buttons(self))
        self.resize(self.fontMetrics().averageCharWidth() * 64, self.fontMetrics().height() * 14)

    @property
    def keeps_theirs(self) -> bool:
        """True where the note is to stand below those that are there."""
        return self._theirs is not None and self._theirs.keeps

    @property
    def text(self) -> str:
        """The note as typed, without blanks around it."""
        return self._edit.toPlainText().strip()
