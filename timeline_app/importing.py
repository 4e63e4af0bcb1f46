"""Taking articles in, as a plain function: it knows no Qt, says how far it is, and stops when asked to."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app import taking_back
from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.domain.correction import ArticleKey, decided
from timeline_app.domain.date_reading import AS_WRITTEN
from timeline_app.domain.records import AddedCounts
from timeline_app.domain.sources import FileProgress, FileState
from timeline_app.entries import entries
from timeline_app.errors import LibraryError, ReaderError
from timeline_app.ingest import importers
from timeline_app.ingest.executors import InThisProcess, WorkerProcesses, worker_count
from timeline_app.ingest.importers.opening import UnreadableError, digest_of
from timeline_app.ingest.importers.part import printable
from timeline_app.ingest.pool import Done, Lost, failed_on, run
from timeline_app.library import Library
from timeline_app.messages import Message
from timeline_app.pacing import Pace
from timeline_app.paths import is_there
from timeline_app.scanning import FileToRead, Scan, to_look_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline_app.domain.correction import Correction
    from timeline_app.domain.date_reading import DateReading
    from timeline_app.domain.extraction import Extraction
    from timeline_app.ingest.executors import NewExecutor
    from timeline_app.ingest.importers import Part
    from timeline_app.library import Entry

_BATCH_ARTICLES = 500
_BATCH_SECONDS = 1.0
"""A batch is one transaction. Large ones are cheap, but the reader wants to see events soon and to keep them on a cancel."""

_REPORT_SECONDS = 0.1

_MOST_HELD = 128
"""Parts that are read while an earlier one is not: results are stored in the order of the files, whoever finishes first."""

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
    records that could not be read; `issues` has them with their reasons, and what was left out or is to be checked. `events` are
    those that came to the timeline: dated, and once what near copies tell alike. `moved` files were found at another place,
    `missing` ones not at all. `import_id` is what the import can be taken back by, None where it brought nothing.
    """

    read: int
    added: int
    unchanged: int
    failed: int
    events: int
    seconds: float
    issues: tuple[ImportIssue, ...]
    cancelled: bool
    moved: int = 0
    missing: int = 0
    import_id: int | None = None


