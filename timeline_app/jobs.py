"""The jobs as plain functions: they know no Qt, say how far they are, and stop when asked to."""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.domain.records import AddedCounts
from timeline_app.ingest import importers
from timeline_app.ingest.executors import InThisProcess, WorkerProcesses, worker_count
from timeline_app.ingest.importers.part import printable
from timeline_app.ingest.pool import Done, Lost, failed_on, run
from timeline_app.library import Library, entry_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.paths import is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline_app.domain.extraction import Extraction
    from timeline_app.ingest.executors import NewExecutor
    from timeline_app.ingest.importers import Part
    from timeline_app.library import Entry

FileIdentity: TypeAlias = tuple[int, int]
"""Device and number of a file: the same under any name."""

_BATCH_ARTICLES = 500
_BATCH_SECONDS = 1.0
"""A batch is one transaction. Large ones are cheap, but the reader wants to see events soon and to keep them on a cancel."""

_REPORT_SECONDS = 0.1
_FORETELL_AFTER = 1.0

_FEW_FILES = 2
_FEW_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: counts so far, the file last heard of, seconds since the start and, when it can be told, to the end."""

    files_done: int
    files_total: int
    articles: int
    added: int
    current: str
    seconds: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    `read` counts articles: those `added` to the library and those it held already, `unchanged`. `failed` counts the files and
    records that could not be read; `issues` has them with their reasons, and what was left out or is to be checked.
    """

    read: int
    added: int
    unchanged: int
    failed: int
    events: int
    seconds: float
    issues: tuple[ImportIssue, ...]
    cancelled: bool


