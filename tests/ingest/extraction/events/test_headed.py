"""Events of letters, diaries and logs: what is told without a date is of the day at its head."""

from __future__ import annotations

from timeline_app.domain.article import Article
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import EventKind, Report
from timeline_app.ingest.extraction.pipeline import extract


def told(text: str, published: str | None = None) -> list[Report]:
    reports = extract(Article("", text, parse_edtf(published) if published else None)).reports
    return [report for report in reports if report.kind is not EventKind.PUBLISHED]


def days(text: str, published: str | None = None) -> dict[str, str]:
    return {report.title: format_edtf(report.period) for report in told(text, published) if report.period}


DIARY = """Friday 2 March 1917
The police arrested Will at the mill. Mother wept.
Saturday 3 March 1917
The judge released him. On Monday he had been beaten.
"""


def test_what_an_entry_tells_happened_on_the_day_at_its_head() -> None:
    found = days(DIARY)
    assert found["The police arrested Will at the mill"] == "1917-03-02"
    assert found["The judge released him"] == "1917-03-03"


def test_an_event_of_an_entry_says_where_its_day_stands() -> None:
    first = told(DIARY)[0]
    assert first.resolution.assumed
    assert str(first.resolution.explanation) == "The sentence gives no date; the date at its head is Fri 1917-03-02."


def test_what_a_letter_tells_is_not_of_the_day_on_which_it_was_published() -> None:
    text = "Paris, 3 June 1871\n\nMy dear Father,\nThe army entered the city. Uncle Jules was arrested at his house.\nI am well."
    assert days(text, "2005-04-01")["Uncle Jules was arrested at his house"] == "1871-06-03"


def test_an_undated_sentence_of_an_article_without_a_head_has_no_such_day() -> None:
    assert told("On 2 March 1917 I was ill, and it rained.\n\nThe judge released him.") == []
