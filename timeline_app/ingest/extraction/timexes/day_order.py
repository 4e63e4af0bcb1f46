"""Whether 03/04/2023 is 3 April or 4 March: the document decides, else the reader's setting, else the language's habit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from timeline_app.domain.period import Period
from timeline_app.ingest.extraction.timexes.readings import CalendarDate, Clock, DayPart, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.ingest.extraction.timexes.matcher import Atom


class DecidedBy(Enum):
    """What decided the order of day and month; where it was the habit of the language, the date stays ambiguous."""

    DOCUMENT = "document"
    SETTING = "setting"
    HABIT = "habit"


@dataclass(frozen=True, slots=True)
class DayOrder:
    """The order of day and month in numeric dates, and why."""

    day_first: bool
    decided_by: DecidedBy


def choose_day_order(atoms: Iterable[Atom], published: Period | None, *, setting: bool | None, habit: bool) -> DayOrder:
    """Choose the order for a document.

    A numeric date that has one reading only decides for the others, and so does one that in one order is the day of the
    publication. `setting` is the reader's choice, None where there is none; `habit` is the language's.
    """
    for atom in atoms:
        date = _date_in(atom.reading)
        day_first = (
            None if date is None else date.day_first if date.day_first is not None else _as_published(date, published)
        )
        if day_first is not None:
            return DayOrder(day_first, DecidedBy.DOCUMENT)
    if setting is not None:
        return DayOrder(setting, DecidedBy.SETTING)
    return DayOrder(habit, DecidedBy.HABIT)


def _date_in(reading: Reading) -> CalendarDate | None:
    if isinstance(reading, Clock | DayPart):
        return None if reading.day is None else _date_in(reading.day)
    return reading if isinstance(reading, CalendarDate) else None


def _as_published(date: CalendarDate, published: Period | None) -> bool | None:
    """Return the order in which an ambiguous date is the day of the publication; None where it is so in neither."""
    if not date.swappable or date.year is None or published is None:
        return None
    if published == Period.of_date(date.year, date.month, date.day):
        return False
    return True if published == Period.of_date(date.year, date.day, date.month) else None
