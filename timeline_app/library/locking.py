"""One writer of articles at a time, by a lock that dies with its process.

The operating system holds the lock, not the file: an empty or left-over lock file refuses nobody. The lock is a file of its own
because closing any handle on the library itself would drop SQLite's locks on it (https://sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from timeline_app.errors import LibraryError
from timeline_app.library.failures import being_written

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:  # whoever holds it, Windows has one answer
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class WriterLock:
    """The right to add articles to the library at `path`, until `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            LibraryError: Another program or another job holds it.
            OSError: The lock file cannot be made or locked.
        """
        real = path.resolve()  # whatever name the library was opened by
        self._file = real.with_name(f"{real.name}-lock")
        while True:
            self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
            is_taken = is_current = False
            try:
                is_taken = _try_lock(self._handle)
                is_current = is_taken and self._is_current()
            finally:
                if not is_current:
                    os.close(self._handle)
            if is_current:
                return
            if not is_taken:
                raise LibraryError(being_written(path))

    def _is_current(self) -> bool:
        """Tell whether the file locked is still the one of that name: its last holder removes it."""
        try:
            return os.path.samestat(os.fstat(self._handle), self._file.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the lock back and leave no file."""
        if sys.platform == "win32":  # an open file cannot be removed there, and one that the next holder has open stays
            os.close(self._handle)
            with contextlib.suppress(PermissionError):
                self._file.unlink(missing_ok=True)
        else:
            self._file.unlink(missing_ok=True)
            os.close(self._handle)
