"""Telling a library from other files: a look at the file's first bytes, which leaves no trace.

By SQLite's own hand, because closing any other handle on a library would drop the locks that this process holds on it
(https://sqlite.org/howtocorrupt.html, 2.2). Not by a connection, because that makes side files, and without them takes a library
whose log is not yet written down for a damaged one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import apsw

from timeline_app.library.schema import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY_SUFFIX = ".timeline"

_MAGIC = b"SQLite format 3\0"


class Header(NamedTuple):
    """What a library's first bytes say; see https://sqlite.org/fileformat2.html, 1.3."""

    version: int


def read_header(path: Path) -> Header | None:
    """Return what the header of a library says, None where the file is something else.

    Raises:
        apsw.Error, OSError: The file cannot be read.
    """
    start = _start(path)
    if not start.startswith(_MAGIC) or start[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        return None
    return Header(version=int.from_bytes(start[60:64], "big"))


def is_database(path: Path) -> bool:
    """Tell whether a file begins as all of SQLite's files do, those of other programs among them."""
    return _start(path).startswith(_MAGIC)


def _start(path: Path) -> bytes:
    if not path.is_file():
        return b""
    file = apsw.VFSFile("", str(path.resolve()), [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0])
    try:
        return file.xRead(min(100, file.xFileSize()), 0)
    finally:
        file.xClose()


def is_library(path: Path) -> bool:
    """Tell whether a file is a library, or by its name ought to be one: opening it then says what is wrong with it."""
    if path.suffix == LIBRARY_SUFFIX:
        return path.is_file()
    try:
        return read_header(path) is not None
    except (apsw.Error, OSError, UnicodeEncodeError):
        return False
