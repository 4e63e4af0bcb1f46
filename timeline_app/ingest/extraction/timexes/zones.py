"""Time zones as prose has them: "GMT", "EST", "ET", "UTC+2"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from dateutil.tz import gettz

from timeline_app.domain.calendar import SECONDS_PER_HOUR, Day, civil_from_days

OFFSET: Final = r"(?:(?:utc|gmt) ?[+-]\d{1,2}(?::?[0-5]\d)?|[+-](?:0\d|1[0-4]):?[0-5]\d)(?![\d:])"
"""A zone in figures, in a folded text."""

UTC_TIME: Final = r"(?:[01]?\d|2[0-3]):?[0-5]\d (?:gmt|utc)"
"""A time of day in UTC, as it stands in brackets after a local one."""

DATE_TIME_GROUP: Final = r"(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d ?[a-z]"
"""The day, time and zone of a military date-time group (ACP 121), in a folded text: "231400z"."""

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$")
_YEARS = range(1, 9999)
_MINUTES_PER_DAY, _FARTHEST_WEST = 1440, 600


def read_offset(text: str) -> str:
    """Return the hours from UTC of a zone in figures: "5.5" for "+0530"."""
    match = _OFFSET.search(text)
    assert match is not None
    hours = int(match["hours"]) + int(match["minutes"] or 0) / 60
    return f"{match['sign'] if hours else ''}{hours:g}".removeprefix("+")


def read_utc_time(text: str) -> int:
    """Return a time of day in UTC as minutes from midnight: 455 for "0735 GMT"."""
    figures = text.partition(" ")[0].replace(":", "")
    return int(figures[:-2]) * 60 + int(figures[-2:])


def zone_of_letter(letter: str) -> str:
    """Return the hours from UTC of a military zone: "0" for z, "1" for a, "-1" for n; empty for j, the local time."""
    if letter in "zj":
        return "0" if letter == "z" else ""
    east, west = "abcdefghiklm", "nopqrstuvwxy"
    return str(east.index(letter) + 1 if letter in east else -(west.index(letter) + 1))


def zone_between(local: int, in_utc: int) -> str:
    """Return the hours from UTC where it is so late while it is so late in UTC, both in minutes from midnight."""
    ahead = (local - in_utc + _FARTHEST_WEST) % _MINUTES_PER_DAY - _FARTHEST_WEST
    return f"{ahead / 60:g}"


def seconds_from_utc(zone: str, day: Day) -> int | None:
    """Return how far a zone's clocks are ahead of UTC on a day; None where the words do not say.

    Args:
        zone: Hours from UTC, the name of a place in the database of time zones (its summer time counts), or nothing.
        day: The day by the zone's own calendar.
    """
    if not zone:
        return None
    if zone[-1].isdigit():
        return round(float(zone) * SECONDS_PER_HOUR)
    year, month, number = civil_from_days(day)
    place = gettz(zone)
    if place is None or year not in _YEARS:
        return None
    offset = datetime(year, month, number, 12, tzinfo=place).utcoffset()
    return None if offset is None else offset // timedelta(seconds=1)


def offset_value(seconds: int) -> str:
    """Write an offset as ISO 8601: "Z", "-05:00"."""
    if not seconds:
        return "Z"
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02d}:{minutes:02d}"
