"""Mailboxes of the mbox family: messages one after another, each below a "From sender date" line. Cut into parts at messages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers.mail import read_message
from timeline_app.ingest.importers.opening import MAX_BYTES, UnreadableError, content_of, stream_of, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from timeline_app.ingest.importers.part import Part
    from timeline_app.ingest.importers.sample import Sample

PART_BYTES = 512 * 1024
"""Bytes of messages that one worker reads at a time."""

# A line of a text may begin with "From" too; the separator has a sender, a clock time and a year, and a header below it.
_SEPARATOR = re.compile(rb"From \S{1,320} .{0,60}\d\d:\d\d.{0,40}\d{4}[^\n]{0,20}\r?\n")
_HEADER = re.compile(rb"[!-9;-~]{1,76}:")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def split(part: Part, _sample: Sample) -> Iterator[Part | ImportIssue]:
    """Cut the mailbox into parts of about `PART_BYTES`, in one pass over its lines."""
    total = max(part.size, 1)
    with stream_of(part) as stream:
        pending: list[bytes] = []
        size, first, number = 0, 1, 0
        for mail in _messages(stream):
            number += 1
            if len(mail) > MAX_BYTES:
                yield ImportIssue(part.source_of(str(number)), too_large())
                continue
            if pending and size + len(mail) > PART_BYTES:
                yield replace(part, data=b"".join(pending), first_line=first, size=min(size, total))
                total = max(total - size, 0)
                pending, size = [], 0
            if not pending:
                first = number
            pending.append(mail)
            size += len(mail)
        if pending:
            yield replace(part, data=b"".join(pending), first_line=first, size=total)


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read the messages of a part; one that cannot be read costs itself only."""
    for one in divide(part):
        data = content_of(one).partition(b"\n")[2]
        try:
            yield from read_message(replace(one, record=""), _QUOTED.sub(rb"\1", data), one.record)
        except UnreadableError as error:
            yield ImportIssue(one.source, error.reason)


def divide(part: Part) -> list[Part]:
    """Return a part a message."""
    with stream_of(part) as stream:
        return [
            replace(part, data=mail, first_line=number, record=str(number), size=0)
            for number, mail in enumerate(_messages(stream), part.first_line)
        ]


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the messages with the separators that stand above them; one over the limit is cut off just past it."""
    lines: list[bytes] = []
    held: bytes | None = None
    size, after_blank = 0, True
    while line := stream.readline(PART_BYTES):
        if held is not None:
            if _HEADER.match(line) and lines:
                yield b"".join(lines)
                lines, size = [], 0
            lines.append(held)
            held = None
        if after_blank and _SEPARATOR.fullmatch(line):
            held = line
        elif size <= MAX_BYTES:
            lines.append(line)
            size += len(line)
        after_blank = not line.strip()
    if held is not None:
        lines.append(held)
    if lines:
        yield b"".join(lines)
