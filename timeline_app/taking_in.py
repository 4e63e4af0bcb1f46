"""Taking articles into the open library, in the background: new ones, those of a second look, and taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.background import Control, Task
from timeline_app.errors import LibraryError
from timeline_app.library import Library
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from timeline_app.domain.article import TableColumns
    from timeline_app.importing import ImportProgress, ImportReport

    Work: TypeAlias = Callable[[Control], ImportReport]

_SHOW_EVERY_MS = 1500
_WORTH_SHOWING = 1.2
"""Showing more reads the whole index: there must be a good deal more to see."""


class Intake(QObject):
    """One import of one library at a time; `open` and `close` follow the library of the session."""

    started = Signal()
    progressed = Signal(object)
    """An `ImportProgress`."""
    finished = Signal(object)
    """An `ImportReport`; None where it failed, which `failed` has said, or the library was closed."""
    changed = Signal()
    """The library has so much more in it, or less, that it is worth reading anew."""
    interrupted = Signal(object)
    """The `ImportBatch` of this library that was cut off, and can be gone on with."""
    taking_back = Signal(int, int)
    """So many articles are out of the library again, and of how many."""
    taken_back = Signal(int)
    """So many articles were taken out of the library again."""
    failed = Signal(Exception)

    def __init__(
        self,
        library: Callable[[], Library],
        clear_way: Callable[[Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        """`library` returns the one that is open; `clear_way` stops whatever else writes to it and then calls."""
        super().__init__(parent)
        self.processes: int | None = None
        """How many processes read articles; None for one a core."""
        self._open_library, self._clear_way = library, clear_way
        self._task: Task | None = None
        self._progress: ImportProgress | None = None
        self._shown = 0
        self._show_timer = QTimer(self)
        self._show_timer.setInterval(_SHOW_EVERY_MS)
        self._show_timer.timeout.connect(self._show_more)

    @property
    def is_running(self) -> bool:
        """True while articles are taken in or taken back."""
        return self._task is not None

    def open(self) -> None:
        """Begin with another library: say what was cut off in it."""
        library = self._open_library()
        unfinished = None if library.is_read_only else library.imports.unfinished()
        if unfinished is not None:
            self.interrupted.emit(unfinished)

    def close(self) -> None:
        """Stop taking in and say nothing more: the library is closed. What is cut off can be gone on with."""
        self._show_timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.finished.emit(None)

    # -- taking in ----------------------------------------------------------------------------------------------------

    def add(self, paths: Sequence[Path], *, is_step: bool = True) -> None:
        """Take files and folders of articles in; `is_step` where it is the reader who asks for it, and may want to undo it."""
        named = tuple(paths)
        processes = self.processes
        self._import(lambda path, control: _import_paths(path, control, processes, named, is_step=is_step))

    def rescan(self, *, is_step: bool = True) -> None:
        """Look again through what was named before: take in what is new or has changed; `is_step` as with `add`."""
        processes = self.processes
        self._import(lambda path, control: _import_paths(path, control, processes, (), is_rescan=True, is_step=is_step))

    def resume(self) -> None:
        """Go on with what was cut off."""
        processes = self.processes
        self._import(lambda path, control: _resume(path, control, processes))

    def dismiss(self) -> None:
        """Leave what was cut off as it is."""
        try:
            library = self._open_library()
            while (unfinished := library.imports.unfinished()) is not None:
                library.imports.end(unfinished.id, unfinished.articles)
        except LibraryError as error:
            self.failed.emit(error)

    def take_back(self, import_id: int) -> None:
        """Take everything of an import out of the library again."""

        def work(path: Path, control: Control) -> int:
            with Library.open(path) as library:
                library.take_lock()
                return library.imports.take_back(
                    import_id,
                    is_cancelled=control.is_cancelled,
                    on_progress=lambda done, total: control.report(_TakingBack(done, total)),
                )

        self._start(work, self._on_taken_back)

    def take_in_again(self, import_id: int) -> None:
        """Take in again what was taken back last, from the files that it came from."""
        processes = self.processes

        def work(path: Path, control: Control) -> ImportReport:
            with Library.open(path) as library:
                library.take_lock()
                library.imports.reopen(import_id)
            return _resume(path, control, processes)

        self._import(work)

    def read_table_again(self, file: Path, table: TableColumns) -> None:
        """Read a file again, and tables with the same columns from now on, with what the reader says of the columns."""
        processes = self.processes

        def work(path: Path, control: Control) -> ImportReport:
            with Library.open(path) as library:
                library.take_lock()
                library.sources.set_columns(table.signature, table.names)
                library.imports.take_back_file(str(file))
            return _import_paths(path, control, processes, (file,))

        self._import(work)

    def cancel(self) -> None:
        """Stop soon; what was taken in stays in, and what is being taken back stays too."""
        if self._task is not None:
            self._task.cancel()

    def _import(self, work: Callable[[Path, Control], ImportReport]) -> None:
        self._progress, self._shown = None, 0
        self._start(work, self._on_finished)

    def _start(self, work: Callable[[Path, Control], object], on_success: Callable[..., None]) -> None:
        if self._task is not None:
            self.failed.emit(LibraryError(message(QT_TRANSLATE_NOOP("Message", "articles are being taken in already"))))
            return
        library = self._open_library()
        path = library.path
        if library.is_read_only:
            template = QT_TRANSLATE_NOOP("Message", "this library is read-only")
            self.failed.emit(LibraryError(message(template, path=str(path))))
            return
        task = self._task = Task(lambda control: work(path, control))
        # What a task says of a library that has been closed since is of no interest to anybody.
        task.progressed.connect(lambda progress: self._on_progress(progress) if task is self._task else None)
        task.succeeded.connect(lambda result: on_success(result) if task is self._task else None)
        task.failed.connect(lambda error: self._on_failure(error) if task is self._task else None)
        self.started.emit()
        self._clear_way(lambda: self._run(task))

    def _run(self, task: Task) -> None:
        if task is self._task:  # the library may have been closed while the way was being cleared
            self._show_timer.start()
            task.start()

    def _on_progress(self, progress: ImportProgress | _TakingBack) -> None:
        if isinstance(progress, _TakingBack):
            self.taking_back.emit(*progress)
            return
        self._progress = progress
        self.progressed.emit(progress)
        if progress.added and not self._shown:
            self._show_more()

    def _show_more(self) -> None:
        added = self._progress.added if self._progress is not None else 0
        if added > self._shown * _WORTH_SHOWING:
            self._shown = added
            self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self._show_timer.stop()
        self.changed.emit()

    def _on_finished(self, report: ImportReport) -> None:
        if report.cancelled:  # the reader has said so: nothing is to be gone on with
            self.dismiss()
        self._end()
        self.finished.emit(report)

    def _on_taken_back(self, articles: int) -> None:
        self._end()
        self.finished.emit(None)
        self.taken_back.emit(articles)

    def _on_failure(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)
        self.finished.emit(None)


class _TakingBack(NamedTuple):
    """How far taking back is, in articles."""

    done: int
    total: int


def _import_paths(
    path: Path,
    control: Control,
    processes: int | None,
    named: Sequence[Path],
    *,
    is_rescan: bool = False,
    is_step: bool = True,
) -> ImportReport:
    from timeline_app.importing import import_paths

    return import_paths(
        path,
        named,
        jobs=processes,
        is_rescan=is_rescan,
        is_step=is_step,
        on_progress=control.report,
        is_cancelled=control.is_cancelled,
    )


def _resume(path: Path, control: Control, processes: int | None) -> ImportReport:
    from timeline_app.importing import resume_import

    return resume_import(path, jobs=processes, on_progress=control.report, is_cancelled=control.is_cancelled)
