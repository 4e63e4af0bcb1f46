"""How precise a statement about time is, and the stretch of calendar that it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    SECONDS_PER_HOUR,
    SECONDS_PER_MINUTE,
    CivilDate,
    Day,
    Instant,
    add_months,
    civil,
    civil_from_days,
    day_of,
    days_from_civil,
    instant,
    weekday,
)


class Granularity(IntEnum):
    """How precise a statement is, finest first. The numbers are stored: never renumber."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12

    @property
    def label(self) -> str:
        """The word for it in the output of commands: "part of day", "month"."""
        return self.name.lower().replace("_", " ")


_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.SEASON: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}
_SECONDS = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: SECONDS_PER_MINUTE,
    Granularity.HOUR: SECONDS_PER_HOUR,
    Granularity.PART_OF_DAY: 6 * SECONDS_PER_HOUR,
    Granularity.DAY: SECONDS_PER_DAY,
    Granularity.WEEK: 7 * SECONDS_PER_DAY,
}


def shift(moment: Instant, granularity: Granularity, count: int) -> Instant:
    """Move an instant by whole units of a granularity, by the calendar for months and longer."""
    if granularity in _SECONDS:
        return moment + count * _SECONDS[granularity]
    day, second = divmod(moment, SECONDS_PER_DAY)
    date = add_months(civil_from_days(day), count * _MONTHS[granularity])
    return days_from_civil(*date) * SECONDS_PER_DAY + second


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open stretch of time `[start, end)`, with how precisely it was stated.

    `start` or `end` is None where the statement leaves it open ("since 2014", "until Sunday"), never both. `approximate` is
    EDTF's "~" ("about 1850"). A month is a month: it is never stored as its first day.
    """

    start: Instant | None
    end: Instant | None
    granularity: Granularity
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a period needs a start or an end")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError("a period ends after it starts")

    @classmethod
    def of_day(cls, day: Day, days: int = 1) -> Period:
        """Return a whole day, or several in a row."""
        return cls(day * SECONDS_PER_DAY, (day + days) * SECONDS_PER_DAY, Granularity.DAY)

    @classmethod
    def of_date(cls, year: int, month: int | None = None, day: int | None = None) -> Period:
        """Return a year, a month or a day; the date must exist."""
        if month is None:
            return cls(instant(year), instant(year + 1), Granularity.YEAR)
        if day is None:
            start = instant(year, month)
            return cls(start, shift(start, Granularity.MONTH, 1), Granularity.MONTH)
        return cls.of_day(days_from_civil(year, month, day))

    @classmethod
    def unit(cls, moment: Instant, granularity: Granularity) -> Period:
        """Return the unit of a granularity that starts at `moment`."""
        return cls(moment, shift(moment, granularity, 1), granularity)

    @classmethod
    def spanning(cls, first: Period | None, last: Period | None) -> Period:
        """Return the stretch from the start of one period to the end of another; None leaves that side open.

        The granularity is the coarser of the two, so that no part of a side is made up; the side that is stated more finely shows
        by its own bound. Approximate if either is.

        Raises:
            ValueError: The end is not after the start, or both sides are open.
        """
        given = [p for p in (first, last) if p is not None]
        if not given:
            raise ValueError("a period needs a start or an end")
        return cls(
            first.start if first else None,
            last.end if last else None,
            max(p.granularity for p in given),
            any(p.approximate for p in given),
        )

    @property
    def is_open(self) -> bool:
        """True where one side is not stated."""
        return self.start is None or self.end is None

    @property
    def known(self) -> tuple[Instant, Instant]:
        """The bounds, with an open side cut to one unit of the granularity: what can be drawn and sorted."""
        if self.start is not None and self.end is not None:
            return self.start, self.end
        if self.start is not None:
            return self.start, shift(self.start, self.granularity, 1)
        assert self.end is not None
        return shift(self.end, self.granularity, -1), self.end

    @property
    def first_day(self) -> Day:
        """The first day of `known`."""
        return day_of(self.known[0])

    @property
    def last_day(self) -> Day:
        """The last day of `known`."""
        return day_of(self.known[1] - 1)

    @property
    def is_one_day(self) -> bool:
        """True for a closed period that lies within a single day."""
        return not self.is_open and self.first_day == self.last_day

    def shifted(self, unit: Granularity, count: int) -> Period:
        """Return the period that lies so many calendar units later, earlier where negative.

        What is stated to the month or longer stays whole months; what is stated in days keeps its length, so that no day is lost
        where a month is shorter (30 March less a month is 29 or 28 February, a day like any other).
        """
        if self.start is None or self.end is None or self.granularity >= Granularity.MONTH:
            start = None if self.start is None else shift(self.start, unit, count)
            end = None if self.end is None else shift(self.end, unit, count)
        else:
            start = shift(self.start, unit, count)
            end = start + (self.end - self.start)
        return replace(self, start=start, end=end)

    def about(self) -> Period:
        """Return the same period, marked approximate."""
        return replace(self, approximate=True)

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two have a moment in common."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def __str__(self) -> str:
        """Write it for a reader of English: "Tue 2023-02-14", "2023-02", "from 2014", "about 1850"."""
        if self.start is None:
            text = f"until {_stated(self.known[1] - 1, self.granularity)}"
        elif self.end is None:
            text = f"from {_stated(self.start, self.granularity)}"
        else:
            first, last = _stated(self.start, self.granularity), _stated(self.end - 1, self.granularity)
            text = first if first == last else f"{first} to {last}"
        return f"about {text}" if self.approximate else text


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def iso_year(year: int) -> str:
    """Write an astronomical year in ISO 8601's four digits or more: "0044", "-0043", "12023"."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_date(date: CivilDate) -> str:
    """Write a date as ISO 8601."""
    return f"{iso_year(date.year)}-{date.month:02d}-{date.day:02d}"


def _stated(moment: Instant, granularity: Granularity) -> str:
    at = civil(moment)
    if granularity >= Granularity.YEAR:
        return iso_year(at.year)
    if granularity >= Granularity.MONTH:
        return f"{iso_year(at.year)}-{at.month:02d}"
    date = f"{_WEEKDAYS[weekday(day_of(moment))]} {iso_date(CivilDate(at.year, at.month, at.day))}"
    return date if granularity >= Granularity.DAY else f"{date} {at.hour:02d}:{at.minute:02d}"
