"""Events whose days follow from a duration: "a two-day meeting starts", "a year since the beginning of the war"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY, day_of, weekday
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period, shift
from timeline_app.ingest.extraction.events.clauses import PUNCTUATION, Tense, is_boundary

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span, TimeExpression
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

_DURATION = re.compile(r"P(\d+)([DWMY])\Z")
_UNITS = {"D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH, "Y": Granularity.YEAR}
_DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7, Granularity.MONTH: 30, Granularity.YEAR: 365}
_SOON = "PTX"  # "hours", "minutes"
_LONGEST = 62
"""Days of the longest event whose length is added to its first day."""
_OPENING = 3
"""How many tokens a length of time can have that a sentence opens with."""
_NUMERAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)\Z")


@dataclass(frozen=True, slots=True)
class Length:
    """How long an event is said to take: a count of units, and the article's words for it."""

    count: int
    unit: Granularity
    words: str


def measure(expression: TimeExpression) -> Length | None:
    """Return a duration in whole days, weeks, months or years."""
    match = _DURATION.match(expression.value) if expression.type is TimexType.DURATION else None
    return Length(int(match[1]), _UNITS[match[2]], expression.text) if match else None


def names_length(sentence: Sentence, expression: TimeExpression, last: int, words: Words) -> Length | None:
    """Return the length of an event where the expression gives it: "a two-day meeting", and not "in the last two days".

    `last` is the expression's last token.
    """
    length = measure(expression)
    if length is None or not 1 < length.count * _DAYS[length.unit] <= _LONGEST:
        return None
    for word in sentence.words[last + 1 : last + 5]:
        if word in words.event_nouns:
            return length
        if is_boundary(word, words) or word in words.prepositions:
            break
    return None


def whole_stretch(period: Period, length: Length, predicate: Predicate, words: Words) -> Period | None:
    """Return all of an event of which one day is known, as it starts, ends or is held then; None where that does not follow."""
    if not period.is_one_day:
        return None
    if predicate.lemma in words.ending:
        end = (period.last_day + 1) * SECONDS_PER_DAY
        return Period(shift(end, length.unit, -length.count), end, Granularity.DAY, period.approximate)
    if predicate.lemma in words.starting or predicate.lemma in words.hosting:
        start = period.first_day * SECONDS_PER_DAY
        return Period(start, shift(start, length.unit, length.count), Granularity.DAY, period.approximate)
    return None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Something that was a length of time before `day` (None: the day of the article), named by the tokens of `noun`."""

    day: Period | None
    length: Length
    exact: bool
    noun: Span

    @property
    def words(self) -> str:
        """The article's words for how long ago it was."""
        return self.length.words

    def counted_back(self, day: Period) -> Period:
        """Return when it was, seen from `day`. A week goes back to the nearest Monday; what is not exact is marked approximate."""
        start, end = Period(*day.known, day.granularity).shifted(self.length.unit, -self.length.count).known
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
    dates = [(e.period, last) for e, _, last in located if e.period is not None and e.type is TimexType.DATE]
    day = dates[0][0] if dates else None
    tokens = sentence.words
    for expression, _, last in located:
        lasting = measure(expression)
        verb = predicates[0]
        if lasting is None or verb.lemma not in words.marking:
            continue
        # "It is a year since the war began", "a year has passed since".
        behind = verb.main if last + 1 == verb.first else last
        # "It will be ten years | on Tuesday | since it sank."
        beside = [
            after for _, first, after in located if behind < first <= behind + 2 and tokens[after + 1 : after + 2]
        ]
        if beside and tokens[beside[0] + 1] == words.since:
            behind = beside[0]
        if tokens[behind + 1 : behind + 2] == [words.since]:
            if any(last_of_date > behind for _, last_of_date in dates):
                return None  # "Nine years since the 2012 shooting" has a date of its own.
            noun = _noun_phrase(tokens, behind + 2, words)
            return Anniversary(day, lasting, exact=False, noun=noun) if noun else None
    for at, token in enumerate(tokens):
        if token == words.anniversary and at > 0 and tokens[at + 1 : at + 2] == [words.of]:
            count = _ordinal(tokens[at - 1], words)
            noun = _noun_phrase(tokens, at + 2, words)
            is_subject = bool(dates) and dates[0][1] < predicates[0].first
            if (
                is_subject
                and predicates[0].lemma in words.marking
                and count
                and noun
                and day is not None
                and day.granularity <= Granularity.DAY
            ):
                length = Length(count, Granularity.YEAR, f"{tokens[at - 1]} {token}")
                return Anniversary(day, length, exact=True, noun=noun)
    return None


