"""Which events share a lane: those of an outlet, a kind, a participant, a tag, a folder; and in which order the lanes stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from timeline_app.domain.event_index import KINDS
from timeline_app.domain.words import fold
from timeline_app.timeline.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from timeline_app.domain.event_groups import EventGroups
    from timeline_app.domain.event_index import EventIndex

Number = TypeVar("Number", np.int32, np.uint8)

MOST_LANES = 12
"""Lanes that groups of an open set (participants, tags, folders) get; the others share one."""


class LaneGrouping(StrEnum):
    """What events of a lane have in common. The values are stored in the view's state."""

    NONE = "none"
    OUTLET = "outlet"
    KIND = "kind"
    PARTICIPANT = "participant"
    PARTICIPANT_KIND = "participant_kind"
    TAG = "tag"
    FOLDER = "folder"

    @property
    def overlaps(self) -> bool:
        """True where an event may be in several lanes, and which are its groups is asked of the library."""
        return self not in (LaneGrouping.NONE, LaneGrouping.OUTLET, LaneGrouping.KIND)


class LaneOrder(StrEnum):
    """Which lane stands above which. The values are stored in the view's state."""

    COUNT = "count"
    FIRST = "first"
    NAME = "name"


def group(events: EventIndex, grouping: LaneGrouping, order: LaneOrder = LaneOrder.COUNT) -> tuple[Lane, ...]:
    """Return the lanes of an index, each event in one of them; where groups overlap, see `group_by`."""
    if not len(events):
        return ()
    if grouping is LaneGrouping.OUTLET:
        return ordered(_partition(events, events.outlets, events.outlet_names), order)
    if grouping is LaneGrouping.KIND:
        return ordered(_partition(events, events.kinds, tuple(kind.value for kind in KINDS)), order)
    return (_lane(events, np.arange(len(events), dtype=np.int32)),)


def group_by(
    events: EventIndex, groups: EventGroups, order: LaneOrder = LaneOrder.COUNT, *, pinned: Sequence[str] = ()
) -> tuple[Lane, ...]:
    """Return the lanes of groups that may overlap: an event is in the lane of each of its groups.

    The largest groups have a lane each; what is in none of these is in a last lane together. `pinned` are the keys of lanes
    that come first whatever their size.
    """
    if not len(events):
        return ()
    sizes, rows_of = groups.counts(events.ids), _rows_by_id(events)
    keys = {key_of(groups, at): at for at in range(len(groups.names))} if pinned else {}
    first = [keys[key] for key in pinned if key in keys and sizes[keys[key]]]
    largest = [at for at in np.argsort(-sizes, kind="stable")[: MOST_LANES + len(first)].tolist() if sizes[at]]
    chosen = [at for at in largest if at not in first][: max(MOST_LANES - len(first), 0)]
    alone = np.ones(len(events), bool)
    lanes = []
    for at in (*first, *chosen):
        rows = rows_of(groups.of(at))
        alone[rows] = False
        lanes.append(_lane(events, rows, groups.names[at], groups.kinds[at]))
    left = np.flatnonzero(alone).astype(np.int32)
    others = int(np.count_nonzero(sizes)) - len(lanes)
    rest = (_lane(events, left, others=others),) if len(left) else ()
    return (*lanes[: len(first)], *ordered(lanes[len(first) :], order), *rest)


def ordered(lanes: Iterable[Lane], order: LaneOrder) -> tuple[Lane, ...]:
    """Return lanes in an order."""
    if order is LaneOrder.NAME:
        return tuple(sorted(lanes, key=lambda lane: (not lane.name, fold(lane.name))))
    if order is LaneOrder.FIRST:
        return tuple(sorted(lanes, key=lambda lane: int(lane.starts[0])))
    return tuple(sorted(lanes, key=lambda lane: -len(lane)))


def key_of(groups: EventGroups, at: int) -> str:
    """Return the key that the lane of a group (by position) has."""
    kind = groups.kinds[at]
    return f"{kind}/{groups.names[at]}" if kind else groups.names[at]


def _lane(events: EventIndex, rows: NDArray[np.int32], name: str = "", kind: str = "", others: int = 0) -> Lane:
    if len(rows) == len(events):
        # All of them, in their order: the columns are the index's own.
        return Lane(name, rows, events.starts, events.ends, kind, others)
    return Lane(name, rows, events.starts[rows], events.ends, kind, others)


def _partition(events: EventIndex, codes: NDArray[Number], names: Sequence[str]) -> list[Lane]:
    # Numpy sorts short integers by their digits, four times as fast.
    short = codes.astype(np.int16) if len(names) <= np.iinfo(np.int16).max else codes
    in_order = np.argsort(short, kind="stable").astype(np.int32)
    ends = np.cumsum(np.bincount(codes, minlength=len(names)))
    parts = zip(names, np.split(in_order, ends[:-1]), strict=True)
    return [_lane(events, rows, name) for name, rows in parts if len(rows)]


def _rows_by_id(events: EventIndex) -> Callable[[NDArray[np.int64]], NDArray[np.int32]]:
    """Return what gives the rows of events by their ids, ascending; ids that the index does not hold are left out.

    Ids run in the order of arrival, so a table of all of them is hardly longer than the index.
    """
    table = np.full(int(events.ids.max()) + 2, -1, np.int32)
    table[events.ids] = np.arange(len(events), dtype=np.int32)

    def rows_of(ids: NDArray[np.int64]) -> NDArray[np.int32]:
        rows = table[np.minimum(ids, len(table) - 1)]
        return np.sort(rows[rows >= 0])

    return rows_of
