"""The calendar in whole numbers agrees with `datetime` where `datetime` reaches, and goes on where it ends."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    CivilDate,
    add_months,
    civil,
    civil_from_days,
    day_of,
    days_from_civil,
    days_in_month,
    instant,
    is_leap,
    is_valid_date,
    iso_week,
    monday_of_iso_week,
    weekday,
)

EPOCH = dt.date(1970, 1, 1)
days = st.integers(-5_000_000, 5_000_000)


@given(st.dates())
def test_days_weekdays_and_weeks_agree_with_datetime(date: dt.date) -> None:
    day = days_from_civil(date.year, date.month, date.day)
    assert day == (date - EPOCH).days
    assert weekday(day) == date.weekday()
    assert iso_week(day) == tuple(date.isocalendar())[:2]


@given(days)
def test_a_day_number_and_its_date_are_inverse(day: int) -> None:
    date = civil_from_days(day)
    assert is_valid_date(*date)
    assert days_from_civil(*date) == day


@given(st.integers(-(10**12), 10**12))
def test_an_instant_read_off_the_clock_gives_itself_back(moment: int) -> None:
    assert instant(*civil(moment)) == moment
    assert day_of(moment) * SECONDS_PER_DAY <= moment < (day_of(moment) + 1) * SECONDS_PER_DAY


@given(days)
def test_the_monday_of_a_week_is_a_monday_of_that_week(day: int) -> None:
    year, week = iso_week(day)
    monday = monday_of_iso_week(year, week)
    assert weekday(monday) == 0
    assert monday <= day < monday + 7


@pytest.mark.parametrize(
    ("year", "leap"), [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True), (-100, False)]
)
def test_leap_years_reach_before_our_era(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert days_in_month(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(
    "date", [(2023, 2, 30), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (1900, 2, 29), (2023, 1, 0)]
)
def test_a_date_that_the_calendar_does_not_have_is_refused(date: tuple[int, int, int]) -> None:
    assert not is_valid_date(*date)


def test_adding_months_cuts_the_day_to_the_month_reached() -> None:
    assert add_months(CivilDate(2023, 1, 31), 1) == (2023, 2, 28)
    assert add_months(CivilDate(2023, 1, 31), -2) == (2022, 11, 30)
    assert add_months(CivilDate(0, 1, 15), -1) == (-1, 12, 15)


@given(days, st.integers(-5000, 5000))
def test_adding_months_lands_in_the_month_that_many_away(day: int, months: int) -> None:
    date = civil_from_days(day)
    moved = add_months(date, months)
    assert (moved.year * 12 + moved.month) - (date.year * 12 + date.month) == months
    assert is_valid_date(*moved)
