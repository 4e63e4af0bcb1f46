"""The columns of a library's events, kept in a file of the program's own cache: mapped into memory, a million are there at once.

The file is a copy of what the library holds and never more than that. It goes by the name of the revision that it was made of, so
that one of another state is not even looked at; it is there whole or not at all; and each column is summed before it is
believed. What is damaged, or cannot be written, is as if it were not there: the library is read instead. Names and words are not
in it: a library on an encrypted disk leaves no more than numbers outside of it.
"""

from __future__ import annotations

import logging
import os
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.event_index import COLUMN_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from timeline_app.library.revision import Revision

_log = logging.getLogger(__name__)

_SUFFIX = ".columns"
_LEAST = 20_000
"""Events below which a library is read as quickly as a file would be."""

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would write line ends of its own."""

_MOST_FILES = 6
"""How many libraries are kept: the ones last written."""

_HEADER = struct.Struct(f"=IIQ{len(COLUMN_TYPES)}I")
_MAGIC = int.from_bytes(b"TMLN", "big")
_LAYOUT = zlib.crc32(repr([(name, np.dtype(dtype).str) for name, dtype in COLUMN_TYPES.items()]).encode())
"""The names, types and byte order of the columns: a file of another version of the program, or machine, is not recognised."""

_ALIGNED = 64
_START = -(-(_HEADER.size + 4) // _ALIGNED) * _ALIGNED


def read_columns(folder: Path, revision: Revision) -> dict[str, Any] | None:
    """Return the columns of a revision, by name and read-only; None where there are none, or damaged ones."""
    path = _path(folder, revision)
    try:
        columns = _mapped(path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, struct.error) as error:
        _log.info("%s is made anew: %s", path, error)
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    return columns


def write_columns(folder: Path, revision: Revision, columns: Mapping[str, NDArray[np.generic]]) -> None:
    """Keep the columns of a revision in place of those of earlier ones, if they are worth it and there is room."""
    if len(columns["ids"]) < _LEAST:
        return
    path = _path(folder, revision)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, columns)
    except OSError as error:
        _log.info("the columns are not kept: %s", error)
    _clear(folder, path, revision)


def _path(folder: Path, revision: Revision) -> Path:
    return folder / f"{revision.library}-{revision.state}{_SUFFIX}"


def _mapped(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        start = file.read(_START)
    header, (checksum,) = start[: _HEADER.size], struct.unpack_from("=I", start, _HEADER.size)
    magic, layout, count, *sums = _HEADER.unpack(header)
    if (magic, layout) != (_MAGIC, _LAYOUT) or zlib.crc32(header) != checksum:
        raise ValueError("the header is not ours")
    places, end = _places(count)
    if path.stat().st_size != end:
        raise ValueError("it is cut short")
    whole = np.asarray(np.memmap(path, np.uint8, "r"))
    columns = {}
    for (name, dtype), place, expected in zip(COLUMN_TYPES.items(), places, sums, strict=True):
        column = whole[place : place + count * np.dtype(dtype).itemsize].view(dtype)
        if zlib.crc32(column.data) != expected:
            raise ValueError(f"{name} is damaged")
        columns[name] = column
    return columns


def _write(path: Path, columns: Mapping[str, NDArray[np.generic]]) -> None:
    """Write a file under another name first: it can be read by its own as soon as it is whole."""
    count = len(columns["ids"])
    places, end = _places(count)
    arrays = [np.ascontiguousarray(columns[name], dtype) for name, dtype in COLUMN_TYPES.items()]
    header = _HEADER.pack(_MAGIC, _LAYOUT, count, *(zlib.crc32(array.data) for array in arrays))
    unfinished = path.with_name(f".{os.getpid()}-{os.urandom(4).hex()}{_SUFFIX}")
    try:
        # Nobody else's to read, whatever the folder allows.
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
            file.write(header + struct.pack("=I", zlib.crc32(header)))
            for place, array in zip(places, arrays, strict=True):
                file.seek(place)
                file.write(array.data)
            file.truncate(end)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def _places(count: int) -> tuple[list[int], int]:
    """Return where each column begins in the file, and where the file ends."""
    places, at = [], _START
    for dtype in COLUMN_TYPES.values():
        places.append(at)
        at += -(-count * np.dtype(dtype).itemsize // _ALIGNED) * _ALIGNED
    return places, at


def _clear(folder: Path, written: Path, revision: Revision) -> None:
    """Delete what is out of date. A file that another window has mapped cannot be deleted on Windows: the next one does."""
    with suppress(OSError):
        others = [path for path in folder.glob(f"*{_SUFFIX}") if path != written]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        kept = [path for path in others if not path.name.startswith((f"{revision.library}-", "."))][: _MOST_FILES - 1]
        for path in others:
            if path not in kept:
                with suppress(OSError):
                    path.unlink()
