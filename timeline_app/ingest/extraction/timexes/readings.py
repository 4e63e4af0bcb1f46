"""What an expression says, before it is known which day that was: the underspecified values between grammar and resolver.

None stands for what the words leave unsaid; the resolver fills it from the document, or leaves it unsaid.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.period import Granularity

if TYPE_CHECKING:
    from timeline_app.domain.calendar import Day


class Relation(StrEnum):
    """How an expression points from its anchor. The first three point from the publication, the others from the last date told.

    `ONWARD` is that of the days of a diary, of which each is the first that can be meant from the one before.
    """

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"
    SAME = "same"
    FOLLOWING = "following"
    BEFORE_LAST = "before last"
    ONWARD = "onward"


class End(StrEnum):
    """Where a part lies within a whole."""

    FIRST = "first"
    LAST = "last"
    UNTIL = "until"


class Base(StrEnum):
    """What a shift counts from: the publication, the last date told or else the publication, the last date told alone."""

    PUBLISHED = "published"
    REFERENCE = "reference"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date of which any part may be missing.

    `swappable` marks a numeric date of which day and month could change places, and
    `day_first` the order of one that can be read in one order only. `weekday` is the day of the week that stands beside it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    relation: Relation | None = None
    swappable: bool = False
    day_first: bool | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter, half or season, `number` from 0 (a season's from spring).

    `plural` marks one that the years told beside it have each: "the summers of 1976 and 1995".
    """

    granularity: Granularity
    number: int
    year: int | None = None
    relation: Relation | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A day of the week, Monday 0.

    `short` marks "Tue.", which says something beside a date only; `apart` marks "next Friday", which is not said of tomorrow;
    `base` is the day from which "the Monday after Easter" is counted.
    """

    weekday: int
    relation: Relation | None = None
    short: bool = False
    apart: bool = False
    base: Reading | None = None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday by its number in a month: the first, the last (-1)."""

    nth: int
    weekday: int
    month: Reading


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday, those beside the day `on` where it is told."""

    relation: Relation | None = None
    on: Reading | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from a base, named by the unit reached: "last week" is -1 week, "two years earlier" -2 years."""

    granularity: Granularity
    count: int
    base: Base | Reading = Base.PUBLISHED


@dataclass(frozen=True, slots=True)
class Moved:
    """A date moved by so many units, as precise as it was: "a year ago today", "two weeks from Tuesday"."""

    base: Reading
    granularity: Granularity
    count: int


@dataclass(frozen=True, slots=True)
class YearAgo:
    """A year before: the publication's, or the quarter's that the text is about, as reports of companies have it.

    `granularity` is that of what it is the last year's of, where no quarter is told: "the same quarter last year".
    """

    granularity: Granularity = Granularity.YEAR


@dataclass(frozen=True, slots=True)
class Definite:
    """The year, the quarter: the one that the text is about."""

    granularity: Granularity


@dataclass(frozen=True, slots=True)
class PeriodOf:
    """The quarter that the text is about in another year, or all of that year: "the 1988 period"."""

    year: int


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or century by its first year, or `count` years or centuries.

    Before our era they are counted by the digits: the 480s BC begin with 489 BC, the year -488.
    """

    granularity: Granularity
    first: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class TurnOfCentury:
    """The years about the first of a century, or about the one that is near the date told before."""

    year: int | None = None


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A financial year, whose first day only the company knows."""

    year: int


@dataclass(frozen=True, slots=True)
class HolidayOf:
    """A well-known day, by its rule in the calendar of holidays."""

    rule: str
    year: int | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Days that were told by another calendar, from the first to the last; `is_about` where its own days are reckoned."""

    first: Day
    last: Day
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; what is None was not said. `zone` is hours from UTC, a place, or empty.

    `is_bare` marks the 9 of "between 9 and 11 p.m.", which is of the same half of the day or of the one before.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    day: Reading | None = None
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """Morning, afternoon, evening, night: TIMEX3's MO, MI, AF, EV, NI, DT.

    `before_dawn` marks the small hours of a morning, `is_last` a night that is just over or at hand: "overnight".
    """

    part: str
    day: Reading | None = None
    before_dawn: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """A part within a whole that is told from elsewhere: "January last year", "Friday of next week", "this day in 1975"."""

    part: CalendarDate | PartOfYear | HolidayOf | WeekdayOf | Shifted
    whole: Reading


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another, both included."""

    first: Reading
    last: Reading


@dataclass(frozen=True, slots=True)
class Vague:
    """TimeML's PAST_REF, PRESENT_REF and FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: TIMEX3 value, and count and unit where it can be shifted by.

    `ahead` marks "in three weeks", which names a date where the sentence looks ahead; `relation` is that of "the past three
    weeks", which names a stretch as well. So does "the first two months of 1995": `end` tells of which end of `whole` it is; of
    "the six months to June 30" the whole is the day that it ends with.
    """

    value: str
    count: float | None = None
    granularity: Granularity | None = None
    ahead: bool = False
    relation: Relation | None = None
    end: End | None = None
    whole: Reading | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that happens again and again: TIMEX3's SET."""

    value: str


Reading: TypeAlias = (
    CalendarDate
    | PartOfYear
    | WeekdayOf
    | NthWeekday
    | Weekend
    | Shifted
    | Moved
    | YearAgo
    | Definite
    | PeriodOf
    | Years
    | TurnOfCentury
    | FiscalYear
    | HolidayOf
    | Reckoned
    | Clock
    | DayPart
    | Within
    | Range
    | Vague
    | Length
    | Recurring
)


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that the calendar does not have, or an idiom: the words are no expression, nor is any part of them."""
