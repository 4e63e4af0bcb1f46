"""iCalendar (RFC 5545): what a calendar can say of an event, and the date as EDTF where it can say less.

Days and longer are whole-day events, so that a month spans the month and is not its first day; times of day are floating local
times, as the article means them. An open side is cut to one unit of the granularity. A year that iCalendar cannot write (before
1 CE, after 9999) makes a journal entry without a date. `X-EDTF` and the description always hold the date as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY, Instant, civil
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.period import Granularity
from timeline_app.exports.event import caveat, cite, is_link, left_out, sha256, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.domain.period import Period
    from timeline_app.exports.event import ExportedEvent, Heading, Say

_LINE_OCTETS = 75
_STAMP = "%Y%m%dT%H%M%SZ"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(events: Iterable[ExportedEvent], heading: Heading, say: Say) -> Iterator[str]:
    """Write one calendar."""
    top = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline-app//export//EN",
        f"X-WR-CALNAME:{_text(heading.title)}",
    ]
    if missing := left_out(heading, say):
        top.append(f"X-WR-CALDESC:{_text(missing)}")
    yield _folded(top)
    stamp = heading.made.strftime(_STAMP)
    for event in events:
        yield _folded(_component(event, stamp, say))
    yield _folded(["END:VCALENDAR"])


def _component(event: ExportedEvent, stamp: str, say: Say) -> list[str]:
    bounds = _bounds(event.period)
    name = "VEVENT" if bounds else "VJOURNAL"
    key, evidence = event.key, event.evidence
    date = written(event.period, say)
    quotation = f"“{evidence.quotation}”" if evidence.quotation else ""
    said = (
        f"{date} ({format_edtf(event.period)})",
        caveat(event, say),
        quotation,
        cite(event.citation, say),
        evidence.source,
    )
    description = "\n".join(filter(None, said))
    lines = [
        f"BEGIN:{name}",
        # The identifier is the event's own: taking the same library into a calendar again changes entries and adds none.
        f"UID:{sha256(f'{key.article} {key.evidence} {key.ordinal}')[:32]}@timeline-app",
        f"DTSTAMP:{stamp}",
        *bounds,
        f"SUMMARY:{_text(event.title)}",
        f"DESCRIPTION:{_text(description)}",
        f"CATEGORIES:{str(event.kind).upper()}",
        f"X-EDTF:{_text(format_edtf(event.period))}",
    ]
    if bounds:
        lines.append("TRANSP:TRANSPARENT")
    if is_link(event.citation.url) and event.citation.url.isascii() and event.citation.url.isprintable():
        lines.append(f"URL:{event.citation.url}")
    return [*lines, f"END:{name}"]


def _bounds(period: Period) -> list[str]:
    """Return DTSTART and DTEND (which is exclusive, as ours is); nothing where a year cannot be written."""
    start, end = period.known
    if civil(start).year < 1 or civil(end).year > 9999:
        return []
    if period.granularity >= Granularity.DAY:
        last = -(-end // SECONDS_PER_DAY) * SECONDS_PER_DAY
        return [f"DTSTART;VALUE=DATE:{_date(start)}", f"DTEND;VALUE=DATE:{_date(last)}"]
    return [f"DTSTART:{_date(start)}{_clock(start)}", f"DTEND:{_date(end)}{_clock(end)}"]


def _date(moment: Instant) -> str:
    at = civil(moment)
    return f"{at.year:04d}{at.month:02d}{at.day:02d}"


def _clock(moment: Instant) -> str:
    at = civil(moment)
    return f"T{at.hour:02d}{at.minute:02d}{at.second:02d}"


def _text(value: str) -> str:
    """Escape a TEXT value; control characters, which have no place in one, go."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = re.sub(r"([\\;,])", r"\\\1", _CONTROL.sub("", value))
    return value.replace("\n", "\\n")


def _folded(lines: Iterable[str]) -> str:
    """Join lines, none longer than 75 octets: the rest goes on after a blank, and no character is cut in two."""
    folded: list[bytes] = []
    for line in lines:
        rest = line.encode("utf-8", "surrogatepass")
        while len(rest) > _LINE_OCTETS:
            cut = _LINE_OCTETS
            while rest[cut] & 0b1100_0000 == 0b1000_0000:  # within a character
                cut -= 1
            folded.append(rest[:cut])
            rest = b" " + rest[cut:]
        folded.append(rest)
    return b"".join(line + b"\r\n" for line in folded).decode("utf-8", "surrogatepass")
