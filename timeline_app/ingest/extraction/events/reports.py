"""Turns an article's sentences into dated reports of events."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind, Report, TimexType
from timeline_app.domain.period import Period
from timeline_app.ingest.extraction.events import reasons
from timeline_app.ingest.extraction.events.base_date import base_date
from timeline_app.ingest.extraction.events.clauses import Tense, border_between
from timeline_app.ingest.extraction.events.context import Context
from timeline_app.ingest.extraction.events.coreference import Known
from timeline_app.ingest.extraction.events.evidence import evidence
from timeline_app.ingest.extraction.events.expressions import is_ahead
from timeline_app.ingest.extraction.events.extents import find_extent
from timeline_app.ingest.extraction.events.inheritance import Told
from timeline_app.ingest.extraction.events.judging import happening, plain_past
from timeline_app.ingest.extraction.events.lines import shorten
from timeline_app.ingest.extraction.events.nouns import Dated
from timeline_app.ingest.extraction.events.pairing import dated_things
from timeline_app.ingest.extraction.events.readings import Reading, bare_words, readings
from timeline_app.ingest.extraction.events.statements import (
    beside_report,
    counted_back,
    counted_on_report,
    entry,
    extended,
    of_dating,
    of_expression,
    of_unread,
    only_dates,
)
from timeline_app.ingest.extraction.events.titles import predicate_title
from timeline_app.ingest.extraction.events.words import Words, words_of
from timeline_app.ingest.extraction.timexes.stretches import find_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import Participant, Resolution, Span, TimeExpression

    # The predicate that tells the event, what dated it before if anything did, when it was, and why.
    _Found = tuple[int, Told | None, Period, Resolution]


def find_events(
    article: Article,
    sentences: Sequence[Span],
    time_expressions: Sequence[TimeExpression],
    participants: Sequence[Participant],
) -> tuple[Report, ...]:
    """Return the events that the article reports, in the order of its text, its own appearance first.

    Each sentence is read for what it predicates, and each time expression is given to the verb or noun that it dates. A sentence
    that tells of something done but names no day takes one from up to three sentences before it, or is assumed to be of the day of
    the article. What is denied, supposed, quoted or merely the case is no event. In a language without data on its sentences
    every sentence with a date is one report.
    """
    context = Context(
        article,
        time_expressions,
        participants,
        base_date(article, time_expressions),
        find_stretches(article.body, time_expressions, article.language),
        sorted((start, index) for index, who in enumerate(participants) for start, _ in who.mentions),
    )
    reports = _Reader(context, words_of(article.language)).reports(sentences)
    return (_appearance(article, sentences, participants), *reports)


def _appearance(article: Article, sentences: Sequence[Span], participants: Sequence[Participant]) -> Report:
    """Return the report of the article's own appearance, in which everybody takes part whom it names, most mentioned first."""
    title = article.title or (shorten(article.body[slice(*sentences[0])]) if sentences else "")
    everybody = sorted(range(len(participants)), key=lambda index: -len(participants[index].mentions))
    reason = reasons.appearance(article.published)
    return Report(title, EventKind.PUBLISHED, article.published, None, reason, participants=tuple(everybody))


