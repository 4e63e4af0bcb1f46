from __future__ import annotations

import pytest

from timeline_app.domain.article import DateOrigin
from timeline_app.domain.period import Period

BODY = "The ministers met in Brussels on Tuesday."


@pytest.mark.parametrize(
    "header",
    [
        "Title: Ministers meet\nDate: 2023-02-14\nSource: Herald\nAuthor: Jane Doe\nURL: https://example.org/a",
        "DATE: Tuesday, February 14, 2023\nHEADLINE: Ministers meet\nBY: Jane Doe\nOUTLET: Herald\nLink: https://example.org/a",
        "URL: https://example.org/a\nSection: World\nPublished: 14 Feb 2023\nOutlet: Herald\nBy: Jane Doe\nHed: Ministers\n  meet",
    ],
)
def test_fields_are_known_by_their_common_names_in_any_order(article, header):
    found = article("a.txt", f"{header}\n\n{BODY}\n\nSecond: part.")
    assert (found.title, found.outlet, found.author) == ("Ministers meet", "Herald", "Jane Doe")
    assert found.url == "https://example.org/a"
    assert found.published == Period.of_date(2023, 2, 14)
    assert found.date_origin is DateOrigin.HEADER
    assert found.body == f"{BODY}\n\nSecond: part."


def test_header_may_touch_the_body(article):
    found = article("a.txt", f"Title: Ministers meet\nDate: 2023-02-14\n{BODY} He said: yes.")
    assert found.title == "Ministers meet"
    assert found.body == f"{BODY} He said: yes."


def test_article_with_a_title_and_no_date_is_undated(article):
    found = article("a.txt", f"Title: Five things\nSource: Gazette\n\n{BODY}")
    assert (found.title, found.outlet, found.published) == ("Five things", "Gazette", None)


def test_address_gives_the_date_where_the_header_states_none(article):
    found = article("a.txt", f"Title: A\nURL: https://example.org/2023/02/14/ministers\n\n{BODY}")
    assert found.published == Period.of_date(2023, 2, 14)
    assert found.date_origin is DateOrigin.URL


def test_speakers_of_a_transcript_are_no_header(article):
    text = "THE PRESIDENT: Good morning.\n\nTHE PRESIDENT: We met today to speak of peace."
    assert article("a.txt", text).body == text


def test_unknown_fields_alone_are_no_header(article):
    text = f"President: George Washington\n\n{BODY}"
    assert article("a.txt", text).body == text


def test_date_that_is_no_date_is_reported(take_in):
    issue, found = take_in("a.txt", f"Title: A\nDate: soon\n\n{BODY}")
    assert "“soon” could not be understood" in str(issue.reason)
    assert found.published is None
