from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.conftest import METRICS, FixedWords, make_events
from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.arrange import arrange
from timeline_app.timeline.grouping import LaneGrouping, group
from timeline_app.timeline.scale import TimeScale
from timeline_app.timeline.scene import LaneScene, Level, Mark, Scene, Viewport

VIEWPORT = Viewport(1200, 400)


def crowded(seed: int, count: int = 800, days: int = 300) -> Scene:
    chosen = np.random.default_rng(seed).integers(0, days, count)
    events = make_events((chosen * SECONDS_PER_DAY).tolist(), [SECONDS_PER_DAY] * count)
    scale = TimeScale.fitted(100 * SECONDS_PER_DAY, 200 * SECONDS_PER_DAY, VIEWPORT.width)
    return arrange(group(events, LaneGrouping.NONE), scale, VIEWPORT, METRICS, FixedWords())


def flags(lane: LaneScene) -> list[Mark]:
    return [mark for mark in lane.marks if mark.pole is not None]


def test_stacks_fly_words_where_the_canvas_is_empty() -> None:
    lane = crowded(1).in_sight[0]
    assert lane.level is Level.DOTS
    assert len(flags(lane)) >= 10


@given(st.integers(0, 2**32 - 1))
def test_no_words_cover_a_dot(seed: int) -> None:
    lane = crowded(seed).in_sight[0]
    dots = lane.dots
    assert dots is not None
    for mark in flags(lane):
        beside = (dots.lefts < mark.right) & (dots.lefts + dots.size > mark.left + METRICS.gap)
        assert not (beside & (dots.tops < mark.bottom) & (dots.tops + dots.size > mark.top)).any()


@given(st.integers(0, 2**32 - 1))
def test_no_pole_crosses_words(seed: int) -> None:
    marks = flags(crowded(seed).in_sight[0])
    for mark in marks:
        assert mark.pole is not None
        below = [other for other in marks if other.top >= mark.bottom and other.pole != mark.pole]
        assert not any(other.left < mark.pole < other.right for other in below)


def test_of_a_stack_the_first_in_rank_has_words() -> None:
    events = make_events([0] * 12 + [40 * SECONDS_PER_DAY] * 200, [SECONDS_PER_DAY] * 212)
    scale = TimeScale.fitted(-20 * SECONDS_PER_DAY, 80 * SECONDS_PER_DAY, VIEWPORT.width)
    lane = arrange(group(events, LaneGrouping.NONE), scale, VIEWPORT, METRICS, FixedWords()).in_sight[0]
    ranks = [mark.row % 3 for mark in flags(lane) if mark.row < 12]
    assert ranks
    assert set(ranks[:4]) == {0}


@settings(max_examples=30)
@given(st.lists(st.integers(-200, 200), min_size=1, max_size=8), st.integers(0, 2**32 - 1))
def test_words_keep_their_place_while_they_are_in_view_under_a_pan(moves: list[int], seed: int) -> None:
    scene = crowded(seed)
    for move in moves:
        scale = scene.scale.panned(move)
        after = arrange(scene.lanes, scale, VIEWPORT, METRICS, FixedWords(), previous=scene)
        if after.in_sight[0].level is not Level.DOTS:
            return
        then = {mark.row: mark for mark in flags(after.in_sight[0])}
        for mark in flags(scene.in_sight[0]):
            left = mark.left - move
            # A stack at an edge of the canvas moves to stay in view.
            if 3 * METRICS.most_dot < left < VIEWPORT.width - 3 * METRICS.most_dot:
                assert mark.row in then
                assert then[mark.row].top == mark.top
                assert abs(then[mark.row].left - left) <= 1
                assert abs(then[mark.row].right - mark.right + move) <= 1
        scene = after


@pytest.mark.parametrize("seed", range(8))
def test_words_find_another_place_when_periods_come_into_view_and_take_rows(seed: int) -> None:
    days = np.random.default_rng(seed).integers(0, 300, 1814).tolist()
    starts = [*days, *[253] * 8]
    lengths = [SECONDS_PER_DAY] * len(days) + [69 * SECONDS_PER_DAY] * 8
    events = make_events([day * SECONDS_PER_DAY for day in starts], lengths)
    lanes, size = group(events, LaneGrouping.NONE), Viewport(1200, 282)
    scale = TimeScale.fitted(100 * SECONDS_PER_DAY, 200 * SECONDS_PER_DAY, size.width)
    before = arrange(lanes, scale, size, METRICS, FixedWords())
    after = arrange(lanes, scale.panned(583), size, METRICS, FixedWords(), previous=before)
    assert after.in_sight
