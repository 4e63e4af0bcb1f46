"""Lengths of time, and what recurs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline_app.ingest.extraction.timexes.calendar_of_holidays import again
from timeline_app.ingest.extraction.timexes.normalisers.common import UNITS, Made, Number, normaliser, relation_of
from timeline_app.ingest.extraction.timexes.numbers import VAGUE
from timeline_app.ingest.extraction.timexes.readings import End, Length, Recurring
from timeline_app.ingest.extraction.timexes.values import duration_value

_FIRST_YEAR = 1900


@normaliser
def duration(
    count: Number, unit: str, extra: float = 0.0, relation: str | None = None, anaphor: str | None = None, **_: Any
) -> Made:
    """A length of time, and where it lies if that is said: "the past three weeks"."""
    if (unit == "second" and count == 1) or (unit == "quarter" and count in (1, 3) and not (relation or anaphor)):
        return None  # "a second chance", "three-quarters of them"
    if unit == "quarter" and not isinstance(count, str) and count >= _FIRST_YEAR:
        return None  # "the 1988 quarter"
    total = count if isinstance(count, str) else count + extra
    size, granularity = UNITS[unit]
    known = None if isinstance(total, str) else total * size
    return Length(duration_value(total, unit), known, granularity, relation=relation_of(relation, anaphor))


@normaliser
def fraction_of_second(count: Number, parts: int) -> Made:
    """Thirteen hundredths of a second."""
    return None if isinstance(count, str) else Length(duration_value(count / parts, "second"), count / parts)


@normaliser
def duration_at_end(count: Number, unit: str, nth: int) -> Made:
    """The first two months, the last four: of what stands behind it."""
    made = duration(count, unit)
    if not isinstance(made, Length) or nth not in (1, -1):
        return made
    return replace(made, end=End.FIRST if nth == 1 else End.LAST)


@normaliser
def duration_joined(unit: str) -> Made:
    """The day of "the day after Christmas": nothing by itself."""
    return duration(1, unit)


@normaliser
def duration_vague(unit: str) -> Made:
    """Weeks, months: a length without a number."""
    return Length(duration_value(VAGUE, unit))


@normaliser
def recurrence(unit: str, count: Number = 1, **_: Any) -> Made:
    """Every day, every two weeks."""
    return Recurring(duration_value(count, unit))


@normaliser
def frequency(value: str) -> Made:
    """Daily, annually."""
    return Recurring(value)


@normaliser
def times_per(unit: str, **_: Any) -> Made:
    """Twice a week."""
    return Recurring(duration_value(1, unit))


@normaliser
def weekly(weekday: int, **_: Any) -> Made:
    """Every Tuesday."""
    return Recurring(f"XXXX-WXX-{weekday + 1}")


@normaliser
def nth_weekday_again(weekday: int, **_: Any) -> Made:
    """The first Monday of every month."""
    return Recurring(f"XXXX-XX-WXX-{weekday + 1}")


@normaliser
def yearly(month: int | None = None, season: str | None = None, holiday: str | None = None, **_: Any) -> Made:
    """Every July, each summer, every Christmas."""
    if holiday:
        return Recurring(again(holiday))
    return Recurring(f"XXXX-{month:02d}" if month else f"XXXX-{season}")
