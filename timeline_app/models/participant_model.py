"""The participants of one article as a table: a heading for each kind, and under it who is mentioned, most often first."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from timeline_app.domain.records import StoredParticipant

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole


class ParticipantColumn(IntEnum):
    """The columns: who, and the control that shows only this participant's events."""

    WHO = 0
    FILTER = 1


class ParticipantModel(QAbstractTableModel):
    """Rows are headings, which hold a `ParticipantKind`, and participants. Headings cannot be selected."""

    ID_ROLE = ItemRole.UserRole + 1
    """The participant's id; None for a heading."""
    KIND_ROLE = ItemRole.UserRole + 2
    SUBTITLE_ROLE = ItemRole.UserRole + 3
    """The roles that the article gives, in one line."""
    MENTIONS_ROLE = ItemRole.UserRole + 4
    """Mentions in this article; for a heading, participants under it."""
    EVENTS_ROLE = ItemRole.UserRole + 5
    """Events on the timeline; None where that is not counted yet."""
    MARKED_ROLE = ItemRole.UserRole + 6
    """True where the participant's mentions are marked in the text."""
    FILTERED_ROLE = ItemRole.UserRole + 7
    """True where the filter asks for the participant's events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._participants: tuple[StoredParticipant, ...] = ()
        self._rows: list[ParticipantKind | StoredParticipant] = []
        self._sizes: dict[ParticipantKind, int] = {}
        self._events: Mapping[int, int] = {}
        self._marked: int | None = None
        self._filtered: frozenset[int] = frozenset()

    def set_participants(self, participants: Sequence[StoredParticipant]) -> None:
        """Show the participants of an article. The same again leave the reader's place in the list alone, and keep their counts."""
        if tuple(participants) == self._participants:
            return
        if not participants:
            self._events = {}  # in another library the ids mean others
        self.beginResetModel()
        self._participants = tuple(participants)
        self._rows, self._sizes = [], {}
        for kind in ParticipantKind:
            group = [p for p in participants if p.kind == kind]
            group.sort(key=lambda p: (-len(p.mentions), p.mentions[:1]))
            if group:
                self._rows += [kind, *group]
                self._sizes[kind] = len(group)
        self.endResetModel()

    def set_counts(self, events: Mapping[int, int]) -> None:
        """Say in how many events on the timeline participants take part; what was known of others stays known."""
        self._events = {**self._events, **events}
        self._tell_all(self.EVENTS_ROLE)

    def set_marked(self, participant_id: int | None) -> None:
        """Say whose mentions are marked in the text."""
        self._marked = participant_id
        self._tell_all(self.MARKED_ROLE)

    def set_filtered(self, participant_ids: Collection[int]) -> None:
        """Say whose events alone are shown."""
        self._filtered = frozenset(participant_ids)
        self._tell_all(self.FILTERED_ROLE)

    @property
    def marked(self) -> int | None:
        """Whose mentions are marked in the text."""
        return self._marked

    def _tell_all(self, role: int) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(ParticipantColumn) - 1), [role])

    def row_of(self, participant_id: int) -> int:
        """Return the row of a participant, -1 where the article does not mention it."""
        for row, entry in enumerate(self._rows):
            if not isinstance(entry, ParticipantKind) and entry.id == participant_id:
                return row
        return -1

    def is_heading(self, row: int) -> bool:
        """Tell whether a row is the heading of a kind."""
        return isinstance(self._rows[row], ParticipantKind)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of headings and participants."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(ParticipantColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Keep headings from being selected."""
        if not self.checkIndex(index) or not index.isValid() or self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return what a row shows and what a screen reader says of it."""
        if not index.isValid() or not self.checkIndex(index):
            return None
        entry = self._rows[index.row()]
        if isinstance(entry, ParticipantKind):
            return self._heading(entry, role) if index.column() == ParticipantColumn.WHO else None
        if index.column() == ParticipantColumn.FILTER:
            return self._filter_control(entry, role)
        return self._participant(entry, role)

    def _heading(self, kind: ParticipantKind, role: int) -> object:
        if role == ItemRole.AccessibleTextRole:
            return f"{texts.participant_kind(kind)}, {self._sizes[kind]}"
        return {
            ItemRole.DisplayRole: texts.participant_kind(kind),
            self.KIND_ROLE: kind,
            self.MENTIONS_ROLE: self._sizes[kind],
        }.get(role)

    def _participant(self, who: StoredParticipant, role: int) -> object:
        if role == ItemRole.ToolTipRole:
            return self._explanation(who)
        if role == ItemRole.AccessibleTextRole:
            return ". ".join(self._sentence(who))
        return {
            ItemRole.DisplayRole: who.name,
            self.ID_ROLE: who.id,
            self.KIND_ROLE: who.kind,
            self.SUBTITLE_ROLE: "; ".join(str(given) for given in who.roles),
            self.MENTIONS_ROLE: len(who.mentions),
            self.EVENTS_ROLE: self._events.get(who.id),
            self.MARKED_ROLE: who.id == self._marked,
            self.FILTERED_ROLE: who.id in self._filtered,
        }.get(role)

    def _filter_control(self, who: StoredParticipant, role: int) -> object:
        if role in (ItemRole.ToolTipRole, ItemRole.AccessibleTextRole):
            template = (
                self.tr("Show the events of all again, not only those with {name}")
                if who.id in self._filtered
                else self.tr("Show only the events with {name}")
            )
            return template.format(name=who.name)
        return {
            self.ID_ROLE: who.id,
            self.KIND_ROLE: who.kind,
            self.EVENTS_ROLE: self._events.get(who.id),
            self.MARKED_ROLE: who.id == self._marked,
            self.FILTERED_ROLE: who.id in self._filtered,
        }.get(role)

    def _explanation(self, who: StoredParticipant) -> str:
        lines = [who.name, *(str(given) for given in who.roles)]
        if who.aliases:
            lines.append(self.tr("also: {names}").format(names=", ".join(who.aliases)))
        return "\n".join([*lines, *self._counts(who)])

    def _sentence(self, who: StoredParticipant) -> list[str]:
        parts = [
            who.name,
            texts.kind_of_participant(who.kind),
            *(str(given) for given in who.roles),
            *self._counts(who),
        ]
        if who.id == self._marked:
            parts.append(self.tr("marked in the text"))
        return parts

    def _counts(self, who: StoredParticipant) -> list[str]:
        count = len(who.mentions)
        parts = [self.tr("%Ln mentions in this article", "", count)]
        if (events := self._events.get(who.id)) is not None:
            parts.append(self.tr("%Ln events on the timeline", "", events))
        return parts
