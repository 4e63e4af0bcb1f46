"""The open library and what the reader does with it: the use cases, as verbs.

The session holds the one snapshot of events that the window shows, the filter that made it, and the undo stack. Everything that
changes the library goes through here, and comes back as a new snapshot.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from timeline_app.background import Control, Task
from timeline_app.domain.correction import Hide, Redate, Retitle
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import Choice, Facet
from timeline_app.errors import LibraryError, ReaderError
from timeline_app.grouping import Grouping
from timeline_app.library import Library, back_up
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.snapshots import Snapshot, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from timeline_app.domain.correction import Correction
    from timeline_app.domain.event_groups import GroupBy
    from timeline_app.domain.event_index import EventSummary
    from timeline_app.domain.period import Period
    from timeline_app.domain.records import StoredArticle, StoredEvent
    from timeline_app.jobs import ImportProgress, ImportReport

_log = logging.getLogger(__name__)

_REFRESH_DURING_IMPORT_MS = 1500


@dataclass(frozen=True)
class _Answer:
    """What a job read, and for which question: an answer to an older question is thrown away."""

    question: int
    snapshot: Snapshot


class Session(QObject):
    """One open library at a time. Signals carry values; a receiver never needs to ask back what changed."""

    opened = Signal()
    """Another library is open; a snapshot follows."""
    snapshot_changed = Signal(object)
    """The `Snapshot` to show: the library's events, and those of them that pass the filter."""
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
        self._filter = EventFilter()
        self._question = 0
        self._grouping = Grouping(self)
        self._grouping.read.connect(self.groups_read)
        self._grouping.failed.connect(self._on_failure)
        self._import: Task | None = None
        self._added_when_refreshed = 0
        self.undo_stack = QUndoStack(self)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setInterval(_REFRESH_DURING_IMPORT_MS)
        self._refresh_timer.timeout.connect(self._refresh_during_import)
        self._progress: ImportProgress | None = None
        self._has_changed = False
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
        self._filter = EventFilter()
        self.opened.emit()
        self.filter_changed.emit(self._filter)
        self.refresh()

    def close(self) -> None:
        """Stop a running import and close the library; where it was changed, a copy of it is kept, in the background."""
        self._abandon_import()
        self._question += 1
        self._grouping.forget()
        self.undo_stack.clear()
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
        self._question += 1
        question, path, wanted, known = self._question, self.library.path, self._filter, self._snapshot

        def work(_control: Control) -> _Answer:
            return _Answer(question, read_snapshot(path, wanted, known))

        task = Task(work)
        task.succeeded.connect(self._on_answer)
        task.failed.connect(self._on_failure)
        task.start()

    def _on_answer(self, answer: _Answer) -> None:
        if answer.question == self._question:
            self._snapshot = answer.snapshot
            self.snapshot_changed.emit(answer.snapshot)

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
        return self._filter

    def set_filter(self, wanted: EventFilter) -> None:
        """Show the events that pass another filter."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self.filter_changed.emit(wanted)
        if self._library is not None:
            self._ask()

    def search(self, query: str) -> None:
        """Show the events of the articles that a query finds; an empty query shows all."""
        self.set_filter(replace(self._filter, query=query.strip()))

    def toggle_participant(self, participant_id: int) -> None:
        """Show only a participant's events, or stop doing so."""
        self.set_filter(self._filter.toggled(Choice(Facet.PARTICIPANT, participant_id)))

    def clear_filter(self) -> None:
        """Show everything again."""
        self.set_filter(self._filter.cleared)

    def show_hidden(self, wanted: bool) -> None:
        """Show hidden events too, or not."""
        self.set_filter(replace(self._filter, show_hidden=wanted))

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
            self.refresh()

    def _on_import_finished(self, report: ImportReport) -> None:
        self._end_import()
        self.import_finished.emit(report)

    def _on_import_failed(self, error: Exception) -> None:
        self._end_import()
        self._on_failure(error)
        self.import_finished.emit(None)

    # -- correcting ---------------------------------------------------------------------------------------------------

    def stored_event(self, event_id: int) -> StoredEvent:
        """Return one event as stored."""
        stored = self.article_of_event(event_id)
        return next(e for e in stored.events if e.id == event_id)

    @property
    def can_correct(self) -> bool:
        """True where the open library takes corrections and articles."""
        return self._library is not None and not self._library.is_read_only

    def hide_event(self, event_id: int) -> None:
        """Take an event out of sight; undoable."""
        self._push(self.tr("hide event"), Hide(self.library.key_of_event(event_id)))

    def unhide_event(self, event_id: int) -> None:
        """Bring a hidden event back, whenever it was hidden; undoable."""
        hidden = self.library.correction_of(Hide, self.library.key_of_event(event_id))
        if hidden is not None:
            self.undo_stack.push(_Correct(self, self.tr("unhide event"), before=hidden, after=None))

    def retitle_event(self, event_id: int, title: str) -> None:
        """Give an event another title; undoable."""
        self._push(self.tr("retitle event"), Retitle(self.library.key_of_event(event_id), title))

    def redate_event(self, event_id: int, period: Period) -> None:
        """Give an event another date; undoable."""
        self._push(self.tr("redate event"), Redate(self.library.key_of_event(event_id), period))

    def undo(self) -> None:
        """Take back the last correction; where the library cannot be written to now, say so and keep it on the stack."""
        if self._can_write_now():
            self.undo_stack.undo()

    def redo(self) -> None:
        """Put the last correction taken back in force again, under the same condition."""
        if self._can_write_now():
            self.undo_stack.redo()

    def _can_write_now(self) -> bool:
        try:
            self.library.ensure_writable()
        except ReaderError as error:
            self.failed.emit(error.message)
            return False
        return True

    def _push(self, text: str, correction: Correction) -> None:
        # One of the three types, but which one is only known while running.
        kind = cast("type[Hide]", type(correction))
        before = self.library.correction_of(kind, correction.target)
        self.undo_stack.push(_Correct(self, text, before=before, after=correction))

    def write(self, before: Correction | None, after: Correction | None) -> bool:
        """Put one correction in the place of another, for the undo stack; None is the state without one.

        Returns:
            False where that failed; `failed` has said why.
        """
        try:
            if after is not None:
                self.library.correct(after)
            elif before is not None:
                self.library.retract(before)
        except ReaderError as error:
            self.failed.emit(error.message)
            return False
        self._has_changed = True
        self.refresh()
        return True

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


class _Correct(QUndoCommand):
    """One correction on the undo stack: what was in force before it, and what is after it."""

    def __init__(self, session: Session, text: str, *, before: Correction | None, after: Correction | None) -> None:
        super().__init__(text)
        self._session = session
        self._before = before
        self._after = after

    def redo(self) -> None:
        """Put the correction in force; what could not be written leaves the stack."""
        self.setObsolete(not self._session.write(self._before, self._after))

    def undo(self) -> None:
        """Put back what was in force before; what could not be written leaves the stack."""
        self.setObsolete(not self._session.write(self._after, self._before))
