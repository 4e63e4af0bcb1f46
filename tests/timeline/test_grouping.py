from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import event_indexes, make_events
from timeline_app.domain.event_groups import EventGroups
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.grouping import MOST_LANES, LaneGrouping, LaneOrder, group, group_by
from timeline_app.timeline.summary import MOST_NAMES, summary_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAY = 86_400


def groups_of(members: Mapping[str, Sequence[int]], kind: str = "person") -> EventGroups:
    """Groups by name, each with the ids of its events."""
    positions = np.repeat(np.arange(len(members)), [len(ids) for ids in members.values()])
    events = np.array([event for ids in members.values() for event in ids], np.int64)
    return EventGroups.of_pairs(positions, events, np.arange(len(members)) + 50, tuple(members), (kind,) * len(members))


def ids_of(events: EventIndex, rows: np.ndarray) -> list[int]:
    return sorted(events.ids[rows].tolist())


EVENTS = make_events([0, DAY, 2 * DAY, 3 * DAY, 4 * DAY], [DAY] * 5)


def test_no_events_make_no_lanes() -> None:
    assert group(EventIndex.empty(), LaneGrouping.OUTLET) == ()
    assert group_by(EventIndex.empty(), groups_of({"Ada": [1]})) == ()


def test_lanes_of_outlets_come_by_number_of_events_by_the_first_of_them_or_by_name() -> None:
    events = make_events([0, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY], [DAY] * 6, [2, 0, 1, 1, 1, 0])
    names = {order: [lane.name for lane in group(events, LaneGrouping.OUTLET, order)] for order in LaneOrder}
    assert names == {
        LaneOrder.COUNT: ["Outlet 1", "Outlet 0", "Outlet 2"],
        LaneOrder.FIRST: ["Outlet 2", "Outlet 0", "Outlet 1"],
        LaneOrder.NAME: ["Outlet 0", "Outlet 1", "Outlet 2"],
    }


def test_an_event_with_several_participants_is_in_the_lane_of_each() -> None:
    lanes = group_by(EVENTS, groups_of({"Ada": [0, 1, 2], "Bo": [1, 4]}))
    assert [(lane.name, ids_of(EVENTS, lane.rows)) for lane in lanes] == [("Ada", [0, 1, 2]), ("Bo", [1, 4]), ("", [3])]
    assert lanes[0].key == "person/Ada"


def test_the_largest_groups_have_lanes_and_the_others_are_counted_in_the_last() -> None:
    many = {f"P{n:02d}": [n % 3] if n > 3 else [0, 1, 2, 3] for n in range(30)}
    lanes = group_by(EVENTS, groups_of(many))
    assert len(lanes) == MOST_LANES + 1
    assert {lane.name for lane in lanes[:4]} == {"P00", "P01", "P02", "P03"}
    assert lanes[-1].others == 30 - MOST_LANES
    assert ids_of(EVENTS, lanes[-1].rows) == [4]


def test_groups_are_counted_by_the_events_that_the_filter_leaves() -> None:
    shown = EVENTS.take(np.array([3, 4]))
    lanes = group_by(shown, groups_of({"Ada": [0, 1, 2], "Bo": [3], "Cy": [3, 4, 99]}))
    assert [(lane.name, ids_of(shown, lane.rows)) for lane in lanes] == [("Cy", [3, 4]), ("Bo", [3])]


def test_a_pinned_lane_stands_first_whatever_its_size() -> None:
    many = {f"P{n:02d}": [0, 1, 2] for n in range(20)} | {"Zed": [4]}
    lanes = group_by(EVENTS, groups_of(many), LaneOrder.NAME, pinned=("person/Zed", "person/Gone"))
    assert [lane.name for lane in lanes][:3] == ["Zed", "P00", "P01"]
    assert len(lanes) == MOST_LANES + 1


@pytest.mark.parametrize("order", LaneOrder)
def test_the_lane_of_the_others_is_last_in_every_order(order: LaneOrder) -> None:
    lanes = group_by(EVENTS, groups_of({"Ada": [4]}), order)
    assert [lane.name for lane in lanes] == ["Ada", ""]


@given(event_indexes(), st.integers(0, 2**32 - 1), st.integers(1, 25), st.sampled_from(LaneOrder))
def test_every_event_is_in_some_lane_and_each_lane_ascends(
    events: EventIndex, seed: int, count: int, order: LaneOrder
) -> None:
    rng = np.random.default_rng(seed)
    size = rng.integers(0, 200)
    made = EventGroups.of_pairs(
        rng.integers(0, count, size),
        rng.choice(events.ids, size),
        np.arange(count),
        tuple(f"N{n}" for n in range(count)),
        ("person",) * count,
    )
    lanes = group_by(events, made, order)
    assert set(np.concatenate([lane.rows for lane in lanes]).tolist()) == set(range(len(events)))
    for lane in lanes:
        assert len(lane)
        assert np.all(np.diff(lane.rows) > 0)
        assert lane.starts.tolist() == events.starts[lane.rows].tolist()
        if lane.name:
            assert ids_of(events, lane.rows) == sorted(made.of(int(lane.name[1:])).tolist())


def test_a_stretch_is_summed_up_by_outlets_and_participants() -> None:
    events = make_events([0, DAY, 2 * DAY, 3 * DAY], [DAY] * 4, [0, 1, 1, 0])
    summary = summary_of(events, DAY, 3 * DAY, groups_of({"Ada": [0, 3], "Bo": [1, 2], "Cy": [2]}))
    assert summary.events == 2
    assert summary.outlets == (("Outlet 1", 2),)
    assert summary.participants == (("Bo", 2), ("Cy", 1))
    assert summary.more_participants == 0
    assert summary_of(events, DAY, 3 * DAY).participants is None


def test_a_summary_names_few_and_counts_the_others() -> None:
    events = make_events([DAY] * 9, [DAY] * 9, list(range(9)))
    summary = summary_of(events, 0, 9 * DAY, groups_of({f"P{n}": [n] for n in range(9)}))
    assert summary.participants is not None
    assert len(summary.outlets) == len(summary.participants) == MOST_NAMES
    assert summary.more_outlets == summary.more_participants == 9 - MOST_NAMES
    nothing = summary_of(events, 20 * DAY, 30 * DAY, groups_of({"P": [1]}))
    assert (nothing.events, nothing.outlets, nothing.participants) == (0, (), ())
