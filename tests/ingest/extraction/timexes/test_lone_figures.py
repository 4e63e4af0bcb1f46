"""Four figures are a year only behind the words that years follow; what is numbered or counted is left alone."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.timexes import find_time_expressions

READ_ON = parse_edtf("2023-02-16")

NUMBERED = [
    "Passengers for carriage 1925 should board at the rear.",
    "My grandfather drove tractor 1937 at the fair.",
    "A drawer marked 1950 held nothing but string.",
    "The manuscript, shelfmark 1918, was thought lost.",
    "Boeing rolled out airframe 1969 without ceremony.",
    "Engine 1998 was coupled to the rear of the train.",
    "Truck 2012 was found empty in a lay-by.",
    "Ask for counter 2007.",
]
COUNTED = [
    "The stadium holds 1950 when the terraces are open.",
    "They have shorn 1940 since dawn broke over the pens.",
    "The clerk counted 2022 and lost her place.",
    "The museum paid 1920 for the lamp.",
    "Of 2019 applicants, 1987 were rejected.",
]
REACHED = [
    "The total came to 1960 in small notes.",
    "The temperature inside the kiln climbed to 1960.",
    "He won by 1989 to 1956.",
    "The 1707 to Brighton was cancelled.",
    "The 1830 from Paddington was late again.",
    "The index slipped to 1932 from 1948.",
    "Cells 1901 to 1920 of the spreadsheet were blank.",
    "Turnout was 1981 out of 4040.",
    "Some 1900 stayed to the end.",
    "A fare of 2030 was quoted by the driver.",
]
YEARS = {
    "Nobody foresaw 2008.": "2008",
    "The bridge opened 1932 and carried trams.": "1932",
    "One letter, dated 1891, was on old paper.": "1891",
    "He remembered the failed 1959 uprising.": "1959",
    "The country declared 2019 the year of theatre.": "2019",
    "Analysts predict 2016 will be a turning point.": "2016",
    "The vote was put off to 2025.": "2025",
    "The oldest stone dates to 1702.": "1702",
    "Production moved from 2029 to 2021.": "2021",
    "London 1908 was a muddle of an Olympics.": "1908",
    "It was 1975 before the road was paved.": "1975",
    "The vintages drunk were 1945, 1961 and another.": "1961",
    "1967 brought the first disco to the island.": "1967",
}


def values(text: str, language: str = "en") -> list[str]:
    return [expression.value for expression in find_time_expressions(text, READ_ON, language=language)]


@pytest.mark.parametrize("text", NUMBERED + COUNTED + REACHED)
def test_a_figure_behind_a_word_that_no_year_follows_is_none(text: str) -> None:
    assert not [value for value in values(text) if value.isdigit()]


@pytest.mark.parametrize(("text", "year"), YEARS.items())
def test_a_figure_behind_a_word_that_years_follow_is_one(text: str, year: str) -> None:
    assert year in values(text)


def test_a_language_without_a_list_of_such_words_reads_years_behind_any() -> None:
    assert values("Er starb 1932.", language="de") == ["1932"]
