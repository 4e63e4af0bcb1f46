"""TimelineJS's JSON. Its texts are HTML, so everything is escaped; a month is written without a day, as the format allows."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from timeline_app.domain.calendar import Instant, civil
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.period import Granularity
from timeline_app.exports.event import caveat, cite, left_out, sha256, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.exports.event import ExportedEvent, Heading, Say

_HUMAN_YEARS = range(-271_820, 275_760)
"""The years of JavaScript's dates; others need the "cosmological" scale."""


def write(events: Iterable[ExportedEvent], heading: Heading, say: Say) -> Iterator[str]:
    """Write one JSON object; its `events` are a line each."""
    title = {"text": {"headline": escape(heading.title), "text": escape(left_out(heading, say))}}
    yield '{"title": ' + json.dumps(title, ensure_ascii=False) + ', "events": ['
    between, scale = "\n", "human"
    for event in events:
        slide = _slide(event, say)
        if any(slide[side]["year"] not in _HUMAN_YEARS for side in ("start_date", "end_date") if side in slide):
            scale = "cosmological"
        yield between + json.dumps(slide, ensure_ascii=False)
        between = ",\n"
    yield f'\n], "scale": "{scale}"}}\n'


def _slide(event: ExportedEvent, say: Say) -> dict[str, Any]:
    start, end = event.period.known
    granularity, key, evidence = event.period.granularity, event.key, event.evidence
    first, last = _date(start, granularity), _date(end - 1, granularity)
    if granularity < Granularity.DAY:
        last = _date(end, granularity)
    quotation = f"<blockquote dir='auto'>{escape(evidence.quotation)}</blockquote>" if evidence.quotation else ""
    note = f"<p><i>{escape(caveat(event, say))}</i></p>" if caveat(event, say) else ""
    slide: dict[str, Any] = {
        "start_date": first,
        "display_date": written(event.period, say),
        "text": {
            "headline": escape(event.title),
            "text": f"{quotation}{note}<p>{escape(cite(event.citation, say))}</p><p><small>{escape(evidence.source)}</small></p>",
        },
        "group": str(event.kind),
        "unique_id": sha256(f"{key.article} {key.evidence} {key.ordinal}")[:32],
        "autolink": False,
        "edtf": format_edtf(event.period),
    }
    if last != first:
        slide["end_date"] = last
    return slide


def _date(moment: Instant, granularity: Granularity) -> dict[str, int]:
    """Return TimelineJS's date, with no more parts than are known. Years are astronomical: 0 is 1 BCE."""
    at = civil(moment)
    if granularity >= Granularity.YEAR:
        return {"year": at.year}
    if granularity >= Granularity.MONTH:
        return {"year": at.year, "month": at.month}
    date = {"year": at.year, "month": at.month, "day": at.day}
    if granularity < Granularity.DAY:
        date |= {"hour": at.hour, "minute": at.minute}
    if granularity is Granularity.SECOND:
        date["second"] = at.second
    return date
