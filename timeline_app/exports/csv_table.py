"""CSV for spreadsheets (RFC 4180, UTF-8 with a byte order mark), safe against formula injection and read back without loss.

A spreadsheet runs a cell that begins with "=", "+", "-" or "@" as a formula, whoever wrote the article. Every cell whose first
character that is not blank is one of these (or its full-width form), or that begins with a tab or a line break, gets an apostrophe
in front; so does one that begins with an apostrophe, so that taking one apostrophe off gives back every cell as it was.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import chain
from typing import TYPE_CHECKING, TextIO

from timeline_app.domain.correction import EventKey
from timeline_app.domain.edtf import format_edtf, iso_bounds
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.exports.dates import optional, optional_from, period_from
from timeline_app.exports.event import Citation, Claim, Evidence, ExportedEvent, Heading, Say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = (
    "date", "from", "to", "granularity", "approximate", "title", "kind", "participants", "quotation",
    "outlet", "author", "article", "published", "published_granularity", "url", "language",
    "source", "start", "end", "sha256", "stated", "explanation", "assumed", "confidence",
    "article_date", "article_granularity", "article_sha256", "evidence", "ordinal",
    "tags", "note", "starred",
)  # fmt: skip

_MARK = "\ufeff"
_LONGEST_CELL = 2**31 - 1
_UNSAFE = re.compile(r"['\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return "'" + cell if _UNSAFE.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell that `guard` was given."""
    return cell.removeprefix("'")


def write(events: Iterable[ExportedEvent], _heading: Heading, _say: Say) -> Iterator[str]:
    """Write a line of column names and a line for each event."""
    buffer = io.StringIO(newline="")
    # Every cell in quotation marks: a lone carriage return or NUL within one is then nobody's end of line.
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writerow(COLUMNS)
    yield buffer.getvalue()
    for event in events:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([guard(cell) for cell in _cells(event)])
        yield buffer.getvalue()


def read(file: TextIO) -> Iterator[ExportedEvent]:
    """Read events back as they were. Columns are found by name: their order may be another and others may stand between.

    Raises:
        ValueError, KeyError, TypeError: It is no such export.
    """
    for cells in _rows(file):
        citation = Citation(
            cells["article"],
            cells["outlet"],
            cells["author"],
            optional_from(cells["published"], cells["published_granularity"]),
            cells["url"],
            cells["language"],
        )
        yield ExportedEvent(
            EventKey(cells["article_sha256"], cells["evidence"], int(cells["ordinal"])),
            cells["title"],
            EventKind(cells["kind"]),
            period_from(cells["date"], cells["granularity"]),
            optional_from(cells["article_date"], cells["article_granularity"]),
            cells["stated"],
            cells["explanation"],
            cells["assumed"] == "yes",
            float(cells["confidence"]),
            _participants(cells["participants"]),
            citation,
            _evidence(cells),
            tuple(_items(cells.get("tags", ""))),
            cells.get("note", ""),
            cells.get("starred") == "yes",
        )


def read_claims(file: TextIO) -> Iterator[Claim]:
    """Read what can be verified: needs only the columns about the evidence."""
    return (Claim(cells["title"], cells["date"], _evidence(cells)) for cells in _rows(file))


def _rows(file: TextIO) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_LONGEST_CELL)
    first = file.readline().removeprefix(_MARK)
    # Where the comma is the decimal sign, a spreadsheet saves tables with semicolons.
    between = ";" if first.count(";") > first.count(",") else ","
    lines = csv.reader(chain([first], file), delimiter=between, strict=True)
    try:
        names = next(lines, [])
        missing = {"title", "date", "source", "start", "end", "quotation", "sha256"} - set(names)
        if missing:
            raise ValueError(f"columns are missing: {', '.join(sorted(missing))}")
        for line in lines:
            if line:
                yield dict(zip(names, map(unguard, line), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _evidence(cells: dict[str, str]) -> Evidence:
    span = (int(cells["start"]), int(cells["end"])) if cells["start"] else None
    return Evidence(cells["source"], cells["quotation"], span, cells["sha256"])


def _cells(event: ExportedEvent) -> tuple[str, ...]:
    first, last = iso_bounds(event.period)
    citation, evidence, key = event.citation, event.evidence, event.key
    start, end = ("", "") if evidence.span is None else map(str, evidence.span)
    return (
        format_edtf(event.period), first or "", last or "", event.period.granularity.label,
        _yes(event.period.approximate), event.title, str(event.kind), _names(event.participants), evidence.quotation,
        citation.outlet, citation.author, citation.title, *optional(citation.published), citation.url, citation.language,
        evidence.source, start, end, evidence.sha256, event.stated, event.explanation, _yes(event.assumed),
        str(event.confidence), *optional(event.article_period), key.article, key.evidence, str(key.ordinal),
        "; ".join(map(_escaped, event.tags)), event.note, _yes(event.starred),
    )  # fmt: skip


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _names(participants: tuple[tuple[str, ParticipantKind], ...]) -> str:
    """Write "Jens Stoltenberg (person); NATO (organisation)"; a semicolon or backslash of a name follows a backslash."""
    return "; ".join(f"{_escaped(name)} ({kind})" for name, kind in participants)


def _escaped(item: str) -> str:
    return re.sub(r"([\\;])", r"\\\1", item)


def _items(cell: str) -> Iterator[str]:
    """Yield what semicolons separate, backslashes taken out."""
    for at, item in enumerate(re.findall(r"(?:\\.|[^\\;])+", cell, re.DOTALL)):
        yield re.sub(r"\\(.)", r"\1", item[1 if at else 0 :], flags=re.DOTALL)


def _participants(cell: str) -> tuple[tuple[str, ParticipantKind], ...]:
    found = []
    for item in _items(cell):
        name, _, kind = item.rpartition(" (")
        found.append((name, ParticipantKind(kind.removesuffix(")"))))
    return tuple(found)
