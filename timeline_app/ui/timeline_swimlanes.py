"""Which lanes the timeline has: how events are grouped, in what order the lanes stand, which are pinned, folded or scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.domain.event_groups import GroupBy
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.grouping import LaneGrouping, LaneOrder, group, group_by, key_of
from timeline_app.timeline.layout import LaneLayout
from timeline_app.timeline.scene import Viewport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QSize

    from timeline_app.domain.event_groups import EventGroups
    from timeline_app.timeline.lanes import Lane
    from timeline_app.timeline.scene import Metrics

_LOWEST, _TALLEST = 0.25, 8.0
"""How far lanes may be pressed or stretched."""


class Swimlanes(QObject):
    """Holds the lanes of an index of events. What lanes are remembered by is their key: numbers change with the events."""

    regrouped = Signal()
    """There are other lanes, or the same in another order."""

    laid_out = Signal()
    """Lanes are of other heights, or show other rows."""

    groups_wanted = Signal(object)
    """A `GroupBy`: the groups are to be given by `set_groups`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lanes: tuple[Lane, ...] = ()
        self.grouping = LaneGrouping.NONE
        self.order = LaneOrder.COUNT
        self.stretch = 1.0
        self.pinned: tuple[str, ...] = ()
        """The keys of the lanes of participants that the reader asked for; they come first."""
        self.folded: frozenset[str] = frozenset()
        """The keys of the lanes that the reader folded."""
        self._events = EventIndex.empty()
        self._groups: dict[GroupBy, EventGroups] = {}
        self._to_pin: tuple[int, ...] = ()
        self._rows_above: dict[str, int] = {}

    # -- what there is -------------------------------------------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """True while the groups of the grouping in force are not there: all events stand in one lane."""
        return self.grouping.overlaps and self.groups(GroupBy[self.grouping.name]) is None

    def groups(self, by: GroupBy) -> EventGroups | None:
        """Return groups that were given, None where they are still to come."""
        return self._groups.get(by)

    def want_groups(self, by: GroupBy) -> EventGroups | None:
        """Return groups; where they are not there, ask for them."""
        if by not in self._groups:
            self.groups_wanted.emit(by)
        return self._groups.get(by)

    def set_events(self, events: EventIndex) -> None:
        """Group other events."""
        self._events = events
        self._regroup()

    def set_groups(self, by: GroupBy, groups: EventGroups) -> None:
        """Take groups that were asked for, or newer ones."""
        is_known, self._groups[by] = self._groups.get(by) is groups, groups
        if by is GroupBy.PARTICIPANT and self._to_pin:
            waiting, self._to_pin = self._to_pin, ()
            for participant in waiting:
                self.pin(participant)
        if not is_known and self.grouping.overlaps and by is GroupBy[self.grouping.name]:
            self._regroup()

    def forget_groups(self) -> None:
        """Take all groups for out of date, and ask again for those in use; what there is stands until the answer is there."""
        in_use = GroupBy[self.grouping.name] if self.grouping.overlaps else None
        self._groups = {by: groups for by, groups in self._groups.items() if by is in_use}
        if in_use is not None:
            self.groups_wanted.emit(in_use)

    def leave_library(self) -> None:
        """Forget all that was of a library: ids and keys mean other things in another."""
        self._groups, self._to_pin, self._rows_above = {}, (), {}
        self.pinned, self.folded = (), frozenset()
        self._regroup()

    # -- what the reader makes of it -------------------------------------------------------------------------------------

    def set_grouping(self, grouping: LaneGrouping) -> None:
        """Group events by something else."""
        self.grouping = grouping
        self._rows_above = {}
        if grouping.overlaps:
            self.want_groups(GroupBy[grouping.name])
        self._regroup()

    def set_order(self, order: LaneOrder) -> None:
        """Let lanes stand in another order."""
        self.order = order
        self._regroup()

    def pin(self, participant: int) -> None:
        """Give a participant (by the library's id) a lane above all others; events are grouped by participant from now on."""
        self.grouping = LaneGrouping.PARTICIPANT
        groups = self.want_groups(GroupBy.PARTICIPANT)
        if groups is None:
            self._to_pin = (*self._to_pin, participant)
        else:
            at = groups.position(participant)
            if at >= 0:
                self.pin_key(key_of(groups, at))
                return
        self._regroup()

    def pin_key(self, key: str) -> None:
        """Let a lane stand above all others."""
        self.pinned = (key, *(other for other in self.pinned if other != key))
        self._regroup()

    def unpin(self, key: str) -> None:
        """Let a lane take its place among the others again."""
        self.pinned = tuple(other for other in self.pinned if other != key)
        self._regroup()

    def set_folded(self, keys: Iterable[str]) -> None:
        """Fold these lanes and no others."""
        self.folded = frozenset(keys)
        self.laid_out.emit()

    def toggle_fold(self, number: int) -> None:
        """Fold a lane, or unfold it."""
        self.set_folded(self.folded ^ {self.lanes[number].key})

    def restore(
        self,
        grouping: LaneGrouping,
        order: LaneOrder,
        stretch: float,
        *,
        pinned: Iterable[str] = (),
        folded: Iterable[str] = (),
    ) -> None:
        """Take all of it up again."""
        self.order, self.stretch = order, stretch
        self.pinned, self.folded = tuple(pinned), frozenset(folded)
        self.set_grouping(grouping)

    def stretch_by(self, factor: float) -> None:
        """Make lanes taller or lower."""
        self.stretch = min(max(self.stretch * factor, _LOWEST), _TALLEST)
        self.laid_out.emit()

    def scroll_rows(self, number: int, rows: int) -> None:
        """Have so many rows of a lane above its upper edge, where it has that many to spare."""
        self._rows_above.pop(self.lanes[number].key, None)
        if rows > 0:
            self._rows_above[self.lanes[number].key] = rows
        self.laid_out.emit()

    # -- for the picture -------------------------------------------------------------------------------------------------

    def viewport(self, size: QSize, scroll: int = 0) -> Viewport:
        """Return the canvas of a size as the arrangement wants it."""
        if not self.folded and not self._rows_above:
            return Viewport(size.width(), size.height(), scroll, self.stretch)
        numbers = {lane.key: number for number, lane in enumerate(self.lanes)}
        folded = (
            frozenset(numbers[key] for key in self.folded if key in numbers) if len(self.lanes) > 1 else frozenset()
        )
        above = {numbers[key]: rows for key, rows in self._rows_above.items() if rows and key in numbers}
        return Viewport(size.width(), size.height(), scroll, self.stretch, folded, above)

    def layout(self, size: QSize, metrics: Metrics) -> LaneLayout:
        """Return how tall each lane is on a canvas of a size."""
        return LaneLayout.of(len(self.lanes), self.viewport(size), metrics)

    def _regroup(self) -> None:
        if self.grouping.overlaps:
            groups = self.groups(GroupBy[self.grouping.name])
            if groups is None:
                self.lanes = group(self._events, LaneGrouping.NONE)
            else:
                pinned = self.pinned if self.grouping is LaneGrouping.PARTICIPANT else ()
                self.lanes = group_by(self._events, groups, self.order, pinned=pinned)
        else:
            self.lanes = group(self._events, self.grouping, self.order)
        self.regrouped.emit()
