"""The unit of reading: what one worker reads by itself, so that memory stays bounded and all cores get work."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or some of the records of a file that holds many. Picklable.

    `format` names an entry of the table of formats. `start` and `end` bound a byte range of the file, `end` None for all of it;
    `data` holds the bytes themselves where the file cannot be entered in the middle, such as a compressed one. `members` are the
    names that lead to a member of an archive, outermost first. `first_line` is the number of the first line or record, from 1;
    `record` names the only record of a part that was cut down to one. `size` is how many bytes of its file the part stands for:
    the measure of progress. `columns` are what the reader said of the columns of tables, by their signatures.
    """

    path: Path
    format: str
    start: int = 0
    end: int | None = None
    data: bytes | None = None
    members: tuple[str, ...] = ()
    first_line: int = 1
    record: str = ""
    size: int = 0
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def source(self) -> str:
        """The file's path as text that can be shown and stored: a name that is not valid UTF-8 is written with escapes."""
        return self.source_of(self.record)

    def source_of(self, record: str) -> str:
        """The same for a record of the file: its name or number follows a "#", that of a member of an archive before it."""
        return "#".join(filter(None, (printable(self.path), *map(shown, self.members), shown(record))))

    @property
    def stem(self) -> str:
        """The name of the file, or of the member of an archive, without folders and ending."""
        return PureWindowsPath(self.members[-1]).stem if self.members else self.path.stem


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive, in memory. `size` is how many bytes of the archive it takes."""

    name: str
    data: bytes
    size: int


def printable(path: Path) -> str:
    r"""Return a path as valid text; bytes of a name that are no UTF-8 become ``\xff``, control characters their escapes."""
    return shown(os.fsencode(path).decode("utf-8", "backslashreplace"))


def shown(name: str) -> str:
    """Return a name as text that can be shown and stored: control characters and half surrogates become their escapes."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
