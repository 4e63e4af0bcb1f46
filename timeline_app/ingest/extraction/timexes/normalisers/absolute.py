"""Dates that say everything or nearly."""

from __future__ import annotations

from typing import Any

from timeline_app.domain.calendar import civil_from_days, is_valid_date, monday_of_iso_week
from timeline_app.domain.calendar import iso_week as iso_week_of
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.common import MONTHS_OFF, Made, normaliser, relation_of
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    Clock,
    FiscalYear,
    Impossible,
    PartOfYear,
    Shifted,
    Within,
    Years,
)
from timeline_app.ingest.extraction.timexes.values import SEASONS
from timeline_app.ingest.extraction.timexes.zones import zone_of_letter

_MAY = 5
_COMMON_YEAR = 2001


@normaliser
def date(
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    relation: str | None = None,
    **_: Any,
) -> Made:
    """A calendar date, any part of which may be missing."""
    if year == 0:
        return None  # our era has no such year
    if month is not None and day is not None and not is_valid_date(2000 if year is None else year, month, day):
        return Impossible()
    return CalendarDate(year, month, day, relation=relation_of(relation))


@normaliser
def timestamp(
    year: int,
    month: int,
    day: int,
    hour: int,
    minute: int,
    second: int | None = None,
    zone: str | None = None,
    zone2: str | None = None,
) -> Made:
    """A date and clock time as machines write them."""
    if not is_valid_date(year, month, day) or hour > 23:
        return Impossible()
    return Clock(hour, minute, second, zone or zone2 or "", CalendarDate(year, month, day))


@normaliser
def date_time_group(stamp: str, month: int, year: int) -> Made:
    """A date and time as military messages write them: 231400Z FEB 22."""
    day, hour, minute = int(stamp[:2]), int(stamp[2:4]), int(stamp[4:6])
    if not is_valid_date(year, month, day):
        return Impossible()
    return Clock(hour, minute, None, zone_of_letter(stamp[-1]), CalendarDate(year, month, day))


@normaliser
def date_in_order(year: int, month: int, day: int) -> Made:
    """A date in figures with dots, the year first."""
    return date(year, month, day)


@normaliser
def dotted_date(day: int, month: int, year: int) -> Made:
    """A date in figures, the day first; after "version" it numbers something."""
    return date(year, month, day)


@normaliser
def last_day(month: int, year: int | None = None) -> Made:
    """The last day of a month."""
    known = _COMMON_YEAR if year is None else year
    return CalendarDate(year, month, next(day for day in (31, 30, 29, 28) if is_valid_date(known, month, day)))


@normaliser
def day_of_letters(day: int, relation: str) -> Made:
    """The 8th inst., ult. or prox.: of this month, the last or the next."""
    return Within(CalendarDate(day=day), Shifted(Granularity.MONTH, MONTHS_OFF[relation])) if day <= 31 else None


@normaliser
def numeric_date(first: int, second: int, year: int) -> Made:
    """Day and month in figures, in either order: the document decides, and where only one order exists it is that."""
    month_first, day_first = is_valid_date(year, first, second), is_valid_date(year, second, first)
    if month_first and day_first and first != second:
        return CalendarDate(year, first, second, swappable=True)
    if month_first:
        return CalendarDate(year, first, second, day_first=False if first != second else None)
    return CalendarDate(year, second, first, day_first=True) if day_first else Impossible()


@normaliser
def numeric_month(year: int, month: int) -> Made:
    """2023-02; but "2007-08" in prose is two years."""
    return CalendarDate(year, month) if month <= year % 100 else None


@normaliser
def month_alone(month: int) -> Made:
    """A month without day or year."""
    return CalendarDate(month=month)


@normaliser
def day_of_month(day: int) -> Made:
    """A day without its month: "the 14th"."""
    return CalendarDate(day=day) if 1 <= day <= 31 else None


@normaliser
def day_of_list(day: int) -> Made:
    """The first of several days, the last of which tells the month: nothing by itself."""
    return CalendarDate(day=day)


@normaliser
def weekday_the_day(weekday: int, day: int, **_: Any) -> Made:
    """Tuesday the twenty-first."""
    return CalendarDate(day=day, weekday=weekday) if 1 <= day <= 31 else None