def import_paths(
    library_path: Path,
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    is_rescan: bool = False,
    is_step: bool = True,
    on_progress: Callable[[ImportProgress], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    process: Callable[[Part], Sequence[Extraction | ImportIssue]] | None = None,
    new_executor: NewExecutor | None = None,
    only_files_of: int | None = None,
    dates: DateReading = AS_WRITTEN,
) -> ImportReport:
    """Take articles into a library, which is made where there is none.

    Files that the library knows and that have not changed are not opened. Reading and extraction happen in worker processes, or
    here where there is too little to do; the library is written from the calling thread only, one transaction a batch. Cancelled,
    it ends within a second and what was read stays. An import that was cut off is gone on with where it was.

    Args:
        library_path: The library's file.
        paths: Files, and folders of files; in a rescan none: those that the reader named before. An export of events (see
            `taking_back`) that is named itself gives its events back; within a folder it is a file like any other.
        jobs: Worker processes; None: one a core.
        is_rescan: Look again through what the reader named; leave alone what could not be read or was taken back.
        is_step: Whether it is a step of the history, to be undone as what the reader did last.
        on_progress: Called a few times a second, and at the end.
        is_cancelled: Asked several times a second.
        process: What is done with a part of a file; None: `timeline_app.ingest.worker.process`, with the dates read as the reader
            wants it of the whole library.
        new_executor: What takes the place of the worker processes.
        dates: What is decided about the dates of all articles of the library, in place of what was before.
        only_files_of: The import of which the files alone are read, whatever has come beside them; None: all that there are.

    Raises:
        LibraryError: The library cannot be opened or written; what was committed before stays.
    """
    from timeline_app.ingest import worker

    library_path = Path(library_path)
    asked = is_cancelled or (lambda: False)
    with Library.open(library_path) if is_there(library_path) else Library.create(library_path) as library:
        named = to_look_through(library) if is_rescan else []
        named += [Path(path).absolute() for path in paths]
        exports = [path for path in named if taking_back.is_export(path)]
        named = [path for path in named if path not in exports]
        only = None if only_files_of is None else library.sources.of_import(only_files_of)
        if dates != AS_WRITTEN:
            library.correct(*decided(ArticleKey(), dates)[0])
        job = _Import(library, Scan(library, is_rescan, only), on_progress or (lambda _: None), is_step)
        files = job.find(named, asked)
        if files or exports:
            job.columns = library.sources.columns()
            library.take_lock()
            job.begin([*named, *exports])
        is_done_here = job.is_small and all(importers.is_plain(file.path) for file in files)
        executor = new_executor or (InThisProcess if is_done_here else partial(WorkerProcesses, jobs))
        outcomes = run(
            partial(entries, process or partial(worker.process, dates=library.date_readings()[""])),
            job.parts(files),
            new_executor=executor,
            workers=worker_count(jobs),
            ordered=True,
            most_held=_MOST_HELD,
            divide=job.divide,
            is_cancelled=asked,
        )
        with closing(outcomes):  # so that an error here ends the workers too
            for outcome in outcomes:
                job.take(outcome)
        job.store()
        for path in exports:
            job.take_back(path)
        job.end(asked)
        return job.report()


def resume_import(library_path: Path, **options: Any) -> ImportReport:
    """Go on with the import of a library that was cut off, if there is one; the options are those of `import_paths`."""
    with Library.open(library_path, read_only=True) as library:
        unfinished = library.imports.unfinished()
    sources = unfinished.sources if unfinished is not None else ()
    only = unfinished.id if unfinished is not None and unfinished.is_again else None
    named = [Path(source) for source in sources]
    return import_paths(library_path, named, is_rescan=not sources, only_files_of=only, **options)


@dataclass(slots=True)
class _OpenFile:
    """A file that is being read: how many of its parts are waited for, are in, and what was found in it where it was known."""

    file: FileToRead
    waited_for: int = 1
    parts: int = 0
    is_divided: bool = False
    has_failed: bool = False
    found: set[bytes] = field(default_factory=set)

    def progress(self, path: Path) -> FileProgress:
        is_whole = not self.waited_for
        state = FileState.BEGUN if not is_whole else FileState.FAILED if self.has_failed else FileState.READ
        found = frozenset(self.found) if is_whole and self.file.is_known else None
        # What is read again is read as a whole: only then can be told what is no longer in it.
        parts = 0 if self.file.is_known and not is_whole else self.parts
        return FileProgress(printable(path), state, parts, self.file.stamp, found)


@dataclass(slots=True)
class _Import:
    """The running counts of one import, and the batch that is not stored yet."""

    library: Library
    scan: Scan
    tell: Callable[[ImportProgress], None]
    is_step: bool = True
    started: float = field(default_factory=time.monotonic)
    stored_at: float = field(default_factory=time.monotonic)
    told_at: float = field(default_factory=time.monotonic)
    import_id: int | None = None
    last_event: int = 0
    files_total: int = 0
    files_done: int = 0
    pace: Pace = field(default_factory=Pace)
    """In bytes of files."""
    read: int = 0
    missing: int = 0
    is_cancelled: bool = False
    taken_up: int | None = None
    current: str = ""
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    counts: AddedCounts = field(default_factory=AddedCounts)
    batch: list[Entry] = field(default_factory=list)
    issues: list[ImportIssue] = field(default_factory=list)
    open_files: dict[Path, _OpenFile] = field(default_factory=dict)
    touched: dict[Path, _OpenFile] = field(default_factory=dict)

    @property
    def is_small(self) -> bool:
        return self.files_total <= _FEW_FILES and self.pace.total <= _FEW_BYTES

    @property
    def articles(self) -> int:
        """How many articles this import has brought, before it was cut off too."""
        return (self.taken_up or 0) + self.counts.added

    @property
    def is_complete(self) -> bool:
        return self.files_done == self.files_total

    def find(self, paths: Sequence[Path], is_cancelled: Callable[[], bool]) -> list[FileToRead]:
        files: list[FileToRead] = []
        for found in self.scan.run(paths):
            if is_cancelled():
                self.is_cancelled = True
                break
            if isinstance(found, FileToRead):
                files.append(found)
                self.files_total = len(files)
                self.pace.total += found.stamp.size
                self.current = printable(Path(found.path.name))
            elif found is not None:
                self.issues.append(found)
            self._tell_if_due()
        return files

    def begin(self, named: Sequence[Path]) -> None:
        """Take up the import that was cut off, or begin one."""
        sources = () if self.scan.is_rescan else tuple(text for path in named if Path(text := printable(path)) == path)
        unfinished, self.last_event = self.library.imports.unfinished(), self.library.last_event()
        if unfinished is not None and unfinished.sources == sources:
            self.import_id, self.taken_up = unfinished.id, unfinished.articles
        else:
            self.import_id = self.library.imports.begin(sources)

    def parts(self, files: Iterable[FileToRead]) -> Iterator[Part]:
        """Yield the parts of the files as they are asked for; a file counts as done after the last of them."""
        for file in files:
            opened = self.open_files[file.path] = self.touched[file.path] = _OpenFile(_with_digest(file))
            opened.parts = file.parts_in
            number = 0
            for part in _split(file.path, self.columns):
                if isinstance(part, ImportIssue):
                    self._note(part, opened)
                    continue
                number += 1
                if number <= file.parts_in:
                    self.pace.skip(part.size)
                    continue
                opened.waited_for += 1
                yield part
            self._close(file.path)

    def divide(self, part: Part) -> list[Part]:
        """Cut a part into its records, of which each is now waited for."""
        records = importers.divide(part)
        if len(records) > 1:
            opened = self.open_files[part.path]
            opened.waited_for += len(records) - 1
            opened.is_divided = True  # from here on its parts are not what it was cut into
            self.pace.skip(part.size)
        return records

    def take(self, outcome: Done[Part, Sequence[Entry | ImportIssue]] | Lost[Part]) -> None:
        part = outcome.task
        opened = self.touched[part.path] = self.open_files[part.path]
        self.current = printable(Path(part.path.name))
        self.pace.finish(part.size, time.monotonic())
        if isinstance(outcome, Lost):
            self._note(ImportIssue(part.source, outcome.reason), opened)
        else:
            for found in outcome.value:
                if isinstance(found, ImportIssue):
                    self._note(found, opened)
                else:
                    self.batch.append(found)
                    self.read += 1
                    if opened.file.is_known:
                        opened.found.add(found.fingerprint)
        opened.parts += not opened.is_divided
        self._close(part.path)
        is_first = bool(self.batch) and not self.counts.added  # of which the reader wants to see something soon
        if is_first or len(self.batch) >= _BATCH_ARTICLES or time.monotonic() - self.stored_at > _BATCH_SECONDS:
            self.store()
        self._tell_if_due()

    def take_back(self, path: Path) -> None:
        """Take an export in again: events that are not there as articles of their quotations, changed ones as corrections.

        What it changes of events that are there is a step of its own: the reader may have said otherwise of them.
        """
        try:
            corrections, unknown = taking_back.differences(self.library, taking_back.read_export(path))
        except ReaderError as error:
            self.issues.append(ImportIssue(printable(path), error.message))
            return
        if corrections:
            self._correct(path, corrections)
        found = list(taking_back.entries_of(unknown))
        self.counts += self.library.add_entries([entry for entry, _ in found], self.import_id)
        self.library.correct(*(mark for _, marks in found for mark in marks))
        self.read += len(found)

    def _correct(self, path: Path, corrections: Sequence[Correction]) -> None:
        changed = len({made.target for made in corrections})
        step = Message.tr(
            "change %Ln events to what {name} says",
            "",
            changed,
            one="change %Ln event to what {name} says",
            name=printable(Path(path.name)),
        )
        self.library.do(step, corrections, ())
        said = Message.tr(
            "%Ln events were changed to what it says.", "", changed, one="%Ln event was changed to what it says."
        )
        self.issues.append(ImportIssue(printable(path), said, IssueKind.NOTED))

    def store(self) -> None:
        """Add the batch to the library, and how far its files are."""
        if self.batch or self.touched:
            progress = [opened.progress(path) for path, opened in self.touched.items()]
            self.counts += self.library.add_entries(self.batch, self.import_id, progress)
            self.batch.clear()
            self.touched.clear()
        self.stored_at = time.monotonic()

    def end(self, is_cancelled: Callable[[], bool]) -> None:
        """Look what is no longer there and which articles are near copies; leave an import that was cut off to be gone on with."""
        self.is_cancelled = self.is_cancelled or (is_cancelled() and not self.is_complete)
        if not self.is_cancelled:
            self.missing, said = self.scan.mark_missing()
            self.issues += said
            if self.counts.added or self.taken_up is not None:
                self.library.regroup()
            if self.import_id is not None:
                self.library.imports.end(self.import_id, self.articles if self.is_step else 0)
            if self.counts.added:
                with suppress(LibraryError):  # all that was read is in the library, in a file larger than it need be
                    self.library.tidy(self.counts.added, is_cancelled)

    def report(self) -> ImportReport:
        self._tell()
        return ImportReport(
            read=self.read + self.scan.unchanged,
            added=self.counts.added,
            unchanged=self.counts.unchanged + self.scan.unchanged,
            failed=sum(issue.kind is IssueKind.FAILED for issue in self.issues),
            events=self.counts.events - self.library.retold_after(self.last_event) if self.counts.events else 0,
            seconds=time.monotonic() - self.started,
            issues=tuple(self.issues),
            cancelled=self.is_cancelled,
            moved=self.scan.moved,
            missing=self.missing,
            import_id=self.import_id if self.counts.added else None,
        )

    def _note(self, issue: ImportIssue, opened: _OpenFile) -> None:
        self.issues.append(issue)
        opened.has_failed = opened.has_failed or issue.kind is IssueKind.FAILED

    def _close(self, path: Path) -> None:
        opened = self.open_files[path]
        opened.waited_for -= 1
        if not opened.waited_for:
            self.touched[path] = self.open_files.pop(path)
            self.files_done += 1

    def _tell_if_due(self) -> None:
        if time.monotonic() - self.told_at > _REPORT_SECONDS:
            self._tell()

    def _tell(self) -> None:
        self.told_at = time.monotonic()
        seconds = self.told_at - self.started
        left = 0.0 if self.is_complete else self.pace.seconds_left(self.told_at)
        self.tell(
            ImportProgress(self.files_done, self.files_total, self.read, self.counts.added, self.current, seconds, left)
        )


def _split(path: Path, columns: Mapping[str, tuple[str, ...]]) -> Iterator[Part | ImportIssue]:
    try:
        yield from importers.split(path, columns)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other files are taken in
        yield ImportIssue(printable(path), failed_on(error))


def _with_digest(file: FileToRead) -> FileToRead:
    """Add what the file is known by wherever it is; one that cannot be opened is known by nothing."""
    try:
        return replace(file, stamp=replace(file.stamp, content=digest_of(file.path)))
    except UnreadableError:
        return file
