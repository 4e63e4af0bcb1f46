"""An article with what was found in it before its events: what every sentence is read with."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind, Report
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.events.expressions import is_ahead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import EventKind, Participant, Resolution, Span, TimeExpression
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.events.base_date import BaseDate
    from timeline_app.ingest.extraction.events.expressions import Stated
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words


@dataclass(frozen=True, slots=True)
class Context:
    """One article while its events are read.

    `base` is the day of its undated sentences, `stretches` are the ranges told as two expressions, `mentions` the starts of all
    mentions with their participant's index, sorted.
    """

    article: Article
    expressions: Sequence[TimeExpression]
    participants: Sequence[Participant]
    base: BaseDate
    stretches: Mapping[int, Period]
    mentions: Sequence[tuple[int, int]]

    def report(
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

    def is_talk(self, reading: Reading, stated: Stated, words: Words) -> bool:
        """Tell whether a sentence only speaks of the present, of an age, or of the speaker himself: "our discussions today"."""
        is_era = stated.period.granularity > Granularity.YEAR
        return self.is_now(stated) or is_era or not words.firsts.isdisjoint(reading.sentence.words)

    def is_ahead(self, stated: Stated) -> bool:
        """Tell whether a stated time lies wholly after the article's day."""
        return is_ahead(stated.period, self.article.published)

    def is_now(self, stated: Stated) -> bool:
        """Tell whether a stated time has the article's day in it."""
        return self.base.period is not None and stated.period.overlaps(self.base.period)
