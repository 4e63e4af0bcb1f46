"""Periods: half-open, as precise as stated, open where the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.calendar import days_from_civil, instant
from timeline_app.domain.period import Granularity, Period, shift

FEBRUARY = Period.of_date(2023, 2)
TUESDAY = Period.of_date(2023, 2, 14)

moments = st.integers(-(10**11), 10**11)


def test_a_month_is_its_days_and_stays_a_month() -> None:
    assert (FEBRUARY.start, FEBRUARY.end) == (instant(2023, 2), instant(2023, 3))
    assert FEBRUARY.granularity is Granularity.MONTH
    assert FEBRUARY.first_day == days_from_civil(2023, 2, 1)
    assert FEBRUARY.last_day == days_from_civil(2023, 2, 28)


def test_a_period_needs_a_side_and_ends_after_it_starts() -> None:
    with pytest.raises(ValueError):
        Period(None, None, Granularity.DAY)
    with pytest.raises(ValueError):
        Period(5, 5, Granularity.SECOND)
    with pytest.raises(ValueError):
        Period.spanning(Period.of_date(2023), Period.of_date(2022))
    with pytest.raises(ValueError):
        Period.spanning(None, None)


def test_spanning_takes_the_coarser_granularity_and_keeps_about() -> None:
    period = Period.spanning(Period.of_date(1914).about(), Period.of_date(1918, 11, 11))
    assert (period.start, period.end) == (instant(1914), instant(1918, 11, 12))
    assert period.granularity is Granularity.YEAR
    assert period.approximate


def test_an_open_side_is_known_for_one_unit_only() -> None:
    since = Period(instant(2014), None, Granularity.YEAR)
    until = Period(None, instant(2023, 2, 20), Granularity.DAY)
    assert since.is_open
    assert since.known == (instant(2014), instant(2015))
    assert until.known == (instant(2023, 2, 19), instant(2023, 2, 20))
    assert not since.is_one_day


def test_overlap_is_of_moments_and_open_sides_go_on() -> None:
    assert FEBRUARY.overlaps(TUESDAY)
    assert not FEBRUARY.overlaps(Period.of_date(2023, 3))
    assert Period(instant(2014), None, Granularity.YEAR).overlaps(FEBRUARY)
    assert not Period(None, instant(2014), Granularity.YEAR).overlaps(FEBRUARY)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (TUESDAY, "Tue 2023-02-14"),
        (FEBRUARY, "2023-02"),
        (Period.of_date(-43), "-0043"),
        (Period.of_date(1850).about(), "about 1850"),
        (Period(instant(2014), None, Granularity.YEAR), "from 2014"),
        (Period(None, instant(2023, 2, 20), Granularity.DAY), "until Sun 2023-02-19"),
        (Period.spanning(TUESDAY, Period.of_date(2023, 2, 15)), "Tue 2023-02-14 to Wed 2023-02-15"),
        (Period.unit(instant(2023, 2, 14, 10, 30), Granularity.MINUTE), "Tue 2023-02-14 10:30"),
    ],
)
def test_a_period_is_written_for_a_reader(period: Period, text: str) -> None:
    assert str(period) == text


def test_one_day_is_one_day_however_it_was_told() -> None:
    assert TUESDAY.is_one_day
    assert Period.unit(instant(2023, 2, 14, 10), Granularity.HOUR).is_one_day
    assert not FEBRUARY.is_one_day


@given(moments, st.sampled_from(Granularity))
def test_a_unit_starts_where_it_is_said_to_and_has_a_length(moment: int, granularity: Granularity) -> None:
    period = Period.unit(moment, granularity)
    assert period.start == moment
    assert period.end is not None
    assert period.end > moment


@given(moments, st.sampled_from([g for g in Granularity if g <= Granularity.WEEK]), st.integers(-1000, 1000))
def test_shifting_there_and_back_is_the_identity_for_fixed_lengths(
    moment: int, granularity: Granularity, count: int
) -> None:
    assert shift(shift(moment, granularity, count), granularity, -count) == moment


@pytest.mark.parametrize(("granularity", "label"), [(Granularity.PART_OF_DAY, "part of day"), (Granularity.DAY, "day")])
def test_granularities_have_words(granularity: Granularity, label: str) -> None:
    assert granularity.label == label


@given(
    st.integers(-800_000, 800_000),
    st.integers(1, 40),
    st.sampled_from(Granularity),
    st.integers(-2400, 2400),
)
def test_a_shifted_period_of_days_keeps_its_length(day: int, days: int, unit: Granularity, count: int) -> None:
    period = Period.of_day(day, days)
    moved = period.shifted(unit, count)
    assert moved.known[1] - moved.known[0] == period.known[1] - period.known[0]


def test_a_shifted_month_stays_a_month() -> None:
    assert Period.of_date(2012, 3).shifted(Granularity.MONTH, -1) == Period.of_date(2012, 2)
    assert Period.of_date(2012, 3, 31).shifted(Granularity.MONTH, -1) == Period.of_date(2012, 2, 29)
    assert Period(None, 86400, Granularity.DAY).shifted(Granularity.DAY, 1) == Period(None, 2 * 86400, Granularity.DAY)
