"""Makes the report of what a sentence states with a time of its own: a verb's, a noun's, a chronicle's entry, "a year since"."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind, TimexType
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.events import reasons
from timeline_app.ingest.extraction.events.clauses import Tense
from timeline_app.ingest.extraction.events.evidence import evidence
from timeline_app.ingest.extraction.events.expressions import closed, is_ahead, precision
from timeline_app.ingest.extraction.events.extents import find_extent
from timeline_app.ingest.extraction.events.intervals import anniversary, counted_on, told_beside, whole_stretch
from timeline_app.ingest.extraction.events.judging import kind_of, plain_past
from timeline_app.ingest.extraction.events.lines import shorten
from timeline_app.ingest.extraction.events.nouns import NOUN_REACH, Dated, named_event
from timeline_app.ingest.extraction.events.titles import clause_title, phrase_title, predicate_title
from timeline_app.ingest.extraction.timexes.explanations import is_undecided

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Report, Resolution
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.events.clauses import Predicate
    from timeline_app.ingest.extraction.events.context import Context
    from timeline_app.ingest.extraction.events.expressions import Stated
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words

# How many of a hundred such dates are right, counted among the dated words of newswire: see "How sure an event is" in the
# decisions. What is vague is less sure than its date: it may be no event.
_DATED = 0.9
_NAMED = 0.8
_VAGUE = 0.55


def of_expression(
    context: Context, reading: Reading, dated: Dated, stated: Stated, others: frozenset[int], words: Words
) -> Report | None:
    """Return the event that an expression dates, or None where its clause reports nothing that happened or will.

    `others` are the sentence's dated predicates.
    """
    if _is_habit(context, reading, dated, stated):
        return None
    if dated.predicate is not None:
        report = _of_verb(context, reading, dated, dated.predicate, stated, others, words)
        if report is not None:
            return report
        named = named_event(reading.sentence, reading.predicates, dated, words, reach=2 * NOUN_REACH)
        if named is None or context.is_talk(reading, stated, words):
            return None
        dated = named
    return _of_noun(context, reading, dated, stated, words)


def _is_habit(context: Context, reading: Reading, dated: Dated, stated: Stated) -> bool:
    """Tell whether a time recurs: "trains leave at 9 a.m. every day", and not "it has met every Tuesday since May"."""
    if all(context.expressions[i].type is not TimexType.SET for i in reading.expressions):
        return False
    is_present = dated.predicate is not None and reading.predicates[dated.predicate].tense is Tense.PRESENT
    return stated.period.granularity < Granularity.PART_OF_DAY and (is_present or dated.predicate is None)


def _of_verb(
    context: Context, reading: Reading, dated: Dated, index: int, stated: Stated, others: frozenset[int], words: Words
) -> Report | None:
    """Return the event of a dated verb, or None where it states none."""
    sentence, predicate = reading.sentence, reading.predicates[index]
    expression, until = context.expressions[stated.expression], None
    if stated.until is not None and predicate.lemma not in words.postponing:
        until = context.expressions[stated.until]
    is_subject = dated.first == 0 and dated.last + 1 == predicate.first
    if is_subject and predicate.lemma == "be" and predicate.tense in (Tense.WAS, Tense.STATE):
        return None  # "Friday was cold" says how it was, not what happened.
    # "Adjourned on Sunday until 4 July" took no fortnight.
    period = stated.period if until or stated.until is None or expression.period is None else expression.period
    is_told = index > 0 and reading.predicates[index - 1].saying
    is_until = period.start is None or (dated.first > 0 and sentence.words[dated.first - 1] in words.until)
    kind = kind_of(sentence, predicate, period, words, context.article.published, is_told=is_told, is_until=is_until)
    if kind is None:
        return None
    if predicate.tense is Tense.UNREAL and is_until:
        period = closed(period)
    if period.start is None and predicate.lemma in words.postponing:
        period = closed(period)
    elif period.start is None and sentence.words[dated.first - 1] == words.by:
        # "Power was restored by Monday": not until then, but about then. "Is to be built by 2030": it is due then.
        period = closed(period).about() if predicate.tense is Tense.PAST else closed(period)
    resolution = reasons.stated(expression) if until is None else reasons.between(expression, until)
    period, resolution = extended(reading, predicate, period, resolution, words)
    extent = find_extent(sentence, reading.predicates, index, others, words)
    title = predicate_title(sentence, reading.predicates, dated, extent, words)
    is_vague = predicate.tense in (Tense.POSSIBLE, Tense.GERUND)
    confidence = (_VAGUE if is_vague else _DATED) * _confidence(context, reading, stated)
    span = evidence(sentence, reading.predicates, dated, index, others, words, extent=extent)
    return context.report(reading, title, kind, period, resolution, stated.expression, confidence, span)


def _of_noun(context: Context, reading: Reading, dated: Dated, stated: Stated, words: Words) -> Report | None:
    """Return the event that a dated noun names: "the March 24 summit", and not "our talks today"."""
    assert dated.noun is not None
    sentence = reading.sentence
    if sentence.text[sentence.starts[0] : sentence.end].isupper():
        return None  # A line of the form: "END 3:57 P.M. EDT".
    if context.is_now(stated) and not words.firsts.isdisjoint(reading.sentence.words):
        return None
    # "Before the 2011 vote" is open for what came before it; the vote itself was in 2011.
    period = closed(stated.period)
    kind = EventKind.PLANNED if _is_to_come(context, reading, dated, period) else EventKind.REPORTED
    title = phrase_title(reading.sentence, dated.noun, words)
    resolution = reasons.named(context.expressions[stated.expression])
    confidence = _NAMED * _confidence(context, reading, stated)
    told = [i for i, predicate in enumerate(reading.predicates) if not predicate.saying]
    nearest = min(told, key=lambda i: abs(reading.predicates[i].main - dated.first), default=None)
    span = None
    if nearest is not None:
        span = evidence(reading.sentence, reading.predicates, dated, nearest, frozenset(), words)
    return context.report(reading, title, kind, period, resolution, stated.expression, confidence, span)


def _is_to_come(context: Context, reading: Reading, dated: Dated, period: Period) -> bool:
    """Tell whether a dated noun is still to come: it lies ahead, or is planned and not over: "intend to hold | talks this year"."""
    published = context.article.published
    if is_ahead(period, published) or published is None or period.known[1] <= published.known[1]:
        return is_ahead(period, published)
    before = [predicate for predicate in reading.predicates if predicate.main < dated.first]
    return before[-1:] != [] and before[-1].tense is Tense.PLANNED


def entry(context: Context, reading: Reading, words: Words) -> Report | None:
    """Return the event of a chronicle's entry: "14 March 2015: The company buys the tanker"."""
    if not reading.located:
        return None
    (i, (first, last)), tokens = reading.located[0], reading.sentence.words
    period = context.expressions[i].period
    if period is None or first > 0 or len(tokens) <= last + 2 or tokens[last + 1] not in words.entry_marks:
        return None
    if tokens[last + 2][:1].isdigit() and period.granularity < Granularity.DAY:
        return None  # "9 May 2017, 6:30 am – 8 am"
    title = shorten(reading.sentence.slice(last + 2, len(tokens)), words)
    if not title:
        return None
    kind = EventKind.PLANNED if is_ahead(period, context.article.published) else EventKind.REPORTED
    resolution = reasons.stated(context.expressions[i])
    return context.report(reading, title, kind, period, resolution, i, _DATED * precision(period))


