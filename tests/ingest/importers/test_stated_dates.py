from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.importers.stated_dates import date_in_address, date_in_name, read_date

DAY = Period.of_date(2023, 2, 14)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-14", "2023/02/14", "2023.2.14", "20230214", "14.02.2023", "14-02-2023", "02/14/2023", "14/02/2023",
        "14 February 2023", "14 Feb. 2023", "14th of February, 2023", "the 14th February 2023", "14-Feb-2023",
        "February 14, 2023", "Feb 14 2023", "Feb. 14th, 2023", "FEBRUARY 14, 2023", "Tuesday, February 14, 2023",
        "Tue, 14 Feb 2023", "Tues. 14 Feb 2023", "2023-02-14T00:00:00Z", "2023-02-14 00:00:00+09:00",
    ],
)  # fmt: skip
def test_a_day_in_its_common_forms(text):
    stated = read_date(text)
    assert stated is not None
    assert (stated.period, stated.ambiguous) == (DAY, False)


@pytest.mark.parametrize(
    ("text", "written", "granularity"),
    [
        ("2023-02-14T23:30:00-05:00", "Tue 2023-02-14 23:30", Granularity.SECOND),
        ("2023-02-14T23:30-0500", "Tue 2023-02-14 23:30", Granularity.MINUTE),
        ("2023-02-14 23:30:00.123456Z", "Tue 2023-02-14 23:30", Granularity.SECOND),
        ("Tue, 14 Feb 2023 23:30:00 -0500 (EST)", "Tue 2023-02-14 23:30", Granularity.SECOND),
        ("Tue, 14 Feb 2023 23:30:00 GMT", "Tue 2023-02-14 23:30", Granularity.SECOND),
        ("February 14, 2023 at 11:30 p.m. EST", "Tue 2023-02-14 23:30", Granularity.MINUTE),
        ("14 February 2023, 12:05 AM", "Tue 2023-02-14 00:05", Granularity.MINUTE),
        ("2023-02-14T23:59:60Z", "Tue 2023-02-14 23:59", Granularity.SECOND),
    ],
)
def test_the_clock_is_read_in_the_sources_own_zone(text, written, granularity):
    stated = read_date(text)
    assert stated is not None
    assert stated.period is not None
    assert (str(stated.period), stated.period.granularity) == (written, granularity)


@pytest.mark.parametrize(
    "text", ["2023-02-30", "31 April 2021", "2023-13-01", "13/13/2023", "0000-00-00", "2022-13", "29.2.2023"]
)
def test_dates_that_do_not_exist_are_told_and_not_repaired(text):
    stated = read_date(text)
    assert stated is not None
    assert stated.is_impossible


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("03/04/2023", Period.of_date(2023, 3, 4)),
        ("03.04.2023", Period.of_date(2023, 4, 3)),
        ("03-04-2023", Period.of_date(2023, 4, 3)),
    ],
)
def test_numbers_alone_have_a_documented_order_and_are_marked(text, period):
    stated = read_date(text)
    assert stated is not None
    assert (stated.period, stated.ambiguous) == (period, True)
    same = read_date("04/04/2023")
    assert same is not None
    assert not same.ambiguous


def test_months_and_years_stay_what_they_are():
    for text, period in (
        ("2023-02", Period.of_date(2023, 2)),
        ("February 2023", Period.of_date(2023, 2)),
        ("1914", Period.of_date(1914)),
    ):
        stated = read_date(text)
        assert stated is not None
        assert stated.period == period


def test_values_that_are_no_text():
    east = dt.timezone(dt.timedelta(hours=9))
    assert read_date(dt.date(2023, 2, 14)).period == DAY
    assert str(read_date(dt.datetime(2023, 2, 14, 1, 30, tzinfo=east)).period) == "Tue 2023-02-14 01:30"
    assert read_date(2023).period == Period.of_date(2023)
    assert read_date(20230214).period == DAY
    assert str(read_date(1676332800000).period) == "Tue 2023-02-14 00:00"
    for value in (
        True,
        None,
        7,
        -1,
        1e300,
        [],
        {},
        float("nan"),
        "",
        "soon",
        "2023-02-14 and later",
        "1" * 5000,
        "12:30",
    ):
        assert read_date(value) is None


def test_dates_in_names_and_addresses():
    assert date_in_name("2023-02-14 ministers meet").period == DAY
    assert date_in_name("herald_20230214_p3").period == DAY
    assert date_in_name("1789-04-30-first-inaugural").period == Period.of_date(1789, 4, 30)
    for stem in ("000_4095b90854608e72", "2023-02-30", "17890430", "120230214", "version 1.2.3"):
        assert date_in_name(stem) is None
    for url in ("https://a.org/2023/02/14/x", "https://a.org/world/2023-02-14", "https://a.org/2023/feb/14/x"):
        assert date_in_address(url).period == DAY
    for url in ("https://a.org/2023/02/30/x", "https://a.org/article/20231402", ""):
        assert date_in_address(url) is None


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_is_read_back_from_iso_and_from_words(day):
    period = Period.of_date(day.year, day.month, day.day)
    for text in (day.isoformat(), f"{day:%A, %B} {day.day}, {day.year:04d}"):
        stated = read_date(text)
        assert stated is not None
        assert stated.period == period


@given(st.text(max_size=90))
def test_no_text_raises(text):
    read_date(text)
    date_in_name(text)
    date_in_address(text)
