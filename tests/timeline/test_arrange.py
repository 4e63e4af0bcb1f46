from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.conftest import METRICS, FixedWords, event_indexes, make_events
from timeline_app.domain.calendar import SECONDS_PER_DAY, instant
from timeline_app.domain.event_groups import EventGroups
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.arrange import arrange
from timeline_app.timeline.grouping import LaneGrouping, group, group_by
from timeline_app.timeline.lanes import Lane
from timeline_app.timeline.scale import TimeScale
from timeline_app.timeline.scene import Level, Scene, Viewport

VIEWPORT = Viewport(1200, 600)


def arranged(events: EventIndex, scale: TimeScale, grouping: LaneGrouping = LaneGrouping.NONE, **more: object) -> Scene:
    viewport = more.pop("viewport", VIEWPORT)
    return arrange(group(events, grouping), scale, viewport, METRICS, FixedWords(), **more)  # type: ignore[arg-type]


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    events = draw(event_indexes())
    middle = int(events.starts[draw(st.integers(0, len(events) - 1))])
    span = draw(st.sampled_from([600, SECONDS_PER_DAY, 7 * SECONDS_PER_DAY, 10**8, 10**10, 4 * 10**11]))
    scale = TimeScale.fitted(middle - span // 3, middle + span, VIEWPORT.width)
    pinned = frozenset(draw(st.lists(st.integers(0, len(events) - 1), max_size=2)))
    lanes = draw(lanes_of(events))
    numbers = st.integers(0, len(lanes) - 1)
    folded = draw(st.frozensets(numbers, max_size=2))
    above = draw(st.dictionaries(numbers, st.integers(0, 30), max_size=2))
    viewport = replace(VIEWPORT, folded=folded, rows_above=above)
    return arrange(lanes, scale, viewport, METRICS, FixedWords(), pinned=pinned)


@st.composite
def lanes_of(draw: st.DrawFn, events: EventIndex) -> tuple[Lane, ...]:
    grouping = draw(st.sampled_from(LaneGrouping))
    if not grouping.overlaps:
        return group(events, grouping)
    rng, count = np.random.default_rng(draw(st.integers(0, 2**32 - 1))), draw(st.integers(1, 20))
    pairs = rng.integers(0, count, 2 * len(events)), rng.choice(events.ids, 2 * len(events))
    names = tuple(f"Name {number}" for number in range(count))
    return group_by(events, EventGroups.of_pairs(*pairs, np.arange(count), names, ("",) * count))


def assert_sums(scene: Scene) -> None:
    """Every event in view is drawn or counted, in each lane once; nothing else is counted."""
    start, end = scene.scale.span(VIEWPORT.width)
    for lane in scene.in_sight:
        source = scene.lanes[lane.number]
        in_view = set(source.rows[(source.starts < end) & (source.ends > start)].tolist())
        drawn = [m.row for m in scene.marks() if m.lane == lane.number and m.row in in_view]
        counted = [row for more in lane.more for row in more.rows.tolist()]
        assert len(drawn) + len(counted) + (lane.bars.total if lane.bars else 0) == len(in_view) == lane.in_view
        assert len(set(drawn) | set(counted)) == len(drawn) + len(counted)
        assert set(counted) <= in_view


@given(scenes())
def test_what_is_drawn_and_what_is_counted_sum_to_the_events_in_view(scene: Scene) -> None:
    assert_sums(scene)


@settings(max_examples=40)
@given(scenes(), st.lists(st.tuples(st.floats(0.2, 5), st.integers(-900, 900)), min_size=1, max_size=6), st.data())
def test_they_sum_after_pans_and_zooms_too_and_with_lanes_folded_and_scrolled(
    scene: Scene, moves: list[tuple[float, int]], data: st.DataObject
) -> None:
    lanes = range(len(scene.lanes))
    for factor, pixels in moves:
        scale = scene.scale.panned(pixels) if factor < 1 else scene.scale.zoomed(factor / 2, VIEWPORT.width / 3)
        folded = frozenset(data.draw(st.lists(st.sampled_from(lanes), max_size=1)))
        above = dict.fromkeys(data.draw(st.lists(st.sampled_from(lanes), max_size=2)), data.draw(st.integers(0, 30)))
        viewport = replace(
            VIEWPORT, folded=folded, rows_above=above, stretch=data.draw(st.sampled_from([0.5, 1.0, 2.0]))
        )
        scene = arrange(scene.lanes, scale, viewport, METRICS, FixedWords(), previous=scene)
        assert_sums(scene)


@given(scenes())
def test_the_mark_at_the_centre_of_a_mark_is_that_mark(scene: Scene) -> None:
    for mark in scene.marks():
        x = (max(mark.left, 0) + min(mark.right, VIEWPORT.width)) / 2
        y = (mark.top + mark.bottom) / 2
        covered_by_title = mark.level is Level.DOTS and scene.mark_at(x, y) in scene.in_sight[0].marks
        if 0 <= x < VIEWPORT.width and y < VIEWPORT.height and not covered_by_title:
            found = scene.mark_at(x, y)
            assert found is not None
            assert found.level > mark.level or found == mark


@given(scenes())
def test_no_two_titles_overlap_and_none_leaves_its_lane(scene: Scene) -> None:
    for lane in scene.in_sight:
        rows: dict[float, list[tuple[float, float]]] = {}
        for mark in lane.marks:
            assert lane.top <= mark.top
            assert mark.bottom <= lane.bottom
            rows.setdefault(mark.top, []).append((mark.left, mark.right))
        for stretches in rows.values():
            assert all(one[1] <= other[0] for one, other in pairwise(sorted(stretches)))


@given(scenes())
def test_no_title_and_no_dot_lies_over_a_count(scene: Scene) -> None:
    for lane in scene.in_sight:
        for more in lane.more:
            assert all(
                mark.bottom <= more.top or mark.right <= more.left or mark.left >= more.right for mark in lane.marks
            )
            if lane.dots is not None:
                assert lane.dots.tops.max(initial=-np.inf) + lane.dots.size <= more.top


@given(scenes())
def test_no_two_counts_overlap(scene: Scene) -> None:
    for lane in scene.in_sight:
        assert all(one.right <= other.left + 1e-6 for one, other in pairwise(lane.more))


@given(scenes())
def test_the_pinned_are_drawn_with_their_titles_while_in_view(scene: Scene) -> None:
    again = arrange(scene.lanes, scene.scale, VIEWPORT, METRICS, FixedWords(), pinned={0})
    start, end = scene.scale.span(VIEWPORT.width)
    for lane in again.in_sight:
        source = again.lanes[lane.number]
        at = source.position(0)
        if at >= 0 and source.starts[at] < end and source.ends[at] > start:
            assert any(mark.row == 0 and mark.level >= Level.TITLES for mark in lane.marks)


@given(scenes(), st.integers(0, 50))
def test_words_that_are_turned_for_want_of_room_end_at_their_time(scene: Scene, row: int) -> None:
    again = arrange(scene.lanes, scene.scale, VIEWPORT, METRICS, FixedWords(), pinned={row})
    for lane in again.in_sight:
        for mark in lane.marks:
            if mark.is_turned:
                assert mark.row == row
                assert mark.left <= mark.x0 <= mark.right


@pytest.mark.parametrize("count", [1_000, 100_000])
@pytest.mark.parametrize("days", [10_000, 400, 30, 1])
@pytest.mark.parametrize("lanes", [1, 12, 200])
def test_the_size_of_a_scene_is_bounded_by_pixels_however_many_events_there_are(
    count: int, days: int, lanes: int
) -> None:
    rng = np.random.default_rng(1)
    events = make_events(
        (rng.integers(0, 9000, count) * SECONDS_PER_DAY).tolist(),
        [SECONDS_PER_DAY] * count,
        rng.integers(0, lanes, count).tolist(),
    )
    scale = TimeScale.fitted(4000 * SECONDS_PER_DAY, (4000 + days) * SECONDS_PER_DAY, VIEWPORT.width)
    scene = arranged(events, scale, LaneGrouping.OUTLET)
    things = sum(1 for _ in scene.marks()) + sum(len(lane.more) for lane in scene.in_sight)
    bars = sum(len(lane.bars.counts) for lane in scene.in_sight if lane.bars)
    assert things <= 2000
    assert bars <= VIEWPORT.width * len(scene.in_sight)


def test_the_level_follows_from_what_fits() -> None:
    day = instant(2023, 4, 1)
    levels = {}
    for count in (3, 40, 400, 4000):
        starts = [day + i * 100 * SECONDS_PER_DAY // count // SECONDS_PER_DAY * SECONDS_PER_DAY for i in range(count)]
        scale = TimeScale.fitted(day, day + 100 * SECONDS_PER_DAY, VIEWPORT.width)
        levels[count] = arranged(make_events(starts, [SECONDS_PER_DAY] * count), scale).in_sight[0].level
    assert levels == {3: Level.CARDS, 40: Level.TITLES, 400: Level.DOTS, 4000: Level.DENSITY}


@given(st.lists(st.integers(-300, 300), min_size=1, max_size=12), st.integers(0, 2**32 - 1))
def test_a_title_keeps_its_row_while_it_is_in_view_under_a_pan(moves: list[int], seed: int) -> None:
    days = np.random.default_rng(seed).integers(0, 400, 250)
    events = make_events((days * SECONDS_PER_DAY).tolist(), [SECONDS_PER_DAY] * 250)
    scale = TimeScale.fitted(100 * SECONDS_PER_DAY, 160 * SECONDS_PER_DAY, VIEWPORT.width)
    scene = arranged(events, scale)
    for move in moves:
        scale = scale.panned(move)
        after = arrange(scene.lanes, scale, VIEWPORT, METRICS, FixedWords(), previous=scene)
        if after.in_sight[0].level is scene.in_sight[0].level is Level.TITLES:
            then = {mark.row: mark for mark in after.marks()}
            for mark in scene.marks():
                if mark.row in then:
                    assert then[mark.row].top == mark.top
                    assert then[mark.row].left == pytest.approx(mark.left - move, abs=1e-3)
                else:
                    assert mark.right - move <= 0 or mark.left - move >= VIEWPORT.width
        scene = after


def test_a_crowded_day_that_is_wide_open_sets_its_titles_in_columns() -> None:
    day = instant(2023, 4, 1)
    events = make_events([day] * 60, [SECONDS_PER_DAY] * 60)
    scene = arranged(events, TimeScale.fitted(day, day + SECONDS_PER_DAY, 3000), viewport=Viewport(3000, 600))
    columns = {mark.left for mark in scene.marks()}
    assert len(columns) > 1
    assert all(mark.x0 <= mark.left <= mark.right <= mark.x1 for mark in scene.marks())


def test_lanes_out_of_sight_are_not_arranged() -> None:
    events = make_events(list(range(100)), [1] * 100, [i % 50 for i in range(100)])
    scene = arranged(
        events, TimeScale.fitted(0, 100, 1200), LaneGrouping.OUTLET, viewport=Viewport(1200, 300, scroll=1000)
    )
    assert scene.layout.height == 50 * METRICS.lane_height
    assert scene.in_sight[0].top <= 0 < scene.in_sight[0].bottom
    assert len(scene.in_sight) <= 300 // METRICS.lane_height + 2
