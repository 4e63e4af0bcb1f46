from __future__ import annotations

import time

import pytest

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.domain.period import Period

TEXT = "".join(
    f"<p>The ministers met in Brussels on day {n} and agreed on further support for the fleet.</p>" for n in range(9)
)
DAY = Period.of_date(2023, 2, 14)


def page(body: str = TEXT, head: str = "", lang: str = "") -> str:
    return f"<!doctype html><html{lang}><head>{head}</head><body>{body}</body></html>"


def test_text_has_paragraphs_and_no_menus_or_scripts(article):
    menu = "<nav><ul><li><a href=/a>Sport</a><li><a href=/b>Weather</a></ul></nav><script>alert('x')</script>"
    found = article(
        "a.html", page(f"{menu}<article><h1>Ministers meet</h1>{TEXT}</article><footer>All rights</footer>")
    )
    assert found.title == "Ministers meet"
    assert found.body.count("\n\n") == 8
    assert not any(word in found.body for word in ("Sport", "alert", "All rights"))


@pytest.mark.parametrize(
    "head",
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", '
            '"datePublished": "2023-02-14T23:30:00-08:00", "dateModified": "2023-03-01"}]}</script>'
        ),
        (
            '<meta property="article:published_time" content="2023-02-14T23:30:00-08:00">'
            '<meta property="article:modified_time" content="2023-03-01">'
        ),
        '<meta name="DC.date.issued" content="2023-02-14">',
        '<script type="application/ld+json">{"damaged": </script><meta name=date content=2023-02-14>',
    ],
    ids=["json-ld", "open graph", "dublin core", "damaged json-ld"],
)
def test_date_that_the_page_states_is_that_of_the_source_and_never_of_a_change(article, head):
    found = article("a.html", page(head=head))
    assert found.published is not None
    assert DAY.overlaps(found.published)
    assert found.date_origin is DateOrigin.FIELD


def test_time_element_of_the_article_counts_and_those_beside_it_do_not(article):
    other = "<aside><time datetime=2019-01-01>old</time></aside>"
    picture = '<figure><meta itemprop="datePublished" content="2023-02-12"></figure>'
    film = '<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" content="2018-01-01"></div>'
    body = f"{other}{film}<article>{picture}<time datetime=2023-02-14>14 Feb</time>{TEXT}</article>"
    assert article("a.html", page(body)).published == DAY


def test_date_that_only_a_reader_sees_is_found(article):
    found = article("a.html", page(f'<p class="date">February 14, 2023</p><article>{TEXT}</article>'))
    assert (found.published, found.date_origin) == (DAY, DateOrigin.BYLINE)


def test_page_without_a_date_is_undated_whatever_years_stand_in_it(article):
    found = article("a.html", page(f"<article>{TEXT}</article><footer>Copyright 2019</footer>"))
    assert found.published is None


def test_what_the_page_states_of_itself_is_kept(article):
    head = (
        '<title>Ministers meet | Herald</title><meta property="og:title" content="Ministers meet">'
        '<meta property="og:site_name" content="The Herald"><meta name="author" content="Jane Doe">'
        '<link rel="canonical" href="https://example.org/a">'
    )
    found = article("a.html", page(head=head, lang=' lang="en-GB"'))
    assert (found.title, found.outlet, found.author) == ("Ministers meet", "The Herald", "Jane Doe")
    assert (found.url, found.language) == ("https://example.org/a", "en-GB")


def test_lead_outside_the_text_is_not_lost(article):
    lead = '<div class="lead">Both sides spoke on the telephone.</div>'
    found = article("a.html", page(f"<article><h1>A call</h1>{lead}<div class='entry-content'>{TEXT}</div></article>"))
    assert found.body.count("Both sides spoke on the telephone.") == 1


def test_charset_that_the_page_names_is_believed(article):
    text = page(
        "<article><p>" + "Министры встретились в Брюсселе. " * 9 + "</article>", '<meta charset="windows-1251">'
    )
    assert article("a.html", text.encode("windows-1251")).body.startswith("Министры встретились")


@pytest.mark.parametrize("body", ["", "<script>1</script>", "<frameset><frame src=a_files/x.html></frameset>"])
def test_page_without_text_is_an_issue(take_in, body):
    (issue,) = take_in("a.html", page(body))
    assert isinstance(issue, ImportIssue)
    assert str(issue.reason) == "It holds no text."


@pytest.mark.parametrize(
    "text",
    [
        page("<div>" * 20_000 + "The ministers met."),
        page("<table><tr><td>" * 3000 + "The ministers met."),
        page("<p>" + "a" * 500_000),
        page("<p " + "x=1 " * 50_000 + ">The ministers met."),
        page(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        page("<p>&#0;&#xD800;\0 The ministers met.</p>"),
        "<html>" + "<!--" * 50_000,
        "<html><![CDATA[" * 1000,
    ],
    ids=["deep", "tables", "one word", "attributes", "json", "characters", "comments", "cdata"],
)
def test_page_made_to_break_parsers_is_done_in_a_moment(take_in, text):
    started = time.perf_counter()
    assert all(isinstance(found, Article | ImportIssue) for found in take_in("a.html", text))
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "unit", ["<font>words ", "<b><i>words ", "<div>words ", "<li><ul>words ", "<table><tr><td>words "]
)
def test_tags_that_are_never_closed_cost_no_text(article, unit):
    assert article("a.html", page(unit * 2000 + "<p>The last words of the article.")).body.endswith(
        "The last words of the article."
    )


@pytest.mark.parametrize(
    "unit",
    [
        "<table><tr><td>a b c</td></tr></table>", "<p>a<br>", "<a href=x>word </a>", "<p class=date>1 ", "<li><ul>x",
        "<article><div class=lead>x</div>", "<time datetime=2020-01-01>x</time>", "<meta name=date content=x>",
    ],
    ids=["tables", "breaks", "links", "dates", "lists", "leads", "times", "meta"],
)  # fmt: skip
def test_page_with_elements_without_end_is_taken_whole_in_a_moment(take_in, unit):
    started = time.perf_counter()
    assert take_in("a.html", page(unit * (1_500_000 // len(unit))))
    assert time.perf_counter() - started < 5
