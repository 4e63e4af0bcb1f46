"""The table of formats that can be taken away: a new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO, TypeAlias

from timeline_app.exports import csv_table, html_page, icalendar, json_events, markdown, timelinejs
from timeline_app.exports.event import Claim, ExportedEvent, Heading, Say
from timeline_app.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import PurePath

Write: TypeAlias = Callable[[Iterable[ExportedEvent], Heading, Say], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name in commands, its label for a reader (marked for translation), and the endings of its files.

    `write` yields the file's text piece by piece, line ends included; it is to be encoded as UTF-8. `read_claims` reads what can
    be verified, from text with its line ends as they are; None where the format has no place for it.
    """

    name: str
    label: str
    endings: tuple[str, ...]
    write: Write
    read_claims: Callable[[TextIO], Iterator[Claim]] | None = None


FORMATS: tuple[Format, ...] = (
    Format("html", QT_TRANSLATE_NOOP("Message", "Chronology as a web page"), (".html", ".htm"),
           html_page.write, html_page.read_claims),
    Format("markdown", QT_TRANSLATE_NOOP("Message", "Chronology in Markdown"), (".md", ".markdown"),
           markdown.write, markdown.read_claims),
    Format("csv", QT_TRANSLATE_NOOP("Message", "Table for spreadsheets"), (".csv",),
           csv_table.write, csv_table.read_claims),
    Format("json", QT_TRANSLATE_NOOP("Message", "JSON, everything"), (".json",),
           json_events.write, json_events.read_claims),
    Format("ical", QT_TRANSLATE_NOOP("Message", "Calendar"), (".ics",), icalendar.write),
    Format("timelinejs", QT_TRANSLATE_NOOP("Message", "TimelineJS"), (".timelinejs.json",), timelinejs.write),
)  # fmt: skip

BY_NAME = {entry.name: entry for entry in FORMATS}


def format_of(path: PurePath) -> Format | None:
    """Return the format that a file's name ends for, the longest ending first; None where none does."""
    endings = sorted(((ending, entry) for entry in FORMATS for ending in entry.endings), key=lambda e: -len(e[0]))
    return next((entry for ending, entry in endings if path.name.lower().endswith(ending)), None)
