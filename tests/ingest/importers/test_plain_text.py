from __future__ import annotations

from timeline_app.domain.article import DateOrigin, ImportIssue, IssueKind
from timeline_app.domain.period import Granularity, Period

BODY = "The ministers met in Brussels on Tuesday. They agreed on further support."


def test_date_at_the_head_is_the_publication_date_and_no_part_of_the_body(article):
    for head in (" date 2023-02-14 ", "date 2023-02-14 ", "Date: 2023-02-14\n\n", "\ufeff date 2023-02-14 "):
        found = article("a.txt", head + BODY)
        assert found.published == Period.of_date(2023, 2, 14)
        assert found.published_stated == "2023-02-14"
        assert found.date_origin is DateOrigin.HEADER
        assert found.body == BODY


def test_paragraphs_are_apart_by_one_blank_line_and_words_stay(article):
    found = article("a.txt", " date 2023-02-14 One  two.\r\n\r\n\r\n  Three.\t\r\nFour.\r\n \r\nFive.\r\n")
    assert found.body == "One  two.\n\nThree.\nFour.\n\nFive."


def test_the_word_date_alone_is_no_header(article):
    found = article("a.txt", "Date palms grow in Egypt. They are tall.")
    assert found.published is None
    assert found.body == "Date palms grow in Egypt. They are tall."
    assert found.date_origin is DateOrigin.NONE


def test_headline_and_date_line_are_title_and_date(article):
    found = article("a.txt", f"Mayor of Gdańsk stabbed\nBy Jane Doe\nMonday, January 14, 2019\n\n{BODY}")
    assert (found.title, found.author, found.title_derived) == ("Mayor of Gdańsk stabbed", "Jane Doe", False)
    assert found.published == Period.of_date(2019, 1, 14)
    assert found.body == BODY


def test_a_date_in_the_body_is_not_borrowed(article):
    found = article("a.txt", f"{BODY} The treaty was signed on 4 April 1949.\n\nOn March 3, 2020 it was amended.")
    assert found.published is None


def test_date_that_does_not_exist_is_reported_and_not_repaired(take_in):
    issue, found = take_in("2021-01-01.txt", f" date 2023-02-30 {BODY}")
    assert isinstance(issue, ImportIssue)
    assert issue.kind is IssueKind.NOTED
    assert "2023-02-30 does not exist" in str(issue.reason)
    assert found.published is None
    assert found.date_origin is DateOrigin.NONE
    assert found.body == BODY


def test_ambiguous_date_is_read_month_first_and_reported(take_in):
    issue, found = take_in("a.txt", f"date 03/04/2023 {BODY}")
    assert issue.kind is IssueKind.NOTED
    assert "03/04/2023" in str(issue.reason)
    assert found.published == Period.of_date(2023, 3, 4)


def test_date_in_the_future_is_taken_and_reported(take_in):
    issue, found = take_in("a.txt", f" date 2999-12-31 {BODY}")
    assert (issue.kind, str(issue.reason)) == (IssueKind.NOTED, "Its date 2999-12-31 lies in the future.")
    assert found.published == Period.of_date(2999, 12, 31)


def test_date_in_dateline_comes_before_the_one_in_the_file_name(article):
    found = article("2020-01-01.txt", f"BRUSSELS, Feb. 14, 2023 (Reuters) - {BODY}")
    assert found.published == Period.of_date(2023, 2, 14)
    assert found.date_origin is DateOrigin.DATELINE
    assert found.title == "The ministers met in Brussels on Tuesday."


def test_date_in_byline_counts(article):
    found = article("a.txt", f"Office of the Spokesperson\n\nPublished on 14 February 2023\n\n{BODY}")
    assert found.published == Period.of_date(2023, 2, 14)


def test_date_in_the_file_name_is_the_last_resort(article):
    found = article("2023-02-14 ministers.txt", BODY)
    assert found.published == Period.of_date(2023, 2, 14)
    assert found.date_origin is DateOrigin.FILE_NAME
    assert article("2023-02-30.txt", BODY).published is None
    assert article("invoice 20991399.txt", BODY).published is None


def test_article_without_any_date_is_taken_in_undated(article):
    found = article("a.txt", BODY)
    assert found.published is None
    assert found.title == "The ministers met in Brussels on Tuesday."
    assert found.title_derived


def test_source_names_the_file(article):
    assert article("a.txt", BODY).source.endswith("a.txt")


def test_blank_file_is_an_issue(take_in):
    (empty,) = take_in("a.txt", "")
    (blank,) = take_in("b.txt", " \n\t\r\n \u200b\n")
    assert str(empty.reason) == "It is empty."
    assert str(blank.reason) == "It holds no text."
    assert empty.kind is IssueKind.FAILED


def test_a_year_alone_is_no_date_of_publication(article):
    assert article("a.txt", f"1984\n\n{BODY}").published is None


def test_clock_time_at_the_head_is_kept(article):
    assert str(article("b.txt", f"date 2023-02-14T23:30:00-05:00 {BODY}").published) == "Tue 2023-02-14 23:30"
    assert article("c.txt", "date 2023-02-14 11:24 A.M. EDT\n\nGood morning.").body == "11:24 A.M. EDT\n\nGood morning."
    found = article("a.txt", f"Headline of the day\n14 February 2023, 10:30 a.m.\n\n{BODY}")
    assert found.published is not None
    assert found.published.granularity is Granularity.MINUTE
