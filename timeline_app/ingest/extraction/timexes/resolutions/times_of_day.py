"""Times by the clock and parts of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY, Day, day_of
from timeline_app.domain.date_reading import Mode
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.readings import Clock, DayPart, Shifted
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.values import date_value
from timeline_app.ingest.extraction.timexes.zones import offset_value, seconds_from_utc

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.readings import Reading
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression
    from timeline_app.messages import Message

_PART_HOURS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "DT": (6, 18)}
_SMALL_HOURS = (0, 6)


@resolves(Clock)
def clock(expression: Expression, reading: Clock) -> Resolved | None:
    """Resolve a time by the clock."""
    minute, second = reading.minute, reading.second
    clock = f"T{reading.hour:02d}:{minute or 0:02d}" + ("" if second is None else f":{second:02d}")
    if reading.day is None and (expression.surroundings.is_general or _is_recurring(expression)):
        return expression.again_and_again(f"XXXX-XX-XX{clock}")
    day, explanation = _day_for(expression, reading.day)
    if day is None:
        return Resolved(TimexType.TIME, f"XXXX-XX-XX{clock}", None, explanation)
    ends_day = expression.surroundings.looks_ahead or reading.day is not None
    if reading.hour == 0 and minute is None and ends_day and not expression.surroundings.follows_after:
        # "by midnight", "midnight Friday": the end of the day
        whole = Period.of_day(day)
        return Resolved(TimexType.TIME, f"{date_value(whole)}T24:00", whole, explanation)
    start = day * SECONDS_PER_DAY + reading.hour * 3600 + (minute or 0) * 60 + (second or 0)
    granularity = (
        Granularity.SECOND if second is not None else Granularity.MINUTE if minute is not None else Granularity.HOUR
    )
    value, period = date_value(Period.of_day(day)) + clock, Period.unit(start, granularity)
    ahead = seconds_from_utc(reading.zone, day)
    if ahead is not None:  # the period stays by the clocks of the place: it happened on that day there
        value += offset_value(ahead)
        if ahead:
            explanation = explanations.in_zone(explanation, Period.unit(start - ahead, granularity))
    return Resolved(TimexType.TIME, value, period, explanation)


@resolves(DayPart)
def day_part(expression: Expression, reading: DayPart) -> Resolved | None:
    """Resolve a part of a day."""
    if reading.day is None and expression.surroundings.is_of_event and not expression.surroundings.is_modified:
        return None
    if reading.day is None and expression.surroundings.is_general:
        return expression.again_and_again(f"XXXX-XX-XXT{reading.part}")
    on = reading.day
    if reading.is_last and on is None and expression.tense is Tense.UNKNOWN:
        return None  # "do not park there overnight"
    if reading.is_last and on is None and expression.document.mode is Mode.NEWS:
        on = Shifted(Granularity.DAY, 0 if expression.tense is Tense.FUTURE else -1)
    day, explanation = _day_for(expression, on)
    if day is None:
        return Resolved(TimexType.TIME, f"XXXX-XX-XXT{reading.part}", None, explanation)
    first, last = _SMALL_HOURS if reading.before_dawn else _PART_HOURS[reading.part]
    start = day * SECONDS_PER_DAY
    period = Period(start + first * 3600, start + last * 3600, Granularity.PART_OF_DAY)
    return Resolved(TimexType.TIME, f"{date_value(Period.of_day(day))}T{reading.part}", period, explanation)


def _is_recurring(expression: Expression) -> bool:
    return expression.document.is_recurring() and expression.tense is not Tense.PAST


def _day_for(expression: Expression, reading: Reading | None) -> tuple[Day | None, Message]:
    if reading is not None:
        resolved = expression.resolve(reading)
        if resolved is None or resolved.period is None or not resolved.period.is_one_day:
            return None, explanations.unplaced(expression.text)
        return resolved.period.first_day, resolved.explanation
    document = expression.document
    is_over = expression.tense is Tense.PAST and not document.has_told_day(expression.surroundings)
    anchor = document.day(is_over=is_over)
    if anchor is None or anchor.start is None:
        return None, explanations.unplaced(expression.text)
    return day_of(anchor.start), expression.counted(anchor)
