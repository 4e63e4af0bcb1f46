"""The open library and what the reader does with it: the use cases, as verbs.

The session holds the one snapshot of events that the window shows and the filter that made it. Everything that changes the
library goes through here or through its corrector, and comes back as a new snapshot.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.background import Task
from timeline_app.correcting import Corrector
from timeline_app.errors import LibraryError, LibraryFault, ReaderError
from timeline_app.finding import Finder
from timeline_app.grouping import Grouping
from timeline_app.keeping import Keeper
from timeline_app.library import Library
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.reading_log import ReadingLog
from timeline_app.refining import Refiner
from timeline_app.showing import Showing
from timeline_app.taking_in import Intake
from timeline_app.watching import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.event_groups import GroupBy
    from timeline_app.domain.event_index import EventSummary
    from timeline_app.domain.records import StoredArticle, StoredEvent
    from timeline_app.importing import ImportReport
    from timeline_app.library import Backup
    from timeline_app.messages import Message
    from timeline_app.rereading import RefineReport
    from timeline_app.snapshots import Snapshot

_log = logging.getLogger(__name__)


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
    broken = Signal(object)
    """A `LibraryError`: the open library is damaged."""
    failed = Signal(object)
    """A `Message`: something the reader asked for could not be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._grouping = Grouping(self)
        self._grouping.read.connect(self.groups_read)
        self._grouping.failed.connect(self._on_failure)
        self.finder = Finder(self._grouping, self)
        """Where the reader narrows down, searches, and goes back to what was shown before."""
        self.finder.filter_changed.connect(self._on_filter)
        self.finder.failed.connect(self._on_failure)
        self.reading = ReadingLog(self)
        """Where it is noted what has been read."""
        self.reading.failed.connect(self._on_failure)
        self._showing = Showing(self.reading, self)
        self._showing.changed.connect(self._on_snapshot)
        self._showing.readings_changed.connect(self.readings_changed)
        self._showing.readings_changed.connect(self.finder.show)
        self._showing.failed.connect(self._on_failure)
        self.intake = Intake(lambda: self.library, self._clear_way, self)
        """Where articles are taken in, looked for again and taken back."""
        self.intake.started.connect(self.import_started)
        self.intake.progressed.connect(self.import_progressed)
        self.intake.finished.connect(self._on_import_finished)
        self.intake.changed.connect(self._on_intake_changed)
        self.intake.failed.connect(self._on_failure)
        self.watcher = Watcher(lambda: self.library, lambda: self.is_importing, self)
        """Where the library's folders are watched."""
        # Nothing that the reader did: it does not come between what can be undone.
        self.watcher.news_found.connect(lambda: self.intake.rescan(is_step=False))
        self.watcher.failed.connect(self._on_failure)
        self.keeper = Keeper(self)
        """Where the library is put back to a copy, or made smaller."""
        self.keeper.failed.connect(self._on_hindrance)
        self.keeper.damaged.connect(self._on_damage)
        self.keeper.running_changed.connect(self._refine_if_due)
        self.corrector = Corrector(lambda: self.library, self)
        """Where corrections are made, undone and done again."""
        self.corrector.corrected.connect(self._on_corrected)
        self.corrector.failed.connect(self.failed)
        self.corrector.take_back_wanted.connect(self.intake.take_back)
        self.corrector.take_in_again_wanted.connect(self.intake.take_in_again)
        self._has_changed = False
        self.refiner = Refiner(self)
        """Where stored articles are read again with care, while nothing else is taken in."""
        self.refiner.changed.connect(self._on_refined)
        self.refiner.ended.connect(self._on_refiner_ended)
        self._is_refining_due = False
        self._hindrance: Message | None = None

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
        self.intake.open()
        self.watcher.open()
        if library.was_cut_off and not library.is_read_only:
            self.keeper.check(library.path)

    def close(self) -> None:
        """Stop a running import and close the library; where it was changed, a copy of it is kept, in the background."""
        self.intake.close()
        self.watcher.close()
        self.keeper.close()
        self.refiner.forget()
        self._showing.forget()
        self._grouping.forget()
        self.finder.close()
        self.reading.open(None)
        self.corrector.clear()
        if self._library is not None:
            path = self._library.path
            self._library.close()
            self._library = None
            if self._has_changed:
                self._back_up(path)
        self._has_changed = False

    def _back_up(self, path: Path) -> None:
        from timeline_app.library import back_up  # not at the start

        task = Task(lambda control: back_up(path, is_cancelled=control.is_cancelled))
        task.failed.connect(self._on_failure)
        task.start()

    def refresh(self) -> None:
        """Read the library anew; the snapshot arrives by `snapshot_changed`."""
        self._showing.read(self.library.path, self.filter)
        self._grouping.renew(self.library.path)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self.snapshot_changed.emit(snapshot)
        self.finder.show(snapshot)
        self._refine_if_due()

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, LibraryError) and error.fault is LibraryFault.DAMAGED and self._library is not None:
            self._on_damage(error)
        else:
            self._on_hindrance(error)

    def _on_damage(self, error: LibraryError) -> None:
        self.failed.emit(error.message)
        self.broken.emit(error)

    def _on_hindrance(self, error: Exception) -> None:
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

    def names_of(self, participant_ids: Collection[int]) -> dict[int, str]:
        """Return the names of some participants."""
        return self.library.names_of(participant_ids) if participant_ids else {}

    # -- the filter ---------------------------------------------------------------------------------------------------

    @property
    def filter(self) -> EventFilter:
        """The filter in force."""
        return self.finder.filter

    def _on_filter(self, wanted: EventFilter) -> None:
        self.filter_changed.emit(wanted)
        if self._library is not None:
            self._showing.narrow(self._library.path, wanted)

    # -- taking in ----------------------------------------------------------------------------------------------------

    @property
    def is_importing(self) -> bool:
        """True while articles are being taken in."""
        return self.intake.is_running

    def add(self, paths: Sequence[Path], *, is_step: bool = True) -> None:
        """Take files and folders of articles into the open library, in the background; as a step that can be undone or not."""
        self.intake.add(paths, is_step=is_step)

    def cancel_import(self) -> None:
        """Stop taking in soon; what is in stays in."""
        self.intake.cancel()

    def _clear_way(self, then: Callable[[], None]) -> None:
        """Stop what reads the articles again and wait for the keeper, then do something else with the library."""
        self._is_refining_due = True
        self.refiner.stop(then=lambda: self.keeper.after(then))

    def _on_import_finished(self, report: ImportReport | None) -> None:
        if self._library is not None:
            self.corrector.load()  # what was taken in, or back, is a step
        self.import_finished.emit(report)

    def _on_intake_changed(self) -> None:
        self._has_changed = True
        if self._library is not None:
            self._is_refining_due = True
            self.refresh()

    # -- keeping ------------------------------------------------------------------------------------------------------

    def go_back(self, backup: Backup, path: Path | None = None) -> None:
        """Put a copy in the place of a library, the open one unless another is named, and open that.

        What was there is kept as a copy, or beside it under another name where it is damaged.
        """
        place = path or self.library.path
        self._clear_way(lambda: self.keeper.go_back(place, backup, lambda put: self._swap(place, put)))

    def save(self, path: Path) -> None:
        """Save what can be read of a damaged library into a new one beside it, and open that."""
        self._clear_way(lambda: self.keeper.save(path, self.open))

    def compact(self) -> None:
        """Make the open library smaller, after a copy of it has been made."""
        self._clear_way(lambda: self.keeper.compact(self.library.path))

    def _swap(self, path: Path, put: Callable[[], None]) -> None:
        if self.path != path:
            put()
            self.open(path)
            return
        self._has_changed = False  # a copy was made just now
        self.close()
        try:
            put()
        finally:
            self.open(path)

    # -- reading again ------------------------------------------------------------------------------------------------

    def _refine_if_due(self) -> None:
        """Begin when the reader sees the library's events, and never while something else is done with the library."""
        is_busy = self.is_importing or self.keeper.is_running or self.refiner.is_running
        if self._is_refining_due and self.can_correct and not is_busy:
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
        """Return one event as stored.

        Raises:
            LibraryError: The library does not hold it, or holds it no longer: its article has been read again.
        """
        found = next((event for event in self.article_of_event(event_id).events if event.id == event_id), None)
        if found is None:
            raise LibraryError(message(QT_TRANSLATE_NOOP("Message", "the library no longer holds this event")))
        return found

    @property
    def can_correct(self) -> bool:
        """True where the open library takes corrections and articles."""
        return self._library is not None and not self._library.is_read_only

    def _on_corrected(self) -> None:
        self._has_changed = True
        if self.library.has_wanted():  # it was a decision on how dates are read
            self._is_refining_due = True
        self.refresh()
