"""Dates at the head of letters, minutes, messages, entries of diaries and sections: what is counted from them."""

from __future__ import annotations

import time

import pytest

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.ingest.extraction.timexes import find_time_expressions

PUBLISHED = parse_edtf("2005-04-01")


def dates(text: str, *, published: str | None = "2005-04-01", language: str = "en") -> dict[str, str]:
    found = find_time_expressions(text, parse_edtf(published) if published else None, language=language)
    return {" ".join(e.text.split()): format_edtf(e.period) if e.period else e.value for e in found}


LETTER = """Paris, 3 June 1871

My dear Father,
I write in haste, for the post leaves tomorrow. Yesterday the last barricade fell. Your letter of the 12th ult. came this
morning. We march on Monday. Uncle died on the 29th of May.
"""


def test_a_letter_counts_from_the_day_at_its_head_and_not_from_its_publication() -> None:
    found = dates(LETTER)
    assert found["tomorrow"] == "1871-06-04"
    assert found["Yesterday"] == "1871-06-02"
    assert found["the 12th ult."] == "1871-05-12"
    assert found["Monday"] == "1871-06-05"
    assert found["the 29th of May"] == "1871-05-29"


def test_a_date_counted_from_a_head_says_so() -> None:
    (tomorrow,) = [e for e in find_time_expressions(LETTER, PUBLISHED) if e.text == "tomorrow"]
    assert str(tomorrow.resolution.explanation) == "“tomorrow”, counted from the date at its head, Sat 1871-06-03"


def test_a_letter_without_a_publication_date_counts_from_its_head_whatever_it_tells_in_between() -> None:
    text = "14 Rue de Fleurus\nDecember 11th, 1923.\n\nWe arrived last night. Tomorrow we see the doctor."
    assert dates(text, published=None)["Tomorrow"] == "1923-12-12"


@pytest.mark.parametrize(
    "head",
    [
        "Date: 14 June 1956",
        "Minutes of the Board's meeting held on 14 June 1956",
        "> On Thu, Jun 14, 1956 at 9:03 AM, Jane Roe <jane@example.org> wrote:",
        "From: Jane Roe\nSent: Thursday, June 14, 1956 9:03 AM\nTo: Board",
        "Head Quarters, near Morris Town, 14th June 1956.",
    ],
)
def test_what_labels_a_day_makes_it_the_day_of_writing(head: str) -> None:
    assert dates(f"{head}\nI signed the loan yesterday.")["yesterday"] == "1956-06-13"


@pytest.mark.parametrize(
    "text",
    [
        "The fort fell on 14 June 1956.\nI saw its ruins yesterday.",
        "Our guide, born 14 June 1956\nand we met yesterday.",
        "Conference, Paris, 14 June 2005\nWe booked the hall yesterday.",  # announced before it is held
    ],
)
def test_a_date_that_is_only_told_or_lies_ahead_is_no_day_of_writing(text: str) -> None:
    assert dates(text)["yesterday"] == "2005-03-31"


DIARY = """1917

January 30. Cold. Father came home tonight.
Thurs. 31. Snow. Yesterday's rain has frozen.
Feb. 3. Will left us this morning for the camp.
5th. Fine. Walked to the mill.
Saturday the 10th
Stayed in.
1918
January 2. We saw Will yesterday.
"""


def test_the_days_of_a_diary_go_on_from_each_other_through_months_and_years() -> None:
    found = dates(DIARY, published=None)
    assert found["January 30"] == "1917-01-30"
    assert found["tonight"] == "1917-01-30T18/1917-01-30T23"
    assert found["Thurs. 31"] == "1917-01-31"
    assert found["Yesterday"] == "1917-01-30"
    assert found["Feb. 3"] == "1917-02-03"
    assert found["5th"] == "1917-02-05"
    assert found["Saturday the 10th"] == "1917-02-10"
    assert found["January 2"] == "1918-01-02"
    assert found["yesterday"] == "1918-01-01"


def test_the_log_of_a_ship_goes_on_from_one_month_into_the_next() -> None:
    text = "June 1827\nSaturday 30th\nStrong winds.\nSunday 1st\nWesterly wind.\nMonday 2nd\nAll hands employed."
    assert list(dates(text, published=None).values()) == ["1827-06", "1827-06-30", "1827-07-01", "1827-07-02"]


def test_a_day_with_a_weekday_and_a_year_lacks_its_month_only() -> None:
    text = (
        "Wednesday December 12th 1849 Strong wind\nThursday 13th 1849 Calm\nFriday 14th The day began with light wind"
    )
    assert list(dates(text, published=None).values()) == ["1849-12-12", "1849-12-13", "1849-12-14"]


def test_the_time_in_an_entry_is_not_joined_with_the_day_of_the_next() -> None:
    text = "December 1916\nTues. 26. Landed at 10.30 a.m.\nWed. 27. Wrote home.\nThurs. 28. Rain."
    assert list(dates(text, published=None).values())[2:] == ["1916-12-26T10:30", "1916-12-27", "1916-12-28"]


def test_a_message_of_a_chat_counts_from_its_own_day() -> None:
    text = "2014-03-04 09:12 <anna> he called last night\n2014-03-07 10:00 <ben> see you tomorrow\n2014-03-09 11:00 <anna> ok"
    assert dates(text, published=None)["tomorrow"] == "2014-03-08"


def test_a_date_of_birth_is_no_day_on_which_anything_else_happened() -> None:
    text = "On 18 August 2012 he was seen. DOB 04/12/1985. At 23:40 he left."
    assert dates(text)["23:40"] == "2012-08-18T23:40"


def test_a_journal_that_begins_with_its_newest_day_keeps_its_year() -> None:
    text = "4 March 2003\nWe rested.\nMarch 3\nWe climbed.\nMarch 2\nWe walked.\nMarch 1\nWe came."
    assert list(dates(text).values()) == ["2003-03-04", "2003-03-03", "2003-03-02", "2003-03-01"]


def test_figures_behind_a_weekday_are_a_day_in_a_diary_only() -> None:
    assert dates("Thursday 15 people died.")["Thursday"] == "2005-03-31"
    assert dates("1st. Remove the lid.\n2nd. Clean it.\n3rd. Close it.", published=None) == {}


def test_a_year_over_a_section_is_that_of_the_dates_in_it() -> None:
    text = "2013\nOn December 26, 2012 he was traded. He played for Boston after July 6.\n2014\nHe was called up on May 17."
    assert dates(text)["July 6"] == "2013-07-06"
    assert dates(text)["May 17"] == "2014-05-17"


def test_a_year_within_a_line_is_over_no_section() -> None:
    assert dates("He left Boston in 2013.\nThe fair opened on March 6.")["March 6"] == "2005-03-06"


def test_ten_thousand_entries_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = "3 March 1871\nI went out.\n" * count
        began = time.process_time()
        find_time_expressions(text, None)
        return time.process_time() - began

    seconds(10)
    assert seconds(4000) < 12 * max(seconds(1000), 0.01)
