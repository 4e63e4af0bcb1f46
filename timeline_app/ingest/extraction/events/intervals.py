"""Events whose days follow from a duration: "a two-day meeting starts", "a year since the beginning of the war"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY, day_of, weekday
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period, shift
from timeline_app.ingest.extraction.events.clauses import is_boundary

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span, TimeExpression
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

_DURATION = re.compile(r"P(\d+)([DWMY])\Z")
_UNITS = {"D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH, "Y": Granularity.YEAR}
_DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7, Granularity.MONTH: 30, Granularity.YEAR: 365}
_NUMERAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)\Z")


def measure(expression: TimeExpression) -> tuple[int, Granularity] | None:
    """Return count and unit of a duration in whole days, weeks, months or years."""
    match = _DURATION.match(expression.value) if expression.type is TimexType.DURATION else None
    return (int(match[1]), _UNITS[match[2]]) if match else None


def extended(period: Period, expression: TimeExpression, predicate: Predicate, words: Words) -> Period | None:
    """Return the whole stretch of an event of which one day is known: it starts, ends or lies on `period`, and takes so long."""
    lasting = measure(expression)
    if lasting is None or not period.is_one_day or not 1 < lasting[0] * _DAYS[lasting[1]] <= 62:
        return None
    count, unit = lasting
    if predicate.lemma in words.ending:
        end = (period.last_day + 1) * SECONDS_PER_DAY
        return Period(shift(end, unit, -count), end, Granularity.DAY, period.approximate)
    if predicate.lemma in words.starting or predicate.lemma in words.hosting:
        start = period.first_day * SECONDS_PER_DAY
        return Period(start, shift(start, unit, count), Granularity.DAY, period.approximate)
    return None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Something that was `count` units before `day` (None: the day of the article), named by the tokens of `noun`."""

    day: Period | None
    count: int
    unit: Granularity
    exact: bool
    words: str
    noun: Span

    def counted_back(self, day: Period) -> Period:
        """Return when it was, seen from `day`. A week goes back to the nearest Monday; what is not exact is marked approximate."""
        start, end = day.known
        start, end = shift(start, self.unit, -self.count), shift(end, self.unit, -self.count)
        if day.granularity is Granularity.WEEK:
            first = day_of(start)
            start = (first - weekday(first) + (7 if weekday(first) > 3 else 0)) * SECONDS_PER_DAY
            end = start + 7 * SECONDS_PER_DAY
        return Period(start, end, day.granularity, day.approximate or not self.exact)


def anniversary(
    sentence: Sentence, predicates: list[Predicate], located: list[tuple[TimeExpression, int, int]], words: Words
) -> Anniversary | None:
    """Read "Next week will be a year since the beginning of the war" or "Sunday marks the 10th anniversary of the attack"."""
    if not predicates:
        return None
    day = next((e.period for e, _, _ in located if e.period is not None and e.type is TimexType.DATE), None)
    tokens = sentence.words
    for expression, _, last in located:
        lasting = measure(expression)
        if (
            lasting is not None
            and tokens[last + 1 : last + 2] == [words.since]
            and predicates[0].lemma in words.marking
        ):
            noun = _noun_phrase(tokens, last + 2, predicates, words)
            return Anniversary(day, *lasting, exact=False, words=expression.text, noun=noun) if noun else None
    for at, token in enumerate(tokens):
        if token == words.anniversary and at > 0 and tokens[at + 1 : at + 2] == [words.of]:
            count = _ordinal(tokens[at - 1], words)
            noun = _noun_phrase(tokens, at + 2, predicates, words)
            marked = any(p.lemma in words.marking and p.main < at for p in predicates)
            if marked and count and noun and day is not None and day.granularity <= Granularity.DAY:
                return Anniversary(
                    day, count, Granularity.YEAR, exact=True, words=f"{tokens[at - 1]} {token}", noun=noun
                )
    return None


def _ordinal(word: str, words: Words) -> int:
    """Return the number of "10th" or "tenth", 0 for any other word."""
    numeral = _NUMERAL.match(word)
    if numeral:
        return int(numeral[1])
    return words.ordinals.index(word) + 1 if word in words.ordinals else 0


def _noun_phrase(tokens: list[str], start: int, predicates: list[Predicate], words: Words) -> Span | None:
    """Return the tokens from `start` to the end of the clause, or of its verb where it has one."""
    end = start
    while end < len(tokens) and tokens[end] and not is_boundary(tokens[end], words):
        end += 1
    return (start, end) if end > start else None
