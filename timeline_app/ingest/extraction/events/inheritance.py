"""Which date told shortly before is that of a sentence without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.events.clauses import is_boundary

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Predicate
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words

_SPEAKER = 5
"""How many words beside a verb may name who speaks."""

_NOUN = 6
"""Letters of the shortest word without a capital that can tell who speaks: "the official", "the newspaper"."""

_REACH = 3
"""How many sentences back an undated one looks for a date."""


@dataclass(frozen=True, slots=True)
class Told:
    """A dated event that the sentences behind it may go on with: where it stands, the expression that dates it, and when it was.

    `said`: it is something that somebody said.
    """

    reading: Reading
    expression: int
    period: Period
    said: bool

    @property
    def day(self) -> Period:
        """When what is told on happened: on the day of a clock time, and not at the minute."""
        if self.period.granularity < Granularity.PART_OF_DAY and self.period.is_one_day:
            return Period.of_day(self.period.first_day)
        return self.period

    @property
    def is_short(self) -> bool:
        """True where what is told on happened in a stretch of a month at most."""
        return not self.period.is_open and self.period.granularity <= Granularity.MONTH

    def lends_to(self, reading: Reading, index: int) -> bool:
        """Tell whether the deed of predicate `index` is of the same day: its paragraph goes on telling, and nobody reports it."""
        is_told = self.is_short and self.is_near(reading)
        return is_told and not any(predicate.saying for predicate in reading.predicates[:index])

    def is_near(self, reading: Reading) -> bool:
        """Tell whether a sentence stands in the same paragraph, shortly behind."""
        return reading.paragraph == self.reading.paragraph and 0 < reading.number - self.reading.number <= _REACH

    def may_go_on(self, reading: Reading, told: list[str], words: Words) -> bool:
        """Tell from a sentence's mere words whether `goes_on` can hold, before it is cut."""
        if reading.number - self.reading.number != 1:
            return False
        if not words.moving_forms.isdisjoint(told):
            return True
        return self.is_short and any(word.endswith("ed") or word in words.pasts for word in told)

    def goes_on(self, reading: Reading, predicate: Predicate, words: Words) -> bool:
        """Tell whether the next sentence tells what the same people or figures did then, though in a paragraph of its own."""
        if reading.number - self.reading.number != 1 or self.period.is_open:
            return False
        if predicate.lemma in words.moving and self.period.granularity < Granularity.YEAR:
            is_result = self.period.granularity in (Granularity.QUARTER, Granularity.HALF)
            return (is_result or _has_figures(self.reading, words)) and _has_figures(reading, words)
        if not predicate.saying:
            # What the next sentence tells was of the same day in 20 of 22 cases counted in newswire, whatever its paragraph.
            return self.is_short
        is_day = self.period.granularity <= Granularity.DAY
        is_they = reading.sentence.words[max(0, predicate.first - 1)] in words.persons
        return is_day and (is_they or (self.said and self._speaks(reading, predicate, words)))

    def is_held_by(self, reading: Reading, predicate: Predicate, words: Words) -> bool:
        """Tell whether the sentence that goes on with this one is gone on with in turn: sayings, figures, and a paragraph."""
        is_series = predicate.saying or predicate.lemma in words.moving
        return is_series or reading.paragraph == self.reading.paragraph

    def _speaks(self, reading: Reading, predicate: Predicate, words: Words) -> bool:
        """Tell whether the speaker beside the verb is somebody whom the sentence before names as well."""
        sentence, at = reading.sentence, predicate.main
        start = at
        while start > 0 and at - start < _SPEAKER and not is_boundary(sentence.words[start - 1], words):
            start -= 1
        end = at + 1
        # "..., said spokesman Kenneth Bacon."
        while (
            start == at
            and end < len(sentence.words)
            and end - at <= _SPEAKER
            and not is_boundary(sentence.words[end], words)
        ):
            end += 1
        named = set(self.reading.sentence.words)
        return any(
            token in named
            and (sentence.is_capital(i) or len(token) >= _NOUN)
            and token not in words.determiners
            and i != at
            for i, token in enumerate(sentence.words[start:end], start)
        )


def _has_figures(reading: Reading, words: Words) -> bool:
    """Tell whether a sentence gives figures, and how they moved."""
    told = reading.sentence.words
    return not words.moving_forms.isdisjoint(told) and any(word[:1].isdigit() for word in told)
