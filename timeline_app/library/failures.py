"""SQLite's errors as sentences for the reader.

Only what the reader can do something about is translated: a full disk, a lock, missing permission, damage. The rest are bugs
and keep their traceback.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import apsw

from timeline_app.errors import LibraryError, LibraryFault
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def readable_failures(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the file system inside into a `LibraryError` about the library at `path`."""
    try:
        yield
    except apsw.Error as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise LibraryError(sentence, _fault(error)) from error
    except UnicodeDecodeError as error:  # text that is no text
        sentence = message(_DAMAGED, path=str(path), reason=error.reason)
        raise LibraryError(sentence, LibraryFault.DAMAGED) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(
            message(QT_TRANSLATE_NOOP("Message", "{path} cannot be used: {reason}"), path=str(path), reason=reason)
        ) from error


def _sentence(error: apsw.Error, path: Path) -> Message | None:
    if getattr(error, "extendedresult", None) in _WRITE_FAILED:
        return message(_NO_ROOM, path=str(path))
    for kinds, template in _TEMPLATES:
        if isinstance(error, kinds):
            return message(template, path=str(path), reason=str(error))
    return None


def _fault(error: apsw.Error) -> LibraryFault | None:
    match error:
        case apsw.CorruptError():
            return LibraryFault.DAMAGED
        case apsw.NotADBError():
            return LibraryFault.FOREIGN
    return None


_WRITE_FAILED = {
    apsw.SQLITE_IOERR_WRITE,
    apsw.SQLITE_IOERR_FSYNC,
    apsw.SQLITE_IOERR_TRUNCATE,
    apsw.SQLITE_IOERR_SHMSIZE,
}
"""A quota or a limit on the size of files shows as these and not as a full disk."""


_NO_ROOM = QT_TRANSLATE_NOOP("Message", "there is no room left to write to {path}; what was kept before is safe")
_BEING_WRITTEN = QT_TRANSLATE_NOOP(
    "Message", "another program or job is writing to {path}; try again when it has finished"
)
_DAMAGED = QT_TRANSLATE_NOOP("Message", "{path} is damaged ({reason})")
_READ_ONLY = QT_TRANSLATE_NOOP("Message", "{path} is read-only: it can be read but not changed")
_NOT_A_LIBRARY = QT_TRANSLATE_NOOP("Message", "{path} is not a timeline library")

_TEMPLATES: tuple[tuple[tuple[type[apsw.Error], ...], str], ...] = (
    ((apsw.FullError,), _NO_ROOM),
    ((apsw.BusyError, apsw.LockedError), _BEING_WRITTEN),
    ((apsw.ReadOnlyError, apsw.PermissionsError), _READ_ONLY),
    ((apsw.NotADBError,), _NOT_A_LIBRARY),
    ((apsw.CorruptError,), _DAMAGED),
    (
        (apsw.CantOpenError,),
        QT_TRANSLATE_NOOP("Message", "{path} cannot be opened: permission is missing, or the disk is away"),
    ),
    ((apsw.IOError,), QT_TRANSLATE_NOOP("Message", "the disk failed while {path} was in use ({reason})")),
)


def damaged(path: Path, error: Exception) -> Message:
    """Say that the file is not as it was written."""
    return message(_DAMAGED, path=str(path), reason=str(error))


def being_written(path: Path) -> Message:
    """Say that another program, or another job of this one, has the library."""
    return message(_BEING_WRITTEN, path=str(path))


def read_only(path: Path) -> Message:
    """Say that nothing can be written."""
    return message(_READ_ONLY, path=str(path))


def not_a_library(path: Path) -> Message:
    """Say that the file is something else."""
    return message(_NOT_A_LIBRARY, path=str(path))