def only_dates(reading: Reading, dated: Dated, stated: Stated, words: Words) -> bool:
    """Tell whether a sentence says nothing but when something was: "That was on 4 March 2024"."""
    if dated.predicate is None or stated.period.granularity > Granularity.MONTH or len(reading.predicates) > 1:
        return False
    tokens, predicate = reading.sentence.words, reading.predicates[dated.predicate]
    between = tokens[predicate.main + 1 : dated.first]
    is_it = predicate.tense is Tense.WAS and predicate.lemma == "be" and tokens[predicate.first - 1] in words.pronouns
    return is_it and bool(between) and words.date_prepositions.issuperset(between)


def of_dating(
    context: Context, reading: Reading, before: Reading | None, dated: Dated, stated: Stated, words: Words
) -> Report:
    """Return the event of a sentence that only dates what the one before it told: "The dam broke. That was on 4 March 2024".

    `before` is that sentence, None where it told nothing; then the title is that of the sentence itself.
    """
    assert dated.predicate is not None
    told, index, start = reading, dated.predicate, reading.span[0]
    if before is not None:
        past = plain_past(before.sentence, before.predicates, words)
        if past is not None:
            told, index, start = before, past, before.span[0]
    extent = find_extent(told.sentence, told.predicates, index, frozenset(), words)
    title = predicate_title(told.sentence, told.predicates, index, extent, words)
    kind = EventKind.PLANNED if context.is_ahead(stated) else EventKind.REPORTED
    resolution = reasons.stated(context.expressions[stated.expression])
    confidence = 0.8 * _confidence(context, reading, stated)
    span = start, reading.span[1]
    return context.report(reading, title, kind, stated.period, resolution, stated.expression, confidence, span)


