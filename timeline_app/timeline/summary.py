"""What a stretch of time holds: how many events, reported by whom, with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from timeline_app.domain.event_groups import EventGroups
    from timeline_app.domain.event_index import EventIndex

Tally: TypeAlias = tuple[tuple[str, int], ...]
"""Names, each with how many of the events; the most frequent first."""

MOST_NAMES = 4


class StretchSummary(NamedTuple):
    """The events that have a moment in `[start, end)`: how many, and the most frequent names among them.

    `participants` is None where who takes part is not known yet. `more_outlets` and `more_participants` count those that are not
    named.
    """

    start: float
    end: float
    events: int
    outlets: Tally
    more_outlets: int = 0
    participants: Tally | None = None
    more_participants: int = 0


def summary_of(events: EventIndex, start: float, end: float, who: EventGroups | None = None) -> StretchSummary:
    """Sum up a stretch of time; `who` are the groups of all participants."""
    inside = (events.starts < end) & (events.ends > start)
    counts = np.bincount(events.outlets[inside], minlength=max(len(events.outlet_names), 1))
    named = [int(at) for at in np.argsort(-counts, kind="stable") if counts[at] and events.outlet_names]
    outlets = tuple((events.outlet_names[at], int(counts[at])) for at in named if events.outlet_names[at])
    people: Tally | None = None
    more_people = 0
    if who is not None:
        sizes = who.counts(events.ids[inside])
        present = int(np.count_nonzero(sizes))
        first = np.argsort(-sizes, kind="stable")[: min(MOST_NAMES, present)]
        people = tuple((who.names[at], int(sizes[at])) for at in first.tolist())
        more_people = present - len(people)
    return StretchSummary(
        start,
        end,
        int(np.count_nonzero(inside)),
        outlets[:MOST_NAMES],
        max(len(outlets) - MOST_NAMES, 0),
        people,
        more_people,
    )
