"""Where sentences end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ingest.extraction.sentences import split_sentences


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language=language)]


def test_a_stop_ends_a_sentence() -> None:
    assert sentences("He came. She left! Why? Nobody knows…") == ["He came.", "She left!", "Why?", "Nobody knows…"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Hale met Gen. Ruiz of the U.S. Army.",
        "President Joseph R. Biden, Jr. spoke today with Prime Minister A. B. Costa.",
        "No. 5 of Acme Inc. shares rose 1.5 percent to $3.20.",
        "It happened on Feb. 24 at 5 p.m. Eastern time, i.e. late.",
        "The U.S. Senate voted.",
        "He said … nothing much.",
        '"Why?" he asked.',
        "See p. 12 and Sec. 4.",
    ],
)
def test_an_abbreviation_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("He lives in Washington, D.C. The house is old.", "He lives in Washington, D.C."),
        ("It began at 5 p.m. She was late.", "It began at 5 p.m."),
        ("They sued Acme Inc. However, it won.", "They sued Acme Inc."),
        ("It was 1998. 20 people came.", "It was 1998."),
    ],
)
def test_an_abbreviation_or_number_may_stand_last(text: str, first: str) -> None:
    assert sentences(text)[0] == first


def test_quotes_brackets_and_footnotes_close_with_their_sentence() -> None:
    assert sentences("He said: “Go.” (She went.) It ended.[3] Then") == [
        "He said: “Go.”",
        "(She went.)",
        "It ended.[3]",
        "Then",
    ]


def test_markdown_emphasis_closes_with_its_sentence() -> None:
    assert sentences("**Who and where.** The ship sank.") == ["**Who and where.**", "The ship sank."]


def test_a_blank_line_is_a_border_and_a_wrapped_line_is_none() -> None:
    text = "A heading without a stop\n\nThe first line is wrapped because\nthe mail program of the sender did\nso."
    assert sentences(text) == ["A heading without a stop", text.partition("\n\n")[2]]


def test_lines_broken_on_purpose_are_sentences() -> None:
    text = "Agenda for Monday\nThe ministers will talk about fish, ships and the weather at sea.\n- quotas\n- harbours"
    assert sentences(text)[0] == "Agenda for Monday"
    assert sentences(text)[-2:] == ["- quotas", "- harbours"]


def test_the_number_of_an_entry_is_no_sentence() -> None:
    assert sentences("1. Open the door.\n2. Close it.") == ["1. Open the door.", "2. Close it."]


def test_german_ordinals_end_nothing() -> None:
    text = "Am 16. August kam Dr. Weber. Er blieb bis zum 3. Mai."
    assert sentences(text, "de-AT") == ["Am 16. August kam Dr. Weber.", "Er blieb bis zum 3. Mai."]


def test_a_language_without_data_is_cut_like_english() -> None:
    assert sentences("Hij kwam. Zij ging.", "nl") == ["Hij kwam.", "Zij ging."]


def test_a_stretch_without_stops_is_cut_at_blanks() -> None:
    spans = split_sentences("word " * 5000)
    assert max(end - start for start, end in spans) < 4100
    assert len(split_sentences("x" * 100_000)) == 1


def test_nothing_yields_nothing() -> None:
    assert split_sentences("") == split_sentences(" \n\n\t") == []


@given(st.text(alphabet='aB1 .!?…"”’()[]\n\t-,–é中', max_size=200))
def test_spans_are_in_order_without_outer_blanks_and_lose_no_word(text: str) -> None:
    spans = split_sentences(text)
    assert all(a < b <= c < d for (a, b), (c, d) in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() and "\n\n" not in text[a:b] for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", "\n", "\n ", "a. ", '." ', "A\n", "x", 'A."', "(", "1. ", "U.S. A "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        split_sentences(unit * (size // len(unit)))
        return time.process_time() - start

    assert seconds(400_000) < 20 * max(seconds(50_000), 0.005)
