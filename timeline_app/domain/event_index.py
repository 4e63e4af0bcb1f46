"""All dated events of a library as immutable columns: what the timeline, the table and the filter read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import Granularity, Period

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS: tuple[EventKind, ...] = (EventKind.PUBLISHED, EventKind.REPORTED, EventKind.PLANNED)
"""The kinds in the order of their codes in the `kinds` column and on disk: only ever append."""


class EventFlag(IntFlag):
    """What else is true of an event; the bits are stored."""

    APPROXIMATE = 1
    OPEN_START = 2
    OPEN_END = 4
    ASSUMED = 8
    CORRECTED = 16
    HIDDEN = 32
    STARRED = 64
    TAGGED = 128
    NOTED = 256
    BY_HAND = 512
    ACCEPTED = 1024
    SKIMMED = 2048
    READ = 4096
    SEVERAL = 8192
    """Other articles tell of it too."""
    MANY = 16384
    """Many do."""


@dataclass(frozen=True, slots=True)
class EventSummary:
    """What a row, a card or a tooltip shows of one event.

    `stated` is the date as the article's words give it ("last Tuesday"), empty where the date is not in words. `participants`
    are names, most mentioned first. `reports` counts the articles that tell it in the same words, near copies of each other.
    """

    id: int
    article: int
    title: str
    outlet: str
    stated: str = ""
    participants: tuple[str, ...] = ()
    reports: int = 1


@dataclass(frozen=True)
class EventIndex:
    """Columns over events, sorted by start, then end, then id; row numbers are positions in them.

    All arrays have the same length and are read-only:
    `ids` int64; `articles` int64; `starts` and `ends` int64, instants as in `Period.known`, half-open; `outlets` int32, codes into
    `outlet_names`; `kinds` uint8, codes into `KINDS`; `granularities` uint8, `Granularity` values; `flags` uint16, bits of
    `EventFlag`.
    """

    ids: NDArray[np.int64]
    articles: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    outlets: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    granularities: NDArray[np.uint8]
    flags: NDArray[np.uint16]
    outlet_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for column in self._columns().values():
            column.flags.writeable = False

    @classmethod
    def empty(cls) -> EventIndex:
        """Return the index of a library without events."""
        return cls(**{name: np.empty(0, dtype) for name, dtype in COLUMN_TYPES.items()})  # type: ignore[arg-type]

    def __len__(self) -> int:
        return len(self.ids)

    def _columns(self) -> dict[str, NDArray[np.generic]]:
        return {name: getattr(self, name) for name in COLUMN_TYPES}

    def take(self, rows: NDArray[np.generic]) -> EventIndex:
        """Return the events of a boolean mask or of ascending row numbers, in the same order."""
        # Numpy gathers by numbers many times faster than it does by a mask.
        numbers = np.flatnonzero(rows) if rows.dtype == bool else rows
        taken: dict[str, Any] = {name: column[numbers] for name, column in self._columns().items()}
        return EventIndex(**taken, outlet_names=self.outlet_names)

    def with_flags(self, flags: NDArray[np.uint16]) -> EventIndex:
        """Return the same events with other flags."""
        return replace(self, flags=flags)

    def period(self, row: int) -> Period:
        """Return the period of one event, open sides open again."""
        flags = int(self.flags[row])
        return Period(
            None if flags & EventFlag.OPEN_START else int(self.starts[row]),
            None if flags & EventFlag.OPEN_END else int(self.ends[row]),
            Granularity(int(self.granularities[row])),
            bool(flags & EventFlag.APPROXIMATE),
        )

    def kind(self, row: int) -> EventKind:
        """Return the kind of one event."""
        return KINDS[int(self.kinds[row])]

    def outlet(self, row: int) -> str:
        """Return the outlet of one event's article, empty where none is stated."""
        return self.outlet_names[int(self.outlets[row])]

    @cached_property
    def _by_id(self) -> NDArray[np.int32]:
        return np.argsort(self.ids, kind="stable").astype(np.int32)

    def row_of(self, event_id: int) -> int:
        """Return the row of an event, -1 where the index does not hold it."""
        order, ids = self._by_id, self.ids
        # Numpy's own search would make a wider copy of the order each time.
        at = bisect_left(order, event_id, key=ids.item)
        return int(order[at]) if at < len(order) and ids[order[at]] == event_id else -1

    def places_of(self, event_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the row of each of some events, -1 where the index does not hold it: `row_of` for many."""
        if not len(self.ids):
            return np.full(len(event_ids), -1, np.int64)
        places = np.minimum(np.searchsorted(self.ids, event_ids, sorter=self._by_id), len(self.ids) - 1)
        rows = self._by_id[places].astype(np.int64)
        return np.where(self.ids[rows] == event_ids, rows, -1)

    @cached_property
    def _articles(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The articles, ascending, and for each row the position of its own among them."""
        articles, positions = np.unique(self.articles, return_inverse=True)
        return articles, positions.astype(np.int32)

    def of_articles(self, article_ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which rows are of some articles, given ascending. There are fewer articles than events."""
        articles, positions = self._articles
        return are_among(articles, article_ids)[positions]

    def rows_of(self, event_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows of those of the events that the index holds, ascending."""
        return np.flatnonzero(np.isin(self.ids, event_ids))


def are_among(values: NDArray[np.int64], some: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of the values are among some others, which are ascending: a tenth of the time of sorting both."""
    if not len(some):
        return np.zeros(len(values), dtype=bool)
    places = np.minimum(np.searchsorted(some, values), len(some) - 1)
    are: NDArray[np.bool_] = some[places] == values
    return are


COLUMN_TYPES: dict[str, type[np.generic]] = {
    "ids": np.int64,
    "articles": np.int64,
    "starts": np.int64,
    "ends": np.int64,
    "outlets": np.int32,
    "kinds": np.uint8,
    "granularities": np.uint8,
    "flags": np.uint16,
}
"""The columns of an `EventIndex` and their types: 40 bytes an event."""
