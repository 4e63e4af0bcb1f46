"""A word of time that is a name in one place of a text is that name in all of it, but for where it says the time."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.timexes import Mode, find_time_expressions

READ_ON = parse_edtf("2023-02-16")  # a Thursday


def found(text: str, language: str = "en") -> list[str]:
    return [e.text for e in find_time_expressions(text, READ_ON, mode=Mode.NEWS, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "June Carver said nothing. Police believe June article was hers.",
        "The band Wednesday plays loud. Critics praise Wednesday.",
        "Their puppy is called Sunday. We love Sunday.",
        "Constable Noon gave evidence. Counsel pressed Noon on the point.",
        "Fans love The 1975. Nobody knew why 1975 cancelled.",
        "Critics praise Wednesday. The band Wednesday plays loud.",
    ],
)
def test_a_name_that_one_place_is_sure_of_is_that_name_in_another(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("June Carver said nothing. She was arrested in June.", ["June"]),
        ("The band Wednesday plays loud. It plays on Wednesday.", ["Wednesday"]),
        ("Fans love The 1975. They met in 1975.", ["1975"]),
        ("Mrs May resigned. The vote is set for late May.", ["late May"]),
    ],
)
def test_what_says_the_time_stays_one_in_a_text_with_such_a_name(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Voters went to the polls on Super Tuesday, as the day is called. Super Tuesday was quiet.",
            ["Super Tuesday"] * 2,
        ),
        ("She told John Friday that it was over. The court sits Friday.", ["Friday"]),
        ("The vote is on Monday. Monday brought rain.", ["Monday", "Monday"]),
    ],
)
def test_feasts_and_days_that_only_stand_beside_a_name_stay_dates(text: str, dates: list[str]) -> None:
    assert found(text) == dates


def test_a_name_that_is_met_once_says_nothing_of_another_word() -> None:
    assert found("June Carver said nothing. The July heat went on.") == ["The July"]


def test_capitals_tell_no_name_in_a_language_that_writes_all_nouns_so() -> None:
    assert found("Im Mai kam er. Im Mai ging er.", language="de") == ["Mai", "Mai"]
