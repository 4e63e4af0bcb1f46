"""Dates told from another date, and parts of the year."""

from __future__ import annotations

from typing import Any

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.common import UNITS, Made, Number, normaliser, relation_of
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    Definite,
    PartOfYear,
    Relation,
    Shifted,
    Vague,
    WeekdayOf,
    Weekend,
    YearAgo,
)
from timeline_app.ingest.extraction.timexes.values import SEASONS


@normaliser
def shifted(unit: str, count: int, **_: Any) -> Made:
    """So many units from the publication."""
    size, granularity = UNITS[unit]
    return Shifted(granularity, size * count)


@normaliser
def unit_related(relation: str, unit: str) -> Made:
    """Last week, this month, next year."""
    _, granularity = UNITS[unit]
    if unit == "day":
        return None  # "to this day", "last day"
    return Shifted(granularity, {"last": -1, "this": 0, "next": 1}[relation])


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
    if isinstance(count, str):
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    total = count * size
    if total != int(total):
        if granularity is not Granularity.YEAR or total * 12 != int(total * 12):
            return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
        total, granularity = total * 12, Granularity.MONTH
    return Shifted(granularity, sign * int(total), base) if total <= 100_000 else None


@normaliser
def ago(count: Number, unit: str) -> Made:
    """Two weeks ago."""
    return _shift(count, unit, -1, Base.PUBLISHED)


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
    return _shift(count, unit, sign, Base.REFERENCE)


@normaliser
def vague_reference(value: str, **_: Any) -> Made:
    """Now, recently, soon."""
    return Vague(value)


@normaliser
def vague_noun(value: str) -> Made:
    """The past, the future."""
    return Vague(value)


@normaliser
def weekday(weekday: int, relation: str | None = None) -> Made:
    """A day of the week with where it lies: last Friday."""
    return WeekdayOf(weekday, relation_of(relation))


@normaliser
def weekday_alone(weekday: int) -> Made:
    """A day of the week by itself."""
    return WeekdayOf(weekday)


@normaliser
def weekday_short(weekday: int) -> Made:
    """Tue., as it stands before a date."""
    return WeekdayOf(weekday, short=True)


@normaliser
def weekend(relation: str | None = None) -> Made:
    """A weekend."""
    return Weekend(relation_of(relation))


@normaliser
def season(season: str, year: int | None = None, relation: str | None = None, relation2: str | None = None) -> Made:
    """A season, of a year or near the publication."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season), year, relation_of(relation, relation2))


@normaliser
def season_alone(season: str) -> Made:
    """A season by itself."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season))


@normaliser
def quarter(number: int, year: int | None = None) -> Made:
    """A quarter of a year."""
    return PartOfYear(Granularity.QUARTER, number - 1, year)


@normaliser
def half(number: int, year: int | None = None) -> Made:
    """Half a year."""
    return PartOfYear(Granularity.HALF, number - 1, year, None if year else Relation.THIS)
