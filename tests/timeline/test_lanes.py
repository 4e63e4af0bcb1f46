from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import FIRST, LAST, event_indexes, make_events
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.grouping import LaneGrouping, group
from timeline_app.timeline.lanes import Lane, along, lane_of, nearest

DAY = 86400


@given(
    event_indexes(),
    st.sampled_from([g for g in LaneGrouping if not g.overlaps]),
    st.integers(FIRST, LAST),
    st.integers(1, 10**11),
    st.data(),
)
def test_a_lane_counts_and_finds_exactly_what_overlaps(
    events: EventIndex, grouping: LaneGrouping, start: int, length: int, data: st.DataObject
) -> None:
    if data.draw(st.booleans()):
        start, length = int(events.starts[len(events) // 2]) - length % 1000, length % 10_000_000 + 1
    for lane in group(events, grouping):
        expected = np.flatnonzero((lane.starts < start + length) & (lane.ends > start))
        assert lane.count(start, start + length) == len(expected)
        assert lane.overlapping(start, start + length).tolist() == expected.tolist()


@given(event_indexes(), st.sampled_from([g for g in LaneGrouping if not g.overlaps]))
def test_every_event_is_in_exactly_one_lane(events: EventIndex, grouping: LaneGrouping) -> None:
    rows = np.concatenate([lane.rows for lane in group(events, grouping)])
    assert sorted(rows.tolist()) == list(range(len(events)))


def test_the_neighbour_along_a_lane_skips_other_lanes_and_stops_at_the_end() -> None:
    lanes = group(make_events([0, 1, 2, 3], [1] * 4, [0, 1, 0, 1]), LaneGrouping.OUTLET)
    assert along(lanes[0], 0, 1) == 2
    assert along(lanes[0], 2, 1) == 2
    assert along(lanes[1], 3, -1) == 1


def test_the_neighbour_across_is_the_nearest_in_time() -> None:
    lanes = group(make_events([0, 10 * DAY, 11 * DAY, 40 * DAY], [DAY] * 4, [0, 1, 0, 1]), LaneGrouping.OUTLET)
    assert nearest(lanes[1], 11 * DAY) == 1
    assert nearest(lanes[1], 26 * DAY) == 3
    assert nearest(lanes[0], -5) == 0


def test_an_event_of_several_lanes_is_found_in_the_one_that_is_near() -> None:
    events = make_events([0, DAY, 2 * DAY], [DAY] * 3)
    both = Lane("a", np.array([0, 1], np.int32), events.starts[:2], events.ends)
    other = Lane("b", np.array([1, 2], np.int32), events.starts[1:], events.ends)
    assert lane_of((both, other), 1) == 0
    assert lane_of((both, other), 1, near=1) == 1
    assert lane_of((both, other), 0, near=1) == 0
    assert lane_of((both, other), 7) == -1
