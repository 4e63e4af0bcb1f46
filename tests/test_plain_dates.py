from __future__ import annotations

import pytest

from timeline_app.domain.period import Period
from timeline_app.plain_dates import read_date

BASE = Period.of_date(2014, 3, 13)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014-03", "2014-03"),
        ("2014-03~", "about 2014-03"),
        ("mid March 2014", "about 2014-03"),
        ("the 1990s", "1990 to 1999"),
        ("14 February 2023", "Tue 2023-02-14"),
        ("2 weeks before", "Mon 2014-02-24 to Sun 2014-03-02"),
        ("3 days later", "Sun 2014-03-16"),
        ("a month after", "2014-04"),
        ("the day before", "Wed 2014-03-12"),
        ("last Tuesday", "Tue 2014-03-11"),
        ("March", "2014-03"),
        ("from 1789 to 1799", "1789 to 1799"),
        ("between March 2014 and May 2014", "2014-03 to 2014-05"),
    ],
)
def test_dates_are_read_in_plain_words(text: str, date: str) -> None:
    assert str(read_date(text, BASE)) == date


@pytest.mark.parametrize("text", ["", "canal", "30 February 2023", "March 2014, unlike May 2016", "two weeks", "%"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text, BASE) is None


def test_words_that_count_from_something_need_something_to_count_from() -> None:
    assert read_date("2 weeks before") is None
    assert read_date("March") is None
