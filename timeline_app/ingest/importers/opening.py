"""Opening files that may be anything: regular files only, within a size limit, and never waiting for one."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline_app.ingest.importers.part import Part

MAX_BYTES = 64 * 1024 * 1024
"""The largest text taken in as one article, and the largest record, after decompression. A long novel is 3 MB."""

_DIGESTED_WHOLE, _PIECES, _PIECE_BYTES = 16 * 1024 * 1024, 32, 64 * 1024

GZIP_MAGIC = b"\x1f\x8b"

_NO_WAITING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """A file that cannot be read; `reason` is for the reader."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading in binary.

    The kind is asked of the open file, not of its name, so that nothing can be put in its place between the two; opening does
    not wait for the other end of a named pipe.

    Raises:
        UnreadableError: It is gone, may not be read, or is no regular file.
    """
    try:
        descriptor = os.open(path, _NO_WAITING)
        try:
            mode = os.fstat(descriptor).st_mode
            stream = os.fdopen(descriptor, "rb") if stat.S_ISREG(mode) else None
        except BaseException:
            os.close(descriptor)
            raise
        if stream is not None:
            with stream:
                yield stream
                return
        os.close(descriptor)
    except (OSError, ValueError) as error:
        raise UnreadableError(why(error)) from error
    raise UnreadableError(_not_regular(mode))


def digest_of(path: Path) -> bytes:
    """Return what a file is known by wherever it is: 16 bytes of the SHA-256 of its size and its bytes.

    Of a large file only pieces are looked at, from its beginning to its end.

    Raises:
        UnreadableError: As `opened`.
    """
    with opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        digest = hashlib.sha256(size.to_bytes(8, "big"))
        try:
            if size <= _DIGESTED_WHOLE:
                digest.update(stream.read())
            else:
                for number in range(_PIECES):
                    stream.seek((size - _PIECE_BYTES) * number // (_PIECES - 1))
                    digest.update(stream.read(_PIECE_BYTES))
        except OSError as error:
            raise UnreadableError(why(error)) from error
    return digest.digest()[:16]


@contextmanager
def uncompressed(path: Path) -> Iterator[BinaryIO]:
    """Open a file as `opened` does and see through gzip.

    Raises:
        UnreadableError: As `opened`, or the compressed data is damaged.
    """
    with opened(path) as raw:
        magic = raw.read(2)
        raw.seek(0)
        if magic != GZIP_MAGIC:
            yield raw
            return
        import gzip

        try:
            with gzip.GzipFile(fileobj=raw, mode="rb") as stream:
                yield cast("BinaryIO", stream)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise UnreadableError(
                message(QT_TRANSLATE_NOOP("Message", "The compressed file is damaged or cut off."))
            ) from error


@contextmanager
def stream_of(part: Part) -> Iterator[BinaryIO]:
    """Open what a part stands for, decompressed: its own bytes where it brings them, else its whole file.

    Raises:
        UnreadableError: As `uncompressed`.
    """
    if part.data is not None:
        yield io.BytesIO(part.data)
        return
    with uncompressed(part.path) as stream:
        yield stream


def content_of(part: Part, limit: int | None = None) -> bytes:
    """Return the bytes that a part stands for, decompressed.

    Raises:
        UnreadableError: As `uncompressed`, or there are more than `limit`, which is `MAX_BYTES` where none is given.
    """
    limit = MAX_BYTES if limit is None else limit
    with stream_of(part) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(too_large(limit))
    return data


def too_large(limit: int | None = None) -> Message:
    """Return the sentence for what is over a limit in bytes, `MAX_BYTES` where none is given."""
    limit = MAX_BYTES if limit is None else limit
    return message(
        QT_TRANSLATE_NOOP("Message", "It is larger than {limit} MB, the limit for one article."),
        limit=limit // (1024 * 1024),
    )


def why(error: OSError | ValueError) -> Message:
    """Say in one sentence why the system did not give a file."""
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return message(
            QT_TRANSLATE_NOOP("Message", "It is not there (moved or deleted, or a link that leads nowhere).")
        )
    if number in {errno.EACCES, errno.EPERM}:
        return message(QT_TRANSLATE_NOOP("Message", "You do not have permission to read it."))
    if number == errno.ELOOP:
        return message(QT_TRANSLATE_NOOP("Message", "It is a link that leads back to itself."))
    if number == errno.EISDIR:
        return message(QT_TRANSLATE_NOOP("Message", "It is a folder."))
    if number == errno.ENXIO:
        return _not_regular(stat.S_IFSOCK)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return message(QT_TRANSLATE_NOOP("Message", "The system could not read it: {reason}."), reason=reason)


def _not_regular(mode: int) -> Message:
    if stat.S_ISDIR(mode):
        return message(QT_TRANSLATE_NOOP("Message", "It is a folder."))
    return message(QT_TRANSLATE_NOOP("Message", "It is a pipe, a socket or a device, not a file."))
