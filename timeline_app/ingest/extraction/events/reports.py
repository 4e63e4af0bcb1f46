"""Turns an article's sentences into dated reports of events."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind, ParticipantKind, Report, TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.events import reasons
from timeline_app.ingest.extraction.events.base_date import BaseDate, base_date
from timeline_app.ingest.extraction.events.clauses import Predicate, Tense, is_attribution
from timeline_app.ingest.extraction.events.dating import attached_clause, govern
from timeline_app.ingest.extraction.events.evidence import evidence
from timeline_app.ingest.extraction.events.expressions import (
    Stated,
    closed,
    is_ahead,
    is_another,
    is_background,
    is_better,
    is_finer,
    precision,
    stated_times,
)
from timeline_app.ingest.extraction.events.inheritance import Told
from timeline_app.ingest.extraction.events.intervals import anniversary, whole_stretch
from timeline_app.ingest.extraction.events.judging import happening, kind_of, plain_past
from timeline_app.ingest.extraction.events.nouns import Dated, named_event
from timeline_app.ingest.extraction.events.readings import Reading, readings
from timeline_app.ingest.extraction.events.titles import attribution_title, clause_title, phrase_title, shorten
from timeline_app.ingest.extraction.events.words import Words, words_of
from timeline_app.ingest.extraction.timexes.stretches import find_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import Participant, Resolution, Span, TimeExpression


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
    reader = _Reader(
        article,
        time_expressions,
        participants,
        base_date(article, time_expressions),
        words_of(article.language),
        find_stretches(article.body, time_expressions, article.language),
        sorted((start, index) for index, who in enumerate(participants) for start, _ in who.mentions),
    )
    return (_appearance(article, sentences, participants), *reader.reports(sentences))


def _appearance(article: Article, sentences: Sequence[Span], participants: Sequence[Participant]) -> Report:
    """Return the report of the article's own appearance, in which everybody takes part whom it names, most mentioned first."""
    title = article.title or (shorten(article.body[slice(*sentences[0])]) if sentences else "")
    everybody = sorted(range(len(participants)), key=lambda index: -len(participants[index].mentions))
    reason = reasons.appearance(article.published)
    return Report(title, EventKind.PUBLISHED, article.published, None, reason, participants=tuple(everybody))


