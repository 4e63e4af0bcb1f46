"""Gives expressions what others beside them say: the sides of a range, the members of a list, what explains what.

"26 June - 4 August 1952", "11, 12 and 15 March", "two days earlier, on 12 June 1944", "the first two months of 1995".
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.kinds import names_day
from timeline_app.ingest.extraction.timexes.matcher import Atom
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    Clock,
    End,
    Length,
    PartOfYear,
    Range,
    Reading,
    Shifted,
    WeekdayOf,
    Within,
    Years,
)
from timeline_app.ingest.extraction.timexes.stretches import makes_range

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon

_LONGEST_GAP = 12
_LONGEST_MODIFIER = 24
_DAY_LISTED = re.compile(r"\d\d?")
_SHORT_DECADES = frozenset({"decade-short", "decade-named"})
_EITHER = "/"  # between a date and the same by another calendar: "24 February/7 March 1917"
_BRACKET_AND_YEAR = re.compile(r" ?(?:[on]\.?s\.?)?\),? ")
_SEASON_AFTER = re.compile(
    r" (?:seasons?|(?:academic|school|fiscal|financial|tax|budget|marketing|crop) year|biennium|legislat|session)\b"
)
_SEASON_BEFORE = re.compile(
    r"\b(?:season|(?:academic|school|fiscal|financial|tax|budget|marketing|crop) years?|biennium|session|fy|winter) (?:of )?$"
)


def split_ranges(atoms: list[Atom], folded: str, lexicon: Lexicon, *, lists_only: bool) -> list[Atom]:
    """Return the atoms with every range as its two sides, or only those of two days that are apart: "on 5 and 9 May"."""
    split: list[Atom] = []
    for atom in atoms:
        if (
            isinstance(atom.reading, Range)
            and atom.middle is not None
            and not _is_season(atom, folded)
            and (not lists_only or _lists_days(atom, atom.reading, folded, lexicon))
        ):
            split.append(Atom(atom.start, atom.middle[0], atom.reading.first, atom.rule))
            split += _between(atom, atom.reading.first, folded)
            split.append(Atom(atom.middle[1], atom.end, atom.reading.last, atom.rule))
        else:
            split.append(atom)
    return split


def _is_season(atom: Atom, folded: str) -> bool:
    """Tell whether two years are one season or year of accounts: "the 1996/97 season", "the academic year 2014-15"."""
    assert atom.middle is not None
    return atom.guard == "years_in_a_row" or (atom.guard.startswith("year") and _is_of_season(atom, folded))


def _is_of_season(atom: Atom, folded: str) -> bool:
    assert atom.middle is not None
    return (
        folded[slice(*atom.middle)] == _EITHER
        or _SEASON_AFTER.match(folded, atom.end) is not None
        or _SEASON_BEFORE.search(folded, max(0, atom.start - _LONGEST_MODIFIER), atom.start) is not None
    )


def _between(atom: Atom, first: Reading, folded: str) -> list[Atom]:
    """Return the days listed between the first and the last: "May 3, 5 and 9"."""
    if atom.middle is None or not names_day(first):
        return []
    days = _DAY_LISTED.finditer(folded, *atom.middle)
    return [Atom(*day.span(), replace(first, day=int(day[0])), atom.rule) for day in days]


def _lists_days(atom: Atom, reading: Range, folded: str, lexicon: Lexicon) -> bool:
    first, last = reading.first, reading.last
    if atom.middle is None or not (names_day(first) and names_day(last)) or first.day is None or last.day is None:
        return False
    left, gap = folded[max(0, atom.start - _LONGEST_GAP) : atom.start], folded[slice(*atom.middle)]
    listed = _DAY_LISTED.findall(gap)
    if listed:
        return last.day - first.day > len(listed) + 1
    return last.day - first.day > 1 and gap in lexicon.joints["to"] and not makes_range(left, gap, lexicon)


def leave_to_modifiers(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms without the plain units that a modifier of the next one is made of: "the final days of 2021"."""
    kept: list[Atom] = []
    for i, atom in enumerate(atoms):
        if atom.guard == "duration_vague" and i + 1 < len(atoms) and atoms[i + 1].start - atom.end <= _LONGEST_GAP:
            left = folded[max(0, atom.start - _LONGEST_MODIFIER) : atom.start].split()[-2:]
            phrase = " ".join(
                [*left, folded[atom.start : atom.end], *folded[atom.end : atoms[i + 1].start].split()[:1]]
            )
            if phrase in lexicon.modifiers.phrases:
                continue
        kept.append(atom)
    return kept


