"""Units of the calendar around a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    CivilDate,
    add_months,
    civil_from_days,
    day_of,
    days_from_civil,
    instant,
    weekday,
)
from timeline_app.domain.period import Granularity, Period

if TYPE_CHECKING:
    from timeline_app.domain.calendar import Instant


def start_of(period: Period) -> Instant:
    """Return the start of a period that has one."""
    assert period.start is not None
    return period.start


def end_of(period: Period) -> Instant:
    """Return the end of a period that has one."""
    assert period.end is not None
    return period.end


def unit_containing(moment: Instant, granularity: Granularity, count: int) -> Period:
    """Return the unit of a granularity `count` after the one that holds a moment."""
    day = day_of(moment)
    if granularity <= Granularity.DAY:
        return Period.of_day(day + count)
    if granularity is Granularity.WEEK:
        return Period.unit((day - weekday(day) + 7 * count) * SECONDS_PER_DAY, granularity)
    date = civil_from_days(day)
    months = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF: 6, Granularity.YEAR: 12}.get(granularity)
    if months is not None:
        first = CivilDate(date.year, date.month - (date.month - 1) % months, 1)
        start = add_months(first, months * count)
        return Period.unit(days_from_civil(*start) * SECONDS_PER_DAY, granularity)
    size = 10 if granularity is Granularity.DECADE else 100
    return Period.unit(instant(date.year - date.year % size + size * count), granularity)


def unknown_value(granularity: Granularity) -> str:
    """Return the TIMEX3 value of a unit of which nothing is known."""
    if granularity <= Granularity.DAY:
        return "XXXX-XX-XX"
    return {Granularity.WEEK: "XXXX-WXX", Granularity.MONTH: "XXXX-XX", Granularity.QUARTER: "XXXX-QX"}.get(
        granularity, "XXXX"
    )
