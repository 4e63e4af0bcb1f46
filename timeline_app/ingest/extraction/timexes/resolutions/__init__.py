"""What each kind of reading means in its document: period, TIMEX3 value and the sentence that says what it was counted from.

Each resolution is a function for one type of reading, which returns None where the date does not exist.
"""

from timeline_app.ingest.extraction.timexes.resolutions import (
    counted,
    dates,
    feasts,
    lengths,
    parts_of_year,
    times_of_day,
    weekdays,
)
from timeline_app.ingest.extraction.timexes.resolutions.common import Expression, Resolved

__all__ = [
    "Expression",
    "Resolved",
    "counted",
    "dates",
    "feasts",
    "lengths",
    "parts_of_year",
    "times_of_day",
    "weekdays",
]