def import_paths(
    library_path: Path,
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    on_progress: Callable[[ImportProgress], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    process: Callable[[Part], Sequence[Extraction | ImportIssue]] | None = None,
    new_executor: NewExecutor | None = None,
) -> ImportReport:
    """Take articles into a library, which is made where there is none.

    Reading and extraction happen in worker processes, or here where there is too little to do; the library is written from the
    calling thread only, one transaction a batch. Cancelled, it ends within a second and what was read stays.

    Args:
        library_path: The library's file.
        paths: Files, and folders of files.
        jobs: Worker processes; None: one a core.
        on_progress: Called a few times a second, and at the end.
        is_cancelled: Asked several times a second.
        process: What is done with a part of a file; None: `timeline_app.ingest.worker.process`.
        new_executor: What takes the place of the worker processes.

    Raises:
        LibraryError: The library cannot be opened or written; what was committed before stays.
    """
    from timeline_app.ingest import worker

    library_path = Path(library_path)
    asked = is_cancelled or (lambda: False)
    with Library.open(library_path) if is_there(library_path) else Library.create(library_path) as library:
        job = _Import(library, on_progress or (lambda _: None))
        files = job.find(paths, library_path, asked)
        executor = new_executor or (InThisProcess if job.is_small else partial(WorkerProcesses, jobs))
        outcomes = run(
            partial(_entries, process or worker.process),
            job.parts(files),
            new_executor=executor,
            workers=worker_count(jobs),
            divide=job.divide,
            is_cancelled=asked,
        )
        with closing(outcomes):  # so that an error here ends the workers too
            for outcome in outcomes:
                job.take(outcome)
        job.store()
        return job.report(cancelled=asked() and not job.is_complete)


def _entries(
    process: Callable[[Part], Sequence[Extraction | ImportIssue]], part: Part
) -> Sequence[Entry | ImportIssue]:
    """Do all of the work on a part that needs no library: what comes back to the writing process is ready to be written."""
    return [found if isinstance(found, ImportIssue) else _entry(found) for found in process(part)]


def _entry(extraction: Extraction) -> Entry | ImportIssue:
    try:
        return entry_of(extraction)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are taken in
        return ImportIssue(extraction.article.source, failed_on(error))


@dataclass(slots=True)
class _Import:
    """The running counts of one import, and the batch that is not stored yet."""

    library: Library
    tell: Callable[[ImportProgress], None]
    started: float = field(default_factory=time.monotonic)
    stored_at: float = field(default_factory=time.monotonic)
    told_at: float = field(default_factory=time.monotonic)
    files_total: int = 0
    files_done: int = 0
    bytes_total: int = 0
    bytes_done: int = 0
    paced_from: tuple[float, int] = (0.0, 0)
    read: int = 0
    current: str = ""
    counts: AddedCounts = field(default_factory=AddedCounts)
    batch: list[Entry] = field(default_factory=list)
    issues: list[ImportIssue] = field(default_factory=list)
    open_parts: dict[Path, int] = field(default_factory=dict)

    @property
    def is_small(self) -> bool:
        return self.files_total <= _FEW_FILES and self.bytes_total <= _FEW_BYTES

    @property
    def is_complete(self) -> bool:
        return self.files_done == self.files_total

    def find(self, paths: Iterable[Path], library_path: Path, is_cancelled: Callable[[], bool]) -> list[Path]:
        files: list[Path] = []
        own, seen = _files_of_library(library_path), set[FileIdentity]()
        for found in importers.find_files(Path(path).absolute() for path in paths):
            if is_cancelled():
                break
            if isinstance(found, ImportIssue):
                self.issues.append(found)
                continue
            identity, size = _identity(found)
            if identity in own or _is_backup(found, library_path):
                continue
            if identity is not None and identity in seen:
                already = message(QT_TRANSLATE_NOOP("Message", "It is the same file as one before it."))
                self.issues.append(ImportIssue(printable(found), already, IssueKind.SKIPPED))
                continue
            if identity is not None:
                seen.add(identity)
            files.append(found)
            self.files_total, self.bytes_total = len(files), self.bytes_total + size
            self.current = printable(Path(found.name))
            self._tell_if_due()
        return files

    def parts(self, files: Iterable[Path]) -> Iterator[Part]:
        """Yield the parts of the files as they are asked for; a file counts as done after the last of them."""
        for path in files:
            self.open_parts[path] = 1
            for part in importers.split(path):
                if isinstance(part, ImportIssue):
                    self.issues.append(part)
                    continue
                self.open_parts[path] += 1
                yield part
            self._close(path)

    def divide(self, part: Part) -> list[Part]:
        """Cut a part into its records, of which each is now waited for."""
        records = importers.divide(part)
        if len(records) > 1:
            self.open_parts[part.path] += len(records) - 1
            self.bytes_done += part.size
        return records

    def take(self, outcome: Done[Part, Sequence[Entry | ImportIssue]] | Lost[Part]) -> None:
        part = outcome.task
        self.current, self.bytes_done = printable(Path(part.path.name)), self.bytes_done + part.size
        if not self.paced_from[0]:
            self.paced_from = time.monotonic(), self.bytes_done
        if isinstance(outcome, Lost):
            self.issues.append(ImportIssue(part.source, outcome.reason))
        else:
            for found in outcome.value:
                if isinstance(found, ImportIssue):
                    self.issues.append(found)
                else:
                    self.batch.append(found)
                    self.read += 1
        self._close(part.path)
        if len(self.batch) >= _BATCH_ARTICLES or time.monotonic() - self.stored_at > _BATCH_SECONDS:
            self.store()
        self._tell_if_due()

    def store(self) -> None:
        """Add the batch to the library."""
        if self.batch:
            self.counts += self.library.add_entries(self.batch)
            self.batch.clear()
        self.stored_at = time.monotonic()

    def report(self, *, cancelled: bool) -> ImportReport:
        self._tell()
        return ImportReport(
            read=self.read,
            added=self.counts.added,
            unchanged=self.counts.unchanged,
            failed=sum(issue.kind is IssueKind.FAILED for issue in self.issues),
            events=self.counts.events,
            seconds=time.monotonic() - self.started,
            issues=tuple(self.issues),
            cancelled=cancelled,
        )

    def _close(self, path: Path) -> None:
        self.open_parts[path] -= 1
        if not self.open_parts[path]:
            del self.open_parts[path]
            self.files_done += 1

    def _tell_if_due(self) -> None:
        if time.monotonic() - self.told_at > _REPORT_SECONDS:
            self._tell()

    def _tell(self) -> None:
        self.told_at = time.monotonic()
        seconds = self.told_at - self.started
        left = 0.0 if self.is_complete else None
        # Foretold from the pace since the first result: starting the workers says nothing about it.
        paced, pace = self.told_at - self.paced_from[0], self.bytes_done - self.paced_from[1]
        if left is None and self.paced_from[0] and paced > _FORETELL_AFTER and pace > 0:
            left = max(0.0, paced * (self.bytes_total - self.bytes_done) / pace)
        self.tell(
            ImportProgress(self.files_done, self.files_total, self.read, self.counts.added, self.current, seconds, left)
        )


def _identity(path: Path) -> tuple[FileIdentity | None, int]:
    """Return what makes a file the same under any name, and its size in bytes."""
    try:
        found = os.stat(path)  # noqa: PTH116 - one call for each of many files
    except OSError:
        return None, 0
    # Some file systems number no files.
    return (found.st_dev, found.st_ino) if found.st_ino else None, found.st_size


def _files_of_library(library_path: Path) -> set[FileIdentity]:
    """Return the library itself and the files that SQLite and the lock keep beside it, whatever names they are found under.

    No Python handle may be opened on them: closing it would drop SQLite's locks.
    """
    beside = (library_path.with_name(library_path.name + end) for end in ("", "-wal", "-shm", "-journal", "-lock"))
    return {identity for identity, _ in map(_identity, beside) if identity is not None}


def _is_backup(path: Path, library_path: Path) -> bool:
    """Tell a copy of the library that the program keeps beside it."""
    return path.parent.name == f"{library_path.name}.backups"
