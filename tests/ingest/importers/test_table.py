from __future__ import annotations

import pytest

from timeline_app.domain.article import Article, ImportIssue, IssueKind
from timeline_app.domain.period import Period
from timeline_app.ingest.importers import Part, divide, read, split, table

DAY = Period.of_date(2023, 2, 14)
LONG = "The ministers met in Brussels and agreed on further support for the fleet."


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_known_by_their_names_whatever_stands_between_them(article, delimiter):
    rows = (
        ("URL", "Published", "Headline", "Body"),
        ("https://example.org/a", "2023-02-14", '"Ministers"', f'"{LONG}\n\nMore."'),
    )
    found = article("a.csv", "\n".join(map(delimiter.join, rows)))
    assert (found.title, found.body, found.published) == ("Ministers", f"{LONG}\n\nMore.", DAY)
    assert found.url == "https://example.org/a"


def test_columns_with_other_names_are_guessed_and_the_guess_is_shown(take_in):
    note, found = take_in("a.csv", f"Nr,Tag,Was,Mehr\n1,14.02.2023,Ministers meet,{LONG}\n")
    assert isinstance(note, ImportIssue)
    assert note.kind is IssueKind.NOTED
    assert str(note.reason) == "Its columns had to be guessed: date = 2, title = 3, text = 4."
    assert isinstance(found, Article)
    assert (found.title, found.body, found.published) == ("Ministers meet", LONG, DAY)


def test_what_the_reader_says_of_columns_goes_before_guesses_for_all_tables_with_the_same(tmp_path):
    rows = f"Nr,Tag,Was,Mehr\n1,14.02.2023,{LONG},Ministers meet\n"
    paths = [tmp_path / name for name in ("a.csv", "b.csv")]
    for path in paths:
        path.write_text(rows, encoding="utf-8")
    note = next(found for found in split(paths[0]) if isinstance(found, ImportIssue))
    assert note.table is not None
    assert note.table.heads == ("Nr", "Tag", "Was", "Mehr")
    known = {note.table.signature: ("", "date", "text", "title")}
    parts = list(split(paths[1], known))
    assert all(isinstance(part, Part) for part in parts)
    [found] = [article for part in parts for article in read(part)]
    assert (found.title, found.body, found.published) == ("Ministers meet", LONG, DAY)


def test_table_without_names_is_read_from_its_first_row(take_in):
    _, *found = take_in("a.tsv", f"2023-02-14\tMinisters meet\t{LONG}\n2023-02-15\tThey leave\t{LONG}\n")
    assert [a.title for a in found if isinstance(a, Article)] == ["Ministers meet", "They leave"]


def test_table_is_told_by_its_first_line_whatever_it_is_called(article):
    assert article("export.txt", "date,title,text\n2023-02-14,a,b c\n").title == "a"


def test_prose_is_no_table(article):
    assert article("a.txt", "On this date, the title, text and all,\nthe ministers met.").body.startswith(
        "On this date"
    )


def test_day_numbers_of_excel_are_days(article):
    assert article("a.csv", "date,title,text\n44971,a,b\n").published == DAY


def test_byte_order_mark_nul_and_long_fields_are_no_obstacle(article):
    found = article("a.csv", b"\xef\xbb\xbfdate;title;text\r\n2023-02-14;a\0b;" + b"x" * 300_000 + b"\r\n")
    assert (found.title, len(found.body), found.published) == ("ab", 300_000, DAY)


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251"])
def test_other_encodings_are_read(article, encoding):
    text = f"date,title,text\n2023-02-14,Министры,{'Министры встретились в Брюсселе. ' * 9}\n"
    assert article("a.csv", text.encode(encoding)).title == "Министры"


def test_timeline_in_columns_of_its_own(take_in):
    head = "Year,Month,Day,Time,End Year,Headline,Text,Media,Type"
    rows = "1815,12,10,,1852,Ada Lovelace,<p>Born &amp; raised.</p>,,\n-43,3,15,,,Ides,,,\n1985,,,,,Radia,x,,\n"
    first, second, third = take_in("a.csv", f"{head}\n{rows}")
    assert (first.title, first.body, first.published) == (
        "Ada Lovelace",
        "Born & raised.",
        Period.of_date(1815, 12, 10),
    )
    assert second.published == Period.of_date(-43, 3, 15)
    assert third.published == Period.of_date(1985)


def test_large_table_is_cut_at_ends_of_rows_and_rows_keep_their_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "PART_BYTES", 500)
    path = tmp_path / "a.csv"
    rows = [f'2023-02-14,Title {n},"Line ""one"",\nline two of {n}."\n' for n in range(1, 101)]
    path.write_text("date,title,text\n" + "".join(rows), encoding="utf-8")
    parts = [part for part in split(path) if isinstance(part, Part)]
    assert len(parts) > 5
    found = [a for part in parts for a in read(part)]
    assert [a.title for a in found] == [f"Title {n}" for n in range(1, 101)]
    assert [a.source.rsplit("#")[1] for a in found] == [str(n) for n in range(2, 102)]
    assert found[6].body == 'Line "one",\nline two of 7.'
    single = [a for part in parts for one in divide(part) for a in read(one)]
    assert single == found


@pytest.mark.parametrize("content", ["date,title,text\n", "date,title,text", ",,\n\n ,\n"])
def test_table_without_rows_is_an_issue(take_in, content):
    (issue,) = take_in("a.csv", content)
    assert str(issue.reason) == "The table has no rows."


def test_row_without_text_or_title_costs_itself_only(take_in):
    issue, found = take_in("a.csv", "date,title,text\n2023-02-14,,\n2023-02-14,a,b\n")
    assert isinstance(issue, ImportIssue)
    assert isinstance(found, Article)


@pytest.mark.parametrize(
    "content", ['date,title,text\n"' + "a\n" * 50_000, 'a"b\n' * 10, ",\n" * 1000, "date\n", ";;;;"]
)
def test_broken_tables_end_in_articles_or_issues(take_in, content):
    assert all(isinstance(found, Article | ImportIssue) for found in take_in("a.csv", content))


def test_a_quotation_mark_that_is_never_closed_is_said(take_in):
    found, note = take_in(
        "a.csv", f'title,date,text\nMinisters meet,2023-02-14,"{LONG}\nOthers meet,2023-02-15,{LONG}\n'
    )
    assert isinstance(found, Article)
    assert isinstance(note, ImportIssue)
    assert note.kind is IssueKind.NOTED
    assert "never closed" in str(note.reason)


def test_a_sign_for_inches_is_no_quotation_mark(take_in):
    (found,) = take_in("a.csv", f'title,date,text\nA 5" nail,2023-02-14,{LONG}\n')
    assert found.title == 'A 5" nail'
