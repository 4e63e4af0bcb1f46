"""The facets of what is shown as one list: a heading for each facet, and under it the values with their counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.facets import GROUPED, Choice, Facet
from timeline_app.domain.words import fold
from timeline_app.models import texts
from timeline_app.models.facet_texts import facet_title, value_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from timeline_app.domain.facet_counts import FacetCounts, FacetValues

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole

FEW = 6
"""How many values of a facet are shown at first."""
_MORE = 200
"""How many more are shown each time that the reader asks for the rest."""
_MOST_FOUND = 40
_IN_NATURAL_ORDER = {Facet.KIND, Facet.GRANULARITY, Facet.CERTAINTY, Facet.READING, Facet.MARK}


class Section(NamedTuple):
    """A facet, or of the participants those of one kind."""

    facet: Facet
    kind: str = ""

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.facet} {self.kind}".strip()


SECTIONS = (
    *(Section(Facet.PARTICIPANT, kind.value) for kind in ParticipantKind),
    *(Section(facet) for facet in (Facet.OUTLET, Facet.TAG, Facet.MARK, Facet.READING)),
    *(Section(facet) for facet in (Facet.KIND, Facet.CERTAINTY, Facet.GRANULARITY, Facet.FOLDER)),
)
FOLDED_AT_FIRST = frozenset(Section(f).key for f in (Facet.KIND, Facet.CERTAINTY, Facet.GRANULARITY, Facet.FOLDER))


class Part(Enum):
    """What a row is."""

    HEADING = "heading"
    VALUE = "value"
    MORE = "more"


class Order(Enum):
    """In which order values stand. The values are stored."""

    COUNT = "count"
    NAME = "name"


class State(Enum):
    """What the filter says of a value."""

    NEITHER = ""
    CHOSEN = "chosen"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class _Row:
    section: Section
    part: Part
    at: int
    """The position of a value in its facet; of a heading how many values there are, of a last row how many are out of sight."""


class FacetModel(QAbstractListModel):
    """Shows `FacetCounts` under the filter that they were counted for."""

    PART_ROLE = ItemRole.UserRole + 1
    CHOICE_ROLE = ItemRole.UserRole + 2
    """The `Choice` of a value, None for other rows."""
    COUNT_ROLE = ItemRole.UserRole + 3
    STATE_ROLE = ItemRole.UserRole + 4
    SHARE_ROLE = ItemRole.UserRole + 5
    """A value's count as a part of the largest of its section, 0 to 1."""
    ACTIVITY_ROLE = ItemRole.UserRole + 6
    """How a participant's events spread over the time that is shown: counts (int64) of equal stretches; None for others."""
    FOLDED_ROLE = ItemRole.UserRole + 7
    KIND_ROLE = ItemRole.UserRole + 8
    """The `ParticipantKind` of a section of participants, None for others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: FacetCounts | None = None
        self._filter = EventFilter()
        self._rows: list[_Row] = []
        self._largest: dict[Section, int] = {}
        self._folded = set(FOLDED_AT_FIRST)
        self._opened: dict[Section, int] = {}
        self._words = ""
        self._order = Order.COUNT
        self._kinds: tuple[tuple[str, ...], NDArray[np.str_]] = ((), np.empty(0, np.str_))
        self._folded_of: tuple[tuple[str, ...], list[str]] = ((), [])
        self._answers: dict[int, Callable[[_Row], object]] = {
            ItemRole.DisplayRole: self._text,
            ItemRole.ToolTipRole: self._explanation,
            ItemRole.AccessibleTextRole: self._sentence,
            self.PART_ROLE: lambda row: row.part,
            self.CHOICE_ROLE: self._choice,
            self.COUNT_ROLE: self._count,
            self.STATE_ROLE: self._state,
            self.SHARE_ROLE: self._share,
            self.ACTIVITY_ROLE: self._activity_of,
            self.FOLDED_ROLE: lambda row: row.section.key in self._folded and not self._words,
            self.KIND_ROLE: lambda row: ParticipantKind(row.section.kind) if row.section.kind else None,
        }

    # -- what is shown ------------------------------------------------------------------------------------------------

    def set_counts(self, counts: FacetCounts | None) -> None:
        """Show other counts."""
        self._counts = counts
        if counts is not None:
            self._filter = counts.wanted
        self._build()

    def set_filter(self, wanted: EventFilter) -> None:
        """Show at once what has been chosen; the counts follow."""
        self._filter = wanted
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [self.STATE_ROLE])

    def set_words(self, words: str) -> None:
        """Show only the values whose names hold some words."""
        self._words = fold(words.strip())
        self._build()

    def set_order(self, order: Order) -> None:
        """Put values in another order; those with an order of their own keep it."""
        self._order = order
        self._build()

    def toggle_fold(self, row: int) -> None:
        """Fold or unfold the section of a heading, or show all values of a section of which some are out of sight."""
        section, part = self._rows[row].section, self._rows[row].part
        if part is Part.MORE:
            self._opened[section] = self._opened.get(section, 0) + _MORE
        elif part is Part.HEADING:
            self._folded ^= {section.key}
            self._opened.pop(section, None)
        self._build()

    @property
    def folded(self) -> list[str]:
        """The keys of the sections that are folded, to be remembered."""
        return sorted(self._folded)

    def set_folded(self, keys: Collection[str]) -> None:
        """Fold these sections and no others."""
        self._folded = set(keys)
        self._build()

    def row_of(self, choice: Choice) -> int:
        """Return the row of a value, -1 where it is not shown."""
        return next((row for row in range(len(self._rows)) if self._choice(self._rows[row]) == choice), -1)

    def _build(self) -> None:
        self.beginResetModel()
        self._rows = list(self._arranged()) if self._counts is not None else []
        self.endResetModel()

    def _arranged(self) -> Iterator[_Row]:
        assert self._counts is not None
        for section in SECTIONS:
            values = self._counts.facets.get(section.facet)
            if values is None:
                continue
            positions = self._positions(section, values)
            if not len(positions):
                continue
            self._largest[section] = max(1, int(values.counts[positions].max()))
            yield _Row(section, Part.HEADING, len(positions))
            if section.key in self._folded and not self._words:
                continue
            limit = _MOST_FOUND if self._words else FEW + self._opened.get(section, 0)
            # One more rather than a row that says that there is one more.
            shown = positions if len(positions) <= limit + 1 else positions[:limit]
            for position in shown:
                yield _Row(section, Part.VALUE, int(position))
            if len(shown) < len(positions):
                yield _Row(section, Part.MORE, len(positions) - len(shown))

    def _positions(self, section: Section, values: FacetValues) -> NDArray[np.intp]:
        """Return which values of a section are shown, in their order."""
        wanted = values.counts > 0
        for choice in self._filter.chosen | self._filter.excluded:
            if choice.facet is section.facet and choice.value in values.values:
                wanted[values.values.index(choice.value)] = True
        if section.kind:
            wanted &= self._kinds_of(values) == section.kind
        positions = np.flatnonzero(wanted)
        if self._words:
            folded = self._folded_names(section, values)
            found = [self._words in folded[at] for at in positions.tolist()]
            positions = positions[np.array(found, bool)]
        if section.facet in _IN_NATURAL_ORDER:
            return positions
        if self._order is Order.NAME:
            folded = self._folded_names(section, values)
            return np.array(sorted(positions.tolist(), key=folded.__getitem__), np.intp)
        return positions[np.argsort(-values.counts[positions], kind="stable")]

    def _folded_names(self, section: Section, values: FacetValues) -> Sequence[str]:
        """Return the names of a facet's values without capitals and accents; there are many, and they seldom change."""
        if not values.names:
            return [fold(self._name(section, at)) for at in range(len(values.values))]
        if self._folded_of[0] is not values.names:
            self._folded_of = values.names, [fold(name) for name in values.names]
        return self._folded_of[1]

    def _kinds_of(self, values: FacetValues) -> NDArray[np.str_]:
        if self._kinds[0] is not values.kinds:
            self._kinds = values.kinds, np.array(values.kinds, dtype=np.str_)
        return self._kinds[1]

    # -- Qt's model ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return what a row shows and is."""
        if not self.checkIndex(index) or self._counts is None:
            return None
        row = self._rows[index.row()]
        answer = self._answers.get(role)
        return answer(row) if answer is not None else None

    def _values(self, section: Section) -> FacetValues:
        assert self._counts is not None
        return self._counts.facets[section.facet]

    def _name(self, section: Section, at: int) -> str:
        values = self._values(section)
        return value_name(section.facet, values.values[at], values.names[at] if values.names else "")

    def _choice(self, row: _Row) -> Choice | None:
        if row.part is not Part.VALUE:
            return None
        return Choice(row.section.facet, self._values(row.section).values[row.at])

    def _count(self, row: _Row) -> int:
        return int(self._values(row.section).counts[row.at]) if row.part is Part.VALUE else row.at

    def _share(self, row: _Row) -> float:
        return self._count(row) / self._largest[row.section] if row.part is Part.VALUE else 0.0

    def _state(self, row: _Row) -> State:
        choice = self._choice(row)
        if choice in self._filter.chosen:
            return State.CHOSEN
        return State.EXCLUDED if choice in self._filter.excluded else State.NEITHER

    def _activity_of(self, row: _Row) -> NDArray[np.int64] | None:
        if row.part is not Part.VALUE or row.section.facet is not Facet.PARTICIPANT or self._counts is None:
            return None
        return self._counts.activity(Facet.PARTICIPANT, row.at)

    def _text(self, row: _Row) -> str:
        if row.part is Part.HEADING:
            return facet_title(row.section.facet, row.section.kind)
        if row.part is Part.MORE:
            return self.tr("%Ln more", "", row.at)
        return self._name(row.section, row.at)

    def _explanation(self, row: _Row) -> str:
        if row.part is not Part.VALUE:
            return ""
        choice = self._choice(row)
        name = (
            str(choice.value)
            if choice is not None and choice.facet in GROUPED and choice.facet is not Facet.PARTICIPANT
            else ""
        )
        return name or self._text(row)

    def _sentence(self, row: _Row) -> str:
        """Say a row aloud."""
        if row.part is not Part.VALUE:
            return self._text(row)
        said = [self._text(row), texts.event_count(self._count(row))]
        match self._state(row):
            case State.CHOSEN:
                said.append(self.tr("shown"))
            case State.EXCLUDED:
                said.append(self.tr("left out"))
        return ", ".join(said)
