"""Calendars (iCalendar): an article for each entry that has a title, on the day on which it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.markup import plain_text
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part

MAX_CALENDAR_BYTES = 32 * 1024 * 1024
_ENTRIES = frozenset({"VEVENT", "VJOURNAL"})


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read every entry; of one that repeats, the first time."""
    from icalendar import Calendar

    text = decode(content_of(part, MAX_CALENDAR_BYTES))
    try:
        calendars: Any = Calendar.from_ical(text, multiple=True)
        entries = [(calendar, entry) for calendar in calendars for entry in calendar.walk() if entry.name in _ENTRIES]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "The calendar is damaged."))) from error
    if not entries:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "The calendar has no entries.")))
    for number, (calendar, entry) in enumerate(entries, start=1):
        fields = Fields(
            title=_text(entry, "SUMMARY"),
            dates=_start(entry),
            outlet=_text(calendar, "X-WR-CALNAME"),
            url=_text(entry, "URL"),
        )
        if entry.get("RRULE") is not None:
            reason = QT_TRANSLATE_NOOP("Message", "The entry repeats; only its first time was taken in.")
            yield ImportIssue(part.source_of(str(number)), message(reason), IssueKind.NOTED)
        body = plain_text(_text(entry, "DESCRIPTION"))
        yield from compose(part, body, fields, DateOrigin.FIELD, record=str(number))


def _start(entry: Any) -> tuple[object, ...]:
    """Return when an entry begins; a date that is damaged stays the text that it is.

    When the entry was written (DTSTAMP) says nothing about when it is.
    """
    start = entry.get("DTSTART")
    if start is None:
        return ()
    try:
        return (start.dt,)
    except (AttributeError, ValueError):
        return (str(start),)


def _text(component: Any, name: str) -> str:
    value = component.get(name)
    return str(value[0] if isinstance(value, list) else value) if value is not None else ""
