"""What the reader looks for: the filter in force and the ones before it, the search while it is typed, the facets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.background import Newest
from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import GROUPED, Choice, Facet
from timeline_app.library import Library, is_barely_begun, while_typing
from timeline_app.snapshots import events_shown_of
from timeline_app.timeline.extent import home_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from timeline_app.background import Control
    from timeline_app.domain.calendar import Instant
    from timeline_app.domain.event_groups import EventGroups, GroupBy
    from timeline_app.domain.event_index import EventIndex
    from timeline_app.domain.facet_counts import FacetCounts
    from timeline_app.domain.period import Period
    from timeline_app.domain.records import SearchHit
    from timeline_app.grouping import Grouping
    from timeline_app.snapshots import Snapshot

_LONGEST_HISTORY = 100
_BEST_HITS = 30
_PREPARED = 60
"""Participants of whom it is worked out beforehand how their events spread over time."""
_MOST_OF_THE_BARELY_BEGUN = 5000
"""Articles found of which the best are looked for where a few letters stand for very many words: that takes as long again as to
find them, and says little."""


@dataclass(frozen=True)
class Hits:
    """The best of the articles that a query finds, in their order; `found` counts all of them.

    `are_newest` says that they are the newest instead, because so many are found for a few letters.
    """

    query: str
    articles: tuple[SearchHit, ...]
    found: int = 0
    are_newest: bool = False


class Finder(QObject):
    """Holds the filter; each change of it can be taken back and made again, apart from the changes of the library."""

    filter_changed = Signal(object)
    """The `EventFilter` in force."""
    facets_counted = Signal(object)
    """The `FacetCounts` of what is shown; only while they are wanted."""
    hits_found = Signal(object)
    """The `Hits` of the words that are being typed."""
    participants_counted = Signal(object)
    """In how many events on the timeline each of the participants asked for takes part: a mapping by their ids."""
    failed = Signal(object)
    """An exception."""

    def __init__(self, grouping: Grouping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = [EventFilter()]
        self._place = 0
        self._is_typing = False
        self._path: Path | None = None
        self._snapshot: Snapshot | None = None
        self._grouping = grouping
        self._groups: dict[Facet, EventGroups] = {}
        self._wants_facets = False
        self._counting = Newest(self)
        self._counting.succeeded.connect(self.facets_counted)
        self._counting.failed.connect(self.failed)
        self._ranking = Newest(self)
        self._ranking.succeeded.connect(self.hits_found)
        self._ranking.failed.connect(self.failed)
        self._participation = Newest(self)
        self._participation.succeeded.connect(self.participants_counted)
        self._participation.failed.connect(self.failed)
        self._participants: tuple[int, ...] = ()
        self._counted_in: EventIndex | None = None
        grouping.read.connect(self._on_groups)

    def open(self, path: Path) -> None:
        """Look into another library: with no filter, and no way back to those of the one before."""
        self.close()
        self._path = path
        self._history, self._place, self._is_typing = [EventFilter()], 0, False

    def close(self) -> None:
        """Look into no library."""
        self._path = self._snapshot = None
        self._groups.clear()
        self._counting.forget()
        self._ranking.forget()
        self._participation.forget()
        self._participants, self._counted_in = (), None

    # -- the filter ---------------------------------------------------------------------------------------------------

    @property
    def filter(self) -> EventFilter:
        """The filter in force."""
        return self._history[self._place]

    @property
    def can_undo(self) -> bool:
        """True where another filter was in force before."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """True after going back to an earlier filter."""
        return self._place < len(self._history) - 1

    def set_filter(self, wanted: EventFilter) -> None:
        """Show the events that pass another filter."""
        self._set(wanted)
        self._is_typing = False

    def begin_with(self, wanted: EventFilter) -> None:
        """Put a filter in force as if there had never been another."""
        if wanted != self.filter:
            self._history, self._place, self._is_typing = [wanted], 0, False
            self.filter_changed.emit(wanted)

    def _set(self, wanted: EventFilter) -> None:
        if wanted == self.filter:
            return
        self._history = [*self._history[: self._place + 1][-_LONGEST_HISTORY:], wanted]
        self._place = len(self._history) - 1
        self.filter_changed.emit(wanted)

    def undo(self) -> None:
        """Go back to the filter before."""
        self._go(-1)

    def redo(self) -> None:
        """Go forward again to a filter that was gone back from."""
        self._go(1)

    def _go(self, count: int) -> None:
        if 0 <= self._place + count < len(self._history):
            self._place += count
            self._is_typing = False
            self.filter_changed.emit(self.filter)

    def toggle(self, choice: Choice) -> None:
        """Choose a value of a facet too, or no longer."""
        self.set_filter(self.filter.toggled(choice))

    def toggle_excluded(self, choice: Choice) -> None:
        """Leave a value of a facet out, or no longer."""
        self.set_filter(self.filter.toggled_excluded(choice))

    def toggle_participant(self, participant_id: int) -> None:
        """Show only a participant's events, or stop doing so."""
        self.toggle(Choice(Facet.PARTICIPANT, participant_id))

    def show_only(self, choice: Choice) -> None:
        """Choose a value as the only one of its facet."""
        self.set_filter(self.filter.with_only(choice))

    def show_stretch(self, after: Instant | None, before: Instant | None) -> None:
        """Show what has a moment between two instants; None for no bound."""
        self.set_filter(replace(self.filter, after=after, before=before))

    def clear(self) -> None:
        """Show everything again."""
        self.set_filter(self.filter.cleared)

    def show_hidden(self, wanted: bool) -> None:
        """Show hidden events too, or not."""
        self.set_filter(replace(self.filter, show_hidden=wanted))

    def show_around(self, period: Period, days: int) -> None:
        """Show what happened in a period and so many days before and after it."""
        start, end = period.known
        room = days * SECONDS_PER_DAY
        self.set_filter(replace(self.filter, after=start - room, before=end + room))

    # -- searching ----------------------------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        """Show the events of the articles that a query finds; an empty query shows all."""
        self.set_filter(replace(self.filter, query=query.strip()))

    def type(self, text: str) -> None:
        """Search for what has been typed so far: its last word may be unfinished. All of the typing is one change of the filter."""
        wanted = replace(self.filter, query=while_typing(text))
        if wanted == self.filter:
            return
        if self._is_typing:
            # What was in force before the first letter stays one step back.
            del self._history[self._place :]
            self._place -= 1
            if wanted == self.filter:
                self.filter_changed.emit(wanted)
        self._set(wanted)
        self._is_typing = bool(text)
        if not self.filter.query:
            self._ranking.forget()
            self.hits_found.emit(Hits("", ()))

    def _rank(self, snapshot: Snapshot) -> None:
        """Read the best of the articles found; of very many for a few letters the newest, because all of them fit as well."""
        path, query, found = self._path, snapshot.wanted.query, snapshot.matching
        if path is None or found is None or not self._is_typing or query != self.filter.query:
            return

        def work(_control: Control) -> Hits:
            with Library.open(path, read_only=True) as library:
                if is_barely_begun(query) and len(found) > _MOST_OF_THE_BARELY_BEGUN:
                    newest = found[: -_BEST_HITS - 1 : -1].tolist()
                    return Hits(query, tuple(library.hits_of(newest, query)), len(found), are_newest=True)
                return Hits(query, tuple(library.search(query, limit=_BEST_HITS)), len(found))

        self._ranking.ask(work)

    # -- facets -------------------------------------------------------------------------------------------------------

    def want_facets(self, *, wanted: bool) -> None:
        """Count the facets of what is shown from now on, or no longer."""
        self._wants_facets = wanted
        self._count()

    def show(self, snapshot: Snapshot | None) -> None:
        """Take note of what is shown; None while it is being read."""
        self._snapshot = snapshot
        self._count()
        if snapshot is not None:
            self._rank(snapshot)
            if snapshot.events is not self._counted_in:
                self._count_participation(snapshot)

    def count_events_of(self, participants: Collection[int]) -> None:
        """Ask in how many of the events that the timeline can show participants take part.

        `participants_counted` says so, now and whenever other events are to be shown; before there are any, as soon as there are.
        """
        self._participants = tuple(participants)
        if self._snapshot is not None:
            self._count_participation(self._snapshot)

    def _count_participation(self, snapshot: Snapshot) -> None:
        path, participants, self._counted_in = self._path, self._participants, snapshot.events
        if path is None or not participants:
            return

        def work(_control: Control) -> dict[int, int]:
            with Library.open(path, read_only=True) as library:
                return events_shown_of(library, participants, snapshot.events)

        self._participation.ask(work)

    def _count(self) -> None:
        snapshot, path = self._snapshot, self._path
        if not self._wants_facets or snapshot is None or path is None:
            self._counting.forget()
            return
        missing = [facet for facet in GROUPED if facet not in self._groups]
        if missing:
            for facet in missing:
                self._grouping.ask(path, GROUPED[facet])
            return
        groups = dict(self._groups)

        def work(_control: Control) -> FacetCounts:
            from timeline_app.domain.facet_counts import count_facets  # not at the start

            home = home_of(snapshot.events)
            counts = count_facets(snapshot.events, snapshot.wanted, snapshot.matching, groups, home)
            counts.prepare(Facet.PARTICIPANT, _PREPARED)
            return counts

        self._counting.ask(work)

    def _on_groups(self, by: GroupBy, groups: EventGroups) -> None:
        facet = next((facet for facet, of in GROUPED.items() if of is by), None)
        if facet is not None and self._path is not None:
            self._groups[facet] = groups
            if len(self._groups) == len(GROUPED):
                self._count()
