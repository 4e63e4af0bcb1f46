"""Turns an article's sentences into dated reports of events."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind, ParticipantKind, Report, TimexType
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.events import reasons
from timeline_app.ingest.extraction.events.base_date import BaseDate, base_date
from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence, Tense, find_predicates, is_boundary, read_sentence
from timeline_app.ingest.extraction.events.dating import Dated, govern, locate, mask
from timeline_app.ingest.extraction.events.intervals import anniversary, extended
from timeline_app.ingest.extraction.events.titles import clause_title, phrase_title, shorten
from timeline_app.ingest.extraction.events.words import Words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import Participant, Resolution, Span, TimeExpression
    from timeline_app.domain.period import Period

_INHERITANCE = 3
"""How many sentences back an undated one looks for a date."""

_LEAD = 40
"""Characters of the shortest sentence that can be an article's lead, and not a heading or a byline."""

_KINDS = {ParticipantKind.PERSON: 0, ParticipantKind.ORGANISATION: 0, ParticipantKind.PLACE: 1}


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
        sorted((start, index) for index, who in enumerate(participants) for start, _ in who.mentions),
    )
    return (_appearance(article, sentences), *reader.reports(sentences))


def _appearance(article: Article, sentences: Sequence[Span]) -> Report:
    title = article.title or (shorten(article.body[slice(*sentences[0])]) if sentences else "")
    return Report(title, EventKind.PUBLISHED, article.published, None, reasons.appearance(article.published))


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a sentence before it is read."""

    number: int
    paragraph: int
    span: Span
    is_lead: bool
    quoted: bool


@dataclass(slots=True)
class _Reader:
    """Reads one article, sentence after sentence, and remembers what the sentences before said of time.

    `mentions` are the starts of all mentions with their participant's index, sorted; `last` is the last dated event's sentence
    and expression.
    """

    article: Article
    expressions: Sequence[TimeExpression]
    participants: Sequence[Participant]
    base: BaseDate
    words: Words | None
    mentions: list[tuple[int, int]]
    last: tuple[_Context, int] | None = field(default=None)

    def reports(self, sentences: Sequence[Span]) -> Iterator[Report]:
        """Yield the reports of all sentences."""
        body = self.article.body
        at, paragraph, behind, lead_found, quoted = 0, 0, 0, False, False
        for number, (start, end) in enumerate(sentences):
            if body.find("\n", behind, start) >= 0:
                quoted = False
                paragraph += 1
            behind = end
            here = []
            while at < len(self.expressions) and self.expressions[at].start < end:
                if self.expressions[at].start >= start and at != self.base.expression:
                    here.append(at)
                at += 1
            is_lead = not lead_found and end - max(start, self.base.end) >= _LEAD and body[end - 1] in '.!?"”'
            lead_found |= is_lead
            context = _Context(number, paragraph, (max(start, self.base.end), end), is_lead, quoted)
            if end > self.base.end:
                yield from self._dated(context, here) if here else self._undated(context)
            quoted = _quoted_after(body, start, end, quoted=quoted)

    def _dated(self, context: _Context, here: list[int]) -> Iterator[Report]:
        """Yield the events of a sentence with time expressions."""
        if self.words is None:
            yield from self._unread(context, here)
            return
        sentence = read_sentence(self.article.body, *context.span, quoted=context.quoted)
        located = [(i, span) for i in here if (span := locate(sentence, self.expressions[i])) is not None]
        mask(sentence, [span for _, span in located])
        predicates = find_predicates(sentence, self.words)
        durations = [i for i, (_, last) in located if self._names_length(sentence, i, last)]
        past = anniversary(sentence, predicates, [(self.expressions[i], *span) for i, span in located], self.words)
        if past is not None:
            base = past.day or self.base.period
            if base is not None:
                period = past.counted_back(base)
                title = phrase_title(sentence, past.noun, self.words)
                yield self._report(
                    title, EventKind.REPORTED, period, context, reasons.counted_back(base, past.words), None, 0.6
                )
                return
        found: dict[object, tuple[Dated, Period]] = {}
        for i, span in located:
            period = self.expressions[i].period
            if period is None or self.expressions[i].type not in (TimexType.DATE, TimexType.TIME):
                continue
            dated = govern(sentence, predicates, i, span, self.words)
            if dated is None or sentence.quoted[span[0]]:
                continue
            key = dated.predicate if dated.noun is None else dated.noun
            if key not in found or _is_better((dated, period), found[key], predicates):
                found[key] = dated, period
        if not found:
            yield from self._undated(context, sentence, predicates, durations)
            return
        for dated, period in sorted(found.values(), key=lambda pair: pair[0].first):
            report = self._of_expression(context, sentence, predicates, dated, period, durations)
            if report is not None:
                self.last = context, dated.expression
                yield report

    def _names_length(self, sentence: Sentence, index: int, last: int) -> bool:
        """Tell whether an expression says how long an event is: "a two-day meeting", and not "the last two days"."""
        assert self.words is not None
        following = sentence.words[last + 1 : last + 5]
        for end, word in enumerate(following):
            if is_boundary(word, self.words) or word in self.words.prepositions:
                following = following[:end]
                break
        return self.expressions[index].type is TimexType.DURATION and not self.words.event_nouns.isdisjoint(following)

    def _of_expression(
        self,
        context: _Context,
        sentence: Sentence,
        predicates: list[Predicate],
        dated: Dated,
        period: Period,
        durations: list[int],
    ) -> Report | None:
        """Return the event that an expression dates, or None where its clause reports nothing that happened or will."""
        assert self.words is not None
        expression = self.expressions[dated.expression]
        confidence = _precision(period) * (0.8 if expression.resolution.assumed else 1.0)
        if dated.noun is not None:
            title = phrase_title(sentence, dated.noun, self.words)
            kind = EventKind.PLANNED if self._is_ahead(period) else EventKind.REPORTED
            return self._report(
                title, kind, period, context, reasons.named(expression), dated.expression, 0.7 * confidence
            )
        assert dated.predicate is not None
        predicate = predicates[dated.predicate]
        kind_of_predicate = self._kind(predicate, sentence, period)
        if kind_of_predicate is None:
            return None
        resolution = reasons.stated(expression)
        for i in durations:
            whole = extended(period, self.expressions[i], predicate, self.words)
            if whole is not None:
                from_end = predicate.lemma in self.words.ending
                resolution = reasons.lasting(period, self.expressions[i], from_end=from_end, day_assumed=False)
                period = whole
        title = clause_title(sentence, predicates, dated.predicate, dated, self.words)
        confidence *= 0.8 if predicate.saying else 0.95
        return self._report(title, kind_of_predicate, period, context, resolution, dated.expression, confidence)

    def _kind(self, predicate: Predicate, sentence: Sentence, period: Period) -> EventKind | None:
        """Return the kind of a dated predicate; None where it is no event."""
        assert self.words is not None
        ahead = self._is_ahead(period)
        if predicate.tense is Tense.PLANNED:
            return EventKind.PLANNED
        if predicate.tense is Tense.UNREAL:
            return EventKind.PLANNED if predicate.would and ahead else None
        if predicate.tense is Tense.STATE and not (ahead and predicate.lemma == "be" and period.granularity <= Granularity.DAY):
            return None
        if predicate.tense is Tense.PRESENT and period.granularity > Granularity.MONTH:
            return None
        return EventKind.PLANNED if ahead else EventKind.REPORTED

    def _undated(
        self,
        context: _Context,
        sentence: Sentence | None = None,
        predicates: list[Predicate] | None = None,
        durations: Sequence[int] = (),
    ) -> Iterator[Report]:
        """Yield the event of a sentence without a date, if it plainly tells of one."""
        if self.words is None or context.quoted or self.base.period is None and self.last is None:
            return
        body = self.article.body
        if not context.is_lead and self.words.strong_pasts.isdisjoint(body[slice(*context.span)].split()):
            return
        if sentence is None:
            sentence = read_sentence(body, *context.span)
        if predicates is None:
            predicates = find_predicates(sentence, self.words)
        index = self._happening(sentence, predicates, is_lead=context.is_lead)
        if index is None:
            return
        predicate = predicates[index]
        expression = self._inherited(context, sentence, predicates, index)
        if expression is not None:
            period = self.expressions[expression].period
            resolution = reasons.inherited(self.expressions[expression])
        else:
            period = self.base.period
            if period is None:
                return
            resolution = reasons.assumed(period, dateline=self.base.expression is not None)
        if period is None:
            return
        for i in durations:
            whole = extended(period, self.expressions[i], predicate, self.words)
            if whole is not None:
                from_end = predicate.lemma in self.words.ending
                resolution = reasons.lasting(period, self.expressions[i], from_end=from_end, day_assumed=True)
                period = whole
        title = clause_title(sentence, predicates, index, None, self.words)
        yield self._report(
            title, EventKind.REPORTED, period, context, resolution, expression, 0.6 if context.is_lead else 0.5
        )

    def _inherited(
        self, context: _Context, sentence: Sentence, predicates: list[Predicate], index: int
    ) -> int | None:
        """Return the expression before an undated sentence that dates it too: its paragraph goes on telling of the same day."""
        assert self.words is not None
        if self.last is None:
            return None
        before, expression = self.last
        near = 0 < context.number - before.number <= _INHERITANCE and context.paragraph == before.paragraph
        told = sentence.words[predicates[index].first] not in self.words.have and not any(p.saying for p in predicates[:index])
        return expression if near and told else None

    def _happening(self, sentence: Sentence, predicates: list[Predicate], *, is_lead: bool) -> int | None:
        """Return the predicate by which an undated sentence tells of something done."""
        assert self.words is not None
        for index, predicate in enumerate(predicates):
            if predicate.tense not in (Tense.PAST, Tense.PRESENT) or sentence.quoted[predicate.first]:
                continue
            subject = sentence.words[max(0, predicate.first - 6) : predicate.first]
            if not self.words.firsts.isdisjoint(subject) or not self.words.relatives.isdisjoint(subject[-2:]):
                continue
            staged = is_lead and predicate.lemma in self.words.staged
            told = predicate.tense is Tense.PAST and (
                predicate.lemma in self.words.strong or (is_lead and not predicate.saying)
            )
            if staged or told:
                return index
        return None

    def _unread(self, context: _Context, here: list[int]) -> Iterator[Report]:
        """Yield one report for a dated sentence in a language whose sentences are not read."""
        for i in here:
            period = self.expressions[i].period
            if period is not None:
                title = shorten(self.article.body[slice(*context.span)])
                kind = EventKind.PLANNED if self._is_ahead(period) else EventKind.REPORTED
                yield self._report(title, kind, period, context, reasons.stated(self.expressions[i]), i, 0.5)
                return

    def _is_ahead(self, period: Period) -> bool:
        """Tell whether a period lies wholly after the article's day."""
        published = self.article.published
        return published is not None and period.known[0] >= published.known[1]

    def _report(
        self,
        title: str,
        kind: EventKind,
        period: Period,
        context: _Context,
        resolution: Resolution,
        expression: int | None,
        confidence: float,
    ) -> Report:
        participants = self._present(context.span)
        return Report(title, kind, period, context.span, resolution, expression, participants, round(confidence, 2))

    def _present(self, span: Span) -> tuple[int, ...]:
        """Return the participants that a sentence mentions: people and organisations before places, then in its order."""
        first = bisect_left(self.mentions, (span[0], -1))
        end = bisect_left(self.mentions, (span[1], -1))
        present = dict.fromkeys(index for _, index in self.mentions[first:end])
        return tuple(sorted(present, key=lambda index: _KINDS[self.participants[index].kind]))


def _quoted_after(body: str, start: int, end: int, *, quoted: bool) -> bool:
    """Tell whether a quotation is open behind a sentence."""
    opened = body.count("“", start, end) - body.count("”", start, end)
    if opened:
        return opened > 0
    return quoted ^ (body.count('"', start, end) % 2 == 1)


def _is_better(one: tuple[Dated, Period], other: tuple[Dated, Period], predicates: list[Predicate]) -> bool:
    """Tell whether an expression says more of its verb than another: the finer of two that overlap, else the nearer."""
    (dated, period), (dated_other, period_other) = one, other
    if period.overlaps(period_other) and period.granularity != period_other.granularity:
        return period.granularity < period_other.granularity
    verb = 0 if dated.predicate is None else predicates[dated.predicate].main
    return abs(dated.first - verb) < abs(dated_other.first - verb)


def _precision(period: Period) -> float:
    """Return how much a period of this granularity says."""
    if period.is_open or period.approximate or period.granularity > Granularity.YEAR:
        return 0.6
    return 1.0 if period.granularity <= Granularity.DAY else 0.9 if period.granularity <= Granularity.MONTH else 0.75
