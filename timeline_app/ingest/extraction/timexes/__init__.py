"""Time expressions: finds them in prose and gives each its TIMEX3 value, its period and the reason.

The way through the package: `lexicon` holds a language's words and `rules`; `matcher` finds simple expressions and
`normalisers` make `readings` of them; `joins` puts neighbours together and `sharing` gives each what the others beside it say
(`kinds` tells days from months); `modifiers` reads what stands to their left; `guards` and `titles` drop what is of no time;
`mode` chooses how the document tells time, `heads` where letters and entries of diaries begin, and `day_order` how numeric dates
are written; `resolver` and `resolutions` give every reading its place on the calendar, `dateline` the day on which "today" was
written; `calendar_of_holidays` knows feasts, by `reckonings` of other calendars and of `moons`; `stretches` says which two
expressions are the sides of one range, and `parts` which part of a unit is meant.
"""

from timeline_app.domain.date_reading import Mode
from timeline_app.ingest.extraction.timexes.dateline import match_dateline
from timeline_app.ingest.extraction.timexes.document import find_time_expressions
from timeline_app.ingest.extraction.timexes.stretches import find_stretches

__all__ = ["Mode", "find_stretches", "find_time_expressions", "match_dateline"]
