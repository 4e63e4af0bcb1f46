"""Well-known days by rule: "12-25", "11:4thu" (the fourth Thursday of November), "easter-2"."""

from __future__ import annotations

import re

from dateutil.easter import easter

from timeline_app.domain.calendar import Day, days_from_civil, days_in_month, is_valid_date, weekday

_RULE = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)|(?P<of>\d\d):(?P<nth>-?\d)(?P<weekday>[a-z]{3})(?P<plus>[+-]\d+)?|easter(?P<shift>[+-]\d+)?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST_EASTER, _LAST_EASTER = 1583, 4099  # the Gregorian computus, as `dateutil` has it


def holiday(rule: str, year: int) -> Day | None:
    """Return the day of a holiday in a year; None where the rule gives none.

    Raises:
        ValueError: The rule is not one.
    """
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"no rule of a holiday: {rule}")
    if match["month"]:
        month, day = int(match["month"]), int(match["day"])
        return days_from_civil(year, month, day) if is_valid_date(year, month, day) else None
    if match["of"]:
        return nth_weekday(year, int(match["of"]), int(match["nth"]), _WEEKDAYS.index(match["weekday"])) + int(
            match["plus"] or 0
        )
    if not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    sunday = easter(year)
    return days_from_civil(sunday.year, sunday.month, sunday.day) + int(match["shift"] or 0)


def nth_weekday(year: int, month: int, nth: int, wanted: int) -> Day:
    """Return the nth weekday of a month, counted from its end where nth is negative."""
    if nth < 0:
        last = days_from_civil(year, month, days_in_month(year, month))
        return last - (weekday(last) - wanted) % 7 + (nth + 1) * 7
    first = days_from_civil(year, month, 1)
    return first + (wanted - weekday(first)) % 7 + (nth - 1) * 7
