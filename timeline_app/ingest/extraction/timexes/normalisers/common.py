"""What the normalisers share: their type, and what units of time mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.readings import Impossible, Reading, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

Made: TypeAlias = Reading | Impossible | None
"""A reading; None where the words are no expression of time after all; `Impossible` where neither they nor any part of them
is one: the calendar has no such date, or they are an idiom."""

Number: TypeAlias = float | str
"""A number, or `VAGUE`."""

UNITS: dict[str, tuple[int, Granularity]] = {
    "second": (1, Granularity.SECOND),
    "minute": (1, Granularity.MINUTE),
    "hour": (1, Granularity.HOUR),
    "day": (1, Granularity.DAY),
    "night": (1, Granularity.DAY),
    "week": (1, Granularity.WEEK),
    "weekend": (1, Granularity.WEEK),
    "fortnight": (2, Granularity.WEEK),
    "month": (1, Granularity.MONTH),
    "quarter": (1, Granularity.QUARTER),
    "year": (1, Granularity.YEAR),
    "decade": (1, Granularity.DECADE),
    "century": (1, Granularity.CENTURY),
    "millennium": (10, Granularity.CENTURY),
}
"""What shifting by a unit means: how many of which granularity."""

MONTHS_OFF = {"last": -1, "this": 0, "next": 1}
"""How many months on the month of a relation is."""

NORMALISERS: dict[str, Callable[..., Made]] = {}
"""The normalisers by the name that rules use in `make`."""


def normaliser(function: Callable[..., Made]) -> Callable[..., Made]:
    """Enter a function among the normalisers."""
    NORMALISERS[function.__name__] = function
    return function


def relation_of(relation: str | None, other: str | None = None) -> Relation | None:
    """Return where an expression points, from either of two slots."""
    stated = relation or other
    return Relation(stated) if stated else None


@normaliser
def idiom(**_: Any) -> Made:
    """Words of time that are of no time: "call it a day", "20th Century Fox"."""
    return Impossible()
