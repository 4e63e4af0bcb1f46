from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import FIRST, LAST, event_indexes, make_events
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.lanes import LaneGrouping, across, along, group, lane_of

DAY = 86400


@given(event_indexes(), st.sampled_from(LaneGrouping), st.integers(FIRST, LAST), st.integers(1, 10**11), st.data())
def test_a_lane_counts_and_finds_exactly_what_overlaps(
    events: EventIndex, grouping: LaneGrouping, start: int, length: int, data: st.DataObject
) -> None:
    if data.draw(st.booleans()):
        start, length = int(events.starts[len(events) // 2]) - length % 1000, length % 10_000_000 + 1
    for lane in group(events, grouping):
        expected = np.flatnonzero((lane.starts < start + length) & (lane.ends > start))
        assert lane.count(start, start + length) == len(expected)
        assert lane.overlapping(start, start + length).tolist() == expected.tolist()


@given(event_indexes(), st.sampled_from(LaneGrouping))
def test_every_event_is_in_exactly_one_lane(events: EventIndex, grouping: LaneGrouping) -> None:
    rows = np.concatenate([lane.rows for lane in group(events, grouping)])
    assert sorted(rows.tolist()) == list(range(len(events)))


def test_no_events_make_no_lanes() -> None:
    assert group(EventIndex.empty(), LaneGrouping.OUTLET) == ()


def test_lanes_of_outlets_come_by_number_of_events() -> None:
    lanes = group(make_events([1, 2, 3, 4], [1] * 4, [0, 1, 1, 1]), LaneGrouping.OUTLET)
    assert [(lane.name, len(lane)) for lane in lanes] == [("Outlet 1", 3), ("Outlet 0", 1)]


def test_the_neighbour_along_a_lane_skips_other_lanes_and_stops_at_the_end() -> None:
    lanes = group(make_events([0, 1, 2, 3], [1] * 4, [0, 1, 0, 1]), LaneGrouping.OUTLET)
    assert along(lanes, 0, 1) == 2
    assert along(lanes, 2, 1) == 2
    assert along(lanes, 3, -1) == 1


def test_the_neighbour_across_is_the_nearest_in_time_of_the_next_lane() -> None:
    lanes = group(make_events([0, 10 * DAY, 11 * DAY, 40 * DAY], [DAY] * 4, [0, 1, 0, 1]), LaneGrouping.OUTLET)
    assert lane_of(lanes, 2) == 0
    assert across(lanes, 2, 1) == 1
    assert across(lanes, 2, -1) == 2
