"""Days of the week: which of their names, standing by themselves, are of time.

"Police said Tuesday", "on Tuesday", "Tuesday's vote"; not "Sunday Adelaja", "McEwan's Saturday", "a joke about Friday".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import (
    follows_common_word,
    follows_title_word,
    names_something,
    owns_a_title,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_FIRST_WORD_BEFORE = re.compile(r"(?:^|[.!?] |\n)'?[a-z]+ $")
_REACH_OF_A_PREPOSITION = 12
_REACH_OF_A_NAME = 24
_VERB_AFTER = re.compile(r"\S+(?: (?:are|were|is|was|will|have|had|has|for|in|at|of)\b|[.,])")


def is_weekday(place: Place) -> bool:
    """Tell whether a weekday's name is a day: not "any Monday", "the Wednesday Club", "Friday learns English"."""
    guards = place.lexicon.guards
    if place.context.previous in guards["generic"] or place.folded.endswith(
        tuple(guards["generic_phrases"]), 0, place.atom.start
    ):
        return False
    if place.is_in_address or _is_within_hyphens(place) or _is_subject_with_preposition(place):
        return False
    if place.follows_time or place.context.modified:
        return not owns_a_title(place)
    if names_something(place, "before_weekdays") or follows_title_word(place):
        return False
    before = place.word_before.lower()
    if before in guards["before_weekdays"] or not place.lexicon.settings["capitals_name"]:
        return True
    return not _is_told_of(place, before)


def _is_within_hyphens(place: Place) -> bool:
    """Tell whether the word is a part of a page's or a file's name: "trends-on-tuesday-phablets"."""
    return place.before_character == "-" and place.folded.startswith("-", place.atom.end) and not place.follows_time


def _is_subject_with_preposition(place: Place) -> bool:
    """Tell whether a sentence begins with a preposition, the day and a verb: "Till Tuesday broke up", the band."""
    if place.context.opens != "start" or not place.lexicon.tense.is_past(place.next):
        return False
    start = place.context.start
    return _FIRST_WORD_BEFORE.search(place.folded, max(0, start - _REACH_OF_A_PREPOSITION), start) is not None


def _is_told_of(place: Place, before: str) -> bool:
    """Tell whether the word is what a sentence is about or an object, as no day is without a preposition of its own."""
    guards = place.lexicon.guards
    if place.folded.startswith("'s ", place.atom.end):
        return before[:1].isupper()
    if place.has_article:
        return False
    if place.word_before in guards["ships"] or follows_common_word(place):
        return True
    if before in guards["not_before_weekdays"] or (before.endswith(("'s", "’s")) and before not in guards["it_is"]):
        return place.is_before_stop or not _is_noun(place)
    if place.opens_sentence and place.next.isalpha() and place.folded[place.atom.end] == " ":
        return not (place.is_in_headline or place.next in guards["time_verbs"] or _is_noun(place))
    return place.folded.startswith(", who ", place.atom.end)


def _is_noun(place: Place) -> bool:
    """Tell whether what follows can be a noun that the day is said of: "Sunday congregations", not "Friday learns English"."""
    guards = place.lexicon.guards
    if place.next in guards["dated_nouns"]:
        return True
    if place.next_in("places_before", "prepositions", "after_verbs", "time_verbs"):
        return place.opens_sentence
    if place.lexicon.tense.is_past(place.next) or not place.next.isalpha():
        return False
    return not place.next.endswith("s") or _VERB_AFTER.match(place.folded, place.next_start) is not None


def _ends_name(place: Place) -> bool:
    """Tell whether a word with a capital letter stands before the word before."""
    end = place.context.start - len(place.word_before) - 1
    return place.text[max(0, end - _REACH_OF_A_NAME) : end].rstrip().rpartition(" ")[2][:1].isupper()


def is_every_weekday(place: Place) -> bool:
    """Tell whether weekdays in the plural recur: "on Mondays", not "TGI Fridays", "a month of Sundays"."""
    guards = place.lexicon.guards
    if not place.lexicon.settings["capitals_name"]:
        return True
    before = place.word_before
    if not place.is_capital or place.has_article or follows_title_word(place) or before in guards["of"]:
        return False
    if place.before_in("conjunctions") and not place.follows_time and _ends_name(place):
        return False  # "Rainy Days and Mondays"
    if before[:1].isupper() and before.lower() not in guards["before_weekdays_again"]:
        return False
    return place.next not in guards["with"]
