"""By what a reader narrows down: facets, the values that an event has in them, and a choice among these."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from timeline_app.domain.event_groups import GroupBy
from timeline_app.domain.event_index import KINDS, EventFlag
from timeline_app.domain.period import Granularity

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from timeline_app.domain.event_index import EventIndex

Value: TypeAlias = int | str
"""What a choice is of: a participant's id, a `Granularity`, else a name."""


class Facet(StrEnum):
    """What can be narrowed down by. The values are stored in views."""

    PARTICIPANT = "participant"
    OUTLET = "outlet"
    TAG = "tag"
    FOLDER = "folder"
    KIND = "kind"
    GRANULARITY = "granularity"
    CERTAINTY = "certainty"
    READING = "reading"
    MARK = "mark"


class Certainty(StrEnum):
    """How the date of an event is known. The values are stored in views."""

    STATED = "stated"
    """By words of the article or its publication, as they stand."""
    APPROXIMATE = "approximate"
    """The words say "about"."""
    OPEN = "open"
    """The words give only the beginning, or only the end."""
    ASSUMED = "assumed"
    """No words state it."""
    CORRECTED = "corrected"
    """The reader corrected it, or the title."""


class Reading(StrEnum):
    """How far an event was read. The values are stored."""

    UNREAD = "unread"
    """Never opened; as a facet, all that is not read."""
    SKIMMED = "skimmed"
    """It was open for a moment: one of those that are not read."""
    READ = "read"


class EventMark(StrEnum):
    """What the reader put on an event. The values are stored in views."""

    STARRED = "starred"


class Choice(NamedTuple):
    """One value of a facet."""

    facet: Facet
    value: Value


GROUPED: dict[Facet, GroupBy] = {
    Facet.PARTICIPANT: GroupBy.PARTICIPANT,
    Facet.TAG: GroupBy.TAG,
    Facet.FOLDER: GroupBy.FOLDER,
}
"""The facets whose values the columns of an index do not hold: which events have them, only the library knows."""

_DOUBTS = EventFlag.APPROXIMATE | EventFlag.OPEN_START | EventFlag.OPEN_END | EventFlag.ASSUMED | EventFlag.CORRECTED

_FLAGGED: dict[Facet, dict[str, Callable[[NDArray[np.uint16]], NDArray[np.bool_]]]] = {
    Facet.CERTAINTY: {
        Certainty.STATED: lambda flags: (flags & _DOUBTS) == 0,
        Certainty.APPROXIMATE: lambda flags: (flags & EventFlag.APPROXIMATE) != 0,
        Certainty.OPEN: lambda flags: (flags & (EventFlag.OPEN_START | EventFlag.OPEN_END)) != 0,
        Certainty.ASSUMED: lambda flags: (flags & EventFlag.ASSUMED) != 0,
        Certainty.CORRECTED: lambda flags: (flags & EventFlag.CORRECTED) != 0,
    },
    Facet.READING: {
        Reading.UNREAD: lambda flags: (flags & EventFlag.READ) == 0,
        Reading.SKIMMED: lambda flags: (flags & (EventFlag.READ | EventFlag.SKIMMED)) == EventFlag.SKIMMED,
        Reading.READ: lambda flags: (flags & EventFlag.READ) != 0,
    },
    Facet.MARK: {EventMark.STARRED: lambda flags: (flags & EventFlag.STARRED) != 0},
}


def values_of(index: EventIndex, facet: Facet) -> tuple[Value, ...]:
    """Return the values of a facet that is not grouped, in their natural order; some may have no event."""
    match facet:
        case Facet.OUTLET:
            return index.outlet_names
        case Facet.KIND:
            return tuple(kind.value for kind in KINDS)
        case Facet.GRANULARITY:
            return tuple(int(granularity) for granularity in Granularity)
        case _:
            return tuple(_FLAGGED[facet])


def codes_of(index: EventIndex, facet: Facet) -> NDArray[np.integer] | None:
    """Return for each row the position of its value in `values_of`; None for facets of which an event may have several."""
    match facet:
        case Facet.OUTLET:
            return index.outlets
        case Facet.KIND:
            return index.kinds
        case Facet.GRANULARITY:
            return index.granularities
        case _:
            return None


def holders(index: EventIndex, facet: Facet, value: Value) -> NDArray[np.bool_]:
    """Return which rows have a value of a facet that is not grouped; none where the value is not known."""
    codes = codes_of(index, facet)
    if codes is not None:
        values = values_of(index, facet)
        return codes == values.index(value) if value in values else np.zeros(len(index), bool)
    test = _FLAGGED[facet].get(str(value))
    return test(index.flags) if test is not None else np.zeros(len(index), bool)
