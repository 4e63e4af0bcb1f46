"""Dates as chronicles, deeds and their editors write them."""

from __future__ import annotations

from timeline_app.domain.calendar import is_valid_date
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.absolute import date
from timeline_app.ingest.extraction.timexes.normalisers.common import Made, normaliser
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    DayPart,
    Impossible,
    Range,
    Shifted,
    TurnOfCentury,
    Years,
)

_LAST_MONTH_OF_OLD_STYLE = 3  # before Lady Day, 25 March, on which the year began


@normaliser
def old_style(year: int, month: int, next_year: int, day: int | None = None) -> Made:
    """A date before Lady Day by the year that was counted then and the one that is counted now: 11 February 1731/2."""
    is_next = next_year == (year + 1) % 10 ** len(str(next_year))
    return date(year + 1, month, day) if is_next and month <= _LAST_MONTH_OF_OLD_STYLE else None


@normaliser
def years_by_figure(year: int, last_year: int) -> Made:
    """Years of which the second is told by its last figure: 1921-4."""
    last = year - year % 10 + last_year
    return Range(CalendarDate(year), CalendarDate(last)) if last > year else None


@normaliser
def years_of_era(year: int, last_year: int, **_: str) -> Made:
    """Years of our era, both in full: 360-366 AD."""
    return Range(CalendarDate(year), CalendarDate(last_year)) if 0 < year < last_year else None


@normaliser
def year_in_full(year: int | None = None, year2: int | None = None) -> Made:
    """A year in figures or in words."""
    return date(year2 if year is None else year)


@normaliser
def date_in_full(month: int, day: int, year: int | None = None, year2: int | None = None) -> Made:
    """The twelfth day of August, one thousand nine hundred and forty-nine."""
    return date(year2 if year is None else year, month, day)


@normaliser
def decade_of_era(first: int, **_: str) -> Made:
    """The 240s AD; the 200s are a century."""
    if first % 10 or not first:
        return None
    return Years(Granularity.DECADE if first % 100 else Granularity.CENTURY, first)


@normaliser
def turn_of_century(century: int) -> Made:
    """The turn of the twentieth century: the years about 1900."""
    return TurnOfCentury((century - 1) * 100) if 1 < century <= 30 else None


@normaliser
def turn_of_the_century() -> Made:
    """The turn of the century: which one, the text says elsewhere."""
    return TurnOfCentury()


@normaliser
def year_about(year: int) -> Made:
    """A year with c before it and no blank between: c1500."""
    return date(year)


@normaliser
def night_of(month: int, last_day: int, year: int | None = None, day: int | None = None) -> Made:
    """The night to a day, which begins on the evening before: "in der Nacht zum 10. Mai 1941"."""
    known = 2000 if year is None else year
    if not is_valid_date(known, month, last_day) or (day is not None and not is_valid_date(known, month, day)):
        return Impossible()
    if day is not None:
        return DayPart("NI", CalendarDate(year, month, day))
    return DayPart("NI", Shifted(Granularity.DAY, -1, CalendarDate(year, month, last_day)))
