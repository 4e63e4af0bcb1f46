"""What kind of date a reading is: a day, a week, a month, a year, or a part of one."""

from __future__ import annotations

from typing import TypeGuard

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    Definite,
    FiscalYear,
    HolidayOf,
    PartOfYear,
    Reading,
    Shifted,
    WeekdayOf,
    Within,
    YearAgo,
)


def names_day(reading: Reading) -> TypeGuard[CalendarDate]:
    """Tell whether it is a calendar date with its day."""
    return isinstance(reading, CalendarDate) and reading.day is not None


def is_day(reading: Reading) -> bool:
    """Tell whether it is one day."""
    return (
        names_day(reading)
        or isinstance(reading, HolidayOf)
        or (isinstance(reading, WeekdayOf) and not reading.short)
        or (isinstance(reading, Shifted) and reading.granularity is Granularity.DAY)
        or (isinstance(reading, Within) and (names_day(reading.part) or isinstance(reading.part, WeekdayOf)))
    )


def is_week(reading: Reading) -> bool:
    """Tell whether it is a week."""
    return isinstance(reading, Shifted) and reading.granularity is Granularity.WEEK


def is_month(reading: Reading) -> bool:
    """Tell whether it is a month."""
    return (isinstance(reading, CalendarDate) and reading.month is not None and reading.day is None) or (
        isinstance(reading, Shifted) and reading.granularity is Granularity.MONTH
    )


def lacks_year(reading: Reading) -> TypeGuard[CalendarDate | PartOfYear | HolidayOf]:
    """Tell whether it is a part of a year that is not said."""
    if isinstance(reading, CalendarDate):
        return reading.year is None and reading.month is not None and reading.relation is None
    return isinstance(reading, PartOfYear | HolidayOf) and reading.year is None and reading.relation is None


def is_year(reading: Reading) -> bool:
    """Tell whether it is a year."""
    if isinstance(reading, CalendarDate):
        return reading.year is not None and reading.month is None
    is_related = isinstance(reading, Shifted | Definite) and reading.granularity is Granularity.YEAR
    return is_related or isinstance(reading, FiscalYear | YearAgo)
