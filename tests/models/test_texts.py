"""Dates and messages as a reader of English, and of some other languages, would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from timeline_app.domain.calendar import days_from_civil, instant
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Granularity, Period
from timeline_app.messages import message
from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    previous = QLocale()
    QLocale.setDefault(QLocale(getattr(request, "param", "en_GB")))
    yield
    QLocale.setDefault(previous)


def days(year: int, month: int, day: int, count: int) -> Period:
    return Period.of_day(days_from_civil(year, month, day), count)


def since(period: Period) -> Period:
    return Period.spanning(period, None)


def until(period: Period) -> Period:
    return Period.spanning(None, period)


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (Period.of_date(2023, 2, 14), "14 February 2023"),
        (days(2023, 2, 14, 2), "14–15 February 2023"),
        (days(2023, 2, 28, 3), "28 February – 2 March 2023"),
        (days(2022, 12, 30, 4), "30 December 2022 – 2 January 2023"),
        (Period.unit(Period.of_date(2023, 2, 20).known[0], Granularity.WEEK), "20–26 February 2023"),
        (Period.of_date(2023, 2), "February 2023"),
        (Period.spanning(Period.of_date(2023, 2), Period.of_date(2023, 4)), "February 2023 – April 2023"),
        (Period.unit(instant(2023, 4), Granularity.QUARTER), "Q2 2023"),
        (Period.unit(instant(2023, 7), Granularity.HALF), "second half of 2023"),
        (Period.unit(instant(2021, 3), Granularity.SEASON), "spring 2021"),
        (Period.of_date(1850), "1850"),
        (Period.of_date(1850).about(), "about 1850"),
        (Period.spanning(Period.of_date(2014), Period.of_date(2016)), "2014 – 2016"),
        (Period.unit(instant(1990), Granularity.DECADE), "1990s"),
        (since(Period.of_date(2014)), "since 2014"),
        (until(Period.of_date(2023, 2, 14)), "until 14 February 2023"),
        (Period.of_date(-43), "44 BCE"),
        (Period.of_date(-43, 3, 15), "15 March 44 BCE"),
        (Period.unit(instant(2023, 2, 14, 10, 30), Granularity.MINUTE), "14 February 2023, 10:30"),
    ],
)
def test_periods_are_written_as_people_write_them(period: Period, written: str) -> None:
    assert texts.period(period) == written


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (Period.of_date(2023, 2, 14), "Tue 14 February 2023"),
        (days(2023, 2, 14, 2), "Tue 14 – Wed 15 February 2023"),
        (days(2023, 2, 28, 3), "Tue 28 February – Thu 2 March 2023"),
        (days(2022, 12, 30, 4), "Fri 30 December 2022 – Mon 2 January 2023"),
        (Period.of_date(2023, 2), "February 2023"),
    ],
)
def test_weekdays_are_added_to_days_only(period: Period, written: str) -> None:
    assert texts.period(period, with_weekday=True) == written


@pytest.mark.parametrize("locale", ["de_DE"], indirect=True)
def test_germans_make_an_ordinal_of_the_day(locale: None) -> None:
    assert texts.period(Period.of_date(2021, 3, 26)) == "26. März 2021"
    assert (
        texts.period(Period.spanning(Period.of_date(2021, 3, 26), Period.of_date(2021, 3, 28))) == "26.–28. März 2021"
    )
    # The day of the week is an abbreviation, which takes a comma.
    assert texts.period(Period.of_date(2021, 3, 26), with_weekday=True) == "Fr., 26. März 2021"


@pytest.mark.parametrize("locale", ["en_US"], indirect=True)
def test_americans_read_the_month_first(locale: None) -> None:
    assert texts.period(Period.of_date(2023, 2, 14)) == "February 14, 2023"
    assert texts.period(days(2023, 2, 14, 2)) == "February 14–15, 2023"
    assert texts.period(days(2023, 2, 28, 3)) == "February 28 – March 2, 2023"
    assert texts.period(days(2023, 2, 14, 2), with_weekday=True) == "Tue February 14 – Wed February 15, 2023"


@pytest.mark.parametrize("locale", ["cs_CZ"], indirect=True)
def test_months_alone_stand_in_their_own_form(locale: None) -> None:
    assert texts.period(Period.of_date(2023, 2)) == "únor 2023"
    assert "února" in texts.period(Period.of_date(2023, 2, 14))


def test_messages_write_their_periods_and_the_messages_within_them() -> None:
    day = Period.of_date(2023, 2, 14)
    inner = message("counted from {day}", day=day)
    assert texts.message(message("“{words}” {why}", words="last week", why=inner)) == (
        "“last week” counted from 14 February 2023"
    )


def test_braces_in_the_articles_own_words_are_words() -> None:
    assert texts.message(message("It says “{words}”.", words="{0} {x!r}")) == "It says “{0} {x!r}”."


class _Upper(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return {"about {date}": "UM {date}", "dated {day}": "VOM {day}"}.get(source_text, "")


def test_templates_are_translated_and_then_filled(app: QApplication) -> None:
    translator = _Upper()
    QCoreApplication.installTranslator(translator)
    try:
        assert texts.period(Period.of_date(1850).about()) == "UM 1850"
        assert texts.message(message("dated {day}", day=Period.of_date(1850))) == "VOM 1850"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_every_kind_has_a_name() -> None:
    assert len({texts.event_kind(kind) for kind in EventKind}) == len(EventKind)
    assert len({texts.participant_kind(kind) for kind in ParticipantKind}) == len(ParticipantKind)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (12_345, "12,345 events")]
)
def test_events_are_counted_in_words(locale: None, count: int, words: str) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    assert texts.event_count(count) == words


def test_ten_years_before_christ_are_told_by_their_ends(app: QApplication) -> None:
    assert texts.period(parse_edtf("-059X")) == "600–591 BCE"
    assert texts.period(parse_edtf("197X")) == "1970s"
