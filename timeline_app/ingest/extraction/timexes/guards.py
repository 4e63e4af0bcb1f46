"""Words of many meanings: which of the expressions that the grammar found are of time after all.

A guard is asked where an expression stands by itself, with nothing joined to it. "May said", "March on Washington", "the fall of
Rome", "1984 people", "a ratio of 3:10" end here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_months import is_month
from timeline_app.ingest.extraction.timexes.guards_of_names import (
    goes_on_as_name,
    goes_on_as_title,
    has_capital_within,
    is_known_name,
    is_title,
)
from timeline_app.ingest.extraction.timexes.guards_of_seasons import is_holiday, is_season
from timeline_app.ingest.extraction.timexes.guards_of_weekdays import is_every_weekday, is_weekday
from timeline_app.ingest.extraction.timexes.guards_of_years import (
    is_short_year,
    is_year,
    is_year_of_three,
    is_year_range,
)
from timeline_app.ingest.extraction.timexes.readings import CalendarDate, PartOfYear

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ingest.extraction.timexes.place import Place

_CAPITALS = re.compile(r"\S+(?: (?:[A-Z][\w'’.&-]*|of(?: the)?))*")
_BATTED = re.compile(
    r"\b(?:made|hits?|scored|scores|struck|smashed|completed) (?:his |her |their )?$"
)  # "hit a century"
_LOWER_CASE_TABLES = ("unit", "relation", "anaphor", "number", "vague", "ordinal")
_REACH_OF_A_RATIO = 24
_QUARTER_OF_THING = re.compile(r" of (?:the|his|her|its|their|a) (?!year|fiscal|financial|season|last|current|\d)")
_LENGTHS_OF_KINDS = ("a night", "a decade")
_COMPOUND = re.compile(r"-(?!long|and|plus|to)[a-z]")
_NAMED_DAYS = ("september-11", "d-day", "black-monday", "black-tuesday", "black-wednesday", "black-thursday")
_RATES = ("per second", "per minute", "per hour", "per decade")
_REACH_OF_A_SUBJECT = 100
_REACH_OF_A_THERMOMETER = 40


def _untitled(place: Place) -> bool:
    return not is_title(place)


def _numbers_nothing(place: Place) -> bool:
    """Tell whether figures with dots between them number nothing: not "version 2.10.2014"."""
    return place.context.previous not in place.lexicon.guards["identifiers"]


def _untitled_within(place: Place) -> bool:
    return not has_capital_within(place, *_LOWER_CASE_TABLES)


def _is_untitled_unit(place: Place) -> bool:
    return not (is_title(place) or has_capital_within(place, "unit"))


def _is_length(place: Place) -> bool:
    """Tell whether a length of time is one: not "the Seven Years' War", nor a century of runs."""
    if place.atom.rule == "duration" and _COMPOUND.match(place.text, place.atom.end):
        return False  # "a year-round ban", "a day-care centre"
    return _untitled_within(place) and not (_is_of_cricket(place) or _is_tiny(place) or _is_kind_of_thing(place))


def _is_kind_of_thing(place: Place) -> bool:
    """Tell whether a length of one tells the kind of what follows: "a night porter", "a decade box"."""
    return (
        place.words in _LENGTHS_OF_KINDS
        and place.is_said_of_noun
        and place.next not in place.lexicon.guards["after_minute"]
    )


def _is_tiny(place: Place) -> bool:
    """Tell whether "minute" is an adjective: "a minute patch of turf"."""
    if place.words != "a minute" or not place.folded.startswith(" ", place.atom.end):
        return False
    return place.next.isalpha() and not place.next_in("prepositions", "after_verbs", "after_ordinal", "after_minute")


def _is_of_cricket(place: Place) -> bool:
    return place.words.endswith(("century", "centuries")) and (
        place.is_near("cricket", _REACH_OF_A_SUBJECT)
        or _BATTED.search(place.folded, max(0, place.atom.start - _REACH_OF_A_RATIO), place.atom.start) is not None
    )


def _is_century(place: Place) -> bool:
    if place.goes_on_in_capitals and place.is_capital:
        return False  # "20th Century Fox"
    return not _is_of_cricket(place)


def _is_rate_of_time(place: Place) -> bool:
    """Tell whether "per hour" and the like recur: not in "88 miles per hour", "20 dB per decade", "every second house"."""
    if place.words == "every second" and place.is_said_of_noun:
        return False
    return _untitled_within(place) and not (place.words in _RATES and place.before_in("physical_units"))


def _is_decade(place: Place) -> bool:
    """Tell whether "the 80s" are years: not of a thermometer, nor of a round of golf."""
    if place.is_apposed:
        return False  # "the Swinging Sixties, a hair salon, is"
    if place.before_in("conjunctions") and not place.follows_time:
        return False  # "people in their 60s and 70s"
    return not place.is_near("weather", _REACH_OF_A_THERMOMETER)


def _is_quarter(place: Place) -> bool:
    """Tell whether a quarter is one of a year, not of a game."""
    reading = place.atom.reading
    if _QUARTER_OF_THING.match(place.folded, place.atom.end):
        return False  # "the third quarter of the shield"
    if isinstance(reading, PartOfYear) and (reading.year is not None or reading.relation is not None):
        return True
    return not place.is_near("sports", _REACH_OF_A_SUBJECT) or place.is_near("money", _REACH_OF_A_SUBJECT)


def _is_reference(place: Place) -> bool:
    """Tell whether "current" is said of the present: not of water, nor of electricity; nor is "Now" in a title."""
    if place.words == "current":
        guards = place.lexicon.guards
        return not (
            place.is_before_stop
            or (place.is_capital and place.goes_on_in_capitals)
            or place.next in guards["after_currents"]
            or place.context.previous in guards["currents"]
        )
    return not (is_title(place) or goes_on_as_title(place)) or place.is_in_headline


def _day_of_month(place: Place) -> bool:
    guards = place.lexicon.guards
    is_listed = place.next == "and" and place.word_after_next in place.lexicon.articles
    if not (place.ends_phrase or is_listed or place.next in place.lexicon.articles):
        return False
    before = place.word_before.lower()
    if before in guards["of"]:
        return place.head_before in guards["parts_before_day"]
    if place.opens_sentence and place.next in guards["time_verbs"]:
        return True
    return place.context.modified or place.follows_time or before in guards["day_of_month_after"]


def _is_weekly(place: Place) -> bool:
    return place.atom.rule != "weekdays" or is_every_weekday(place)


def _is_part_of_that_day(place: Place) -> bool:
    return not (has_capital_within(place, "part_of_day") or is_title(place))


def _is_figures(place: Place) -> bool:
    """Tell whether figures with a year of two are a date: not "at 3-11-20 on the abacus"."""
    if place.words[-4:].isdigit():
        return True
    return not (place.is_said_of_noun or place.before_in("before_clock_times", "identifiers", "numbered_things"))


def _is_related(place: Place) -> bool:
    """Tell whether what points from today is no title: not "Last Christmas by Wham!", "What You Did Last Summer"."""
    return place.words.partition(" ")[0] not in place.lexicon.words["relation"] or not is_title(place)


def _is_said_of_thing(place: Place) -> bool:
    """Tell whether a thing that happens at no time follows: "the night nurse", "the weekend bag"."""
    return (
        place.is_said_of_noun
        and not place.next_in("dated_nouns", "time_verbs")
        and not place.before_in("before_seasons", "before_weekdays")
    )


def _is_weekend(place: Place) -> bool:
    is_of_thing = place.words == "weekend" and _is_said_of_thing(place)
    return not (is_of_thing or is_title(place))


def _joined(place: Place) -> bool:
    """Tell whether expressions that were joined are no title: not "Saturday Night's Alright for Fighting"."""
    return not has_capital_within(place, "part_of_day", "relation")


def _never(_place: Place) -> bool:
    return False


def _names_no_place(place: Place) -> bool:
    """Tell whether a day of no year is not one after which a place is named, "May Fourth Square", nor a year in words an amount."""
    reading = place.atom.reading
    if place.atom.rule == "year-in-words":
        is_beside_year = place.before_in("before_years", "prepositions") or is_known_name(place, place.word_before)
        return (is_beside_year or place.follows_time or place.context.modified) and not place.next_in(
            "counted", "counted_things"
        )
    is_named = place.atom.rule in _NAMED_DAYS
    is_whole = isinstance(reading, CalendarDate) and reading.year is not None and not is_named
    if not isinstance(reading, CalendarDate) or is_whole or not place.next_is_capital:
        return True
    stands_free = (place.has_article or is_named) and not place.before_in("before_weekdays", "before_feasts")
    if stands_free and goes_on_as_name(place):
        return False  # "the April 6 Youth Movement"
    run = _CAPITALS.match(place.text, place.next_start)
    assert run is not None
    words = [word.strip(".,;").lower() for word in run[0].split()]
    return place.lexicon.guards["named_after_dates"].isdisjoint(words)


def _part_of_day(place: Place) -> bool:
    """Tell whether a part of the day is one: not "fly-by-night", "the night nurse", "the morning-after pill"."""
    neighbours = place.before_character, place.folded[place.atom.end : place.atom.end + 1]
    if (
        place.is_capital
        or "-" in neighbours
        or (place.words == "night" and place.folded.endswith("by ", 0, place.atom.start))
    ):
        return False
    return (
        (place.has_article and not _is_said_of_thing(place))
        or place.context.modified
        or place.context.previous in place.lexicon.guards["part_prepositions"]
    )


def _ends_phrase(place: Place) -> bool:
    return place.ends_phrase


def _clock(place: Place) -> bool:
    if place.is_in_address or place.is_apposed or (place.is_capital and not _begins_clock_time(place)):
        return False
    if place.words.isalpha() and place.is_said_of_noun and place.next not in place.lexicon.guards["dated_nouns"]:
        return False  # "midnight blue"
    if place.head_before in place.lexicon.guards["timed"]:
        return False  # "timed at 10:58 over the distance"
    if not place.lexicon.guards["ratios"].isdisjoint(_words_before(place)):
        return False
    return not is_title(place) and (
        bool(re.search(r"[a-z]", place.words))
        or place.follows_time
        or (
            place.context.previous in place.lexicon.guards["clock_prepositions"]
            and place.context.previous not in place.lexicon.guards["coordinators"]
        )
        or place.before_character in ("(", "-")
        or (place.before_character in ("\n", "") and not place.goes_on_in_capitals and not _leads_somewhere(place))
    )


def _leads_somewhere(place: Place) -> bool:
    """Tell whether a train is told by its time: "3:10 to Yuma"."""
    return place.next == "to" and place.text[place.next_start + len("to ") :][:1].isupper()


def _begins_clock_time(place: Place) -> bool:
    """Tell whether noon or midnight with a capital letter is one: not "Dr. Noon", "Midnight's Children", "Midnight Oil"."""
    following = place.text[place.atom.end : place.atom.end + 4]
    return (place.opens_sentence or place.is_in_headline) and not (
        place.goes_on_in_capitals or (following[:1] in "'’" and following[3:].isupper())
    )


def _words_before(place: Place) -> list[str]:
    line = place.folded[max(0, place.context.start - _REACH_OF_A_RATIO) : place.context.start].rpartition("\n")[2]
    return line.split()


def _military(place: Place) -> bool:
    return place.context.previous in place.lexicon.guards["clock_prepositions"] or place.before_character == "("


def _frequency(place: Place) -> bool:
    return not place.is_capital


def _vague_units(place: Place) -> bool:
    if place.is_capital and place.opens_sentence and place.next in place.lexicon.guards["of"]:
        return not place.text[place.next_start + len("of ") :][:1].isupper()  # "Days of Thunder"
    if place.next[:1].isdigit():
        return False  # "in the years 1955-1957"
    return (
        place.context.modified
        or place.next in place.lexicon.guards["of"]
        or place.context.previous in place.lexicon.guards["vague_prepositions"]
    )


def _definite(place: Place) -> bool:
    return not place.is_capital and _after_definite(place)


def _after_definite(place: Place) -> bool:
    return place.context.modified or place.context.previous in place.lexicon.guards["definite_prepositions"]


GUARDS: dict[str, Callable[[Place], bool]] = {
    "": _joined,
    "month_alone": is_month,
    "weekday_alone": is_weekday,
    "dotted_date": _numbers_nothing,
    "date": _names_no_place,
    "year_alone": is_year,
    "year_of_three": is_year_of_three,
    "year_range": is_year_range,
    "year_short": is_short_year,
    "season_alone": is_season,
    "part_alone": _part_of_day,
    "day_of_month": _day_of_month,
    "vague_noun": _ends_phrase,
    "clock": _clock,
    "clock_military": _military,
    "weekday_short": _never,
    "holiday": is_holiday,
    "holiday_related": _is_related,
    "season": _is_related,
    "weekday": _is_related,
    "duration_joined": _never,
    "frequency": _frequency,
    "duration_vague": _vague_units,
    "unit_definite": _definite,
    "unit_related": _is_untitled_unit,
    "shifted": _untitled,
    "weekend": _is_weekend,
    "numeric_date": _is_figures,
    "duration": _is_length,
    "unit_anaphoric": _untitled_within,
    "recurrence": _is_rate_of_time,
    "day_part": _is_part_of_that_day,
    "century": _is_century,
    "decade_short": _is_decade,
    "quarter": _is_quarter,
    "vague_reference": _is_reference,
    "weekly": _is_weekly,
}
"""By the normaliser of the rule that they guard."""
