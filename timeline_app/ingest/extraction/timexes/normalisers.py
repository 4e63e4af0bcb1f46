"""What the rules make of the words that they matched: slots in, a reading out.

Each function is named in the rules' `make`; the slots and options of a rule are its arguments, by name. It returns None where the
words are no expression of time after all, and `Impossible` where they have the form of a date that does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.calendar import is_valid_date
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.numbers import VAGUE
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Clock,
    DayPart,
    Definite,
    FiscalYear,
    HolidayOf,
    Impossible,
    Length,
    PartOfYear,
    Range,
    Reading,
    Recurring,
    Relation,
    Shifted,
    Vague,
    WeekdayOf,
    Weekend,
    YearAgo,
    Years,
)
from timeline_app.ingest.extraction.timexes.values import SEASONS, duration_value

if TYPE_CHECKING:
    from collections.abc import Callable

Made = Reading | Impossible | None
Number = float | str

# What shifting by a unit means: how many of which granularity.
_UNITS: dict[str, tuple[int, Granularity]] = {
    "second": (1, Granularity.SECOND),
    "minute": (1, Granularity.MINUTE),
    "hour": (1, Granularity.HOUR),
    "day": (1, Granularity.DAY),
    "night": (1, Granularity.DAY),
    "week": (1, Granularity.WEEK),
    "weekend": (1, Granularity.WEEK),
    "fortnight": (2, Granularity.WEEK),
    "month": (1, Granularity.MONTH),
    "quarter": (1, Granularity.QUARTER),
    "year": (1, Granularity.YEAR),
    "decade": (1, Granularity.DECADE),
    "century": (1, Granularity.CENTURY),
    "millennium": (10, Granularity.CENTURY),
}


def _relation(relation: str | None, other: str | None = None) -> Relation | None:
    stated = relation or other
    return Relation(stated) if stated else None


def date(
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    relation: str | None = None,
    **_: Any,
) -> Made:
    """A calendar date, any part of which may be missing."""
    if month is not None and day is not None and not is_valid_date(2000 if year is None else year, month, day):
        return Impossible()
    return CalendarDate(year, month, day, relation=_relation(relation))


def numeric_date(first: int, second: int, year: int) -> Made:
    """Day and month in figures, in either order: the document decides, and where only one order exists it is that."""
    month_first, day_first = is_valid_date(year, first, second), is_valid_date(year, second, first)
    if month_first and day_first and first != second:
        return CalendarDate(year, first, second, swappable=True)
    if month_first:
        return CalendarDate(year, first, second, day_first=False if first != second else None)
    return CalendarDate(year, second, first, day_first=True) if day_first else Impossible()


def numeric_month(year: int, month: int) -> Made:
    """2023-02; but "2007-08" in prose is two years."""
    return CalendarDate(year, month) if month <= year % 100 else None


def month_alone(month: int) -> Made:
    """A month without day or year."""
    return CalendarDate(month=month)


def day_of_month(day: int) -> Made:
    """A day without its month: "the 14th"."""
    return CalendarDate(day=day) if 1 <= day <= 31 else None


def year_alone(year: int) -> Made:
    """Four figures that may be a year."""
    return CalendarDate(year)


def year_before(year: int, month: int | None = None, season: str | None = None, **_: Any) -> Made:
    """A year before our era; 1 BC is the astronomical year 0."""
    if year == 0:
        return None
    if season:
        return PartOfYear(Granularity.SEASON, SEASONS.index(season), 1 - year)
    return CalendarDate(1 - year, month)


def decade(first: int) -> Made:
    """Ten years by their first."""
    return Years(Granularity.CENTURY if first % 100 == 0 and first < 1900 else Granularity.DECADE, first)


def decade_short(first: int) -> Made:
    """The nineties: of the twentieth century, but the tens and twenties of ours."""
    return Years(Granularity.DECADE, first + (1900 if first >= 20 else 2000))


def decade_before(first: int, **_: Any) -> Made:
    """The 480s BC: from 489 to 480 BC."""
    return Years(Granularity.DECADE, -(first + 8)) if first % 10 == 0 and first else None


def century(number: int) -> Made:
    """The nineteenth century, counted by its hundreds: 1800 to 1899."""
    return Years(Granularity.CENTURY, (number - 1) * 100) if 0 < number <= 30 else None


def century_before(number: int, **_: Any) -> Made:
    """The fifth century BC: from 500 to 401 BC."""
    return Years(Granularity.CENTURY, 1 - number * 100) if 0 < number <= 100 else None


def day_range(month: int, day: int, last_day: int, year: int | None = None) -> Made:
    """Days of one month, from one to another."""
    known = 2000 if year is None else year
    if not (is_valid_date(known, month, day) and is_valid_date(known, month, last_day)):
        return Impossible()
    if last_day <= day:
        return None
    return Range(CalendarDate(year, month, day), CalendarDate(year, month, last_day))


def month_range(month: int, last_month: int, year: int) -> Made:
    """Months of one year; a winter's begin in the year before."""
    return Range(CalendarDate(year - (last_month < month), month), CalendarDate(year, last_month))