@dataclass(slots=True)
class _Reader:
    """Reads one article, sentence after sentence, and remembers what the sentences before said of time.

    `mentions` are the starts of all mentions with their participant's index, sorted; `last` is the last dated event.
    """

    article: Article
    expressions: Sequence[TimeExpression]
    participants: Sequence[Participant]
    base: BaseDate
    words: Words | None
    stretches: Mapping[int, Period]
    mentions: list[tuple[int, int]]
    last: Told | None = None

    def reports(self, sentences: Sequence[Span]) -> Iterator[Report]:
        """Yield the reports of all sentences."""
        for reading in readings(self.article.body, sentences, self.expressions, self.base, self.words):
            if self.words is None:
                yield from self._unread(reading)
            elif self._may_be_dated(reading, self.words):
                yield from self._dated(reading, self.words)
            else:
                yield from self._undated(reading, self.words)

    def _may_be_dated(self, reading: Reading, words: Words) -> bool:
        """Tell whether a sentence's expressions are worth its being cut: a date or time, or "a year since"."""
        found = [self.expressions[i] for i in reading.expressions]
        if any(expression.period is not None for expression in found):
            return True
        return bool(found) and words.since in self.article.body[slice(*reading.span)]

    def _dated(self, reading: Reading, words: Words) -> Iterator[Report]:
        """Yield the events of a sentence with time expressions."""
        reading.cut(self.article.body, self.expressions, words)
        report = self._counted_back(reading, words)
        if report is not None:
            yield report
            return
        entry = self._entry(reading, words)
        if entry is not None:
            yield entry
            return
        published = self.article.published
        found: dict[object, tuple[Dated, Stated]] = {}
        for dated, stated in self._pairs(reading, words):
            key: object = dated.predicate if dated.noun is None else dated.noun
            if key in found and is_another(reading.sentence.words, found[key], (dated, stated), words):
                key = stated.expression, stated.span
            if key not in found or is_better((dated, stated), found[key], reading.predicates, published):
                found[key] = dated, stated
        if not found:
            yield from self._undated(reading, words)
        for dated, stated in sorted(found.values(), key=lambda pair: pair[0].first):
            if dated.noun is not None and any(is_finer(other.period, stated.period) for _, other in found.values()):
                continue
            others = frozenset(key for key in found if isinstance(key, int))
            report = self._of_expression(reading, dated, stated, others, words)
            if report is not None:
                verb = None if dated.predicate is None else reading.predicates[dated.predicate]
                # What somebody did is not of the day of his birth.
                is_birth = verb is not None and verb.lemma == words.birth
                said = verb is not None and verb.saying
                self.last = None if is_birth else Told(reading, stated.expression, stated.period, said)
                yield report

    def _pairs(self, reading: Reading, words: Words) -> Iterator[tuple[Dated, Stated]]:
        """Yield each time of a sentence with what it dates."""
        for stated in stated_times(reading, self.expressions, self.stretches, words):
            dated = govern(reading.sentence, reading.predicates, stated.span, stated.period, words)
            if dated is None and not self._is_talk(reading, stated, words):
                dated = named_event(reading.sentence, reading.predicates, Dated(*stated.span), words)
            if dated is not None and not is_background(dated, stated.period, self.article.published):
                yield dated, stated
            then = attached_clause(reading.sentence, reading.predicates, stated.span[1], words)
            if then is not None:
                yield Dated(*stated.span, then), replace(stated, period=closed(stated.period))

    def _entry(self, reading: Reading, words: Words) -> Report | None:
        """Return the event of a chronicle's entry: "14 March 2015: The company buys the tanker"."""
        if not reading.located:
            return None
        (i, (first, last)), tokens = reading.located[0], reading.sentence.words
        period = self.expressions[i].period
        if period is None or first > 0 or len(tokens) <= last + 2 or tokens[last + 1] not in words.entry_marks:
            return None
        title = shorten(reading.sentence.slice(last + 2, len(tokens)))
        if not title:
            return None
        kind = EventKind.PLANNED if is_ahead(period, self.article.published) else EventKind.REPORTED
        resolution = reasons.stated(self.expressions[i])
        return self._report(reading, title, kind, period, resolution, i, 0.9 * precision(period))

    def _counted_back(self, reading: Reading, words: Words) -> Report | None:
        """Return the event that the sentence counts back to: "Next week will be a year since the beginning of the war"."""
        spans = [(self.expressions[i], *span) for i, span in reading.located]
        past = anniversary(reading.sentence, reading.predicates, spans, words)
        day = None if past is None else past.day or self.base.period
        if past is None or day is None:
            return None
        title = phrase_title(reading.sentence, past.noun, words)
        resolution = reasons.counted_back(day, past.words)
        return self._report(reading, title, EventKind.REPORTED, past.counted_back(day), resolution, None, 0.6)

    def _of_expression(
        self, reading: Reading, dated: Dated, stated: Stated, others: frozenset[int], words: Words
    ) -> Report | None:
        """Return the event that an expression dates, or None where its clause reports nothing that happened or will.

        `others` are the sentence's dated predicates.
        """
        if dated.predicate is not None:
            report = self._of_verb(reading, dated, dated.predicate, stated, others, words)
            if report is not None:
                return report
            named = named_event(reading.sentence, reading.predicates, dated, words)
            if named is None or self._is_talk(reading, stated, words):
                return None
            dated = named
        return self._of_noun(reading, dated, stated, words)

    def _of_noun(self, reading: Reading, dated: Dated, stated: Stated, words: Words) -> Report | None:
        """Return the event that a dated noun names: "the March 24 summit", and not "our talks today"."""
        assert dated.noun is not None
        is_now = self.base.period is not None and stated.period.overlaps(self.base.period)
        if is_now and not words.firsts.isdisjoint(reading.sentence.words):
            return None
        # "Before the 2011 vote" is open for what came before it; the vote itself was in 2011.
        period = closed(stated.period)
        kind = EventKind.PLANNED if is_ahead(period, self.article.published) else EventKind.REPORTED
        title = phrase_title(reading.sentence, dated.noun, words)
        resolution = reasons.named(self.expressions[stated.expression])
        confidence = 0.7 * self._confidence(reading, stated)
        told = [i for i, predicate in enumerate(reading.predicates) if not predicate.saying]
        nearest = min(told, key=lambda i: abs(reading.predicates[i].main - dated.first), default=None)
        span = None
        if nearest is not None:
            span = evidence(reading.sentence, reading.predicates, dated, nearest, frozenset(), words)
        return self._report(reading, title, kind, period, resolution, stated.expression, confidence, span)

    def _is_talk(self, reading: Reading, stated: Stated, words: Words) -> bool:
        """Tell whether a sentence only speaks of the present, of an age, or of the speaker himself: "our discussions today"."""
        is_now = self.base.period is not None and stated.period.overlaps(self.base.period)
        is_era = stated.period.granularity > Granularity.YEAR
        return is_now or is_era or not words.firsts.isdisjoint(reading.sentence.words)

    def _of_verb(
        self, reading: Reading, dated: Dated, index: int, stated: Stated, others: frozenset[int], words: Words
    ) -> Report | None:
        """Return the event of a dated verb, or None where it states none."""
        sentence, predicate = reading.sentence, reading.predicates[index]
        expression, until = self.expressions[stated.expression], None
        if stated.until is not None and predicate.lemma not in words.postponing:
            until = self.expressions[stated.until]
        # "Adjourned on Sunday until 4 July" took no fortnight.
        period = stated.period if until or stated.until is None or expression.period is None else expression.period
        is_told = index > 0 and reading.predicates[index - 1].saying
        kind = kind_of(sentence, predicate, period, words, self.article.published, is_told=is_told)
        if kind is None:
            return None
        if period.start is None and predicate.lemma in words.postponing:
            period = closed(period)
        elif period.start is None and sentence.words[dated.first - 1] == words.by:
            # "Power was restored by Monday": not until then, but about then. "Is to be built by 2030": it is due then.
            period = closed(period).about() if predicate.tense is Tense.PAST else closed(period)
        resolution = reasons.stated(expression) if until is None else reasons.between(expression, until)
        period, resolution = self._extended(reading, predicate, period, resolution, words)
        if is_attribution(sentence.words, reading.predicates, index, words):
            title = attribution_title(sentence, reading.predicates, index, words)
        else:
            title = clause_title(sentence, reading.predicates, dated, others, words)
        doubt = 0.5 if predicate.tense in (Tense.POSSIBLE, Tense.GERUND) else 0.8 if predicate.saying else 0.95
        confidence = doubt * self._confidence(reading, stated)
        span = evidence(sentence, reading.predicates, dated, index, others, words)
        return self._report(reading, title, kind, period, resolution, stated.expression, confidence, span)

    def _confidence(self, reading: Reading, stated: Stated) -> float:
        """Return how far a stated time can be trusted, before what it dates is looked at."""
        assumed = self.expressions[stated.expression].resolution.assumed
        quoted = reading.sentence.quoted[stated.span[0]]
        return precision(stated.period) * (0.8 if assumed else 1.0) * (0.6 if quoted else 1.0)

    def _undated(self, reading: Reading, words: Words) -> Iterator[Report]:
        """Yield the event of a sentence that dates nothing, if it plainly tells of one."""
        if reading.quoted or (self.base.period is None and self.last is None):
            return
        if not reading.is_cut:
            if not (reading.is_lead or self._is_dispatch) and self._tells_no_deed(reading, words):
                return
            reading.cut(self.article.body, self.expressions, words)
        sentence, predicates = reading.sentence, reading.predicates
        index = happening(sentence, predicates, words, is_lead=reading.is_lead)
        told = self.last if index is not None and self.last is not None and self.last.lends_to(reading, index) else None
        day = self.base.period if reading.is_lead or (reading.opens and self.last is None) else None
        if told is None and (index is None or day is None):
            index = plain_past(sentence, predicates, words)
            day = self.base.period if self._is_dispatch else None
            if index is not None and self.last is not None and self.last.goes_on(reading, predicates[index], words):
                told = self.last
        if index is None or (told is None and day is None):
            return
        if told is not None:
            period, resolution = told.period, reasons.inherited(self.expressions[told.expression])
        else:
            assert day is not None
            period, resolution = day, reasons.assumed(day, dateline=self.base.expression is not None)
        period, resolution = self._extended(reading, predicates[index], period, resolution, words)
        title = clause_title(sentence, predicates, index, frozenset(), words)
        confidence = 0.6 if reading.is_lead else 0.4 if predicates[index].saying else 0.5
        expression = None if told is None else told.expression
        yield self._report(reading, title, EventKind.REPORTED, period, resolution, expression, confidence)

    @property
    def _is_dispatch(self) -> bool:
        """True where a dateline states the day of what the article tells, and it is not that of its appearance."""
        return self.base.expression is not None and self.base.period != self.article.published

    def _tells_no_deed(self, reading: Reading, words: Words) -> bool:
        """Tell whether a sentence is not worth its being cut: no verb in it can be the past of a deed, or goes on with the last."""
        told = self.article.body[slice(*reading.span)].split()
        if not words.strong_pasts.isdisjoint(told):
            return False
        return self.last is None or not self.last.may_go_on(reading, told, words)

    def _extended(
        self, reading: Reading, predicate: Predicate, period: Period, resolution: Resolution, words: Words
    ) -> tuple[Period, Resolution]:
        """Return the whole stretch of an event that is said to take more than the one day that is known, else what was given."""
        for length in reading.lengths:
            whole = whole_stretch(period, length, predicate, words)
            if whole is not None:
                from_end = predicate.lemma in words.ending
                return whole, reasons.lasting(period, length.words, from_end=from_end, day_assumed=resolution.assumed)
        return period, resolution

    def _unread(self, reading: Reading) -> Iterator[Report]:
        """Yield one report for a dated sentence in a language whose sentences are not read."""
        for i in reading.expressions:
            expression = self.expressions[i]
            if expression.period is not None and expression.type in (TimexType.DATE, TimexType.TIME):
                title = shorten(self.article.body[slice(*reading.span)])
                kind = EventKind.PLANNED if is_ahead(expression.period, self.article.published) else EventKind.REPORTED
                yield self._report(reading, title, kind, expression.period, reasons.stated(expression), i, 0.5)
                return

    def _report(
        self,
        reading: Reading,
        title: str,
        kind: EventKind,
        period: Period,
        resolution: Resolution,
        expression: int | None,
        confidence: float,
        span: Span | None = None,
    ) -> Report:
        """Return a report of a sentence, or of the `span` of it that is its evidence, with everybody whom the sentence names."""
        participants = self._present(reading.span)
        sentence = span or reading.span
        return Report(title, kind, period, sentence, resolution, expression, participants, round(confidence, 2))

    def _present(self, span: Span) -> tuple[int, ...]:
        """Return the participants that a sentence mentions: people and organisations before places, then in its order."""
        first = bisect_left(self.mentions, (span[0], -1))
        end = bisect_left(self.mentions, (span[1], -1))
        present = dict.fromkeys(index for _, index in self.mentions[first:end])
        return tuple(sorted(present, key=lambda index: self.participants[index].kind is ParticipantKind.PLACE))
