"""Gives each time of a sentence to the verb or noun that it dates, and one time to each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.events.clauses import Tense, is_boundary
from timeline_app.ingest.extraction.events.comparisons import is_remembered
from timeline_app.ingest.extraction.events.dating import attached_clause, govern
from timeline_app.ingest.extraction.events.expressions import (
    closed,
    is_ahead,
    is_another,
    is_background,
    is_better,
    is_finer,
    stated_times,
)
from timeline_app.ingest.extraction.events.nouns import NOUN_REACH, Dated, named_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.events.context import Context
    from timeline_app.ingest.extraction.events.expressions import Stated
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words

_NEAR = 3
"""How many words can stand between a verb and a day to come that it sets."""

_LONG_AGO = 366 * SECONDS_PER_DAY
"""Seconds before an article's day of which no plan in it can be; what was planned a few weeks ago may be told as it was."""
_FAR = 16
"""How many words can stand between them at all."""


def dated_things(context: Context, reading: Reading, words: Words) -> list[tuple[Dated, Stated]]:
    """Return what the times of a sentence date, in its order. Of two times of one thing the one that says more is left.

    A noun whose time another one states more finely is left out.
    """
    tokens, published = reading.sentence.words, context.article.published
    found: dict[object, tuple[Dated, Stated]] = {}
    latest: dict[object, object] = {}
    for dated, stated in _pairs(context, reading, words):
        pair = dated, stated
        key: object = dated.predicate if dated.noun is None else dated.noun
        before = latest.get(key, key)
        if before in found and is_another(tokens, found[before], pair, reading.predicates, words):
            pair, found[before] = _parted(tokens, found[before], pair, words)
            latest[key] = key = stated.expression, stated.span
        if key not in found:
            found[key] = pair
            continue
        is_aside = _is_aside(reading, dated, words)
        is_first_better = not is_better(pair, found[key], reading.predicates, published)
        if is_aside != _is_aside(reading, found[key][0], words):
            is_first_better = is_aside
        if dated.is_result != found[key][0].is_result:
            deed = found[key][1] if dated.is_result else stated
            if deed.period.granularity <= Granularity.MONTH:
                is_first_better = dated.is_result  # "Last week it reported | third-quarter earnings"
        if _is_of_subject(context, reading, found[key], pair, words):
            is_first_better = False
        worse = pair if is_first_better else found[key]
        found[key] = found[key] if is_first_better else pair
        named = _named(context, reading, *worse, words) if worse[0].noun is None else None
        is_event = named is not None and _happened_then(tokens, named, words)
        if named is not None and is_event and not is_background(named, worse[1].period, published):
            # "Released on Monday the names of those killed in Saturday's crash": the crash was on Saturday.
            found.setdefault(named.noun, (named, worse[1]))
    pairs = sorted(found.values(), key=lambda pair: pair[0].first)
    return [
        (dated, stated)
        for dated, stated in pairs
        if dated.noun is None or not any(is_finer(other.period, stated.period) for _, other in pairs)
    ]


def _is_of_subject(
    context: Context, reading: Reading, first: tuple[Dated, Stated], second: tuple[Dated, Stated], words: Words
) -> bool:
    """Tell whether the first of a verb's times is of an event in its subject: "a death on 3 May | was told of on Monday"."""
    dated, stated = first
    if (
        dated.predicate is None
        or dated.leads
        or dated.joint is not None
        or stated.period.granularity > Granularity.MONTH
    ):
        return False
    verb = reading.predicates[dated.predicate]
    # "The protests of 24 June were the largest since 1989" tells of the protests.
    is_around = dated.last < verb.first and verb.main < second[0].first and not second[1].period.is_open
    if not is_around or "," in reading.sentence.words[verb.main : second[0].first]:
        return False
    named = _named(context, reading, dated, stated, words)
    return named is not None and named.noun is not None and named.noun[0] < dated.first


def _is_aside(reading: Reading, dated: Dated, words: Words) -> bool:
    """Tell whether a time stands in a phrase that only places the clause in time: "despite signs of recovery on Sunday, he"."""
    tokens, start = reading.sentence.words, dated.first
    if dated.predicate is None or reading.predicates[dated.predicate].first < dated.first:
        return False
    while start > 0 and not is_boundary(tokens[start - 1], words) and tokens[start - 1] not in words.around:
        start -= 1
    return dated.first - start > 2 and start > 0 and tokens[start - 1] in words.around


def _parted(
    tokens: list[str], before: tuple[Dated, Stated], pair: tuple[Dated, Stated], words: Words
) -> tuple[tuple[Dated, Stated], tuple[Dated, Stated]]:
    """Return two times of one verb, the later first, with the part of the clause that is of each alone."""
    (first, time_of_first), (second, time_of_second) = before, pair
    between = tokens[first.last + 1 : second.first]
    border = first.last + 1 + between.index(words.conjunction if words.conjunction in between else ",")
    start = 0 if first.joint is None else first.joint[0]
    return (
        (replace(second, joint=(border + 1, len(tokens))), time_of_second),
        (replace(first, joint=(start, border)), time_of_first),
    )


def _pairs(context: Context, reading: Reading, words: Words) -> Iterator[tuple[Dated, Stated]]:
    """Yield each time of a sentence with what it dates."""
    for stated in stated_times(reading, context.expressions, context.stretches, words):
        dated = _governed(context, reading, stated, words)
        if dated is not None and not is_background(dated, stated.period, context.article.published):
            yield dated, stated
        then = attached_clause(reading.sentence, reading.predicates, stated.span[1], words)
        if then is not None:
            # "From 1961 until 2013, when she was made its president": that was in 2013.
            until = context.expressions[stated.until].period if stated.until is not None else None
            yield Dated(*stated.span, then), replace(stated, period=closed(until or stated.period), until=None)


