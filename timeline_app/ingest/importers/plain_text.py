"""Plain text: the form "date YYYY-MM-DD first paragraph", a headline with a date line below it, or just an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.ingest.importers.cleaning import clean
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.opening import content_of
from timeline_app.ingest.importers.stated_dates import read_day
from timeline_app.ingest.importers.titles import BYLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part

_DATE_FIRST = re.compile(
    r"\s*date:?[ \t]+(?P<date>-?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T\d\d:\d\d\S{0,20})?|\d{8})(?:\s+|\Z)", re.IGNORECASE
)
_LABEL = re.compile(r"(?:date|published|posted|dated)(?: on)?:?\s+", re.IGNORECASE)
_HEADING_LINES = 5
_LONGEST_HEADLINE = 500


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read one article of plain text."""
    text = clean(decode(content_of(part)))
    if (match := _DATE_FIRST.match(text)) is not None:
        yield from compose(part, text[match.end() :], Fields(dates=(match["date"],)), DateOrigin.HEADER)
    else:
        fields, body = _heading(text)
        yield from compose(part, body, fields, DateOrigin.HEADER)


def _heading(text: str) -> tuple[Fields, str]:
    """Split a heading off: an optional headline, bylines and a line that is only a date, in the first lines."""
    title, author, rest = "", "", text
    for _ in range(_HEADING_LINES):
        line, _, rest = rest.lstrip("\n").partition("\n")
        line = line.strip()
        if line and read_day(_LABEL.sub("", line, count=1)) is not None:
            return Fields(title=title, author=author, dates=(_LABEL.sub("", line, count=1),)), rest
        if BYLINE.fullmatch(line):
            author = line.split(" ", 1)[1]
        elif not title and 0 < len(line) <= _LONGEST_HEADLINE:
            title = line
        elif line:
            break
    return Fields(), text
