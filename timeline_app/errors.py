"""Errors that are the reader's to mend, as opposed to bugs.

A `ReaderError` is shown as its one sentence, never with a traceback. Any other exception that reaches the top is a bug and is
logged in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.messages import Message


class ReaderError(Exception):
    """Something the reader can understand and act on: a locked library, a missing folder, a full disk."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class LibraryError(ReaderError):
    """A library that cannot be opened, read or written: locked, read-only, damaged, newer than this program, or no library."""


class UsageError(ReaderError):
    """A command line, a date or a query that cannot be understood."""
