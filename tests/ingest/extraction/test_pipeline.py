"""From an article to all that it yields, and to the JSON of the commands."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.article import Article
from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.output import record
from timeline_app.ingest.extraction.pipeline import extract

SEED = Path(__file__).parents[3].parent / "shared" / "data" / "seed"
TEXT = (
    "A two-day meeting of ministers starts in Brussels. Jens Holm said on Monday that it will end on 15 February 2023."
)


def test_the_record_has_the_keys_that_scripts_rely_on() -> None:
    given_record = record(extract(Article("A title", TEXT, parse_edtf("2023-02-14"))), 7)
    assert list(given_record) == ["id", "title", "published", "time_expressions", "participants", "events"]
    assert (given_record["id"], given_record["title"], given_record["published"]) == (7, "A title", "2023-02-14")
    dates = ["edtf", "from", "to", "granularity", "approximate"]
    assert list(given_record["time_expressions"][0]) == ["start", "end", "text", "type", "value", *dates]
    assert list(given_record["participants"][0]) == ["name", "kind", "roles", "aliases", "mentions"]
    assert list(given_record["events"][0]) == ["title", "kind", *dates, "sentence", "participants", "resolution"]
    assert json.loads(json.dumps(given_record)) == given_record


def test_an_undated_article_has_nulls_and_no_borrowed_date() -> None:
    event = record(extract(Article("", "A line.")), "x")["events"][0]
    assert (event["title"], event["edtf"], event["from"], event["to"], event["granularity"]) == (
        "A line",
        None,
        None,
        None,
        None,
    )


def test_offsets_give_back_the_words() -> None:
    found = record(extract(Article("", TEXT, parse_edtf("2023-02-14"))), "x")
    for expression in found["time_expressions"]:
        assert TEXT[expression["start"] : expression["end"]] == expression["text"]
    assert all(TEXT[slice(*mention)] for who in found["participants"] for mention in who["mentions"])


def test_an_extraction_travels_between_processes() -> None:
    extraction = extract(Article("A title", TEXT, parse_edtf("2023-02-14")))
    assert pickle.loads(pickle.dumps(extraction)) == extraction


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_accepted(text: str) -> None:
    extraction = extract(Article("", text, parse_edtf("2023-02-14")))
    assert extraction.reports[0].sentence is None


def test_the_seed_yields_its_meetings_and_the_beginning_of_the_war() -> None:
    if not SEED.is_dir():
        pytest.skip("the shared data is not on this machine")
    text = next(SEED.iterdir()).read_text(encoding="utf-8").removeprefix(" date 2023-02-14 ")
    found = record(extract(Article("", text, parse_edtf("2023-02-14"))), "seed")
    events = {(event["title"], event["from"], event["to"], event["kind"]) for event in found["events"][1:]}
    assert events == {
        ("A two-day meeting of the defense ministers … starts in Brussels", "2023-02-14", "2023-02-15", "reported"),
        ("Beginning of the terrible war in Ukraine", "2022-02-21", "2022-02-27", "reported"),
        (
            "A meeting of the U.S.-led Contact Group … will be held at the headquarters to discuss…",
            "2023-02-14",
            "2023-02-14",
            "planned",
        ),
    }
    names = {who["name"] for who in found["participants"]}
    assert {"Jens Stoltenberg", "Oleksiy Reznikov"} <= names
