"""An extraction as the rows that a library keeps of it, but for the ids, which only the library can give.

Making an entry is a pure function of the extraction and most of the work of storing one, so worker processes do it: what the
process that writes has left to do is to hand rows to SQLite.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline_app.domain.correction import event_keys
from timeline_app.library.likeness import sketch_of
from timeline_app.library.record import pack, storable, storable_words
from timeline_app.library.rows import event_columns, key_columns, period_columns
from timeline_app.library.texts import Words, deflated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.domain.calendar import Day
    from timeline_app.domain.extraction import Extraction, Report
    from timeline_app.library.rows import EventColumns


Column: TypeAlias = "int | str | bytes | None"

ARTICLE_COLUMNS = (
    "published_start, published_end, published_granularity, published_approximate, title_derived, published_stated, date_origin, "
    "author, url, language, place"
)
"""What is kept of an article beside what its other fields have names for here."""


class EventEntry(NamedTuple):
    """One report: the columns of its event, its own, and its participants as indexes into the entry's, most mentioned first.

    `confidence` is in percent; `title` is None where it is the article's.
    """

    columns: EventColumns
    evidence: bytes
    ordinal: int
    confidence: int
    title: str | None
    stated: str
    participants: tuple[int, ...]


class ParticipantEntry(NamedTuple):
    """One participant of an article: `roles` is a JSON list of [text, of], empty where it has none."""

    name: str
    kind: str
    mentions: int
    roles: str
    aliases: tuple[str, ...]


class Entry(NamedTuple):
    """One article: `day` is when it appeared, `file` the path of its file, `columns` are `ARTICLE_COLUMNS`.

    `sketch` is what near copies are told by; `names` are those of the participants, a line each; `text` is
    these and the body, deflated.
    """

    fingerprint: bytes
    day: Day | None
    file: str
    outlet: str
    columns: tuple[Column, ...]
    title: str
    names: str
    body: str
    text: bytes
    record: bytes
    checksum: int
    sketch: bytes
    rules: int
    level: int
    participants: tuple[ParticipantEntry, ...]
    events: tuple[EventEntry, ...]


def entry_of(extraction: Extraction, file: str = "") -> Entry:
    """Return what a library writes down of an extraction.

    Args:
        extraction: What an article yields.
        file: The file that it is from, with which its source begins; the whole source where none is given.
    """
    article = extraction.article
    keys = event_keys(extraction)
    words = storable_words(article)
    mentions = [len(participant.mentions) for participant in extraction.participants]
    names = storable("\n".join(participant.name for participant in extraction.participants))
    said = Words(names, words["body"])
    record = pack(extraction, words, names)
    place = words["source"].removeprefix(file) if file else ""
    columns = (
        *period_columns(article.published),
        int(article.title_derived),
        words["published_stated"],
        str(article.date_origin),
        words["author"],
        words["url"],
        words["language"],
        place,
    )
    return Entry(
        fingerprint=bytes.fromhex(keys[0].article if keys else article.fingerprint),
        day=None if article.published is None else article.published.first_day,
        file=file or words["source"],
        outlet=words["outlet"],
        columns=columns,
        title=words["title"],
        names=names,
        body=words["body"],
        text=deflated(said),
        record=record,
        checksum=checksum((*columns, words["title"], *said)),
        sketch=sketch_of(words["body"] or words["title"]),
        rules=extraction.rules,
        level=int(extraction.level),
        participants=tuple(
            ParticipantEntry(
                storable(found.name),
                str(found.kind),
                count,
                json.dumps([(role.text, role.of) for role in found.roles], separators=(",", ":"))
                if found.roles
                else "",
                tuple(storable(alias) for alias in found.aliases),
            )
            for found, count in zip(extraction.participants, mentions, strict=True)
        ),
        events=tuple(
            EventEntry(
                event_columns(report.kind, report.period, assumed=report.resolution.assumed),
                *key_columns(key)[1:],
                round(report.confidence * 100),
                None if (title := storable(report.title)) == words["title"] else title,
                storable(_stated(report, extraction)),
                tuple(sorted(set(report.participants), key=lambda index: (-mentions[index], index))),
            )
            for report, key in zip(extraction.reports, keys, strict=True)
        ),
    )


def checksum(columns: Iterable[Column]) -> int:
    """Return the CRC-32 of an article's columns, so that damage to them is noticed where SQLite would not."""
    return zlib.crc32(
        b"\x1f".join(c if isinstance(c, bytes) else b"" if c is None else str(c).encode() for c in columns)
    )


def _stated(report: Report, extraction: Extraction) -> str:
    return "" if report.expression is None else extraction.time_expressions[report.expression].text
