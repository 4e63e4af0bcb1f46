"""The time expressions of a sentence as dates for its events: two sides of a range as one, the better of two for one verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.events.clauses import Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span, TimeExpression
    from timeline_app.ingest.extraction.events.clauses import Predicate
    from timeline_app.ingest.extraction.events.dating import Dated
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of time that a sentence states: by one expression, or by two from `expression` to `until`.

    `span` is the first and last token.
    """

    expression: int
    span: Span
    period: Period
    until: int | None = None


def stated_times(reading: Reading, expressions: Sequence[TimeExpression], words: Words) -> list[Stated]:
    """Return the dates and times that a sentence states outside quotations, in its order."""
    found: list[Stated] = []
    for i, span in reading.located:
        expression = expressions[i]
        is_calendar = expression.type in (TimexType.DATE, TimexType.TIME)
        if expression.period is None or not is_calendar:
            continue
        if expression.period.granularity is Granularity.YEAR and _ends_name(reading, span):
            continue
        if found and _continues(reading, found[-1].span, span, words):
            whole = _spanned(found[-1].period, expression.period)
            if whole is not None:
                found[-1] = Stated(found[-1].expression, (found[-1].span[0], span[1]), whole, i)
                continue
        found.append(Stated(i, span, expression.period))
    return found


def _ends_name(reading: Reading, span: Span) -> bool:
    """Tell whether a year belongs to a name before it: "Vision 2030"."""
    first, last = span
    if first == last and first > 1:
        sentence = reading.sentence
        between = sentence.text[sentence.ends[first - 1] : sentence.starts[first]]
        return sentence.is_capital(first - 1) and between == " " and sentence.words[first - 1] != ""
    return False


def _continues(reading: Reading, first: Span, last: Span, words: Words) -> bool:
    """Tell whether two expressions are the sides of a range: "from 1914 to 1918", "between May and July"."""
    tokens = reading.sentence.words
    if last[0] - first[1] != 2 or first[0] == 0:
        return False
    joiner, before = tokens[first[1] + 1], tokens[first[0] - 1]
    return joiner in words.range_joiners and before in words.range_openers


def _spanned(first: Period, last: Period) -> Period | None:
    """Return the stretch from one period to another, None where the second is not the later."""
    if first.start is None or last.end is None or last.known[0] <= first.known[0]:
        return None
    return Period(
        first.start, last.end, max(first.granularity, last.granularity), first.approximate or last.approximate
    )


def closed(period: Period) -> Period:
    """Return the stretch that an open period starts or ends with: the 2011 of "since 2011"."""
    return Period(*period.known, period.granularity, period.approximate) if period.is_open else period


def is_finer(one: Period, other: Period) -> bool:
    """Tell whether a period says the same as another more finely: "the 2022 summit" beside "on June 28"."""
    return one.granularity < other.granularity and one.overlaps(other)


def is_better(
    one: tuple[Dated, Stated], other: tuple[Dated, Stated], predicates: list[Predicate], published: Period | None
) -> bool:
    """Tell whether one of two times says more of the verb that both could date.

    A past is not of a day to come ("agreed on Monday to build it by 2030"); of two that overlap the finer says more; else the
    nearer does.
    """
    (dated, stated), (dated_other, stated_other) = one, other
    verb = None if dated.predicate is None else predicates[dated.predicate]
    ahead, ahead_other = is_ahead(stated.period, published), is_ahead(stated_other.period, published)
    if verb is not None and verb.tense is Tense.PAST and ahead != ahead_other:
        return not ahead
    if is_finer(stated.period, stated_other.period) or is_finer(stated_other.period, stated.period):
        return is_finer(stated.period, stated_other.period)
    at = 0 if verb is None else verb.main
    return abs(dated.first - at) < abs(dated_other.first - at)


def is_ahead(period: Period, published: Period | None) -> bool:
    """Tell whether a period lies wholly after the article's day."""
    return published is not None and period.known[0] >= published.known[1]


def is_background(dated: Dated, period: Period, published: Period | None) -> bool:
    """Tell whether a period dates no event: a decade not over, or the current year in a name ("the 2024 election")."""
    if published is None or period.known[1] <= published.known[0]:
        return False
    in_name = dated.noun is not None and dated.last + 1 < dated.noun[1]
    return period.granularity > Granularity.YEAR or (in_name and period.granularity is Granularity.YEAR)


def precision(period: Period) -> float:
    """Return how much a period of this granularity says, from 0 to 1."""
    if period.is_open or period.approximate or period.granularity > Granularity.YEAR:
        return 0.6
    if period.granularity > Granularity.MONTH:
        return 0.75
    return 1.0 if period.granularity <= Granularity.DAY else 0.9
