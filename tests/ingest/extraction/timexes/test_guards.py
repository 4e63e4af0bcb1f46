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
