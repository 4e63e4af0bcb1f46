"""Days of the week and weekends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY, Day, civil, day_of, weekday
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes.calendar_of_holidays import nth_weekday
from timeline_app.ingest.extraction.timexes.readings import Moved, NthWeekday, Relation, WeekdayOf, Weekend
from timeline_app.ingest.extraction.timexes.reckonings import weekday_as_written
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.values import date_value

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.readings import Reading
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression

_WEEKS_ON = {Relation.BEFORE_LAST: -2, Relation.LAST: -1, Relation.NEXT: 1, Relation.FOLLOWING: 2}
_MONDAY, _SATURDAY = 0, 5
_NEAR_DAYS = 14
_DAYS_OF_NEXT = 2  # so few days ahead it is "Friday" or "tomorrow"; "next Friday" is the one after
_DAYS_OF_LAST = 2
_DAYS_OF_PLANS = 3  # what "was due on Friday" is due still where Friday is no further ahead


@resolves(WeekdayOf)
def weekday_of(expression: Expression, reading: WeekdayOf) -> Resolved | None:
    """Resolve a day of the week."""
    if reading.relation is None and expression.surroundings.is_habitual:
        return expression.again_and_again(f"XXXX-WXX-{reading.weekday + 1}")
    if reading.base is not None:
        return _beside_day(expression, reading, reading.base)
    first_side = _first_side(expression, reading)
    document = expression.document
    if first_side is not None:
        reading = replace(reading, relation=Relation.FOLLOWING)
    elif reading.relation is None and expression.surroundings.is_definite_weekday and document.is_on_another_day:
        reading = replace(reading, relation=Relation.SAME)  # "on 15 August 1969 ... until the Monday"
    if reading.relation is Relation.SAME and document.told(Granularity.DAY) is None:
        reading = replace(reading, relation=None)
    anaphoric = reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME)
    anchor = first_side or (document.reference(Granularity.DAY) if anaphoric else document.anchor(Granularity.DAY))
    if anchor is None or anchor.start is None or anchor.granularity > Granularity.DAY:
        return expression.nowhere(f"XXXX-WXX-{reading.weekday + 1}")
    today = day_of(anchor.start)
    ahead = (reading.weekday - weekday(today)) % 7
    if reading.relation is not None:
        days = ahead if first_side is not None else _days_to_related(reading, ahead)
        if reading.relation is Relation.THIS and days and _is_told_as_done(expression):
            days -= 7  # "He died this Sunday"
    elif anchor is document.published:
        days = _days_to_nearest(expression, ahead)
    else:
        days = ahead
    period = Period.of_day(today + days)
    return expression.date(
        period, expression.counted(anchor) if reading.relation else expression.nearest(anchor, period)
    )


def _beside_day(expression: Expression, reading: WeekdayOf, base: Reading) -> Resolved | None:
    """Resolve the weekday next after or before a day: "the Monday after Easter"."""
    day = expression.resolve(base)
    if day is None or day.period is None or not day.period.is_one_day:
        return expression.nowhere(f"XXXX-WXX-{reading.weekday + 1}")
    ahead = (reading.weekday - weekday_as_written(day.period.first_day)) % 7
    return expression.date(Period.of_day(day.period.first_day + _days_to_related(reading, ahead)), day.explanation)


def _days_to_related(reading: WeekdayOf, ahead: int) -> int:
    """Return how many days on "last Friday" or "the next Friday" is, where the first one to come is `ahead` days on."""
    match reading.relation:
        case Relation.LAST | Relation.PREVIOUS:
            return ahead - (14 if reading.apart and ahead > 7 - _DAYS_OF_LAST else 7)
        case Relation.BEFORE_LAST:
            return ahead - 14
        case Relation.NEXT | Relation.FOLLOWING:
            return (ahead or 7) + (7 if reading.apart and 0 < ahead <= _DAYS_OF_NEXT else 0)
        case _:
            return ahead


def _days_to_nearest(expression: Expression, ahead: int) -> int:
    """Return how many days on a weekday of news is: the one to come where the sentence looks ahead, else the last one."""
    if expression.tense is Tense.FUTURE and not (ahead > _DAYS_OF_PLANS and expression.surroundings.is_past_plan):
        return ahead
    if expression.tense is Tense.UNKNOWN and expression.document.is_headed:
        return ahead  # of a letter, which tells what is done as such: "we march on Sunday", "are you free on Sunday?"
    return ahead - 7 if ahead else 0


def _is_told_as_done(expression: Expression) -> bool:
    """Tell whether a verb in the past is the weekday's own: "he died this Sunday", not "they announced a strike this Sunday"."""
    around = expression.surroundings
    is_moved = isinstance(expression.reading, Moved)  # "he left 100 years ago this Friday"
    return expression.tense is Tense.PAST and (around.follows_past or around.opens_sentence) and not is_moved


def _first_side(expression: Expression, reading: WeekdayOf) -> Period | None:
    """Return the day that a range begins with, where the weekday is counted on from it."""
    first = expression.first_side
    return first if first is not None and reading.relation is None and _is_near(expression, first) else None


def _is_near(expression: Expression, period: Period) -> bool:
    """Tell whether a weekday can be counted from a period: in "Monday to Friday", not in "14 September to Thursday"."""
    published = expression.document.published
    if published is None or period.granularity > Granularity.DAY:
        return False
    return abs(published.first_day - period.first_day) <= _NEAR_DAYS


@resolves(NthWeekday)
def weekday_of_month(expression: Expression, reading: NthWeekday) -> Resolved | None:
    """Resolve a weekday by its number in a month."""
    month = expression.resolve(reading.month)
    if month is None or month.period is None or month.period.start is None:
        return expression.nowhere(f"XXXX-XX-WXX-{reading.weekday + 1}")
    at = civil(month.period.start)
    day = nth_weekday(at.year, at.month, reading.nth, reading.weekday)
    return expression.date(Period.of_day(day), month.explanation)


@resolves(Weekend)
def weekend(expression: Expression, reading: Weekend) -> Resolved | None:
    """Resolve a weekend."""
    if reading.on is None and reading.relation is None and expression.surroundings.is_general:
        return expression.again_and_again("XXXX-WXX-WE")
    anchor, explanation = expression.document.anchor(Granularity.WEEK), None
    if reading.on is not None:
        day = expression.resolve(reading.on)
        anchor, explanation = (None, None) if day is None else (day.period, day.explanation)
    if anchor is None or anchor.start is None:
        return expression.nowhere("XXXX-WXX-WE")
    today = day_of(anchor.start)
    weeks = _weeks_on(expression, reading, today) if reading.on is None else -1 if weekday(today) == _MONDAY else 0
    saturday = today - weekday(today) + _SATURDAY + 7 * weeks
    week = Period.unit((saturday - 5) * SECONDS_PER_DAY, Granularity.WEEK)
    explanation = explanation or expression.counted(anchor)
    return Resolved(TimexType.DATE, f"{date_value(week)}-WE", Period.of_day(saturday, 2), explanation)


def _weeks_on(expression: Expression, reading: Weekend, today: Day) -> int:
    """Return how many weeks on from today's the weekend is."""
    if reading.relation in _WEEKS_ON:
        return _WEEKS_ON[reading.relation]
    if reading.relation is Relation.THIS and weekday(today) < _SATURDAY and _is_told_as_done(expression):
        return -1  # "the storm formed this weekend", on a Tuesday
    if reading.relation is None and not expression.surroundings.may_look_ahead and weekday(today) < _SATURDAY:
        return -1
    return 0
