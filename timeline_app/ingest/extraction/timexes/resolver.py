"""Gives underspecified expressions their place on the calendar: the document pass.

What words leave unsaid comes, in this order, from the words joined to them, from the publication (news) or the running date of the
story (narrative), and from the tense of the sentence. Nothing is made up: a part that none of these gives stays unsaid, the value
has X in its place and the period is None. Every result says what it was counted from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil
from timeline_app.domain.date_reading import Mode
from timeline_app.domain.extraction import TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes.heads import Heading
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Clock,
    DayPart,
    PartOfYear,
    Reading,
    Shifted,
    WeekdayOf,
    Within,
    YearAgo,
)
from timeline_app.ingest.extraction.timexes.resolutions import Expression
from timeline_app.ingest.extraction.timexes.tense import Tense
from timeline_app.ingest.extraction.timexes.units import end_of, start_of

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.day_order import DayOrder
    from timeline_app.ingest.extraction.timexes.resolutions import Resolved
    from timeline_app.ingest.extraction.timexes.surroundings import Surroundings

_DATED = (TimexType.DATE, TimexType.TIME)
_REACH_OF_A_QUARTER = 1500  # characters
_REACH_OF_A_CHRONICLE = 600
_REACH_OF_A_MONTH = 400
_REACH_OF_A_SEASON = 120
_REACH_OF_A_LIST = 80
_REACH_OF_A_RECURRENCE = 60
_REACH_OF_A_RECURRENCE_BESIDE = 16
_REACH_OF_A_TALE = 160  # where the chronicle is of long ago
_YEARS_OF_A_CHRONICLE = 2
_YEARS_OF_A_LIFE = 100
_YEARS_ON = 8
_DAYS_TO_PRINT = 3
_NEAR_DAYS = 14


def _looks_back(reading: Reading) -> bool:
    """Tell whether a story goes back for a moment and then on from where it was: "as two decades earlier"."""
    return (
        isinstance(reading, Shifted)
        and reading.base is Base.REFERENCE
        and reading.count < 0
        and reading.granularity >= Granularity.YEAR
    )


def _goes_on(reading: Reading) -> bool:
    """Tell whether it is counted on from the date told before: "that night", "the next day", "a month later"."""
    if not isinstance(reading, Shifted) or reading.base is Base.PUBLISHED:
        return False
    return reading.base is Base.TOLD or reading.granularity is Granularity.DAY


class Resolver:
    """Resolves the readings of one document in the order of its text, remembering the dates that it has told."""

    def __init__(self, published: Period | None, mode: Mode, order: DayOrder) -> None:
        self.mode = mode
        self.order = order
        self.published = published if published is not None and published.start is not None else None
        self._written = self._stated = self.published
        self.is_headed = False
        self._section: Period | None = None
        self._head: Period | None = None
        self._told: list[Period] = []
        self._done: Period | None = None
        self._latest: Period | None = None
        self._quarter: tuple[Period, int] | None = None
        self._chronicle: tuple[Period, int] | None = None
        self._sentence_year: tuple[int, int] | None = None
        self._month: tuple[Period, int] | None = None
        self._season: tuple[Period, int] | None = None
        self._again: int | None = None
        self._position = 0
        self._day_at: int | None = None

    def resolve(
        self,
        reading: Reading,
        text: str,
        surroundings: Surroundings,
        position: int,
        *,
        first_side: Period | None = None,
        listed_after: Period | None = None,
        is_aside: bool = False,
        in_dateline: bool = False,
    ) -> Resolved | None:
        """Return what a reading means at a position of the document; None where it means no date that exists.

        The date becomes the document's running date, unless it is an aside in brackets; that of a dateline is the day on which
        "today" was written. `first_side` is the period that the expression ends a range from, `listed_after` that
        of the one before it in a list.
        """
        self._position = position
        expression = Expression(self, reading, text, surroundings, first_side, listed_after)
        resolved = expression.resolve(reading)
        if resolved is not None and resolved.type is TimexType.SET:
            self._again = position
        if resolved is None or resolved.period is None:
            return resolved
        if in_dateline:
            self._write_on(resolved.period)
        elif not is_aside and resolved.type in _DATED:
            self._tell(reading, resolved.period, surroundings)
        return resolved

    def begin(self, heading: Heading, period: Period) -> None:
        """Take note of a date at the head of what follows: of something written on that day, or of a section.

        Nothing can have been written after its publication; such a day is an announcement's.
        """
        self._head = period
        if heading is Heading.SECTION:
            self._section = period
        if heading is not Heading.WRITTEN:
            return
        if self._stated is not None and period.first_day > self._stated.last_day + 1:
            return
        day = Period.of_day(period.first_day)
        self.published = self._written = day
        self.is_headed = day != self._stated
        self.mode = Mode.NEWS
        self._told, self._latest = [day], day
        self._section = self._quarter = self._chronicle = self._month = self._season = None

    def _write_on(self, period: Period) -> None:
        """Take note of the day on which a report was written, the publication's or shortly before."""
        if self.published is not None and period.is_one_day:
            days = self.published.first_day - period.first_day
            if 0 < days <= _DAYS_TO_PRINT and self.published.granularity <= Granularity.DAY:
                self._written = Period.of_day(period.first_day)

    def _tell(self, reading: Reading, period: Period, surroundings: Surroundings) -> None:
        """Take note of a date that the text has told."""
        if isinstance(reading, YearAgo) or (isinstance(reading, DayPart) and reading.is_last):
            return
        if not _looks_back(reading):
            self._remember(period, surroundings)
        self._follow(reading, period, surroundings)
        if period.granularity in (Granularity.SEASON, Granularity.HALF):
            self._season = (period, self._position)
        if isinstance(reading, CalendarDate) and reading.year is not None and surroundings.opens_sentence:
            self._sentence_year = (reading.year, self._position)
        if isinstance(reading, PartOfYear | Within) and self._is_past_quarter(period):
            self._quarter = (period, self._position)

    def _is_past_quarter(self, period: Period) -> bool:
        """Tell whether a period is a quarter that can be reported on, not one that is going on or to come."""
        return period.granularity is Granularity.QUARTER and (
            self.published is None or end_of(period) <= start_of(self.published)
        )

    @property
    def quarter(self) -> Period | None:
        """The quarter that the text is about: the last one told, for a paragraph or two."""
        if self._quarter is None or self._position - self._quarter[1] > _REACH_OF_A_QUARTER:
            return None
        return self._quarter[0]

    @property
    def chronicle(self) -> Period | None:
        """The date of an earlier year that a news article has just told in full, and may go on from: "In July it sailed"."""
        if self._chronicle is None:
            return None
        told, position = self._chronicle
        reach = _REACH_OF_A_TALE if self.is_long_ago(told) else _REACH_OF_A_CHRONICLE
        return told if self._position - position <= reach else None

    def is_long_ago(self, told: Period) -> bool:
        """Tell whether a date lies further back than news usually goes."""
        return self._years_ago(told) > _YEARS_OF_A_CHRONICLE

    def _years_ago(self, period: Period) -> int:
        assert self.published is not None
        return civil(start_of(self.published)).year - civil(start_of(period)).year

    def is_recurring(self, *, beside: bool = False) -> bool:
        """Tell whether the sentence has just told when something happens again and again: "on Wednesdays from 9 a.m.".

        `beside` asks for one right before: "twice yearly, in March and September".
        """
        reach = _REACH_OF_A_RECURRENCE_BESIDE if beside else _REACH_OF_A_RECURRENCE
        return self._again is not None and self._position - self._again <= reach

    @property
    def season(self) -> Period | None:
        """The season or half of a year that the sentence has just told: "this winter, above all in January"."""
        if self._season is None or self._position - self._season[1] > _REACH_OF_A_SEASON:
            return None
        return self._season[0]

    def year_of_sentence(self, surroundings: Surroundings) -> int | None:
        """Return the year of a date that the sentence begins with."""
        if self._sentence_year is None or not surroundings.is_in_sentence(self._sentence_year[1]):
            return None
        return self._sentence_year[0]

    @property
    def month(self) -> Period | None:
        """The date of a month that a news article has just told, and may go on from: "on 13 May ... the 20th"."""
        if self._month is None or self._position - self._month[1] > _REACH_OF_A_MONTH:
            return None
        return self._month[0]

    def month_since(self, place: int) -> Period | None:
        """Return the date of a month that a news article has told last, from a place of the text on."""
        if self._month is None or self._month[1] < max(place, self._position - _REACH_OF_A_LIST):
            return None
        return self._month[0]

    @property
    def is_on_another_day(self) -> bool:
        """True where the text has just told a day far from the publication's."""
        return self.month is not None and self.month.is_one_day and self.told(Granularity.DAY) is not None

    def _follow(self, reading: Reading, period: Period, surroundings: Surroundings) -> None:
        """Begin a chronicle with a full date of a year before the publication, go on with one that lacks its year, or end it."""
        if isinstance(reading, Clock | DayPart) and reading.day is not None:
            reading = reading.day
        if not isinstance(reading, CalendarDate) or self.published is None or period.start is None:
            if isinstance(reading, WeekdayOf) and not self._is_near(period):
                return  # "on 8 May 1914 ... on the Saturday"
            if isinstance(reading, WeekdayOf | Shifted) and not _goes_on(reading):
                self._chronicle = self._month = None
            return
        if reading.month is not None and not period.overlaps(self.published):
            self._month = (period, self._position)
        years_ago = self._years_ago(period)
        is_precise = period.granularity <= Granularity.MONTH or years_ago >= _YEARS_OF_A_LIFE
        within = years_ago >= 1 and is_precise and not surroundings.tells_of_birth
        if within and (reading.year is not None or self.chronicle is not None):
            self._chronicle = (period, self._position)
        elif is_precise:
            self._chronicle = None

    def _is_near(self, period: Period) -> bool:
        """Tell whether a day lies near the publication, where there is one."""
        return self.published is None or abs(self.published.first_day - period.first_day) <= _NEAR_DAYS

    def _remember(self, period: Period, surroundings: Surroundings) -> None:
        """Make a date the running one; a bare year of which a story only speaks in passing stands beside it."""
        if period.start is None:
            return
        if period.granularity <= Granularity.YEAR:
            self._latest = period
        if period.granularity <= Granularity.DAY:
            self._day_at = self._position
            if surroundings.tense is Tense.PAST or not self._is_to_come(period):
                self._done = period
        finer = [told for told in self._told if told.granularity < period.granularity][-8:]
        if period.granularity < Granularity.YEAR:  # "on 3 May ... in July ...": a day of May is over
            finer = [told for told in finer if told.overlaps(period)]
        if finer and period.granularity is Granularity.YEAR and self._is_in_passing(period, finer[-1], surroundings):
            self._told = [period, *finer]
        else:
            self._told = [*finer, period]

    def _is_in_passing(self, year: Period, running: Period, surroundings: Surroundings) -> bool:
        """Tell whether a bare year within a sentence is one that the story looks to, not one that it comes to."""
        if surroundings.opens_sentence:
            return False
        years = civil(start_of(year)).year - civil(start_of(running)).year
        return not 0 < years <= _YEARS_ON or surroundings.tense is Tense.FUTURE

    def base(self, base: Base, coarsest: Granularity, *, is_over: bool = False) -> Period | None:
        """Return what a shift counts from.

        `is_over` where nothing to come is meant: "it is to end on May 5; later the same day they met".
        """
        if base is Base.PUBLISHED:
            anchor = self.anchor(coarsest)
            return self._written if anchor is self.published and coarsest <= Granularity.DAY else anchor
        found = self.reference(coarsest) if base is Base.REFERENCE else self.told(coarsest)
        if is_over and found is not None and self._is_to_come(found):
            return self._done
        return found

    def _is_to_come(self, period: Period) -> bool:
        """Tell whether a date of news lies after the publication."""
        if self.mode is not Mode.NEWS or self.published is None or period.start is None:
            return False
        return period.start >= end_of(self.published)

    def told(self, coarsest: Granularity, *, until: Period | None = None) -> Period | None:
        """Return the last date told that is at least as precise as `coarsest`, and no year or more that begins after `until`."""
        if coarsest is Granularity.YEAR and until is None and self._latest is not None:
            return self._latest
        for told in reversed(self._told):
            if told.granularity <= coarsest and (
                until is None or told.granularity < Granularity.YEAR or start_of(told) <= start_of(until)
            ):
                return told
        return None

    def reference(self, coarsest: Granularity) -> Period | None:
        """Return the last date told that is at least as precise as `coarsest`; in news else the publication."""
        told = self.told(coarsest)
        if told is not None:
            return told
        if self.mode is Mode.NEWS and not self._is_elsewhere and self._is_published(coarsest):
            return self.published
        return None

    def day(self, *, is_over: bool = False) -> Period | None:
        """Return the day of a time that is told without one: the running day, or in news else that of the publication.

        `is_over` where it is of no day to come: "he will appear on May 5. The attack was at 13:40".
        """
        told = self.told(Granularity.DAY)
        if is_over and told is not None and self._is_to_come(told):
            told = self._done
        if told is None and self.mode is Mode.NEWS and self._is_published(Granularity.DAY):
            return self._written
        return told

    def has_told_day(self, surroundings: Surroundings) -> bool:
        """Tell whether the sentence has told a day already."""
        return self._day_at is not None and surroundings.is_in_sentence(self._day_at)

    def _is_published(self, coarsest: Granularity) -> bool:
        return self.published is not None and self.published.granularity <= coarsest

    @property
    def _is_elsewhere(self) -> bool:
        """True where the text has come to a month or year that is not the publication's."""
        if not self._told or self.published is None or self._told[-1].granularity < Granularity.MONTH:
            return False
        return not self._told[-1].overlaps(self.published)

    def head(self, coarsest: Granularity) -> Period | None:
        """Return the date from which the days of a diary go on: that of the last entry or section, or one told in passing."""
        head = self._head
        return head if head is not None and head.granularity <= coarsest else self.reference(coarsest)

    def anchor_of_date(self, coarsest: Granularity) -> Period | None:
        """Return what a date without its year or month is counted from: as `anchor`, but within the section that it stands in."""
        section = self._section
        if section is not None and section.granularity <= coarsest and not self._is_within_publication(section):
            told = self.told(coarsest, until=self.published)
            return section if told is None or start_of(told) < start_of(section) else told
        return self.anchor(coarsest)

    def _is_within_publication(self, section: Period) -> bool:
        return self.mode is Mode.NEWS and self.published is not None and section.overlaps(self.published)

    def anchor(self, coarsest: Granularity) -> Period | None:
        """Return what "last week" is counted from: the publication in news, the running date in a story."""
        if self.mode is Mode.NARRATIVE:
            told = self.told(coarsest, until=self.published)
            if told is not None:
                return told
            if coarsest < Granularity.YEAR and self._is_elsewhere:
                return None
        return self.published if self._is_published(coarsest) else None
