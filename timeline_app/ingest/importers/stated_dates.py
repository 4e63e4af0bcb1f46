"""Publication dates as sources state them: in fields, headers, addresses and file names.

A date is read as it stands, in the source's own zone: 2023-02-14T23:30:00-05:00 is 14 February for every reader. A date that
the calendar does not have is never repaired. Of dates in numbers alone, those with the year in front are read year, month, day;
those with slashes month, day, year; those with dots or hyphens day, month, year; where the first number cannot be what the order
asks for and the second can, the other way round. Where both readings are possible, the date is marked ambiguous.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from timeline_app.domain.calendar import SECONDS_PER_DAY, civil, instant, is_valid_date
from timeline_app.domain.period import Granularity, Period

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?P<hour>[0-2]?\d)(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d|60)(?:[.,]\d{1,9})?)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?:z|(?:(?:utc|gmt)\s*)?(?:[+-]\d\d:?(?:\d\d)?)?|[a-z]{2,5})(?:\s*\([a-z ]{1,40}\))?"
)
_TIME = rf"(?:(?:t|,?\s+(?:at\s+)?|\s*[-–|]\s*){_CLOCK})?"
_SHAPES = tuple(
    re.compile(rf"{_WEEKDAY}{shape}{_TIME}", re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>-?\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})",
    )
)
_COARSE_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>-?\d{4})[-/](?P<month>\d{1,2})",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
        r"(?P<year>-\d{4}|[012]\d{3})",
    )
)
_LONGEST = 80
"""Characters: no date is longer, and what is longer is not searched."""

_IN_NAME = re.compile(
    r"(?<!\d)(1\d{3}|20\d\d)(?:([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])|([-_.])(1[0-2]|[1-9])\5(3[01]|[12]\d|[1-9]))(?!\d)"
)
_IN_ADDRESS = re.compile(
    r"/(1[5-9]\d\d|20\d\d)[/-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """What a statement of a date says: `period` is None where the calendar has no such date."""

    text: str
    period: Period | None
    ambiguous: bool = False

    @property
    def is_impossible(self) -> bool:
        """True where the calendar has no such date."""
        return self.period is None


def read_date(value: object) -> StatedDate | None:
    """Read a date as a field or a header states it; None where it is no date.

    Args:
        value: Text in any common form, a `date` or `datetime`, or a number: a year, seconds or milliseconds since 1970.
    """
    if isinstance(value, dt.datetime):
        return read_date(value.isoformat())
    if isinstance(value, dt.date):
        return StatedDate(value.isoformat(), Period.of_date(value.year, value.month, value.day))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    return _from_text(" ".join(value.split())) if isinstance(value, str) and len(value) <= _LONGEST else None


def read_day(text: str) -> StatedDate | None:
    """Read a line that is nothing but a date, to the day or finer: "1984" alone may be a title."""
    stated = read_date(text)
    if stated is None or (stated.period is not None and stated.period.granularity > Granularity.DAY):
        return None
    return stated


def date_in_name(stem: str) -> StatedDate | None:
    """Find a date that exists in a file name such as "2023-02-14 ministers meet"."""
    for match in _IN_NAME.finditer(stem):
        year, month, day = int(match[1]), int(match[3] or match[6]), int(match[4] or match[7])
        if is_valid_date(year, month, day) and (match[2] or match[5] or year >= 1900):
            return StatedDate(match[0], Period.of_date(year, month, day))
    return None


def date_in_address(url: str) -> StatedDate | None:
    """Find a date that exists in an address such as "https://example.org/2023/02/14/ministers-meet"."""
    match = _IN_ADDRESS.search(url)
    if match is None:
        return None
    year, day = int(match[1]), int(match[3])
    month = _MONTHS.get(match[2].lower()) or int(match[2])
    return StatedDate(match[0], Period.of_date(year, month, day)) if is_valid_date(year, month, day) else None


def _from_text(text: str) -> StatedDate | None:
    for shape in _SHAPES:
        if (match := shape.fullmatch(text)) is not None:
            return _from_parts(text, match.groupdict())
    for shape in _COARSE_SHAPES:
        if (match := shape.fullmatch(text)) is not None:
            return _from_coarse(text, match.groupdict())
    return None


def _from_number(value: float) -> StatedDate | None:
    if isinstance(value, int) and 1000 <= value < 3000:
        return StatedDate(str(value), Period.of_date(value))
    if isinstance(value, int) and 10_000_101 <= value <= 29_991_231:
        return read_date(str(value))
    if not 10**8 <= value < 10**13:  # 1973 on, in seconds; smaller numbers are not dates but counts
        return None
    seconds = int(value) if value < 10**11 else int(value) // 1000
    return StatedDate(str(value), Period.unit(seconds, Granularity.SECOND))


def _from_parts(text: str, part: dict[str, str | None]) -> StatedDate:
    year, ambiguous = int(part["year"] or 0), False
    if part.get("mark"):
        first, other = int(part["first"] or 0), int(part["other"] or 0)
        month, day = (first, other) if part["mark"] == "/" else (other, first)
        if month > 12 >= day:
            month, day = day, month
        ambiguous = first <= 12 and other <= 12 and first != other
    else:
        month = _MONTHS[part["name"].lower()] if part.get("name") else int(part["month"] or 0)  # type: ignore[union-attr]
        day = int(part["day"] or 0)
    if not is_valid_date(year, month, day):
        return StatedDate(text, None)
    return StatedDate(text, _with_clock(Period.of_date(year, month, day), part), ambiguous)


def _from_coarse(text: str, part: dict[str, str | None]) -> StatedDate:
    year = int(part["year"] or 0)
    month = _MONTHS[part["name"].lower()] if part.get("name") else int(part.get("month") or 0)  # type: ignore[union-attr]
    if not part.get("name") and "month" in part and not 1 <= month <= 12:
        return StatedDate(text, None)
    return StatedDate(text, Period.of_date(year, month or None))


def _with_clock(day: Period, part: dict[str, str | None]) -> Period:
    """Add the clock time, if any. Midnight sharp is how programs write a day, so it says no time."""
    if part["hour"] is None or (part["minute"] is None and part["half"] is None):
        return day
    hour, minute, second = int(part["hour"]), int(part["minute"] or 0), int(part["second"] or 0)
    if part["half"] is not None:
        hour = hour % 12 + (12 if part["half"].lower().startswith("p") else 0)
    if hour > 23 or (hour, minute, second) == (0, 0, 0):
        return day
    assert day.start is not None
    at = civil(day.start)
    granularity = Granularity.MINUTE if part["second"] is None else Granularity.SECOND
    moment = instant(at.year, at.month, at.day, hour, minute, min(second, 59))
    return Period.unit(min(moment, day.start + SECONDS_PER_DAY - 1), granularity)
