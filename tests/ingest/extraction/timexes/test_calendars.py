"""Other calendars against days that are known: feasts as they were kept, dates as historians convert them."""

from __future__ import annotations

import pytest

from timeline_app.domain.calendar import civil_from_days, days_from_civil
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.ingest.extraction.timexes import find_time_expressions
from timeline_app.ingest.extraction.timexes.calendar_of_holidays import holiday, is_reckoned, length
from timeline_app.ingest.extraction.timexes.reckonings import (
    hebrew_day,
    islamic_day,
    islamic_days_in,
    republican_day,
    weekday_as_written,
)


def written(day: int | None) -> str:
    assert day is not None
    return "{:04d}-{:02d}-{:02d}".format(*civil_from_days(day))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1900, "01-31"), (1912, "02-18"), (1949, "01-29"), (1966, "01-21"), (1968, "01-30"), (1976, "01-31"), (1984, "02-02"),
        (1985, "02-20"), (1995, "01-31"), (2000, "02-05"), (2004, "01-22"), (2007, "02-18"), (2010, "02-14"), (2012, "01-23"),
        (2014, "01-31"), (2015, "02-19"), (2018, "02-16"), (2020, "01-25"), (2023, "01-22"), (2024, "02-10"), (2033, "01-31"),
        (2034, "02-19"),
    ],
)  # fmt: skip
def test_the_chinese_year_begins_on_the_day_that_it_was_kept(year: int, day: str) -> None:
    assert written(holiday("chinese", year)) == f"{year}-{day}"


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2005, "11-01"), (2006, "10-21"), (2009, "10-17"), (2012, "11-13"), (2014, "10-23"), (2016, "10-30"), (2019, "10-27"),
        (2020, "11-14"), (2022, "10-24"), (2023, "11-12"),
    ],
)  # fmt: skip
def test_diwali_is_on_the_day_that_it_was_kept(year: int, day: str) -> None:
    assert written(holiday("diwali", year)) == f"{year}-{day}"


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("newyear", 1938, "1938-09-26"),
        ("newyear", 2023, "2023-09-16"),
        ("newyear+9", 1973, "1973-10-06"),  # the war of Yom Kippur
        ("passover", 1943, "1943-04-20"),
        ("hanukkah", 2011, "2011-12-21"),
        ("passover-30", 1953, "1953-03-01"),
        ("orthodox", 1997, "1997-04-27"),
        ("easter+1", 1916, "1916-04-24"),  # the Rising
        ("easter", 1381, "1381-04-14"),  # by the Julian calendar, as it was written
        ("12-25-1", 1914, "1914-12-24"),
        ("01:1mon+7", 2023, "2023-01-09"),
    ],
)
def test_a_feast_is_on_the_day_that_it_was_kept(rule: str, year: int, day: str) -> None:
    assert written(holiday(rule, year)) == day


@pytest.mark.parametrize(
    ("year", "kept"), [(1990, "1990-04-26"), (2015, "2015-07-17"), (2020, "2020-05-24"), (2023, "2023-04-21")]
)
def test_the_end_of_the_fast_is_within_a_day_of_when_it_was_kept(year: int, kept: str) -> None:
    reckoned = holiday("islamic:10-01", year)
    assert reckoned is not None
    assert abs(reckoned - parse_edtf(kept).first_day) <= 1
    assert is_reckoned("islamic:10-01")


def test_a_year_of_ours_can_hold_an_islamic_feast_twice() -> None:
    assert [written(day)[:7] for day in islamic_days_in(2000, 10, 1)] == ["2000-01", "2000-12"]


def test_days_of_other_calendars_are_those_of_history() -> None:
    assert written(islamic_day(1, 1, 1)) == "0622-07-19"  # 16 July by the Julian calendar
    assert written(hebrew_day(5708, 2, 5)) == "1948-05-14"
    assert written(hebrew_day(5776, 13, 14)) == "2016-03-24"  # the second Adar of a leap year
    assert written(republican_day(8, 2, 18)) == "1799-11-09"
    assert written(republican_day(2, 11, 9)) == "1794-07-27"
    assert republican_day(15, 1, 1) is None


@pytest.mark.parametrize(
    ("date", "weekday"),
    [((1066, 10, 14), 5), ((1381, 4, 14), 6), ((1492, 10, 12), 4), ((1945, 5, 8), 1), ((2024, 2, 29), 3)],
)
def test_weekdays_are_those_of_the_calendar_that_the_date_was_written_by(
    date: tuple[int, int, int], weekday: int
) -> None:
    assert weekday_as_written(days_from_civil(*date)) == weekday


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no rule of a holiday"):
        holiday("midsomer", 2020)


def test_feasts_have_their_days() -> None:
    assert length("hanukkahx8") == 8
    assert length("12-25") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met during Ramadan 2014.", "2014-06-29~/2014-07-28~"),
        ("War broke out on Yom Kippur 1973.", "1973-10-06"),
        ("He came on the Monday after Easter 1381.", "1381-04-15"),
        ("The coin is of 132 AH.", "0749-08-24~/0750-08-12~"),
        ("Hanukkah 2011 was quiet.", "2011-12-21/2011-12-28"),
    ],
)
def test_texts_have_them_with_all_their_days_and_about_where_the_moon_decides(text: str, expected: str) -> None:
    (found,) = find_time_expressions(text, parse_edtf("2023-02-16"))
    assert found.period is not None
    assert format_edtf(found.period) == expected


def test_what_is_reckoned_says_so() -> None:
    (found,) = find_time_expressions("They met at Eid al-Fitr 2015.", parse_edtf("2023-02-16"))
    assert str(found.resolution.explanation).endswith("reckoned by the moon, so a day more or less")


def test_the_fast_that_is_just_ending_is_meant_and_not_the_next() -> None:
    (found,) = find_time_expressions("We will feast at the end of Ramadan.", parse_edtf("2016-07-05"))
    assert found.value.startswith("2016")


@pytest.mark.parametrize("text", ["Tariq Ramadan spoke.", "Mr Purim left.", "Passover bread was sold.", "a lent book"])
def test_names_and_things_are_no_feasts(text: str) -> None:
    assert find_time_expressions(text, parse_edtf("2023-02-16")) == ()
