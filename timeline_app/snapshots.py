"""Reading the events that a filter lets through: a job as a plain function, apart from taking in, which loads a great deal more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import GROUPED, Facet
from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from numpy.typing import NDArray

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.event_index import EventIndex
    from timeline_app.domain.facets import Choice
    from timeline_app.domain.records import LibraryInfo, UndatedArticle


@dataclass(frozen=True)
class Snapshot:
    """What the window shows of a library at one moment: all its events, those that pass a filter, counts, undated articles.

    `wanted` is the filter, `matching` are the ids of the articles that its query finds, None where it has none.
    """

    events: EventIndex
    shown: EventIndex
    info: LibraryInfo
    undated: tuple[UndatedArticle, ...]
    wanted: EventFilter
    matching: NDArray[np.int64] | None

    @property
    def hidden(self) -> int:
        """How many events the reader has hidden."""
        return int(np.count_nonzero(self.events.flags & EventFlag.HIDDEN))


def read_snapshot(
    library_path: Path, wanted: EventFilter, known: Snapshot | None = None, cache: Path | None = None
) -> Snapshot:
    """Read a library through a filter.

    `known` is what was read before, where the library is the same and only the filter is another; `cache` is a folder where columns
    are kept between starts.

    Raises:
        LibraryError: The library cannot be read.
    """
    with Library.open(library_path, read_only=True) as library:
        if known is None:
            events, info, undated = library.load_index(cache), library.info(), tuple(library.undated())
        else:
            events, info, undated = known.events, known.info, known.undated
        matching = articles_matching(library, wanted)
        members = members_of(library, wanted)
    return Snapshot(events, events.take(wanted.mask(events, matching, members)), info, undated, wanted, matching)


def events_shown_of(library: Library, participants: Collection[int], events: EventIndex) -> dict[int, int]:
    """Return in how many of a library's events each participant takes part, as the timeline counts them.

    That is without events that have no date or are hidden, and what near copies tell alike counts once.
    """
    shown = np.sort(events.ids[(events.flags & EventFlag.HIDDEN) == 0])
    return {
        who: int(np.isin(library.events_of([who]), shown, assume_unique=True).sum()) if len(shown) else 0
        for who in participants
    }


def articles_matching(library: Library, wanted: EventFilter) -> NDArray[np.int64] | None:
    """Return the ids of the articles that a filter's query finds; None where it has none."""
    return library.articles_matching(wanted.query) if wanted.query else None


def members_of(library: Library, wanted: EventFilter) -> dict[Choice, NDArray[np.int64]]:
    """Return the ids of the events that have each of the filter's values that are not in the index."""
    if not wanted.grouped:
        return {}
    from timeline_app.domain.facet_counts import events_having  # not at the start

    facets = {choice.facet for choice in wanted.grouped} - {Facet.PARTICIPANT}
    groups = {facet: library.event_groups(GROUPED[facet]) for facet in facets}
    return {
        choice: library.events_of([int(choice.value)])
        if choice.facet is Facet.PARTICIPANT
        else events_having(groups, choice)
        for choice in wanted.grouped
    }
