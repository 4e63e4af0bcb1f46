"""Tables in CSV or TSV: a record a row, columns known by the names at their heads, else guessed from what is in them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, ImportIssue, IssueKind, TableColumns
from timeline_app.ingest.importers.columns import canonical_names
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import known_field
from timeline_app.ingest.importers.json_records import read_record
from timeline_app.ingest.importers.opening import MAX_BYTES, UnreadableError, content_of, stream_of, too_large
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from timeline_app.ingest.importers.part import Part
    from timeline_app.ingest.importers.sample import Sample

PART_BYTES = 256 * 1024
"""Bytes of rows that one worker reads at a time."""

_DELIMITERS = ",;\t|"
_EXCEL_DAY = re.compile(r"([1-9]\d{4})(?:[.,]\d+)?")
_EXCEL_START = dt.date(1899, 12, 30)
"""Day 0 of Excel's day numbers, counting the 29 February 1900 that it believes in."""


def recognises(sample: Sample) -> bool:
    """Tell a table by a first line of column names, among them one for a date and one for a text or title."""
    first = sample.text.lstrip("\ufeff\r\n").partition("\n")[0].strip()
    known = {known_field(name) for name in _cells(first, _delimiter(first))} if len(first) < 2000 else set()
    return "date" in known and bool(known & {"text", "title"})


def split(part: Part, sample: Sample) -> Iterator[Part | ImportIssue]:
    """Cut the table into parts at ends of rows; each part gets a line of column names as this program knows them."""
    if not _is_utf_8(sample.head):
        part = replace(part, data=decode(content_of(part)).encode("utf-8", "replace"))
    text = sample.text.lstrip("\ufeff")
    delimiter = _delimiter(next(iter(text.split("\n", 1)), ""))
    rows = [row for row in _rows(text, delimiter) if any(cell.strip() for cell in row)][:50]
    rows = rows if sample.is_whole else rows[:-1] or rows
    names, has_head, guessed = canonical_names(rows)
    signature = _signature(rows[0] if rows else [], has_head=has_head)
    said = dict(part.columns).get(signature)
    part = replace(part, columns=())
    if said is not None and len(said) >= len(names):
        names, guessed = list(said), False
    if sample.is_whole and len(rows) <= has_head:
        yield ImportIssue(part.source, message(QT_TRANSLATE_NOOP("Message", "The table has no rows.")))
        return
    if guessed:
        reason = QT_TRANSLATE_NOOP("Message", "Its columns had to be guessed: {columns}.")
        columns = ", ".join(f"{name} = {number}" for number, name in enumerate(names, start=1) if name)
        heads = [cell.strip() for cell in rows[0]] + [""] * (len(names) - len(rows[0]))
        table = TableColumns(signature, tuple(heads), tuple(names))
        yield ImportIssue(part.source, message(reason, columns=columns), IssueKind.NOTED, table)
    head = (delimiter.join(name or "-" for name in names) + delimiter + "\n").encode("utf-8")
    with stream_of(part) as stream:
        first = True
        for number, block in _blocks(stream):
            if len(block) > MAX_BYTES:
                yield ImportIssue(part.source_of(str(number)), too_large())
                return
            body = block.removeprefix(b"\xef\xbb\xbf") if first else block
            if first and has_head:
                body = _without_first_row(body)
            size = part.size if first else 0
            yield replace(
                part, data=head + body, first_line=number if has_head and not first else number + 1, size=size
            )
            first = False


def _signature(row: list[str], *, has_head: bool) -> str:
    """Return what tables with the same columns have in common: the names at their heads, else how many they are."""
    return "\x1f".join(cell.strip().casefold() for cell in row) if has_head else f"{len(row)} columns"


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read the rows of a part; one that cannot be read costs itself only."""
    names, _, rows = _table(part)
    row: list[str] = []
    for number, row in enumerate(rows, part.first_line):
        if any(cell.strip() for cell in row):
            yield from read_record(part, _record(names, row), str(number))
    # A text over several lines, up to the very end, and an odd number of quotation marks: one was never closed.
    if row and "\n" in row[-1].strip() and content_of(part).count(b'"') % 2:
        reason = QT_TRANSLATE_NOOP(
            "Message", "A quotation mark in it is never closed: what follows was taken for one text."
        )
        yield ImportIssue(part.source, message(reason), IssueKind.NOTED)


def divide(part: Part) -> list[Part]:
    """Return a part a row."""
    names, delimiter, rows = _table(part)
    found = []
    for number, row in enumerate(rows, part.first_line):
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows([[*names, ""], row])
        found.append(replace(part, data=text.getvalue().encode("utf-8"), first_line=number, size=0))
    return found


def _table(part: Part) -> tuple[list[str], str, Iterator[list[str]]]:
    head, _, body = content_of(part).decode("utf-8", "replace").partition("\n")
    delimiter = head[-1:] or ","
    return head[:-1].split(delimiter), delimiter, _rows(body, delimiter)


def _record(names: list[str], row: list[str]) -> dict[str, object]:
    """Return a row's cells by the names of their columns, the first of each name; Excel's day numbers become days."""
    record: dict[str, object] = {}
    for name, cell in zip(names, row, strict=False):
        if name != "-" and cell.strip():
            record.setdefault(name, cell.strip() if name != "text" else cell)
    date = record.get("date")
    if isinstance(date, str) and (day := _EXCEL_DAY.fullmatch(date)) is not None:
        record["date"] = _EXCEL_START + dt.timedelta(days=int(day[1]))
    return record


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a text; the module's limit for a field is raised to ours, a NUL is no letter."""
    csv.field_size_limit(MAX_BYTES)
    try:
        yield from csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "Its rows are damaged."))) from error


def _blocks(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield blocks of whole rows with the number of the first: a line end within quotes is no end of a row."""
    lines: list[bytes] = []
    size, quotes, row, first = 0, 0, 1, 1
    while line := stream.readline(MAX_BYTES + 1):
        lines.append(line)
        size += len(line)
        quotes += line.count(b'"')
        if quotes % 2 == 0:
            row += 1
        if (size >= PART_BYTES and quotes % 2 == 0) or size > MAX_BYTES:
            yield first, b"".join(lines)
            lines, size, first = [], 0, row
    if lines:
        yield first, b"".join(lines)


def _without_first_row(block: bytes) -> bytes:
    start, quotes = 0, 0
    while (end := block.find(b"\n", start)) != -1:
        quotes += block.count(b'"', start, end)
        start = end + 1
        if quotes % 2 == 0:
            return block[start:]
    return block.partition(b"\n")[2]  # a quote that nothing closes: the line is the row


def _delimiter(line: str) -> str:
    """Return the sign that stands most often between names in the first line."""
    bare = re.sub(r'"[^"]*"', "", line[:4096])
    return max(_DELIMITERS, key=lambda sign: (bare.count(sign), -_DELIMITERS.index(sign)))


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.split(delimiter)]


def _is_utf_8(head: bytes) -> bool:
    if b"\0\0" in head[:4] or head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[1:2] == b"\0":
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True
