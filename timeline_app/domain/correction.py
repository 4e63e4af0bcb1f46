"""What the reader asserts against an extraction: kept apart from it, so that nothing the reader said is ever lost.

A correction points at an event by what the event is, not by a row number: the article's fingerprint and the words of the
evidence. So it is in force again after the article is taken in anew, moved, or read by newer rules.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Extraction
    from timeline_app.domain.period import Period


@dataclass(frozen=True, slots=True)
class EventKey:
    """What identifies an event across extractions.

    `evidence` is a digest of the evidence sentence's words, empty for the article's own appearance; `ordinal` counts the events
    with the same evidence in the article from 0.
    """

    article: str
    evidence: str
    ordinal: int


def event_keys(extraction: Extraction) -> tuple[EventKey, ...]:
    """Return the keys of the extraction's reports, in their order."""
    article = extraction.article.fingerprint
    counts: dict[str, int] = {}
    keys = []
    for report in extraction.reports:
        evidence = ""
        if report.sentence is not None:
            words = " ".join(extraction.article.body[slice(*report.sentence)].split())
            evidence = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        ordinal = counts.get(evidence, 0)
        counts[evidence] = ordinal + 1
        keys.append(EventKey(article, evidence, ordinal))
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class Hide:
    """The event is not to be shown."""

    target: EventKey


@dataclass(frozen=True, slots=True)
class Retitle:
    """The event is to be called `title`."""

    target: EventKey
    title: str


@dataclass(frozen=True, slots=True)
class Redate:
    """The event happened in `period`; the article's own date stays visible beside it."""

    target: EventKey
    period: Period


Correction: TypeAlias = Hide | Retitle | Redate
"""One assertion of the reader. A later one of the same type and target takes the place of an earlier one."""
