from __future__ import annotations

import time

import pytest

from timeline_app.domain.article import Article, DateOrigin, IssueKind
from timeline_app.domain.period import Granularity, Period

BODY = "The ministers met in Brussels on Tuesday."


def test_yaml_front_matter(article):
    found = article(
        "a.md",
        '---\n# a remark\ntitle: "Ministers: meet"\ndate: 2023-02-14\nauthors:\n  - Jane Doe\n  - Max Roe\nsource: Herald\n'
        f"lang: en-GB\n---\n\n{BODY}\n",
    )
    assert (found.title, found.author, found.outlet) == ("Ministers: meet", "Jane Doe, Max Roe", "Herald")
    assert (found.language, found.body) == ("en-GB", BODY)
    assert found.published == Period.of_date(2023, 2, 14)
    assert found.date_origin is DateOrigin.FIELD


def test_toml_front_matter(article):
    found = article("a.md", f'+++\ntitle = "Ministers meet"\ndate = 2023-02-14T23:30:00-08:00\n+++\n{BODY}')
    assert found.title == "Ministers meet"
    assert found.published is not None
    assert str(found.published) == "Tue 2023-02-14 23:30"


def test_the_day_is_that_of_the_sources_own_zone(article):
    found = article("a.md", f"---\ndate: 2023-02-14 23:30:00 -0800\n---\n{BODY}")
    assert str(found.published) == "Tue 2023-02-14 23:30"
    assert found.published.granularity is Granularity.SECOND


def test_no_is_a_word_and_no_truth_value(article):
    found = article("a.md", f"---\ntitle: NO\nauthor: 12:30:45\nsource: 1.10\n---\n{BODY}")
    assert (found.title, found.author, found.outlet) == ("NO", "12:30:45", "1.10")


def test_the_last_of_two_equal_keys_counts(article):
    assert article("a.md", f"---\ntitle: a\ntitle: b\n---\n{BODY}").title == "b"


@pytest.mark.parametrize(
    "matter",
    [
        "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
        + "title: *a9\n",
        "a:\n" + "- " * 60_000 + "\n",
        "a: " + "[" * 100_000 + "\n",
        "".join(" " * depth + "a:\n" for depth in range(500)),
    ],
    ids=["alias bomb", "dashes", "brackets", "indentation"],
)
def test_front_matter_made_to_break_parsers_costs_nothing(take_in, matter):
    started = time.perf_counter()
    *_, found = take_in("a.md", f"---\n{matter}date: 2023-02-14\n---\n{BODY}")
    assert isinstance(found, Article)
    assert found.published == Period.of_date(2023, 2, 14)
    assert found.body == BODY
    assert time.perf_counter() - started < 2


def test_damaged_front_matter_is_reported_and_its_plain_lines_are_read(take_in):
    issue, found = take_in("a.md", f'---\ntitle: Ministers meet\ndate: 2023-02-14\nkicker: "unclosed\n---\n{BODY}')
    assert issue.kind is IssueKind.NOTED
    assert (found.title, found.published) == ("Ministers meet", Period.of_date(2023, 2, 14))


def test_first_heading_is_the_title_where_none_is_stated(article):
    found = article("a.md", f"# Ministers meet\n\n{BODY}")
    assert (found.title, found.body, found.title_derived) == ("Ministers meet", BODY, False)


def test_a_rule_at_the_top_is_no_front_matter(article):
    text = f"---\n\nA line of poetry,\n\n---\n\n{BODY}"
    assert BODY in article("a.txt", text).body
    assert "poetry" in article("a.txt", text).body
