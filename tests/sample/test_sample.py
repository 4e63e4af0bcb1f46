"""The sample library: every article is taken in whole, and most of what a careful reader finds in it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sample import scoring
from timeline_app.domain.calendar import civil_from_days
from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import iso_date

if TYPE_CHECKING:
    from collections.abc import Callable

# Floors that only ever rise: what the program reaches on articles written before it was there to be asked.
EVENTS_RIGHT = 0.94
PARTICIPANTS_RIGHT = 0.9


def test_every_article_is_taken_in_and_nothing_else() -> None:
    assert len(scoring.sample_articles()) == 62


def test_publication_days_are_those_that_the_sources_state() -> None:
    for expected, article in scoring.sample_articles():
        found = article.published and iso_date(civil_from_days(article.published.first_day))
        assert found == expected.published, expected.file


def test_one_article_is_undated_and_gets_no_borrowed_date() -> None:
    undated = [article for _, article in scoring.sample_articles() if article.published is None]
    assert [article.title for article in undated] == ["Five things to know about the Great Bitter Lake"]


def test_outlets_are_those_that_the_sources_state() -> None:
    for expected, article in scoring.sample_articles():
        assert article.outlet == expected.outlet, expected.file


def test_stated_titles_are_kept_and_the_others_derived() -> None:
    for expected, article in scoring.sample_articles():
        assert article.title_derived == (expected.title is None), expected.file
        if expected.title is not None:
            assert article.title == expected.title


def test_a_derived_title_is_no_dateline() -> None:
    derived = [article.title for _, article in scoring.sample_articles() if article.title_derived]
    assert derived
    assert not [title for title in derived if title.startswith("ISMAILIA")]


def test_no_two_articles_are_taken_for_one() -> None:
    assert len({article.fingerprint for _, article in scoring.sample_articles()}) == 62


def test_every_article_begins_with_its_own_appearance() -> None:
    for expected, extraction in scoring.sample_extractions():
        first = extraction.reports[0]
        assert first.kind is EventKind.PUBLISHED, expected.file
        assert first.period == extraction.article.published, expected.file


@pytest.mark.parametrize(
    ("score", "floor"),
    [
        pytest.param(scoring.score_events, EVENTS_RIGHT, id="events"),
        pytest.param(scoring.score_participants, PARTICIPANTS_RIGHT, id="participants"),
    ],
)
def test_what_a_reader_finds_is_found(score: Callable[[], scoring.Score], floor: float) -> None:
    result = score()
    assert result.share >= floor, "\n".join([f"{result.share:.3f} found, expected at least {floor}", *result.misses])
