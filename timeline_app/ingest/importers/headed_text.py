"""Text below a block of "Title: ...", "Date: ..." lines, in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.ingest.importers.cleaning import clean
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import known_field, read_fields
from timeline_app.ingest.importers.opening import content_of
from timeline_app.ingest.importers.stated_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part
    from timeline_app.ingest.importers.sample import Sample

_LINE = re.compile(r"[ \t]*(?P<name>[A-Za-z][A-Za-z _-]{0,30}?)[ \t]*:[ \t]*(?P<value>.*)")
_CONTINUED = re.compile(r"[ \t]+\S")
_MOST_LINES = 30
_LONGEST = 8192


def recognises(sample: Sample) -> bool:
    """Tell a text that begins with a header of named fields."""
    return split_header(clean(sample.text[:_LONGEST])) is not None


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read one article below its header."""
    text = clean(decode(content_of(part)))
    header, body = split_header(text) or ({}, text)
    yield from compose(part, body, read_fields(header), DateOrigin.HEADER)


def split_header(text: str) -> tuple[dict[object, object], str] | None:
    """Return the header's fields and what stands below it; None where the text begins otherwise.

    A header is the first block where all its lines are fields, else the leading lines whose names are known; it must state a
    title or a date that can be read, so that the "THE PRESIDENT: ..." of a transcript is not taken for one.
    """
    start = len(text) - len(text.lstrip("\n \t"))
    lines = text[start:].split("\n", _MOST_LINES)
    block = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    fields: dict[object, object] = {}
    last, used = "", 0
    for line in lines[:block]:
        match = _LINE.fullmatch(line)
        if match is not None:
            last = match["name"]
            fields.setdefault(last, match["value"].strip())
        elif last and _CONTINUED.match(line):
            fields[last] = f"{fields[last]} {line.strip()}"
        else:
            break
        used += 1
    if used < block:
        used = _known_lines(lines[:block])
        kept = {_LINE.fullmatch(line)["name"] for line in lines[:used]}  # type: ignore[index]
        fields = {name: value for name, value in fields.items() if name in kept}
    if not any(_tells(str(name), str(value)) for name, value in fields.items()):
        return None
    return fields, "\n".join(lines[used:])


def _known_lines(lines: list[str]) -> int:
    for count, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match is None or known_field(match["name"]) is None:
            return count
    return len(lines)


def _tells(name: str, value: str) -> bool:
    known = known_field(name)
    return (known == "title" and bool(value) and name.lower() != "name") or (
        known == "date" and read_date(value) is not None
    )
