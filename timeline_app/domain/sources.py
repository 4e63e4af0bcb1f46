"""Where articles come from, as a library knows it: files, and the imports that read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class FileState(IntEnum):
    """Where a source file stands. The values are stored."""

    READ = 0
    """All that it holds is in the library."""
    BEGUN = 1
    """Its first parts are in the library, the reading of the rest was interrupted."""
    FAILED = 2
    """It could not be read, or some of its records could not."""
    MISSING = 3
    """It is no longer where it was; its articles are kept."""
    TAKEN_BACK = 4
    """The reader took back what came of it: a rescan leaves it alone."""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file is known by.

    Its size in bytes, when it was modified and when its entry changed, in nanoseconds, and a digest of its bytes, empty where
    that was not asked for.
    """

    size: int
    modified: int
    changed: int
    content: bytes = b""

    def has_times_of(self, other: FileStamp) -> bool:
        """Tell whether nothing was done to the file between the two looks, as far as the system knows."""
        return (self.size, self.modified, self.changed) == (other.size, other.modified, other.changed)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the library has read: `stamp` as it was then, None where that is not known; `parts` are how many are in."""

    id: int
    path: str
    state: FileState
    parts: int
    stamp: FileStamp | None


@dataclass(frozen=True, slots=True)
class FileProgress:
    """How far the reading of a file is after a batch.

    `articles` are the fingerprints of all that was found in a file that had been read before, once it is read to its end: what
    the library has of it beside these is no longer in it.
    """

    path: str
    state: FileState
    parts: int
    stamp: FileStamp
    articles: frozenset[bytes] | None = None


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One time that articles were taken in: `started` in seconds since 1970, `sources` what the reader named.

    `is_again` says that it was undone and is being done again.
    """

    id: int
    started: int
    is_ended: bool
    sources: tuple[str, ...]
    articles: int
    is_again: bool = False
