"""Why the program is unsure of an event, from real extractions of short articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import make_article, make_extraction
from timeline_app.domain.article import Article
from timeline_app.domain.extraction import Resolution
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.library import Library
from timeline_app.messages import message
from timeline_app.reviewing import Doubtful, read_doubtful


def doubts_of(tmp_path: Path, *articles: Article) -> tuple[Doubtful, ...]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([extract(article) for article in articles])
    return read_doubtful(path, 100)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("The minister resigned on 03/04/2022 in Oslo.", "“03/04/2022” could be two dates"),
        ("The factory was built about 1850.", "only about when"),
        ("The company might sell the mine in March 2024.", "may happen"),
    ],
)
def test_each_event_has_its_chief_doubt(tmp_path: Path, body: str, reason: str) -> None:
    found = doubts_of(tmp_path, make_article(body=body, published="2022-06-01"))
    assert any(reason in str(doubtful.doubt) for doubtful in found), [str(doubtful.doubt) for doubtful in found]


def test_a_date_that_can_be_read_in_one_order_only_is_not_doubted(tmp_path: Path) -> None:
    body = "The minister resigned on 23/04/2022 in Oslo. His successor resigned on 03/05/2022 in Bergen."
    assert not doubts_of(tmp_path, make_article(body=body, published="2022-06-01"))


@pytest.mark.parametrize("rule", ["inherited", "assumed", "dateline"])
def test_of_a_date_that_is_not_the_sentences_own_the_explanation_is_the_doubt(tmp_path: Path, rule: str) -> None:
    explanation = message("The sentence gives no date; another one does.")
    found = make_extraction()
    first, *others = found.reports
    borrowed = [replace(report, resolution=Resolution(rule, explanation), confidence=0.5) for report in others]
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([replace(found, reports=(first, *borrowed))])
    assert {doubtful.doubt for doubtful in read_doubtful(path, 100)} == {explanation}


def test_a_near_copy_that_dates_the_event_otherwise_is_the_doubt(tmp_path: Path) -> None:
    told = "\n\n".join(
        f"Paragraph {number} of the wire story says what the one before did not." for number in range(30)
    )
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        for outlet, day in (("The Courier", "2023-02-14"), ("The Herald", "2023-02-15")):
            found = make_extraction(outlet=outlet, published=day)
            body = f"{found.article.body}\n\n{told}"
            unsure = [
                replace(report, period=found.article.published if at else report.period, confidence=0.5)
                for at, report in enumerate(found.reports)
            ]
            library.add([replace(found, article=replace(found.article, body=body), reports=tuple(unsure))])
        library.regroup()
    doubts = [str(doubtful.doubt) for doubtful in read_doubtful(path, 100)]
    assert any("A near copy" in doubt and "The Herald" in doubt and "2023-02-15" in doubt for doubt in doubts), doubts


def test_reading_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([extract(make_article(body="The factory was built about 1850.", published="2022-06-01"))])
    assert read_doubtful(path, 100)
    assert read_doubtful(path, 100, lambda: True) == ()
