"""What the resolutions share: the expression that is being resolved, and the table of what resolves which reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline_app.domain.extraction import TimexType
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.values import date_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.timexes.readings import Reading
    from timeline_app.ingest.extraction.timexes.resolver import Resolver
    from timeline_app.ingest.extraction.timexes.surroundings import Surroundings
    from timeline_app.ingest.extraction.timexes.tense import Tense
    from timeline_app.messages import Message


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reading's place: TIMEX3 type and value, the period where it has one, and why."""

    type: TimexType
    value: str
    period: Period | None
    explanation: Message


class Expression:
    """An expression while it is being resolved, in its document.

    `reading` is the reading of the whole; `first_side` is the period that it ends a range from, `listed_after` that of the
    expression before it in a list.
    """

    def __init__(
        self,
        document: Resolver,
        reading: Reading,
        text: str,
        surroundings: Surroundings,
        first_side: Period | None = None,
        listed_after: Period | None = None,
    ) -> None:
        self.document = document
        self.reading = reading
        self.text = text
        self.surroundings = surroundings
        self.first_side = first_side
        self.listed_after = listed_after

    @property
    def tense(self) -> Tense:
        """The tense of the sentence."""
        return self.surroundings.tense

    def resolve(self, reading: Reading) -> Resolved | None:
        """Resolve a reading, or one that another contains; None where it means no date that exists."""
        return RESOLUTIONS[type(reading)](self, reading)

    def counted(self, anchor: Period) -> Message:
        """Say that the date is counted from an anchor."""
        is_anchor = anchor is self.document.published
        return explanations.counted(
            self.text, anchor, is_publication=is_anchor, is_head=is_anchor and self.document.is_headed
        )

    def nearest(self, anchor: Period, chosen: Period) -> Message:
        """Say that the date is the nearest to an anchor that the words can mean."""
        return explanations.nearest(self.text, anchor, chosen, self.tense)

    def date(self, period: Period, explanation: Message) -> Resolved:
        """Return a DATE."""
        return Resolved(TimexType.DATE, date_value(period), period, explanation)

    def again_and_again(self, value: str) -> Resolved:
        """Return a SET."""
        return Resolved(TimexType.SET, value, None, explanations.recurring(self.text))

    def nowhere(self, value: str) -> Resolved:
        """Return a DATE that nothing places on the calendar."""
        return Resolved(TimexType.DATE, value, None, explanations.unplaced(self.text))


RESOLUTIONS: dict[type, Callable[[Expression, Any], Resolved | None]] = {}
"""The resolutions by the type of reading."""


def resolves(reading: type) -> Callable[[Callable[[Expression, Any], Resolved | None]], Callable[..., Resolved | None]]:
    """Enter a function as the resolution of a type of reading."""

    def enter(function: Callable[[Expression, Any], Resolved | None]) -> Callable[..., Resolved | None]:
        RESOLUTIONS[reading] = function
        return function

    return enter
