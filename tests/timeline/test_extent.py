from __future__ import annotations

import pytest
from hypothesis import given

from tests.timeline.conftest import event_indexes, make_events
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.extent import extent_of, home_of

DAY = 86400


@given(event_indexes())
def test_home_lies_within_the_extent_and_holds_most_events(events: EventIndex) -> None:
    extent, home = extent_of(events), home_of(events)
    assert extent is not None
    assert home is not None
    assert extent[0] <= home[0] < home[1] <= extent[1]
    inside = (events.starts < home[1]) & (events.ends > home[0])
    assert inside.mean() >= 0.75


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
