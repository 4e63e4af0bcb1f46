"""EDTF: what is written is read back, what cannot be is refused, and the `edtf` package agrees."""

from __future__ import annotations

import datetime as dt

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.calendar import days_from_civil, instant
from timeline_app.domain.edtf import format_edtf, iso_bounds, parse_edtf
from timeline_app.domain.period import Granularity, Period

WRITTEN = [
    "2023-02-14", "2023-02", "2023", "0000", "-0043", "-0043-03-15", "Y12023", "Y-12023", "199X", "19XX", "-019X", "-03XX",
    "2023-21", "2023-24", "2023-33", "2023-36", "2023-40", "2023-41", "2023-02-14/2023-02-15", "2023-05/2023-07", "1914/1918",
    "2014/..", "../2023-02-19", "1850~", "1850~/..", "1850~/1860~", "2023-02-14T10", "2023-02-14T10:30", "2023-02-14T10:30:15",
    "2023-02-14T06/2023-02-14T11", "197X/198X", "2023-33/2023-34", "-0044/-0031", "000X", "00XX",
    "1967-06/1975-06-05", "1914/1918-11-11", "2023-02-14/2023-03", "2023-02-14T10:30/2023-02-15",
]  # fmt: skip

starts = st.builds(
    instant,
    st.integers(-12000, 12000),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
)


@pytest.mark.parametrize("text", WRITTEN)
def test_reading_and_writing_is_the_identity(text: str) -> None:
    assert format_edtf(parse_edtf(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "2023-02-30", "2023-13", "2023-00", "20230214", "2023-2-14", "../..", "2023/2022", "2023-02-14T25", "2023-02-14T10:60",
        "x", "2023-02-14-", "-0000", "Y2023", "-000X", "2023-37", "2023?", "1984/", "2023-33-01", "٢٠٢٣", "2023\n2024",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_edtf(text)


def test_units_span_the_calendar_stretch_that_they_name() -> None:
    assert parse_edtf("199X") == Period(instant(1990), instant(2000), Granularity.DECADE)
    assert parse_edtf("-03XX") == Period(instant(-399), instant(-299), Granularity.CENTURY)
    assert parse_edtf("2023-24") == Period(instant(2023, 12), instant(2024, 3), Granularity.SEASON)
    assert parse_edtf("2023-34") == Period(instant(2023, 4), instant(2023, 7), Granularity.QUARTER)
    assert parse_edtf("2023-41") == Period(instant(2023, 7), instant(2024), Granularity.HALF)


def test_a_week_is_written_as_its_days() -> None:
    week = Period.unit(days_from_civil(2023, 2, 13) * 86400, Granularity.WEEK)
    assert format_edtf(week) == "2023-02-13/2023-02-19"
    assert iso_bounds(week) == ("2023-02-13", "2023-02-19")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2014/..", ("2014-01-01", None)),
        ("../2023-02-19", (None, "2023-02-19")),
        ("2023-02-14T10:30", ("2023-02-14T10:30", "2023-02-14T10:30")),
        ("2023-02-14T10", ("2023-02-14T10:00", "2023-02-14T10:59")),
        ("2023-02-14T10:30:15", ("2023-02-14T10:30:15", "2023-02-14T10:30:15")),
        ("-0043-03-15", ("-0043-03-15", "-0043-03-15")),
        ("18XX", ("1800-01-01", "1899-12-31")),
    ],
)
def test_bounds_are_inclusive(text: str, bounds: tuple[str | None, str | None]) -> None:
    assert iso_bounds(parse_edtf(text)) == bounds


@given(
    starts, st.integers(1, 10**10), st.sampled_from(Granularity), st.booleans(), st.sampled_from(["", "start", "end"])
)
def test_any_period_is_written_and_read_back_with_the_same_bounds(
    start: int, length: int, granularity: Granularity, approximate: bool, opened: str
) -> None:
    period = Period(
        None if opened == "start" else start, None if opened == "end" else start + length, granularity, approximate
    )
    text = format_edtf(period)
    again = parse_edtf(text)
    assert (again.start, again.end, again.approximate) == (period.start, period.end, period.approximate)
    assert format_edtf(again) == text


@given(st.text(max_size=30))
def test_no_text_raises_anything_but_value_error(text: str) -> None:
    try:
        period = parse_edtf(text)
    except ValueError:
        return
    assert format_edtf(period) == format_edtf(parse_edtf(format_edtf(period)))


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_the_edtf_package_agrees(date: dt.date, length: int) -> None:
    text = date.isoformat()[:length]
    ours, theirs = parse_edtf(text), edtf.parse_edtf(text)
    first, last = theirs.lower_strict(), theirs.upper_strict()
    assert iso_bounds(ours) == (
        f"{first.tm_year:04d}-{first.tm_mon:02d}-{first.tm_mday:02d}",
        f"{last.tm_year:04d}-{last.tm_mon:02d}-{last.tm_mday:02d}",
    )


@pytest.mark.parametrize(
    "text", ["2023-02-14/2023-02-15", "2014/..", "199X", "19XX", "1850~", "2023-21", "2023-33", "-0043"]
)
def test_the_edtf_package_accepts_what_we_write(text: str) -> None:
    assert str(edtf.parse_edtf(text)) == text
