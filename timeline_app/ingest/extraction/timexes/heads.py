"""The dates that stand at the head of what they are said of: of letters, minutes, messages, entries of a diary, and sections.

"Paris, 3 June 1871", "Date: 14 June 1956", "On Tue, Mar 4, 2014 at 9:03 AM X wrote:", "Thurs. 15." before what was done on that
Thursday, "Spring 1917" over a chapter. What is written under the first kinds was written on that day, and counts "tomorrow" from
it; a section's date says of what year, month or season its dates are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.kinds import is_year
from timeline_app.ingest.extraction.timexes.mode import points_from_publication
from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    Clock,
    DayPart,
    PartOfYear,
    Reading,
    Relation,
    WeekdayOf,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.matcher import Atom

_LONGEST_LINE = 100  # characters, of the line of a letter's place and date
_LONGEST_HEAD = 60  # characters before an entry's date, or a date in a message
_TOP = 600  # characters, in which a letter has its date and minutes have their title
_FEWEST_ENTRIES = 3  # that make a diary of dates without a year
_LONGEST_SECTION = 20_000  # characters that are looked through for who writes
_MARKS = " \t>*_#|•·–—-[(\"“'"
_ENTRY_AFTER = re.compile(r"[ \t]*(?:[.:;)\]|*_–—-]|,|\(|\n|$)|[ \t]+[A-Z<]")
_LINE_AFTER = re.compile(r"[ \t.;:,)\]*_|–—-]*(?=\n|$)")
_PLACES = re.compile(r"(?:(?:[A-Z0-9“\"'][^\s]*|[a-z]{1,3}|near|dated|from)(?:[ \t]+|$)){1,12}$")
_SENTENCE = re.compile(r"[a-z]{2}[.!?] [A-Z]")
DAY_RULES = frozenset({"day-of-entry", "day-alone-of-entry"})
"""The rules of days that are dates at the head of an entry only: "Thurs. 15.", "31st.\""""


class Heading(Enum):
    """What a date stands at the head of."""

    ENTRY = "entry"
    WRITTEN = "written on that day"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class _Line:
    """The line that an expression stands on: what is before it, without marks, and where the line begins and ends."""

    start: int
    end: int
    before: str


def find_heads(
    atoms: Sequence[Atom], text: str, folded: str, lexicon: Lexicon
) -> tuple[list[Atom], dict[int, Heading]]:
    """Return the expressions, and by its start what each date at a head stands at the head of.

    The days that are dates in a diary only are weekdays elsewhere, or nothing. A diary's days go on from each other, so that each
    lies behind the one before where it does not say its year.
    """
    letters = [atom for atom in atoms if _day_in(atom.reading) and _is_letter_head(atom, text, lexicon)]
    entries = _entries(atoms, text)
    heads = dict.fromkeys((atom.start for atom in letters + entries), Heading.ENTRY)
    if not heads:
        kept = [plain for atom in atoms if (plain := _plain(atom, folded)) is not None]
        return kept, _sections(kept, text)
    goes_on, days = _goes_on(entries), {atom.start for atom in entries}
    ordered = sorted({atom.start: atom for atom in letters + entries}.values(), key=lambda atom: atom.start)
    ends = {atom.start: following.start for atom, following in pairwise(ordered)}
    pointing = [atom.start for atom in atoms if points_from_publication(atom)]
    kept = []
    for atom in atoms:
        if atom.start not in heads:
            plain = _plain(atom, folded)
            if plain is not None:
                kept.append(plain)
            continue
        section = atom.end, min(ends.get(atom.start, len(text)), atom.end + _LONGEST_SECTION)
        if _is_of_its_day(section, pointing, text, lexicon):
            heads[atom.start] = Heading.WRITTEN
        kept.append(replace(atom, reading=_onward(atom.reading)) if goes_on and atom.start in days else atom)
    return kept, {**_sections(kept, text), **heads}


def _entries(atoms: Sequence[Atom], text: str) -> list[Atom]:
    """Return the days at the heads of entries: of a diary, or of a single report."""
    entries = [(atom, day) for atom in atoms if (day := _day_in(atom.reading)) and _opens_entry(atom, text)]
    if not any(day.month or day.weekday is not None for _, day in entries):
        return []  # "1st. Remove the lid."
    if len(entries) >= _FEWEST_ENTRIES:
        return [atom for atom, _ in entries]
    whole = [atom for atom, day in entries if _is_whole(day)]
    return [atom for atom in whole if len(whole) > 1 or atom.start < _TOP]


def _day_in(reading: Reading) -> CalendarDate | None:
    """Return the day of a date or of a time of that day; None where it is no calendar date."""
    if isinstance(reading, Clock | DayPart) and reading.day is not None:
        reading = reading.day
    return reading if isinstance(reading, CalendarDate) and reading.day is not None and not reading.relation else None


def _is_whole(day: CalendarDate | None) -> bool:
    return day is not None and day.year is not None and day.month is not None


