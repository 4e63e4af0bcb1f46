"""JSON Lines, compressed or not: a record a line. Large files are cut into parts at line ends."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers.encodings import decode, has_byte_order_mark, wide_encoding
from timeline_app.ingest.importers.json_records import parse, read_record
from timeline_app.ingest.importers.opening import MAX_BYTES, content_of, opened, stream_of, too_large
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from timeline_app.ingest.importers.part import Part
    from timeline_app.ingest.importers.sample import Sample

PART_BYTES = 128 * 1024
"""Bytes of records that one worker reads at a time: some 30 articles, a fraction of a second."""

_FIRST_PART_BYTES, _GROWTH = 16 * 1024, 4
"""The first parts are small, so that their articles are seen soon."""


def recognises(sample: Sample) -> bool:
    """Tell JSON Lines by a first line that is a whole JSON object."""
    first, end, _ = sample.text.lstrip().partition("\n")
    if not first.startswith("{"):
        return False
    if not end:  # a document on one line, unless the name says otherwise
        return sample.ending in {".jsonl", ".ndjson"}
    try:
        return isinstance(parse(first), dict)
    except ValueError:
        return False


def split(part: Part, sample: Sample) -> Iterator[Part | ImportIssue]:
    """Cut the file into parts of about `PART_BYTES`, in one pass over its lines."""
    if wide_encoding(sample.head) is not None or (
        has_byte_order_mark(sample.head) and not sample.head.startswith(b"\xef\xbb\xbf")
    ):
        yield replace(part, data=decode(content_of(part)).encode("utf-8", "surrogatepass"))
        return
    with stream_of(part) as stream:
        yield from _cut(stream, part, sample)


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read the records of a part; one that cannot be read costs itself only."""
    for number, line in enumerate(_bytes_of(part).split(b"\n"), part.first_line):
        if not line.strip(b" \t\r\0"):
            continue
        try:
            record = parse(decode(line))
        except ValueError as error:
            reason = message(
                QT_TRANSLATE_NOOP("Message", "The line is not valid JSON: {reason}."), reason=str(error).split(":")[0]
            )
            yield ImportIssue(part.source_of(str(number)), reason)
            continue
        yield from read_record(part, record, str(number))


def divide(part: Part) -> list[Part]:
    """Return a part a record, for finding the one that a worker died of."""
    lines = enumerate(_bytes_of(part).split(b"\n"), part.first_line)
    return [
        replace(part, data=line, start=0, end=None, first_line=number, record=str(number), size=0)
        for number, line in lines
        if line.strip()
    ]


def _bytes_of(part: Part) -> bytes:
    if part.data is not None:
        return part.data
    with opened(part.path) as stream:
        stream.seek(part.start)
        return stream.read(-1 if part.end is None else part.end - part.start)


def _cut(stream: BinaryIO, whole: Part, sample: Sample) -> Iterator[Part | ImportIssue]:
    start, line, told = 0, 1, 0
    while block := stream.read(min(PART_BYTES, _FIRST_PART_BYTES + start // _GROWTH)):
        if not block.endswith(b"\n"):
            block += stream.readline(MAX_BYTES)
        end, lines = start + len(block), block.count(b"\n")
        # The place in the compressed file tells how far we are; reading ahead makes it a little early.
        here = os.lseek(stream.fileno(), 0, os.SEEK_CUR) if whole.data is None else whole.size
        size, told = here - told, here
        if len(block) > MAX_BYTES:
            yield ImportIssue(whole.source_of(str(line + lines)), too_large())
            while (rest := stream.readline(PART_BYTES)) and not rest.endswith(b"\n"):
                end += len(rest)
            end, lines = end + len(rest), lines + 1
        elif sample.is_compressed:
            yield replace(whole, data=block, first_line=line, size=size)
        else:
            yield replace(whole, start=start, end=end, first_line=line, size=size)
        start, line = end, line + lines
