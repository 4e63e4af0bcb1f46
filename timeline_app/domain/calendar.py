"""The proleptic Gregorian calendar in whole numbers: any year, BCE included, with no `datetime`.

An `Instant` counts seconds from 1970-01-01T00:00:00. Instants are civil time where the thing happened, written as if that were
UTC: "14 February" is the same day for every reader, wherever the reader's own clock stands. Years are astronomical: year 0 is
1 BCE, year -1 is 2 BCE. The day arithmetic is Howard Hinnant's `days_from_civil` and its inverse.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeAlias

Instant: TypeAlias = int
"""Seconds since 1970-01-01T00:00:00, negative before."""

Day: TypeAlias = int
"""Days since 1970-01-01, negative before."""

SECONDS_PER_MINUTE = 60
SECONDS_PER_HOUR = 3600
SECONDS_PER_DAY = 86400

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class CivilDate(NamedTuple):
    """A calendar date: astronomical year, month 1 to 12, day 1 to 31."""

    year: int
    month: int
    day: int


class CivilTime(NamedTuple):
    """An instant read off calendar and clock."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int


def is_leap(year: int) -> bool:
    """Tell whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def is_valid_date(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this date: 30 February is not repaired, it is refused."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def days_from_civil(year: int, month: int, day: int) -> Day:
    """Return the day number of a date; the date must exist."""
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


# What is asked of a text or a picture is of few days, again and again: to remember them is forty times as fast.
@lru_cache(maxsize=1024)
def civil_from_days(day: Day) -> CivilDate:
    """Return the date of a day number."""
    day += 719468
    era = day // 146097
    day_of_era = day - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    year = year_of_era + era * 400
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return CivilDate(year + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1)


def instant(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> Instant:
    """Return the instant of a date and clock time; the date must exist."""
    return days_from_civil(year, month, day) * SECONDS_PER_DAY + hour * SECONDS_PER_HOUR + minute * 60 + second


@lru_cache(maxsize=1024)
def civil(moment: Instant) -> CivilTime:
    """Read an instant off calendar and clock."""
    day, second = divmod(moment, SECONDS_PER_DAY)
    hour, second = divmod(second, SECONDS_PER_HOUR)
    minute, second = divmod(second, SECONDS_PER_MINUTE)
    return CivilTime(*civil_from_days(day), hour, minute, second)


def day_of(moment: Instant) -> Day:
    """Return the day number that an instant falls on."""
    return moment // SECONDS_PER_DAY


def weekday(day: Day) -> int:
    """Return the weekday of a day number, Monday 0 to Sunday 6."""
    return (day + 3) % 7


def add_months(date: CivilDate, months: int) -> CivilDate:
    """Move by whole months; the day is cut to the length of the month reached."""
    year, month0 = divmod(date.year * 12 + date.month - 1 + months, 12)
    month = month0 + 1
    return CivilDate(year, month, min(date.day, days_in_month(year, month)))


def iso_week(day: Day) -> tuple[int, int]:
    """Return the ISO 8601 week year and week number of a day number."""
    thursday = day - weekday(day) + 3
    year = civil_from_days(thursday).year
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def monday_of_iso_week(year: int, week: int) -> Day:
    """Return the day number of the Monday of an ISO 8601 week."""
    fourth = days_from_civil(year, 1, 4)
    return fourth - weekday(fourth) + (week - 1) * 7
