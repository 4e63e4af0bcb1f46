"""Names that may be one participant, and names that may have been taken for the wrong one: two keys decide each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from timeline_app.domain.records import Suggestion, Suspect
from timeline_app.models import texts
from timeline_app.ui.decision_window import DecisionWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.records import Example

_ITEM = Qt.ItemDataRole.UserRole


class SuggestionList(DecisionWindow):
    """A window beside the main one. What is decided leaves the list; what is passed over comes again at the next opening."""

    merge_wanted = Signal(object, object)
    """The ids of two participants that are one: the first goes by the name of the second."""
    apart_wanted = Signal(object, object)
    """The ids of two participants that are two."""
    split_wanted = Signal(object)
    """A `ParticipantKey` that was taken for somebody else."""
    participant_requested = Signal(object)
    """The id of a participant whose page is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("One or two?"), self.tr("Names that may be one participant"), 70, parent)
        self._offer(self.tr("&One (Enter)"), (Qt.Key.Key_Return, Qt.Key.Key_Enter), self._one)
        self._offer(self.tr("&Two (N)"), (Qt.Key.Key_N,), self._two)
        self._offer(self.tr("&Pass over (Space)"), (Qt.Key.Key_Space,), self._pass_over)
        self._offer(self.tr("&Look up (I)"), (Qt.Key.Key_I,), self._look_up)

    def show_questions(self, suspects: Sequence[Suspect], suggestions: Sequence[Suggestion]) -> None:
        """List doubtful merges first: they are in force; then merges that might be made."""
        at = max(0, self._list.currentRow())
        self._list.clear()
        for suspect in suspects:
            self._add(
                self.tr("Is “{name}” really {taken_for}? {rival} was in the news in the same weeks.").format(
                    name=suspect.name.name, taken_for=suspect.taken_for.name, rival=suspect.rival.name
                ),
                suspect,
            )
        for suggestion in suggestions:
            lines = [
                self._names(suggestion),
                texts.message(suggestion.reason),
                *map(_quoted, filter(None, suggestion.examples)),
            ]
            self._add("\n".join(lines), suggestion)
        self._list.setCurrentRow(min(at, self._list.count() - 1))
        self._refresh()
        self._list.setFocus()

    def _names(self, suggestion: Suggestion) -> str:
        one, other = suggestion.one, suggestion.other
        if one.kind is other.kind:
            return self.tr("{one} and {other}").format(one=one.name, other=other.name)
        return self.tr("{one} ({kind}) and {other} ({other_kind})").format(
            one=one.name,
            kind=texts.kind_of_participant(one.kind),
            other=other.name,
            other_kind=texts.kind_of_participant(other.kind),
        )

    def _add(self, words: str, item: Suspect | Suggestion) -> None:
        line = QListWidgetItem(words)
        line.setData(_ITEM, item)
        self._list.addItem(line)

    def _refresh(self) -> None:
        self._say(
            self.tr("The program keeps names apart where it is unsure. What you decide here stays decided.")
            if self._list.count()
            else self.tr("There is nothing to decide.")
        )

    def _current(self) -> Suspect | Suggestion | None:
        found = self._list.currentIndex().data(_ITEM)
        return found if isinstance(found, Suspect | Suggestion) else None

    def _one(self) -> None:
        """Say that the two are one; a doubtful merge stays as it is, which needs no decision."""
        item = self._current()
        self._pass_over()
        if isinstance(item, Suggestion):
            self.merge_wanted.emit(item.one.id, item.other.id)

    def _two(self) -> None:
        item = self._current()
        self._pass_over()
        if item is None:
            return
        if isinstance(item, Suggestion):
            self.apart_wanted.emit(item.one.id, item.other.id)
        else:
            self.split_wanted.emit(item.name)

    def _pass_over(self) -> None:
        self._list.takeItem(self._list.currentRow())
        self._refresh()

    def _look_up(self) -> None:
        item = self._current()
        if item is not None:
            who = item.other if isinstance(item, Suggestion) else item.taken_for
            self.participant_requested.emit(who.id)


def _quoted(example: Example) -> str:
    words = " ".join(example.quotation.split())
    # The words around a name are cut where the room ends: that is shown, as in any quotation.
    before = "" if words[:1].isupper() else "… "
    after = "" if words.endswith((".", "!", "?", "”", '"')) else " …"
    return f"“{before}{words}{after}”"
