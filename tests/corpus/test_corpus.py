"""Every golden article yields what is kept beside it."""

from __future__ import annotations

import json

import pytest

from tests.corpus import NAMES, article, expected, found


@pytest.mark.parametrize("name", NAMES)
def test_an_article_yields_what_is_kept_beside_it(name: str) -> None:
    assert json.loads(found(name)) == json.loads(expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_kept_offsets_give_back_the_words(name: str) -> None:
    body, kept = article(name).body, json.loads(expected(name))
    for expression in kept["time_expressions"]:
        assert body[expression["start"] : expression["end"]] == expression["text"]
    for participant in kept["participants"]:
        words = {body[slice(*mention)] for mention in participant["mentions"]}
        assert words <= {participant["name"], *participant["aliases"]} or words
    for event in kept["events"]:
        assert (event["sentence"] is None) == (event["kind"] == "published")


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_title_stands_in_the_evidence(name: str) -> None:
    body, kept = article(name).body, json.loads(expected(name))
    for event in kept["events"]:
        if event["sentence"] is not None:
            evidence = " ".join(body[slice(*event["sentence"])].split()).lower()
            for part in event["title"].rstrip("…").split(" … "):
                assert part.lower() in evidence
