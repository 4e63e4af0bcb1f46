"""What each kind of reading means in its document: period, TIMEX3 value and the sentence that says what it was counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from timeline_app.domain.calendar import (
    SECONDS_PER_DAY,
    CivilDate,
    Day,
    add_months,
    civil,
    day_of,
    instant,
    is_leap,
    is_valid_date,
    weekday,
)
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes import explanations
from timeline_app.ingest.extraction.timexes.calendar_of_holidays import holiday, nth_weekday
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Clock,
    DayPart,
    Definite,
    FiscalYear,
    HolidayOf,
    Length,
    NthWeekday,
    PartOfYear,
    Range,
    Reading,
    Recurring,
    Relation,
    Shifted,
    Vague,
    WeekdayOf,
    Weekend,
    Within,
    YearAgo,
    Years,
)
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of, unit_containing, unknown_value
from timeline_app.ingest.extraction.timexes.values import SEASONS, date_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ingest.extraction.timexes.resolver import Resolver
    from timeline_app.messages import Message

_PART_HOURS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "DT": (6, 18)}
_MONTHS_BACK = 8
_NEAR_DAYS = 14
_PART_SIZE = {Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.HALF: 6}
_LETTERS = {Granularity.QUARTER: "Q", Granularity.HALF: "H"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reading's place: TIMEX3 type and value, the period where it has one, and why."""

    type: TimexType
    value: str
    period: Period | None
    explanation: Message


