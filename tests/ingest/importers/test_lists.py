"""What holds many entries: references, calendars, timelines, web archives."""

from __future__ import annotations

import gzip
import json

import pytest

from timeline_app.domain.article import Article, ImportIssue, IssueKind
from timeline_app.domain.period import Period

DAY = Period.of_date(2023, 2, 14)


def test_ris(take_in):
    text = (
        "TY  - NEWS\r\nTI  - Ministers meet\r\nAU  - Doe, Jane\r\nAU  - Roe, Max\r\nDA  - 2023/02/14/\r\nPY  - 2023\r\n"
        "JO  - The Herald\r\nUR  - https://example.org/a\r\nAB  - The text.\r\nER  - \r\n\r\n"
        "TY  - BOOK\r\nTI  - Undated\r\nER  - \r\n"
    )
    first, second = take_in("a.ris", text)
    assert (first.title, first.body, first.published) == ("Ministers meet", "The text.", DAY)
    assert (first.author, first.outlet, first.url) == ("Doe, Jane, Roe, Max", "The Herald", "https://example.org/a")
    assert second.published is None


def test_bibtex(take_in):
    text = (
        '@string{h = "The Herald"}\n@article{a, title={{NATO} ministers}, author={M\\"uller, J. and Roe, M.},'
        " date={2023-02-14/2023-02-15}, journal=h, abstract={The {\\em text}.}}\n"
        "@misc{b, title={Of a month}, year=2023, month=feb}\n@article{broken, title={no end\n"
    )
    issue, first, second = take_in("a.bib", text)
    assert (first.title, first.published, first.outlet) == ("NATO ministers", DAY, "The Herald")
    assert first.author == "Müller, J., Roe, M."
    assert second.published == Period.of_date(2023, 2)
    assert str(issue.reason) == "The reference is damaged."


def test_csl_json(article):
    item = {
        "type": "article-newspaper", "title": "Ministers meet", "container-title": "The Herald", "abstract": "The text.",
        "issued": {"date-parts": [["2023", 2, 14]]}, "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Staff"}],
        "URL": "https://example.org/a",
    }  # fmt: skip
    found = article("a.json", json.dumps([item]))
    assert (found.title, found.body, found.published) == ("Ministers meet", "The text.", DAY)
    assert (found.author, found.outlet, found.url) == ("Jane Doe, Staff", "The Herald", "https://example.org/a")


def test_news_api_answer(article):
    record = {
        "source": {"id": None, "name": "Herald"},
        "title": "A",
        "publishedAt": "2023-02-14T10:00:00Z",
        "content": "Text.",
    }
    found = article("a.json", json.dumps({"status": "ok", "totalResults": 1, "articles": [record]}))
    assert (found.title, found.outlet, found.body) == ("A", "Herald", "Text.")


def test_timeline_js(take_in):
    events = [
        {
            "start_date": {"year": "2023", "month": "2", "day": "14"},
            "text": {"headline": "A", "text": "<p>B &amp; c</p>"},
        },
        {"start_date": {"year": "-43", "month": "3"}, "text": {"headline": "Ides"}},
        {"start_date": {"year": 2023, "month": "", "day": ""}, "text": {"headline": "Year"}},
    ]
    found = take_in("a.json", json.dumps({"title": {"text": {"headline": "T"}}, "events": events}))
    assert [a.published for a in found] == [DAY, Period.of_date(-43, 3), Period.of_date(2023)]
    assert (found[0].title, found[0].body) == ("A", "B & c")


def test_markup_in_a_record_is_none_of_its_text(article):
    found = article(
        "a.json", json.dumps([{"title": "A &amp; b", "content": "<p>One.</p><p>Two <b>bold</b> words.</p>"}])
    )
    assert (found.title, found.body) == ("A & b", "One.\n\nTwo bold words.")
    found = article("b.json", json.dumps([{"title": "a", "content": "If x < y and y > z, AT&T wins."}]))
    assert found.body == "If x < y and y > z, AT&T wins."
    found = article(
        "c.json", json.dumps([{"title": "a", "content": "One &amp; two.\n\nThree <i>or</i> four.\n\nFive."}])
    )
    assert found.body == "One & two.\n\nThree or four.\n\nFive."
    found = article("d.json", json.dumps([{"title": "a", "content": "One &amp; two.\n\nThree."}]))
    assert found.body == "One & two.\n\nThree."


