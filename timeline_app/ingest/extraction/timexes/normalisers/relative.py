"""Dates told from another date."""

from __future__ import annotations

from typing import Any

from timeline_app.domain.calendar import is_valid_date
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.common import UNITS, Made, Number, normaliser, relation_of
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Definite,
    Impossible,
    Length,
    Moved,
    NthWeekday,
    PartOfYear,
    PeriodOf,
    Relation,
    Shifted,
    Vague,
    WeekdayOf,
    Weekend,
    Within,
    YearAgo,
)
from timeline_app.ingest.extraction.timexes.values import SEASONS, duration_value

_MOST_WEEKDAYS = 10
_WEDNESDAY, _SATURDAY = 2, 5


@normaliser
def shifted(unit: str, count: int, **_: Any) -> Made:
    """So many units from the publication."""
    size, granularity = UNITS[unit]
    return Shifted(granularity, size * count)


@normaliser
def unit_related(relation: str, unit: str, **_: Any) -> Made:
    """Last week, this month, next year."""
    if unit == "day":
        return None  # "to this day", "last day"
    return Shifted(UNITS[unit][1], {"last": -1, "this": 0, "next": 1}[relation])


@normaliser
def midweek() -> Made:
    """Midweek: the week of the Wednesday that is meant."""
    return Shifted(Granularity.WEEK, 0, WeekdayOf(_WEDNESDAY))


@normaliser
def unit_present(unit: str | None = None, season: str | None = None) -> Made:
    """The present century, the present winter."""
    if season is not None:
        return PartOfYear(Granularity.SEASON, SEASONS.index(season), relation=Relation.THIS)
    return None if unit is None else unit_related("this", unit)


@normaliser
def unit_anaphoric(relation: str, unit: str) -> Made:
    """The same day, the following month."""
    _, granularity = UNITS[unit]
    return Shifted(granularity, {"previous": -1, "same": 0, "following": 1}[relation], Base.REFERENCE)


@normaliser
def unit_definite(unit: str, **_: Any) -> Made:
    """The year, the quarter."""
    return Definite(UNITS[unit][1])


def _shift(count: Number, unit: str, sign: int, base: Base) -> Made:
    size, granularity = UNITS[unit]
    if granularity > Granularity.YEAR:  # "two decades ago" is twenty years ago
        size, granularity = size * (10 if granularity is Granularity.DECADE else 100), Granularity.YEAR
    if isinstance(count, str):
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    total = count * size
    if granularity is Granularity.HOUR and total != int(total) and total * 60 == int(total * 60):
        total, granularity = total * 60, Granularity.MINUTE
    if total != int(total):
        if granularity is not Granularity.YEAR or total * 12 != int(total * 12):
            return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
        total, granularity = total * 12, Granularity.MONTH
    return Shifted(granularity, sign * int(total), base) if total <= 100_000 else None


@normaliser
def unit_latest(unit: str, *, is_over: bool = False, **_: Any) -> Made:
    """The latest quarter, the full year; of a year or month the latest is the last that is over."""
    granularity = UNITS[unit][1]
    if is_over and granularity is not Granularity.QUARTER:
        return Shifted(granularity, -1)
    return Definite(granularity)


@normaliser
def period_of(year: int) -> Made:
    """The 1988 period, beside a quarter that the text is about."""
    return PeriodOf(year)


@normaliser
def ago(count: Number, unit: str, extra: float = 0.0) -> Made:
    """Two weeks ago, a year and a half ago."""
    return _shift(count if isinstance(count, str) else count + extra, unit, -1, Base.PUBLISHED)


@normaliser
def day_in_year(year: int) -> Made:
    """This day in 1975."""
    return Within(Shifted(Granularity.DAY, 0), CalendarDate(year))


@normaliser
def ago_in_units(
    count: Number, unit: str, less: Number, lesser: str, least: Number | None = None, least_unit: str | None = None
) -> Made:
    """Two years, three months and five days ago, as precise as the least unit."""
    if isinstance(count, str) or isinstance(less, str) or isinstance(least, str):
        return Vague("PAST_REF")
    if least is not None and least_unit is not None:
        inner = ago_in_units(less, lesser, least, least_unit)
    else:
        inner = _shift(less, lesser, -1, Base.PUBLISHED)
    size, granularity = UNITS[unit]
    if not isinstance(inner, Shifted | Moved) or granularity <= inner.granularity or count != int(count):
        return None
    return Moved(inner, granularity, -size * int(count))


