"""Clock times and parts of the day: which of them are that.

"A ratio of 3:10", "3:10 to Yuma", "Dr. Noon", "midnight blue", "fly-by-night", "the night nurse" are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import has_capital_within, heads_a_firm, is_title
from timeline_app.ingest.extraction.timexes.guards_of_predicates import is_said_to_be_thing

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_REACH_OF_A_RATIO = 24  # characters


def is_clock_time(place: Place) -> bool:
    """Tell whether figures or words are a time of day: not a score, a verse, a train, "Dr. Noon", "midnight blue"."""
    if place.is_in_address or place.is_apposed or (place.is_capital and not _begins_clock_time(place)):
        return False
    if place.words.isalpha() and place.is_said_of_noun and place.next not in place.lexicon.guards["dated_nouns"]:
        return False  # "midnight blue"
    if place.head_before in place.lexicon.guards["timed"]:
        return False  # "timed at 10:58 over the distance"
    is_mixed = place.next == "by" and place.word_after_next in place.lexicon.guards["mixtures"]  # "10:30 by weight"
    is_figures = not re.search(r"[a-z]", place.words)
    if is_figures and (is_mixed or not place.lexicon.guards["ratios"].isdisjoint(_words_before(place))):
        return False
    if place.is_capital and (heads_a_firm(place) or is_said_to_be_thing(place)):
        return False
    return not is_title(place) and (
        not is_figures
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


def is_military_time(place: Place) -> bool:
    """Tell whether four figures and "hours" are a time of day."""
    return place.context.previous in place.lexicon.guards["clock_prepositions"] or place.before_character == "("


def is_part_of_day(place: Place) -> bool:
    """Tell whether a part of the day is one: not "fly-by-night", "the night nurse", "the morning-after pill"."""
    neighbours = place.before_character, place.folded[place.atom.end : place.atom.end + 1]
    if (
        place.is_capital
        or "-" in neighbours
        or (place.words == "night" and place.folded.endswith("by ", 0, place.atom.start))
    ):
        return False
    if place.words == "evening" and place.next in place.lexicon.guards["evened"]:
        return False  # "by evening out demand"
    return (
        (place.has_article and not is_said_of_thing(place))
        or place.context.modified
        or place.context.previous in place.lexicon.guards["part_prepositions"]
    )


def is_part_of_that_day(place: Place) -> bool:
    """Tell whether a part of a day that is pointed at is one: not the programme "This Morning"."""
    return not (has_capital_within(place, "part_of_day") or is_title(place))


def is_said_of_thing(place: Place) -> bool:
    """Tell whether a thing that happens at no time follows: "the night nurse", "the weekend bag"."""
    return (
        place.is_said_of_noun
        and not place.next_in("dated_nouns", "time_verbs")
        and not place.before_in("before_seasons", "before_weekdays")
    )
