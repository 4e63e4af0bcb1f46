"""Calendar dates: what a day, month or year lacks comes from its document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import (
    CivilDate,
    add_months,
    civil,
    days_from_civil,
    instant,
    is_leap,
    is_valid_date,
)
from timeline_app.domain.calendar import weekday as weekday_of
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period, shift
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    FiscalYear,
    Range,
    Relation,
    Shifted,
    TurnOfCentury,
    WeekdayOf,
    Within,
    Years,
)
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.resolutions.missing_year import missing_year, year_in_chronicle
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import start_of
from timeline_app.ingest.extraction.timexes.values import date_value, years_value

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression

_MONTHS_TO_A_WEEKDAY = 24
_MONTHS_TO_AN_ENTRY = 3
_YEARS_TO_A_TURN = 5
_YEARS_NEAR_A_TURN = 30
_FEDERAL_MONTH = 10  # in which the financial year of the US government begins, 31 U.S.C. 1102


@resolves(CalendarDate)
def calendar_date(expression: Expression, reading: CalendarDate) -> Resolved | None:
    """Resolve a date that lacks its year, or nothing."""
    if reading.year is not None:
        return _full_date(expression, reading, reading.year)
    if reading.relation is Relation.ONWARD:
        return _day_of_entry(expression, reading)
    if reading.month is None:
        assert reading.day is not None
        return _day_of_month(expression, reading.day, reading.weekday)
    if reading.relation is Relation.SAME and expression.document.told(Granularity.YEAR) is None:
        reading = replace(reading, relation=None)
    if reading.relation is None and _is_of_every_year(expression, reading):
        return expression.again_and_again(f"XXXX-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day else ""))
    if expression.first_side is not None and reading.relation is None:
        reading = replace(reading, relation=Relation.FOLLOWING)
        anchor: Period | None = expression.first_side
    elif reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME):
        anchor = expression.document.reference(Granularity.YEAR)
    else:
        anchor = expression.document.anchor_of_date(Granularity.YEAR)
    if anchor is None or anchor.start is None:
        day = "" if reading.day is None else f"-{reading.day:02d}"
        return expression.nowhere(f"XXXX-{reading.month:02d}{day}")
    year = missing_year(expression, reading, anchor)
    chronicle = expression.document.chronicle
    goes_on = None if chronicle is None else year_in_chronicle(expression, reading, anchor, year)
    explanation = None
    if chronicle is not None and goes_on is not None:
        year, explanation = goes_on, expression.counted(chronicle)
    year = _year_with_weekday(reading, year)
    if reading.month == 2 and reading.day == 29:
        year -= next(back for back in range(9) if is_leap(year - back))
    period = Period.of_date(year, reading.month, reading.day)
    explanation = explanation or (
        expression.counted(anchor) if reading.relation else expression.nearest(anchor, period)
    )
    return expression.date(period, explanation)


def _is_of_every_year(expression: Expression, reading: CalendarDate) -> bool:
    """Tell whether a date is one of every year: "twice yearly, in March and September", "in July it usually rains"."""
    around = expression.surroundings
    if around.is_each_year or (expression.tense is Tense.UNKNOWN and expression.document.is_recurring(beside=True)):
        return True
    return around.is_habitual if reading.day else around.is_seasonal


def _full_date(expression: Expression, reading: CalendarDate, year: int) -> Resolved | None:
    month, day = reading.month, reading.day
    explanation = explanations.stated(expression.text)
    if reading.swappable:
        order = expression.document.order
        if order.day_first:
            month, day = day, month
        explanation = explanations.in_order(expression.text, order)
    if month is not None and day is not None and not is_valid_date(year, month, day):
        return None
    return expression.date(Period.of_date(year, month, day), explanation)


def _day_of_month(expression: Expression, day: int, weekday: int | None) -> Resolved | None:
    anchor = expression.document.anchor(Granularity.MONTH)
    told, published = expression.document.month, expression.document.published
    if told is not None and published is not None and told.start is not None:
        is_ahead = told.start >= start_of(published)
        anchor = told if is_ahead or expression.tense is not Tense.FUTURE else anchor
    if anchor is None or anchor.start is None:
        return expression.nowhere(f"XXXX-XX-{day:02d}")
    at = civil(anchor.start)
    months = 0
    if anchor is expression.document.published and anchor.granularity <= Granularity.DAY:
        if expression.tense is Tense.PAST and day > at.day:
            months = -1
        elif expression.tense is Tense.FUTURE and day < at.day:
            months = 1
    month = add_months(CivilDate(at.year, at.month, 1), months)
    if weekday is not None:
        month = _month_with(month, day, weekday, 1 if expression.tense is Tense.FUTURE else -1)
    if not is_valid_date(month.year, month.month, day):
        return None
    return expression.date(Period.of_date(month.year, month.month, day), expression.counted(anchor))


def _day_of_entry(expression: Expression, reading: CalendarDate) -> Resolved | None:
    """Resolve a day at the head of an entry: the first from the last head on, of its weekday where that is near."""
    head = expression.document.head(Granularity.MONTH if reading.month is None else Granularity.YEAR)
    assert reading.day is not None
    if head is None or head.start is None:
        return expression.nowhere(f"XXXX-{'XX' if reading.month is None else f'{reading.month:02d}'}-{reading.day:02d}")
    at = civil(head.start)
    is_over = head.granularity <= Granularity.DAY and reading.day < at.day
    if reading.month is not None:
        is_over = (is_over and reading.month == at.month) or reading.month < at.month
        first = CivilDate(at.year + (is_over and head.granularity < Granularity.YEAR), reading.month, 1)
    else:
        first = add_months(CivilDate(at.year, at.month, 1), 1 if is_over else 0)
        if reading.weekday is not None:
            later = _month_with(first, reading.day, reading.weekday, 1)
            months = (later.year - first.year) * 12 + later.month - first.month
            first = later if months <= _MONTHS_TO_AN_ENTRY else first
    if not is_valid_date(first.year, first.month, reading.day):
        return None
    return expression.date(Period.of_date(first.year, first.month, reading.day), expression.counted(head))


def _month_with(first: CivilDate, day: int, weekday: int, step: int) -> CivilDate:
    """Return the first month, going on or back, in which a day is of a weekday; the month itself where none is near."""
    for count in range(_MONTHS_TO_A_WEEKDAY):
        month = add_months(first, step * count)
        if _is_weekday(month.year, month.month, day, weekday):
            return month
    return first


def _year_with_weekday(reading: CalendarDate, year: int) -> int:
    """Return the year, or the one beside it in which the date is of the weekday that stands with it: "Friday, Nov. 25"."""
    month, day, weekday = reading.month, reading.day, reading.weekday
    if month is None or day is None or weekday is None:
        return year
    return next((y for y in (year, year - 1, year + 1) if _is_weekday(y, month, day, weekday)), year)


def _is_weekday(year: int, month: int, day: int, weekday: int) -> bool:
    return is_valid_date(year, month, day) and weekday_of(days_from_civil(year, month, day)) == weekday


@resolves(Years)
def years(expression: Expression, reading: Years) -> Resolved | None:
    """Resolve a decade or century."""
    start, explanation = instant(reading.first), explanations.stated(expression.text)
    if reading.count == 1:
        return expression.date(Period.unit(start, reading.granularity), explanation)
    if reading.granularity is Granularity.YEAR:
        value = f"{reading.first:04d}/{reading.first + reading.count - 1:04d}"
    else:
        value = years_value(reading.first, reading.count * 100)
    period = Period(start, shift(start, reading.granularity, reading.count), Granularity.YEAR)
    return Resolved(TimexType.DATE, value, period, explanation)


@resolves(TurnOfCentury)
def turn_of_century(expression: Expression, reading: TurnOfCentury) -> Resolved | None:
    """Resolve the years about the turn of a century: the one near the date told before, where the words do not say which."""
    year, explanation = reading.year, explanations.stated(expression.text)
    told = expression.document.told(Granularity.YEAR)
    if year is None and told is not None and told.start is not None:
        nearest = (civil(told.start).year + 50) // 100 * 100
        if abs(civil(told.start).year - nearest) <= _YEARS_NEAR_A_TURN:
            year, explanation = nearest, expression.counted(told)
    if year is None:
        return None
    first, last = Period.of_date(year - _YEARS_TO_A_TURN), Period.of_date(year + _YEARS_TO_A_TURN - 1)
    return Resolved(
        TimexType.DATE, f"{date_value(first)}/{date_value(last)}", Period.spanning(first, last).about(), explanation
    )


@resolves(FiscalYear)
def fiscal_year(expression: Expression, reading: FiscalYear) -> Resolved | None:
    """Resolve a financial year."""
    if expression.surroundings.speaks_of("federal"):
        first = Period.of_date(reading.year - 1, _FEDERAL_MONTH)
        period = Period.spanning(first, Period.of_date(reading.year, _FEDERAL_MONTH - 1))
        explanation = explanations.federal_year(expression.text, period)
    else:
        period = Period.of_date(reading.year).about()
        explanation = explanations.financial_year(expression.text)
    return Resolved(TimexType.DATE, f"FY{reading.year:04d}", period, explanation)


@resolves(Within)
def within(expression: Expression, reading: Within) -> Resolved | None:
    """Resolve a part within a whole told from elsewhere."""
    whole, part = expression.resolve(reading.whole), reading.part
    if whole is None or whole.period is None or whole.period.start is None:
        if isinstance(part, CalendarDate) and part.month is not None and part.day is None:
            return expression.nowhere(f"XXXX-{part.month:02d}")
        return expression.resolve(part)
    at = civil(whole.period.start)
    if isinstance(part, WeekdayOf):
        return expression.date(Period.of_day(whole.period.first_day + part.weekday), whole.explanation)
    if isinstance(part, Shifted):
        return _same_day(expression, part, at.year)
    if isinstance(part, CalendarDate) and part.month is None:
        part = replace(part, year=at.year, month=at.month)
    else:
        part = replace(part, year=at.year)
    resolved = expression.resolve(part)
    return None if resolved is None else replace(resolved, explanation=whole.explanation)


def _same_day(expression: Expression, day: Shifted, year: int) -> Resolved | None:
    """Resolve a day's date in another year."""
    told = expression.resolve(day)
    if told is None or told.period is None or told.period.start is None:
        return told
    at = civil(told.period.start)
    if not is_valid_date(year, at.month, at.day):
        return None
    return expression.date(Period.of_date(year, at.month, at.day), told.explanation)


@resolves(Range)
def from_to(expression: Expression, reading: Range) -> Resolved | None:
    """Resolve from one to another."""
    last = expression.resolve(reading.last)
    first_reading = reading.first
    if last is None or last.period is None:
        return last
    if isinstance(first_reading, CalendarDate) and first_reading.year is None and last.period.start is not None:
        first_reading = replace(first_reading, year=civil(last.period.start).year)
    first = expression.resolve(first_reading)
    if first is None or first.period is None:
        return first
    try:
        period = Period.spanning(first.period, last.period)
    except ValueError:
        return None
    return Resolved(TimexType.DATE, f"{first.value}/{last.value}", period, last.explanation)
