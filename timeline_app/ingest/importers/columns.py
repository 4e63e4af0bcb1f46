"""Which column of a table is what: by the name at its head, else by what stands in it."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from timeline_app.ingest.importers.fields import known_field
from timeline_app.ingest.importers.stated_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_NAME = 60
_TIMELINE_NAMES = {
    "year": "year", "month": "month", "day": "day", "time": "time", "headline": "title", "text": "text", "type": "slide",
}  # fmt: skip
"""The columns of TimelineJS, which writes the parts of a date apart."""

_WANTED = ("date", "text", "title")


def canonical_names(rows: Sequence[Sequence[str]]) -> tuple[list[str], bool, bool]:
    """Return a field's name for each column ("" for none), whether the first row is a head, and whether anything was guessed."""
    if not rows:
        return [], False, False
    head = [cell.strip() for cell in rows[0]]
    lowered = [name.lower() for name in head]
    if {"year", "month", "headline"} <= set(lowered):
        return [_TIMELINE_NAMES.get(name, "") for name in lowered], True, False
    names = _best_names(head)
    found = set(names)
    has_head = bool(found & {"date", "text", "title", "url"}) or _looks_like_head(rows)
    if not has_head:
        names = [""] * max(map(len, rows))
    body = rows[1:] if has_head else rows
    guessed = False
    for field in _WANTED:
        # A table with a date and a title is complete; without a text or a title there is no article.
        if field not in names and not (field in {"text", "title"} and "title" in names and "text" in names):
            column = _guess(field, names, body)
            if column is not None:
                names[column], guessed = field, True
    return names, has_head, guessed


def _best_names(head: Sequence[str]) -> list[str]:
    """Return the known field of each column; of several for one field the others keep their own names, less good ones."""
    names: list[str] = []
    for name in head:
        known = known_field(name) if len(name) <= _LONGEST_NAME else None
        names.append("" if known is None else known if known not in names else _plain(name))
    return names


def _plain(name: str) -> str:
    letters = "".join(c for c in name.lower() if c.isascii() and c.isalpha())
    return "" if letters in _WANTED else letters


def _looks_like_head(rows: Sequence[Sequence[str]]) -> bool:
    """Tell a first row of short words, of which none is a date, above a row where one is or that is much longer."""
    if len(rows) < 2 or any(read_date(cell.strip()) is not None or len(cell) > _LONGEST_NAME for cell in rows[0]):
        return False
    below = rows[1]
    return any(read_date(cell.strip()) is not None for cell in below) or sum(map(len, below)) > 3 * sum(
        map(len, rows[0])
    )


def _guess(field: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    free = [number for number, name in enumerate(names) if not name]
    cells = {
        number: [row[number].strip() for row in rows if number < len(row) and row[number].strip()] for number in free
    }
    cells = {number: values for number, values in cells.items() if values}
    if field == "date":
        dated = (n for n, values in cells.items() if all(_is_day(value) for value in values))
        return next(dated, None)
    words = {n: fmean(map(len, values)) for n, values in cells.items() if any(" " in value for value in values)}
    longest = max(words, key=lambda n: words[n], default=None)
    if field == "text":
        return longest if longest is not None and words[longest] > 40 else None
    return longest if longest is not None and words[longest] < 300 else None


def _is_day(value: str) -> bool:
    return not value.isdigit() and read_date(value) is not None
