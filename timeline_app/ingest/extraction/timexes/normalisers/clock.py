"""Times of day."""

from __future__ import annotations

from typing import Any

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.normalisers.common import Made, normaliser
from timeline_app.ingest.extraction.timexes.readings import Base, Clock, DayPart, Shifted
from timeline_app.ingest.extraction.timexes.zones import zone_between

_HALF_HOUR = 30
_TEN = 1000  # o'clock, as four figures


@normaliser
def clock(
    hour: int,
    minute: int | None = None,
    second: int | None = None,
    meridiem: int | None = None,
    zone: str | None = None,
    zone2: str | None = None,
    in_utc: int | None = None,
) -> Made:
    """A time of day by the clock; what it is in UTC tells its zone."""
    if meridiem is not None:
        hour = hour % 12 + meridiem
    if hour == 24:
        if minute:
            return None
        hour = 0
    if in_utc is not None:
        zone = zone_between(hour * 60 + (minute or 0), in_utc)
    return Clock(hour, minute, second, zone or zone2 or "")


@normaliser
def o_clock(hour: int | None = None, hour_word: int | None = None, meridiem: int | None = None) -> Made:
    """Eight o'clock."""
    stated = hour or hour_word or 0
    return clock(stated, meridiem=meridiem) if 1 <= stated <= 12 else None


@normaliser
def past_the_hour(hour: int, minutes: int = 0, minutes_before: int = 0) -> Made:
    """Half past six, a quarter to nine, ten to four."""
    past = minutes - minutes_before
    if not (1 <= hour <= 12 and -_HALF_HOUR < past <= _HALF_HOUR and past):
        return None
    return clock(hour, past) if past > 0 else clock(hour - 1 or 12, 60 + past)


@normaliser
def clock_in_part(hour: int, part: str) -> Made:
    """Three in the morning."""
    after_noon = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return clock(hour, meridiem=12 if after_noon else 0)


@normaliser
def clock_military(hour_minute: int, zone: str | None = None) -> Made:
    """0400 hours."""
    return Clock(hour_minute // 100, hour_minute % 100, zone=zone or "")


@normaliser
def clock_bare(hour: int, minute: int | None = None) -> Made:
    """The nine of "between nine and eleven p.m."."""
    return Clock(hour, minute, is_bare=True)


@normaliser
def clock_four_figures(hour_minute: int) -> Made:
    """0730; from ten on the figures may be a year."""
    return Clock(hour_minute // 100, hour_minute % 100) if hour_minute < _TEN else None


@normaliser
def day_part(part: str, count: int, **_: Any) -> Made:
    """This morning, last night, tomorrow evening."""
    return DayPart(part, Shifted(Granularity.DAY, count))


@normaliser
def part_alone(part: str, *, before_dawn: bool = False) -> Made:
    """The evening, the small hours."""
    return DayPart(part, before_dawn=before_dawn)


@normaliser
def overnight() -> Made:
    """Overnight: last night, or tonight where the sentence looks ahead."""
    return DayPart("NI", is_last=True)


@normaliser
def part_anaphoric(part: str, relation: str) -> Made:
    """The next morning, that evening."""
    return DayPart(
        part, Shifted(Granularity.DAY, {"previous": -1, "same": 0, "following": 1}[relation], Base.REFERENCE)
    )