class ReadingResolution:
    """The resolution of one expression: a method for each kind of reading, which returns None where the date does not exist."""

    def __init__(
        self, resolver: Resolver, text: str, tense: Callable[[], Tense], first_side: Period | None = None
    ) -> None:
        self._first_side = first_side
        self.resolver = resolver
        self.text = text
        self._find_tense = tense

    @cached_property
    def tense(self) -> Tense:
        """The tense of the sentence, found where it is asked for."""
        return self._find_tense()

    def of(self, reading: Reading) -> Resolved | None:
        """Resolve a reading, or one that another contains."""
        return _METHODS[type(reading)](self, reading)

    def _counted(self, anchor: Period) -> Message:
        return explanations.counted(self.text, anchor, is_publication=anchor is self.resolver.published)

    def _nearest(self, anchor: Period, chosen: Period) -> Message:
        return explanations.nearest(self.text, anchor, chosen, self.tense)

    def _date(self, period: Period, explanation: Message) -> Resolved:
        return Resolved(TimexType.DATE, date_value(period), period, explanation)

    def _nowhere(self, value: str) -> Resolved:
        return Resolved(TimexType.DATE, value, None, explanations.unplaced(self.text))

    def calendar_date(self, reading: CalendarDate) -> Resolved | None:
        """Resolve a date that lacks its year, or nothing."""
        if reading.year is not None:
            return self._full_date(reading, reading.year)
        if reading.month is None:
            assert reading.day is not None
            return self._day_of_month(reading.day)
        if self._first_side is not None and reading.relation is None:
            reading = replace(reading, relation=Relation.FOLLOWING)
            anchor: Period | None = self._first_side
        elif reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME):
            anchor = self.resolver.reference(Granularity.YEAR)
        else:
            anchor = self.resolver.anchor(Granularity.YEAR)
        if anchor is None or anchor.start is None:
            day = "" if reading.day is None else f"-{reading.day:02d}"
            return self._nowhere(f"XXXX-{reading.month:02d}{day}")
        year = self._year_of(reading, anchor)
        if reading.month == 2 and reading.day == 29:
            year -= next(back for back in range(9) if is_leap(year - back))
        period = Period.of_date(year, reading.month, reading.day)
        explanation = self._counted(anchor) if reading.relation else self._nearest(anchor, period)
        return self._date(period, explanation)

    def _full_date(self, reading: CalendarDate, year: int) -> Resolved | None:
        month, day = reading.month, reading.day
        explanation = explanations.stated(self.text)
        if reading.swappable:
            if self.resolver.day_first:
                month, day = day, month
            explanation = explanations.ambiguous(self.text, day_first=self.resolver.day_first)
        if month is not None and day is not None and not is_valid_date(year, month, day):
            return None
        return self._date(Period.of_date(year, month, day), explanation)

    def _year_of(self, reading: CalendarDate, anchor: Period) -> int:
        assert anchor.start is not None
        assert reading.month is not None
        at = civil(anchor.start)
        month = reading.month
        if reading.relation in (Relation.LAST, Relation.PREVIOUS):
            return at.year - (month >= at.month)
        if reading.relation in (Relation.NEXT, Relation.FOLLOWING):
            same_month_later = reading.day is not None and month == at.month and reading.day > at.day
            return at.year + (month <= at.month and not same_month_later)
        if reading.relation is not None:
            return at.year
        if anchor is not self.resolver.published:
            # A story goes on: after November comes the January of the next year.
            return at.year + (anchor.granularity <= Granularity.MONTH and at.month - month >= _MONTHS_BACK)
        if anchor.granularity >= Granularity.YEAR:
            return at.year
        # The nearest year; for a month by itself, or a day some months off, the tense decides.
        ahead = (month - at.month + 5) % 12 - 5  # -5 to 6 months
        if self.tense is Tense.PAST and ahead > (0 if reading.day is None else 3):
            ahead -= 12
        elif self.tense is Tense.FUTURE and ahead < (0 if reading.day is None else -3):
            ahead += 12
        elif self.tense is Tense.UNKNOWN and ahead > (3 if reading.day is None else 4):
            ahead -= 12
        return at.year + (at.month - 1 + ahead) // 12

    def _day_of_month(self, day: int) -> Resolved | None:
        anchor = self.resolver.anchor(Granularity.MONTH)
        if anchor is None or anchor.start is None:
            return self._nowhere(f"XXXX-XX-{day:02d}")
        at = civil(anchor.start)
        shift = 0
        if anchor is self.resolver.published and anchor.granularity <= Granularity.DAY:
            if self.tense is Tense.PAST and day > at.day:
                shift = -1
            elif self.tense is Tense.FUTURE and day < at.day:
                shift = 1
        month = add_months(CivilDate(at.year, at.month, 1), shift)
        if not is_valid_date(month.year, month.month, day):
            return None
        return self._date(Period.of_date(month.year, month.month, day), self._counted(anchor))

    def part_of_year(self, reading: PartOfYear) -> Resolved | None:
        """Resolve a quarter, half or season."""
        size = _PART_SIZE[reading.granularity]
        first = 3 if reading.granularity is Granularity.SEASON else 1

        def unit(year: int) -> Period:
            return Period.unit(instant(year, first + size * reading.number), reading.granularity)

        if reading.year is not None:
            return self._date(unit(reading.year), explanations.stated(self.text))
        anaphoric = reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME)
        anchor = self.resolver.reference(Granularity.YEAR) if anaphoric else self.resolver.anchor(Granularity.YEAR)
        if anchor is None or anchor.start is None:
            letter = _LETTERS.get(reading.granularity)
            return self._nowhere(f"XXXX-{letter}{reading.number + 1}" if letter else f"XXXX-{SEASONS[reading.number]}")
        now, year = anchor.start, civil(anchor.start).year
        if reading.relation in (Relation.LAST, Relation.PREVIOUS):
            chosen = max(p for p in (year - 2, year - 1, year) if end_of(unit(p)) <= now)
        elif reading.relation in (Relation.NEXT, Relation.FOLLOWING):
            chosen = min(p for p in (year, year + 1) if start_of(unit(p)) > now or p == year + 1)
        elif reading.relation is Relation.BEFORE_LAST:
            chosen = max(p for p in (year - 1, year) if start_of(unit(p)) <= now or p == year - 1) - 1
        elif reading.relation is not None or anchor is not self.resolver.published:
            chosen = year
        else:
            chosen = max(p for p in (year - 1, year) if start_of(unit(p)) <= now or p == year - 1)
            ahead = start_of(unit(chosen + 1)) - now
            if self.tense is Tense.FUTURE and end_of(unit(chosen)) <= now and ahead < now - end_of(unit(chosen)):
                chosen += 1
        period = unit(chosen)
        return self._date(period, self._counted(anchor) if reading.relation else self._nearest(anchor, period))

    def weekday_of(self, reading: WeekdayOf) -> Resolved | None:
        """Resolve a day of the week."""
        first_side = self._first_side
        if first_side is not None and (reading.relation is not None or not self._is_near(first_side)):
            first_side = None
        if first_side is not None:
            reading = replace(reading, relation=Relation.FOLLOWING)
        anaphoric = reading.relation in (Relation.FOLLOWING, Relation.PREVIOUS, Relation.SAME)
        anchor = (
            first_side or self.resolver.reference(Granularity.DAY)
            if anaphoric
            else self.resolver.anchor(Granularity.DAY)
        )
        if anchor is None or anchor.start is None or anchor.granularity > Granularity.DAY:
            return self._nowhere(f"XXXX-WXX-{reading.weekday + 1}")
        today = day_of(anchor.start)
        ahead = (reading.weekday - weekday(today)) % 7
        match reading.relation:
            case Relation.LAST | Relation.PREVIOUS:
                day = today + ahead - 7
            case Relation.BEFORE_LAST:
                day = today + ahead - 14
            case Relation.NEXT | Relation.FOLLOWING:
                day = today + (ahead or (0 if first_side is not None else 7))
            case Relation.THIS | Relation.SAME:
                day = today + ahead
            case None if anchor is not self.resolver.published or self.tense is Tense.FUTURE:
                day = today + ahead
            case None:
                day = today + ahead - (7 if ahead else 0)
        period = Period.of_day(day)
        return self._date(period, self._counted(anchor) if reading.relation else self._nearest(anchor, period))

    def _is_near(self, period: Period) -> bool:
        """Tell whether a weekday can be counted from a period: in "Monday to Friday", not in "14 September to Thursday"."""
        published = self.resolver.published
        if published is None or period.granularity > Granularity.DAY:
            return False
        return abs(published.first_day - period.first_day) <= _NEAR_DAYS

    def nth_weekday(self, reading: NthWeekday) -> Resolved | None:
        """Resolve a weekday by its number in a month."""
        month = self.of(reading.month)
        if month is None or month.period is None or month.period.start is None:
            return self._nowhere(f"XXXX-XX-WXX-{reading.weekday + 1}")
        at = civil(month.period.start)
        day = nth_weekday(at.year, at.month, reading.nth, reading.weekday)
        return self._date(Period.of_day(day), month.explanation)

    def weekend(self, reading: Weekend) -> Resolved | None:
        """Resolve a weekend."""
        anchor = self.resolver.anchor(Granularity.WEEK)
        if anchor is None or anchor.start is None:
            return self._nowhere("XXXX-WXX-WE")
        today = day_of(anchor.start)
        saturday = today - weekday(today) + 5
        if reading.relation is Relation.LAST or (
            reading.relation is None and self.tense is not Tense.FUTURE and today < saturday
        ):
            saturday -= 7
        elif reading.relation is Relation.NEXT:
            saturday += 7
        week = Period.unit((saturday - 5) * SECONDS_PER_DAY, Granularity.WEEK)
        return Resolved(TimexType.DATE, f"{date_value(week)}-WE", Period.of_day(saturday, 2), self._counted(anchor))

    def shifted(self, reading: Shifted) -> Resolved | None:
        """Resolve so many units from a base."""
        granularity = reading.granularity
        if isinstance(reading.base, Base):
            anchor = (
                self.resolver.anchor(granularity)
                if reading.base is Base.PUBLISHED
                else self.resolver.reference(granularity)
            )
            explanation = None
        else:
            inner = self.of(reading.base)
            anchor = None if inner is None else inner.period
            explanation = None if inner is None else inner.explanation
        if anchor is None or anchor.start is None or anchor.granularity > max(granularity, Granularity.DAY):
            return self._nowhere(unknown_value(granularity))
        period = unit_containing(anchor.start, granularity, reading.count)
        if granularity < Granularity.DAY:
            return Resolved(TimexType.TIME, "XXXX-XX-XX", None, explanations.unplaced(self.text))
        return self._date(period, explanation or self._counted(anchor))

    def year_ago(self, _reading: YearAgo) -> Resolved | None:
        """Resolve a year before, or the same quarter of it."""
        told = self.resolver.quarter
        if told is not None and told.start is not None:
            return self._date(unit_containing(told.start, Granularity.QUARTER, -4), self._counted(told))
        return self.shifted(Shifted(Granularity.YEAR, -1))

    def definite(self, reading: Definite) -> Resolved | None:
        """Resolve "the year", "the quarter"."""
        anchor = self.resolver.anchor(reading.granularity)
        count = 0
        if reading.granularity is Granularity.QUARTER:
            if self.resolver.quarter is not None:
                anchor = self.resolver.quarter
            else:
                count = -1
        if anchor is None or anchor.start is None:
            return self._nowhere(unknown_value(reading.granularity))
        return self._date(unit_containing(anchor.start, reading.granularity, count), self._counted(anchor))

    def years(self, reading: Years) -> Resolved | None:
        """Resolve a decade or century."""
        return self._date(Period.unit(instant(reading.first), reading.granularity), explanations.stated(self.text))

    def fiscal_year(self, reading: FiscalYear) -> Resolved | None:
        """Resolve a financial year."""
        explanation = explanations.financial_year(self.text)
        period = Period.of_date(reading.year).about()
        return Resolved(TimexType.DATE, f"FY{reading.year:04d}", period, explanation)

    def holiday_of(self, reading: HolidayOf) -> Resolved | None:
        """Resolve a well-known day."""
        if reading.year is not None:
            day = holiday(reading.rule, reading.year)
            return None if day is None else self._date(Period.of_day(day), explanations.stated(self.text))
        anchor = self.resolver.anchor(Granularity.YEAR)
        if anchor is None or anchor.start is None:
            return None
        now, year = day_of(anchor.start), civil(anchor.start).year
        days = [found for y in (year - 1, year, year + 1) if (found := holiday(reading.rule, y)) is not None]
        if len(days) < 3:
            return None
        if anchor is not self.resolver.published or anchor.granularity > Granularity.DAY:
            day = days[1]
        elif reading.relation is Relation.LAST or (reading.relation is None and self.tense is Tense.PAST):
            day = max(d for d in days if d <= now)
        elif reading.relation is Relation.NEXT or (reading.relation is None and self.tense is Tense.FUTURE):
            day = min(d for d in days if d >= now)
        elif reading.relation is Relation.THIS:
            day = days[1]
        else:
            day = min(days, key=lambda d: abs(d - now))
        period = Period.of_day(day)
        return self._date(period, self._nearest(anchor, period))

    def clock(self, reading: Clock) -> Resolved | None:
        """Resolve a time by the clock."""
        minute, second = reading.minute, reading.second
        clock = f"T{reading.hour:02d}:{minute or 0:02d}" + ("" if second is None else f":{second:02d}")
        day, explanation = self._day_for(reading.day)
        if day is None:
            return Resolved(TimexType.TIME, f"XXXX-XX-XX{clock}", None, explanation)
        start = day * SECONDS_PER_DAY + reading.hour * 3600 + (minute or 0) * 60 + (second or 0)
        granularity = (
            Granularity.SECOND if second is not None else Granularity.MINUTE if minute is not None else Granularity.HOUR
        )
        value = date_value(Period.of_day(day)) + clock
        return Resolved(TimexType.TIME, value, Period.unit(start, granularity), explanation)

    def day_part(self, reading: DayPart) -> Resolved | None:
        """Resolve a part of a day."""
        day, explanation = self._day_for(reading.day)
        if day is None:
            return Resolved(TimexType.TIME, f"XXXX-XX-XXT{reading.part}", None, explanation)
        first, last = _PART_HOURS[reading.part]
        start = day * SECONDS_PER_DAY
        period = Period(start + first * 3600, start + last * 3600, Granularity.PART_OF_DAY)
        return Resolved(TimexType.TIME, f"{date_value(Period.of_day(day))}T{reading.part}", period, explanation)

    def _day_for(self, reading: Reading | None) -> tuple[Day | None, Message]:
        if reading is not None:
            resolved = self.of(reading)
            if resolved is None or resolved.period is None or not resolved.period.is_one_day:
                return None, explanations.unplaced(self.text)
            return resolved.period.first_day, resolved.explanation
        anchor = self.resolver.reference(Granularity.DAY)
        if anchor is None or anchor.start is None:
            return None, explanations.unplaced(self.text)
        return day_of(anchor.start), self._counted(anchor)

    def within(self, reading: Within) -> Resolved | None:
        """Resolve a part within a whole told from elsewhere."""
        whole = self.of(reading.whole)
        if whole is None or whole.period is None or whole.period.start is None:
            return self.of(reading.part)
        at = civil(whole.period.start)
        part = reading.part
        if isinstance(part, CalendarDate) and part.month is None:
            part = replace(part, year=at.year, month=at.month)
        else:
            part = replace(part, year=at.year)
        resolved = self.of(part)
        return None if resolved is None else replace(resolved, explanation=whole.explanation)

    def range(self, reading: Range) -> Resolved | None:
        """Resolve from one to another."""
        last = self.of(reading.last)
        first_reading = reading.first
        if last is None or last.period is None:
            return last
        if isinstance(first_reading, CalendarDate) and first_reading.year is None and last.period.start is not None:
            first_reading = replace(first_reading, year=civil(last.period.start).year)
        first = self.of(first_reading)
        if first is None or first.period is None:
            return first
        try:
            period = Period.spanning(first.period, last.period)
        except ValueError:
            return None
        return Resolved(TimexType.DATE, f"{first.value}/{last.value}", period, last.explanation)

    def vague(self, reading: Vague) -> Resolved | None:
        """Resolve a vague reference."""
        explanation = explanations.vague(self.text)
        return Resolved(TimexType.DATE, reading.value, None, explanation)

    def length(self, reading: Length) -> Resolved | None:
        """Resolve a duration."""
        if reading.ahead and reading.count and reading.count == int(reading.count) and self.tense is Tense.FUTURE:
            assert reading.granularity is not None
            if reading.granularity >= Granularity.DAY:
                return self.shifted(Shifted(reading.granularity, int(reading.count)))
        explanation = explanations.length(self.text)
        return Resolved(TimexType.DURATION, reading.value, None, explanation)

    def recurring(self, reading: Recurring) -> Resolved | None:
        """Resolve what recurs."""
        explanation = explanations.recurring(self.text)
        return Resolved(TimexType.SET, reading.value, None, explanation)


_METHODS: dict[type, Callable[[ReadingResolution, Any], Resolved | None]] = {
    CalendarDate: ReadingResolution.calendar_date,
    PartOfYear: ReadingResolution.part_of_year,
    WeekdayOf: ReadingResolution.weekday_of,
    NthWeekday: ReadingResolution.nth_weekday,
    Weekend: ReadingResolution.weekend,
    Shifted: ReadingResolution.shifted,
    YearAgo: ReadingResolution.year_ago,
    Definite: ReadingResolution.definite,
    Years: ReadingResolution.years,
    FiscalYear: ReadingResolution.fiscal_year,
    HolidayOf: ReadingResolution.holiday_of,
    Clock: ReadingResolution.clock,
    DayPart: ReadingResolution.day_part,
    Within: ReadingResolution.within,
    Range: ReadingResolution.range,
    Vague: ReadingResolution.vague,
    Length: ReadingResolution.length,
    Recurring: ReadingResolution.recurring,
}
