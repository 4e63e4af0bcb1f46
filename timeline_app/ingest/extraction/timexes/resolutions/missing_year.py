"""The year of a date that is told without one: from the words around it, the story before it, or the publication and the tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import SECONDS_PER_DAY, civil, is_valid_date
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes.readings import Relation
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of

if TYPE_CHECKING:
    from timeline_app.domain.calendar import CivilTime
    from timeline_app.ingest.extraction.timexes.readings import CalendarDate
    from timeline_app.ingest.extraction.timexes.resolutions.common import Expression

_MONTHS_BACK = 8
_MONTHS_ON = 11
_MONTHS_PAST_A_DAY = -3
_MONTHS_PAST_A_MONTH = -2
_MONTHS_TO_THE_NEXT = 3


def missing_year(expression: Expression, reading: CalendarDate, anchor: Period) -> int:
    """Return the year of a date: the season's just told, that of the sentence's head, or the one nearest to an anchor."""
    return (
        _year_in_season(expression, reading)
        or _year_of_sentence(expression, reading, anchor)
        or _year_of(expression, reading, anchor)
    )


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


def year_in_chronicle(expression: Expression, reading: CalendarDate, anchor: Period, year: int) -> int | None:
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
