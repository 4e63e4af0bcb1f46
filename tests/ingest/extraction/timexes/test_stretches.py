"""Ranges told as two expressions: both sides know the whole."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.ingest.extraction.timexes import Mode, find_stretches, find_time_expressions

PUBLISHED = parse_edtf("2023-02-16")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He ruled between 1914 and 1918.", "1914/1918"),
        ("It runs from May to July.", "2023-05/2023-07"),
        ("From 28 February to 3 March 2022 they voted.", "2022-02-28/2022-03-03"),
        ("The project ran 2014–2020.", "2014/2020"),
        ("Open Monday through Friday.", "2023-02-13/2023-02-17"),
        ("Closed from 10 a.m. to 4 p.m. on 3 March 2020.", "2020-03-03T10/2020-03-03T16"),
    ],
)
def test_both_sides_have_the_period_from_first_to_last(text: str, expected: str) -> None:
    found = find_time_expressions(text, PUBLISHED, mode=Mode.NEWS)
    assert {i: format_edtf(p) for i, p in find_stretches(text, found).items()} == {0: expected, 1: expected}


@pytest.mark.parametrize(
    "text",
    [
        "In 1914 and 1918 it rained.",
        "He came in May, and left in July.",
        "Since 2014, and until 2020, it stood.",
        "In 1918 to 1914 terms.",
        "On Monday. On Friday.",
        "now to 2025",
    ],
)
def test_neighbours_that_are_no_range_are_left_apart(text: str) -> None:
    found = find_time_expressions(text, PUBLISHED, mode=Mode.NEWS)
    assert find_stretches(text, found) == {}
