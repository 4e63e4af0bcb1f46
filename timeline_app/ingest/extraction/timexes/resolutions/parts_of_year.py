"""Quarters, halves and seasons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil, instant
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.readings import PartOfYear, Relation
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of
from timeline_app.ingest.extraction.timexes.values import SEASONS

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression

_PART_SIZE = {Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.HALF: 6}
_LETTERS = {Granularity.QUARTER: "Q", Granularity.HALF: "H"}


@resolves(PartOfYear)
def part_of_year(expression: Expression, reading: PartOfYear) -> Resolved | None:
    """Resolve a quarter, half or season."""
    size = _PART_SIZE[reading.granularity]
    first = 3 if reading.granularity is Granularity.SEASON else 1

    def unit(year: int) -> Period:
        return Period.unit(instant(year, first + size * reading.number), reading.granularity)

    if reading.year is not None:
        return expression.date(unit(reading.year), explanations.stated(expression.text))
    if reading.relation is None and _is_any(expression, reading):
        return expression.again_and_again(_any_value(reading))
    if reading.relation is Relation.SAME and expression.document.told(Granularity.YEAR) is None:
        reading = replace(reading, relation=None)
    anaphoric = reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME)
    anchor = (
        expression.document.reference(Granularity.YEAR) if anaphoric else expression.document.anchor(Granularity.YEAR)
    )
    if anchor is None or anchor.start is None:
        return expression.nowhere(_any_value(reading))
    now, year = anchor.start, civil(anchor.start).year
    if reading.relation in (Relation.LAST, Relation.PREVIOUS):
        chosen = max(p for p in (year - 2, year - 1, year) if end_of(unit(p)) <= now)
    elif reading.relation in (Relation.NEXT, Relation.FOLLOWING):
        over = now + 1 if reading.relation is Relation.NEXT else end_of(anchor)
        chosen = min(p for p in (year, year + 1) if start_of(unit(p)) >= over or p == year + 1)
    elif reading.relation is Relation.BEFORE_LAST:
        chosen = max(p for p in (year - 1, year) if start_of(unit(p)) <= now or p == year - 1) - 1
    elif reading.relation is Relation.THIS:
        last, this = unit(year - 1), unit(year)
        is_over = expression.tense is Tense.PAST and now - end_of(last) < start_of(this) - now
        chosen = (
            year - 1 if now < end_of(last) or is_over else year
        )  # "this winter" in February, and in March where it is over
    elif reading.relation is not None or anchor is not expression.document.published:
        chosen = year
    else:
        chosen = max(p for p in (year - 1, year) if start_of(unit(p)) <= now or p == year - 1)
        ahead = start_of(unit(chosen + 1)) - now
        nearer = reading.granularity is Granularity.SEASON or ahead < now - end_of(unit(chosen))
        if expression.surroundings.may_look_ahead and end_of(unit(chosen)) <= now and nearer:
            chosen += 1
    period = unit(chosen)
    return expression.date(
        period, expression.counted(anchor) if reading.relation else expression.nearest(anchor, period)
    )


def _is_any(expression: Expression, reading: PartOfYear) -> bool:
    """Tell whether it is of every year: "in spring it rains", "sales usually rise in the second quarter"."""
    around = expression.surroundings
    return around.is_seasonal if reading.granularity is Granularity.SEASON else around.is_habitual


def _any_value(reading: PartOfYear) -> str:
    letter = _LETTERS.get(reading.granularity)
    return f"XXXX-{letter}{reading.number + 1}" if letter else f"XXXX-{SEASONS[reading.number]}"
