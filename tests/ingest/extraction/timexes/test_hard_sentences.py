"""Sentences of every form that a careful reader meets, and of what only looks like a date."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import TimeExpression, TimexType
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions

READ_ON = parse_edtf("2023-02-16")  # a Thursday
SENTENCES = tomllib.loads(Path(__file__).with_name("hard_sentences.toml").read_text(encoding="utf-8"))


def find(text: str) -> list[TimeExpression]:
    found = find_time_expressions(text, READ_ON, mode=Mode.NEWS)
    return [expression for expression in found if not expression.value.endswith("_REF")]


def words_and_date(expression: TimeExpression) -> tuple[str, str]:
    words = expression.text.removeprefix("The ").removeprefix("the ")
    return words, expression.value if expression.period is None else format_edtf(expression.period)


@pytest.mark.parametrize(("text", "dates"), SENTENCES["dates"].items())
def test_a_sentence_gives_its_dates_and_no_others(text: str, dates: list[list[str]]) -> None:
    found = find(text)
    wanted = [(words.removeprefix("The ").removeprefix("the "), date) for words, date in dates]
    dated = [words_and_date(e) for e in found if e.type in (TimexType.DATE, TimexType.TIME)]
    assert set(wanted) <= {words_and_date(e) for e in found}, [words_and_date(e) for e in found]
    assert set(dated) <= set(wanted), dated


@pytest.mark.parametrize("text", SENTENCES["none"]["sentences"])
def test_a_sentence_without_a_date_gives_none(text: str) -> None:
    found = find(text)
    assert not found, [words_and_date(e) for e in found]
