"""Figures that may be years: which of them count or name something else.

"1984 people", "No. 1984", "1600 Pennsylvania Avenue", "the 2030 Agenda", "at 1800", "iLife '11" are no years.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_counts import PLURAL, is_counted
from timeline_app.ingest.extraction.timexes.guards_of_designations import is_address, names_a_plan, names_a_work
from timeline_app.ingest.extraction.timexes.guards_of_lone_figures import is_lone_figure
from timeline_app.ingest.extraction.timexes.guards_of_names import is_known_name

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_LONGER_NUMBER = re.compile(r"-\d(?!\d{3}(?!\d))|-[a-z](?![a-z])|[.:,]\d|:[a-z]|[%°/+]| by \d{3,4}(?![\d%])")
_HYPHENATED = re.compile(r"-([^\W\d_]+)")
_FIRST_LIKELY_YEAR, _FIRST_USUAL_YEAR, _LAST_LIKELY_YEAR, _LAST_YEAR = 1500, 1900, 2099, 2199
_SENTENCE_AND_APOSTROPHE = re.compile(r"(?:^|[.!?] |\n)['’]$")
_NAME_BEFORE = re.compile(r"\b(\w*[A-Z]\w*) '$")
_CAPITALS_AFTER = re.compile(r"(?: [A-Z][\w'’.-]*){1,5}")
_REACH_OF_A_LIST = 48
_YEARS_BEFORE = re.compile(r"\b(?:in|of|for|during|between|and|years) [12]\d{3}(?:, [12]\d{3}){0,5}, $")
_YEARS_AFTER = re.compile(r"(?:, [12]\d{3})*,? (?:and|or) [12]\d{3}(?!\d)")
_YEAR_AND_DASH = re.compile(r"\b[12]\d{3} ?- ?$")
_YEAR_AFTER = re.compile(r" ?- ?[12]\d{3}\b")


def is_year(place: Place) -> bool:
    """Tell whether four figures are a year."""
    year = int(place.words)
    if (
        year > _LAST_YEAR
        or _is_clock_time(place)
        or is_counted(place)
        or _goes_on(place)
        or names_a_plan(place, year)
        or names_a_work(place)
        or is_lone_figure(place)
    ):
        return False
    if _FIRST_USUAL_YEAR <= year <= _LAST_LIKELY_YEAR:
        return place.has_article or place.before_in("before_months") or not is_address(place)
    if place.context.previous in place.lexicon.guards["coordinators"] and not place.context.modified:
        return place.follows_time or place.head_before in place.lexicon.guards["reaching"]
    if place.after("prepositions") or place.before_character in ("(", "-") or _is_listed(place):
        return True
    is_before_noun = not place.is_before_stop and place.next not in place.lexicon.guards["prepositions"]
    is_definite = place.has_article or _is_behind_adjective(place)
    names_noun = is_definite and is_before_noun  # "the 1836 assault", not "ran the 1500 in four minutes"
    is_old = _FIRST_LIKELY_YEAR <= year < _FIRST_USUAL_YEAR
    return is_old and (names_noun or (not place.has_article and _is_old_year(place)))


def is_year_range(place: Place) -> bool:
    """Tell whether two years with a stroke between them are a range: not "Directive 2004/38"."""
    return not place.before_in("identifiers", "numbered_things")


def is_year_of_three(place: Place) -> bool:
    """Tell whether three figures after "in" are a year: "In 348 Pachomius died", not "in 348 cases"."""
    return place.ends_phrase or place.next_is_capital or place.next in place.lexicon.guards["after_year"]


def is_short_year(place: Place) -> bool:
    """Tell whether two figures after an apostrophe are a year: not "'68 was painted on the hull"."""
    if place.folded.startswith("%", place.atom.end):
        return False  # "the '90%' assertion"
    if place.next_in("time_verbs") and _SENTENCE_AND_APOSTROPHE.search(
        place.text, max(0, place.atom.start - 4), place.atom.start
    ):
        return False
    name = _NAME_BEFORE.search(place.text, max(0, place.atom.start - 16), place.atom.start)
    return name is None or name[1].lower() in place.lexicon.guards["prepositions"]  # "iLife '11"


def _is_behind_adjective(place: Place) -> bool:
    """Tell whether a determiner and one word stand before, and what is no plural behind: "his famous 1835 speech"."""
    if not place.word_before.islower() or not place.is_said_of_noun or place.next.endswith("s"):
        return False
    return place.head_before in place.lexicon.articles or place.head_before in place.lexicon.guards["owners"]


def _is_old_year(place: Place) -> bool:
    """Tell whether figures that could count anything are a year: "its 1812 campaign", "Vienna, 1815", not "infected is 1501"."""
    start = place.atom.start
    if _YEAR_AFTER.match(place.folded, place.atom.end) or _YEAR_AND_DASH.search(place.folded, max(0, start - 8), start):
        return True
    previous = place.context.previous
    is_beside = bool(previous) and place.folded.endswith(f"{previous} ", 0, start)  # not so in "the 1836 assault"
    named = (
        (place.previous_is_capital and is_known_name(place, place.word_before))
        or previous.endswith("'s")
        or previous in place.lexicon.guards["before_old_years"]
    )
    if is_beside and not named:
        return False
    if place.folded.endswith((": ", "; "), 0, start):
        return False  # "washers: 1750"
    if previous and not is_beside and place.next in place.lexicon.guards["prepositions"]:
        return False  # "ran the 1500 in four minutes"
    is_plural = PLURAL.match(place.next) is not None and place.next not in place.lexicon.guards["not_plural"]
    return not is_plural and not is_address(place)


def _is_listed(place: Place) -> bool:
    """Tell whether figures stand within a list of years: "in 1315, 1316 and 1317"."""
    start = place.atom.start
    return (
        _YEARS_AFTER.match(place.folded, place.atom.end) is not None
        and _YEARS_BEFORE.search(place.folded, max(0, start - _REACH_OF_A_LIST), start) is not None
    )


def _is_clock_time(place: Place) -> bool:
    """Tell whether the figures can be hours and minutes: "at 1800"."""
    previous = place.context.previous
    run = _CAPITALS_AFTER.match(place.text, place.atom.end)
    if run is not None and run[0].rpartition(" ")[2].lower() in place.lexicon.guards["named_events"]:
        return False  # "at 2018 Asian Games"
    return previous in place.lexicon.guards["before_clock_times"] and place.folded.endswith(
        f"{previous} ", 0, place.atom.start
    )


def _goes_on(place: Place) -> bool:
    """Tell whether the figure is the head of something longer: "2023-1", "1984.5", "1600-year-old"; but not of "1984-1989"."""
    if _LONGER_NUMBER.match(place.folded, place.atom.end):
        return True
    hyphenated = _HYPHENATED.match(place.folded, place.atom.end)
    return hyphenated is not None and hyphenated[1] in place.lexicon.guards["measures"]
