from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import event_indexes, make_events
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.extent import extent_of, home_of, surroundings

DAY = 86400


@given(event_indexes())
def test_home_lies_within_the_extent_and_holds_most_events(events: EventIndex) -> None:
    extent, home = extent_of(events), home_of(events)
    assert extent is not None
    assert home is not None
    assert extent[0] <= home[0] < home[1] <= extent[1]
    firm = events.ends - events.starts <= 31 * DAY
    inside = (events.starts < home[1]) & (events.ends > home[0])
    assert not firm.any() or inside[firm].mean() >= 0.8


def test_without_events_there_is_neither() -> None:
    assert extent_of(EventIndex.empty()) is None
    assert home_of(EventIndex.empty()) is None


@pytest.mark.parametrize("stray", [-900_000, 1_500_000])
def test_one_stray_date_is_not_home(stray: int) -> None:
    events = make_events([day * DAY for day in [*range(50), stray]], [DAY] * 51)
    assert home_of(events) == (0, 50 * DAY)


def test_evenly_spread_events_are_all_home() -> None:
    events = make_events([day * DAY for day in range(0, 5000, 10)], [DAY] * 500)
    assert home_of(events) == extent_of(events)


def test_an_affair_with_a_long_history_opens_on_the_affair() -> None:
    affair = [3000 + day for day in range(100)] * 8
    history = list(range(0, 3000, 20))
    events = make_events([day * DAY for day in [*affair, *history]], [DAY] * (len(affair) + len(history)))
    home = home_of(events)
    assert home is not None
    assert home[0] >= 2960 * DAY
    assert home[1] == 3100 * DAY


def test_periods_of_years_do_not_move_home_to_their_new_year() -> None:
    events = make_events(
        [0] * 20 + [day * DAY for day in range(200, 300)] + [-9000 * DAY], [365 * DAY] * 20 + [DAY] * 101
    )
    assert home_of(events) == (200 * DAY, 300 * DAY)


@given(event_indexes(), st.floats(-1e12, 1e12), st.floats(1, 1e12))
def test_surroundings_hold_home_and_what_is_in_view_of_the_events(
    events: EventIndex, start: float, length: float
) -> None:
    extent, home = extent_of(events), home_of(events)
    assert extent is not None
    assert home is not None
    low, high = surroundings(home, extent, start, start + length)
    assert extent[0] <= low <= home[0] < home[1] <= high <= extent[1]
    assert low <= max(start, extent[0]) or low == extent[0]
    assert high >= min(start + length, extent[1]) or high == extent[1]
