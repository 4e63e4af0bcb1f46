from __future__ import annotations

import pytest

from tests.exports.conftest import periods
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.period import Granularity, Period
from timeline_app.exports.english import english, say
from timeline_app.messages import message


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-02-14", "14 February 2023"),
        ("2023-02", "February 2023"),
        ("2023", "2023"),
        ("199X", "1990 – 1999"),
        ("-0599~", "about 600 BCE"),
        ("0000", "1 BCE"),
        ("-02XX", "300 BCE – 201 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("2014/..", "since 2014"),
        ("../1975-06", "until June 1975"),
        ("2021-21", "March 2021 – May 2021"),
        ("2023-02-13/2023-02-15", "13 February 2023 – 15 February 2023"),
        ("2023-02-14T10:30", "14 February 2023, 10:30"),
        ("2023-02-14T10:30:15", "14 February 2023, 10:30:15"),
        ("2023-02-14T10", "14 February 2023, 10:00 – 14 February 2023, 11:00"),
    ],
)
def test_dates_are_written_in_words(edtf: str, words: str) -> None:
    assert english(parse_edtf(edtf)) == words


def test_parts_of_a_day_are_written_with_their_hours() -> None:
    start = Period.of_date(2023, 2, 14).known[0]
    morning = Period(start + 6 * 3600, start + 12 * 3600, Granularity.PART_OF_DAY)
    assert english(morning) == "14 February 2023, 06:00 – 14 February 2023, 12:00"


def test_no_two_dates_are_written_alike() -> None:
    written = [english(period) for period in periods()]
    assert len(set(written)) == len(written)


def test_messages_within_messages_have_their_dates_in_words() -> None:
    inner = message("before {day}", day=parse_edtf("2023-02-14"))
    assert say(message("{what}, {count} times", what=inner, count=2)) == "before 14 February 2023, 2 times"
