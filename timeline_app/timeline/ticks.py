"""Where the ruler has its marks: steps of the calendar, from minutes to millennia."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    SECONDS_PER_HOUR,
    SECONDS_PER_MINUTE,
    civil,
    civil_from_days,
    days_from_civil,
    instant,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.domain.calendar import Instant
    from timeline_app.timeline.scale import TimeScale

MONDAY_ORIGIN = -3 * SECONDS_PER_DAY
"""A Monday at midnight: weeks are counted from here."""


class Unit(IntEnum):
    """The calendar units that a ruler counts in."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


_SECONDS = {
    Unit.MINUTE: SECONDS_PER_MINUTE,
    Unit.HOUR: SECONDS_PER_HOUR,
    Unit.DAY: SECONDS_PER_DAY,
    Unit.WEEK: 7 * SECONDS_PER_DAY,
    Unit.MONTH: 2_629_746,
    Unit.YEAR: 31_556_952,
}
"""Lengths of the units; those of month and year are the calendar's means."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stride over the calendar: so many of a unit. Weeks begin so many days after Monday as `offset` says."""

    unit: Unit
    count: int
    offset: int = 0

    @property
    def seconds(self) -> int:
        """The mean length of the stride."""
        return _SECONDS[self.unit] * self.count

    def floor(self, moment: float) -> Instant:
        """Return the last tick at or before an instant."""
        whole = int(moment // 1)
        if self.unit <= Unit.WEEK:
            return whole - (whole - MONDAY_ORIGIN - self.offset * SECONDS_PER_DAY) % self.seconds
        date = civil_from_days(whole // SECONDS_PER_DAY)
        if self.unit is Unit.MONTH:
            return instant(date.year, date.month - (date.month - 1) % self.count)
        return instant(_floor_year(date.year, self.count))

    def after(self, tick: Instant) -> Instant:
        """Return the tick that follows a tick."""
        if self.unit <= Unit.WEEK:
            return tick + self.seconds
        at = civil(tick)
        if self.unit is Unit.MONTH:
            year, month0 = divmod(at.year * 12 + at.month - 1 + self.count, 12)
            return days_from_civil(year, month0 + 1, 1) * SECONDS_PER_DAY
        # The years 1 to count - 1 make a stride that is one year short: nobody counted a year 0.
        return instant(self.count if at.year == 1 and self.count > 1 else at.year + self.count)


def _floor_year(year: int, count: int) -> int:
    """Return the tick year at or before an astronomical year: ..., 200 BCE, 100 BCE, 1 CE, 100 CE, 200 CE, ..."""
    if count == 1:
        return year
    if year >= 1:
        return max(year - year % count, 1)
    return 1 - -(-(1 - year) // count) * count


STEPS: tuple[Step, ...] = (
    *(Step(Unit.MINUTE, count) for count in (1, 2, 5, 10, 15, 30)),
    *(Step(Unit.HOUR, count) for count in (1, 2, 3, 6, 12)),
    Step(Unit.DAY, 1),
    Step(Unit.WEEK, 1),
    *(Step(Unit.MONTH, count) for count in (1, 3)),
    *(Step(Unit.YEAR, count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
"""The strides of the ruler's fine row, shortest first."""

_COARSE = {
    Unit.MINUTE: Step(Unit.DAY, 1),
    Unit.HOUR: Step(Unit.DAY, 1),
    Unit.DAY: Step(Unit.MONTH, 1),
    Unit.WEEK: Step(Unit.MONTH, 1),
    Unit.MONTH: Step(Unit.YEAR, 1),
}


def coarse_of(fine: Step) -> Step:
    """Return the stride of the row above: what the reader needs to place the fine row's labels."""
    if fine.unit in _COARSE:
        return _COARSE[fine.unit]
    century = 10
    while century <= 2 * fine.count:
        century *= 10
    return Step(Unit.YEAR, century)


def fine_step(scale: TimeScale, label_width: Callable[[Step], float], week_offset: int = 0) -> Step:
    """Return the shortest stride whose labels, of at most `label_width(step)` pixels, stand clear of each other.

    `week_offset` is how many days after Monday weeks begin.
    """
    for step in STEPS:
        if scale.length(step.seconds) * 0.9 >= label_width(step):
            return replace(step, offset=week_offset) if step.unit is Unit.WEEK else step
    return STEPS[-1]


def ticks(scale: TimeScale, width: float, step: Step) -> tuple[tuple[Instant, Instant], ...]:
    """Return the cells `(tick, next tick)` that have a pixel in `[0, width]`, in order."""
    start, end = scale.span(width)
    return _cells(step, math.floor(start), math.floor(end))


@lru_cache(maxsize=8)
def _cells(step: Step, first: Instant, last: Instant) -> tuple[tuple[Instant, Instant], ...]:
    """Return the cells from that of an instant to that of another: ruler and ground ask for the same ones in every picture."""
    cells = []
    tick = step.floor(first)
    while tick <= last:
        following = step.after(tick)
        cells.append((tick, following))
        tick = following
    return tuple(cells)