@dataclass(frozen=True, slots=True)
class Counted:
    """A predicate's time, told as a length of time before or after another: `expression` is that of the other time."""

    predicate: int
    expression: TimeExpression
    length: Length
    after: bool

    @property
    def period(self) -> Period:
        """When it was; approximate where the length is told in a coarser unit than the time it is counted from."""
        assert self.expression.period is not None
        count = self.length.count if self.after else -self.length.count
        period = self.expression.period.shifted(self.length.unit, count)
        return period.about() if self.length.unit > period.granularity else period


def counted_on(
    sentence: Sentence, predicates: list[Predicate], located: list[tuple[TimeExpression, int, int]], words: Words
) -> Counted | None:
    """Read the time of the verb in "Two years after the 2019 election, the party split"."""
    if len(located) < 2 or not predicates:
        return None
    tokens = sentence.words
    (lasting, first, last), (other, _, other_last) = located[:2]
    length = measure(lasting)
    comma = next((i for i in range(other_last + 1, predicates[0].first) if tokens[i] == ","), None)
    relation = tokens[last + 1] if last + 1 < len(tokens) else ""
    if length is None or first > 1 or comma is None or other.period is None or other.period.is_open:
        return None
    if relation not in words.after and relation not in words.before:
        return None
    return Counted(0, other, length, relation in words.after)


@dataclass(frozen=True, slots=True)
class Beside:
    """A predicate's time, told by how long it was before or after what another predicate tells: "a day | after the vote failed".

    `at` is the token of "after" or "before". `length` is None where it is "hours" or "shortly", and `words` are the article's.
    `after`: the predicate's own time is later.
    """

    predicate: int
    at: int
    length: Length | None
    words: str
    after: bool

    @property
    def unit(self) -> Granularity:
        """The coarsest time that it can be counted from: months from a month, hours from a day."""
        return Granularity.DAY if self.length is None else max(self.length.unit, Granularity.DAY)

    def period(self, other: Period) -> Period:
        """Return when it was, as the other was at that time; the same day where only "hours" lie between."""
        if self.length is None:
            return other
        moved = other.shifted(self.length.unit, self.length.count if self.after else -self.length.count)
        is_round = self.length.unit is Granularity.YEAR and self.length.count % 10 == 0
        is_counted = self.length.unit <= max(other.granularity, Granularity.WEEK)
        return moved if is_counted and not is_round else moved.about()


def told_beside(
    sentence: Sentence, predicates: list[Predicate], located: list[tuple[TimeExpression, int, int]], words: Words
) -> Beside | None:
    """Read the time of the last verb in "It sank on Monday, two days after an explosion tore its hull".

    And in "Two days after an explosion tore its hull on Monday, it sank".
    """
    tokens = sentence.words
    lengths = {last + 1: measure(expression) for expression, _, last in located}
    hours = {last + 1: expression.text for expression, _, last in located if expression.value.startswith(_SOON)}
    for at in range(1, len(tokens) - 1):
        if tokens[at] not in words.sequels:
            continue
        length, is_soon = lengths.get(at), at in hours or tokens[at - 1] in words.soon
        then = next((i for i, predicate in enumerate(predicates) if predicate.first > at), None)
        if then is None or predicates[then].tense is not Tense.PAST or not (length or is_soon):
            continue
        opens = not any(
            token in PUNCTUATION or token in words.openers for token in tokens[at + 1 : predicates[then].first]
        )
        if opens:
            told = length.words if length else hours.get(at, tokens[at - 1])
            main = _behind_clause(tokens, predicates, then) if at <= _OPENING else None
            if main is not None:
                return Beside(main, at, length, told, tokens[at] in words.after)
            return Beside(then, at, length, told, tokens[at] in words.before)
    return None


def _behind_clause(tokens: list[str], predicates: list[Predicate], index: int) -> int | None:
    """Return the predicate that follows the comma of the clause that a sentence opens with: "Two days after he fell, | he died"."""
    comma = next((at for at in range(predicates[index].main + 1, len(tokens)) if tokens[at] == ","), len(tokens))
    main = next((i for i, predicate in enumerate(predicates) if predicate.first > comma), None)
    return main if main is not None and predicates[main].tense is Tense.PAST else None


def _ordinal(word: str, words: Words) -> int:
    """Return the number of "10th" or "tenth", 0 for any other word."""
    numeral = _NUMERAL.match(word)
    if numeral:
        return int(numeral[1])
    return words.ordinals.index(word) + 1 if word in words.ordinals else 0


def _noun_phrase(tokens: list[str], start: int, words: Words) -> Span | None:
    """Return the tokens from `start` to the end of the clause, without a preposition that ends it."""
    end = start
    while end < len(tokens) and not is_boundary(tokens[end], words):
        if not tokens[end] and tokens[end + 1 : end + 2] and tokens[end + 1] in words.prepositions:
            break
        end += 1
    while end > start and (not tokens[end - 1] or tokens[end - 1] in words.prepositions):
        end -= 1
    return (start, end) if end > start else None
