"""What a library gives back: values read from it, with the ids that it gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from timeline_app.domain.article import Article
    from timeline_app.domain.calendar import Day
    from timeline_app.domain.correction import EventKey, ParticipantKey
    from timeline_app.domain.extraction import Extraction, ParticipantKind, Report, Role, Span
    from timeline_app.domain.period import Period
    from timeline_app.messages import Message


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event of a stored article: the report as extracted, and what the reader made of it.

    `title` and `period` have the corrections applied; the report keeps the source's own. `participants` are indexes into the
    stored article's. The report of an event that the reader made is what the reader said.
    """

    id: int
    key: EventKey
    report: Report
    title: str
    period: Period | None
    hidden: bool = False
    starred: bool = False
    accepted: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    participants: tuple[int, ...] = ()

    @property
    def is_redated(self) -> bool:
        """True where the reader gave the event another date than the article does."""
        return self.period != self.report.period


@dataclass(frozen=True, slots=True)
class StoredParticipant:
    """A participant of one article: `id` is the library's; `mentions` are spans in this article's body.

    `name` and `kind` are the library's too, merged, renamed and retyped; `aliases` are the other forms in this article.
    """

    id: int
    name: str
    kind: ParticipantKind
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """Everything the article pane needs: one read."""

    id: int
    extraction: Extraction
    events: tuple[StoredEvent, ...]
    participants: tuple[StoredParticipant, ...]

    @property
    def article(self) -> Article:
        """The article's own words."""
        return self.extraction.article


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article that is a near copy of another, or another version of it: a row of a list."""

    id: int
    title: str
    published: Period | None
    outlet: str
    source: str


@dataclass(frozen=True, slots=True)
class EventReport:
    """What one article tells of an event: `event` is the article's own event, `stated` the date in its words."""

    event: int
    title: str
    stated: str
    article: RelatedArticle


@dataclass(frozen=True, slots=True)
class LibraryParticipant:
    """A participant across the library: in how many articles, with how many mentions and events."""

    id: int
    name: str
    kind: ParticipantKind
    articles: int
    mentions: int
    events: int


@dataclass(frozen=True)
class Activity:
    """In which months a participant's events begin, as the articles date them: sparse, ascending.

    `months` int64 count from January 1970 on, negative before; `events` int64 are how many begin in each.
    """

    months: NDArray[np.int64]
    events: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """Where a name is used: an article, and a stretch of its body with the span of the name in it."""

    article: int
    quotation: str
    mark: Span


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form of a participant's name, and how many articles use it.

    `key` is what corrections of it point at: the reader may split it off. None for a form that articles use beside a fuller one.
    """

    name: str
    articles: int
    key: ParticipantKey | None
    example: Example | None


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role that articles give a participant: the days of the first and the last that are dated, and all of them, oldest first."""

    role: Role
    first: Day | None
    last: Day | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Another participant, and in how many events the two take part together."""

    participant: LibraryParticipant
    events: int


@dataclass(frozen=True)
class ParticipantPage:
    """All that the library knows of one participant. Names and companions come most frequent first, roles oldest first."""

    participant: LibraryParticipant
    names: tuple[NameForm, ...]
    roles: tuple[RoleHeld, ...]
    companions: tuple[Companion, ...]
    activity: Activity


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two participants that may be one: `one` may be merged into `other`, for a reason, with an example of each."""

    one: LibraryParticipant
    other: LibraryParticipant
    reason: Message
    examples: tuple[Example | None, Example | None]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A name that was taken for one participant while another of that name was in the news, in the same weeks.

    `name` is what may have to be split off from `taken_for`; `articles` are those that use it in these weeks.
    """

    name: ParticipantKey
    taken_for: LibraryParticipant
    rival: LibraryParticipant
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UndatedArticle:
    """An article that states no date: a row of the tray."""

    id: int
    title: str
    source: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that a query found. `snippet` is a stretch of its body, `marks` the spans of the words found in it."""

    article: int
    title: str
    published: Period | None
    outlet: str
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """Counts, date range and sizes. `first` and `last` bound the dated events, open sides ignored.

    `events` are those that the timeline has, `retold` those that it has not: a near copy tells them like another one, which is
    shown for both.
    """

    path: str
    version: int
    articles: int
    undated_articles: int
    events: int
    participants: int
    corrections: int
    first: str | None
    last: str | None
    bytes: int
    retold: int = 0


@dataclass(frozen=True, slots=True)
class AddedCounts:
    """What one batch changed: articles new, articles that the library had already, dated events new."""

    added: int = 0
    unchanged: int = 0
    events: int = 0

    def __add__(self, other: AddedCounts) -> AddedCounts:
        return AddedCounts(self.added + other.added, self.unchanged + other.unchanged, self.events + other.events)
