from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.timeline.sky import Sky

POLE = 2
"""Pixels on either side of a pole that the sky keeps clear."""


def sky(lefts: list[int], heights: list[int], rows: int = 4) -> Sky:
    return Sky(rows, 20, np.array(lefts), np.array(heights), words_aside=-3.0, pole_aside=5.0)


def test_words_reach_as_far_as_the_next_stack_that_is_as_high() -> None:
    above = sky([0, 100, 300], [10, 50, 10])
    assert above.room(0, 0) == 103
    assert above.room(0, 2) == 103
    assert above.room(0, 3) == float("inf")


def test_a_pole_stops_at_words_that_lie_over_it() -> None:
    above = sky([0, 100], [10, 10])
    above.take(0, 1, 1, 150)
    assert not above.reaches(1, 0, 2)
    assert not above.has_room(1, 1, 10)
    assert above.has_room(1, 2, 10)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 90)), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 3), st.integers(5, 300)), max_size=30),
)
def test_it_knows_of_each_stack_what_the_rows_themselves_would_tell(
    stacks: list[tuple[int, int]], words: list[tuple[int, int, int]]
) -> None:
    lefts = np.cumsum([max(gap, 1) for gap, _ in stacks]).tolist()
    heights = [height for _, height in stacks]
    above = sky(lefts, heights)
    taken: list[tuple[int, float, float]] = []
    for number, row, width in words:
        stack = number % len(lefts)
        if above.room(stack, row) >= width and above.reaches(stack, 0, row):
            start, pole = lefts[stack] - 3.0, lefts[stack] + 5.0
            above.take(stack, 0, row, width)
            taken.append((row, start, start + width))
            taken += [(below, pole - POLE, pole + POLE) for below in range(row)]
    for stack, left in enumerate(lefts):
        start, pole, right = left - 3.0, left + 5.0, range(stack + 1, len(lefts))
        for row in range(4):
            here = [(a, b) for where, a, b in taken if where == row]
            ends = [float(lefts[other]) for other in right if heights[other] > row * 20] + [
                a for a, _ in here if a > start
            ]
            covered = any(a <= start < b for a, b in here)
            assert above.room(stack, row) == (0 if covered else min(ends, default=float("inf")) - start)
            crossed = any(where < row and a < pole + POLE and b > pole - POLE for where, a, b in taken)
            assert above.reaches(stack, 0, row) != crossed
