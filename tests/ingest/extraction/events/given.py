"""Articles and time expressions stated by hand, so that the tests of events depend on no other part."""

from __future__ import annotations

from timeline_app.domain.article import Article
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import Report, Resolution, TimeExpression, TimexType
from timeline_app.ingest.extraction.events import find_events
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.messages import message

PUBLISHED = "2023-02-16"  # a Thursday


def expressions(text: str, times: dict[str, str]) -> tuple[TimeExpression, ...]:
    """Make an expression of the first place where each of the words stand: EDTF for a date, ISO 8601's "P2D" for a duration."""
    found = []
    for words, value in times.items():
        start = text.index(words)
        is_duration = value.startswith("P")
        period = None if is_duration else parse_edtf(value)
        kind = TimexType.DURATION if is_duration else TimexType.DATE
        why = Resolution("given", message("“{words}” is given", words=words))
        found.append(TimeExpression(start, start + len(words), words, kind, value, period, why))
    return tuple(sorted(found, key=lambda expression: expression.start))


def reports(
    text: str, times: dict[str, str] | None = None, *, published: str | None = PUBLISHED, language: str = "en"
) -> list[Report]:
    """Return what the text reports, without the article's own appearance."""
    article = Article("A title", text, parse_edtf(published) if published else None, language=language)
    found = find_events(article, split_sentences(text), expressions(text, times or {}), ())
    return list(found[1:])


def told(
    text: str, times: dict[str, str] | None = None, *, published: str | None = PUBLISHED
) -> list[tuple[str, str, str]]:
    """Return title, date as EDTF and kind of each event."""
    return [
        (report.title, format_edtf(report.period) if report.period else "", str(report.kind))
        for report in reports(text, times, published=published)
    ]


def dates(text: str, times: dict[str, str] | None = None, *, published: str | None = PUBLISHED) -> list[str]:
    """Return the date of each event as EDTF."""
    return [date for _, date, _ in told(text, times, published=published)]
