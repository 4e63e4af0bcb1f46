from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_index import COLUMN_TYPES, EventFlag, EventIndex, are_among
from timeline_app.domain.extraction import EventKind
from timeline_app.domain.facets import Facet
from timeline_app.domain.period import Granularity, Period

DAY = 86400


def index_of(count: int, **columns: object) -> EventIndex:
    given: dict[str, np.ndarray] = {name: np.zeros(count, dtype) for name, dtype in COLUMN_TYPES.items()}
    given["ids"] = np.arange(1, count + 1, dtype=np.int64)
    given["starts"] = np.arange(count, dtype=np.int64) * DAY
    given["ends"] = given["starts"] + DAY
    given["granularities"] = np.full(count, Granularity.DAY, np.uint8)
    for name, values in columns.items():
        given[name] = np.asarray(values, COLUMN_TYPES[name])
    return EventIndex(**given, outlet_names=("Herald", "Wire"))


def test_columns_cannot_be_changed() -> None:
    index = index_of(3)
    with pytest.raises(ValueError, match="read-only"):
        index.starts[0] = 5


def test_an_event_is_found_by_its_id_wherever_it_stands() -> None:
    index = index_of(4, ids=[40, 10, 30, 20])
    assert [index.row_of(i) for i in (10, 20, 30, 40, 50)] == [1, 3, 2, 0, -1]
    assert index.rows_of(np.array([20, 40, 99])).tolist() == [0, 3]
    assert index.places_of(np.array([10, 99, 40, 5, 20])).tolist() == [1, -1, 0, -1, 3]
    assert index_of(0).places_of(np.array([10])).tolist() == [-1]


def test_a_period_comes_back_with_its_open_sides_and_its_doubt() -> None:
    index = index_of(3, flags=[EventFlag.OPEN_END, EventFlag.OPEN_START, EventFlag.APPROXIMATE])
    assert index.period(0) == Period(0, None, Granularity.DAY)
    assert index.period(1) == Period(None, 2 * DAY, Granularity.DAY)
    assert index.period(2) == Period(2 * DAY, 3 * DAY, Granularity.DAY, approximate=True)


def test_forty_bytes_an_event() -> None:
    assert sum(np.dtype(kind).itemsize for kind in COLUMN_TYPES.values()) == 40


def test_an_empty_filter_lets_all_through_but_what_is_hidden() -> None:
    index = index_of(3, flags=[0, EventFlag.HIDDEN, 0])
    assert EventFilter().is_empty
    assert EventFilter(show_hidden=True).is_empty
    assert EventFilter().mask(index).tolist() == [True, False, True]
    assert EventFilter(show_hidden=True).mask(index).tolist() == [True, True, True]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EventFilter.of(Facet.OUTLET, "Wire"), [False, True, True, False]),
        (EventFilter.of(Facet.KIND, EventKind.PLANNED), [False, False, True, True]),
        (EventFilter(after=2 * DAY), [False, False, True, True]),
        (EventFilter(before=DAY), [True, False, False, False]),
        (EventFilter(after=DAY, before=3 * DAY), [False, True, True, False]),
        (replace(EventFilter.of(Facet.OUTLET, "Wire"), after=2 * DAY), [False, False, True, False]),
    ],
)
def test_conditions_all_have_to_hold(wanted: EventFilter, expected: list[bool]) -> None:
    index = index_of(4, outlets=[0, 1, 1, 0], kinds=[0, 1, 2, 2])
    assert wanted.mask(index).tolist() == expected


def test_what_only_the_library_knows_comes_in_as_ids() -> None:
    assert EventFilter(query="x").mask(index_of(3, articles=[7, 2, 7]), np.array([2, 9])).tolist() == [
        False,
        True,
        False,
    ]


@given(st.sets(st.integers(0, 30)), st.lists(st.integers(0, 30)))
def test_values_among_ascending_others_are_told(some: set[int], values: list[int]) -> None:
    told = are_among(np.array(values, np.int64), np.array(sorted(some), np.int64))
    assert told.tolist() == [value in some for value in values]
