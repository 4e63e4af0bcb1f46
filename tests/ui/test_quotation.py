"""Quotations carry where they are from, as far as the article states it."""

from __future__ import annotations

from timeline_app.domain.article import Article
from timeline_app.domain.period import Period
from timeline_app.ui.quotation import citation, quotation


def test_what_the_article_states_is_cited_in_order() -> None:
    article = Article(
        title="Ship aground",
        body="The ship ran aground. Nobody was hurt.",
        published=Period.of_date(2021, 3, 24),
        outlet="Harbour Courier",
        author="Mona Aziz",
        url="https://courier.example/0324",
        source="/cases/0324.html",
    )
    assert quotation(article, (0, 21)) == (
        "“The ship ran aground.”\n"
        "— Mona Aziz, “Ship aground”, Harbour Courier, 24 March 2021, https://courier.example/0324"
    )


def test_what_is_not_stated_is_not_made_up() -> None:
    article = Article(
        title="First words of it", title_derived=True, body="First words of it.", source="/cases/memo.txt"
    )
    assert citation(article) == "no date stated, /cases/memo.txt"
