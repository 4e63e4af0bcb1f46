"""What only looks like a date, and the same words and figures where they are one.

`lookalikes.jsonl` has a sentence a line: what it is about, its text, and the words of its dates; none where it has no date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.extraction import TimeExpression
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions

READ_ON = parse_edtf("2023-02-16")  # a Thursday
LINES = Path(__file__).with_name("lookalikes.jsonl").read_text(encoding="utf-8").splitlines()
SENTENCES = [json.loads(line) for line in LINES]


def find(text: str) -> tuple[TimeExpression, ...]:
    return find_time_expressions(text, READ_ON, mode=Mode.NEWS)


def sentences(*, dated: bool) -> list[Any]:
    return [
        pytest.param(sentence["text"], sentence["dates"], id=f"{sentence['of']}: {sentence['text']}")
        for sentence in SENTENCES
        if bool(sentence["dates"]) is dated
    ]


@pytest.mark.parametrize(("text", "dates"), sentences(dated=False))
def test_what_only_looks_like_a_date_is_none(text: str, dates: list[str]) -> None:
    assert [expression.text for expression in find(text)] == dates


@pytest.mark.parametrize(("text", "dates"), sentences(dated=True))
def test_a_date_in_the_same_words_is_one(text: str, dates: list[str]) -> None:
    found = find(text)
    for date in dates:
        start = text.index(date)
        assert any(e.start < start + len(date) and e.end > start for e in found), [e.text for e in found]
