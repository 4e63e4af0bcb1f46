from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app import rereading
from timeline_app.domain.article import Article
from timeline_app.domain.date_reading import DateReading
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.extraction import Extraction, Level
from timeline_app.ingest.executors import InThisProcess
from timeline_app.ingest.extraction.participants import finder
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.library import Library
from timeline_app.messages import message
from timeline_app.rereading import RefineProgress, refine_library

BODIES = (
    "Ministers met on Tuesday. Zorblatt Kvensky said that Mekkel Foods would leave Brussels.",
    "Elena Brandt closed the harbour of Oslo on 3 March. It will reopen on Friday, she said.",
    "The Bank of England raised its rate on Thursday. Andrew Bailey spoke to the BBC.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(
            extract(Article(f"No. {n}", body, parse_edtf(f"2023-02-1{n}"))) for n, body in enumerate(BODIES, start=1)
        )
    return path


def events(path: Path) -> dict[str, list[int]]:
    with Library.open(path, read_only=True) as library:
        index = library.load_index()
        return {"ids": sorted(int(number) for number in index.ids), "left": [library.count_unrefined()]}


def test_articles_are_read_again_in_worker_processes_and_keep_their_events(path: Path) -> None:
    before, told = events(path), list[RefineProgress]()
    assert before["left"] == [3]
    report = refine_library(path, jobs=1, on_progress=told.append)
    assert (report.refined, report.hindrance) == (3, None)
    assert events(path) == {"ids": before["ids"], "left": [0]}
    assert (told[0], told[-1]) == (RefineProgress(0, 3), RefineProgress(3, 3))


def test_the_newest_are_read_first(path: Path) -> None:
    with Library.open(path, read_only=True) as library:
        first, *rest = library.unrefined(limit=1)
        assert not rest
        assert first[1].title == "No. 3"
        assert [article.title for _, article in library.unrefined(before=first[0])] == ["No. 2", "No. 1"]


def test_a_library_that_is_read_with_care_already_gives_nothing_to_do(path: Path) -> None:
    refine_library(path, new_executor=InThisProcess)
    assert refine_library(path, new_executor=InThisProcess).refined == 0


def test_cancelled_it_keeps_what_is_done_and_goes_on_there(path: Path) -> None:
    asked = iter((False, False, True))
    first = refine_library(path, new_executor=InThisProcess, is_cancelled=lambda: next(asked, True)).refined
    assert first < 3
    assert refine_library(path, new_executor=InThisProcess).refined == 3 - first
    assert events(path)["left"] == [0]


def test_without_the_encoder_it_says_why_and_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "load_encoder", lambda _language: message("onnxruntime cannot be loaded"))
    report = refine_library(path, new_executor=InThisProcess)
    assert str(report.hindrance) == "Names were looked for by rules alone: onnxruntime cannot be loaded."
    assert report.refined == 0
    assert events(path)["left"] == [3]


def test_an_article_that_cannot_be_read_stays_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(article: Article, *, level: Level, dates: DateReading) -> Extraction:
        if article.title == "No. 2":
            raise ArithmeticError
        return extract(article, level=level, dates=dates)

    monkeypatch.setattr(rereading, "extract", read)
    assert refine_library(path, new_executor=InThisProcess).refined == 2
    with Library.open(path, read_only=True) as library:
        assert [article.title for _, article in library.unrefined()] == ["No. 2"]
