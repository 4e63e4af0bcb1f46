"""How many events each value of each facet would leave, under the filter in force: what the facets show beside their values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.event_filter import having
from timeline_app.domain.facets import GROUPED, Choice, Facet, codes_of, holders, values_of
from timeline_app.domain.histogram import histogram_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from timeline_app.domain.calendar import Instant
    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.event_groups import EventGroups
    from timeline_app.domain.event_index import EventIndex
    from timeline_app.domain.facets import Value
    from timeline_app.domain.histogram import Histogram


ACTIVITY_STRETCHES = 24


@dataclass(frozen=True)
class FacetValues:
    """The values of one facet and, at the same positions, their names, their kinds and their counts.

    Names are as the library has them, and kinds those of participants; both are empty for facets whose values speak for
    themselves. `counts` int64: how many events the filter would let through with this value as the only one chosen of its facet;
    of participants who are to take part together, with this one beside those that are chosen.
    """

    values: tuple[Value, ...]
    counts: NDArray[np.int64]
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class FacetCounts:
    """The facets of a library under a filter.

    `histogram` leaves the filter's bounds in time out of account: the stretches around those asked for can be seen too.
    """

    wanted: EventFilter
    facets: Mapping[Facet, FacetValues]
    histogram: Histogram
    shown: EventIndex = field(repr=False)
    groups: Mapping[Facet, EventGroups] = field(repr=False)
    _activities: dict[tuple[Facet, int], NDArray[np.int64]] = field(default_factory=dict, repr=False, compare=False)

    def activity(self, facet: Facet, position: int) -> NDArray[np.int64]:
        """Return how the shown events of a grouped value spread over the time of the histogram: counts by start."""
        if (facet, position) not in self._activities:
            self._activities[facet, position] = self._spread(facet, position)
        return self._activities[facet, position]

    def prepare(self, facet: Facet, most: int) -> None:
        """Work the activity of the values with most events out beforehand: what is shown first."""
        if facet in self.facets:
            for position in np.argsort(-self.facets[facet].counts, kind="stable")[:most].tolist():
                self.activity(facet, position)

    def _spread(self, facet: Facet, position: int) -> NDArray[np.int64]:
        events, shown = self.groups[facet].of(position), self.shown
        rows_by_id = self._rows_by_id
        rows = rows_by_id[events[events < len(rows_by_id)]]
        first, end = int(self.histogram.edges[0]), int(self.histogram.edges[-1])
        starts = shown.starts[rows[rows >= 0]]
        starts = starts[(starts >= first) & (starts < end)]
        return np.bincount((starts - first) * ACTIVITY_STRETCHES // max(end - first, 1), minlength=ACTIVITY_STRETCHES)

    @cached_property
    def _rows_by_id(self) -> NDArray[np.int32]:
        rows = np.full(int(self.shown.ids.max()) + 1 if len(self.shown) else 0, -1, np.int32)
        rows[self.shown.ids] = np.arange(len(self.shown), dtype=np.int32)
        return rows


def count_facets(
    index: EventIndex,
    wanted: EventFilter,
    matching: NDArray[np.int64] | None,
    groups: Mapping[Facet, EventGroups],
    home: tuple[Instant, Instant] | None = None,
) -> FacetCounts:
    """Count all facets.

    Args:
        index: All events of the library.
        wanted: The filter in force.
        matching: The ids of the articles that its query finds, None where it has none.
        groups: For each of the grouped facets the library's groups; those not given are not counted.
        home: The stretch of time that the histogram keeps to where all of it is too long for months.
    """
    members = {choice: events_having(groups, choice) for choice in wanted.grouped}
    conditions = wanted.conditions(index, matching, members)
    everywhere = _all_of(conditions, len(index))
    found = {}
    for facet in Facet:
        if facet in GROUPED and facet not in groups:
            continue
        others = {of: passes for of, passes in conditions.items() if of is not facet}
        passes = _all_of(others, len(index)) if facet in conditions else everywhere
        if wanted.together and facet is Facet.PARTICIPANT:
            for choice in (choice for choice in wanted.chosen if choice.facet is facet):
                passes = passes & having(index, members[choice])
        found[facet] = _count(index, wanted, facet, passes, groups)
    unbounded = replace(wanted, after=None, before=None).conditions(index, matching, {})[None]
    timeless = _all_of({**conditions, None: unbounded}, len(index))
    return FacetCounts(wanted, found, histogram_of(index.take(timeless), home), index.take(everywhere), groups)


def events_having(groups: Mapping[Facet, EventGroups], choice: Choice) -> NDArray[np.int64]:
    """Return the ids of the events that have a grouped value."""
    of_facet = groups.get(choice.facet)
    if of_facet is None:
        return np.empty(0, np.int64)
    position = group_position(of_facet, choice)
    return of_facet.of(position) if position >= 0 else np.empty(0, np.int64)


def group_position(groups: EventGroups, choice: Choice) -> int:
    """Return where the group of a choice is, -1 where there is none: participants go by their key, all others by their name."""
    if choice.facet is Facet.PARTICIPANT:
        return groups.position(int(choice.value))
    return groups.names.index(str(choice.value)) if choice.value in groups.names else -1


def _all_of(conditions: Mapping[Facet | None, NDArray[np.bool_]], count: int) -> NDArray[np.bool_]:
    passes = np.ones(count, bool)
    for condition in conditions.values():
        passes &= condition
    return passes


def _count(
    index: EventIndex, wanted: EventFilter, facet: Facet, others: NDArray[np.bool_], groups: Mapping[Facet, EventGroups]
) -> FacetValues:
    """Count one facet; `others` are the rows that pass all that is asked of the other facets."""
    excluded = [choice for choice in wanted.excluded if choice.facet is facet]
    has = {choice: _rows_of(index, choice, groups) for choice in excluded}
    allowed = others.copy()
    for rows in has.values():
        allowed &= ~rows
    if facet in GROUPED:
        of_facet = groups[facet]
        values: tuple[Value, ...] = tuple(of_facet.keys.tolist()) if facet is Facet.PARTICIPANT else of_facet.names
        counted = of_facet.counts(index.ids[allowed])
        names, kinds = of_facet.names, of_facet.kinds
    else:
        values, names, kinds = values_of(index, facet), (), ()
        codes = codes_of(index, facet)
        if codes is not None:
            counted = np.bincount(codes[allowed], minlength=len(values)).astype(np.int64)
        else:
            counted = np.array([np.count_nonzero(allowed & holders(index, facet, v)) for v in values], np.int64)
    for choice in excluded:
        # What is left out shows what it keeps away: its own exclusion does not count against it.
        passes = others & has[choice]
        for other in excluded:
            if other != choice:
                passes &= ~has[other]
        if choice.value in values:
            counted[values.index(choice.value)] = np.count_nonzero(passes)
    return FacetValues(values, counted, names, kinds)


def _rows_of(index: EventIndex, choice: Choice, groups: Mapping[Facet, EventGroups]) -> NDArray[np.bool_]:
    if choice.facet in GROUPED:
        return having(index, events_having(groups, choice))
    return holders(index, choice.facet, choice.value)
