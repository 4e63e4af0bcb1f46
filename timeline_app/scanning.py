"""What is to be read of what the reader named: a library knows its files, so that only new and changed ones are opened.

A file is known by its path and its times; where these differ, by its content. A file that is not where it was is found again by
its content, or marked: nothing that a disk no longer shows is ever taken out of a library.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.domain.sources import FileStamp, FileState
from timeline_app.ingest import importers
from timeline_app.ingest.importers.opening import UnreadableError, digest_of
from timeline_app.ingest.importers.part import printable
from timeline_app.library import Library
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.taking_back import is_export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline_app.domain.sources import SourceFile

FileIdentity: TypeAlias = tuple[int, int]
"""Device and number of a file: the same under any name."""


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file that is new or has changed: `parts_in` parts of it are in the library; `is_known` where it was read before."""

    path: Path
    stamp: FileStamp
    parts_in: int = 0
    is_known: bool = False


@dataclass(slots=True)
class Scan:
    """One look through what the reader named. In a rescan, what could not be read or was taken back is left alone.

    `only` are the ids of the files that are of interest, None for all that there are.

    After `run`: `unchanged` articles are of files that were not opened, `moved` files were found at another place.
    """

    library: Library
    is_rescan: bool = False
    only: frozenset[int] | None = None
    unchanged: int = 0
    moved: int = 0
    _seen: set[int] = field(default_factory=set)
    _unreadable: list[str] = field(default_factory=list)
    _found: dict[str, int] = field(default_factory=dict)
    _root: str = ""

    def run(self, paths: Sequence[Path]) -> Iterator[FileToRead | ImportIssue | None]:
        """Yield the files to read and what is to be said of others, and None for each file that is as it was."""
        own, met = _files_of_library(self.library.path), set[FileIdentity]()
        for found in importers.find_files(self._one_by_one(paths)):
            if isinstance(found, ImportIssue):
                self._unreadable.append(found.source)
                yield found
                continue
            status = _status(found)
            identity = _identity(status)
            if identity in own or _is_backup(found, self.library.path):
                continue
            self._found[self._root] += 1
            if identity is not None and identity in met:
                already = message(QT_TRANSLATE_NOOP("Message", "It is the same file as one before it."))
                yield ImportIssue(printable(found), already, IssueKind.SKIPPED)
                continue
            if identity is not None:
                met.add(identity)
            yield self._look_at(found, status)

    def _one_by_one(self, paths: Sequence[Path]) -> Iterator[Path]:
        for path in paths:
            self._root = printable(path)
            self._found[self._root] = 0
            yield path

    def _look_at(self, path: Path, status: os.stat_result | None) -> FileToRead | None:
        stamp = FileStamp(0, 0, 0)
        if status is not None:
            stamp = FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        known = self.library.sources.file(printable(path))
        if known is None:
            known = self._moved_from(path, stamp)
        if self.only is not None and (known is None or known.id not in self.only):
            return None
        if known is None:
            return FileToRead(path, stamp)
        if known.state is FileState.TAKEN_BACK:
            return None if self.is_rescan else FileToRead(path, stamp)
        self._seen.add(known.id)
        is_to_be_tried = known.stamp is None or (known.state is FileState.FAILED and not self.is_rescan)
        if is_to_be_tried or not self._is_same(path, known, stamp):
            return FileToRead(path, stamp, is_known=True)
        self.unchanged += self.library.sources.articles_of(known.id)
        if known.state is FileState.BEGUN:
            return FileToRead(path, stamp, known.parts, is_known=known.parts == 0)
        if known.state is FileState.MISSING:
            self.library.sources.mark([known.id], FileState.READ)
        return None

    def _is_same(self, path: Path, known: SourceFile, stamp: FileStamp) -> bool:
        """Tell whether a file is as it was read; one that was only touched is, too."""
        assert known.stamp is not None
        if stamp.has_times_of(known.stamp):
            return True
        if stamp.size != known.stamp.size or not known.stamp.content or _digest(path) != known.stamp.content:
            return False
        self.library.sources.restamp(known.id, stamp)
        return True

    def _moved_from(self, path: Path, stamp: FileStamp) -> SourceFile | None:
        """Return the known file that is at this path now, and let the library know."""
        content = b""
        for known in self.library.sources.of_size(stamp.size) if stamp.size else ():
            if known.stamp is None or not known.stamp.content or os.path.lexists(known.path):
                continue
            content = content or _digest(path)
            if content and content == known.stamp.content:
                self.library.sources.move(known.id, printable(path), stamp)
                self.moved += 1
                moved = self.library.sources.file(printable(path))
                assert moved is not None
                return moved
        return None

    def mark_missing(self) -> tuple[int, list[ImportIssue]]:
        """Mark the known files that are no longer there; return how many are new among them, and what is to be said.

        A folder that is away or shows no file at all is taken for a disk that is not mounted, and one that cannot be read tells
        nothing about its files.
        """
        missing, issues = list[int](), list[ImportIssue]()
        for root, count in self._found.items():
            gone = [file for file in self.library.sources.below(root, os.sep) if self._is_gone(file)]
            if gone and not count and root not in self._unreadable:
                reason = message(
                    QT_TRANSLATE_NOOP("Message", "Nothing is there any more; what was taken in from it is kept."),
                )
                issues.append(ImportIssue(root, reason, IssueKind.NOTED))
            elif count:
                missing += [file.id for file in gone]
        self.library.sources.mark(missing, FileState.MISSING)
        return len(missing), issues

    def _is_gone(self, file: SourceFile) -> bool:
        return (
            file.id not in self._seen
            and file.state in {FileState.READ, FileState.BEGUN, FileState.FAILED}
            and file.stamp is not None
            and not any(file.path.startswith(folder) for folder in self._unreadable)
            and not os.path.lexists(file.path)
        )


def to_look_through(library: Library) -> list[Path]:
    """Return what the reader named, for a second look. An export was taken in once: again, it would undo what was said since."""
    return [path for path in map(Path, library.sources.roots()) if not is_export(path)]


def has_news(library_path: Path, *, is_cancelled: Callable[[], bool] | None = None) -> bool:
    """Tell whether a rescan of the library would read anything; what only moved is written down at once."""
    with Library.open(library_path) as library:
        scan = Scan(library, is_rescan=True)
        for found in scan.run(to_look_through(library)):
            if is_cancelled is not None and is_cancelled():
                return False
            if isinstance(found, FileToRead):
                return True
        scan.mark_missing()
        return False


def _digest(path: Path) -> bytes:
    try:
        return digest_of(path)
    except UnreadableError:
        return b""


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - one call for each of many files
    except OSError:
        return None


def _identity(status: os.stat_result | None) -> FileIdentity | None:
    """Return what makes a file the same under any name; some file systems number no files."""
    return (status.st_dev, status.st_ino) if status is not None and status.st_ino else None


def _files_of_library(library_path: Path) -> set[FileIdentity]:
    """Return the library itself and the files that SQLite and the lock keep beside it, whatever names they are found under.

    No Python handle may be opened on them: closing it would drop SQLite's locks.
    """
    beside = (library_path.with_name(library_path.name + end) for end in ("", "-wal", "-shm", "-journal", "-lock"))
    return {identity for path in beside if (identity := _identity(_status(path))) is not None}


def _is_backup(path: Path, library_path: Path) -> bool:
    """Tell a copy of the library that the program keeps beside it."""
    return path.parent.name == f"{library_path.name}.backups"
