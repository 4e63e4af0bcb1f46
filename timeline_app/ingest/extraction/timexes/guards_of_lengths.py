"""Lengths of time and what recurs: which of them are that.

"The Seven Years' War", "a minute patch of turf", "a night nurse", "a century at Lord's", "88 miles per hour" are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import has_capital_within
from timeline_app.ingest.extraction.timexes.readings import Years

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_FIRST_OF_COMPANIES = 1900  # the years of the centuries after which companies are called
_BATTED = re.compile(
    r"\b(?:made|hits?|scored|scores|struck|smashed|completed) (?:his |her |their )?$"
)  # "hit a century"
_OF_THE_TOUR = re.compile(r" (?:of|in) (?:the|his|her) (?:tour|series|innings|match|tournament|test|season)\b")
_LOWER_CASE_TABLES = ("unit", "relation", "anaphor", "number", "vague", "ordinal")
_LENGTHS_OF_KINDS = ("a night", "a decade")
_COMPOUND = re.compile(r"-(?!long|and|plus|to)[a-z]")
_RATES = ("per second", "per minute", "per hour", "per decade")
_REACH_OF_A_BAT = 24  # characters
_REACH_OF_A_SUBJECT = 100


def is_untitled_within(place: Place) -> bool:
    """Tell whether no word after the first is written as in a title: not "Eight Days a Week"."""
    return not has_capital_within(place, *_LOWER_CASE_TABLES)


def is_length(place: Place) -> bool:
    """Tell whether a length of time is one: not "the Seven Years' War", nor a century of runs."""
    if place.atom.rule == "duration" and _COMPOUND.match(place.text, place.atom.end):
        return False  # "a year-round ban", "a day-care centre"
    if place.folded.startswith(" of the rosary", place.atom.end):
        return False  # "a decade of the rosary"
    return is_untitled_within(place) and not (_is_of_cricket(place) or _is_tiny(place) or _is_kind_of_thing(place))


def _is_kind_of_thing(place: Place) -> bool:
    """Tell whether a length of one tells the kind of what follows: "a night porter", "a decade box"."""
    if place.words == "a day":
        return place.next_in("kinds_of_day")  # "a day labourer"
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
    if _OF_THE_TOUR.match(place.folded, place.atom.end):
        return True  # "his third century of the tour"
    return place.words.endswith(("century", "centuries")) and (
        place.is_near("cricket", _REACH_OF_A_SUBJECT)
        or _BATTED.search(place.folded, max(0, place.atom.start - _REACH_OF_A_BAT), place.atom.start) is not None
    )


def is_century(place: Place) -> bool:
    """Tell whether a century is one: not "20th Century Fox", nor a batsman's."""
    last = place.text[place.atom.start : place.atom.end].rpartition(" ")[2]
    reading = place.atom.reading
    is_old = isinstance(reading, Years) and reading.first < _FIRST_OF_COMPANIES and place.words[0].isdigit()
    if place.goes_on_in_capitals and last[:1].isupper() and not is_old:
        return place.is_in_headline  # "20th Century Fox", not "17th Century Dutch painting"
    return not _is_of_cricket(place)


def is_rate_of_time(place: Place) -> bool:
    """Tell whether "per hour" and the like recur: not in "88 miles per hour", "20 dB per decade", "every second house"."""
    if place.words == "every second" and place.is_said_of_noun:
        return False
    return is_untitled_within(place) and not (place.words in _RATES and place.before_in("physical_units"))


def is_frequency(place: Place) -> bool:
    """Tell whether "daily" and the like say how often: not "the Daily Mail"."""
    return not place.is_capital


def is_vague_length(place: Place) -> bool:
    """Tell whether "months" or "years" are a length: not "in the years 1955-1957", "Days of Thunder"."""
    if place.words == "minutes" and place.opens_sentence and place.word_after_next in place.lexicon.articles:
        return False  # "Minutes of the board"
    if place.is_capital and place.opens_sentence and place.next in place.lexicon.guards["of"]:
        return not place.text[place.next_start + len("of ") :][:1].isupper()  # "Days of Thunder"
    if place.next[:1].isdigit():
        return False  # "in the years 1955-1957"
    if (
        place.next in place.lexicon.guards["beside_events"]
        and place.context.previous in place.lexicon.guards["parts_of_lengths"]
    ):
        return False  # "the first days after it"
    return (
        place.context.modified
        or place.next in place.lexicon.guards["of"]
        or place.next in place.lexicon.guards["beside_events"]
        or place.context.previous in place.lexicon.guards["vague_prepositions"]
    )
