"""Puts together what the grammar found side by side: "10 p.m." and "Wednesday", "January" and "last year"."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.matcher import Atom
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Clock,
    DayPart,
    FiscalYear,
    HolidayOf,
    Length,
    Moved,
    PartOfYear,
    Range,
    Reading,
    Shifted,
    WeekdayOf,
    Within,
    YearAgo,
)
from timeline_app.ingest.extraction.timexes.stretches import makes_range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon

Joints: TypeAlias = "Mapping[str, frozenset[str]]"
_LONGEST_GAP = 12


def join_atoms(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the expressions after putting neighbours together, from left to right, each as long as it goes."""
    joined: list[Atom] = []
    for atom in atoms:
        current = atom
        while joined:
            previous = joined[-1]
            reading = _joined(previous, current, folded[previous.end : current.start], lexicon)
            if reading is None:
                break
            joined.pop()
            current = Atom(previous.start, current.end, reading, f"{previous.rule}+{current.rule}")
        joined.append(current)
    return joined


def split_ranges(atoms: list[Atom], folded: str, lexicon: Lexicon, *, lists_only: bool) -> list[Atom]:
    """Return the atoms with every range as its two sides, or only those of two days that are apart: "on 5 and 9 May"."""
    split: list[Atom] = []
    for atom in atoms:
        if (
            isinstance(atom.reading, Range)
            and atom.middle is not None
            and (not lists_only or _lists_days(atom, atom.reading, folded, lexicon))
        ):
            split.append(Atom(atom.start, atom.middle[0], atom.reading.first, atom.rule))
            split.append(Atom(atom.middle[1], atom.end, atom.reading.last, atom.rule))
        else:
            split.append(atom)
    return split


def _lists_days(atom: Atom, reading: Range, folded: str, lexicon: Lexicon) -> bool:
    first, last = reading.first, reading.last
    if atom.middle is None or not (_names_day(first) and _names_day(last)) or first.day is None or last.day is None:
        return False
    left, gap = folded[max(0, atom.start - _LONGEST_GAP) : atom.start], folded[slice(*atom.middle)]
    return last.day - first.day > 1 and gap in lexicon.joints["to"] and not makes_range(left, gap, lexicon)


