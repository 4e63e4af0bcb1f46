"""Early, mid and late: which part of a unit is meant."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.ingest.extraction.timexes.parts import told_part


@pytest.mark.parametrize(
    ("whole", "mod", "part"),
    [
        ("2020-03", "START", "2020-03-01~/2020-03-10~"),
        ("2020-03", "MID", "2020-03-11~/2020-03-20~"),
        ("2020-02", "END", "2020-02-21~/2020-02-29~"),
        ("2020", "MID", "2020-05~/2020-08~"),
        ("2020-22", "START", "2020-06~"),
        ("198X", "END", "1985~/1989~"),
        ("198X", "MID", "1984~/1986~"),
        ("200X", "START", "2000~/2004~"),
        ("18XX", "START", "180X~/182X~"),
        ("-03XX", "END", "-032X~/-030X~"),
    ],
)
def test_a_part_is_about_a_third_and_of_a_decade_about_a_half(whole: str, mod: str, part: str) -> None:
    assert format_edtf(told_part(parse_edtf(whole), mod)) == part


@pytest.mark.parametrize(
    ("whole", "mod"),
    [("2020-03", ""), ("2020-03", "APPROX"), ("2020-03-05", "START"), ("2020-03/2020-05", "MID"), ("2020/..", "END")],
)
def test_what_has_no_such_part_stays_whole(whole: str, mod: str) -> None:
    period = parse_edtf(whole)
    assert told_part(period, mod) is period