def share_appositions(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with the date that explains one given to it: "two days earlier, on 12 June 1944"."""
    shared = list(atoms)
    for i, (left, right) in enumerate(itertools.pairwise(atoms)):
        reading, date = left.reading, right.reading
        gap = folded[left.end : right.start]
        if (
            isinstance(reading, WeekdayOf)
            and gap == " ("
            and names_day(date)
            and folded[right.end : right.end + 1] == ")"
        ):
            shared[i] = replace(left, reading=replace(date, weekday=reading.weekday), rule=f"{left.rule}+{right.rule}")
            continue
        if not (isinstance(reading, Shifted) and reading.base in (Base.REFERENCE, Base.TOLD)):
            continue
        if not isinstance(date, CalendarDate) or date.month is None or (date.year is None and date.day is None):
            continue
        if gap in lexicon.joints["apposed"]:
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
    if date.year is None:
        return None
    if granularity is Granularity.MONTH:
        return CalendarDate(date.year, date.month)
    return CalendarDate(date.year) if granularity is Granularity.YEAR else None


def share_sides(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with what the second side of a range says given to the first: "26 June - 4 August 1952"."""
    shared = list(atoms)
    for i in range(len(atoms) - 2, -1, -1):
        left, right = shared[i], shared[i + 1]
        if folded[left.end : right.start] == " (" and i + 2 < len(atoms):
            shared[i : i + 2] = _with_year_behind(left, right, shared[i + 2], folded)
        if right.start - left.end > _LONGEST_GAP:
            continue
        gap = folded[left.end : right.start]
        if right.rule in _SHORT_DECADES and gap.rstrip("'") in lexicon.joints["listed"]:
            shared[i + 1] = replace(right, reading=_in_century_of(left.reading, right.reading))
        elif gap in lexicon.joints["listed"] and _lacks_month(left.reading):
            shared[i] = replace(left, reading=_with_month(left.reading, right.reading))
        elif gap in lexicon.joints["listed"] and isinstance(left.reading, Clock) and isinstance(right.reading, Clock):
            shared[i] = replace(left, reading=_with_side(left.reading, right.reading))  # "at 8, 9.30 and 11 a.m."
        elif gap in lexicon.joints["listed"] and isinstance(right.reading, Range):
            shared[i] = replace(
                left, reading=_with_side(left.reading, right.reading.first)
            )  # "May, June and July 2020"
        elif gap == _EITHER or gap in lexicon.joints["to"] or _without_modifier(gap, lexicon) in lexicon.joints["to"]:
            shared[i] = replace(left, reading=_with_side(left.reading, right.reading))
    return shared


def share_wholes(atoms: list[Atom], folded: str, lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with what stands behind one given to it, or what stands before.

    "The first two months of 1995" are of that year, and the 1995 of "the summers of 1976 and 1995" is a summer;
    of "next week on Tuesday and Thursday" both are of that week.
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
            isinstance(first, Length) and gap in lexicon.joints["until"] and _is_until(left, last, gap, folded, lexicon)
        ):
            shared[i] = replace(left, reading=replace(first, whole=last, end=End.UNTIL, relation=None))
        elif (
            isinstance(first, PartOfYear) and first.plural and gap in lexicon.joints["listed"] and _is_year_alone(last)
        ):
            shared[i + 1] = replace(
                right, reading=replace(first, year=last.year), rule=f"{left.rule}+{right.rule}", guard=""
            )
        elif gap in lexicon.joints["listed"] and _is_weekday_of_week(first) and _is_weekday_alone(last):
            shared[i + 1] = replace(right, reading=Within(last, first.whole), rule=f"{left.rule}+{right.rule}")
    return shared


def _is_weekday_of_week(reading: Reading) -> TypeGuard[Within]:
    return isinstance(reading, Within) and isinstance(reading.part, WeekdayOf)


def _is_weekday_alone(reading: Reading) -> TypeGuard[WeekdayOf]:
    return isinstance(reading, WeekdayOf) and reading.relation is None and reading.base is None


def _is_until(left: Atom, last: Reading, gap: str, folded: str, lexicon: Lexicon) -> bool:
    """Tell whether a length ends with a date: "the six months to June 30", "three months ended Sept. 30"."""
    if not isinstance(last, CalendarDate) or last.month is None:
        return False
    if gap not in lexicon.joints["to"]:
        return True
    before = folded[max(0, left.start - _LONGEST_GAP) : left.start].split()
    return bool(before) and before[-1] in lexicon.articles


def _is_year_alone(reading: Reading) -> TypeGuard[CalendarDate]:
    return isinstance(reading, CalendarDate) and reading.year is not None and reading.month is None


def _with_year_behind(first: Atom, second: Atom, year: Atom, folded: str) -> tuple[Atom, Atom]:
    """Give a date and the one in brackets behind it the year that follows both: "October 25 (November 7), 1917"."""
    a, b, whole = first.reading, second.reading, year.reading
    if not (names_day(a) and names_day(b) and a.year is None and b.year is None and _is_year_alone(whole)):
        return first, second
    if _BRACKET_AND_YEAR.fullmatch(folded, second.end, year.start) is None:
        return first, second
    return replace(first, reading=replace(a, year=whole.year)), replace(second, reading=replace(b, year=whole.year))


def _in_century_of(before: Reading, decade: Reading) -> Reading:
    """Return a decade of two figures in the century of the one before: "the 1840s and '50s"."""
    if not isinstance(before, Years) or not isinstance(decade, Years) or before.granularity is not Granularity.DECADE:
        return decade
    first = before.first - before.first % 100 + decade.first % 100
    return replace(decade, first=first) if first > before.first else decade


def _counts_down(first: CalendarDate, last: CalendarDate) -> bool:
    """Tell whether two years are before our era though only the second says so."""
    return first.year is not None and last.year is not None and first.year > 1 - last.year > 0


def _without_modifier(gap: str, lexicon: Lexicon) -> str:
    """Return what stands between two expressions less the word that belongs to the second: " and early "."""
    words = gap.split()
    if len(words) < 2 or words[-1] not in lexicon.modifiers.phrases:
        return gap
    return f" {' '.join(words[:-1])} "


def _hour_before(first: Clock, last: Clock) -> int:
    """Return the hour of the first side of a range: "between 9 and 11 p.m.", "from 11 to 2 p.m."."""
    after_noon = first.hour % 12 + 12
    return after_noon if first.is_bare and last.hour >= after_noon else first.hour


def _lacks_month(reading: Reading) -> TypeGuard[CalendarDate]:
    return isinstance(reading, CalendarDate) and reading.day is not None and reading.month is None


def _with_month(day: CalendarDate, following: Reading) -> CalendarDate:
    """Return a day in the month of the date that goes on its list: "11, 12 and 15 March"."""
    date = following.first if isinstance(following, Range) else following
    if not isinstance(date, CalendarDate) or date.month is None or date.day is None or day.relation is not None:
        return day
    return replace(day, year=date.year, month=date.month)


def _with_side(first: Reading, last: Reading) -> Reading:
    if isinstance(first, Clock) and isinstance(last, Clock):
        return first if first.day else replace(first, day=last.day, hour=_hour_before(first, last), is_bare=False)
    if isinstance(first, WeekdayOf) and isinstance(last, Within) and isinstance(last.part, WeekdayOf):
        return Within(first, last.whole) if first.relation is None else first  # "Monday and Tuesday of last week"
    if isinstance(first, PartOfYear) and isinstance(last, PartOfYear) and first.granularity is last.granularity:
        is_before = first.number <= last.number
    elif _is_year_alone(first) and _is_year_alone(last) and _counts_down(first, last):
        return replace(first, year=1 - (first.year or 0))  # "from about 1200 to about 400 BC"
    elif isinstance(first, CalendarDate) and isinstance(last, CalendarDate) and first.month and last.month:
        is_before = first.month <= last.month
    else:
        return first
    if first.year is not None or last.year is None or first.relation is not None:
        return first
    return replace(first, year=last.year - (not is_before))
