"""How a document tells time: as news, from the day of its publication, or as a story, from its own running date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil
from timeline_app.domain.date_reading import Mode
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.readings import (
    Base,
    CalendarDate,
    DayPart,
    HolidayOf,
    Moved,
    PartOfYear,
    Range,
    Reading,
    Shifted,
    WeekdayOf,
    Within,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.timexes.matcher import Atom


_FEWEST_YEARS = 3
_YEARS_TO_A_WEEKDAY = 4
_YEARS_OF_A_LIFE = 100


def choose_mode(atoms: Sequence[Atom], published: Period | None) -> Mode:
    """Choose a document's mode by its own dates.

    A story names years, and hardly the publication's; news names weekdays and "yesterday".
    """
    if published is None or published.start is None:
        return Mode.NARRATIVE
    now = civil(published.start).year
    other_years = sum(_tells_another_year(atom, now) for atom in atoms)
    deictic = sum(map(points_from_publication, atoms))
    enough = other_years >= _FEWEST_YEARS and other_years > _YEARS_TO_A_WEEKDAY * deictic
    return Mode.NARRATIVE if enough else Mode.NEWS


def is_timeless(atoms: Sequence[Atom]) -> bool:
    """Tell whether a document points at no day or week of its own, as a guide or a textbook: "today" is nowadays there."""
    return not any(points_from_publication(atom) and not is_today(atom.reading) for atom in atoms)


def is_today(reading: Reading) -> bool:
    """Tell whether a reading is the word "today"."""
    return (
        isinstance(reading, Shifted)
        and reading.granularity is Granularity.DAY
        and reading.count == 0
        and reading.base is Base.PUBLISHED
    )


def points_from_publication(atom: Atom) -> bool:
    """Tell whether an expression is counted from the day of writing: "yesterday", "on Tuesday", "this quarter"."""
    reading = atom.reading
    if isinstance(reading, DayPart) and reading.day is not None:
        reading = reading.day
    if isinstance(reading, Within):
        reading = reading.whole
    if isinstance(reading, Moved):
        reading = reading.base
    return (
        (isinstance(reading, WeekdayOf) and not reading.short)
        or (isinstance(reading, Shifted) and reading.base is Base.PUBLISHED and not is_long_ago(reading))
        or (isinstance(reading, PartOfYear) and reading.year is None and reading.granularity is Granularity.QUARTER)
    )


def is_long_ago(reading: Shifted) -> bool:
    """Tell whether it is so far away that any text can tell of it: "three thousand years ago"."""
    return reading.granularity >= Granularity.YEAR and abs(reading.count) >= _YEARS_OF_A_LIFE


def _tells_another_year(atom: Atom, now: int) -> bool:
    """Tell whether an expression names a year other than the publication's; a bare year to come is a plan's, not a story's."""
    reading = atom.reading
    if isinstance(reading, Range):
        reading = reading.first
    if isinstance(reading, PartOfYear | HolidayOf) and reading.year is not None:
        return reading.year < now  # "the winter of 1812"
    if not isinstance(reading, CalendarDate) or reading.year is None:
        return False
    return reading.year < now or (reading.year > now and reading.month is not None)
