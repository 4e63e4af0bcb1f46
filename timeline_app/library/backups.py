"""Copies of a library that are kept beside it, in a folder of its name: the last five, each checked before it replaces another.

A copy is numbered, because clocks are set wrong: the newest is the one with the highest number. It is a library like any other.
Going back to one is two steps, so that a window need not wait for the first: `stage` copies and checks, `put_in_place` swaps.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from contextlib import suppress
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import apsw

from timeline_app.errors import LibraryError, LibraryFault
from timeline_app.library import connection as connections
from timeline_app.library.failures import read_only, readable_failures
from timeline_app.library.information import article_count
from timeline_app.library.integrity import check, faults
from timeline_app.library.locking import WriterLock
from timeline_app.library.transactions import snapshot
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from timeline_app.messages import Message

KEPT = 5

_one_at_a_time = threading.Lock()
"""Held while a backup is made: a library that is closed twice in a short while would have two made under one name."""

_PAGES_AT_ONCE = 4096  # 8 MB, a few milliseconds: how soon a cancelled copy ends


class Backup(NamedTuple):
    """A copy of a library: its number counts from 1, its day is an ISO date."""

    path: Path
    number: int
    day: str


def folder_of(path: Path) -> Path:
    """Return the folder of a library's copies, whether there is one or not."""
    return path.with_name(f"{path.name}.backups")


def backups(path: Path) -> list[Backup]:
    """Return the copies of the library at `path`, the newest first."""
    name = re.compile(
        rf"{re.escape(path.stem)} ([0-9]{{4,}}), ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){re.escape(path.suffix)}"
    )
    folder = folder_of(path)
    files = list(folder.iterdir()) if folder.is_dir() else []
    found = [
        Backup(file, int(match[1]), match[2]) for file in files if (match := name.fullmatch(file.name)) is not None
    ]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def articles_in(backup: Backup) -> int | None:
    """Return how many articles a copy holds; None where it cannot be read."""
    try:
        copy = connections.connect(backup.path, read_only=True)
    except LibraryError:
        return None
    try:
        with readable_failures(backup.path):
            return article_count(copy)
    except LibraryError:
        return None
    finally:
        connections.disconnect(copy)


def back_up(
    path: Path, *, is_forced: bool = False, today: date | None = None, is_cancelled: Callable[[], bool] | None = None
) -> Backup | None:
    """Copy the library at `path` where the newest copy is of another day and of other content, or at any rate; for a job.

    Whoever reads or writes the library goes on; the copy is of one moment.

    Returns:
        The copy made; None where none was due, the library is on a read-only disk, or it was cancelled.

    Raises:
        LibraryError: The library is damaged, or there is no room; the copies that there are stay.
    """
    with _one_at_a_time, readable_failures(path):
        source = connections.connect(path, read_only=True)
        try:
            if source.readonly("main"):
                return None
            day, known = (today or datetime.now().astimezone().date()).isoformat(), backups(path)
            with snapshot(source):
                content = _content(source)
                if known and not is_forced and (known[0].day == day or _content_of(known[0]) == content):
                    return None
                made = _copy(source, path, known[0].number + 1 if known else 1, day, is_cancelled or (lambda: False))
        finally:
            connections.disconnect(source)
        if made is not None:
            for old in backups(path)[KEPT:]:
                old.path.unlink()
        return made


def _content_of(backup: Backup) -> list[object] | None:
    """Return the content of a copy; None where it cannot be read: then it is no copy of what there is."""
    try:
        copy = connections.connect(backup.path, read_only=True)
        try:
            with readable_failures(backup.path):
                return _content(copy)
        finally:
            connections.disconnect(copy)
    except LibraryError:
        return None


def _content(connection: apsw.Connection) -> list[object]:
    """Return what is another after every addition and correction; what else changes, such as the view, is no loss."""
    # Every article has an event, and the ids of events run in the order of arrival.
    return [
        connection.execute("SELECT max(id) FROM event").get,
        connection.execute("SELECT * FROM correction").fetchall(),
    ]


def _copy(
    source: apsw.Connection, path: Path, number: int, day: str, is_cancelled: Callable[[], bool]
) -> Backup | None:
    folder = folder_of(path)
    folder.mkdir(exist_ok=True)
    kept = folder / f"{path.stem} {number:04d}, {day}{path.suffix}"
    unfinished = folder / f"{kept.name}-unfinished"
    unfinished.unlink(missing_ok=True)  # of a process that was killed
    try:
        target = apsw.Connection(str(unfinished))
        try:
            with target.backup("main", source, "main") as copying:
                while not copying.done:
                    if is_cancelled():
                        return None
                    copying.step(_PAGES_AT_ONCE)
            target.pragma("journal_mode", "delete")  # one file, without a log beside it
            if is_cancelled():
                return None
            found = list(faults(target))
        finally:
            target.close()
        if found:
            raise LibraryError(
                message(
                    QT_TRANSLATE_NOOP("Message", "{path} was not backed up because it is damaged: {reason}"),
                    path=str(path),
                    reason=found[0],
                )
            )
        os.replace(unfinished, kept)  # noqa: PTH105 - Path.replace is the same call
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(kept, number, day)


