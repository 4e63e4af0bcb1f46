"""Dates of other calendars than ours."""

from __future__ import annotations

from typing import Any

from timeline_app.ingest.extraction.timexes.normalisers.common import Made, normaliser
from timeline_app.ingest.extraction.timexes.readings import Impossible, Reckoned
from timeline_app.ingest.extraction.timexes.reckonings import hebrew_day, islamic_day, republican_day

_ISLAMIC_YEARS, _HEBREW_YEARS = range(1, 1601), range(3001, 6501)


@normaliser
def islamic_date(year: int, month: int | None = None, day: int | None = None, **_: Any) -> Made:
    """A day, month or year of the Islamic calendar."""
    if year not in _ISLAMIC_YEARS:
        return None
    if month is None:
        return Reckoned(islamic_day(year, 1, 1), islamic_day(year + 1, 1, 1) - 1, is_about=True)
    first = islamic_day(year, month, 1)
    last = islamic_day(year + (month == 12), month % 12 + 1, 1) - 1
    if day is None:
        return Reckoned(first, last, is_about=True)
    return Reckoned(first + day - 1, first + day - 1, is_about=True) if day <= 30 else Impossible()


@normaliser
def hebrew_date(year: int, month: int, day: int) -> Made:
    """A day of the Hebrew calendar."""
    if year not in _HEBREW_YEARS:
        return None
    if day > 30:
        return Impossible()
    found = hebrew_day(year, month, day)
    return Reckoned(found, found)


@normaliser
def republican_date(day: int, month: int, year: int) -> Made:
    """A day of the calendar of the French Republic."""
    found = republican_day(year, month, day) if day <= 30 else None
    return None if found is None else Reckoned(found, found)
