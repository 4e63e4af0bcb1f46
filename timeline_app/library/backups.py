"""Copies of a library that are kept beside it, in a folder of its name: the last five, each checked before it replaces another.

A copy is numbered, because clocks are set wrong: the newest is the one with the highest number. It is a library like any other:
to go back to it, close the library, put the copy in its place under its name, and remove the old one's files `-wal` and `-shm`.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import apsw

from timeline_app.errors import LibraryError
from timeline_app.library import connection as connections
from timeline_app.library.failures import readable_failures
from timeline_app.library.integrity import check
from timeline_app.library.transactions import snapshot
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

KEPT = 5

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


def back_up(path: Path, *, today: date | None = None, is_cancelled: Callable[[], bool] | None = None) -> Backup | None:
    """Copy the library at `path` where the newest copy is of another day and of other content; for a job.

    Whoever reads or writes the library goes on; the copy is of one moment.

    Returns:
        The copy made; None where none was due, the library is on a read-only disk, or it was cancelled.

    Raises:
        LibraryError: The library is damaged, or there is no room; the copies that there are stay.
    """
    with readable_failures(path):
        source = connections.connect(path, read_only=True)
        try:
            if source.readonly("main"):
                return None
            day, known = (today or datetime.now().astimezone().date()).isoformat(), backups(path)
            with snapshot(source):
                content = _content(source)
                if known and (known[0].day == day or _content_of(known[0]) == content):
                    return None
                made = _copy(source, path, known[0].number + 1 if known else 1, day, is_cancelled or (lambda: False))
        finally:
            connections.disconnect(source)
        if made is not None:
            for old in backups(path)[KEPT:]:
                old.path.unlink()
        return made


def _content_of(backup: Backup) -> list[object] | None:
    try:
        copy = connections.connect(backup.path, read_only=True)
    except LibraryError:
        return None
    try:
        return _content(copy)
    finally:
        connections.disconnect(copy)


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
            faults = check(target)
        finally:
            target.close()
        if faults:
            raise LibraryError(
                message(
                    QT_TRANSLATE_NOOP("Message", "{path} was not backed up because it is damaged: {reason}"),
                    path=str(path),
                    reason=faults[0],
                )
            )
        os.replace(unfinished, kept)  # noqa: PTH105 - Path.replace is the same call
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(kept, number, day)
