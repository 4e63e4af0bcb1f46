"""Records whose shape is a known program's own: CSL-JSON of reference managers, events of TimelineJS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

Record = Mapping[object, object]


def normalised(record: Record) -> Record:
    """Return a record with fields under common names where its shape is known, else as it is."""
    if isinstance(record.get("start_date"), Mapping) or ("year" in record and "title" in record):
        return _of_timeline(record)
    if _is_record(record.get("issued")) or "container-title" in record:
        return _of_reference(record)
    return record


def _of_timeline(record: Record) -> Record:
    """An event of TimelineJS, from JSON or a row of a table: its date is in parts, which may be numbers or texts."""
    parts, words = record.get("start_date"), record.get("text")
    parts = parts if _is_record(parts) else record
    found: dict[object, object] = {"date": _date(parts.get("year"), parts.get("month"), parts.get("day"))}
    if _is_record(words):
        found |= {"title": words.get("headline"), "text": words.get("text")}
    else:
        found |= {"title": record.get("title"), "text": words}
    return found | {"url": record.get("url")}


def _of_reference(record: Record) -> Record:
    """An item of CSL-JSON."""
    issued = record.get("issued")
    date: object = issued
    if _is_record(issued):
        parts = issued.get("date-parts")
        first = parts[0] if isinstance(parts, list) and parts else []
        date = (
            _date(*(first + [None] * 3)[:3])
            if isinstance(first, list) and first
            else issued.get("raw") or issued.get("literal")
        )
    names = record.get("author")
    return {
        "title": record.get("title"),
        "text": record.get("abstract") or record.get("note"),
        "date": date,
        "author": [_name(name) for name in names[:50]] if isinstance(names, list) else names,
        "outlet": record.get("container-title") or record.get("publisher"),
        "url": record.get("URL"),
        "language": record.get("language"),
    }


def _name(name: object) -> object:
    if not _is_record(name):
        return name
    return name.get("literal") or " ".join(str(name[part]) for part in ("given", "family") if name.get(part))


def _date(year: object, month: object = None, day: object = None) -> str:
    """Write a date of two or three parts, or of one, as ISO 8601 does; years before 1 as EDTF counts them."""
    numbers = [str(part).strip() for part in (year, month, day) if isinstance(part, str | int) and part != ""]
    if not numbers or not all(number.lstrip("-").isdigit() and len(number) <= 9 for number in numbers):
        return " ".join(numbers)
    first = int(numbers[0])
    text = f"{'-' if first < 0 else ''}{abs(first):04d}"
    return "-".join([text, *(f"{int(number):02d}" for number in numbers[1:])])


def _is_record(value: object) -> TypeGuard[Record]:
    return isinstance(value, Mapping)
