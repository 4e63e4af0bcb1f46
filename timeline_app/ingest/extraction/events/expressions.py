"""The time expressions of a sentence as dates for its events: two sides of a range as one, the better of two for one verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.events.clauses import Tense
from timeline_app.ingest.extraction.timexes.parts import told_part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.domain.extraction import Span, TimeExpression
    from timeline_app.ingest.extraction.events.clauses import Predicate
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words

_JOINT = 4
"""How many words between two times of a verb may come before the "and" that joins them."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of time that a sentence states: by one expression, or by two from `expression` to `until`.

    `span` is the first and last token.
    """

    expression: int
    span: Span
    period: Period
    until: int | None = None


def stated_times(
    reading: Reading, expressions: Sequence[TimeExpression], stretches: Mapping[int, Period], words: Words
) -> list[Stated]:
    """Return the dates and times that a sentence states, in its order. `stretches` are the ranges told as two expressions."""
    found: list[Stated] = []
    for i, span in reading.located:
        expression = expressions[i]
        is_calendar = expression.type in (TimexType.DATE, TimexType.TIME)
        if expression.period is None or not is_calendar:
            continue
        if expression.period.granularity is Granularity.YEAR and _ends_name(reading, span, words):
            continue
        if found and found[-1].expression == i - 1:
            before = found[-1]
            if _is_its_end(reading, before, span, words):
                continue
            whole = stretches.get(i) if stretches.get(i - 1) is stretches.get(i) else None
            if whole is None and reading.sentence.words[before.span[1] + 1 : span[0]] == [words.conjunction]:
                whole = _adjoined(before.period, expression.period)
            if whole is not None:
                found[-1] = Stated(before.expression, (before.span[0], span[1]), whole, i)
                continue
        found.append(Stated(i, span, told_part(expression.period, expression.mod)))
    return found


def _is_its_end(reading: Reading, before: Stated, span: Span, words: Words) -> bool:
    """Tell whether a day only says when a quarter or year before it ended: "a loss for the quarter ended Sept. 30"."""
    if span[0] - before.span[1] != 2 or before.period.granularity <= Granularity.MONTH:
        return False
    verb = words.verb(reading.sentence.words[before.span[1] + 1])
    return verb is not None and verb.participle and verb.lemma in words.ending


def _adjoined(first: Period, last: Period) -> Period | None:
    """Return two units that follow each other as one stretch: "on Sunday and Monday"."""
    if first.granularity is not last.granularity or first.end != last.start or first.start is None or last.end is None:
        return None
    return Period.spanning(first, last)


def is_another(
    tokens: list[str], one: tuple[Dated, Stated], other: tuple[Dated, Stated], predicates: list[Predicate], words: Words
) -> bool:
    """Tell whether a verb that has a time happened at another as well: "ended in Rotterdam on 29 July and in Hull on 3 August"."""
    (dated, stated), (dated_other, stated_other) = one, other
    between = tokens[dated.last + 1 : dated_other.first]
    behind = tokens[dated_other.last + 1 : dated_other.last + 1 + 2 * _JOINT]
    # "Rome on 3 May, Paris on 5 May and London on 7 May".
    is_listed = between[:1] == [","] and words.conjunction in behind
    if dated.predicate is not None and predicates[dated.predicate].main > dated.first:
        return False  # "Despite signs of recovery on Sunday, he died on Monday"
    return (
        not dated_other.leads
        and (words.conjunction in between[:_JOINT] or is_listed)
        and len(between) <= 2 * _JOINT
        and stated.period.granularity is stated_other.period.granularity
        and not stated.period.overlaps(stated_other.period)
    )


def _ends_name(reading: Reading, span: Span, words: Words) -> bool:
    """Tell whether a year belongs to a name before it: "Vision 2030"."""
    first, last = span
    if first == last and first > 1:
        sentence = reading.sentence
        is_act = sentence.words[first - 1] == words.of and sentence.is_capital(first - 2)
        if is_act and words.event_nouns.isdisjoint(sentence.words[max(0, first - 4) : first - 1]):
            return True  # "the Foreign Assistance Act of 1961"
        between = sentence.text[sentence.ends[first - 1] : sentence.starts[first]]
        return sentence.is_capital(first - 1) and between == " " and sentence.words[first - 1] != ""
    return False


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

    A past is not of a day to come ("agreed on Monday to build it by 2030"), and a plan not of one that is over ("will discuss
    last week's attack on Friday"); of two that overlap the finer says more; else the nearer does.
    """
    (dated, stated), (dated_other, stated_other) = one, other
    verb = None if dated.predicate is None else predicates[dated.predicate]
    ahead, ahead_other = is_ahead(stated.period, published), is_ahead(stated_other.period, published)
    if verb is not None and verb.tense is Tense.PAST and ahead != ahead_other:
        return not ahead
    over, over_other = is_over(stated.period, published), is_over(stated_other.period, published)
    if verb is not None and verb.tense is Tense.PLANNED and over != over_other:
        return over_other
    if is_finer(stated.period, stated_other.period) or is_finer(stated_other.period, stated.period):
        return is_finer(stated.period, stated_other.period)
    at = 0 if verb is None else verb.main
    return abs(dated.first - at) < abs(dated_other.first - at)


def is_ahead(period: Period, published: Period | None) -> bool:
    """Tell whether a period lies wholly after the article's day."""
    return published is not None and period.known[0] >= published.known[1]


def is_over(period: Period, published: Period | None) -> bool:
    """Tell whether a period lies wholly before the article's day."""
    return published is not None and period.known[1] <= published.known[0]


def is_background(dated: Dated, period: Period, published: Period | None) -> bool:
    """Tell whether a period dates no event: a decade not over, or the current year in a name ("the 2024 election")."""
    if dated.noun is not None and period.granularity > Granularity.YEAR:
        return True
    if published is None or period.known[1] <= published.known[0]:
        return False
    in_name = dated.noun is not None and dated.last + 1 < dated.noun[1]
    return period.granularity > Granularity.YEAR or (in_name and period.granularity is Granularity.YEAR)


def precision(period: Period) -> float:
    """Return how much a period of this granularity says, from 0 to 1."""
    if period.is_open or period.approximate or period.granularity > Granularity.YEAR:
        return 0.65
    return 1.0 if period.granularity <= Granularity.DAY else 0.9
