"""The beginning of a file: what its format is told by."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from timeline_app.ingest.importers.encodings import decode, has_byte_order_mark, wide_encoding
from timeline_app.ingest.importers.opening import GZIP_MAGIC, opened, uncompressed

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 64 * 1024
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.03
_MOST_CONTROLS_IN_UTF_8 = (
    0.3  # bytes that are sound UTF-8 are hardly anything else, whatever went wrong in writing them
)


@dataclass(frozen=True, slots=True)
class Sample:
    """The first bytes of a file, decompressed, and the same as text without a byte order mark.

    `ending` is that of its name, lower case, without the one of compression (".jsonl"); `size` is that of the file on disk.
    """

    head: bytes
    text: str
    ending: str
    size: int
    is_compressed: bool
    is_whole: bool

    @property
    def is_binary(self) -> bool:
        """True for bytes that are no text: full of zeros or control characters."""
        if has_byte_order_mark(self.head) or wide_encoding(self.head) is not None:
            return False
        head = self.head[:4096]
        controls = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
        return controls > len(head) * (_MOST_CONTROLS_IN_UTF_8 if _is_utf_8(self.head) else _MOST_CONTROLS)


def _is_utf_8(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # the sample may end within a letter
    return True


def sample_of(path: Path) -> Sample:
    """Read the beginning of a file.

    Raises:
        UnreadableError: It cannot be read.
    """
    with opened(path) as raw:
        size = os.fstat(raw.fileno()).st_size
        is_compressed = raw.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    with uncompressed(path) as stream:
        head = stream.read(_BYTES + 1)
    endings = [suffix.lower() for suffix in path.suffixes]
    if is_compressed and endings and endings[-1] in {".gz", ".gzip"}:
        endings.pop()
    return _sample(head, endings[-1] if endings else "", size, is_compressed=is_compressed)


def sample_of_member(name: str, data: bytes, size: int) -> Sample:
    """Take the beginning of a member of an archive that is in memory; `size` is the part of the archive that it takes."""
    return _sample(data[: _BYTES + 1], PurePosixPath(name).suffix.lower(), size, is_compressed=True)


def _sample(head: bytes, ending: str, size: int, *, is_compressed: bool) -> Sample:
    is_whole = len(head) <= _BYTES
    head = head[:_BYTES]
    if not is_whole and b"\n" in head[-4096:]:
        head = head[: head.rindex(b"\n") + 1]  # a letter cut in two would be taken for another encoding
    # What tells formats apart is ASCII whatever the letters are, so they need no detecting here.
    return Sample(head, decode(head, declared="latin-1"), ending, size, is_compressed, is_whole)
