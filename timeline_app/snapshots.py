"""Reading the events that a filter lets through: a job as a plain function, apart from taking in, which loads a great deal more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.event_index import EventIndex


def filtered_events(
    library_path: Path, wanted: EventFilter, known: EventIndex | None = None
) -> tuple[EventIndex, EventIndex]:
    """Read the events of a library, and those of them that pass a filter.

    `known` is what was read before, where the events are the same and only the filter is another.

    Raises:
        LibraryError: The library cannot be read.
    """
    with Library.open(library_path, read_only=True) as library:
        events = library.load_index() if known is None else known
        matching = None
        if wanted.participants:
            matching = library.events_of(sorted(wanted.participants))
        if wanted.query:
            found = library.events_matching(wanted.query)
            matching = found if matching is None else np.intersect1d(matching, found, assume_unique=True)
    return events, events.take(wanted.mask(events, matching))
