"""Well-known days."""

from __future__ import annotations

from timeline_app.ingest.extraction.timexes.normalisers.common import Made, normaliser, relation_of
from timeline_app.ingest.extraction.timexes.readings import HolidayOf, Weekend


@normaliser
def holiday(
    holiday: str,
    year: int | None = None,
    relation: str | None = None,
    relation2: str | None = None,
) -> Made:
    """A well-known day."""
    return HolidayOf(holiday, year, relation_of(relation, relation2))


@normaliser
def holiday_weekend(holiday: str, year: int | None = None) -> Made:
    """The weekend of a well-known day, or the one before it where that is a Monday."""
    return Weekend(on=HolidayOf(holiday, year))


@normaliser
def feast_beside(holiday: str, shift: int, year: int | None = None) -> Made:
    """The vigil or the morrow of a feast."""
    return HolidayOf(f"{holiday}{shift:+d}", year)


@normaliser
def feast(holiday: str, year: int | None = None) -> Made:
    """A well-known day whose name means nothing else."""
    return HolidayOf(holiday, year)


@normaliser
def holiday_related(holiday: str, relation: str | None = None, relation2: str | None = None) -> Made:
    """Last Christmas, the following Good Friday."""
    return HolidayOf(holiday, None, relation_of(relation, relation2))
