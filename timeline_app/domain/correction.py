"""What the reader asserts against an extraction: kept apart from it, so that nothing the reader said is ever lost.

Each assertion is a small value: its class says what is asserted, its `target` of what. A target is what the thing is, not a row
number: an event is the article's fingerprint and the words of the evidence, a participant a name and a kind, a date its words.
So an assertion is in force again after the article is taken in anew, moved, or read by newer rules.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.date_reading import Mode
from timeline_app.domain.extraction import EventKind

if TYPE_CHECKING:
    from timeline_app.domain.date_reading import DateReading
    from timeline_app.domain.extraction import Extraction, ParticipantKind
    from timeline_app.domain.period import Period
    from timeline_app.messages import Message

BY_HAND = -1
"""The ordinal in the key of every event that the reader made."""


@dataclass(frozen=True, slots=True)
class EventKey:
    """What identifies an event across extractions.

    `evidence` is a digest of the evidence sentence's words, empty for the article's own appearance; `ordinal` counts the events
    with the same evidence in the article from 0. An event that the reader made has a random `evidence` and the ordinal `BY_HAND`.
    """

    article: str
    evidence: str
    ordinal: int

    @property
    def is_by_hand(self) -> bool:
        """True for an event that the reader made."""
        return self.ordinal == BY_HAND


@dataclass(frozen=True, slots=True)
class ParticipantKey:
    """What identifies a participant across extractions: a name as found in articles, and the kind that it was found to be."""

    name: str
    kind: ParticipantKind


@dataclass(frozen=True, slots=True)
class DateKey:
    """What identifies a date that articles state: its words, in lower case with single spaces (see `date_key`).

    In the article of this fingerprint, or wherever the words stand where that is empty.
    """

    words: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """What identifies an article: its fingerprint; every article of the library where that is empty."""

    article: str = ""


Target: TypeAlias = EventKey | ParticipantKey | DateKey | ArticleKey


def event_keys(extraction: Extraction) -> tuple[EventKey, ...]:
    """Return the keys of the extraction's reports, in their order."""
    import hashlib  # not at the start: it loads OpenSSL

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


def date_key(words: str, article: str = "") -> DateKey:
    """Return the key of a date stated in these words, however they are broken over lines or capitalised."""
    return DateKey(" ".join(words.split()).casefold(), article)


# -- of an event ------------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Star:
    """The event matters."""

    target: EventKey


@dataclass(frozen=True, slots=True)
class Tag:
    """The event belongs under `tag`; there may be many of an event."""

    target: EventKey
    tag: str


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader has to say about the event."""

    target: EventKey
    text: str


@dataclass(frozen=True, slots=True)
class Accept:
    """The event is right as it was found: it needs no review any more."""

    target: EventKey


@dataclass(frozen=True, slots=True)
class AddEvent:
    """There is an event that no extraction found.

    It quotes an article (`quotation`, words of its body, the `occurrence`-th from 0 that reads so), or stands alone: then `text`
    are the reader's own words about it, and it is kept as an article of its own (see `own_article`). Made by `added_event`.
    """

    target: EventKey
    title: str
    period: Period
    kind: EventKind = EventKind.REPORTED
    quotation: str = ""
    occurrence: int = 0
    text: str = ""
    participants: tuple[ParticipantKey, ...] = ()
    stands_alone: bool = False


def added_event(
    title: str,
    period: Period,
    *,
    article: str = "",
    quotation: str = "",
    occurrence: int = 0,
    text: str = "",
    kind: EventKind = EventKind.REPORTED,
    participants: tuple[ParticipantKey, ...] = (),
) -> AddEvent:
    """Return a new event made by hand, of the article with this fingerprint, or standing alone where that is empty."""
    key = EventKey(article or own_article(title, period, text).fingerprint, os.urandom(8).hex(), BY_HAND)
    return AddEvent(key, title, period, kind, quotation, occurrence, text, participants, stands_alone=not article)


def own_article(title: str, period: Period, text: str) -> Article:
    """Return the article that stands for an event which the reader made and no article tells of."""
    return Article(title, text, period, date_origin=DateOrigin.READER)


# -- of a date --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DismissDate:
    """These words are no date: what they dated is not shown. "May" may be a person."""

    target: DateKey


# -- of an article ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CountFrom:
    """The article's dates are to be counted from what `mode` says, whatever the article looks like."""

    target: ArticleKey
    mode: Mode


@dataclass(frozen=True, slots=True)
class OrderDays:
    """03/04/2023 is 3 April (`day_first`) or 4 March, where the article itself does not decide."""

    target: ArticleKey
    day_first: bool


def decided(target: ArticleKey, reading: DateReading) -> tuple[list[ArticleCorrection], list[ArticleCorrection]]:
    """Return the assertions that make this the reading of an article's dates, and those of which none may be left."""
    mode = CountFrom(target, reading.mode or Mode.NEWS)
    order = OrderDays(target, bool(reading.day_first))
    answered: list[tuple[ArticleCorrection, bool]] = [
        (mode, reading.mode is not None),
        (order, reading.day_first is not None),
    ]
    return [made for made, is_said in answered if is_said], [made for made, is_said in answered if not is_said]


# -- of a participant -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Merge:
    """The target is the same as `into`, whose name and kind the two go by."""

    target: ParticipantKey
    into: ParticipantKey


@dataclass(frozen=True, slots=True)
class NeverMerge:
    """The target is not the same as `other`, whatever the program thinks."""

    target: ParticipantKey
    other: ParticipantKey


@dataclass(frozen=True, slots=True)
class Split:
    """The target is nobody that the program takes it for: it stands for itself, unless the reader merges it."""

    target: ParticipantKey


@dataclass(frozen=True, slots=True)
class Rename:
    """The participant is to be called `name`."""

    target: ParticipantKey
    name: str


@dataclass(frozen=True, slots=True)
class Retype:
    """The participant is of another kind than was found."""

    target: ParticipantKey
    kind: ParticipantKind


@dataclass(frozen=True, slots=True)
class DismissParticipant:
    """This is no participant: everywhere, or in the article of this fingerprint."""

    target: ParticipantKey
    article: str = ""


EventCorrection: TypeAlias = Hide | Retitle | Redate | Star | Tag | Note | Accept | AddEvent
ParticipantCorrection: TypeAlias = Merge | NeverMerge | Split | Rename | Retype | DismissParticipant
ArticleCorrection: TypeAlias = CountFrom | OrderDays
Correction: TypeAlias = EventCorrection | DismissDate | ArticleCorrection | ParticipantCorrection
"""One assertion of the reader. A later one of the same class and target takes the place of an earlier one; of `Tag`, `Merge`,
`NeverMerge` and `DismissParticipant` there may be several of a target, one for each tag, other participant or article."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction in the place of another of its class and target; None is the state without one."""

    before: Correction | None
    after: Correction | None

    @property
    def undone(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """What the reader did in one go, with its name, and can take back in one go: an entry of the history, by its number.

    The edits that it consists of stay in the library: there may be many. `import_id` is the import that the step is, if it is one:
    undoing it is work for the background.
    """

    id: int
    text: Message
    is_undone: bool = False
    import_id: int | None = None
