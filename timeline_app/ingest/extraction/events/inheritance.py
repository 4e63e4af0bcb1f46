"""Which date told shortly before is that of a sentence without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity

if TYPE_CHECKING:
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.events.clauses import Predicate
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words

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

    def lends_to(self, reading: Reading, index: int) -> bool:
        """Tell whether the deed of predicate `index` is of the same day: its paragraph goes on telling, and nobody reports it."""
        if self.period.is_open or self.period.granularity > Granularity.MONTH:
            return False
        is_near = 0 < reading.number - self.reading.number <= _REACH and reading.paragraph == self.reading.paragraph
        return is_near and not any(predicate.saying for predicate in reading.predicates[:index])

    def may_go_on(self, reading: Reading, told: list[str], words: Words) -> bool:
        """Tell from a sentence's mere words whether `goes_on` can hold, before it is cut."""
        if reading.number - self.reading.number != 1 or self.period.granularity > Granularity.DAY:
            return False
        return told[0].lower() in words.persons or (self.said and not words.saying_pasts.isdisjoint(told))

    def goes_on(self, reading: Reading, predicate: Predicate, words: Words) -> bool:
        """Tell whether the next sentence tells what the same people did or said then, though in a paragraph of its own."""
        if reading.number - self.reading.number != 1 or self.period.granularity > Granularity.DAY:
            return False
        subject = reading.sentence.words[max(0, predicate.first - 1)]
        by_them = subject in words.persons
        return by_them or (self.said and predicate.saying and self._speaks(reading, predicate, subject))

    def _speaks(self, reading: Reading, predicate: Predicate, name: str) -> bool:
        """Tell whether a name stands before the verb that the sentence before names as well."""
        is_name = predicate.first > 0 and reading.sentence.is_capital(predicate.first - 1)
        return is_name and name in self.reading.sentence.words
