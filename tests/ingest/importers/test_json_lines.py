from __future__ import annotations

import gzip
import json

import pytest

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.importers import Part, divide, json_lines, read, split

BODY = "The ministers met in Brussels on Tuesday."


def record(**fields: object) -> str:
    return json.dumps({"title": "Ministers meet", "date": "2023-02-14", "text": BODY, **fields}) + "\n"


@pytest.mark.parametrize("date", ["date", "published", "pubDate", "datePublished", "published_at"])
@pytest.mark.parametrize("text", ["text", "body", "content", "articleBody"])
@pytest.mark.parametrize("title", ["title", "headline"])
def test_fields_are_known_by_their_common_names(article, title, text, date):
    found = article("a.jsonl", json.dumps({title: "Ministers meet", text: BODY, date: "Tue, 14 Feb 2023 08:00:00 GMT"}))
    assert (found.title, found.body, found.date_origin) == ("Ministers meet", BODY, DateOrigin.FIELD)
    assert str(found.published) == "Tue 2023-02-14 08:00"


def test_entities_of_html_are_the_letters_that_they_stand_for(article):
    found = article(
        "a.jsonl", record(title="The Court&#8217;s Order", outlet="Fathom &amp; Freight", text="It&#x2019;s over.")
    )
    assert (found.title, found.outlet, found.body) == ("The Court’s Order", "Fathom & Freight", "It’s over.")


def test_shallow_objects_are_looked_into(article):
    found = article(
        "a.jsonl",
        json.dumps({
            "source": {"id": None, "name": "Herald"},
            "author": [{"name": "Jane Doe"}, "Max Roe"],
            "headline": {"rendered": "Ministers meet"},
            "body": ["First paragraph.", "Second paragraph."],
            "datePublished": 1676332800,
            "link": {"url": "https://example.org/a"},
        }),
    )  # fmt: skip
    assert (found.outlet, found.author, found.title) == ("Herald", "Jane Doe, Max Roe", "Ministers meet")
    assert (found.body, found.url) == ("First paragraph.\n\nSecond paragraph.", "https://example.org/a")
    assert found.published == Period.unit(1676332800, Granularity.SECOND)


def test_only_web_addresses_are_addresses(article):
    for text in ("javascript:alert(1)", "12 Main Street", "file:///etc/passwd"):
        assert article("a.jsonl", record(url=text)).url == ""
    assert article("a.jsonl", record(url="HTTPS://example.org/a")).url == "HTTPS://example.org/a"


def test_record_wrapped_in_another_is_found(article):
    assert article("a.jsonl", json.dumps({"_id": 7, "_source": {"title": "A", "text": BODY}})).body == BODY


def test_day_and_instant_that_agree_give_the_instant(article):
    found = article("a.jsonl", record(published="2023-02-14T22:14:56+00:00"))
    assert str(found.published) == "Tue 2023-02-14 22:14"


def test_the_sources_own_day_wins_over_an_instant_in_another_zone(article):
    found = article("a.jsonl", record(published="2023-02-15T03:14:56+00:00"))
    assert found.published == Period.of_date(2023, 2, 14)


def test_bad_records_are_issues_with_their_line_and_the_run_goes_on(take_in):
    lines = [record(), "{broken\n", "\n", "[1]\n", '{"id": 3}\n', '{"a": ' + "[" * 100_000 + "\n", record(text="Last.")]
    found = take_in("a.jsonl", "".join(lines))
    issues = [issue.source.rpartition("#")[2] for issue in found if isinstance(issue, ImportIssue)]
    assert issues == ["2", "4", "5", "6"]
    taken = [a for a in found if isinstance(a, Article)]
    assert [a.body for a in taken] == [BODY, "Last."]
    assert [a.source.rpartition("#")[2] for a in taken] == ["1", "7"]


def test_title_without_text_is_an_article_of_its_own(article):
    found = article("a.jsonl", record(text=""))
    assert (found.title, found.body) == ("Ministers meet", "")


def test_json_that_is_not_quite_json_is_read(article):
    found = article("a.jsonl", record().replace("}", ', "score": NaN, "id": ' + "9" * 5000 + "}"))
    assert found.body == BODY
    assert article("b.jsonl", record(text="\ud800 half").encode()).body == "\ufffd half"


def test_line_separators_inside_a_record_do_not_end_it(article):
    found = article("a.jsonl", '{"date": "2023-02-14", "text": "one\u2028two\u2029three\u0085four"}')
    assert found.body == "one\ntwo\n\nthree\nfour"


def test_records_are_never_dated_by_the_name_of_their_file(article):
    assert article("2023-02-14.jsonl", json.dumps({"text": BODY})).published is None


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.txt"])
def test_large_files_are_cut_at_line_ends_and_nothing_is_lost(tmp_path, name):
    lines = "".join(record(title=f"Title {number}", text=f"{number} {'word ' * 400}") for number in range(500))
    data = lines.encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    parts = list(split(path))
    assert len(parts) > 5
    assert all(isinstance(part, Part) for part in parts)
    # Each part can be read by itself, in any order.
    found = [a for part in reversed(parts) for a in read(part)]
    assert {a.title for a in found} == {f"Title {number}" for number in range(500)}
    assert {a.source for a in found} == {f"{path}#{line}" for line in range(1, 501)}
    assert sum(part.size for part in parts) == pytest.approx(path.stat().st_size, rel=0.02)


def test_utf_16_is_read(article):
    assert article("a.jsonl", record().encode("utf-16")).body == BODY


def test_record_over_the_limit_is_an_issue_and_the_rest_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(json_lines, "MAX_BYTES", 300_000)
    path = tmp_path / "a.jsonl"
    path.write_text(record() + record(text="x" * 900_000) + record(text="Last."), encoding="utf-8")
    parts = list(split(path))
    assert "larger than" in " ".join(str(part.reason) for part in parts if isinstance(part, ImportIssue))
    bodies = [a.body for part in parts if isinstance(part, Part) for a in read(part)]
    assert bodies[-1] == "Last."


def test_cut_off_gzip_gives_what_it_can_and_an_issue(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    lines = "".join(record(title=f"{number} {hash(str(number))}") for number in range(20_000))
    whole = gzip.compress(lines.encode())
    path.write_bytes(whole[: len(whole) // 2])
    parts = list(split(path))
    assert isinstance(parts[0], Part)
    assert "damaged or cut off" in str(parts[-1].reason)


def test_divided_part_has_one_record_each(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(record(title="A") + "\n" + record(title="B"), encoding="utf-8")
    (whole,) = split(path)
    pieces = divide(whole)
    assert [piece.source.rpartition("#")[2] for piece in pieces] == ["1", "3"]
    assert [a.source for piece in pieces for a in read(piece)] == [f"{path}#1", f"{path}#3"]
