"""Opening a library file, or refusing it with the reason and without a byte written.

A library may come from a stranger, so nothing in the file is trusted: not that it is a library, not its version, not its
schema. Python itself must never open the file: closing such a handle drops SQLite's locks on it.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import apsw

from timeline_app.errors import LibraryError, LibraryFault
from timeline_app.library import migrations
from timeline_app.library.failures import damaged, not_a_library, read_only, readable_failures
from timeline_app.library.locking import WriterLock
from timeline_app.library.recognition import LIBRARY_SUFFIX, is_database, read_header
from timeline_app.library.revision import MARK_AS_WRITTEN, revision_of
from timeline_app.library.texts import teach
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

_WAIT_MILLISECONDS = 2000
"""How long a short write waits for its turn: a window may be waiting with it."""

_JOB_WAIT_MILLISECONDS = 120_000
"""How long a batch waits: a large library may be written anew meanwhile, or checked where there is no room for a copy."""

_LOG_PAGES = 32768
"""A batch touches the same pages of the index as the one before: written to their place once for many, 32 MB apart."""

PAGE_BYTES = 1024
"""Articles are deflated to one or two thousand bytes, and end somewhere in a page: a quarter of them would be left empty in one of
2048 or of the usual 4096, a tenth is in these."""

_INCREMENTAL = 2
"""Room can be given back to the disk a little at a time (see room.py)."""

_CACHE_KIBIBYTES = 32 * 1024


def create(path: Path) -> None:
    """Make an empty library; there is either all of it or nothing.

    Raises:
        LibraryError: There is a file of that name, or the place cannot be written to.
    """
    with readable_failures(path):
        _refuse_name(path)
        _refuse_occupied(path)
        unfinished = path.with_name(f".{path.name}-{os.getpid()}-unfinished")
        try:
            connection = apsw.Connection(str(unfinished))
            try:
                connection.pragma("page_size", PAGE_BYTES)
                connection.pragma("auto_vacuum", _INCREMENTAL)
                connection.pragma("journal_mode", "wal")
                migrations.migrate(connection, migrations.STEPS)
            finally:
                connection.close()
            _rename_to_new(unfinished, path)
        finally:
            for leftover in _files_of(unfinished):
                leftover.unlink(missing_ok=True)


def _files_of(path: Path) -> tuple[Path, Path, Path]:
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def _refuse_name(path: Path) -> None:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise LibraryError(
            message(
                QT_TRANSLATE_NOOP("Message", "the name of {path} is not valid Unicode; give the file another name"),
                path=ascii(str(path)),
            )
        ) from None


def _refuse_occupied(path: Path) -> None:
    for file in _files_of(path):
        if file.exists() or file.is_symlink():
            raise LibraryError(
                message(QT_TRANSLATE_NOOP("Message", "there is a file of that name already: {path}"), path=str(file))
            )
    if not path.parent.is_dir():
        raise LibraryError(message(QT_TRANSLATE_NOOP("Message", "there is no folder {path}"), path=str(path.parent)))


def _rename_to_new(source: Path, target: Path) -> None:
    """Rename, but never onto a library that another program made in the meantime."""
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as FAT
        _refuse_occupied(target)
        source.rename(target)


def connect(path: Path, *, read_only: bool) -> apsw.Connection:
    """Open the library at `path`, bring it up to date and return the connection.

    The connection is read-only where that is asked for or where the file or its folder cannot be written to.

    Raises:
        LibraryError: It is not a library, damaged, of a newer version, locked, or may not be read.
    """
    with readable_failures(path):
        _refuse_name(path)
        _look_at(path)
        _set_foreign_log_aside(path.resolve())
        try:
            connection = _open_live(path, read_only=read_only) or _open_unchanging(path)
        except (apsw.NotADBError, apsw.SQLError) as error:  # it says that it is ours, and what was asked is right
            raise LibraryError(damaged(path, error), LibraryFault.DAMAGED) from error
        try:
            _refuse_newer(migrations.version_of(connection), path)  # what is in the log counts
            if migrations.version_of(connection) < len(migrations.STEPS):
                _bring_up_to_date(connection, path)
            _refuse_other_schema(connection, path)
            if not is_read_only(connection):
                connection.pragma("journal_mode", "wal")  # a copy made by a backup is not
                connection.pragma("foreign_keys", 1)
                connection.pragma("synchronous", "normal")
        except BaseException:
            connection.close()
            raise
        return connection


def _set_foreign_log_aside(path: Path) -> None:
    """Rename a log that is of another library: SQLite cannot tell, and would write it into this one.

    Libraries have a mark of their own (see `revision`), which every batch writes: it is looked for in the log, and in the file
    without it.
    """
    if not has_log(path):
        return
    _, log, index = _files_of(path)
    own, written = _mark_without_log(path), set(MARK_AS_WRITTEN.findall(log.read_bytes()))
    if own is not None and written and own.encode() not in written:
        for file in (log, index):
            if file.exists():
                file.replace(file.with_name(f"{file.name} (of another library)"))


def _mark_without_log(path: Path) -> str | None:
    """Return the mark of a library as its file has it, None where there is none to be read."""
    try:
        connection = apsw.Connection(
            f"{path.as_uri()}?immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        )
        try:
            found = revision_of(connection)
        finally:
            connection.close()
    except apsw.Error:  # what is wrong shows when it is opened in earnest
        return None
    return None if found is None else found.library


def has_log(path: Path) -> bool:
    """Tell whether there are changes that are not written to their place: the last to close a library leaves none."""
    log = path.with_name(f"{path.name}-wal")
    try:
        return log.stat().st_size > 0
    except OSError:
        return False


def is_read_only(connection: apsw.Connection) -> bool:
    """Tell whether nothing is to be written through the connection, or can be."""
    return connection.readonly("main") or bool(connection.pragma("query_only"))


def prepare_for_adding(connection: apsw.Connection) -> None:
    """Let a job's connection wait for others that write, where a window's gives up, and move pages from the log less often."""
    connection.set_busy_timeout(_JOB_WAIT_MILLISECONDS)
    connection.wal_autocheckpoint(_LOG_PAGES)


def disconnect(connection: apsw.Connection) -> None:
    """Write down all that is still in the write-ahead log, and close."""
    try:
        if not is_read_only(connection):
            connection.set_busy_timeout(0)
            connection.pragma("optimize")
            # Waits for nobody: the last connection to close does the rest.
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
    except apsw.Error as error:
        _log.info("left in the log, where it is safe: %s", error)
    finally:
        connection.close()


def _harden(connection: apsw.Connection) -> None:
    connection.set_busy_timeout(_WAIT_MILLISECONDS)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    connection.pragma("cell_size_check", 1)
    teach(connection)
    connection.pragma("cache_size", -_CACHE_KIBIBYTES)


def _look_at(path: Path) -> None:
    """Refuse what is not a library of a version that we know, without a lock, a side file or a change."""
    if not path.exists():
        template = QT_TRANSLATE_NOOP("Message", "there is no library at {path}")
        raise LibraryError(message(template, path=str(path)), LibraryFault.MISSING)
    header = read_header(path)
    if header is None:
        was_one = path.suffix == LIBRARY_SUFFIX and not is_database(path)
        raise LibraryError(not_a_library(path), LibraryFault.DAMAGED if was_one else LibraryFault.FOREIGN)
    _refuse_newer(header.version, path)


def _refuse_newer(version: int, path: Path) -> None:
    if version > len(migrations.STEPS):
        template = QT_TRANSLATE_NOOP(
            "Message", "{path} was written by a newer version of this program; update it to open it"
        )
        raise LibraryError(message(template, path=str(path)), LibraryFault.NEWER)


def _open_live(path: Path, *, read_only: bool) -> apsw.Connection | None:
    """Open a library that others may be writing to; None where there is no right or no room for the side files."""
    # For reading only, too: a connection that may not write leaves its side files behind.
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        _harden(connection)  # its first read is what needs the side files
        if read_only:
            connection.pragma("query_only", 1)
        elif not connection.readonly("main"):
            connection.set_busy_timeout(0)
            connection.execute("BEGIN IMMEDIATE; ROLLBACK")
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.FullError):
        connection.close()
        return None
    except apsw.BusyError:
        pass  # somebody is writing, so it can be written
    except BaseException:
        connection.close()
        raise
    connection.set_busy_timeout(_WAIT_MILLISECONDS)
    return connection


def _open_unchanging(path: Path) -> apsw.Connection:
    """Open a library that nobody can be writing to, such as one on a read-only disk."""
    _, log, _ = _files_of(path.resolve())
    if log.exists() and log.stat().st_size:
        raise LibraryError(
            message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "{path} was not closed properly and is read-only; copy it and {log} to where they can be written",
                ),
                path=str(path),
                log=log.name,
            )
        )
    address = f"{path.absolute().as_uri()}?immutable=1"
    connection = apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        _harden(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_other_schema(connection: apsw.Connection, path: Path) -> None:
    steps = migrations.STEPS[: migrations.version_of(connection)]
    if migrations.schema_of(connection) != migrations.expected_schema(steps):
        raise LibraryError(not_a_library(path), LibraryFault.DAMAGED)


def _bring_up_to_date(connection: apsw.Connection, path: Path) -> None:
    if is_read_only(connection):
        raise LibraryError(read_only(path))
    _refuse_other_schema(connection, path)
    lock = WriterLock(path)
    try:
        migrations.back_up(connection, path)
        migrations.migrate(connection, migrations.STEPS)
    finally:
        lock.release()
