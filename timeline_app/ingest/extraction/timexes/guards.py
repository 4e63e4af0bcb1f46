"""Words of many meanings: which of the expressions that the grammar found are of time after all.

A guard is asked where an expression stands by itself, with nothing joined to it. "May said", "March on Washington", "the fall of
Rome", "1984 people", "a ratio of 3:10" end here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import (
    begins_a_name,
    is_title,
    names_an_institution,
    names_somebody,
)
from timeline_app.ingest.extraction.timexes.guards_of_years import (
    is_short_year,
    is_year,
    is_year_of_three,
    is_year_range,
)
from timeline_app.ingest.extraction.timexes.readings import CalendarDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ingest.extraction.timexes.place import Place

_REACH_OF_A_RATIO = 24


def _month(place: Place) -> bool:
    return not names_somebody(place) and not begins_a_name(place) and _is_of_the_year(place)


def _is_of_the_year(place: Place) -> bool:
    if place.words in place.lexicon.guards["abbreviated_months"]:
        return place.context.modified or place.context.previous in place.lexicon.guards["strict_prepositions"]
    if place.words in place.lexicon.guards["ambiguous_months"]:
        if place.is_capital and place.next in place.lexicon.guards["event_nouns"]:
            return True  # "the March accession"
        return place.after("prepositions") and place.next not in place.lexicon.guards["reporting"]
    if place.words in place.lexicon.guards["name_months"]:
        if place.next in place.lexicon.guards["replies"] and not place.after("prepositions"):
            return False  # "April nodded"
        is_name = place.next_is_capital and place.folded[place.atom.end] == " " and not place.has_article
        return not is_name or place.after("prepositions")
    return True


def _weekday(place: Place) -> bool:
    if place.context.previous in place.lexicon.guards["generic"] or place.folded.endswith(
        tuple(place.lexicon.guards["generic_phrases"]), 0, place.atom.start
    ):
        return False
    return not names_somebody(place) and not names_an_institution(place)


def _untitled(place: Place) -> bool:
    return not is_title(place)


def _numbers_nothing(place: Place) -> bool:
    """Tell whether figures with dots between them number nothing: not "version 2.10.2014"."""
    return place.context.previous not in place.lexicon.guards["identifiers"]


def _never(_place: Place) -> bool:
    return False


def _season(place: Place) -> bool:
    if names_somebody(place) or _is_a_thing(place):
        return False
    if place.next in place.lexicon.guards["event_nouns"]:
        return place.context.previous not in place.lexicon.guards["named_seasons"]  # "the Spring Offensive"
    if place.next in place.lexicon.guards["of"] or (place.is_capital and place.next_is_capital):
        return False
    return place.context.modified or (
        place.has_article or place.context.previous in place.lexicon.guards["determiners"]
    )


def _names_no_place(place: Place) -> bool:
    """Tell whether a day of no year is not one after which a place is named: "May Fourth Square"."""
    reading = place.atom.reading
    if not isinstance(reading, CalendarDate) or reading.year is not None or not place.next_is_capital:
        return True
    guards = place.lexicon.guards
    return place.next not in guards["streets"] and place.next not in guards["named_places"]


def _is_a_thing(place: Place) -> bool:
    """Tell whether something falls or springs: "the fall in prices"; but "the fall in New England"."""
    guards = place.lexicon.guards
    if place.words not in guards["ambiguous_seasons"] or place.next not in guards["not_after_season"]:
        return False
    return not place.text[place.next_start + len(place.next) + 1 :][:1].isupper()


def _part_of_day(place: Place) -> bool:
    if place.is_capital:
        return False
    return (
        place.has_article
        or place.context.modified
        or place.context.previous in place.lexicon.guards["part_prepositions"]
    )


def _ends_phrase(place: Place) -> bool:
    return place.ends_phrase


def _clock(place: Place) -> bool:
    if not place.lexicon.guards["ratios"].isdisjoint(_words_before(place)):
        return False
    return not is_title(place) and (
        bool(re.search(r"[a-z]", place.words))
        or place.context.previous in place.lexicon.guards["clock_prepositions"]
        or place.before_character in ("(", "-", "\n", "")
    )


def _words_before(place: Place) -> list[str]:
    line = place.folded[max(0, place.context.start - _REACH_OF_A_RATIO) : place.context.start].rpartition("\n")[2]
    return line.split()


def _military(place: Place) -> bool:
    return place.context.previous in place.lexicon.guards["clock_prepositions"] or place.before_character == "("


def _holiday(place: Place) -> bool:
    """Tell whether a well-known day means the day: "at Easter", not "Easter Island"."""
    if (
        place.has_article
        and place.next
        and not place.ends_phrase
        and place.next not in place.lexicon.guards["after_feast"]
    ):
        return False  # "the Christmas season"
    return place.next not in place.lexicon.guards["not_after_holiday"] or place.folded[place.atom.end] not in " -"


def _frequency(place: Place) -> bool:
    return not place.is_capital


def _vague_units(place: Place) -> bool:
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
    "month_alone": _month,
    "weekday_alone": _weekday,
    "dotted_date": _numbers_nothing,
    "date": _names_no_place,
    "year_alone": is_year,
    "year_of_three": is_year_of_three,
    "year_range": is_year_range,
    "year_short": is_short_year,
    "season_alone": _season,
    "part_alone": _part_of_day,
    "day_of_month": _ends_phrase,
    "vague_noun": _ends_phrase,
    "clock": _clock,
    "clock_military": _military,
    "weekday_short": _never,
    "holiday": _holiday,
    "duration_joined": _never,
    "frequency": _frequency,
    "duration_vague": _vague_units,
    "unit_definite": _definite,
    "unit_related": _untitled,
    "shifted": _untitled,
    "weekend": _untitled,
}
"""By the normaliser of the rule that they guard."""
