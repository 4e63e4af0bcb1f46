from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import METRICS, FixedWords, make_events
from timeline_app.domain.calendar import SECONDS_PER_DAY, instant
from timeline_app.timeline.arrange import arrange
from timeline_app.timeline.grouping import LaneGrouping, group
from timeline_app.timeline.layout import LaneLayout
from timeline_app.timeline.scale import TimeScale
from timeline_app.timeline.scene import Level, Viewport

DAY = instant(2023, 4, 1)
VIEWPORT = Viewport(1200, 300)


@given(st.integers(1, 60), st.sets(st.integers(0, 59)), st.integers(50, 3000), st.floats(0.25, 8))
def test_every_height_is_in_the_lane_whose_edges_are_around_it(
    lanes: int, folded: set[int], height: int, stretch: float
) -> None:
    layout = LaneLayout.of(lanes, Viewport(800, height, stretch=stretch, folded=frozenset(folded)), METRICS)
    for number in range(lanes):
        assert layout.at(layout.top(number)) == number
        assert layout.at(layout.top(number) + layout.height_of(number) - 1) == number
        assert (layout.height_of(number) == METRICS.strip_height) is (number in folded) or layout.open_height <= 22
    assert layout.at(-1) == layout.at(layout.height) == -1
    seen = [n for n in range(lanes) if layout.edges[n + 1] > 100 and layout.edges[n] < 100 + height]
    assert list(layout.between(100, 100 + height)) == seen


def test_a_folded_lane_keeps_a_strip_of_its_density_and_leaves_its_room_to_the_others() -> None:
    lanes = group(make_events([DAY] * 6, [SECONDS_PER_DAY] * 6, [0, 0, 0, 1, 1, 1]), LaneGrouping.OUTLET)
    scale = TimeScale.fitted(DAY - SECONDS_PER_DAY, DAY + 2 * SECONDS_PER_DAY, 1200)
    scene = arrange(lanes, scale, replace(VIEWPORT, folded=frozenset({0})), METRICS, FixedWords())
    folded, other = scene.in_sight
    assert folded.bottom - folded.top == METRICS.strip_height
    assert folded.level is Level.DENSITY
    assert folded.bars is not None
    assert folded.bars.total == folded.in_view == 3
    assert other.bottom == VIEWPORT.height
    assert len(other.marks) + sum(len(more.rows) for more in other.more) == 3


def test_rows_that_do_not_fit_come_into_sight_by_scrolling_the_lane_and_none_is_lost() -> None:
    lanes = group(make_events([DAY] * 40, [SECONDS_PER_DAY] * 40), LaneGrouping.NONE)
    scale = TimeScale.fitted(DAY, DAY + SECONDS_PER_DAY, 1200)
    seen: set[int] = set()
    above, scene = 0, None
    for _ in range(40):
        viewport = replace(VIEWPORT, rows_above={0: above})
        scene = arrange(lanes, scale, viewport, METRICS, FixedWords(), previous=scene)
        (lane,) = scene.in_sight
        assert len(lane.marks) + sum(len(more.rows) for more in lane.more) == 40
        assert all(lane.top <= mark.top and mark.bottom <= lane.bottom for mark in lane.marks)
        seen |= {mark.row for mark in lane.marks}
        if not lane.has_rows_below:
            break
        above += 1
    assert seen == set(range(40))
    scene = arrange(lanes, scale, replace(VIEWPORT, rows_above={0: 500}), METRICS, FixedWords())
    assert scene.in_sight[0].rows_above <= above
    assert scene.in_sight[0].marks
