"""What has no place of its own on the calendar: lengths, recurrences, vague references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period, shift
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.readings import End, Length, Recurring, Relation, Shifted, Vague
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.resolutions.counted import shifted
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of, unit_containing

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression

_BACK = (Relation.LAST, Relation.PREVIOUS)
_ON = (Relation.NEXT, Relation.FOLLOWING)
_LONGEST = 1000  # units


@resolves(Vague)
def vague(expression: Expression, reading: Vague) -> Resolved | None:
    """Resolve a vague reference."""
    explanation = explanations.vague(expression.text)
    return Resolved(TimexType.DATE, reading.value, None, explanation)


@resolves(Length)
def length(expression: Expression, reading: Length) -> Resolved | None:
    """Resolve a duration."""
    if reading.ahead and reading.count and reading.granularity is not None:
        is_whole = reading.count == int(reading.count) and reading.granularity >= Granularity.DAY
        is_record = expression.surroundings.is_record(of_years=reading.granularity >= Granularity.YEAR)
        if is_whole and expression.tense is Tense.FUTURE and not is_record:
            return shifted(expression, Shifted(reading.granularity, int(reading.count)))
    placed = _stretch(expression, reading) if reading.whole is None else _end_of_whole(expression, reading)
    if placed is not None:
        return placed
    explanation = explanations.length(expression.text)
    return Resolved(TimexType.DURATION, reading.value, None, explanation)


def _stretch(expression: Expression, reading: Length) -> Resolved | None:
    """Place "the past three weeks": the days up to the anchor, or those after it; None where nothing places it."""
    granularity, count = reading.granularity, reading.count
    if reading.relation not in (*_BACK, *_ON) or granularity is None or count is None or count != int(count):
        return None
    if granularity < Granularity.DAY or not 0 < count <= _LONGEST:
        return None
    document = expression.document
    is_anaphoric = reading.relation in (Relation.PREVIOUS, Relation.FOLLOWING)
    anchor = document.reference(Granularity.DAY) if is_anaphoric else document.anchor(Granularity.DAY)
    if anchor is None or anchor.start is None:
        return None
    if granularity is Granularity.QUARTER:
        now, next_one = (start_of(unit_containing(anchor.start, granularity, n)) for n in (0, 1))
    else:
        now = anchor.start - anchor.start % SECONDS_PER_DAY
        next_one = now + SECONDS_PER_DAY
    if reading.relation in _BACK:
        period = Period(shift(now, granularity, -int(count)), now, Granularity.DAY)
    else:
        period = Period(next_one, shift(next_one, granularity, int(count)), Granularity.DAY)
    period = period.about() if granularity >= Granularity.MONTH else period
    return Resolved(TimexType.DURATION, reading.value, period, expression.counted(anchor))


def _end_of_whole(expression: Expression, reading: Length) -> Resolved | None:
    """Place "the first two months of 1995", "the six months to June 30"; None where they are more than the whole."""
    assert reading.whole is not None
    whole, granularity, count = expression.resolve(reading.whole), reading.granularity, reading.count
    if whole is None or whole.period is None or granularity is None or count is None or count != int(count):
        return None
    if whole.period.is_open or whole.period.approximate or not 0 < count <= _LONGEST or granularity < Granularity.DAY:
        return None
    start, end = start_of(whole.period), end_of(whole.period)
    if reading.end is End.FIRST:
        cuts = start, shift(start, granularity, int(count))
    else:
        cuts = shift(end, granularity, -int(count)), end
    if reading.end is not End.UNTIL and not (
        start <= cuts[0] and cuts[1] <= end and granularity < whole.period.granularity
    ):
        return None
    finer: Granularity = Granularity.DAY if granularity is Granularity.WEEK else granularity
    if reading.end is End.UNTIL:
        finer = min(finer, whole.period.granularity)
    return Resolved(TimexType.DURATION, reading.value, Period(*cuts, finer), whole.explanation)


@resolves(Recurring)
def recurring(expression: Expression, reading: Recurring) -> Resolved | None:
    """Resolve what recurs."""
    explanation = explanations.recurring(expression.text)
    return Resolved(TimexType.SET, reading.value, None, explanation)
