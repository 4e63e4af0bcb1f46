"""Dates as a reader types them: in EDTF, or in plain words that the program's own date engine reads."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.period import Period

if TYPE_CHECKING:
    from timeline_app.domain.extraction import TimeExpression

_LATER = re.compile(r"(?P<length>.+?)\s+(?:later|after|afterwards|on)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:to|until|till|and|-|–|—|/)\s*", re.IGNORECASE)
_BEFORE_RANGE = re.compile(r"\s*(?:from|between)?\s*", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def read_date(text: str, base: Period | None = None) -> Period | None:
    """Read a date; None where it is none, or more than one.

    Args:
        text: EDTF or plain words: "mid March 2014", "the 1990s", "from 1789 to 1799".
        base: What words such as "last Tuesday", "2 weeks before", "3 days later" and "in March" count from; without it they are
            no dates.
    """
    with suppress(ValueError):
        return parse_edtf(text.strip())
    period = _read(text, base)
    # Words that the program adds must all belong to the date, or it would make one of any.
    others = (_read(words, base, is_whole=True) for words in _readings(text, base) if period is None)
    return period or next((other for other in others if other is not None), None)


def _readings(text: str, base: Period | None) -> list[str]:
    """Return words that count from the base in words that say so."""
    if base is None or base.start is None:
        return []
    at, readings = civil(base.start), []
    if later := _LATER.fullmatch(text):
        readings.append(f"{later['length']} after {at.day} {_MONTHS[at.month - 1]} {at.year}")
    if text.strip().isalpha():  # "March", "summer": of the base's year
        readings.append(f"{text.strip()} {at.year}")
    return readings


def _read(text: str, base: Period | None, *, is_whole: bool = False) -> Period | None:
    # Not at the start: it loads a language.
    from timeline_app.ingest.extraction.timexes import find_time_expressions

    found = [e for e in find_time_expressions(text, base) if e.period is not None]
    if is_whole:
        return found[0].period if len(found) == 1 and found[0].text == text else None
    if len(found) == 2 and _are_range(text, *found):
        return Period.spanning(found[0].period, found[1].period)
    return found[0].period if len(found) == 1 else None


def _are_range(text: str, first: TimeExpression, last: TimeExpression) -> bool:
    return (
        first.period is not None
        and last.period is not None
        and first.period.known[0] < last.period.known[1]
        and _BEFORE_RANGE.fullmatch(text[: first.start]) is not None
        and _BETWEEN.fullmatch(text[first.end : last.start]) is not None
    )
