"""Well-known days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import Day, civil
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.calendar_of_holidays import holiday
from timeline_app.ingest.extraction.timexes.readings import HolidayOf, Relation
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.tense import Tense

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression


@resolves(HolidayOf)
def holiday_of(expression: Expression, reading: HolidayOf) -> Resolved | None:
    """Resolve a well-known day."""
    if reading.year is not None:
        day = holiday(reading.rule, reading.year)
        return None if day is None else expression.date(Period.of_day(day), explanations.stated(expression.text))
    anaphoric = reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME)
    document = expression.document
    anchor = document.reference(Granularity.YEAR) if anaphoric else document.anchor(Granularity.YEAR)
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    year = civil(anchor.start).year
    days = [found for y in (year - 1, year, year + 1) if (found := holiday(reading.rule, y)) is not None]
    if len(days) < 3:
        return None
    period = Period.of_day(_chosen_feast(expression, reading, anchor, days))
    return expression.date(period, expression.nearest(anchor, period))


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
