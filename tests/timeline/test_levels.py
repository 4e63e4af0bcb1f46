from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import event_indexes, make_events
from timeline_app.domain.calendar import SECONDS_PER_DAY, instant
from timeline_app.domain.event_index import EventIndex
from timeline_app.timeline.levels import BINS, Density, bin_length, bin_number, bin_start


def all_counts(density: Density, events: EventIndex, length: int) -> np.ndarray:
    first = bin_number(int(events.starts[0]) - density.base, length)
    last = bin_number(int(events.ends.max()) + density.base, length)
    return density.counts(first, last - first + 1, length)


@given(event_indexes(), st.sampled_from(BINS[9:]))
def test_the_counts_of_all_bins_sum_to_the_events(events: EventIndex, length: int) -> None:
    density = Density.of(events.starts, events.ends)
    if (events.ends.max() - events.starts[0]) / length > 100_000:
        return
    counts = all_counts(density, events, length)
    assert counts.sum() == pytest.approx(len(events))
    assert counts.min() >= -1e-6


@given(event_indexes(), st.integers(0, 20))
def test_a_bin_counts_what_its_halves_count(events: EventIndex, power: int) -> None:
    density = Density.of(events.starts, events.ends)
    length = density.base * 2**power
    first = bin_number(int(events.starts[0]), length)
    assert density.counts(first, 1, length)[0] == pytest.approx(density.counts(2 * first, 2, length // 2).sum())


def test_a_month_is_spread_over_its_days_and_makes_no_spike_on_the_first() -> None:
    events = make_events([instant(2023, 4)], [30 * SECONDS_PER_DAY])
    density = Density.of(events.starts, events.ends)
    counts = all_counts(density, events, SECONDS_PER_DAY)
    assert np.allclose(counts[counts > 1e-9], 1 / 30)


def test_the_peak_is_the_highest_count() -> None:
    events = make_events([instant(2023, 4, 2)] * 5 + [instant(2023, 4, 9)], [SECONDS_PER_DAY] * 6)
    density = Density.of(events.starts, events.ends)
    assert density.peak(SECONDS_PER_DAY) == pytest.approx(5)
    assert density.peak(28 * SECONDS_PER_DAY) <= 6


@given(st.floats(0.1, 1e9))
def test_a_bin_is_at_least_as_long_as_asked_for(shortest: float) -> None:
    assert bin_length(shortest) >= shortest


@given(st.integers(-(10**11), 10**11), st.sampled_from(BINS))
def test_an_instant_lies_in_its_bin(moment: int, length: int) -> None:
    number = bin_number(moment, length)
    assert bin_start(number, length) <= moment < bin_start(number + 1, length)
