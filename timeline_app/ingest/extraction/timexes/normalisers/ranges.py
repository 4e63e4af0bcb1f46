"""Ranges of which one side is told in part only: "Feb. 24-26", "1915-17"."""

from __future__ import annotations

from typing import Any

from timeline_app.domain.calendar import is_valid_date
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.common import MONTHS_OFF, Made, normaliser
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    Impossible,
    PartOfYear,
    Range,
    Shifted,
    Within,
)
from timeline_app.ingest.extraction.timexes.values import SEASONS


@normaliser
def day_range(month: int, day: int, last_day: int, year: int | None = None) -> Made:
    """Days of one month, from one to another."""
    known = 2000 if year is None else year
    if not (is_valid_date(known, month, day) and is_valid_date(known, month, last_day)):
        return Impossible()
    if last_day <= day:
        return None
    return Range(CalendarDate(year, month, day), CalendarDate(year, month, last_day))


@normaliser
def day_list(month: int, day: int, second: int, last_day: int, year: int | None = None) -> Made:
    """Three days of one month."""
    return day_range(month, day, last_day, year) if day < second < last_day else None


@normaliser
def day_range_related(day: int, last_day: int, relation: str) -> Made:
    """Days of this, the next or the last month, from one to another."""
    month = Shifted(Granularity.MONTH, MONTHS_OFF[relation])
    if last_day <= day:
        return None
    return Range(Within(CalendarDate(day=day), month), Within(CalendarDate(day=last_day), month))


@normaliser
def month_range(month: int, last_month: int, year: int) -> Made:
    """Months of one year; a winter's begin in the year before."""
    return Range(CalendarDate(year - (last_month < month), month), CalendarDate(year, last_month))


@normaliser
def year_range(year: int, last_year: int) -> Made:
    """Years of which the second is told by its last two figures."""
    last = year - year % 100 + last_year % 100
    return Range(CalendarDate(year), CalendarDate(last)) if last > year else None


@normaliser
def year_range_before(year: int, last_year: int, **_: Any) -> Made:
    """Years before our era, which count down."""
    return Range(CalendarDate(1 - year), CalendarDate(1 - last_year)) if year > last_year > 0 else None


@normaliser
def years_in_a_row(year: int, last_year: int) -> Made:
    """A season or financial year that is told by its two years: 2015/2016."""
    return year_range(year, last_year) if (last_year - year) % 100 == 1 else None


@normaliser
def season_range(season: str, last_season: str, year: int) -> Made:
    """Seasons of one year."""
    first, last = SEASONS.index(season), SEASONS.index(last_season)
    return Range(
        PartOfYear(Granularity.SEASON, first, year - (last < first)), PartOfYear(Granularity.SEASON, last, year)
    )
