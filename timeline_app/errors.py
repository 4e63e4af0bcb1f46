"""Errors that are the reader's to mend, as opposed to bugs.

A `ReaderError` is shown as its one sentence, never with a traceback. Any other exception that reaches the top is a bug and is
logged in full.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.messages import Message


class ReaderError(Exception):
    """Something the reader can understand and act on: a locked library, a missing folder, a full disk."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class LibraryFault(Enum):
    """Why there is no library to be had of a file, so that a copy of it is what helps."""

    DAMAGED = auto()
    """It is not as it was written; much of it may be saved."""
    FOREIGN = auto()
    """It is something else."""
    NEWER = auto()
    """It is for a later version of the program."""
    MISSING = auto()


class LibraryError(ReaderError):
    """A library that cannot be opened, read or written: locked, read-only, damaged, newer than this program, or no library."""

    def __init__(self, message: Message, fault: LibraryFault | None = None) -> None:
        super().__init__(message)
        self.fault = fault
        """None where the file is all right, and what is in the way may go: a lock, a permission, a full disk."""


class UsageError(ReaderError):
    """A command line, a date or a query that cannot be understood."""
