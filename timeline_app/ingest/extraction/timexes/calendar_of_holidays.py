"""Well-known days by rule: "12-25", "11:4thu" (the fourth Thursday of November), "easter-2", "islamic:10-01", "passover+49".

A rule that ends in "x8" is of eight days. What the moon decides is reckoned, and so about right: `is_reckoned`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline_app.domain.calendar import Day, days_from_civil, days_in_month, is_valid_date, weekday
from timeline_app.ingest.extraction.timexes.moons import chinese_new_year, diwali
from timeline_app.ingest.extraction.timexes.reckonings import (
    easter_sunday,
    islamic_days_in,
    jewish_feast,
    orthodox_easter,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_RULE = re.compile(
    r"(?:(?P<month>\d\d)-(?P<day>\d\d)|(?P<of>\d\d):(?P<nth>-?\d)(?P<weekday>[a-z]{3})"
    r"|islamic:(?P<moon>\d\d)-(?P<night>\d\d)|(?P<movable>[a-z]{4,}))(?P<shift>[+-]\d+)?(?:x(?P<days>\d+))?"
)
_DATE = re.compile(r"\d\d-\d\d")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MOVABLE: Final[Mapping[str, Callable[[int], Day | None]]] = {
    "easter": easter_sunday,
    "orthodox": orthodox_easter,
    "newyear": lambda year: jewish_feast("tishri", year),
    "hanukkah": lambda year: jewish_feast("kislev", year),
    "passover": lambda year: jewish_feast("nisan", year),
    "chinese": chinese_new_year,
    "diwali": diwali,
}
_RECKONED = ("islamic", "chinese", "diwali")
_FIRST_RECKONED, _LAST_RECKONED = 623, 3000  # years: of the moon's feasts


def holiday(rule: str, year: int) -> Day | None:
    """Return the first day of a holiday in a year; None where the rule gives none.

    Raises:
        ValueError: The rule is not one.
    """
    match = _RULE.fullmatch(rule)
    if match is None or (match["movable"] and match["movable"] not in _MOVABLE):
        raise ValueError(f"no rule of a holiday: {rule}")
    day = _unmoved(match, year)
    return None if day is None else day + int(match["shift"] or 0)


def length(rule: str) -> int:
    """Return how many days a holiday has."""
    return int(rule.partition("x")[2] or 1)


def again(rule: str) -> str:
    """Return the TIMEX3 value of a holiday of every year: "XXXX-12-25", or "P1Y" where it has no day of its own."""
    return f"XXXX-{rule}" if _DATE.fullmatch(rule) else "P1Y"


def is_reckoned(rule: str) -> bool:
    """Tell whether the sight of the moon, or a place's clocks, can make a holiday a day earlier or later."""
    return rule.startswith(_RECKONED)


def _unmoved(match: re.Match[str], year: int) -> Day | None:
    if match["month"]:
        month, day = int(match["month"]), int(match["day"])
        return days_from_civil(year, month, day) if is_valid_date(year, month, day) else None
    if match["of"]:
        return nth_weekday(year, int(match["of"]), int(match["nth"]), _WEEKDAYS.index(match["weekday"]))
    if match["movable"] in ("easter", "orthodox"):
        return _MOVABLE[match["movable"]](year)
    if not _FIRST_RECKONED <= year <= _LAST_RECKONED:
        return None
    if match["moon"]:
        return next(iter(islamic_days_in(year, int(match["moon"]), int(match["night"]))), None)
    return _MOVABLE[match["movable"]](year)


def nth_weekday(year: int, month: int, nth: int, wanted: int) -> Day:
    """Return the nth weekday of a month, counted from its end where nth is negative."""
    if nth < 0:
        last = days_from_civil(year, month, days_in_month(year, month))
        return last - (weekday(last) - wanted) % 7 + (nth + 1) * 7
    first = days_from_civil(year, month, 1)
    return first + (wanted - weekday(first)) % 7 + (nth - 1) * 7
