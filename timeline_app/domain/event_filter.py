"""Which events the reader wants to see, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.event_groups import membership
from timeline_app.domain.event_index import EventFlag, EventIndex
from timeline_app.domain.facets import GROUPED, Choice, Facet, Value, holders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from numpy.typing import NDArray

    from timeline_app.domain.calendar import Instant


@dataclass(frozen=True, slots=True)
class EventFilter:
    """A conjunction of conditions; an empty one lets every event through that is not hidden.

    Of `chosen` values, an event must have one in each facet of which any is chosen; of `excluded` ones it may have none. Where
    `together` is true, all of the participants chosen must take part in it. `query` is a full-text query; `after` and `before`
    bound a stretch of time, half-open.
    """

    query: str = ""
    chosen: frozenset[Choice] = frozenset()
    excluded: frozenset[Choice] = frozenset()
    after: Instant | None = None
    before: Instant | None = None
    show_hidden: bool = False
    together: bool = False

    @classmethod
    def of(cls, facet: Facet, *values: Value) -> EventFilter:
        """Return the filter that asks for any of some values of a facet."""
        return cls(chosen=frozenset(Choice(facet, value) for value in values))

    @property
    def is_empty(self) -> bool:
        """True where nothing is asked for."""
        return replace(self, together=False) == self.cleared

    @property
    def cleared(self) -> EventFilter:
        """The filter that asks for nothing, of hidden events as this one."""
        return EventFilter(show_hidden=self.show_hidden)

    @property
    def participants(self) -> frozenset[int]:
        """The ids of the participants chosen."""
        return frozenset(int(value) for value in self.values(Facet.PARTICIPANT))

    def values(self, facet: Facet) -> frozenset[Value]:
        """Return the values chosen in a facet."""
        return frozenset(choice.value for choice in self.chosen if choice.facet is facet)

    @property
    def grouped(self) -> frozenset[Choice]:
        """The choices of either sort that only the library can answer."""
        return frozenset(choice for choice in self.chosen | self.excluded if choice.facet in GROUPED)

    # -- narrowing down -----------------------------------------------------------------------------------------------

    def toggled(self, choice: Choice) -> EventFilter:
        """Return the filter with a value chosen too, or no longer."""
        return replace(self, chosen=self.chosen ^ {choice}, excluded=self.excluded - {choice})

    def toggled_excluded(self, choice: Choice) -> EventFilter:
        """Return the filter with a value left out, or no longer."""
        return replace(self, chosen=self.chosen - {choice}, excluded=self.excluded ^ {choice})

    def with_only(self, choice: Choice) -> EventFilter:
        """Return the filter with this value as the only one chosen of its facet; what is left out stays so but for itself."""
        others = frozenset(other for other in self.chosen if other.facet is not choice.facet)
        return replace(self, chosen=others | {choice}, excluded=self.excluded - {choice})

    def without(self, choice: Choice) -> EventFilter:
        """Return the filter that says nothing of a value."""
        return replace(self, chosen=self.chosen - {choice}, excluded=self.excluded - {choice})

    # -- applying it --------------------------------------------------------------------------------------------------

    def mask(
        self,
        index: EventIndex,
        matching: NDArray[np.int64] | None = None,
        members: Mapping[Choice, NDArray[np.int64]] | None = None,
    ) -> NDArray[np.bool_]:
        """Return which rows of the index pass.

        Args:
            index: The events of the library.
            matching: The ids of the articles that `query` finds, which only the library knows; None where it is not asked.
            members: For each of the `grouped` choices the ids of the events that have it.
        """
        passes = np.ones(len(index), dtype=bool)
        for condition in self.conditions(index, matching, members or {}).values():
            passes &= condition
        return passes

    def conditions(
        self, index: EventIndex, matching: NDArray[np.int64] | None, members: Mapping[Choice, NDArray[np.int64]]
    ) -> dict[Facet | None, NDArray[np.bool_]]:
        """Return which rows pass what is asked of each facet, and under None what is asked beside them; see `mask`."""
        found: dict[Facet | None, NDArray[np.bool_]] = {None: self._beside_facets(index, matching)}
        for facet in sorted({choice.facet for choice in self.chosen | self.excluded}):
            passes = np.ones(len(index), dtype=bool)
            if any(choice.facet is facet for choice in self.chosen):
                is_all = self.together and facet is Facet.PARTICIPANT
                passes &= (_having_all if is_all else _having_any)(index, facet, self.chosen, members)
            if any(choice.facet is facet for choice in self.excluded):
                passes &= ~_having_any(index, facet, self.excluded, members)
            found[facet] = passes
        return found

    def _beside_facets(self, index: EventIndex, matching: NDArray[np.int64] | None) -> NDArray[np.bool_]:
        passes = np.ones(len(index), dtype=bool)
        if matching is not None:
            passes &= index.of_articles(matching)
        if not self.show_hidden:
            passes &= (index.flags & EventFlag.HIDDEN) == 0
        if self.after is not None:
            passes &= index.ends > self.after
        if self.before is not None:
            passes &= index.starts < self.before
        return passes


def having(index: EventIndex, event_ids: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which rows are among some events."""
    table = membership(event_ids, int(index.ids.max()) if len(index) else 0)
    return table[index.ids]


def _having_any(
    index: EventIndex, facet: Facet, choices: Collection[Choice], members: Mapping[Choice, NDArray[np.int64]]
) -> NDArray[np.bool_]:
    passes = np.zeros(len(index), dtype=bool)
    for has in _rows_having(index, facet, choices, members):
        passes |= has
    return passes


def _having_all(
    index: EventIndex, facet: Facet, choices: Collection[Choice], members: Mapping[Choice, NDArray[np.int64]]
) -> NDArray[np.bool_]:
    passes = np.ones(len(index), dtype=bool)
    for has in _rows_having(index, facet, choices, members):
        passes &= has
    return passes


def _rows_having(
    index: EventIndex, facet: Facet, choices: Collection[Choice], members: Mapping[Choice, NDArray[np.int64]]
) -> Iterator[NDArray[np.bool_]]:
    for choice in choices:
        if choice.facet is facet:
            if facet in GROUPED:
                yield having(index, members.get(choice, np.empty(0, np.int64)))
            else:
                yield holders(index, facet, choice.value)