def _governed(context: Context, reading: Reading, stated: Stated, words: Words) -> Dated | None:
    """Return what a time dates: the verb or noun that it stands with, or a noun beside it where the verb cannot be of that time."""
    sentence, predicates = reading.sentence, reading.predicates
    dated = govern(sentence, predicates, stated.span, stated.period, words)
    if dated is None:
        is_mere = is_remembered(sentence.words, stated.span[0], words)
        return None if is_mere else _named(context, reading, Dated(*stated.span), stated, words)
    if _is_for_day(reading, dated, stated, words):
        return None
    is_other = _is_plan_of_past(context, reading, dated, stated, words) or _is_talked_about(
        context, reading, dated, stated
    )
    if not is_other and not _is_apart(context, reading, dated, stated, words):
        return dated
    # "Has asked for an inquiry into the killing of two men in May": they were killed then.
    named = named_event(sentence, predicates, dated, words, reach=2 * NOUN_REACH)
    is_to_come = context.is_ahead(stated) and not _is_next_day(stated, context.article.published)
    is_of_object = is_other or (is_to_come and _is_of_object(reading, dated, words))
    return named or (None if is_of_object else dated)


def _is_plan_of_past(context: Context, reading: Reading, dated: Dated, stated: Stated, words: Words) -> bool:
    """Tell whether a plan of today has a time beside it that is over: "will go on with the work begun in 2020"."""
    published = context.article.published
    if dated.predicate is None or published is None or published.known[0] - stated.period.known[1] < _LONG_AGO:
        return False
    predicate = reading.predicates[dated.predicate]
    role = words.auxiliaries.get(reading.sentence.words[predicate.first])
    return predicate.tense is Tense.PLANNED and role in ("will", "be_present")


def _is_for_day(reading: Reading, dated: Dated, stated: Stated, words: Words) -> bool:
    """Tell whether a day is only of what a deed was about: "cancelled all flights | for Saturday"."""
    if dated.predicate is None or dated.first == 0 or stated.period.granularity is not Granularity.DAY:
        return False
    predicate, before = reading.predicates[dated.predicate], reading.sentence.words[dated.first - 1]
    is_deed = predicate.tense is Tense.PAST and predicate.lemma not in words.planning
    return is_deed and before == words.due and predicate.main < dated.first - 1


def _is_talked_about(context: Context, reading: Reading, dated: Dated, stated: Stated) -> bool:
    """Tell whether a year is only of what somebody spoke of: "reported on the results of the work done | in 2016".

    Of news the year is known; what was said long ago is dated by it: "described it to the paper in 1982".
    """
    published = context.article.published
    if dated.predicate is None or dated.leads or stated.period.granularity is not Granularity.YEAR or published is None:
        return False
    predicate, is_recent = reading.predicates[dated.predicate], published.known[0] - stated.period.known[1] < _LONG_AGO
    between = reading.sentence.words[predicate.main + 1 : dated.first]
    return (
        is_recent and predicate.saying and len(between) > _NEAR + 1 and not any(word[:1].isdigit() for word in between)
    )


def _is_next_day(stated: Stated, published: Period | None) -> bool:
    """Tell whether a time is of the day after the article's: in another zone, or in the edition, it is the same one."""
    return published is not None and stated.period.is_one_day and stated.period.first_day - published.last_day == 1


def _is_of_object(reading: Reading, dated: Dated, words: Words) -> bool:
    """Tell whether a day to come is of something that the verb only speaks of: "noted preparations for its chairmanship in 2023".

    It is not where the verb sets it, "extended to 1 May", or where something was to be done then, "told him to leave on Friday".
    """
    assert dated.predicate is not None
    tokens, main = reading.sentence.words, reading.predicates[dated.predicate].main
    between = tokens[main + 1 : dated.first]
    if between[-1:] == [words.due] or len(between) > _FAR:
        return True
    is_far = sum(map(str.isalpha, between)) > _NEAR and between[-1] in words.within
    return is_far and not any(
        one == words.to and other not in words.determiners and not reading.sentence.is_capital(at)
        for at, (one, other) in enumerate(pairwise(between), main + 2)
    )


def _happened_then(tokens: list[str], named: Dated, words: Words) -> bool:
    """Tell whether a noun and its time stand as those of an event do: "murder in 2010", "quake last month", not "for 2019"."""
    assert named.noun is not None
    at = named.first - 1
    while at > 0 and tokens[at] in words.determiners:
        at -= 1
    is_before = named.noun[1] <= named.last + 1
    return not is_before or tokens[at] in words.within or tokens[at] == words.of or tokens[at] in words.event_nouns


def _named(context: Context, reading: Reading, dated: Dated, stated: Stated, words: Words) -> Dated | None:
    """Return the event that a noun beside a time names, None where the sentence is mere talk."""
    if context.is_talk(reading, stated, words):
        return None
    return named_event(reading.sentence, reading.predicates, dated, words)


def _is_apart(context: Context, reading: Reading, dated: Dated, stated: Stated, words: Words) -> bool:
    """Tell whether a verb cannot be of the time beside it: "has asked" of a day that is over, "invited" of one to come."""
    if dated.predicate is None or context.base.period is None or stated.period.is_open:
        return False
    predicate = reading.predicates[dated.predicate]
    if predicate.tense is not Tense.PAST:
        return False
    if is_ahead(stated.period, context.article.published):
        return predicate.lemma not in words.planning
    return (
        reading.sentence.words[predicate.first] in words.perfect
        and stated.period.known[1] <= context.base.period.known[0]
    )
