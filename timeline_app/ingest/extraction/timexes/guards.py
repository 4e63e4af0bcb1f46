"""Words of many meanings: which of the expressions that the grammar found are of time after all.

A guard is asked where an expression stands by itself, with nothing joined to it. "May said", "March on Washington", "the fall of
Rome", "1984 people", "a ratio of 3:10" end here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_clock_times import (
    is_clock_time,
    is_military_time,
    is_part_of_day,
    is_part_of_that_day,
    is_said_of_thing,
)
from timeline_app.ingest.extraction.timexes.guards_of_lengths import (
    is_century,
    is_frequency,
    is_length,
    is_rate_of_time,
    is_untitled_within,
    is_vague_length,
)
from timeline_app.ingest.extraction.timexes.guards_of_months import is_month
from timeline_app.ingest.extraction.timexes.guards_of_names import (
    goes_on_as_name,
    goes_on_as_title,
    has_capital_within,
    is_known_name,
    is_title,
)
from timeline_app.ingest.extraction.timexes.guards_of_predicates import is_made_by_somebody
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
_QUARTER_OF_THING = re.compile(r" of (?:the|his|her|its|their|a) (?!year|fiscal|financial|season|last|current|\d)")
_NAMED_DAYS = ("september-11", "d-day", "black-monday", "black-tuesday", "black-wednesday", "black-thursday")
_COMMA_AND_WORD = re.compile(r", ([^\W_]+(?:'[a-z]+)?)")
_MOVED_INTO = re.compile(
    r"\b(?:climb|sank|sink|dip|fell|fall|drop|rose|ris|gust|slip|creep|crept|plung|soar|edg|inch)\w* "
    r"(?:back |up |down |again )?(?:into|to) $"
)
_CENTURY_BEFORE = re.compile(r"\b(?:century|centuries),? (?:and|or|to|until|into)\b[a-z ]*$")
_REACH_OF_A_CENTURY = 40
_REACH_OF_A_SUBJECT = 100
_REACH_OF_A_THERMOMETER = 40


def _untitled(place: Place) -> bool:
    return not (is_title(place) or (place.is_capital and is_made_by_somebody(place)))


def _numbers_nothing(place: Place) -> bool:
    """Tell whether figures with dots between them number nothing: not "version 2.10.2014"."""
    return place.context.previous not in place.lexicon.guards["identifiers"]


def _is_untitled_unit(place: Place) -> bool:
    return not (is_title(place) or has_capital_within(place, "unit"))


def _is_decade(place: Place) -> bool:
    """Tell whether "the 80s" are years: not of a thermometer, nor of a round of golf."""
    if place.is_apposed:
        return False  # "the Swinging Sixties, a hair salon, is"
    if place.before_in("conjunctions") and not place.follows_time:
        return False  # "people in their 60s and 70s"
    start = place.context.start
    if _MOVED_INTO.search(place.folded, max(0, start - _REACH_OF_A_THERMOMETER), start):
        return False  # "ratings sank into the 30s"
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
            or (place.is_capital and (place.goes_on_in_capitals or not place.opens_sentence))
            or place.next in guards["after_currents"]
            or place.context.previous in guards["currents"]
        )
    if place.words == "now" and place.opens_sentence and _is_breath(place):
        return False
    return not (is_title(place) or goes_on_as_title(place)) or place.is_in_headline


def _is_breath(place: Place) -> bool:
    """Tell whether a speaker only takes breath: "Now, ladies and gentlemen"."""
    following = _COMMA_AND_WORD.match(place.folded, place.atom.end)
    return following is not None and following[1] in place.lexicon.guards["after_breath"]


def _day_of_month(place: Place) -> bool:
    guards = place.lexicon.guards
    start = place.atom.start
    if _CENTURY_BEFORE.search(place.folded, max(0, start - _REACH_OF_A_CENTURY), start):
        return False  # "the end of the 19th century and the beginning of the 20th"
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


def _is_figures(place: Place) -> bool:
    """Tell whether figures with a year of two are a date: not "at 3-11-20 on the abacus"."""
    if place.words[-4:].isdigit():
        return True
    if place.before_in("be") and place.head_before in place.lexicon.guards["identifiers"]:
        return False  # "the sort code is 20-04-15"
    is_of_thing = place.is_said_of_noun and not place.next_in("dated_nouns")  # but "your 9/30/01 statement"
    return not (is_of_thing or place.before_in("before_clock_times", "identifiers", "numbered_things"))


def _is_related(place: Place) -> bool:
    """Tell whether what points from today is no title: not "Last Christmas by Wham!", "What You Did Last Summer"."""
    if place.is_capital and not place.has_article and " of '" in place.words and not place.is_in_headline:
        return False  # "Summer of '69"
    return place.words.partition(" ")[0] not in place.lexicon.words["relation"] or not is_title(place)


def _is_weekend(place: Place) -> bool:
    is_of_thing = place.words == "weekend" and is_said_of_thing(place)
    return not (is_of_thing or is_title(place))


def _joined(place: Place) -> bool:
    """Tell whether expressions that were joined are no title: not "Saturday Night's Alright for Fighting"."""
    return not has_capital_within(place, "part_of_day", "relation")


def _is_about(place: Place) -> bool:
    """Tell whether the letter before a year is that of "circa": not of "a Chevrolet C1500", nor of "30 C 87"."""
    before = place.text[max(0, place.atom.start - 4) : place.atom.start].rstrip(" ")[-1:]
    return before != "C"


def _is_in_capitals(place: Place) -> bool:
    """Tell whether the letters of an era are capitals: "AH 1290", not "Ah 20"."""
    return re.search(r"\b[Aa]h\b", place.text[place.atom.start : place.atom.end]) is None


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
    if place.name_before.lower() in place.lexicon.guards["march_is_a_walk"]:
        return False  # "a Long March 5 rocket"
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


def _ends_phrase(place: Place) -> bool:
    return place.ends_phrase and (not place.is_capital or place.is_shouted or place.is_in_headline)


def _definite(place: Place) -> bool:
    return not place.is_capital and _after_definite(place)


def _after_definite(place: Place) -> bool:
    return place.context.modified or place.context.previous in place.lexicon.guards["definite_prepositions"]


GUARDS: dict[str, Callable[[Place], bool]] = {
    "": _joined,
    "month_alone": is_month,
    "weekday_alone": is_weekday,
    "dotted_date": _numbers_nothing,
    "date_in_order": _numbers_nothing,
    "date": _names_no_place,
    "year_alone": is_year,
    "year_of_three": is_year_of_three,
    "year_range": is_year_range,
    "year_short": is_short_year,
    "year_about": _is_about,
    "islamic_date": _is_in_capitals,
    "season_alone": is_season,
    "part_alone": is_part_of_day,
    "day_of_month": _day_of_month,
    "vague_noun": _ends_phrase,
    "clock": is_clock_time,
    "clock_military": is_military_time,
    "weekday_short": _never,
    "holiday": is_holiday,
    "holiday_related": _is_related,
    "season": _is_related,
    "weekday": _is_related,
    "duration_joined": _never,
    "frequency": is_frequency,
    "duration_vague": is_vague_length,
    "unit_definite": _definite,
    "unit_related": _is_untitled_unit,
    "shifted": _untitled,
    "shifted_from_reference": is_untitled_within,
    "weekend": _is_weekend,
    "numeric_date": _is_figures,
    "duration": is_length,
    "unit_anaphoric": is_untitled_within,
    "recurrence": is_rate_of_time,
    "day_part": is_part_of_that_day,
    "century": is_century,
    "decade_short": _is_decade,
    "quarter": _is_quarter,
    "vague_reference": _is_reference,
    "weekly": _is_weekly,
}
"""By the normaliser of the rule that they guard."""
