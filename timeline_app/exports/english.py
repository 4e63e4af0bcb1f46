"""Dates in English words, where there is no window to write them by the reader's own rules."""

from __future__ import annotations

from timeline_app.domain.calendar import Instant, civil
from timeline_app.domain.period import Granularity, Period
from timeline_app.messages import Message

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say(value: Message) -> str:
    """Return a message in English, with the messages within it and its periods in words."""
    return value.english.format(**{name: _within(v) for name, v in value.values})


def _within(value: object) -> object:
    if isinstance(value, Message):
        return say(value)
    return english(value) if isinstance(value, Period) else value


def english(period: Period) -> str:
    """Return a period in words: "14 February 2023", "March – May 2021", "about 600 BCE", "since 2014"."""
    start, end = period.known
    first, last = _name(start, period.granularity), _name(_last_moment(end, period.granularity), period.granularity)
    if period.start is None:
        text = f"until {last}"
    elif period.end is None:
        text = f"since {first}"
    else:
        text = first if first == last else f"{first} – {last}"
    return f"about {text}" if period.approximate else text


def _last_moment(end: Instant, granularity: Granularity) -> Instant:
    """Return a moment of the last unit; of hours the end itself, which is how an end is said of them."""
    return end if granularity in (Granularity.HOUR, Granularity.PART_OF_DAY) else end - 1


def _name(moment: Instant, granularity: Granularity) -> str:
    at = civil(moment)
    year = str(at.year) if at.year > 0 else f"{1 - at.year} BCE"
    if granularity >= Granularity.YEAR:
        return year
    month = f"{_MONTHS[at.month - 1]} {year}"
    if granularity >= Granularity.MONTH:
        return month
    day = f"{at.day} {month}"
    if granularity >= Granularity.DAY:
        return day
    seconds = f":{at.second:02d}" if granularity is Granularity.SECOND else ""
    return f"{day}, {at.hour:02d}:{at.minute:02d}{seconds}"
