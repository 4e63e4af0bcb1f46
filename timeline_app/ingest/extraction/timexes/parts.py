"""Parts of a calendar unit that words single out: "early March", "the mid-1980s", "the end of the year".

TIMEX3 gives such an expression the value of the whole unit and a modifier; what happened then happened in the part. Where a part
begins and ends is nowhere written: thirds, in whole units of the next finer kind, and always "about". The early and the late years
of a decade are its halves: "the early 2000s" reach to 2004.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity, Period, shift

if TYPE_CHECKING:
    from collections.abc import Mapping

_THIRDS: Mapping[Granularity, tuple[Granularity, int, int]] = {
    Granularity.MONTH: (Granularity.DAY, 10, 20),
    Granularity.QUARTER: (Granularity.MONTH, 1, 2),
    Granularity.SEASON: (Granularity.MONTH, 1, 2),
    Granularity.HALF: (Granularity.MONTH, 2, 4),
    Granularity.YEAR: (Granularity.MONTH, 4, 8),
    Granularity.DECADE: (Granularity.YEAR, 4, 7),
    Granularity.CENTURY: (Granularity.DECADE, 3, 7),
}
"""For each unit, the finer one of which its parts are made, and how many of them the first part and the first two hold."""

_HALF_OF_A_DECADE = 5


def told_part(period: Period, mod: str) -> Period:
    """Return the part of a period that TIMEX3's `mod` tells of, "START", "MID" or "END"; the period itself for any other.

    Only a whole unit from the month up has parts: a range or a stretch that is open to one side stays as it is.
    """
    if mod not in ("START", "MID", "END") or period.start is None or period.granularity not in _THIRDS:
        return period
    if period.end != shift(period.start, period.granularity, 1):
        return period
    finer, first, second = _THIRDS[period.granularity]
    cuts = period.start, shift(period.start, finer, first), shift(period.start, finer, second), period.end
    if period.granularity is Granularity.DECADE and mod != "MID":
        half = shift(period.start, finer, _HALF_OF_A_DECADE)
        cuts = period.start, half, half, period.end
    number = ("START", "MID", "END").index(mod)
    return Period(cuts[number], cuts[number + 1], finer, approximate=True)
