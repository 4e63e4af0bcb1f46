"""Sentences as newspapers and agencies write them, read on the day of their publication."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import TimeExpression
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions

SENTENCES = tomllib.loads(Path(__file__).with_name("news_sentences.toml").read_text(encoding="utf-8"))
CASES = [(day, text, dates) for day, sentences in SENTENCES.items() for text, dates in sentences.items()]


def words_and_date(expression: TimeExpression) -> tuple[str, str]:
    words = expression.text.removeprefix("The ").removeprefix("the ")
    return words, expression.value if expression.period is None else format_edtf(expression.period)


@pytest.mark.parametrize(("day", "text", "dates"), CASES)
def test_a_sentence_of_news_gives_its_dates(day: str, text: str, dates: list[list[str]]) -> None:
    found = [words_and_date(e) for e in find_time_expressions(text, parse_edtf(day), mode=Mode.NEWS)]
    assert {(words, date) for words, date in dates} <= set(found), found


def test_today_is_the_day_of_what_is_being_done_and_the_age_of_what_is_so() -> None:
    timeless = "The river is low and its banks are wide. " * 80
    text = f"{timeless}Today, the department is naming a new bridge. {timeless}The bridges today are of stone."
    found = find_time_expressions(text, parse_edtf("2013-03-20"))
    assert [words_and_date(e)[1] for e in found] == ["2013-03-20", "PRESENT_REF"]