class Staged(NamedTuple):
    """A sound copy beside a library, for `put_in_place`; `is_kept` says that the library itself was backed up before."""

    path: Path
    is_kept: bool


def stage(path: Path, backup: Backup, *, is_cancelled: Callable[[], bool] | None = None) -> Staged | None:
    """Copy a backup beside the library at `path` and check it; the library is backed up as it is, if it is sound. For a job.

    Returns:
        The copy; None where it was cancelled.

    Raises:
        LibraryError: The backup is damaged, or there is no room; nothing has changed.
    """
    asked = is_cancelled or (lambda: False)
    staged, is_kept = path.with_name(f".{path.name}-going-back"), False
    with readable_failures(backup.path):
        shutil.copyfile(backup.path, staged)
        try:
            copy = connections.connect(staged, read_only=True)
            try:
                found = check(copy)
            finally:
                connections.disconnect(copy)
            if found:
                raise _damaged(backup, found[0])  # noqa: TRY301 - what was staged goes with it
            with suppress(LibraryError):  # what is damaged is set aside as it is
                is_kept = back_up(path, is_forced=True, is_cancelled=asked) is not None
        except BaseException:
            _remove(staged)
            raise
    if asked():
        _remove(staged)
        return None
    return Staged(staged, is_kept)


def _damaged(backup: Backup, fault: Message) -> LibraryError:
    template = QT_TRANSLATE_NOOP("Message", "{path} is damaged ({reason})")
    return LibraryError(message(template, path=str(backup.path), reason=fault), LibraryFault.DAMAGED)


def put_in_place(path: Path, staged: Staged) -> Path | None:
    """Put a staged copy in the place of the library at `path`, which must be closed.

    Returns:
        Where the library was set aside; None where its own backup is enough, or there was none.

    Raises:
        LibraryError: Another program has the library open; nothing has changed.
    """
    with readable_failures(path):
        lock = WriterLock(path)
        try:
            aside = None if _is_alone_and_sound(path) and staged.is_kept else _set_aside(path)
            os.replace(staged.path, path)  # noqa: PTH105 - Path.replace is the same call
        finally:
            lock.release()
            _remove(staged.path)
    return aside


def _is_alone_and_sound(path: Path) -> bool:
    """Write the log down, which no other connection may be in the way of, so that none is left beside another file."""
    try:
        connection = connections.connect(path, read_only=False)
    except LibraryError:
        return False
    try:
        connection.set_busy_timeout(0)
        connection.pragma("journal_mode", "delete")
    except apsw.BusyError:
        raise
    except apsw.Error:
        return False
    else:
        return True
    finally:
        connection.close()


def _set_aside(path: Path) -> Path | None:
    """Rename a library that was not backed up, with what is beside it; None where there is none."""
    names = (path.with_name(f"{path.stem} (damaged{'' if n == 1 else f' {n}'}){path.suffix}") for n in count(1))
    kept = next(name for name in names if not name.exists())
    for end in ("-wal", "-shm", ""):
        file = path.with_name(path.name + end)
        if file.exists():
            file.rename(kept.with_name(kept.name + end))
    return kept if kept.exists() else None


def _remove(staged: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        staged.with_name(staged.name + end).unlink(missing_ok=True)


def compact(path: Path) -> tuple[int, int]:
    """Write the library at `path` anew without the room that is left in it, and back it up before. For a job.

    Returns:
        Its size in bytes before and after.

    Raises:
        LibraryError: Articles are being added to it, it is damaged or read-only, or there is no room; it is as it was.
    """
    back_up(path, is_forced=True)
    with readable_failures(path):
        connection = connections.connect(path, read_only=False)
        try:
            if connections.is_read_only(connection):
                raise LibraryError(read_only(path))
            lock = WriterLock(path)
            try:
                before = path.stat().st_size
                connection.execute("INSERT INTO article_text (article_text) VALUES ('optimize')")
                connection.execute("VACUUM")
                connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            finally:
                lock.release()
        finally:
            connections.disconnect(connection)
        return before, path.stat().st_size
