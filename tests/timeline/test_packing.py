from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.timeline.packing import Rows

BOXES = st.lists(st.tuples(st.integers(-500, 1000), st.integers(1, 300)), max_size=60)


@given(BOXES, st.integers(1, 5))
def test_boxes_in_a_row_never_overlap(boxes: list[tuple[int, int]], count: int) -> None:
    rows = Rows(count)
    taken: dict[int, list[tuple[float, float]]] = {}
    for left, width in boxes:
        row = rows.take_first(left, left + width)
        place = (row, float(left)) if row is not None else rows.take_within(left, left + 400, width)
        if place is not None:
            assert left <= place[1] <= left + 400 - width or place[1] == left
            taken.setdefault(place[0], []).append((place[1], place[1] + width))
    for stretches in taken.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(stretches)))


def test_a_box_stands_aside_of_what_is_there() -> None:
    rows = Rows(1)
    assert rows.take(0, 100, 200)
    assert not rows.take(0, 150, 250)
    assert rows.take_within(120, 400, 100) == (0, 200)
    assert rows.take_within(0, 290, 120) is None


def test_the_leftmost_gap_of_all_rows_is_taken() -> None:
    rows = Rows(2)
    rows.take(0, 0, 300)
    rows.take(1, 0, 100)
    assert rows.take_within(0, 1000, 50) == (1, 100)