@normaliser
def year_month(year: int, month: int) -> Made:
    """2016 November; "2016 May" is as likely a person."""
    return CalendarDate(year, month) if month != _MAY else None


@normaliser
def year_alone(year: int) -> Made:
    """Four figures that may be a year."""
    return CalendarDate(year)


@normaliser
def year_of_three(year: int) -> Made:
    """Three figures that may be a year."""
    return CalendarDate(year)


@normaliser
def year_short(year: int) -> Made:
    """'98."""
    return CalendarDate(year)


@normaliser
def year_before(
    year: int, month: int | None = None, day: int | None = None, season: str | None = None, **_: Any
) -> Made:
    """A year before our era, with its month and day if told; 1 BC is the astronomical year 0."""
    if year == 0:
        return None
    if season:
        return PartOfYear(Granularity.SEASON, SEASONS.index(season), 1 - year)
    return date(1 - year, month, day) if year > 1 else CalendarDate(0, month, day)


@normaliser
def iso_week(week: int, year: int) -> Made:
    """Week 7 of 2023, counted as ISO 8601 does."""
    if not 1 <= week <= 53:
        return None
    monday = monday_of_iso_week(year, week)
    if iso_week_of(monday) != (year, week):
        return Impossible()  # most years have 52
    return Shifted(Granularity.WEEK, 0, CalendarDate(*civil_from_days(monday)))


@normaliser
def iso_day(week: int, year: int, weekday: int) -> Made:
    """A day by the number of its week and its own."""
    monday = monday_of_iso_week(year, week)
    if iso_week_of(monday) != (year, week):
        return Impossible()
    return CalendarDate(*civil_from_days(monday + weekday - 1))


@normaliser
def decade(first: int) -> Made:
    """Ten years by their first."""
    return Years(Granularity.CENTURY if first % 100 == 0 and first < 1900 else Granularity.DECADE, first)


@normaliser
def decade_short(first: int) -> Made:
    """The nineties: of the twentieth century, but the tens and twenties of ours."""
    return Years(Granularity.DECADE, first + (1900 if first >= 20 else 2000))


@normaliser
def decade_before(first: int, **_: Any) -> Made:
    """The 480s BC: from 489 to 480 BC; the 1200s are a century."""
    if first % 100 == 0 and first:
        return Years(Granularity.CENTURY, -(first + 98))
    return Years(Granularity.DECADE, -(first + 8)) if first % 10 == 0 and first else None


@normaliser
def decade_of_century(number: int, century: int) -> Made:
    """The first decade of the twentieth century."""
    known = 1 <= number <= 10 and 0 < century <= 30
    return Years(Granularity.DECADE, (century - 1) * 100 + (number - 1) * 10) if known else None


@normaliser
def quarter_of_century(number: int, century: int) -> Made:
    """The second quarter of the twentieth century: 1925 to 1949."""
    known = 1 <= number <= 4 and 0 < century <= 30
    return Years(Granularity.YEAR, (century - 1) * 100 + (number - 1) * 25, 25) if known else None


@normaliser
def century(number: int, **_: Any) -> Made:
    """The nineteenth century, counted by its hundreds: 1800 to 1899."""
    return Years(Granularity.CENTURY, (number - 1) * 100) if 0 < number <= 30 else None


@normaliser
def century_before(number: int, **_: Any) -> Made:
    """The fifth century BC: from 500 to 401 BC."""
    return Years(Granularity.CENTURY, 1 - number * 100) if 0 < number <= 100 else None


@normaliser
def millennium(number: int) -> Made:
    """The second millennium: 1000 to 1999."""
    return Years(Granularity.CENTURY, (number - 1) * 1000, 10) if 0 < number <= 10 else None


@normaliser
def millennium_before(number: int, **_: Any) -> Made:
    """The third millennium BC: from 3000 to 2001 BC."""
    return Years(Granularity.CENTURY, 1 - number * 1000, 10) if 0 < number <= 10 else None


@normaliser
def fiscal_year(year: int) -> Made:
    """A financial year."""
    return FiscalYear(year)