def share_appositions(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with the date that explains one given to it: "two days earlier, on 12 June 1944"."""
    shared = list(atoms)
    for i, (left, right) in enumerate(itertools.pairwise(atoms)):
        reading, date = left.reading, right.reading
        if not (isinstance(reading, Shifted) and reading.base in (Base.REFERENCE, Base.TOLD)):
            continue
        if not (isinstance(date, CalendarDate) and date.year is not None and date.month is not None):
            continue
        if folded[left.end : right.start] in lexicon.joints["apposed"]:
            cut = _at_unit(date, reading.granularity)
            if cut is not None:
                shared[i] = replace(left, reading=cut, rule=f"{left.rule}+{right.rule}")
    return shared


def _at_unit(date: CalendarDate, granularity: Granularity) -> CalendarDate | Shifted | None:
    """Return the unit in which a date lies; None where it has not been told so precisely."""
    if granularity is Granularity.DAY:
        return date if date.day is not None else None
    if granularity is Granularity.WEEK and date.day is not None:
        return Shifted(Granularity.WEEK, 0, date)
    if granularity is Granularity.MONTH:
        return CalendarDate(date.year, date.month)
    return CalendarDate(date.year) if granularity is Granularity.YEAR else None


def share_sides(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with what the second side of a range says given to the first: "26 June - 4 August 1952"."""
    shared = list(atoms)
    for i in range(len(atoms) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if right.start - left.end > _LONGEST_GAP:
            continue
        gap = folded[left.end : right.start]
        if gap in lexicon.joints["listed"] and _lacks_month(left.reading):
            shared[i] = replace(left, reading=_with_month(left.reading, right.reading))
        elif gap in lexicon.joints["to"] or _without_modifier(gap, lexicon) in lexicon.joints["to"]:
            shared[i] = replace(left, reading=_with_side(left.reading, right.reading))
    return shared


def share_wholes(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with what stands behind one given to it, or what stands before.

    "The first two months of 1995" are of that year, and the 1995 of "the summers of 1976 and 1995" is a summer.
    """
    shared = list(atoms)
    for i, (left, right) in enumerate(itertools.pairwise(atoms)):
        if right.start - left.end > _LONGEST_GAP:
            continue
        gap = folded[left.end : right.start]
        first, last = shared[i].reading, right.reading
        if isinstance(first, Length) and first.end is not None and gap in lexicon.joints["whole"]:
            shared[i] = replace(left, reading=replace(first, whole=last))
        elif (
            isinstance(first, PartOfYear) and first.plural and gap in lexicon.joints["listed"] and _is_year_alone(last)
        ):
            shared[i + 1] = replace(
                right, reading=replace(first, year=last.year), rule=f"{left.rule}+{right.rule}", guard=""
            )
    return shared


def _is_year_alone(reading: Reading) -> TypeGuard[CalendarDate]:
    return isinstance(reading, CalendarDate) and reading.year is not None and reading.month is None


def _without_modifier(gap: str, lexicon: Lexicon) -> str:
    """Return what stands between two expressions less the word that belongs to the second: " and early "."""
    words = gap.split()
    if len(words) < 2 or words[-1] not in lexicon.modifiers.phrases:
        return gap
    return f" {' '.join(words[:-1])} "


def _lacks_month(reading: Reading) -> TypeGuard[CalendarDate]:
    return isinstance(reading, CalendarDate) and reading.day is not None and reading.month is None


def _with_month(day: CalendarDate, following: Reading) -> CalendarDate:
    """Return a day in the month of the date that goes on its list: "11, 12 and 15 March"."""
    date = following.first if isinstance(following, Range) else following
    if not isinstance(date, CalendarDate) or date.month is None or date.day is None or day.relation is not None:
        return day
    return replace(day, year=date.year, month=date.month)


def _with_side(first: Reading, last: Reading) -> Reading:
    if isinstance(first, Clock) and isinstance(last, Clock) and first.day is None:
        return replace(first, day=last.day)
    if isinstance(first, PartOfYear) and isinstance(last, PartOfYear) and first.granularity is last.granularity:
        if first.year is None and last.year is not None and first.relation is None:
            return replace(first, year=last.year - (first.number > last.number))
        return first
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return first
    if first.year is None and last.year is not None and first.month and last.month and first.relation is None:
        return replace(first, year=last.year - (first.month > last.month))
    return first


def _joined(left: Atom, right: Atom, gap: str, lexicon: Lexicon) -> Reading | None:
    if len(gap) > _LONGEST_GAP:
        return None
    for join in (_join_day_and_time, _join_part_and_whole, _join_shift_and_day, _join_length_and_day):
        reading = join(left.reading, right.reading, gap, lexicon.joints)
        if reading is not None:
            return reading
    return None


def _join_day_and_time(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "Tuesday" and "14 February", "10 p.m." and "Wednesday", "Friday" and "evening"."""
    if isinstance(a, WeekdayOf) and _names_day(b) and gap in joints["weekday"]:
        return replace(b, weekday=a.weekday) if b.year is None else b
    if isinstance(a, Clock | DayPart) and isinstance(b, Clock | DayPart):
        return _join_times(a, b, gap, joints)
    if isinstance(a, Clock | DayPart) and _is_day(b):
        more_exact = isinstance(a.day, WeekdayOf) and _names_day(b) and gap in joints["weekday"]
        return replace(a, day=b) if more_exact or (a.day is None and gap in joints["on"]) else None
    if isinstance(a, DayPart) and isinstance(b, Range) and gap in joints["of"]:
        return replace(a, day=b.first) if _names_day(b.first) and a.day is None else None  # "the night of 9-10 May"
    if _is_day(a) and isinstance(b, Clock | DayPart) and b.day is None and gap in joints["then"]:
        return replace(b, day=a)
    return None


def _join_times(a: Clock | DayPart, b: Clock | DayPart, gap: str, joints: Joints) -> Reading | None:
    """Join "4" and "in the morning", "this morning" and "at 9.30"."""
    if isinstance(a, Clock) and isinstance(b, DayPart):
        is_joint = (
            gap in joints["of"] or gap in joints["on"] or gap in joints["weekday"]
        )  # "8 o'clock the next morning"
        return _clock_in_part(a, b) if is_joint and not (a.day and b.day) else None
    if isinstance(a, DayPart) and isinstance(b, Clock) and a.day and not b.day and gap in joints["then"]:
        return replace(b, day=a.day)
    return None


def _join_part_and_whole(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "January" and "last year", "the 14th" and "of last month", "last year" and "'s first quarter"."""
    if gap in joints["of"] and _is_part_of(a, b):
        if isinstance(a, CalendarDate) and isinstance(b, CalendarDate) and b.month is None:
            return replace(a, year=b.year)
        return Within(a, b)
    if _is_year(a) and _lacks_year(b) and gap in joints["possessive"]:
        return Within(b, a)
    if _is_week(a) and isinstance(b, WeekdayOf) and b.relation is None and gap in joints["on"] - joints["of"]:
        return Within(b, a)
    return None


def _is_part_of(part: Reading, whole: Reading) -> TypeGuard[CalendarDate | PartOfYear | HolidayOf | WeekdayOf]:
    if _is_year(whole):
        return _lacks_year(part)
    if isinstance(part, WeekdayOf):
        return part.relation is None and _is_week(whole)
    return isinstance(part, CalendarDate) and part.day is not None and part.month is None and _is_month(whole)


def _join_shift_and_day(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "a year ago" and "today", "two weeks ago" and "Tuesday", "a week" and "from Tuesday"."""
    if isinstance(a, Length) and gap in joints["from"] and _is_day(b):
        if a.granularity is not None and a.count is not None and a.count == int(a.count):
            return Moved(b, a.granularity, int(a.count))
        return None
    if isinstance(a, YearAgo):
        a = Shifted(Granularity.YEAR, -1)
    if not isinstance(a, Shifted) or a.base is not Base.PUBLISHED or a.count >= 0 or gap.strip():
        return None
    if isinstance(b, WeekdayOf) and b.relation is None and _is_week(a):
        return Within(b, a)
    return Moved(b, a.granularity, a.count) if _is_this(b) or (_is_beside_today(b) and _is_week_or_longer(a)) else None


def _join_length_and_day(a: Reading, b: Reading, gap: str, joints: Joints) -> Reading | None:
    """Join "two days" and "after 14 February", "one minute" and "before midnight"."""
    if (
        not isinstance(a, Length)
        or a.count is None
        or a.granularity is None
        or a.count != int(a.count)
        or not (_is_day(b) or isinstance(b, Clock))
    ):
        return None
    sign = 1 if gap in joints["after"] else -1 if gap in joints["before"] else 0
    if isinstance(b, Clock):
        return _clock_moved(b, a.granularity, sign * int(a.count)) if sign else None
    return Shifted(a.granularity, sign * int(a.count), b) if sign else None


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


def _names_day(reading: Reading) -> TypeGuard[CalendarDate]:
    return isinstance(reading, CalendarDate) and reading.day is not None


def _is_day(reading: Reading) -> bool:
    return (
        _names_day(reading)
        or isinstance(reading, HolidayOf)
        or (isinstance(reading, WeekdayOf) and not reading.short)
        or (isinstance(reading, Shifted) and reading.granularity is Granularity.DAY)
        or (isinstance(reading, Within) and (_names_day(reading.part) or isinstance(reading.part, WeekdayOf)))
    )


def _is_this(reading: Reading) -> bool:
    """Tell whether it is today, this week or this month."""
    return isinstance(reading, Shifted) and reading.base is Base.PUBLISHED and reading.count == 0


def _is_beside_today(reading: Reading) -> bool:
    """Tell whether it is yesterday or tomorrow: "a century ago yesterday"."""
    if not isinstance(reading, Shifted) or reading.granularity is not Granularity.DAY:
        return False
    return reading.base is Base.PUBLISHED and abs(reading.count) == 1


def _is_week_or_longer(reading: Shifted) -> bool:
    return reading.granularity >= Granularity.WEEK


def _is_week(reading: Reading) -> bool:
    return isinstance(reading, Shifted) and reading.granularity is Granularity.WEEK


def _is_month(reading: Reading) -> bool:
    return (isinstance(reading, CalendarDate) and reading.month is not None and reading.day is None) or (
        isinstance(reading, Shifted) and reading.granularity is Granularity.MONTH
    )


def _lacks_year(reading: Reading) -> TypeGuard[CalendarDate | PartOfYear | HolidayOf]:
    if isinstance(reading, CalendarDate):
        return reading.year is None and reading.month is not None and reading.relation is None
    return isinstance(reading, PartOfYear | HolidayOf) and reading.year is None and reading.relation is None


def _is_year(reading: Reading) -> bool:
    if isinstance(reading, CalendarDate):
        return reading.year is not None and reading.month is None
    return isinstance(reading, FiscalYear) or (isinstance(reading, Shifted) and reading.granularity is Granularity.YEAR)
