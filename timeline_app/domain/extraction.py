"""What extraction finds in an article: time expressions, participants and the events that they date.

Spans are `(start, end)` in characters of the article's body, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from timeline_app.domain.article import Article
    from timeline_app.domain.period import Period
    from timeline_app.messages import Message

Span: TypeAlias = tuple[int, int]


class TimexType(StrEnum):
    """TimeML's types of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Why a date is what it is: the rule that read it and a sentence that a reader can check.

    `assumed` marks a date that no words of the sentence state, such as the publication day of an undated sentence.
    """

    rule: str
    explanation: Message
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as TimeML's TIMEX3, and the calendar period that it denotes.

    `value` and `mod` are TIMEX3's; `period` is None for sets, for durations that lie nowhere ("the past three weeks" does), and
    where the expression cannot be placed on the calendar. `heads` marks the date of a letter or of an entry of a diary, which is
    the day of what follows it.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    period: Period | None
    resolution: Resolution
    mod: str = ""
    heads: bool = False


class ParticipantKind(StrEnum):
    """What a participant is. The values are stored."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Role:
    """What a participant is said to be: "Secretary General", `of` "NATO" (empty where nothing is named)."""

    text: str
    of: str = ""

    def __str__(self) -> str:
        return f"{self.text}, {self.of}" if self.of else self.text


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, organisation or place in one article, with every mention of it.

    `name` is the fullest form in the article, `aliases` its other forms; mentions are spans in order.
    """

    name: str
    kind: ParticipantKind
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()


class EventKind(StrEnum):
    """What an event is. The values are stored."""

    PUBLISHED = "published"
    REPORTED = "reported"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of an event.

    `title` is a clause in the article's own words. `period` is None only for the appearance of an undated article.
    `sentence` is the evidence; None for the article's own appearance. `expression` is an index into the extraction's
    time expressions, None where the date comes from elsewhere; `participants` are indexes into its participants.
    `confidence` is between 0 and 1.
    """

    title: str
    kind: EventKind
    period: Period | None
    sentence: Span | None
    resolution: Resolution
    expression: int | None = None
    participants: tuple[int, ...] = ()
    confidence: float = 1.0


RULES = 3
"""The version of the rules of extraction: raised whenever stored articles are worth reading anew."""


class Level(IntEnum):
    """How thoroughly participants were looked for. The values are stored, and the greater is the better."""

    FAST = 0
    CAREFUL = 1


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article yields: the unit of work of the pool and of storage.

    `reports` begins with the article's own appearance (kind `PUBLISHED`), so that nothing taken in is invisible; the others
    follow in the order of the text. `level` and `rules` say what found them.
    """

    article: Article
    time_expressions: tuple[TimeExpression, ...]
    participants: tuple[Participant, ...]
    reports: tuple[Report, ...]
    level: Level = Level.FAST
    rules: int = RULES
