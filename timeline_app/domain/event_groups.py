"""Groups of events that may overlap: who takes part in what, what is tagged how. What facets count and lanes are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class GroupBy(StrEnum):
    """What the events of a group have in common. The values are stored in views."""

    PARTICIPANT = "participant"
    PARTICIPANT_KIND = "participant kind"
    TAG = "tag"
    FOLDER = "folder"


@dataclass(frozen=True)
class EventGroups:
    """Groups of events, as compressed sparse rows: group `i` holds `events[offsets[i]:offsets[i + 1]]`.

    `keys` int64 are the ids of participants, else running numbers; `names` and `kinds` are as the library calls the groups and,
    for participants, what they are ("" otherwise). `offsets` int64 has one more entry than there are groups; `events` int64 are
    event ids, ascending and without repetition within a group. An event may be in no group or in many, and may be one that is
    not drawn, such as the appearance of an undated article.
    """

    keys: NDArray[np.int64]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    offsets: NDArray[np.int64]
    events: NDArray[np.int64]

    def __post_init__(self) -> None:
        for column in (self.keys, self.offsets, self.events):
            column.flags.writeable = False

    @classmethod
    def empty(cls) -> EventGroups:
        """Return no groups."""
        nothing = np.empty(0, np.int64)
        return cls(nothing, (), (), np.zeros(1, np.int64), nothing.copy())

    @classmethod
    def of_pairs(
        cls,
        groups: NDArray[np.int64],
        events: NDArray[np.int64],
        keys: NDArray[np.int64],
        names: Sequence[str],
        kinds: Sequence[str],
    ) -> EventGroups:
        """Gather pairs of a group's position in `keys` and an event's id, in any order and with repetitions."""
        if len(groups) and not _is_ascending(groups, events):
            order = np.lexsort((events, groups))
            groups, events = groups[order], events[order]
            fresh = np.ones(len(groups), bool)
            fresh[1:] = (np.diff(groups) != 0) | (np.diff(events) != 0)
            groups, events = groups[fresh], events[fresh]
        offsets = np.searchsorted(groups, np.arange(len(keys) + 1)).astype(np.int64)
        return cls(keys.astype(np.int64), tuple(names), tuple(kinds), offsets, events.astype(np.int64))

    def __len__(self) -> int:
        return len(self.keys)

    def of(self, position: int) -> NDArray[np.int64]:
        """Return the ids of the events of one group, ascending."""
        return self.events[self.offsets[position] : self.offsets[position + 1]]

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {int(key): position for position, key in enumerate(self.keys)}

    def position(self, key: int) -> int:
        """Return the position of the group of a key, -1 where there is none."""
        return self._positions.get(key, -1)

    def union(self, positions: Sequence[int]) -> NDArray[np.int64]:
        """Return the ids of the events that are in any of the groups, ascending."""
        if not positions:
            return np.empty(0, np.int64)
        return np.unique(np.concatenate([self.of(position) for position in positions]))

    def counts(self, event_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many of these events (ids, no repetitions) each group holds."""
        return self.counts_where(membership(event_ids, self._last))

    def counts_where(self, passes: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Return how many events of each group pass; `passes` is looked up by event id and must reach the last one."""
        # Sums of small integers by group, with nothing behind the last: a running total would take eight times the memory.
        hits = np.append(passes[self.events], False).view(np.uint8)
        counts = np.add.reduceat(hits, self.offsets[:-1], dtype=np.int64) if len(self) else np.empty(0, np.int64)
        counts[self.offsets[1:] == self.offsets[:-1]] = 0
        return counts

    @cached_property
    def _last(self) -> int:
        return int(self.events.max()) if len(self.events) else 0


def membership(event_ids: NDArray[np.int64], last: int) -> NDArray[np.bool_]:
    """Return a table that says of every event id up to `last` at least, or the largest given, whether it is among these."""
    table = np.zeros(max(last, int(event_ids.max()) if len(event_ids) else 0) + 1, bool)
    table[event_ids] = True
    return table


def _is_ascending(groups: NDArray[np.int64], events: NDArray[np.int64]) -> bool:
    steps = np.diff(groups)
    return bool(np.all((steps > 0) | ((steps == 0) & (np.diff(events) > 0))))
