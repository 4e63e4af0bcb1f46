from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.event_groups import EventGroups

pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 12)), max_size=60)


def groups_of(found: list[tuple[int, int]]) -> EventGroups:
    groups, events = np.array(found, np.int64).reshape(-1, 2).T
    return EventGroups.of_pairs(groups, events, np.arange(100, 106), list("abcdef"), [""] * 6)


@given(pairs)
def test_each_group_holds_its_events_once_and_in_order(found: list[tuple[int, int]]) -> None:
    groups = groups_of(found)
    assert len(groups) == 6
    for position in range(6):
        assert groups.of(position).tolist() == sorted({event for group, event in found if group == position})


@given(pairs, st.sets(st.integers(1, 20)))
def test_counts_are_those_of_counting_one_by_one(found: list[tuple[int, int]], passing: set[int]) -> None:
    counts = groups_of(found).counts(np.array(sorted(passing), np.int64))
    assert counts.tolist() == [len({e for g, e in found if g == position} & passing) for position in range(6)]


@given(pairs, st.sets(st.integers(0, 5)))
def test_a_union_holds_what_any_of_the_groups_holds(found: list[tuple[int, int]], wanted: set[int]) -> None:
    assert groups_of(found).union(sorted(wanted)).tolist() == sorted({e for g, e in found if g in wanted})


def test_a_group_is_found_by_its_key() -> None:
    groups = groups_of([(0, 1)])
    assert groups.position(103) == 3
    assert groups.position(7) == -1


def test_no_groups_have_no_counts() -> None:
    assert EventGroups.empty().counts(np.array([1, 2])).tolist() == []
