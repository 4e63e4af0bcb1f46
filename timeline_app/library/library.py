"""The door to a library file."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline_app.domain.correction import Merge
from timeline_app.errors import LibraryError
from timeline_app.library import (
    articles,
    copies,
    corrections,
    groups,
    history,
    index,
    information,
    migrations,
    participants,
    readings,
    reads,
    search,
    to_read,
    views,
)
from timeline_app.library import connection as connections
from timeline_app.library.failures import read_only as read_only_sentence
from timeline_app.library.failures import readable_failures
from timeline_app.library.locking import WriterLock
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    import apsw
    import numpy as np
    from numpy.typing import NDArray

    from timeline_app.domain.article import Article
    from timeline_app.domain.correction import Correction, Edit, EventKey, ParticipantKey, Step, Target
    from timeline_app.domain.date_reading import DateReading
    from timeline_app.domain.event_groups import EventGroups, GroupBy
    from timeline_app.domain.event_index import EventIndex, EventSummary
    from timeline_app.domain.extraction import Extraction, ParticipantKind
    from timeline_app.domain.facets import Reading
    from timeline_app.domain.records import (
        Activity,
        AddedCounts,
        EventReport,
        LibraryInfo,
        LibraryParticipant,
        ParticipantPage,
        RelatedArticle,
        SearchHit,
        StoredArticle,
        Suggestion,
        Suspect,
        UndatedArticle,
    )
    from timeline_app.domain.sources import FileProgress
    from timeline_app.library.backups import Backup
    from timeline_app.library.corrections import AnyCorrection
    from timeline_app.library.entry import Entry
    from timeline_app.library.imports import Imports
    from timeline_app.library.sources import Sources
    from timeline_app.messages import Message


class Library:
    """A collection of articles with their events, in one SQLite file.

    Every method belongs on the thread that opened the library; each job opens its own. Readers never wait. Corrections and
    state are short writes that wait for their turn; articles are added by one library at a time, on this machine or another.
    Whatever the reader can mend is raised as a `LibraryError` of one sentence, and nothing half done is kept.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        """Use `Library.create` or `Library.open`."""
        self._path = path
        self._connection = connection
        self._lock: WriterLock | None = None
        self._is_open = True
        self.was_cut_off = False
        """True where whoever wrote to it last did not close it, or has it open still: worth a check."""

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Make an empty library and open it.

        Raises:
            LibraryError: There is a file of that name, or the place cannot be written to; nothing is left there.
        """
        connections.create(Path(path))
        return cls.open(path)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """Open a library, for reading only where the file or its folder allows no more.

        An older version is brought up to date, with a copy of it laid beside it first.

        Raises:
            LibraryError: It is not a library, damaged, newer than this program, or may not be read; nothing is written.
        """
        path = Path(path)
        has_log = connections.has_log(path)
        library = cls(path, connections.connect(path, read_only=read_only))
        library.was_cut_off = has_log
        return library

    def close(self) -> None:
        """Write everything down, let others add articles, and close. Closing twice does nothing."""
        if self._is_open:
            self._is_open = False
            connections.disconnect(self._connection)
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def is_read_only(self) -> bool:
        """True where nothing can be written: asked for, or forced by the file, its folder or its disk."""
        return connections.is_read_only(self._connection)

    @property
    def version(self) -> int:
        """The version of the file's schema."""
        return migrations.version_of(self._connection)

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        if self.is_read_only:
            raise LibraryError(read_only_sentence(self._path))
        with readable_failures(self._path):
            yield self._connection

    @contextmanager
    def _reading(self) -> Iterator[apsw.Connection]:
        with readable_failures(self._path):
            yield self._connection

    # -- taking in ----------------------------------------------------------------------------------------------------

    def add(self, extractions: Iterable[Extraction]) -> AddedCounts:
        """Add articles with what they yield, as `add_entries` does."""
        from timeline_app.library.entry import entry_of  # not at the start

        return self.add_entries([entry_of(extraction) for extraction in extractions])

    def add_entries(
        self, entries: Sequence[Entry], import_id: int | None = None, files: Sequence[FileProgress] = ()
    ) -> AddedCounts:
        """Add articles made ready by `entry_of`, in one transaction; those that the library has already count as unchanged.

        The first call makes this library the one that adds articles, until it is closed.

        Args:
            entries: The articles.
            import_id: The import that they are part of, of `imports.begin`.
            files: How far their files are read with these.

        Raises:
            LibraryError: Another one is adding articles, the library is read-only, or the disk is full; nothing of the
                batch is kept and everything before it is.
        """
        from timeline_app.library import store  # not at the start

        with self._writing() as connection:
            self._become_writer(connection)
            return store.add(connection, entries, import_id, files)

    def take_lock(self) -> None:
        """Make this library the one that adds articles, until it is closed.

        Raises:
            LibraryError: Another one is adding articles, or the library is read-only.
        """
        with self._writing() as connection:
            self._become_writer(connection)

    @property
    def sources(self) -> Sources:
        """The files that articles are from, and where to look for more."""
        from timeline_app.library.sources import Sources  # not at the start

        return Sources(self._reading, self._writing)

    @property
    def imports(self) -> Imports:
        """The times that articles were taken in."""
        from timeline_app.library.imports import Imports  # not at the start

        return Imports(self._reading, self._writing)

    def regroup(self) -> None:
        """Find the near copies among all articles anew. For a job."""
        with self._writing() as connection:
            copies.regroup(connection)

    def tidy(self, added: int, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Give back to the disk what adding so many articles has left empty. For a job; it can be cancelled at any moment."""
        from timeline_app.library import room  # not at the start

        with self._writing() as connection:
            room.tidy(connection, added, is_cancelled)

    def refine(self, entries: Sequence[Entry], readings: Mapping[str, DateReading] | None = None) -> int:
        """Replace the extractions of stored articles by better ones, in one transaction; return how many were replaced.

        Articles keep their ids, events that are found again theirs, and corrections stay in force. What the library has not is
        left out. `readings` is what `date_readings` said when they were read. Like `add_entries`, this is for one library at a
        time.
        """
        from timeline_app.library import refine  # not at the start

        with self._writing() as connection:
            self._become_writer(connection)
            return refine.refine(connection, entries, readings)

    def unrefined(self, limit: int = 100, before: int | None = None) -> list[tuple[int, Article]]:
        """Return articles that were not read carefully, or by older rules (`Extraction.level`, `.rules`), and their ids.

        The newest come first; `before` is the id of the last that is known already. Those of `wanted` are not among them.
        """
        with self._reading() as connection:
            return to_read.unrefined(connection, limit, before)

    def wanted(self, limit: int = 100, before: int | None = None) -> list[tuple[int, Article]]:
        """Return articles about whose dates the reader has decided since they were read, in the same way."""
        with self._reading() as connection:
            return to_read.wanted(connection, limit, before)

    def has_wanted(self) -> bool:
        """Tell whether there are `wanted` articles, or `find_wanted` has work to do."""
        with self._reading() as connection:
            return to_read.has_wanted(connection)

    def find_wanted(self, is_cancelled: Callable[[], bool]) -> None:
        """Find out which articles are `wanted`, where the reader has decided something about all of them. For a job."""
        with self._writing() as connection:
            to_read.look_for_days(connection, is_cancelled)

    def count_unrefined(self) -> int:
        """Return how many articles `wanted` and `unrefined` have to give, and one more where `find_wanted` has work to do."""
        with self._reading() as connection:
            return to_read.count(connection)

    def date_readings(self) -> dict[str, DateReading]:
        """Return what the reader decided about the dates of articles, by fingerprint; about all the others by the empty one."""
        with self._reading() as connection:
            return to_read.date_readings(connection)

    def _become_writer(self, connection: apsw.Connection) -> None:
        if self._lock is None:
            self._lock = WriterLock(self._path)
            connections.prepare_for_adding(connection)

    # -- the timeline -------------------------------------------------------------------------------------------------

    def load_index(self, cache: Path | None = None) -> EventIndex:
        """Return all dated events as columns, corrections applied. For a job: reading a million events takes about a second.

        With a folder of the program's as a `cache` it takes that only once for each state of the events.
        """
        with self._reading() as connection:
            return index.load_index(connection, cache)

    def load_undated(self) -> EventIndex:
        """Read the appearances of articles without a date into columns, in the order of ids; their bounds mean nothing."""
        with self._reading() as connection:
            return index.load_undated(connection)

    def summaries(self, event_ids: Sequence[int]) -> dict[int, EventSummary]:
        """Return what rows, cards and tooltips show of these events; unknown ids are left out."""
        with self._reading() as connection:
            return reads.summaries(connection, event_ids)

    def events_of(self, participant_ids: Sequence[int]) -> NDArray[np.int64]:
        """Return the ids of the events that any of the participants takes part in, ascending."""
        with self._reading() as connection:
            return participants.events_of(connection, participant_ids)

    def event_groups(self, by: GroupBy) -> EventGroups:
        """Return the groups of all events by what they have in common. For a job: a million events take a second."""
        with self._reading() as connection:
            return groups.event_groups(connection, by)

    def articles_matching(self, query: str) -> NDArray[np.int64]:
        """Return the ids of the articles that a query finds, ascending; none for an empty one."""
        with self._reading() as connection:
            return search.articles_matching(connection, query)

    # -- articles -----------------------------------------------------------------------------------------------------

    def article(self, article_id: int) -> StoredArticle:
        """Return an article with its extraction as it was added and its events as corrected."""
        with self._reading() as connection:
            return articles.article(connection, article_id)

    def copies_of(self, article_id: int) -> list[RelatedArticle]:
        """Return the near copies of an article, such as a wire story in other papers, the earliest first."""
        with self._reading() as connection:
            return copies.copies_of(connection, article_id)

    def versions_of(self, article_id: int) -> list[RelatedArticle]:
        """Return the versions of an article that changed in its file, the oldest first and itself among them."""
        with self._reading() as connection:
            return copies.versions_of(connection, article_id)

    def reports_of(self, event_id: int) -> list[EventReport]:
        """Return what near copies tell of an event in the same words, the leading report first."""
        with self._reading() as connection:
            return copies.reports_of(connection, event_id)

    def article_of_event(self, event_id: int) -> int:
        """Return the article that an event is from."""
        with self._reading() as connection:
            return reads.article_of_event(connection, event_id)

    def undated(self) -> list[UndatedArticle]:
        """Return the articles without a date, in the order of their arrival."""
        with self._reading() as connection:
            return reads.undated(connection)

    def participants(
        self, *, kind: ParticipantKind | None = None, limit: int | None = None
    ) -> list[LibraryParticipant]:
        """Return the participants of the library, those with most events first."""
        with self._reading() as connection:
            return participants.participants(connection, kind, limit)

    def participant_page(self, participant_id: int, *, companions: int = 50) -> ParticipantPage:
        """Return all that the library knows of one participant: names with examples, roles over time, companions, activity."""
        with self._reading() as connection:
            return participants.page(connection, participant_id, companions)

    def activity(self, participant_ids: Collection[int]) -> dict[int, Activity]:
        """Return in which months the events of participants begin, by these ids. For a job, where they are many."""
        with self._reading() as connection:
            return participants.activity(connection, participant_ids)

    def suggestions(self, limit: int = 50) -> list[Suggestion]:
        """Return pairs of participants that may be one, those met most often first. For a job: it looks through all names."""
        from timeline_app.library import suggestions  # not at the start

        with self._reading() as connection:
            return suggestions.suggestions(connection, limit)

    def suspects(self, limit: int = 50) -> list[Suspect]:
        """Return names that may have been taken for the wrong participant, the most frequent first. For a job, as above."""
        from timeline_app.library import suggestions  # not at the start

        with self._reading() as connection:
            return suggestions.suspects(connection, limit)

    def names_of(self, participant_ids: Collection[int]) -> dict[int, str]:
        """Return the names of some participants."""
        with self._reading() as connection:
            return participants.names_of(connection, participant_ids)

    def participant_key(self, participant_id: int) -> ParticipantKey:
        """Return what identifies a participant across extractions: the name that leads among its names."""
        with self._reading() as connection:
            return participants.participant_key(connection, participant_id)

    def participant_of(self, key: ParticipantKey) -> int | None:
        """Return the participant that a name, as found in articles, is taken for; None where no article has it."""
        with self._reading() as connection:
            return participants.participant_of(connection, key)

    def participant_names(self, participant_id: int) -> list[ParticipantKey]:
        """Return all names that are taken for one participant, the leading one first."""
        with self._reading() as connection:
            return participants.participant_names(connection, participant_id)

    def search(self, query: str, *, limit: int = 50) -> list[SearchHit]:
        """Return the articles that a query finds, best first; no query is an error (see `query`).

        Where it finds very many, first those with all of it in their titles, then the best of the newest.
        """
        with self._reading() as connection:
            return search.search(connection, query, limit)

    def finds_very_many(self, query: str) -> bool:
        """Tell whether a query finds more than `MOST_RANKED` articles, so that `search` does not rank all of them."""
        with self._reading() as connection:
            return search.finds_very_many(connection, query)

    def hits_of(self, article_ids: Sequence[int], query: str) -> list[SearchHit]:
        """Return articles that a query finds as hits, in the order given: quicker than `search` where it finds very many."""
        with self._reading() as connection:
            return search.hits_of(connection, article_ids, query)

    # -- corrections --------------------------------------------------------------------------------------------------

    def key_of_event(self, event_id: int) -> EventKey:
        """Return what identifies an event across extractions: what a correction points at."""
        with self._reading() as connection:
            return reads.key_of_event(connection, event_id)

    def keys_of_events(self, event_ids: Sequence[int]) -> dict[int, EventKey]:
        """Return what identifies each of the events across extractions; unknown ids are left out."""
        with self._reading() as connection:
            return reads.keys_of_events(connection, event_ids)

    def event_of_key(self, key: EventKey) -> int | None:
        """Return the event that a key identifies, None where the library does not hold it."""
        with self._reading() as connection:
            return reads.event_of_key(connection, key)

    def correct(self, *made: Correction) -> None:
        """Put corrections in force, in place of earlier ones of the same class and target; the history says nothing of it."""
        with self._writing() as connection:
            history.correct(connection, made)

    def retract(self, *taken: Correction) -> None:
        """Take back the corrections of these classes and targets; everything is as it was before them."""
        with self._writing() as connection:
            history.retract(connection, taken)

    def corrections(self) -> list[Correction]:
        """Return all corrections, whenever they were made."""
        with self._reading() as connection:
            return corrections.corrections(connection)

    def corrections_of(self, target: Target) -> list[Correction]:
        """Return what the reader asserts of one event, participant or date."""
        with self._reading() as connection:
            return corrections.corrections_of(connection, target)

    def merges(self) -> list[Merge]:
        """Return which names the reader has merged into which."""
        with self._reading() as connection:
            return corrections.of_types(connection, Merge)

    def in_force(self, correction: AnyCorrection) -> AnyCorrection | None:
        """Return the correction that stands where this one would: of its class, target, and tag or other participant."""
        with self._reading() as connection:
            return corrections.in_force(connection, correction)

    def ensure_writable(self) -> None:
        """Do nothing, by way of a transaction.

        Raises:
            LibraryError: Nothing can be written now: another program writes, the library is read-only, the disk is full.
        """
        with self._writing() as connection, transaction(connection):
            pass

    def tags(self) -> dict[str, int]:
        """Return the reader's tags, each with the number of events that have it, in the order of the alphabet."""
        with self._reading() as connection:
            return corrections.tags(connection)

    def notes_of(self, event_ids: Sequence[int]) -> dict[int, str]:
        """Return the reader's notes on those of some events that have one."""
        with self._reading() as connection:
            return reads.said_of(connection, event_ids, "note")

    def titles_given(self, event_ids: Sequence[int]) -> dict[int, str]:
        """Return the titles that the reader gave, of those of some events that have one."""
        with self._reading() as connection:
            return reads.said_of(connection, event_ids, "retitle")

    def unsure(self, limit: int = 100) -> list[int]:
        """Return events to be reviewed: least confidence first, without those accepted, hidden, redated or retitled."""
        with self._reading() as connection:
            return reads.unsure(connection, limit)

    # -- the history --------------------------------------------------------------------------------------------------

    def do(self, text: Message, made: Sequence[Correction] = (), taken: Sequence[Correction] = ()) -> Step | None:
        """Put corrections in force and take others back, in one step of the history; None where that changes nothing."""
        with self._writing() as connection:
            return history.do(connection, text, made, taken)

    def undo(self, step: Step) -> None:
        """Put back what was in force before a step."""
        with self._writing() as connection:
            history.undo(connection, step)

    def redo(self, step: Step) -> None:
        """Put what a step had put in force in force again."""
        with self._writing() as connection:
            history.redo(connection, step)

    def edits(self, step: Step) -> list[Edit]:
        """Return what a step consists of, in the order in which it was done."""
        with self._reading() as connection:
            return history.edits(connection, step)

    def steps(self) -> list[Step]:
        """Return the history, oldest first; the steps that are undone stand at its end."""
        with self._reading() as connection:
            return history.steps(connection)

    # -- reading and finding again --------------------------------------------------------------------------------------

    def note_readings(self, noted: Mapping[int, Reading]) -> None:
        """Note how far events were read, by their ids; less than what is known changes nothing, `UNREAD` forgets it."""
        with self._writing() as connection:
            readings.note_readings(connection, noted)

    def views(self) -> dict[str, str]:
        """Return the saved views with what they hold, in the order of their names."""
        with self._reading() as connection:
            return views.views(connection)

    def save_view(self, name: str, state: str) -> None:
        """Keep a view under a name, in place of an earlier one."""
        with self._writing() as connection:
            views.save_view(connection, name, state)

    def rename_view(self, name: str, new: str) -> None:
        """Give a view another name, in place of the view that has it already."""
        with self._writing() as connection:
            views.rename_view(connection, name, new)

    def delete_view(self, name: str) -> None:
        """Forget a view."""
        with self._writing() as connection:
            views.delete_view(connection, name)

    # -- the library itself -------------------------------------------------------------------------------------------

    def state(self, name: str) -> str | None:
        """Return a small text kept under a name."""
        with self._reading() as connection:
            return information.state(connection, name)

    def set_state(self, name: str, value: str) -> None:
        """Keep a small text under a name."""
        with self._writing() as connection:
            information.set_state(connection, name, value)

    def info(self) -> LibraryInfo:
        """Count what the library holds."""
        with self._reading() as connection:
            return information.info(connection, self._path)

    def last_event(self) -> int:
        """Return the id of the event that came last, 0 where there is none."""
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM event").get)

    def retold_after(self, event_id: int) -> int:
        """Return how many dated events came after one and are not shown, because a near copy tells them alike."""
        with self._reading() as connection:
            return information.retold_after(connection, event_id)

    def backups(self) -> list[Backup]:
        """Return the copies that are kept of the library, the newest first (see `back_up`)."""
        from timeline_app.library import backups  # not at the start

        with self._reading():
            return backups.backups(self._path)

    def check(self) -> list[Message]:
        """Return what is wrong with the file, a sentence each; nothing where it is sound. For a job: it reads everything."""
        from timeline_app.library import integrity  # not at the start

        with self._reading() as connection:
            return integrity.check(connection)