@normaliser
def year_ago() -> Made:
    """A year ago: in a text that is about a quarter, the same quarter of the year before."""
    return YearAgo()


@normaliser
def ahead(count: Number, unit: str) -> Made:
    """Two weeks from now."""
    return _shift(count, unit, 1, Base.PUBLISHED)


@normaliser
def shifted_from_reference(count: Number, unit: str, sign: int) -> Made:
    """Two years earlier, a day later: counted from the last date told."""
    return _shift(count, unit, sign, Base.REFERENCE if sign < 0 else Base.TOLD)  # "20 years later": never from today


@normaliser
def years_on(count: Number, unit: str) -> Made:
    """Twenty years on."""
    return _shift(count, unit, 1, Base.TOLD)


@normaliser
def unit_last_year(unit: str) -> Made:
    """The same day last year."""
    if unit == "quarter":
        return YearAgo(Granularity.QUARTER)
    return Moved(Shifted(UNITS[unit][1], 0, Base.REFERENCE), Granularity.YEAR, -1)


@normaliser
def weekdays_ago(count: Number, weekday: int) -> Made:
    """Two Sundays ago."""
    if isinstance(count, str) or not 1 <= count <= _MOST_WEEKDAYS:
        return None
    last = WeekdayOf(weekday, Relation.LAST)
    return last if count == 1 else Moved(last, Granularity.WEEK, 1 - int(count))


@normaliser
def weekdays_on(count: Number, weekday: int) -> Made:
    """Two Sundays from now."""
    if isinstance(count, str) or not 1 <= count <= _MOST_WEEKDAYS:
        return None
    following = WeekdayOf(weekday, Relation.NEXT)
    return following if count == 1 else Moved(following, Granularity.WEEK, int(count) - 1)


@normaliser
def vague_reference(value: str, **_: Any) -> Made:
    """Now, recently, soon."""
    return Vague(value)


@normaliser
def vague_noun(value: str) -> Made:
    """The past, the future."""
    return Vague(value)


@normaliser
def weekday(weekday: int, relation: str | None = None, *, apart: bool = False) -> Made:
    """A day of the week with where it lies: last Friday."""
    return WeekdayOf(weekday, relation_of(relation), apart=apart)


@normaliser
def weekday_alone(weekday: int) -> Made:
    """A day of the week by itself."""
    return WeekdayOf(weekday)


@normaliser
def weekday_before_last(weekday: int) -> Made:
    """The Friday before last."""
    return WeekdayOf(weekday, Relation.BEFORE_LAST)


@normaliser
def weekday_week(weekday: int) -> Made:
    """Tuesday week: a week after the next Tuesday."""
    return Moved(WeekdayOf(weekday, Relation.THIS), Granularity.WEEK, 1)


@normaliser
def nth_weekday(
    nth: int,
    weekday: int,
    month: int | None = None,
    year: int | None = None,
    relation: str | None = None,
    relation2: str | None = None,
) -> Made:
    """The last Sunday in May, the second Tuesday of next month."""
    if month is not None:
        return NthWeekday(nth, weekday, CalendarDate(year, month))
    months = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation or relation2 or "", 0)
    return NthWeekday(nth, weekday, Shifted(Granularity.MONTH, months))


@normaliser
def nth_weekend(nth: int, month: int, year: int | None = None) -> Made:
    """The last weekend in June: that of its last Saturday."""
    return Weekend(on=NthWeekday(nth, _SATURDAY, CalendarDate(year, month)))


@normaliser
def week_of(month: int, day: int, year: int | None = None) -> Made:
    """The week of 6 March."""
    if not is_valid_date(2000 if year is None else year, month, day):
        return Impossible()
    return Shifted(Granularity.WEEK, 0, CalendarDate(year, month, day))


@normaliser
def week_of_day(day: int) -> Made:
    """The week of the 18th."""
    return Shifted(Granularity.WEEK, 0, CalendarDate(day=day))


@normaliser
def in_units(count: Number, unit: str) -> Made:
    """In three weeks: from now where the sentence looks ahead, else how long it took."""
    if unit == "quarter" and count == 1:
        return None  # "in a quarter that brought losses"
    size, granularity = UNITS[unit]
    known = None if isinstance(count, str) else count * size
    return Length(duration_value(count, unit), known, granularity, ahead=True)


@normaliser
def weekday_short(weekday: int) -> Made:
    """Tue., as it stands before a date."""
    return WeekdayOf(weekday, short=True)


@normaliser
def weekend(relation: str | None = None) -> Made:
    """A weekend."""
    return Weekend(relation_of(relation))