def counted_back(context: Context, reading: Reading, words: Words) -> Report | None:
    """Return the event that the sentence counts back to: "Next week will be a year since the beginning of the war"."""
    if words.since not in reading.sentence.words and words.anniversary not in reading.sentence.words:
        return None
    spans = [(context.expressions[i], *span) for i, span in reading.located]
    past = anniversary(reading.sentence, reading.predicates, spans, words)
    day = None if past is None else past.day or context.base.period
    if past is None or day is None:
        return None
    title = phrase_title(reading.sentence, past.noun, words)
    resolution = reasons.counted_back(day, past.words)
    return context.report(reading, title, EventKind.REPORTED, past.counted_back(day), resolution, None, 0.6)


def counted_on_report(context: Context, reading: Reading, words: Words) -> Report | None:
    """Return the event that a length of time leads to: "Two years after the 2019 election, the party split"."""
    spans = [(context.expressions[i], *span) for i, span in reading.located]
    counted = counted_on(reading.sentence, reading.predicates, spans, words)
    if counted is None:
        return None
    predicate, period = reading.predicates[counted.predicate], counted.period
    kind = kind_of(reading.sentence, predicate, period, words, context.article.published)
    if kind is None:
        return None
    assert counted.expression.period is not None
    resolution = reasons.counted_on(counted.expression.period, counted.length.words, after=counted.after)
    extent = find_extent(reading.sentence, reading.predicates, counted.predicate, frozenset(), words)
    title = clause_title(reading.sentence, reading.predicates, counted.predicate, extent, words)
    own = reading.located[1][0]
    return context.report(reading, title, kind, period, resolution, own, 0.7 * precision(period))


def beside_report(
    context: Context, reading: Reading, pairs: list[tuple[Dated, Stated]], others: frozenset[int], words: Words
) -> Report | None:
    """Return the event that is counted from one of the sentence's dated ones: "two days after an explosion tore its hull"."""
    if words.sequels.isdisjoint(reading.sentence.words):
        return None
    spans = [(context.expressions[i], *span) for i, span in reading.located]
    beside = told_beside(reading.sentence, reading.predicates, spans, words)
    if beside is None or beside.predicate in others:
        return None
    days = [
        (dated, stated)
        for dated, stated in pairs
        if dated.predicate is not None and not stated.period.is_open and stated.period.granularity <= beside.unit
    ]
    if not days:
        return None
    _, told = min(days, key=lambda pair: abs(pair[0].last - beside.at))
    other = told.period
    resolution = reasons.counted_beside(other, beside.words)
    if beside.length is not None:
        resolution = reasons.counted_on(other, beside.words, after=beside.after)
    index, sentence, predicates = beside.predicate, reading.sentence, reading.predicates
    extent = find_extent(sentence, predicates, index, others, words)
    title = clause_title(sentence, predicates, index, extent, words)
    own = Dated(predicates[index].first, predicates[index].main, index)
    span = evidence(sentence, predicates, own, index, others, words, extent=extent)
    period = beside.period(other)
    confidence = 0.7 * precision(period)
    return context.report(reading, title, EventKind.REPORTED, period, resolution, told.expression, confidence, span)


def extended(
    reading: Reading, predicate: Predicate, period: Period, resolution: Resolution, words: Words
) -> tuple[Period, Resolution]:
    """Return the whole stretch of an event that is said to take more than the one day that is known, else what was given."""
    for length in reading.lengths:
        whole = whole_stretch(period, length, predicate, words)
        if whole is not None:
            from_end = predicate.lemma in words.ending
            return whole, reasons.lasting(resolution, period, length.words, from_end=from_end)
    return period, resolution


def _confidence(context: Context, reading: Reading, stated: Stated) -> float:
    """Return how far a stated time can be trusted, before what it dates is looked at."""
    resolution = context.expressions[stated.expression].resolution
    quoted = reading.sentence.quoted[stated.span[0]]
    order = 0.5 if is_undecided(resolution.explanation) else 1.0
    return precision(stated.period) * (0.8 if resolution.assumed else 1.0) * (0.6 if quoted else 1.0) * order


def of_unread(context: Context, reading: Reading) -> Report | None:
    """Return one report of a dated sentence in a language whose sentences are not read: of the time that says most."""
    found = [
        (expression.period.granularity, i, expression, expression.period)
        for i, expression in ((i, context.expressions[i]) for i in reading.expressions)
        if expression.period is not None and expression.type in (TimexType.DATE, TimexType.TIME)
    ]
    if not found:
        return None
    _, i, expression, period = min(found, key=itemgetter(0))
    title = shorten(context.article.body[slice(*reading.span)])
    kind = EventKind.PLANNED if is_ahead(period, context.article.published) else EventKind.REPORTED
    return context.report(reading, title, kind, period, reasons.stated(expression), i, 0.5)
