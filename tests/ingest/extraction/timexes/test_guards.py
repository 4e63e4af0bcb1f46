"""Words of many meanings: what is of time by the company that it keeps, and what is not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions

READ_ON = parse_edtf("2023-02-16")  # a Thursday
SENTENCES = tomllib.loads(Path(__file__).with_name("company.toml").read_text(encoding="utf-8"))


def found_in(text: str) -> list[str]:
    found = find_time_expressions(text, READ_ON, mode=Mode.NEWS)
    return [expression.text.removeprefix("The ").removeprefix("the ") for expression in found]


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{group}: {text}") for group, texts in SENTENCES["none"].items() for text in texts]
)
def test_a_word_of_time_in_other_company_is_no_time(text: str) -> None:
    found = find_time_expressions(text, READ_ON, mode=Mode.NEWS)
    assert [expression.text for expression in found if not expression.value.endswith("_REF")] == []


@pytest.mark.parametrize(("text", "words"), SENTENCES["dates"].items())
def test_the_same_word_in_the_company_of_times_is_one(text: str, words: list[str]) -> None:
    assert found_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/opa/pr/2006/October/06_civ_123.html for more.",
        "It is at www.example.org/news/may/second-quarter.pdf still.",
        "Write to april.may@monday-times.example for it.",
    ],
)
def test_a_piece_of_an_address_is_no_time(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Monday, Dawn Smith was indicted.", ["Monday"]),
        ("On July 19, 2007, Dawn Miller pleaded guilty.", ["July 19, 2007"]),
        ("On Monday, dawn broke late.", ["Monday, dawn"]),
    ],
)
def test_somebody_called_after_a_part_of_day_takes_no_date_along(text: str, words: list[str]) -> None:
    assert found_in(text) == words
