"""From an article to all that it yields, and to the JSON of the commands."""

from __future__ import annotations

import json
import pickle
import time
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


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("the council met in the town hall and the mayor opened the bridge ", id="no stop"),
        pytest.param("It rained on 3 May 2014. ", id="dates"),
        pytest.param("3 May 2014, ", id="a list of dates"),
        pytest.param("1984 ", id="years"),
        pytest.param("fans of The 1975 ", id="a year that is a name"),
        pytest.param("7", id="one number"),
        pytest.param("12 ", id="figures"),
        pytest.param("A", id="one word in capitals"),
        pytest.param("ALPHA BETA ", id="capitals"),
        pytest.param("Alpha Beta ", id="one name"),
        pytest.param("John Smith met Mary Smith. ", id="namesakes"),
        pytest.param("3 May. Rain fell.\n", id="a diary"),
        pytest.param("Paris, 3 June 1871\n\nWe met.\n\n", id="letters"),
        pytest.param("Date: 14 June 1956\nThe board met.\n", id="minutes"),
        pytest.param("On Tue, Mar 4, 2014 at 9:03 AM Jane Roe wrote:\n> hello\n", id="messages"),
        pytest.param("1917\n\nIt rained.\n\n", id="sections"),
        pytest.param('"he said ', id="quotations"),
        pytest.param("(in 1956 ", id="brackets"),
        pytest.param("*[a](", id="links"),
        pytest.param("[", id="one bracket"),
        pytest.param("\n", id="line ends"),
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        began = time.process_time()
        extract(Article("", text, parse_edtf("2023-02-14")))
        return time.process_time() - began

    def growth() -> float:
        return seconds(40_000) / max(seconds(5_000), 0.005)

    seconds(len(unit))
    # Eight times the text takes eight times as long; another program can only make it seem more.
    assert any(growth() < 11 for _ in range(3))


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
            "A meeting of the U.S.-led Contact Group for Ukraine will be held at the headquarters…",
            "2023-02-14",
            "2023-02-14",
            "planned",
        ),
    }
    names = {who["name"] for who in found["participants"]}
    assert {"Jens Stoltenberg", "Oleksiy Reznikov"} <= names
