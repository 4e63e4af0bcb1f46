"""What is asked about an event that the reader adds: all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.models import texts
from timeline_app.ui.dialogs import LONGEST_TITLE, DateField, buttons
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline_app.domain.period import Period


class EventDialog(QDialog):
    """Asks for an event that no article's words gave: what, when, who, and in the reader's own words what is known of it.

    Args:
        read: Reads a date in plain words or EDTF.
        quotation: The words of an article that the event rests on; empty for one that stands alone.
        known: The participants that names can be chosen from.
    """

    def __init__(
        self,
        read: Callable[[str], Period | None],
        *,
        quotation: str = "",
        known: Sequence[ParticipantKey] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add an event"))
        self._kinds = {key.name.casefold(): key for key in reversed(known)}
        self._title = QLineEdit(" ".join(quotation.split())[:LONGEST_TITLE])
        self._title.setObjectName("title")
        self._title.setMaxLength(LONGEST_TITLE)
        self._title.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self._date = DateField(read)
        self._kind = QComboBox()
        for kind in (EventKind.REPORTED, EventKind.PLANNED):
            self._kind.addItem(texts.event_kind(kind), kind)
        self._names = QLineEdit()
        self._names.setObjectName("participants")
        self._names.setPlaceholderText(self.tr("Jens Stoltenberg; NATO (organisation); Brussels (place)"))
        completer = _LastNameCompleter(list(dict.fromkeys(key.name for key in known)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._names.setCompleter(completer)
        self._text = QPlainTextEdit()
        self._text.setObjectName("text")
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("What you know of it, and from where"))
        form = QFormLayout()
        form.addRow(self.tr("&What happened:"), self._title)
        form.addRow(self.tr("W&hen:"), self._date)
        form.addRow(self.tr("&Kind:"), self._kind)
        form.addRow(self.tr("Wh&o took part:"), self._names)
        if quotation:
            quoted = PlainLabel(f"“{' '.join(quotation.split())[:LONGEST_TITLE]}”", wraps=True)
            form.addRow(self.tr("It says:"), quoted)
        else:
            form.addRow(self.tr("In your &words:"), self._text)
        self._box = buttons(self)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._box)
        self._title.textChanged.connect(self._refresh)
        self._date.changed.connect(self._refresh)
        self._refresh()

    @property
    def title(self) -> str:
        """What happened."""
        return " ".join(self._title.text().split())

    @property
    def period(self) -> Period | None:
        """When; None while nothing is understood."""
        return self._date.period

    @property
    def kind(self) -> EventKind:
        """Reported or planned."""
        return EventKind(self._kind.currentData())

    @property
    def text(self) -> str:
        """The reader's own words."""
        return self._text.toPlainText().strip()

    @property
    def participants(self) -> tuple[ParticipantKey, ...]:
        """Who took part: a name that the library knows is whom it knows; of others the kind stands in brackets, else a person."""
        return tuple(dict.fromkeys(self._participant(name) for name in self._names.text().split(";") if name.strip()))

    def _participant(self, words: str) -> ParticipantKey:
        words = " ".join(words.split())
        known = self._kinds.get(words.casefold())
        if known is not None:
            return known
        stated = re.fullmatch(r"(.+) \((\w+)\)", words)
        kinds = {kind.value: kind for kind in ParticipantKind} | {
            self.tr("person"): ParticipantKind.PERSON,
            self.tr("organisation"): ParticipantKind.ORGANISATION,
            self.tr("place"): ParticipantKind.PLACE,
        }
        if stated is not None and stated[2].casefold() in kinds:
            return ParticipantKey(stated[1], kinds[stated[2].casefold()])
        return ParticipantKey(words, ParticipantKind.PERSON)

    def _refresh(self) -> None:
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.title) and self.period is not None)


class _LastNameCompleter(QCompleter):
    """Completes the last of several names between semicolons."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        before, between, _ = self.widget().text().rpartition(";")  # type: ignore[attr-defined]
        return f"{before}{between}{' ' if between else ''}{super().pathFromIndex(index)}"  # type: ignore[arg-type]
