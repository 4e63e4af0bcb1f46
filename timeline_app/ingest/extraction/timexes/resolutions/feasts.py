"""Well-known days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import Day, civil
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.calendar_of_holidays import holiday, is_reckoned, length
from timeline_app.ingest.extraction.timexes.readings import HolidayOf, Reckoned, Relation
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.values import date_value

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression
    from timeline_app.messages import Message

_DAYS_BEFORE, _DAYS_AFTER = 10, 3


@resolves(HolidayOf)
def holiday_of(expression: Expression, reading: HolidayOf) -> Resolved | None:
    """Resolve a well-known day."""
    if reading.year is not None:
        day = holiday(reading.rule, reading.year)
        return None if day is None else _feast(reading.rule, day, explanations.stated(expression.text))
    anaphoric = reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME)
    document = expression.document
    anchor = document.reference(Granularity.YEAR) if anaphoric else document.anchor(Granularity.YEAR)
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    year = civil(anchor.start).year
    days = [found for y in (year - 1, year, year + 1) if (found := holiday(reading.rule, y)) is not None]
    if len(days) < 3:
        return None
    at_hand = [day for day in days if day - _DAYS_BEFORE <= anchor.first_day < day + length(reading.rule) + _DAYS_AFTER]
    if at_hand and reading.relation is None and (length(reading.rule) > 1 or is_reckoned(reading.rule)):
        day = at_hand[0]  # "at the end of Ramadan", said in its last days
    else:
        day = _chosen_feast(expression, reading, anchor, days)
    return _feast(reading.rule, day, expression.nearest(anchor, Period.of_day(day)))


def _feast(rule: str, first: Day, explanation: Message) -> Resolved:
    """Return a feast from its first day on; what is reckoned is about that day, and says so."""
    period = Period.spanning(Period.of_day(first), Period.of_day(first + length(rule) - 1))
    value = date_value(Period.of_day(first))
    if period.last_day > first:
        value += f"/{date_value(Period.of_day(period.last_day))}"
    if is_reckoned(rule):
        period, explanation = period.about(), explanations.reckoned(explanation)
    return Resolved(TimexType.DATE, value, period, explanation)


@resolves(Reckoned)
def reckoned(expression: Expression, reading: Reckoned) -> Resolved:
    """Resolve days of another calendar."""
    explanation = explanations.converted(expression.text)
    period = Period.spanning(Period.of_day(reading.first), Period.of_day(reading.last))
    value = "/".join(dict.fromkeys(date_value(Period.of_day(day)) for day in (reading.first, reading.last)))
    if reading.is_about:
        period, explanation = period.about(), explanations.reckoned(explanation)
    return Resolved(TimexType.DATE, value, period, explanation)


def _chosen_feast(expression: Expression, reading: HolidayOf, anchor: Period, days: list[Day]) -> Day:
    """Return one of a feast's days in the years before, of and after an anchor's."""
    relation, tense = reading.relation, expression.tense
    if relation is Relation.FOLLOWING:
        return min(d for d in days if d > anchor.last_day or d == days[-1])
    if relation is Relation.PREVIOUS:
        return max(d for d in days if d < anchor.first_day or d == days[0])
    now = anchor.first_day
    if anchor is not expression.document.published or anchor.granularity > Granularity.DAY:
        return days[1]
    if relation is Relation.LAST or (relation is None and tense is Tense.PAST):
        return max(d for d in days if d <= now)
    if relation is Relation.NEXT or (relation is None and tense is Tense.FUTURE):
        return min(d for d in days if d >= now)
    return days[1] if relation is not None else min(days, key=lambda d: abs(d - now))
