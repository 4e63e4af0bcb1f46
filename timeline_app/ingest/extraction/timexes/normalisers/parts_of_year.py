"""Seasons, quarters and halves."""

from __future__ import annotations

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.common import Made, Number, normaliser, relation_of
from timeline_app.ingest.extraction.timexes.readings import Moved, PartOfYear, Relation
from timeline_app.ingest.extraction.timexes.values import SEASONS

_MOST_SEASONS = 20


@normaliser
def quarter_year_ago(number: int) -> Made:
    """The year-ago third quarter: that of the year before the latest."""
    return PartOfYear(Granularity.QUARTER, number - 1, relation=Relation.BEFORE_LAST)


@normaliser
def season(season: str, year: int | None = None, relation: str | None = None, relation2: str | None = None) -> Made:
    """A season, of a year or near the publication."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season), year, relation_of(relation, relation2))


@normaliser
def seasons(season: str, year: int) -> Made:
    """The summers of 1976 and of the years after it."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season), year, plural=True)


@normaliser
def seasons_on(count: Number, season: str, sign: int) -> Made:
    """Two summers later, three winters ago."""
    if isinstance(count, str) or not 1 <= count <= _MOST_SEASONS or count != int(count):
        return None
    relation = Relation.SAME if sign > 0 else Relation.LAST
    base = PartOfYear(Granularity.SEASON, SEASONS.index(season), relation=relation)
    years = int(count) if sign > 0 else 1 - int(count)
    return Moved(base, Granularity.YEAR, years) if years else base


@normaliser
def season_of_two_years(season: str, year: int, last_year: int) -> Made:
    """The winter of 1941-42, named after the year that it begins in."""
    return PartOfYear(Granularity.SEASON, SEASONS.index(season), year) if (last_year - year) % 100 == 1 else None


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
