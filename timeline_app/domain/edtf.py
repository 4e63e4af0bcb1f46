"""Periods written as EDTF, the Extended Date/Time Format of ISO 8601-2, and read back.

What a `Period` can say and no more: days, months, years (negative, and of more than four digits as ``Y12023``), decades
``199X``, centuries ``19XX``, seasons ``2023-21`` to ``-24``, quarters ``-33`` to ``-36``, halves ``-40`` and ``-41``, intervals,
open ends ``2014/..`` and "about" ``~``. A winter is named after the year of its December. Weeks are intervals of days. Clock times
keep the precision that was stated: ``2023-02-14T10``, ``T10:30``, ``T10:30:15``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    CivilDate,
    CivilTime,
    Instant,
    civil,
    days_from_civil,
    instant,
    is_valid_date,
)
from timeline_app.domain.period import Granularity, Period, iso_date, shift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_FIRST_CODE = {Granularity.SEASON: 21, Granularity.QUARTER: 33, Granularity.HALF: 40}
_MONTHS_OF_PART = {Granularity.SEASON: 3, Granularity.QUARTER: 3, Granularity.HALF: 6}
_FIRST_MONTH = {Granularity.SEASON: 3, Granularity.QUARTER: 1, Granularity.HALF: 1}
_CODES = {
    first + n: (granularity, n) for granularity, first in _FIRST_CODE.items() for n in range(2 if first == 40 else 4)
}
_YEARS = {Granularity.DECADE: 10, Granularity.CENTURY: 100}
# The notation that can stand in where a period's own bounds are not whole units of its granularity.
_COARSE_TO_FINE = (
    Granularity.CENTURY, Granularity.DECADE, Granularity.YEAR, Granularity.HALF, Granularity.SEASON, Granularity.QUARTER,
    Granularity.MONTH, Granularity.DAY, Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND,
)  # fmt: skip
_NOTATION = {Granularity.WEEK: Granularity.DAY, Granularity.PART_OF_DAY: Granularity.HOUR}

_DATE = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?)?",
    re.ASCII,
)
_YEARS_UNSPECIFIED = re.compile(r"(?P<sign>-?)(?:(?P<decade>\d{3})X|(?P<century>\d\d)XX)", re.ASCII)


_FARTHEST_YEAR = 200_000_000
"""Farther years would not be whole seconds in a double, which is what the timeline reckons with."""


def format_edtf(period: Period) -> str:
    """Write a period as EDTF: "2023-02-14", "2023-02/2023-05", "199X", "2014/..", "1850~"."""
    wanted = _NOTATION.get(period.granularity, period.granularity)
    notations = _COARSE_TO_FINE[_COARSE_TO_FINE.index(wanted) :]
    first, last = _first_name(_name, period.start, notations), _first_name(_name_of_last, period.end, notations)
    about = "~" if period.approximate else ""
    sides = [side if side == ".." else side + about for side in (first, last)]
    return sides[0] if sides[0] == sides[1] else "/".join(sides)


def _first_name(
    name: Callable[[Instant, Granularity], str | None], moment: Instant | None, notations: Iterable[Granularity]
) -> str:
    """Name the coarsest unit that a side of a period can be told in; a side that is finer than the other is told as finely."""
    if moment is None:
        return ".."
    return next(text for text in (name(moment, granularity) for granularity in notations) if text is not None)


def parse_edtf(text: str) -> Period:
    """Read EDTF as far as `format_edtf` writes it.

    Raises:
        ValueError: The text is not such EDTF, or names a date that does not exist, or an interval that ends before it starts.
    """
    first, slash, last = text.strip().partition("/")
    if not slash:
        return _parse_side(first)
    if first == last == "..":
        raise ValueError("an interval needs a start or an end")
    return Period.spanning(
        None if first == ".." else _parse_side(first),
        None if last == ".." else _parse_side(last),
    )


def iso_bounds(period: Period) -> tuple[str | None, str | None]:
    """Return first and last day as ISO 8601 dates, or date-times where the period was stated more precisely than a day.

    The last is inclusive: a month ends on its last day, an hour at its last minute. An open side is None.
    """
    if period.granularity >= Granularity.DAY:
        return (
            None if period.start is None else _iso(period.start, Granularity.DAY),
            None if period.end is None else _iso(period.end - 1, Granularity.DAY),
        )
    unit = Granularity.SECOND if period.granularity is Granularity.SECOND else Granularity.MINUTE
    return (
        None if period.start is None else _iso(period.start, unit),
        None if period.end is None else _iso(period.end - 1, unit),
    )


def _year(year: int) -> str:
    digits = f"{abs(year):04d}"
    return ("Y" if len(digits) > 4 else "") + ("-" if year < 0 else "") + digits


def _iso(moment: Instant, granularity: Granularity) -> str:
    at = civil(moment)
    return iso_date(CivilDate(at.year, at.month, at.day)) + _clock(at, granularity)


def _clock(at: CivilTime, granularity: Granularity) -> str:
    if granularity >= Granularity.DAY:
        return ""
    parts = [at.hour, at.minute, at.second][: 3 - granularity]
    return "T" + ":".join(f"{part:02d}" for part in parts)


def _name_of_last(end: Instant, granularity: Granularity) -> str | None:
    """Name the unit that ends at `end`; None where none does."""
    # Decades and centuries before year 0 are counted by their digits, so step from inside the unit.
    if granularity in _YEARS:
        at = civil(end)
        if end != instant(at.year):
            return None
        size = _YEARS[granularity]
        first = at.year - size
        return _name(instant(first), granularity)
    return _name(shift(end, granularity, -1), granularity)


def _name(start: Instant, granularity: Granularity) -> str | None:
    """Name the unit of a granularity that starts at `start`; None where none does."""
    at = civil(start)
    date = f"{_year(at.year)}-{at.month:02d}-{at.day:02d}"
    name: str | None = None
    if granularity < Granularity.DAY:
        whole = {Granularity.HOUR: 3600, Granularity.MINUTE: 60, Granularity.SECOND: 1}[granularity]
        name = date + _clock(at, granularity) if start % whole == 0 else None
    elif start % SECONDS_PER_DAY:
        name = None
    elif granularity is Granularity.DAY:
        name = date
    elif at.day != 1:
        name = None
    elif granularity is Granularity.MONTH:
        name = date[:-3]
    elif granularity in _FIRST_CODE:
        part, rest = divmod(at.month - _FIRST_MONTH[granularity], _MONTHS_OF_PART[granularity])
        name = f"{_year(at.year)}-{_FIRST_CODE[granularity] + part}" if rest == 0 and part >= 0 else None
    elif at.month == 1:
        name = _year(at.year) if granularity is Granularity.YEAR else _name_by_digits(at.year, _YEARS[granularity])
    return name


def _name_by_digits(first: int, size: int) -> str | None:
    """Name the decade or century that begins with the year `first`, as far as four digits can."""
    lowest = first if first >= 0 else -(first + size - 1)  # the year of the smallest absolute value
    if lowest % size or lowest + size > 10000 or (first < 0 and lowest == 0):
        return None
    digits, unknown = (3, "X") if size == 10 else (2, "XX")
    return f"{'-' if first < 0 else ''}{lowest // size:0{digits}d}{unknown}"


def _parse_side(text: str) -> Period:
    approximate = text.endswith("~")
    if approximate:
        text = text[:-1]
    period = _parse_date(text)
    return period.about() if approximate else period


def _parse_date(text: str) -> Period:
    if match := _YEARS_UNSPECIFIED.fullmatch(text):
        return _parse_stretch_of_years(match)
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not EDTF: {text}")
    stated = match["year"]
    year = int(stated.removeprefix("Y"))
    if stated == "-0000" or (stated[0] == "Y" and abs(year) < 10000) or abs(year) > _FARTHEST_YEAR:
        raise ValueError(f"not a year: {stated}")
    if match["month"] is None:
        return Period.of_date(year)
    month = int(match["month"])
    if match["day"] is None:
        return _parse_part_of_year(year, month)
    day = int(match["day"])
    if not is_valid_date(year, month, day):
        raise ValueError(f"no such date: {text}")
    if match["hour"] is None:
        return Period.of_day(days_from_civil(year, month, day))
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"no such time of day: {text}")
    granularity = Granularity.SECOND if match["second"] else Granularity.MINUTE if match["minute"] else Granularity.HOUR
    return Period.unit(instant(year, month, day, hour, minute, second), granularity)


def _parse_stretch_of_years(match: re.Match[str]) -> Period:
    granularity = Granularity.DECADE if match["decade"] else Granularity.CENTURY
    size = _YEARS[granularity]
    first = int(match["decade"] or match["century"]) * size
    if match["sign"]:
        if first == 0:
            raise ValueError(f"not a stretch of years: {match[0]}")
        first = -(first + size - 1)
    return Period(instant(first), instant(first + size), granularity)


def _parse_part_of_year(year: int, code: int) -> Period:
    if 1 <= code <= 12:
        return Period.of_date(year, code)
    if code not in _CODES:
        raise ValueError(f"no such month: {code:02d}")
    granularity, part = _CODES[code]
    return Period.unit(instant(year, _FIRST_MONTH[granularity] + part * _MONTHS_OF_PART[granularity]), granularity)
