"""Puts together what the grammar found side by side: "10 p.m." and "Wednesday", "January" and "last year"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.heads import DAY_RULES
from timeline_app.ingest.extraction.timexes.kinds import is_day, is_month, is_week, is_year, lacks_year, names_day
from timeline_app.ingest.extraction.timexes.matcher import Atom
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Clock,
    DayPart,
    HolidayOf,
    Length,
    Moved,
    PartOfYear,
    Range,
    Reading,
    Relation,
    Shifted,
    WeekdayOf,
    Weekend,
    Within,
    YearAgo,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon

Joints: TypeAlias = "Mapping[str, frozenset[str]]"
_LONGEST_GAP = 12


def join_atoms(atoms: list[Atom], folded: str, text: str, lexicon: Lexicon) -> list[Atom]:
    """Return the expressions after putting neighbours together, from left to right, each as long as it goes."""
    joined: list[Atom] = []
    for atom in atoms:
        current = atom
        while joined:
            previous = joined[-1]
            if _is_name_after_comma(previous, current, text):
                break
            reading = _joined(previous, current, folded[previous.end : current.start], lexicon)
            if reading is None:
                break
            joined.pop()
            current = Atom(previous.start, current.end, reading, f"{previous.rule}+{current.rule}")
        joined.append(current)
    return joined


def _is_name_after_comma(left: Atom, right: Atom, text: str) -> bool:
    """Tell whether a part of day is somebody's name: "On Monday, Dawn Smith was indicted"."""
    is_part = isinstance(right.reading, DayPart) and right.reading.day is None
    return is_part and text[left.end : right.start] == ", " and text[right.start].isupper()


def _joined(left: Atom, right: Atom, gap: str, lexicon: Lexicon) -> Reading | None:
    if len(gap) > _LONGEST_GAP or not DAY_RULES.isdisjoint((left.rule, right.rule)):
        return None
    for join in (_join_day_and_time, _join_part_and_whole, _join_shift_and_day, _join_length_and_day):
        reading = join(left.reading, right.reading, gap, lexicon.joints)
        if reading is not None:
            return reading
    return None