@dataclass(slots=True)
class _Reader:
    """Reads one article, sentence after sentence, and remembers what was dated in it."""

    context: Context
    words: Words | None
    last: Told | None = None
    silent: Reading | None = None
    head: TimeExpression | None = None
    known: Known = field(default_factory=Known)

    def reports(self, sentences: Sequence[Span]) -> Iterator[Report]:
        """Yield the reports of all sentences."""
        context = self.context
        for reading in readings(context.article.body, sentences, context.expressions, context.base, self.words):
            if self.words is None:
                report = of_unread(context, reading)
                if report is not None:
                    yield report
                continue
            self._enter(reading)
            read = self._dated if self._may_be_dated(reading, self.words) else self._undated
            told = tuple(read(reading, self.words))
            yield from told
            self.silent = None if told else reading

    def _enter(self, reading: Reading) -> None:
        """Take note of the date at the head of the letter or entry that a sentence begins or stands in."""
        for i in reading.expressions:
            if self.context.expressions[i].heads and self.context.expressions[i].period is not None:
                self.head, self.last = self.context.expressions[i], None

    @property
    def _day(self) -> Period | None:
        """The day of what is told without one: of the letter or entry, else of the article."""
        if self.head is None or self.head.period is None:
            return self.context.base.period
        return Period.of_day(self.head.period.first_day)

    def _before(self, reading: Reading, words: Words) -> Reading | None:
        """Return the sentence just before, if it has told nothing so far, to be told with this one's date."""
        before = self.silent
        if before is None or before.number != reading.number - 1:
            return None
        if not before.is_cut:
            before.cut(self.context.article.body, self.context.expressions, words)
        return before

    def _may_be_dated(self, reading: Reading, words: Words) -> bool:
        """Tell whether a sentence's expressions are worth its being cut: a date or time, or "a year since"."""
        found = [self.context.expressions[i] for i in reading.expressions]
        if any(expression.period is not None for expression in found):
            return True
        return bool(found) and words.since in self.context.article.body[slice(*reading.span)]

    def _dated(self, reading: Reading, words: Words) -> Iterator[Report]:
        """Yield the events of a sentence with time expressions."""
        reading.cut(self.context.article.body, self.context.expressions, words)
        report = counted_back(self.context, reading, words) or entry(self.context, reading, words)
        if report is not None:
            yield report
            return
        pairs = dated_things(self.context, reading, words)
        others = frozenset(dated.predicate for dated, _ in pairs if dated.predicate is not None)
        beside = beside_report(self.context, reading, pairs, others, words)
        counted = counted_on_report(self.context, reading, words)
        if counted is not None:
            yield counted
        elif all(_is_behind(dated, reading, words) for dated, _ in pairs):
            # What is dated is at most a noun behind the verb: "The council condemned Monday's attack".
            main = tuple(self._undated(reading, words, others))
            yield from main
            others |= {0} if main else set()
        for dated, stated in pairs:
            report = of_expression(self.context, reading, dated, stated, others, words)
            if report is None and only_dates(reading, dated, stated, words):
                report = of_dating(self.context, reading, self._before(reading, words), dated, stated, words)
            if report is not None:
                verb = None if dated.predicate is None else reading.predicates[dated.predicate]
                # What somebody did is neither of the day of his birth nor of one to come.
                is_birth = verb is not None and verb.lemma == words.birth
                is_to_come = is_ahead(stated.period, self.context.article.published)
                said = verb is not None and verb.saying
                if is_birth:
                    self.last = None
                else:
                    told = Told(reading, stated.expression, stated.period, said)
                    self.known.learn(reading, dated, told, words)
                    if not is_to_come and dated.noun is None and report.kind is EventKind.REPORTED:
                        self.last = told
                yield report
        if beside is not None:
            yield beside

    def _undated(self, reading: Reading, words: Words, others: frozenset[int] = frozenset()) -> Iterator[Report]:
        """Yield the event of a sentence that dates nothing, if it plainly tells of one."""
        if reading.quoted or (self._day is None and self.last is None):
            return
        if any(self.context.expressions[i].type is TimexType.SET for i in reading.expressions):
            return  # "Every Tuesday the council meets."
        if not reading.is_cut:
            if not (reading.is_lead or self._is_dispatch) and self._tells_no_deed(reading, words):
                return
            reading.cut(self.context.article.body, self.context.expressions, words)
        sentence, predicates = reading.sentence, reading.predicates
        found = self._met(reading, words) or self._lent(reading, words)
        if found is None:
            return
        index, told, period, resolution = found
        period, resolution = extended(reading, predicates[index], period, resolution, words)
        extent = find_extent(sentence, predicates, index, others, words)
        title = predicate_title(sentence, predicates, index, extent, words)
        own = Dated(predicates[index].first, predicates[index].main, index)
        span = evidence(sentence, predicates, own, index, others, words, extent=extent)
        is_lent = told is not None or resolution.rule in ("dateline", "headed")
        confidence = (0.7 if predicates[index].saying else 0.8) if is_lent else 0.6
        expression = None if told is None else told.expression
        kind = EventKind.PLANNED if is_ahead(period, self.context.article.published) else EventKind.REPORTED
        yield self.context.report(reading, title, kind, period, resolution, expression, confidence, span)

    def _met(self, reading: Reading, words: Words) -> _Found | None:
        """Return what a sentence tells of an event dated before: "The blast killed nine", "The ceremony will be held in Bonn"."""
        sentence, predicates = reading.sentence, reading.predicates
        if not predicates or not self.known.may_be_met(sentence.words, words):
            return None
        index = plain_past(sentence, predicates, words)
        if index is None and predicates[0].tense is Tense.PLANNED and not sentence.quoted[predicates[0].first]:
            index = 0
        again = None if index is None or predicates[index].saying else self.known.met(reading, index, words)
        if index is None or again is None:
            return None
        is_planned = predicates[index].tense is Tense.PLANNED
        if is_planned != is_ahead(again.told.period, self.context.article.published):
            return None
        resolution = reasons.again(again.words, self.context.expressions[again.told.expression])
        return index, again.told, again.told.day, resolution

    def _lent(self, reading: Reading, words: Words) -> _Found | None:
        """Return what a sentence tells that was done, on the day told before or on that of the article."""
        sentence, predicates = reading.sentence, reading.predicates
        index = happening(sentence, predicates, words, is_lead=reading.is_lead)
        told = self.last if index is not None and self.last is not None and self.last.lends_to(reading, index) else None
        day = self._day if reading.is_lead or (reading.opens and self.last is None) else None
        if told is None and (index is None or day is None):
            index = plain_past(sentence, predicates, words)
            day = self._day if self._is_dispatch else None
            if index is not None and self.last is not None:
                is_next = self.last.goes_on(reading, predicates[index], words)
                if is_next and self.last.is_held_by(reading, predicates[index], words):
                    self.last = replace(self.last, reading=reading)
                told = self.last if is_next or (day is not None and self.last.lends_to(reading, index)) else None
        if index is None:
            return None
        if told is not None:
            return index, told, told.day, reasons.inherited(self.context.expressions[told.expression])
        if day is not None and self.head is not None:
            return index, None, day, reasons.headed(day)
        is_dateline = self.context.base.expression is not None
        return None if day is None else (index, None, day, reasons.assumed(day, dateline=is_dateline))

    @property
    def _is_dispatch(self) -> bool:
        """True where a dateline or head states the day of what the article tells, and it is not that of its appearance."""
        return self.head is not None or (
            self.context.base.expression is not None and self.context.base.period != self.context.article.published
        )

    def _tells_no_deed(self, reading: Reading, words: Words) -> bool:
        """Tell whether a sentence is not worth its being cut: no verb in it can be the past of a deed, or goes on with the last."""
        last = self.last
        is_next = last is not None and reading.number - last.reading.number == 1
        can_be_dated = is_next or (reading.opens if last is None else last.is_near(reading))
        if not can_be_dated and not self.known.by_kind:
            return True
        told = bare_words(self.context.article.body[slice(*reading.span)])
        if can_be_dated and not words.strong_pasts.isdisjoint(told):
            return False
        if self.known.may_be_met(told, words):
            return False
        return last is None or not last.may_go_on(reading, told, words)


def _is_behind(dated: Dated, reading: Reading, words: Words) -> bool:
    """Tell whether what is dated is told beside the sentence's own verb: a noun behind it, or in a lead what went before.

    "The council condemned | Monday's attack", "The governor ordered an inquiry after | a levee failed on Tuesday".
    """
    predicates = reading.predicates
    if dated.noun is not None:
        return bool(predicates) and dated.first > predicates[0].main
    if not reading.is_lead or not dated.predicate:
        return False
    tokens, verb = reading.sentence.words, predicates[dated.predicate].first
    border = border_between(tokens, predicates[dated.predicate - 1].main + 1, verb, words)
    return border is not None and verb - border > 1 and tokens[border] in words.after and not dated.leads
