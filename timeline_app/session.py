"""The open library and what the reader does with it: the use cases, as verbs.

The session holds the one snapshot of events that the window shows and the filter that made it. Everything that changes the
library goes through here or through its corrector, and comes back as a new snapshot.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.background import Control, Newest, Task
from timeline_app.correcting import Corrector
from timeline_app.domain.edtf import parse_edtf
from timeline_app.errors import LibraryError, ReaderError
from timeline_app.finding import Finder
from timeline_app.grouping import Grouping
from timeline_app.library import Library, back_up
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.refining import Refiner
from timeline_app.reading_log import ReadingLog, with_readings
from timeline_app.settings import cache_folder
from timeline_app.snapshots import Snapshot, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.event_groups import GroupBy
    from timeline_app.domain.event_index import EventSummary
    from timeline_app.domain.facets import Reading
    from timeline_app.domain.period import Period
    from timeline_app.domain.records import StoredArticle, StoredEvent
    from timeline_app.jobs import ImportProgress, ImportReport
    from timeline_app.messages import Message
    from timeline_app.rereading import RefineReport

_log = logging.getLogger(__name__)

_REFRESH_DURING_IMPORT_MS = 1500


class Session(QObject):
    """One open library at a time. Signals carry values; a receiver never needs to ask back what changed."""

    opened = Signal()
    """Another library is open; a snapshot follows."""
    snapshot_changed = Signal(object)
    """The `Snapshot` to show: the library's events, and those of them that pass the filter."""
    readings_changed = Signal(object)
    """The `Snapshot` that is shown, with the same events, of which others have been read."""
    filter_changed = Signal(object)
    """The `EventFilter` in force."""
    groups_read = Signal(object, object)
    """A `GroupBy` and the library's `EventGroups`: asked for, and again whenever the library has changed since."""
    import_started = Signal()
    import_progressed = Signal(object)
    """An `ImportProgress`."""
    import_finished = Signal(object)
    """An `ImportReport`."""
    failed = Signal(object)
    """A `Message`: something the reader asked for could not be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._snapshot: Snapshot | None = None
        self._snapshots = Newest(self)
        self._snapshots.succeeded.connect(self._on_snapshot)
        self._snapshots.failed.connect(self._on_failure)
        self._grouping = Grouping(self)
        self._grouping.read.connect(self.groups_read)
        self._grouping.failed.connect(self._on_failure)
        self.finder = Finder(self._grouping, self)
        """Where the reader narrows down, searches, and goes back to what was shown before."""
        self.finder.filter_changed.connect(self._on_filter)
        self.finder.failed.connect(self._on_failure)
        self.reading = ReadingLog(self)
        """Where it is noted what has been read."""
        self.reading.noted.connect(self._on_noted)
        self.reading.failed.connect(self._on_failure)
        self._import: Task | None = None
        self._added_when_refreshed = 0
        self.corrector = Corrector(lambda: self.library, self)
        """Where corrections are made, undone and done again."""
        self.corrector.corrected.connect(self._on_corrected)
        self.corrector.failed.connect(self.failed)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setInterval(_REFRESH_DURING_IMPORT_MS)
        self._refresh_timer.timeout.connect(self._refresh_during_import)
        self._progress: ImportProgress | None = None
        self._has_changed = False
        self.refiner = Refiner(self)
        """Where stored articles are read again with care, while nothing else is taken in."""
        self.refiner.changed.connect(self._on_refined)
        self.refiner.ended.connect(self._on_refiner_ended)
        self._is_refining_due = False
        self._hindrance: Message | None = None
        self.processes: int | None = None
        """How many processes read articles; None for one a core."""

    # -- the library --------------------------------------------------------------------------------------------------

    @property
    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryError: None is open.
        """
        if self._library is None:
            raise LibraryError(message(QT_TRANSLATE_NOOP("Message", "no library is open")))
        return self._library

    @property
    def path(self) -> Path | None:
        """Where the open library is, None where none is open."""
        return self._library.path if self._library is not None else None

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a library in place of the one that is open; its events arrive by `snapshot_changed`.

        Raises:
            LibraryError: It cannot be opened; the one that is open stays.
        """
        self._replace(Library.open(path, read_only=read_only))

    def create(self, path: Path) -> None:
        """Create an empty library and open it.

        Raises:
            LibraryError: There is a file of that name, or the place cannot be written to.
        """
        self._replace(Library.create(path))

    def _replace(self, library: Library) -> None:
        self.close()
        self._library = library
        self._is_refining_due = True
        self.corrector.load()
        self.finder.open(library.path)
        self.reading.open(None if library.is_read_only else library.path)
        self.opened.emit()
        self.filter_changed.emit(self.filter)
        self.refresh()

    def close(self) -> None:
        """Stop a running import and close the library; where it was changed, a copy of it is kept, in the background."""
        self._abandon_import()
        self.refiner.forget()
        self._snapshots.forget()
        self._grouping.forget()
        self.finder.close()
        self.reading.open(None)
        self.corrector.clear()
        self._snapshot = None
        if self._library is not None:
            path = self._library.path
            self._library.close()
            self._library = None
            if self._has_changed:
                self._back_up(path)
        self._has_changed = False

    def _back_up(self, path: Path) -> None:
        task = Task(lambda control: back_up(path, is_cancelled=control.is_cancelled))
        task.failed.connect(self._on_failure)
        task.start()

    def refresh(self) -> None:
        """Read the library anew; the snapshot arrives by `snapshot_changed`."""
        # What is known is out of date from now on, also for a filter that is set before the answer is there.
        self._snapshot = None
        self._ask()
        self._grouping.renew(self.library.path)

    def _ask(self) -> None:
        path, wanted, known = self.library.path, self.filter, self._snapshot
        self._snapshots.ask(lambda _control: read_snapshot(path, wanted, known, cache_folder()))

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = replace(
            snapshot, events=self.reading.lay_over(snapshot.events), shown=self.reading.lay_over(snapshot.shown)
        )
        self.snapshot_changed.emit(self._snapshot)
        self.finder.show(self._snapshot)
        self._refine_if_due()

    def _on_noted(self, readings: Mapping[int, Reading]) -> None:
        if self._snapshot is not None:
            # What is shown stays, also where the filter asks for what was not read: it goes when the filter is set again.
            self._snapshot = replace(
                self._snapshot,
                events=with_readings(self._snapshot.events, readings),
                shown=with_readings(self._snapshot.shown, readings),
            )
            self.readings_changed.emit(self._snapshot)
            self.finder.show(self._snapshot)

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self.failed.emit(error.message)
        else:
            _log.error("a job failed", exc_info=error)
            self.failed.emit(message(QT_TRANSLATE_NOOP("Message", "something went wrong: {error}"), error=str(error)))

    def ask_groups(self, by: GroupBy) -> None:
        """Ask for groups of events; they come by `groups_read`, at once where they are known."""
        if self._library is not None:
            self._grouping.ask(self._library.path, by)

    # -- reading ------------------------------------------------------------------------------------------------------

    def summaries(self, event_ids: Sequence[int]) -> Mapping[int, EventSummary]:
        """Return the words of some events."""
        return self.library.summaries(event_ids) if self._library is not None else {}

    def article_of_event(self, event_id: int) -> StoredArticle:
        """Return the article that reports an event."""
        return self.library.article(self.library.article_of_event(event_id))

    def article(self, article_id: int) -> StoredArticle:
        """Return an article."""
        return self.library.article(article_id)

    def participant_counts(self, stored: StoredArticle) -> dict[int, int]:
        """Return how many events of the library each participant of an article takes part in."""
        return self.library.event_counts([p.id for p in stored.participants])

    def names_of(self, participant_ids: Collection[int]) -> dict[int, str]:
        """Return the names of some participants."""
        return self.library.names_of(participant_ids) if participant_ids else {}

    def read_date(self, text: str, published: Period | None = None) -> Period | None:
        """Read a date in EDTF or plain words; words such as "last Tuesday" count from `published`. None where it is no date."""
        with suppress(ValueError):
            return parse_edtf(text.strip())
        # Not at the start: it loads a language.
        from timeline_app.ingest.extraction.timexes import find_time_expressions

        found = [e for e in find_time_expressions(text, published) if e.period is not None]
        return found[0].period if len(found) == 1 else None

    # -- the filter ---------------------------------------------------------------------------------------------------

    @property
    def filter(self) -> EventFilter:
        """The filter in force."""
        return self.finder.filter

    def _on_filter(self, wanted: EventFilter) -> None:
        self.filter_changed.emit(wanted)
        if self._library is not None:
            self._ask()

    # -- taking in ----------------------------------------------------------------------------------------------------

    @property
    def is_importing(self) -> bool:
        """True while articles are being taken in."""
        return self._import is not None

    def add(self, paths: Sequence[Path]) -> None:
        """Take files and folders of articles into the open library, in the background."""
        if self._import is not None:
            self.failed.emit(message(QT_TRANSLATE_NOOP("Message", "articles are being taken in already")))
            return
        if self.refiner.is_running:
            self.refiner.stop(then=lambda: self.add(paths))
            return
        target, sources, processes = self.library.path, tuple(paths), self.processes
        if self.library.is_read_only:
            self.failed.emit(message(QT_TRANSLATE_NOOP("Message", "this library is read-only"), path=str(target)))
            return

        def work(control: Control) -> ImportReport:
            from timeline_app.jobs import import_paths  # not at the start: it loads all importers

            return import_paths(
                target, sources, jobs=processes, on_progress=control.report, is_cancelled=control.is_cancelled
            )

        self._progress = None
        self._added_when_refreshed = 0
        self._import = Task(work)
        self._import.progressed.connect(self._on_import_progress)
        self._import.succeeded.connect(self._on_import_finished)
        self._import.failed.connect(self._on_import_failed)
        self.import_started.emit()
        self._refresh_timer.start()
        self._import.start()

    def cancel_import(self) -> None:
        """Stop taking in soon; what is in stays in."""
        if self._import is not None:
            self._import.cancel()

    def _abandon_import(self) -> None:
        """Stop taking in and listen to it no longer: what it says is of a library that is about to be closed."""
        if self._import is None:
            return
        self._import.cancel()
        self._import.progressed.disconnect(self._on_import_progress)
        self._import.succeeded.disconnect(self._on_import_finished)
        self._import.failed.disconnect(self._on_import_failed)
        self._import = None
        self._refresh_timer.stop()
        self.import_finished.emit(None)

    def _on_import_progress(self, progress: ImportProgress) -> None:
        self._progress = progress
        self._has_changed = self._has_changed or progress.added > 0
        self.import_progressed.emit(progress)

    def _refresh_during_import(self) -> None:
        added = self._progress.added if self._progress is not None else 0
        # Each refresh reads the whole index: wait until there is a good deal more to see.
        if added > self._added_when_refreshed * 1.2:
            self._added_when_refreshed = added
            self.refresh()

    def _end_import(self) -> None:
        self._import = None
        self._refresh_timer.stop()
        if self._library is not None:
            self._is_refining_due = True
            self.refresh()

    def _on_import_finished(self, report: ImportReport) -> None:
        self._end_import()
        self.import_finished.emit(report)

    def _on_import_failed(self, error: Exception) -> None:
        self._end_import()
        self._on_failure(error)
        self.import_finished.emit(None)

    # -- reading again ------------------------------------------------------------------------------------------------

    def _refine_if_due(self) -> None:
        """Begin when the reader sees the library's events, and never while articles are taken in."""
        if self._is_refining_due and self.can_correct and not self.is_importing:
            self._is_refining_due = False
            self.refiner.start(self.library.path)

    def _on_refined(self) -> None:
        self._has_changed = True
        if self._library is not None:
            self.refresh()

    def _on_refiner_ended(self, report: RefineReport | None) -> None:
        if report is not None and report.hindrance not in {None, self._hindrance}:
            self._hindrance = report.hindrance
            self.failed.emit(report.hindrance)

    # -- correcting ---------------------------------------------------------------------------------------------------

    def stored_event(self, event_id: int) -> StoredEvent:
        """Return one event as stored."""
        stored = self.article_of_event(event_id)
        return next(e for e in stored.events if e.id == event_id)

    @property
    def can_correct(self) -> bool:
        """True where the open library takes corrections and articles."""
        return self._library is not None and not self._library.is_read_only

    def _on_corrected(self) -> None:
        self._has_changed = True
        self.refresh()

    # -- what is remembered with the library --------------------------------------------------------------------------

    def view_state(self) -> dict[str, object]:
        """Return what `save_view_state` kept, empty where there is nothing of use."""
        with suppress(ValueError, RecursionError):
            state = json.loads(self.library.state("view") or "{}")
            if isinstance(state, dict):
                return state
        return {}

    def save_view_state(self, state: Mapping[str, object]) -> None:
        """Keep the view (range, selection, filter) in the library; a read-only library keeps nothing."""
        if self._library is None or self._library.is_read_only:
            return
        with suppress(ReaderError):
            self._library.set_state("view", json.dumps(state))
