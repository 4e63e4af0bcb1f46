"""An extraction as the JSON object that `timeline-app extract` prints: a stable form for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.edtf import format_edtf, iso_bounds

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Extraction, Participant, Report, TimeExpression
    from timeline_app.domain.period import Period


def record(extraction: Extraction, id: object) -> dict[str, Any]:  # noqa: A002 - the key's name
    """Return the object for one article; `id` is given back as it came.

    Offsets are characters of the body, end exclusive. `from` and `to` are ISO 8601, `to` inclusive at the granularity; whatever
    is open or undated is None.
    """
    article = extraction.article
    return {
        "id": id,
        "title": article.title or extraction.reports[0].title,
        "published": None if article.published is None else iso_bounds(article.published)[0],
        "time_expressions": [_time_expression(expression) for expression in extraction.time_expressions],
        "participants": [_participant(participant) for participant in extraction.participants],
        "events": [_event(report, extraction) for report in extraction.reports],
    }


def _dates(period: Period | None) -> dict[str, Any]:
    if period is None:
        return {"edtf": None, "from": None, "to": None, "granularity": None, "approximate": False}
    first, last = iso_bounds(period)
    return {
        "edtf": format_edtf(period),
        "from": first,
        "to": last,
        "granularity": period.granularity.label,
        "approximate": period.approximate,
    }


def _time_expression(expression: TimeExpression) -> dict[str, Any]:
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": str(expression.type),
        "value": expression.value,
        **_dates(expression.period),
    }


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "name": participant.name,
        "kind": str(participant.kind),
        "roles": [str(role) for role in participant.roles],
        "aliases": list(participant.aliases),
        "mentions": [list(span) for span in participant.mentions],
    }


def _event(report: Report, extraction: Extraction) -> dict[str, Any]:
    return {
        "title": report.title,
        "kind": str(report.kind),
        **_dates(report.period),
        "sentence": None if report.sentence is None else list(report.sentence),
        "participants": [extraction.participants[index].name for index in report.participants],
        "resolution": str(report.resolution.explanation),
    }