def year_range(year: int, last_year: int) -> Made:
    """Years of which the second is told by its last two figures."""
    last = year - year % 100 + last_year % 100
    return Range(CalendarDate(year), CalendarDate(last)) if last > year else None


def year_range_before(year: int, last_year: int, **_: Any) -> Made:
    """Years before our era, which count down."""
    return Range(CalendarDate(1 - year), CalendarDate(1 - last_year)) if year > last_year > 0 else None


def season_range(season: str, last_season: str, year: int) -> Made:
    """Seasons of one year."""
    first, last = SEASONS.index(season), SEASONS.index(last_season)
    return Range(
        PartOfYear(Granularity.SEASON, first, year - (last < first)), PartOfYear(Granularity.SEASON, last, year)
    )


def fiscal_year(year: int) -> Made:
    """A financial year."""
    return FiscalYear(year)


def shifted(unit: str, count: int, **_: Any) -> Made:
    """So many units from the publication."""
    size, granularity = _UNITS[unit]
    return Shifted(granularity, size * count)


def unit_related(relation: str, unit: str) -> Made:
    """Last week, this month, next year."""
    _, granularity = _UNITS[unit]
    if unit == "day":
        return None  # "to this day", "last day"
    return Shifted(granularity, {"last": -1, "this": 0, "next": 1}[relation])


def unit_anaphoric(relation: str, unit: str) -> Made:
    """The same day, the following month."""
    _, granularity = _UNITS[unit]
    return Shifted(granularity, {"previous": -1, "same": 0, "following": 1}[relation], Base.REFERENCE)


def unit_definite(unit: str, **_: Any) -> Made:
    """The year, the quarter."""
    return Definite(_UNITS[unit][1])


def _shift(count: Number, unit: str, sign: int, base: Base) -> Made:
    size, granularity = _UNITS[unit]
    if isinstance(count, str):
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    total = count * size
    if total != int(total):
        if granularity is not Granularity.YEAR or total * 12 != int(total * 12):
            return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
        total, granularity = total * 12, Granularity.MONTH
    return Shifted(granularity, sign * int(total), base) if total <= 100_000 else None


def ago(count: Number, unit: str) -> Made:
    """Two weeks ago."""
    return _shift(count, unit, -1, Base.PUBLISHED)


def year_ago() -> Made:
    """A year ago: in a text that is about a quarter, the same quarter of the year before."""
    return YearAgo()


def ahead(count: Number, unit: str) -> Made:
    """Two weeks from now."""
    return _shift(count, unit, 1, Base.PUBLISHED)


def shifted_from_reference(count: Number, unit: str, sign: int) -> Made:
    """Two years earlier, a day later: counted from the last date told."""
    return _shift(count, unit, sign, Base.REFERENCE)


def vague_reference(value: str, **_: Any) -> Made:
    """Now, recently, soon."""
    return Vague(value)


def vague_noun(value: str) -> Made:
    """The past, the future."""
    return Vague(value)


def weekday(weekday: int, relation: str | None = None) -> Made:
    """A day of the week with where it lies: last Friday."""
    return WeekdayOf(weekday, _relation(relation))


def weekday_alone(weekday: int) -> Made:
    """A day of the week by itself."""
    return WeekdayOf(weekday)


