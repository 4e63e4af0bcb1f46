"""TIMEX3 values: "2023-02-14", "2023-W07", "1984-Q3", "199", "BC0480", "P2Y6M"."""

from __future__ import annotations

from timeline_app.domain.calendar import civil, day_of, iso_week
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes.numbers import VAGUE

SEASONS = ("SP", "SU", "FA", "WI")

_LETTER = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
_SIZE = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
_VAGUE_LETTER = {"century": "C", "millennium": "L"}
_CLOCK_UNITS = ("second", "minute", "hour")
_SMALLER = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}


def duration_value(count: float | str, unit: str) -> str:
    """Write a length of time, ISO 8601 with X for a number that is not said: "P2W", "PT1M30S", "PXY"."""
    head = "PT" if unit in _CLOCK_UNITS else "P"
    if count == VAGUE or isinstance(count, str):
        return f"{head}{VAGUE}{_VAGUE_LETTER.get(unit, _LETTER[unit])}"
    count *= _SIZE.get(unit, 1)
    whole, rest = int(count), count - int(count)
    if rest and unit in _SMALLER:
        size, letter = _SMALLER[unit]
        if (rest * size).is_integer():
            return head + (f"{whole}{_LETTER[unit]}" if whole else "") + f"{int(rest * size)}{letter}"
    return f"{head}{whole if not rest else count}{_LETTER[unit]}"


def date_value(period: Period) -> str:
    """Write the unit that a period begins with, at the period's granularity."""
    assert period.start is not None
    at = civil(period.start)
    year = _year(at.year)
    match period.granularity:
        case Granularity.CENTURY:
            value = years_value(at.year, 100)
        case Granularity.DECADE:
            value = years_value(at.year, 10)
        case Granularity.YEAR:
            value = year
        case Granularity.HALF:
            value = f"{year}-H{(at.month + 5) // 6}"
        case Granularity.QUARTER:
            value = f"{year}-Q{(at.month + 2) // 3}"
        case Granularity.SEASON:
            value = f"{year}-{SEASONS[at.month // 3 - 1]}"
        case Granularity.MONTH:
            value = f"{year}-{at.month:02d}"
        case Granularity.WEEK:
            week_year, week = iso_week(day_of(period.start))
            value = f"{_year(week_year)}-W{week:02d}"
        case _:
            value = f"{year}-{at.month:02d}-{at.day:02d}"
    return value


def years_value(first: int, size: int) -> str:
    """Write a decade, century or millennium by the digits that its years share: "199", "19", "BC048", "BC2"."""
    digits = {10: 3, 100: 2, 1000: 1}[size]
    if first >= 0:
        return f"{first // size:0{digits}d}"
    last_bc = 1 - (first + size - 1)
    return f"BC{last_bc // size:0{digits}d}"


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