def test_calendar(take_in):
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Diary\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20230214\r\n"
        "SUMMARY:Ministers\r\n  meet\r\nDESCRIPTION:First\\, part.\\n\\nSecond.\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
        "DTSTART:20230214T093000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Daily\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    first, note, second = take_in("a.ics", text)
    assert (first.title, first.body, first.published) == ("Ministers meet", "First, part.\n\nSecond.", DAY)
    assert first.outlet == "Diary"
    assert isinstance(note, ImportIssue)
    assert note.kind is IssueKind.NOTED
    assert str(second.published) == "Tue 2023-02-14 09:30"


def test_calendar_entry_with_a_damaged_date_is_undated_and_to_be_checked(take_in):
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTAMP:20230101T000000Z\nDTSTART:2023-99-99\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR\n"
    note, found = take_in("a.ics", text)
    assert note.kind is IssueKind.NOTED
    assert found.published is None


def test_the_timeline_project(take_in):
    event = "<event><start>{}</start><end>x</end><text>{}</text><description>Text &amp; more</description></event>"
    events = event.format("2023-02-14 00:00:00", "Ministers meet") + event.format("2023-02-14 09:30:00", "They talk")
    first, second = take_in(
        "a.timeline", f"<?xml version='1.0'?><timeline><version>2</version><events>{events}</events></timeline>"
    )
    assert (first.title, first.body, first.published) == ("Ministers meet", "Text & more", DAY)
    assert str(second.published) == "Tue 2023-02-14 09:30"


def warc(*pages: tuple[str, str, str], packed: bool = False) -> bytes:
    archive = b""
    for number, (address, kind, content) in enumerate(pages):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{content}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        archive += gzip.compress(record) if packed else record
    return archive


PAGE = f"<html><head><meta name=date content=2023-02-14></head><body><article><h1>A</h1>{'<p>The ministers met.</p>' * 5}</article>"


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(take_in, packed):
    address = "https://example.org/a"
    found, note = take_in(
        "a.warc", warc((address, "text/html", PAGE), ("https://example.org/b", "image/png", "x"), packed=packed)
    )
    assert (found.title, found.published, found.url) == ("A", DAY, address)
    assert found.source.endswith(f"a.warc#{address}")
    assert (note.kind, str(note.reason)) == (IssueKind.SKIPPED, "1 record of the web archive is no page.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ris", "TY  - NEWS\nXX\nTI  - \nDA  - ////\nER"),
        ("a.bib", "@article{" * 5000),
        ("b.bib", "@article{a, title={" + "{" * 50_000),
        ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:nonsense\nEND:VEVENT"),
        ("b.ics", "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 5000),
        ("a.timeline", "<timeline><events><event><start/>" + "<x>" * 5000),
        ("b.timeline", "<timeline/>"),
        ("a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n"),
        ("b.warc", "WARC/1.0\r\n"),
        ("a.warc.gz", gzip.compress(warc(("https://example.org/a", "text/html", PAGE)))[:-200]),
        ("a.json", '[{"issued": {"date-parts": [[{}, [], null]]}, "title": "a", "author": 5}]'),
        ("b.json", '{"events": [{"start_date": {"year": {}}, "text": {"headline": []}}, {"start_date": {}}]}'),
    ],
)
def test_damaged_lists_end_in_articles_or_issues_and_never_in_silence(take_in, name, content):
    found = take_in(name, content)
    assert found
    assert all(isinstance(item, Article | ImportIssue) for item in found)


def test_a_page_that_is_cut_off_in_its_archive_is_taken_in_and_that_is_said(take_in):
    note, found = take_in("a.warc", warc(("https://example.org/a", "text/html", PAGE))[:-40])
    assert "cut off" in str(note.reason)
    assert found.source.endswith("a.warc#https://example.org/a")
