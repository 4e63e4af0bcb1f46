"""Reading members of zip files into memory within limits: nothing is written, and a small file cannot become a large one."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from timeline_app.ingest.importers.opening import MAX_BYTES, UnreadableError, too_large
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from zipfile import ZipInfo

MAX_RATIO = 200
"""How many times larger than it is packed a member may be; repetitive tables reach 50."""

RATIO_FROM = 8 * 1024 * 1024
"""Bytes below which the ratio is not asked: a few blanks pack well and harm nobody."""

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile raises for files that are damaged, encrypted or packed in a way that it does not know."""

_BLOCK = 256 * 1024


def read_member(archive: zipfile.ZipFile, member: ZipInfo | str) -> bytes:
    """Return a member's bytes. What its header says of its size is not believed: the bytes are counted.

    Raises:
        UnreadableError: It grows beyond `MAX_BYTES`, or beyond `MAX_RATIO` times its packed size.
        zipfile.BadZipFile: or another of `DAMAGE`.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    blocks: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while block := stream.read(_BLOCK):
            blocks.append(block)
            size += len(block)
            if size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1):
                raise UnreadableError(
                    message(QT_TRANSLATE_NOOP("Message", "It unpacks to far more than it is; it was left out."))
                )
            if size > MAX_BYTES:
                raise UnreadableError(too_large())
    return b"".join(blocks)