def _join_day_and_time(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "Tuesday" and "14 February", "10 p.m." and "Wednesday", "Friday" and "evening"."""
    if isinstance(a, WeekdayOf) and names_day(b) and gap in joints["weekday"]:
        return replace(b, weekday=a.weekday) if b.year is None else b
    if isinstance(a, Clock | DayPart) and isinstance(b, Clock | DayPart):
        return _join_times(a, b, gap, joints)
    if isinstance(a, Clock | DayPart) and is_day(b):
        more_exact = isinstance(a.day, WeekdayOf) and names_day(b) and gap in joints["weekday"]
        return replace(a, day=b) if more_exact or (a.day is None and gap in joints["on"]) else None
    if isinstance(a, DayPart) and isinstance(b, Range) and gap in joints["of"]:
        return replace(a, day=b.first) if names_day(b.first) and a.day is None else None  # "the night of 9-10 May"
    if is_day(a) and isinstance(b, Clock | DayPart) and b.day is None and gap in joints["then"]:
        return replace(b, day=a)
    return None


def _join_times(a: Clock | DayPart, b: Clock | DayPart, gap: str, joints: Joints) -> Reading | None:
    """Join "4" and "in the morning", "this morning" and "at 9.30"."""
    if isinstance(a, Clock) and isinstance(b, DayPart):
        is_joint = any(gap in joints[name] for name in ("of", "on", "weekday"))  # "8 o'clock the next morning"
        return _clock_in_part(a, b) if is_joint and not (a.day and b.day) else None
    if isinstance(a, DayPart) and isinstance(b, DayPart) and b.day and not a.day and gap in joints["of"]:
        return replace(a, day=b.day)  # "the early hours of this morning"
    if isinstance(a, DayPart) and isinstance(b, Clock) and a.day and not b.day and gap in joints["then"]:
        return replace(b, day=a.day)
    return None


def _join_part_and_whole(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "January" and "last year", "the 14th" and "of last month", "last year" and "'s first quarter"."""
    if gap in joints["of"] and _is_part_of(a, b):
        if isinstance(a, CalendarDate) and isinstance(b, CalendarDate) and b.month is None:
            return replace(a, year=b.year)
        return Within(a, b)
    if (
        is_year(a)
        and lacks_year(b)
        and (gap in joints["possessive"] or gap in joints["within"] or _goes_on_in(a, b, gap))
    ):
        return Within(b, a)
    if is_week(a) and isinstance(b, WeekdayOf) and b.relation is None and gap in joints["on"] - joints["of"]:
        return Within(b, a)
    if isinstance(a, Weekend) and a.relation is None and gap in joints["whole"]:
        return _weekend_of(b)
    return None


def _goes_on_in(year: Reading, part: Reading, gap: str) -> bool:
    """Tell whether a year goes on in a month or a day of it: "two years later in June", "last year August 8"."""
    if not isinstance(year, Shifted):
        return False
    return (year.base is not Base.PUBLISHED and gap == " in ") or (gap == " " and names_day(part))


def _weekend_of(days: Reading) -> Reading | None:
    """Read "the weekend of 14-15 May", "the weekend of 14 May", "the weekend of Easter"."""
    if isinstance(days, Range):
        return days if names_day(days.first) else None
    return Weekend(on=days) if names_day(days) or isinstance(days, HolidayOf) else None


def _is_part_of(part: Reading, whole: Reading) -> TypeGuard[CalendarDate | PartOfYear | HolidayOf | WeekdayOf]:
    if is_year(whole):
        return lacks_year(part)
    if isinstance(part, WeekdayOf):
        return part.relation is None and is_week(whole)
    return isinstance(part, CalendarDate) and part.day is not None and part.month is None and is_month(whole)


def _join_shift_and_day(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "a year ago" and "today", "two weeks ago" and "Tuesday", "a week" and "from Tuesday"."""
    if isinstance(a, Length) and gap in joints["from"] and is_day(b):
        if a.granularity is not None and a.count is not None and a.count == int(a.count):
            return Moved(b, a.granularity, int(a.count))
        return None
    if isinstance(a, YearAgo):
        a = Shifted(Granularity.YEAR, -1)
    if not isinstance(a, Shifted) or a.base is not Base.PUBLISHED or a.count >= 0 or gap.strip():
        return None
    if isinstance(b, WeekdayOf) and b.relation is None and is_week(a):
        return Within(b, a)
    return Moved(b, a.granularity, a.count) if _is_moved_by(b, a) else None


def _join_length_and_day(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "two days" and "after 14 February", "one minute" and "before midnight", "the Monday" and "after Easter"."""
    if isinstance(a, WeekdayOf) and a.relation is None and is_day(b) and not isinstance(b, WeekdayOf):
        relation = _beside(gap, joints)
        return None if relation is None else WeekdayOf(a.weekday, relation, base=b)
    if (
        not isinstance(a, Length)
        or a.count is None
        or a.granularity is None
        or a.count != int(a.count)
        or not (is_day(b) or isinstance(b, Clock))
    ):
        return None
    relation = _beside(gap, joints)
    sign = 0 if relation is None else 1 if relation is Relation.FOLLOWING else -1
    if isinstance(b, Clock):
        return _clock_moved(b, a.granularity, sign * int(a.count)) if sign else None
    if names_day(b) and b.month is None and gap not in (" after ", " before "):
        return None  # "a week after the 25th anniversary"
    return Shifted(a.granularity, sign * int(a.count), b) if sign else None


def _beside(gap: str, joints: Joints) -> Relation | None:
    if gap in joints["after"]:
        return Relation.FOLLOWING
    return Relation.PREVIOUS if gap in joints["before"] else None


def _clock_moved(clock: Clock, granularity: Granularity, count: int) -> Reading | None:
    """Read "one minute before midnight": a time of the same day, or nothing. Midnight ends the day that it is told with."""
    minutes = count * (60 if granularity is Granularity.HOUR else 1)
    if granularity not in (Granularity.HOUR, Granularity.MINUTE) or clock.second is not None:
        return None
    is_end_of_day = clock.hour == 0 and clock.minute is None and count < 0
    moved = (24 if is_end_of_day else clock.hour) * 60 + (clock.minute or 0) + minutes
    return replace(clock, hour=moved // 60, minute=moved % 60) if 0 <= moved < 24 * 60 else None


def _clock_in_part(clock: Clock, part: DayPart) -> Reading:
    """Read "4 in the morning", "10:30 in the evening"."""
    hour = clock.hour
    if hour < 12 and (part.part in ("AF", "EV") or (part.part == "NI" and hour >= 6)):
        hour += 12
    return replace(clock, hour=hour, day=clock.day or part.day)


def _is_moved_by(day: Reading, shift: Shifted) -> bool:
    """Tell whether it is a day, week or month that a shift goes on from: "a year ago today", "a century ago yesterday"."""
    if not isinstance(day, Shifted):
        return isinstance(day, WeekdayOf) and day.relation in (Relation.LAST, Relation.THIS, Relation.NEXT)
    return day.base is Base.PUBLISHED and abs(day.count) <= 1 and day.granularity <= shift.granularity
