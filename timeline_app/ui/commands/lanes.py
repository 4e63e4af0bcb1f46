"""How events share lanes, and what is done with a stretch of time: the timeline's own part of the View menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from timeline_app.domain.event_groups import GroupBy
from timeline_app.timeline.grouping import LaneGrouping, LaneOrder
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPoint

    from timeline_app.domain.event_groups import EventGroups


class LaneCommands(Topic):
    """Grouping, order and folding of lanes; the groups that they need, from the session; the filter by a marked stretch."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        timeline, session = self._window.timeline, self._session
        timeline.swimlanes.groups_wanted.connect(session.ask_groups)
        timeline.swimlanes.regrouped.connect(self.show_lanes)
        timeline.lane_menu_wanted.connect(self._open_menu)
        timeline.stretch_filter_requested.connect(self._show_only)
        session.groups_read.connect(self._on_groups)
        self._window.participants.current_changed.connect(self.refresh)
        session.snapshot_changed.connect(self._on_snapshot)
        session.opened.connect(timeline.swimlanes.leave_library)
        self._events: object = None
        self.show_lanes()
        return {
            **{f"lanes_{grouping.value}": partial(timeline.set_lanes, grouping) for grouping in LaneGrouping},
            **{f"order_{order.value}": partial(timeline.swimlanes.set_order, order) for order in LaneOrder},
            "pin_lane": self._pin,
            "fold_lane": timeline.fold_lane,
            "unfold_lanes": partial(timeline.swimlanes.set_folded, ()),
        }

    def refresh(self) -> None:
        """There are lanes to order and to fold only where there are several."""
        grouping = self._window.timeline.lanes
        self._enable(tuple(f"order_{order.value}" for order in LaneOrder), enabled=grouping is not LaneGrouping.NONE)
        self._enable(("fold_lane", "unfold_lanes"), enabled=grouping is not LaneGrouping.NONE)
        self._enable(("pin_lane",), enabled=self._window.participants.current is not None)

    def show_lanes(self) -> None:
        """Check the actions of the grouping and the order in force."""
        self._check("lanes", self._window.timeline.lanes.value)
        self._check("order", self._window.timeline.swimlanes.order.value)
        self.refresh()

    def _on_snapshot(self, _snapshot: object) -> None:
        # What is known of the groups may be out of date; the session gives them at once where it is not.
        self._window.timeline.swimlanes.forget_groups()

    def _on_groups(self, by: GroupBy, groups: EventGroups) -> None:
        self._window.timeline.swimlanes.set_groups(by, groups)
        if by is GroupBy.PARTICIPANT:
            self._window.timeline.stretch.sum_up()

    def _pin(self) -> None:
        participant = self._window.participants.current
        if participant is not None:
            self._window.timeline.swimlanes.pin(participant)

    def _show_only(self, start: float, end: float) -> None:
        self._session.finder.set_filter(replace(self._session.filter, after=round(start), before=round(end)))

    def _open_menu(self, number: int, place: QPoint) -> None:
        """Offer what can be done with a lane, and with all of them."""
        swimlanes, actions = self._window.timeline.swimlanes, self._window.actions_
        menu = QMenu(self._window)
        if number >= 0:
            lane = swimlanes.lanes[number]
            fold = menu.addAction(self.tr("Unfold") if lane.key in swimlanes.folded else self.tr("Fold"))
            fold.triggered.connect(lambda: swimlanes.toggle_fold(number))
            if lane.key in swimlanes.pinned:
                menu.addAction(self.tr("Unpin")).triggered.connect(lambda: swimlanes.unpin(lane.key))
            elif swimlanes.grouping is LaneGrouping.PARTICIPANT and lane.name:
                menu.addAction(self.tr("Pin above all others")).triggered.connect(lambda: swimlanes.pin_key(lane.key))
            menu.addSeparator()
        menu.addActions([actions[f"lanes_{grouping.value}"] for grouping in LaneGrouping])
        menu.addSeparator()
        menu.addActions([actions[f"order_{order.value}"] for order in LaneOrder])
        menu.addSeparator()
        menu.addAction(actions["unfold_lanes"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
