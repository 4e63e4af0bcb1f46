"""Puts together what the grammar found side by side: "10 p.m." and "Wednesday", "January" and "last year"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.matcher import Atom
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    Clock,
    DayPart,
    FiscalYear,
    HolidayOf,
    Length,
    PartOfYear,
    Range,
    Reading,
    Shifted,
    WeekdayOf,
    Within,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon


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


def split_ranges(atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with every range as its two sides."""
    split: list[Atom] = []
    for atom in atoms:
        if isinstance(atom.reading, Range) and atom.middle is not None:
            split.append(Atom(atom.start, atom.middle[0], atom.reading.first, atom.rule))
            split.append(Atom(atom.middle[1], atom.end, atom.reading.last, atom.rule))
        else:
            split.append(atom)
    return split


def share_years(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with the year of "26 June - 4 August 1952" given to its first side too."""
    shared = list(atoms)
    for i in range(len(atoms) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        a, b = left.reading, right.reading
        if (
            isinstance(a, CalendarDate)
            and isinstance(b, CalendarDate)
            and a.year is None
            and b.year is not None
            and a.month is not None
            and b.month is not None
            and a.relation is None
            and folded[left.end : right.start] in lexicon.joints["to"]
        ):
            shared[i] = replace(left, reading=replace(a, year=b.year - (a.month > b.month)))
    return shared


def _joined(left: Atom, right: Atom, gap: str, lexicon: Lexicon) -> Reading | None:
    if len(gap) > 12:
        return None
    a, b = left.reading, right.reading
    joints = lexicon.joints
    if isinstance(a, WeekdayOf) and a.relation is None and _names_day(b) and gap in joints["weekday"]:
        return b
    if _is_time(a) and a.day is None and _is_day(b) and gap in joints["on"]:  # type: ignore[union-attr]
        return replace(a, day=b)  # type: ignore[type-var]
    if _is_day(a) and _is_time(b) and b.day is None and gap in joints["then"]:  # type: ignore[union-attr]
        return replace(b, day=a)  # type: ignore[type-var]
    if isinstance(a, DayPart) and isinstance(b, Clock) and a.day and not b.day and gap in joints["on"]:
        return replace(b, day=a.day)
    if isinstance(a, Clock) and isinstance(b, DayPart) and gap in joints["of"] and not (a.day and b.day):
        return _clock_in_part(a, b)
    if _lacks_year(a) and _is_year(b) and gap in joints["of"]:
        return Within(a, b)
    if _is_year(a) and _lacks_year(b) and gap in joints["possessive"]:
        return Within(b, a)
    if isinstance(a, CalendarDate) and a.day and a.month is None and _is_month(b) and gap in joints["of"]:
        return Within(a, b)
    if (
        isinstance(a, Length)
        and a.count is not None
        and a.granularity is not None
        and int(a.count) == a.count
        and _is_day(b)
    ):
        sign = 1 if gap in joints["after"] else -1 if gap in joints["before"] else 0
        return Shifted(a.granularity, sign * int(a.count), b) if sign else None
    return None


def _clock_in_part(clock: Clock, part: DayPart) -> Reading | None:
    """Read "4 in the morning", "10:30 in the evening"."""
    hour = clock.hour
    if part.part in ("AF", "EV") or (part.part == "NI" and 6 <= hour < 12):
        hour = hour + 12 if hour < 12 else hour
    return replace(clock, hour=hour, day=clock.day or part.day)


def _is_time(reading: Reading) -> bool:
    return isinstance(reading, Clock | DayPart)


def _names_day(reading: Reading) -> bool:
    return isinstance(reading, CalendarDate) and reading.day is not None


def _is_day(reading: Reading) -> bool:
    return (
        _names_day(reading)
        or isinstance(reading, HolidayOf)
        or (isinstance(reading, WeekdayOf) and not reading.short)
        or (isinstance(reading, Shifted) and reading.granularity is Granularity.DAY)
        or (isinstance(reading, Within) and _names_day(reading.part))
    )


def _is_month(reading: Reading) -> bool:
    return (isinstance(reading, CalendarDate) and reading.month is not None and reading.day is None) or (
        isinstance(reading, Shifted) and reading.granularity is Granularity.MONTH
    )


def _lacks_year(reading: Reading) -> bool:
    if isinstance(reading, CalendarDate):
        return reading.year is None and reading.month is not None and reading.relation is None
    return isinstance(reading, PartOfYear | HolidayOf) and reading.year is None and reading.relation is None


def _is_year(reading: Reading) -> bool:
    if isinstance(reading, CalendarDate):
        return reading.year is not None and reading.month is None
    return isinstance(reading, FiscalYear) or (isinstance(reading, Shifted) and reading.granularity is Granularity.YEAR)