def weekday_short(weekday: int) -> Made:
    """Tue., as it stands before a date."""
    return WeekdayOf(weekday, short=True)


def weekend(relation: str | None = None) -> Made:
    """A weekend."""
    return Weekend(_relation(relation))


def season(season: str, year: int | None = None, relation: str | None = None, relation2: str | None = None) -> Made:
    """A season, of a year or near the publication."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season), year, _relation(relation, relation2))


def season_alone(season: str) -> Made:
    """A season by itself."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season))


def quarter(number: int, year: int | None = None) -> Made:
    """A quarter of a year."""
    return PartOfYear(Granularity.QUARTER, number - 1, year)


def half(number: int, year: int | None = None) -> Made:
    """Half a year."""
    return PartOfYear(Granularity.HALF, number - 1, year, None if year else Relation.THIS)


def holiday(
    holiday: str,
    year: int | None = None,
    relation: str | None = None,
    relation2: str | None = None,
) -> Made:
    """A well-known day."""
    return HolidayOf(holiday, year, _relation(relation, relation2))


def clock(
    hour: int,
    minute: int | None = None,
    second: int | None = None,
    meridiem: int | None = None,
    zone: str | None = None,
) -> Made:
    """A time of day by the clock."""
    if meridiem is not None:
        hour = hour % 12 + meridiem
    if hour == 24:
        if minute:
            return None
        hour = 0
    return Clock(hour, minute, second, zone or "")


def clock_military(hour_minute: int) -> Made:
    """0400 hours."""
    return Clock(hour_minute // 100, hour_minute % 100)


def day_part(part: str, count: int, **_: Any) -> Made:
    """This morning, last night, tomorrow evening."""
    return DayPart(part, Shifted(Granularity.DAY, count))


def part_alone(part: str) -> Made:
    """The evening."""
    return DayPart(part)


def part_anaphoric(part: str, relation: str) -> Made:
    """The next morning, that evening."""
    return DayPart(
        part, Shifted(Granularity.DAY, {"previous": -1, "same": 0, "following": 1}[relation], Base.REFERENCE)
    )


def duration(count: Number, unit: str, extra: float = 0.0, **_: Any) -> Made:
    """A length of time."""
    if (unit == "second" and count == 1) or (unit == "quarter" and count in (1, 3)):
        return None  # "a second chance", "three-quarters of them"
    total = count if isinstance(count, str) else count + extra
    size, granularity = _UNITS[unit]
    return Length(duration_value(total, unit), None if isinstance(total, str) else total * size, granularity)


def duration_vague(unit: str) -> Made:
    """Weeks, months: a length without a number."""
    return Length(duration_value(VAGUE, unit))


def recurrence(unit: str, count: Number = 1, **_: Any) -> Made:
    """Every day, every two weeks."""
    return Recurring(duration_value(count, unit))


def frequency(value: str) -> Made:
    """Daily, annually."""
    return Recurring(value)


def times_per(unit: str, **_: Any) -> Made:
    """Twice a week."""
    return Recurring(duration_value(1, unit))


def weekly(weekday: int, **_: Any) -> Made:
    """Every Tuesday."""
    return Recurring(f"XXXX-WXX-{weekday + 1}")


def yearly(month: int | None = None, season: str | None = None, **_: Any) -> Made:
    """Every July, each summer."""
    return Recurring(f"XXXX-{month:02d}" if month else f"XXXX-{season}")


NORMALISERS: dict[str, Callable[..., Made]] = {
    function.__name__: function
    for function in (
        date, numeric_date, numeric_month, month_alone, day_of_month, year_alone, year_before, decade, decade_short, decade_before, century,
        century_before, day_range, month_range, year_range, year_range_before, season_range, fiscal_year, shifted, unit_related, unit_anaphoric, unit_definite, ago, year_ago, ahead, shifted_from_reference,
        vague_reference, vague_noun, weekday, weekday_alone, weekday_short, weekend, season, season_alone, quarter, half, holiday, clock, clock_military,
        day_part, part_alone, part_anaphoric, duration, duration_vague, recurrence, frequency, times_per, weekly, yearly,
    )
}  # fmt: skip