def _onward(reading: Reading) -> Reading:
    """Return a reading as that of a day from the one told before on, where it does not say its year."""
    if isinstance(reading, Clock | DayPart) and reading.day is not None:
        return replace(reading, day=_onward(reading.day))
    if isinstance(reading, CalendarDate) and reading.year is None:
        return replace(reading, relation=Relation.ONWARD)
    return reading


def _plain(atom: Atom, folded: str) -> Atom | None:
    """Return a day of an entry as what it is elsewhere: "Thursday 15" as the weekday; None where nothing is left."""
    if atom.rule not in DAY_RULES:
        return atom
    day = _day_in(atom.reading)
    if day is None or day.weekday is None:
        return None
    end = atom.start + len(re.split(r"[^a-zß-ɏ]", folded[atom.start : atom.end], maxsplit=1)[0])
    is_short = folded[end] == "."
    return replace(
        atom,
        end=end,
        reading=WeekdayOf(day.weekday, short=is_short),
        rule="weekday",
        guard="weekday_short" if is_short else "weekday_alone",
    )


def _line_of(atom: Atom, text: str) -> _Line:
    start = text.rfind("\n", max(0, atom.start - _LONGEST_LINE), atom.start) + 1
    start = start or max(0, atom.start - _LONGEST_LINE)
    end = text.find("\n", atom.end, atom.end + _LONGEST_LINE)
    return _Line(
        start, end if end >= 0 else min(len(text), atom.end + _LONGEST_LINE), text[start : atom.start].strip(_MARKS)
    )


def _opens_entry(atom: Atom, text: str) -> bool:
    """Tell whether a day stands at the head of a line and a mark or a new line parts it from what was done: "Thurs. 15. Rain"."""
    if atom.rule not in DAY_RULES and not isinstance(atom.reading, CalendarDate | Clock | DayPart):
        return False
    line = _line_of(atom, text)
    is_head = not line.before and (line.start == 0 or text[line.start - 1] == "\n")
    return is_head and _ENTRY_AFTER.match(text, atom.end) is not None


def _is_letter_head(atom: Atom, text: str, lexicon: Lexicon) -> bool:
    """Tell whether a whole date is that of a letter, of minutes or of a message."""
    if not _is_whole(_day_in(atom.reading)):
        return False
    line = _line_of(atom, text)
    words = lexicon.words["heads"]
    before = line.before.lower().rstrip(" :")
    if before in words["labels"] and text[line.start : atom.start].rstrip().endswith(":"):
        return True
    if before in words["on"] and _ends_in(text, atom.end, words["wrote"]):
        return True
    if atom.start > _TOP:
        return False
    if not set(words["meetings"]).isdisjoint(line.before.lower().split()):
        return not _SENTENCE.search(text, line.start, line.end)
    ends_line = _LINE_AFTER.match(text, atom.end) is not None
    is_bare = not line.before and ends_line
    return is_bare or (ends_line and line.end - line.start <= _LONGEST_LINE and _PLACES.match(line.before) is not None)


def _ends_in(text: str, at: int, words: Sequence[str]) -> bool:
    """Tell whether the rest of a line, or of it and the next, ends in one of some words: "Jane Roe wrote:"."""
    lines = text[at : at + 2 * _LONGEST_LINE].split("\n")[:2]
    return any(line.rstrip().endswith(tuple(words)) for line in lines)


def _is_of_its_day(section: Span, pointing: Sequence[int], text: str, lexicon: Lexicon) -> bool:
    """Tell whether a section was written on the day at its head: it says "yesterday", or somebody writes of himself.

    `pointing` are the places of all that points from the day of writing, in their order.
    """
    start, end = section
    if bisect_left(pointing, start) < bisect_left(pointing, end):
        return True
    words = lexicon.words["heads"]["first_person"]
    return re.search(rf"\b(?:{'|'.join(words)})\b", text[start:end]) is not None


def _goes_on(entries: Sequence[Atom]) -> bool:
    """Tell whether the days of a diary go on from each other, not back as those of a journal of which the newest is first."""
    days = [(day.month, day.day or 0) for atom in entries if (day := _day_in(atom.reading)) is not None and day.month]
    back = sum(a > b for a, b in pairwise(days))
    return back <= len(days) // 2


def _sections(atoms: Sequence[Atom], text: str) -> dict[int, Heading]:
    """Return the years, months and seasons of years that are lines of their own."""
    heads = {}
    for atom in atoms:
        reading = atom.reading
        is_stretch = (is_year(reading) and isinstance(reading, CalendarDate)) or (
            isinstance(reading, CalendarDate | PartOfYear) and reading.year is not None and not _day_in(reading)
        )
        if not is_stretch:
            continue
        line = _line_of(atom, text)
        if not line.before and text[line.start - 1 : line.start] in ("", "\n") and _LINE_AFTER.match(text, atom.end):
            heads[atom.start] = Heading.SECTION
    return heads
