"""Calendar dates: what a day, month or year lacks comes from its document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    CivilDate,
    CivilTime,
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
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of
from timeline_app.ingest.extraction.timexes.values import date_value, years_value

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression

_MONTHS_BACK = 8
_MONTHS_ON = 11
_MONTHS_PAST_A_DAY = -3
_MONTHS_PAST_A_MONTH = -2
_MONTHS_TO_A_WEEKDAY = 24
_MONTHS_TO_AN_ENTRY = 3
_YEARS_TO_A_TURN = 5
_MONTHS_TO_THE_NEXT = 3
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
    year = (
        _year_in_season(expression, reading)
        or _year_of_sentence(expression, reading, anchor)
        or _year_of(expression, reading, anchor)
    )
    chronicle = expression.document.chronicle
    goes_on = None if chronicle is None else _year_in_chronicle(expression, reading, anchor, year)
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


def _year_in_season(expression: Expression, reading: CalendarDate) -> int | None:
    """Return the year in which a month lies within the season just told; None where none does."""
    season = expression.document.season
    if season is None or season.start is None or reading.relation is not None or reading.month is None or reading.day:
        return None
    year = civil(season.start).year
    return next((y for y in (year, year + 1) if Period.of_date(y, reading.month).overlaps(season)), None)


def _year_of_sentence(expression: Expression, reading: CalendarDate, anchor: Period) -> int | None:
    """Return the year that a sentence of news begins with, and goes on to tell of: "In 2016 she ran until June".

    Not that of the year before: "In 2017 it grew, and was up again in January" is said of this one.
    """
    if (
        anchor is not expression.document.published
        or reading.relation is not None
        or expression.tense is not Tense.PAST
    ):
        return None
    year = expression.document.year_of_sentence(expression.surroundings)
    nearest = _year_of(expression, reading, anchor)
    is_to_come = (nearest, reading.month or 0) > civil(start_of(anchor))[:2]
    return year if year is not None and (year != nearest - 1 or is_to_come) else None


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


def _year_of(expression: Expression, reading: CalendarDate, anchor: Period) -> int:
    assert anchor.start is not None
    assert reading.month is not None
    at = civil(anchor.start)
    month = reading.month
    if reading.relation in (Relation.LAST, Relation.PREVIOUS):
        return at.year - (month >= at.month)
    if reading.relation in (Relation.NEXT, Relation.FOLLOWING):
        first_day = at.day + (anchor.granularity >= Granularity.DAY)  # "from 3 to 11 p.m. on May 3" is one day
        same_month_later = reading.day is not None and month == at.month and reading.day >= first_day
        return at.year + (month <= at.month and not same_month_later)
    if reading.relation is not None:
        return at.year
    if anchor is not expression.document.published:
        # A story goes on: after November comes the January of the next year.
        return at.year + (anchor.granularity <= Granularity.MONTH and at.month - month >= _MONTHS_BACK)
    if anchor.granularity >= Granularity.YEAR:
        return at.year
    return _nearest_year(expression, reading, at)


def _nearest_year(expression: Expression, reading: CalendarDate, at: CivilTime) -> int:
    """Return the nearest year; for a month by itself, or a day some months off, on the side that the tense shows."""
    month = reading.month
    assert month is not None
    ahead = (month - at.month + 5) % 12 - 5  # -5 to 6 months
    around = expression.surroundings
    is_told = (
        reading.day is None or around.follows_past or around.opens_sentence or around.looks_back
    )  # "On 13 May he left"
    is_later_this_month = is_told and ahead == 0 and reading.day is not None and reading.day > at.day
    if expression.tense is Tense.PAST and (ahead > (0 if is_told else 2) or is_later_this_month):
        ahead -= 12
    elif expression.tense is Tense.FUTURE and ahead < 0 and _is_to_come(expression, reading, ahead):
        ahead += 12
    elif expression.tense is Tense.UNKNOWN:
        enumerated = None if reading.day else expression.document.month_since(around.start_of_sentence)
        if enumerated is not None and enumerated.start is not None:
            before = civil(enumerated.start)
            months = (month - before.month) % 12
            if months <= _MONTHS_TO_THE_NEXT:  # "Las Vegas in December, Mexico in January"
                return before.year + (before.month - 1 + months) // 12
        if ahead > (3 if reading.day is None else 4):
            ahead -= 12
    year = at.year + (at.month - 1 + ahead) // 12
    return year + _is_out_of_order(expression, reading, year)


def _is_out_of_order(expression: Expression, reading: CalendarDate, year: int) -> bool:
    """Tell whether a date would lie before the one that it follows in a list of what is to come: "until June or July"."""
    before, published = expression.listed_after, expression.document.published
    assert reading.month is not None
    assert published is not None
    if before is None or not is_valid_date(year, reading.month, reading.day or 1):
        return False
    known = end_of(before) - SECONDS_PER_DAY if before.start is None else before.start
    is_ahead = expression.tense is Tense.FUTURE or known >= start_of(published)
    return is_ahead and end_of(Period.of_date(year, reading.month, reading.day)) <= known


def _is_to_come(expression: Expression, reading: CalendarDate, months: int) -> bool:
    """Tell whether a date that has been by so many months (-1 to -5) is its next one where the sentence looks ahead.

    What looks ahead is often something else: "they want an inquiry into the riots in July" is said in August.
    """
    around = expression.surroundings
    if around.is_past_plan or (around.is_said_of_noun and not around.is_promised):
        return False
    if reading.day is not None:
        return months < _MONTHS_PAST_A_DAY
    return months < _MONTHS_PAST_A_MONTH or around.is_promised or around.looks_ahead


def _year_in_chronicle(expression: Expression, reading: CalendarDate, anchor: Period, year: int) -> int | None:
    """Return the year in which the document's chronicle comes to a date; None where it is no part of it.

    The sentence looks ahead, the date has just been when the article was published (`year` puts it there), or it comes too late in
    the chronicle's year to go on from.
    """
    chronicle, published = expression.document.chronicle, expression.document.published
    if chronicle is None or chronicle.start is None or published is None or published.start is None:
        return None
    assert reading.month is not None
    looks_ahead = expression.tense is Tense.FUTURE and not (
        expression.surroundings.looks_ahead and expression.document.is_long_ago(chronicle)
    )
    if anchor is not published or reading.relation is not None or looks_ahead:
        return None
    now, at = civil(published.start), civil(chronicle.start)
    months_ago = (now.year - year) * 12 + now.month - reading.month
    has_just_been = 0 <= months_ago <= 1 and (months_ago, -(reading.day or 1)) >= (0, -now.day)
    goes_on = expression.document.is_long_ago(chronicle) and not expression.surroundings.opens_sentence
    if has_just_been and not goes_on:
        return None
    months = (reading.month - at.month) % 12
    if months == 0 and reading.day is not None and chronicle.granularity <= Granularity.DAY and reading.day < at.day:
        months = 12
    return at.year + (at.month - 1 + months) // 12 if months <= _MONTHS_ON else None


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
