"""JSON without loss: everything that is known of each event, one event a line, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from timeline_app.domain.correction import EventKey
from timeline_app.domain.edtf import format_edtf, iso_bounds
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.exports.dates import period_from
from timeline_app.exports.event import Citation, Claim, Evidence, ExportedEvent, Heading, Say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.domain.period import Period

FORMAT = "timeline-app events"
VERSION = 1


def write(events: Iterable[ExportedEvent], heading: Heading, _say: Say) -> Iterator[str]:
    """Write one JSON object; its `events` are a line each."""
    top = {
        "format": FORMAT,
        "version": VERSION,
        "library": heading.title,
        "made": heading.made.isoformat(timespec="seconds"),
        "undated_left_out": heading.undated,
    }
    yield json.dumps(top, ensure_ascii=False)[:-1] + ', "events": ['
    between = "\n"
    for event in events:
        yield between + json.dumps(_record(event), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def read(file: TextIO) -> Iterator[ExportedEvent]:
    """Read events back as they were.

    Raises:
        ValueError, KeyError, TypeError: It is no such export.
    """
    top = json.load(file)
    if not isinstance(top, dict) or top.get("format") != FORMAT or top.get("version") != VERSION:
        raise ValueError("not an export of events")
    yield from map(_event, top["events"])


def read_claims(file: TextIO) -> Iterator[Claim]:
    """Read what can be verified."""
    return (Claim(event.title, format_edtf(event.period), event.evidence) for event in read(file))


def _dates(period: Period) -> dict[str, Any]:
    first, last = iso_bounds(period)
    return {
        "edtf": format_edtf(period),
        "from": first,
        "to": last,
        "granularity": period.granularity.label,
        "approximate": period.approximate,
    }


def _period(record: dict[str, Any]) -> Period:
    return period_from(record["edtf"], record["granularity"])


def _record(event: ExportedEvent) -> dict[str, Any]:
    citation, evidence = event.citation, event.evidence
    return {
        "title": event.title,
        "kind": str(event.kind),
        "date": _dates(event.period),
        "article_date": None if event.article_period is None else _dates(event.article_period),
        "stated": event.stated,
        "explanation": event.explanation,
        "assumed": event.assumed,
        "confidence": event.confidence,
        "participants": [{"name": name, "kind": str(kind)} for name, kind in event.participants],
        "article": {
            "title": citation.title,
            "outlet": citation.outlet,
            "author": citation.author,
            "published": None if citation.published is None else _dates(citation.published),
            "url": citation.url,
            "language": citation.language,
        },
        "evidence": {
            "source": evidence.source,
            "span": None if evidence.span is None else list(evidence.span),
            "quotation": evidence.quotation,
            "sha256": evidence.sha256,
        },
        "tags": list(event.tags),
        "note": event.note,
        "starred": event.starred,
        "id": {"article": event.key.article, "evidence": event.key.evidence, "ordinal": event.key.ordinal},
    }


def _event(record: dict[str, Any]) -> ExportedEvent:
    article, evidence, key = record["article"], record["evidence"], record["id"]
    span = evidence["span"]
    return ExportedEvent(
        EventKey(key["article"], key["evidence"], key["ordinal"]),
        record["title"],
        EventKind(record["kind"]),
        _period(record["date"]),
        None if record["article_date"] is None else _period(record["article_date"]),
        record["stated"],
        record["explanation"],
        record["assumed"],
        record["confidence"],
        tuple((p["name"], ParticipantKind(p["kind"])) for p in record["participants"]),
        Citation(
            article["title"],
            article["outlet"],
            article["author"],
            None if article["published"] is None else _period(article["published"]),
            article["url"],
            article["language"],
        ),
        Evidence(
            evidence["source"],
            evidence["quotation"],
            None if span is None else (int(span[0]), int(span[1])),
            evidence["sha256"],
        ),
        tuple(record.get("tags", ())),
        record.get("note", ""),
        record.get("starred", False),
    )
