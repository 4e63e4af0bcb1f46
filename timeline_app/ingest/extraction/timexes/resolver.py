"""Gives underspecified expressions their place on the calendar: the document pass.

What words leave unsaid comes, in this order, from the words joined to them, from the publication (news) or the running date of the
story (narrative), and from the tense of the sentence. Nothing is made up: a part that none of these gives stays unsaid, the value
has X in its place and the period is None. Every result says what it was counted from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes.mode import Mode
from timeline_app.ingest.extraction.timexes.readings import PartOfYear, Reading, Within, YearAgo
from timeline_app.ingest.extraction.timexes.resolutions import Expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ingest.extraction.timexes.resolutions import Resolved
    from timeline_app.ingest.extraction.timexes.tense import Tense

_REACH_OF_A_QUARTER = 800  # characters


class Resolver:
    """Resolves the readings of one document in the order of its text, remembering the dates that it has told."""

    def __init__(self, published: Period | None, mode: Mode, *, day_first: bool) -> None:
        self.mode = mode
        self.day_first = day_first
        self.published = published if published is not None and published.start is not None else None
        self._told: list[Period] = []
        self._quarter: tuple[Period, int] | None = None
        self._position = 0

    def resolve(
        self,
        reading: Reading,
        text: str,
        tense: Callable[[], Tense],
        position: int,
        *,
        first_side: Period | None = None,
        is_aside: bool = False,
    ) -> Resolved | None:
        """Return what a reading means at a position of the document; None where it means no date that exists.

        The date becomes the document's running date, unless it is an aside in brackets. `tense` is asked only where the answer
        matters. `first_side` is the period that the expression ends a range from.
        """
        self._position = position
        resolved = Expression(self, text, tense, first_side=first_side).resolve(reading)
        if resolved is not None and resolved.period is not None and not is_aside and not isinstance(reading, YearAgo):
            self._remember(resolved.period)
            if isinstance(reading, PartOfYear | Within) and resolved.period.granularity is Granularity.QUARTER:
                self._quarter = (resolved.period, position)
        return resolved

    @property
    def quarter(self) -> Period | None:
        """The quarter that the text is about: the last one told, for a paragraph or two."""
        if self._quarter is None or self._position - self._quarter[1] > _REACH_OF_A_QUARTER:
            return None
        return self._quarter[0]

    def _remember(self, period: Period) -> None:
        if period.start is not None:
            self._told = [told for told in self._told if told.granularity < period.granularity][-8:]
            self._told.append(period)

    def reference(self, coarsest: Granularity) -> Period | None:
        """Return the last date told that is at least as precise as `coarsest`; in news else the publication."""
        for told in reversed(self._told):
            if told.granularity <= coarsest:
                return told
        if self.mode is Mode.NEWS and self.published is not None and self.published.granularity <= coarsest:
            return self.published
        return None

    def anchor(self, coarsest: Granularity) -> Period | None:
        """Return what "last week" is counted from: the publication in news, the running date in a story."""
        if self.mode is Mode.NARRATIVE:
            told = self.reference(coarsest)
            if told is not None:
                return told
        if self.published is not None and self.published.granularity <= coarsest:
            return self.published
        return None
