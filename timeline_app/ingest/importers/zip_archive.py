"""Zip archives: every member is told and read as a file would be, in memory; nothing is ever extracted to a disk."""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.ingest.importers.folders import left_out
from timeline_app.ingest.importers.opening import GZIP_MAGIC, UnreadableError, content_of, opened
from timeline_app.ingest.importers.part import Member
from timeline_app.ingest.importers.unpacking import DAMAGE, MAX_RATIO, RATIO_FROM, read_member
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part

MAX_DEPTH = 2
"""An archive, and archives in it; what is nested deeper is left out."""

MAX_MEMBERS = 200_000


def members(part: Part) -> Iterator[Member | ImportIssue]:
    """Yield the archive's files one by one, in its own order; their names are only shown, never used as paths."""
    if len(part.members) >= MAX_DEPTH:
        reason = QT_TRANSLATE_NOOP("Message", "It is an archive in an archive in an archive; it was left out.")
        raise UnreadableError(message(reason))
    damaged = message(QT_TRANSLATE_NOOP("Message", "The archive is damaged."))
    try:
        with _opened(part) as archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _refuse_bomb(infos)
            for number, info in enumerate(infos, start=1):
                yield _member(part, archive, info, info.filename or str(number))
            if not infos:
                yield ImportIssue(part.source, message(QT_TRANSLATE_NOOP("Message", "It holds no files.")))
    except DAMAGE as error:
        raise UnreadableError(damaged) from error


def _member(part: Part, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Member | ImportIssue:
    source = part.source_of(name)
    skipped = next(filter(None, map(left_out, set(PurePosixPath(name).parts) - {".", ".."})), None)
    if skipped is not None:
        return ImportIssue(source, skipped, IssueKind.SKIPPED)
    if info.flag_bits & 1:
        return ImportIssue(source, message(QT_TRANSLATE_NOOP("Message", "It is encrypted.")))
    if info.external_attr >> 28 == 0o12:
        return ImportIssue(source, message(QT_TRANSLATE_NOOP("Message", "It is a link, not a file.")))
    try:
        data = read_member(archive, info)
        if data.startswith(GZIP_MAGIC):
            data = _gunzipped(data)
    except UnreadableError as error:
        return ImportIssue(source, error.reason)
    except DAMAGE:
        return ImportIssue(source, message(QT_TRANSLATE_NOOP("Message", "It is damaged.")))
    # Members of members take nothing of the file by themselves.
    return Member(name, data, 0 if part.members else info.compress_size)


def _refuse_bomb(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive whose own list says that it was made to fill the memory, before anything of it is taken in."""
    stated, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if len(infos) > MAX_MEMBERS or (stated > RATIO_FROM and stated > MAX_RATIO * max(packed, 1)):
        raise UnreadableError(
            message(QT_TRANSLATE_NOOP("Message", "It unpacks to far more than it is; it was left out."))
        )


@contextmanager
def _opened(part: Part) -> Iterator[zipfile.ZipFile]:
    if part.data is not None:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            yield archive
        return
    with opened(part.path) as raw:
        compressed = raw.read(2) == GZIP_MAGIC
        raw.seek(0)
        with zipfile.ZipFile(io.BytesIO(content_of(part)) if compressed else raw) as archive:
            yield archive


def _gunzipped(data: bytes) -> bytes:
    import gzip

    from timeline_app.ingest.importers.opening import MAX_BYTES, too_large

    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        unpacked = stream.read(MAX_BYTES + 1)
    if len(unpacked) > MAX_BYTES:
        raise UnreadableError(too_large())
    return unpacked
