"""What a library gives back: values read from it, with the ids that it gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.domain.article import Article
    from timeline_app.domain.correction import EventKey
    from timeline_app.domain.extraction import Extraction, ParticipantKind, Report, Role, Span
    from timeline_app.domain.period import Period


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
    """Counts, date range and sizes. `first` and `last` bound the dated events, open sides ignored."""

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


@dataclass(frozen=True, slots=True)
class AddedCounts:
    """What one batch changed: articles new, articles that the library had already, events new."""

    added: int = 0
    unchanged: int = 0
    events: int = 0

    def __add__(self, other: AddedCounts) -> AddedCounts:
        return AddedCounts(self.added + other.added, self.unchanged + other.unchanged, self.events + other.events)
