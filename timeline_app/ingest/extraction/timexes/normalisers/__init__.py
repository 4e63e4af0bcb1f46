"""What the rules make of the words that they matched: slots in, a reading out.

Each normaliser is a function that rules name in `make`; the slots and options of a rule are its arguments, by name.
"""

from timeline_app.ingest.extraction.timexes.normalisers import (
    absolute,
    calendars,
    clock,
    durations,
    feasts,
    historical,
    parts_of_year,
    ranges,
    relative,
)
from timeline_app.ingest.extraction.timexes.normalisers.common import NORMALISERS

__all__ = [
    "NORMALISERS",
    "absolute",
    "calendars",
    "clock",
    "durations",
    "feasts",
    "historical",
    "parts_of_year",
    "ranges",
    "relative",
]
