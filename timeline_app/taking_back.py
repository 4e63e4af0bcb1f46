"""Taking an export in again: what was taken away as a table or as JSON comes back as the same events, whoever made the file."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin
from timeline_app.domain.correction import Note, Redate, Retitle, Star, Tag, event_keys
from timeline_app.domain.extraction import (
    EventKind,
    Extraction,
    Participant,
    Report,
    Resolution,
    TimeExpression,
    TimexType,
)
from timeline_app.errors import ReaderError
from timeline_app.exports import csv_table, json_events
from timeline_app.library import entry_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from timeline_app.domain.correction import Correction, EventKey
    from timeline_app.domain.extraction import Span
    from timeline_app.domain.records import StoredEvent
    from timeline_app.exports.event import ExportedEvent
    from timeline_app.library import Entry, Library

_HEAD = 4096
"""Bytes that tell an export: both kinds say what they are at once."""


def is_export(path: Path) -> bool:
    """Tell whether a file is an export of events that can be taken in again. By its content: names change."""
    try:
        if not path.is_file():
            return False  # opening a pipe would wait for whoever writes to it
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    if head.startswith(b"{"):
        return f'"format": {json.dumps(json_events.FORMAT)}'.encode() in head
    columns = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].replace(b'"', b"").decode("utf-8", "replace")
    return set(csv_table.COLUMNS) <= set(columns.strip().replace(";", ",").split(","))


def read_export(path: Path) -> list[ExportedEvent]:
    """Read all events of an export.

    Raises:
        ReaderError: It cannot be read, or was damaged.
    """
    try:
        with path.open(encoding="utf-8", errors="surrogatepass", newline="") as file:
            is_json = file.read(1) == "{"
            file.seek(0)
            return list((json_events if is_json else csv_table).read(file))
    except OSError as error:
        template = QT_TRANSLATE_NOOP("Message", "{path} cannot be read: {reason}")
        raise ReaderError(message(template, path=str(path), reason=error.strerror or str(error))) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        template = QT_TRANSLATE_NOOP("Message", "{path} is no export of events, or was damaged ({reason})")
        raise ReaderError(message(template, path=str(path), reason=str(error))) from error


def differences(library: Library, events: Iterable[ExportedEvent]) -> tuple[list[Correction], list[ExportedEvent]]:
    """Compare an export with a library that may have its events: under their own keys, or from an export taken in before.

    Returns:
        What the export says otherwise of those that it has, as corrections, and the events that it has not. Tags and notes are
        added to those that are there.
    """
    corrections: list[Correction] = []
    unknown = []

    @cache
    def events_of(article: int) -> dict[int, StoredEvent]:
        return {stored.id: stored for stored in library.article(article).events}

    def compare(events: Sequence[ExportedEvent], keys: Sequence[EventKey]) -> list[ExportedEvent]:
        """Correct the events that have these keys in the library; return the others."""
        others = []
        for event, key in zip(events, keys, strict=True):
            known = library.event_of_key(key)
            if known is None:
                others.append(event)
            else:
                stored = events_of(library.article_of_event(known))[known]
                corrections.extend(_said_otherwise(event, stored))
        return others

    for of_article in _by_article(events):
        others = compare(of_article, [event.key for event in of_article])
        if others:
            unknown += compare(others, event_keys(_extraction(others)))
    return corrections, unknown


def _said_otherwise(event: ExportedEvent, stored: StoredEvent) -> Iterator[Correction]:
    if stored.title != event.title:
        yield Retitle(stored.key, event.title)
    if stored.period != event.period:
        yield Redate(stored.key, event.period)
    note = "" if event.note in stored.note else "\n\n".join(filter(None, (stored.note, event.note)))
    tags = [tag for tag in event.tags if tag not in stored.tags]
    yield from _marks(stored.key, tags, note, is_starred=event.starred and not stored.starred)


def _marks(key: EventKey, tags: Iterable[str], note: str, *, is_starred: bool) -> Iterator[Correction]:
    yield from (Tag(key, tag) for tag in tags)
    if note:
        yield Note(key, note)
    if is_starred:
        yield Star(key)


def entries_of(events: Iterable[ExportedEvent]) -> Iterator[tuple[Entry, list[Correction]]]:
    """Yield what a library writes down of the articles that the events are from, and the reader's tags, notes and stars.

    Of an article an export has the quotations only: they are its paragraphs here, in their order.
    """
    for of_article in _by_article(events):
        extraction = _extraction(of_article)
        marked = zip(of_article, event_keys(extraction), strict=True)
        marks = [
            mark for event, key in marked for mark in _marks(key, event.tags, event.note, is_starred=event.starred)
        ]
        yield entry_of(extraction), marks


def _by_article(events: Iterable[ExportedEvent]) -> Iterator[Sequence[ExportedEvent]]:
    gathered: dict[str, list[ExportedEvent]] = {}
    for event in events:
        gathered.setdefault(event.key.article, []).append(event)
    yield from gathered.values()


def _extraction(events: Sequence[ExportedEvent]) -> Extraction:
    """Put together what is known of one article."""
    first = min(events, key=lambda e: e.evidence.span or (-1, -1))
    citation = first.citation
    quotations = sorted(
        {e.evidence.span or (0, 0): e.evidence.quotation for e in events if e.evidence.quotation}.items()
    )
    body = "\n\n".join(words for _, words in quotations)
    article = Article(
        citation.title or next((e.title for e in events if e.kind is EventKind.PUBLISHED), first.title),
        body,
        citation.published,
        date_origin=DateOrigin.NONE if citation.published is None else DateOrigin.FIELD,
        title_derived=not citation.title,
        outlet=citation.outlet,
        author=citation.author,
        url=citation.url,
        language=citation.language,
        source=first.evidence.source,
    )
    places = _places(quotations)
    names = list(dict.fromkeys(pair for event in events for pair in event.participants))
    expressions: list[TimeExpression] = []
    return Extraction(
        article,
        # Reports first, so that the expressions are there.
        reports=tuple(_report(event, places, names, body, expressions) for event in events),
        time_expressions=tuple(expressions),
        participants=tuple(Participant(name, kind, _mentions(name, body)) for name, kind in names),
    )


def _places(quotations: Sequence[tuple[Span, str]]) -> dict[Span, Span]:
    """Return where in the body put together each quotation stands, by where it stood in the article."""
    places, at = {}, 0
    for span, words in quotations:
        places[span] = (at, at + len(words))
        at += len(words) + 2
    return places


def _report(
    event: ExportedEvent,
    places: dict[Span, Span],
    names: Sequence[tuple[str, object]],
    body: str,
    expressions: list[TimeExpression],
) -> Report:
    sentence = places[event.evidence.span or (0, 0)] if event.evidence.quotation else None
    resolution = Resolution("export", message("{text}", text=event.explanation), event.assumed)
    at = body.find(event.stated, *sentence) if event.stated and sentence is not None else -1
    expression = None
    if at >= 0:
        expression = len(expressions)
        expressions.append(
            TimeExpression(at, at + len(event.stated), event.stated, TimexType.DATE, "", event.period, resolution)
        )
    return Report(
        event.title,
        event.kind,
        event.period,
        sentence,
        resolution,
        expression,
        tuple(names.index(pair) for pair in event.participants),
        event.confidence,
    )


def _mentions(name: str, body: str) -> tuple[Span, ...]:
    spans, at = [], body.find(name)
    while name and at >= 0:
        spans.append((at, at + len(name)))
        at = body.find(name, at + len(name))
    return tuple(spans)
