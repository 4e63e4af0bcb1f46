"""What has no place of its own on the calendar: lengths, recurrences, vague references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.readings import Length, Recurring, Shifted, Vague
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.resolutions.counted import shifted
from timeline_app.ingest.extraction.timexes.tense import Tense

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression


@resolves(Vague)
def vague(expression: Expression, reading: Vague) -> Resolved | None:
    """Resolve a vague reference."""
    explanation = explanations.vague(expression.text)
    return Resolved(TimexType.DATE, reading.value, None, explanation)


@resolves(Length)
def length(expression: Expression, reading: Length) -> Resolved | None:
    """Resolve a duration."""
    if reading.ahead and reading.count and reading.granularity is not None:
        is_whole = reading.count == int(reading.count) and reading.granularity >= Granularity.DAY
        if is_whole and expression.tense is Tense.FUTURE and not expression.surroundings.is_record:
            return shifted(expression, Shifted(reading.granularity, int(reading.count)))
    explanation = explanations.length(expression.text)
    return Resolved(TimexType.DURATION, reading.value, None, explanation)


@resolves(Recurring)
def recurring(expression: Expression, reading: Recurring) -> Resolved | None:
    """Resolve what recurs."""
    explanation = explanations.recurring(expression.text)
    return Resolved(TimexType.SET, reading.value, None, explanation)
