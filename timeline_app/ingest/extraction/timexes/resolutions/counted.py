"""Dates counted from another: so many units before or after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil
from timeline_app.domain.date_reading import Mode
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period, shift
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.mode import is_long_ago, is_today
from timeline_app.ingest.extraction.timexes.readings import Base, Definite, Moved, PeriodOf, Shifted, YearAgo
from timeline_app.ingest.extraction.timexes.resolutions.common import Resolved, resolves
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of, unit_containing, unknown_value
from timeline_app.ingest.extraction.timexes.values import date_value, duration_value

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression


@resolves(Shifted)
def shifted(expression: Expression, reading: Shifted) -> Resolved | None:
    """Resolve so many units from a base."""
    granularity = reading.granularity
    if reading is expression.reading and is_today(reading) and _is_nowadays(expression):
        return Resolved(
            TimexType.DATE, "PRESENT_REF", None, explanations.vague(expression.text)
        )  # "as it is called today"
    if isinstance(reading.base, Base):
        is_over = expression.tense is Tense.PAST and granularity is Granularity.DAY
        anchor = expression.document.base(reading.base, max(granularity, Granularity.HOUR), is_over=is_over)
        if reading.base is Base.PUBLISHED and is_long_ago(reading):
            anchor = expression.document.published  # "5,000 years ago" is no time before what a story has just told
        explanation = None
    else:
        inner = expression.resolve(reading.base)
        anchor = None if inner is None else inner.period
        explanation = None if inner is None else inner.explanation
    if anchor is None or anchor.start is None or anchor.granularity > max(granularity, Granularity.DAY):
        return _nowhere(expression, reading)
    if granularity < Granularity.DAY and anchor.granularity <= Granularity.HOUR:
        return _hours_on(expression, reading, anchor)
    period = unit_containing(anchor.start, granularity, reading.count)
    if granularity < Granularity.DAY or _runs_past_publication(expression, reading, anchor, period):
        return _nowhere(expression, reading)
    return expression.date(period, explanation or expression.counted(anchor))


def _nowhere(expression: Expression, reading: Shifted) -> Resolved:
    """Leave it without a place; of hours and minutes it is said how long: "half an hour later"."""
    if reading.granularity >= Granularity.DAY:
        return expression.nowhere(unknown_value(reading.granularity))
    value = duration_value(abs(reading.count), reading.granularity.label)
    return Resolved(TimexType.DURATION, value, None, explanations.unplaced(expression.text))


def _hours_on(expression: Expression, reading: Shifted, anchor: Period) -> Resolved:
    """Resolve so many hours or minutes from a time told by the clock: "at 9 a.m. ... two hours later"."""
    start = shift(start_of(anchor), reading.granularity, reading.count)
    at = civil(start)
    value = f"{date_value(Period.of_date(at.year, at.month, at.day))}T{at.hour:02d}:{at.minute:02d}"
    return Resolved(TimexType.TIME, value, Period.unit(start, anchor.granularity), expression.counted(anchor))


def _runs_past_publication(expression: Expression, reading: Shifted, told: Period, later: Period) -> bool:
    """Tell whether what is told as done would lie ahead: "today, 107 years later" is not counted from today."""
    published = expression.document.published
    if published is None or reading.base not in (Base.TOLD, Base.REFERENCE) or expression.tense is Tense.FUTURE:
        return False
    if reading.base is Base.REFERENCE and expression.tense is not Tense.PAST:
        return False
    return start_of(told) < end_of(published) <= start_of(later)


def _is_nowadays(expression: Expression) -> bool:
    in_story = expression.document.mode is Mode.NARRATIVE and expression.tense is not Tense.PAST
    return in_story or expression.surroundings.is_nowadays


@resolves(Moved)
def moved(expression: Expression, reading: Moved) -> Resolved | None:
    """Resolve a date so many units from another, at the other's precision."""
    base = expression.resolve(reading.base)
    if base is None or base.period is None or base.period.start is None:
        return base
    granularity = base.period.granularity
    start = shift(base.period.start, reading.granularity, reading.count)
    is_season = granularity is Granularity.SEASON
    moved_period = Period.unit(start, granularity) if is_season else unit_containing(start, granularity, 0)
    return expression.date(moved_period, base.explanation)


@resolves(YearAgo)
def year_ago(expression: Expression, reading: YearAgo) -> Resolved | None:
    """Resolve a year before, or the same quarter of it."""
    told = expression.document.quarter
    if told is not None and told.start is not None:
        return expression.date(unit_containing(told.start, Granularity.QUARTER, -4), expression.counted(told))
    if reading.granularity is Granularity.QUARTER:
        return moved(expression, Moved(Shifted(reading.granularity, 0, Base.REFERENCE), Granularity.YEAR, -1))
    return shifted(expression, Shifted(Granularity.YEAR, -1))


@resolves(PeriodOf)
def period_of(expression: Expression, reading: PeriodOf) -> Resolved | None:
    """Resolve a year's part that compares with what the text is about."""
    told = expression.document.quarter
    if told is None or told.start is None:
        return expression.date(Period.of_date(reading.year), explanations.stated(expression.text))
    years = reading.year - civil(told.start).year
    return expression.date(unit_containing(told.start, Granularity.QUARTER, 4 * years), expression.counted(told))


@resolves(Definite)
def definite(expression: Expression, reading: Definite) -> Resolved | None:
    """Resolve "the year", "the quarter"."""
    document, granularity = expression.document, reading.granularity
    if granularity is Granularity.YEAR and expression.surroundings.is_general and expression.surroundings.is_present:
        return expression.again_and_again("P1Y")  # "it is sunny throughout the year"
    anchor, quarter, count = document.anchor(granularity), document.quarter, 0
    if granularity is Granularity.QUARTER:
        anchor, count = (anchor, -1) if quarter is None else (quarter, 0)
    elif granularity is Granularity.YEAR and quarter is not None and expression.tense is Tense.PAST:
        anchor = quarter  # "in the fourth quarter ... for the full year"
    elif granularity > Granularity.YEAR and expression.tense is Tense.PAST:
        anchor = document.told(granularity) or anchor
    if anchor is None or anchor.start is None:
        return expression.nowhere(unknown_value(reading.granularity))
    return expression.date(unit_containing(anchor.start, reading.granularity, count), expression.counted(anchor))
