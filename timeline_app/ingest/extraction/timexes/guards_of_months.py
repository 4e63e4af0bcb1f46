"""Months: which of their names, standing by themselves, are of time.

"May", "March", "April", "June" and "August" are verbs and persons as often: they need something beside them that only a month has,
as in "in April", "the April-June quarter", "April sales", not "April and her sister".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import (
    follows_title_word,
    is_person,
    names_something,
    unknown_head,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_IT_IS = ("it was ", "it is ", "it's ", "it being ")  # "it was June when she left"
_OWNED = re.compile(r"['’]s (\w+)(?: ([a-z]+))?")
_STRETCH = re.compile(r" ?(-|to|through|and|or|/) ?([a-z]+)(?= |-|/|[.,;)]|$)")


def is_month(place: Place) -> bool:
    """Tell whether a month's name is a month: not "May said", "April and her sister", "March on Washington"."""
    guards = place.lexicon.guards
    if place.words in guards["abbreviated_months"]:
        return (
            not place.is_in_address
            and not place.goes_on_in_capitals
            and (place.context.modified or place.context.previous in guards["strict_prepositions"])
        )
    is_told = place.folded.endswith(_IT_IS, 0, place.context.start) and place.next not in ("who", "whom", "whose")
    if place.follows_time or is_told:
        return True
    is_name_too = place.words in guards["ambiguous_months"] or place.words in guards["name_months"]
    loosely = () if is_name_too else ("loosely_before_plain_months",)
    if names_something(place, "before_months", *loosely) or follows_title_word(place):
        return False
    if place.context.modified or place.word_before.lower() in guards["before_months"]:
        return True
    is_with = place.before_in("with") and place.is_before_stop and place.head_before not in guards["with_months"]
    if is_with or is_person(place) or is_behind_name(place):  # "closed with September"
        return False
    return not is_name_too or _is_beside_time(place)


def is_behind_name(place: Place) -> bool:
    """Tell whether another name stands right before within a sentence: "Miss July", "our Mr. November", "the Women's March"."""
    word = place.name_before or unknown_head(place)
    if not word or "-" in word or word.lower() in place.lexicon.guards["loosely_before_months"]:
        return False
    if word.endswith(("'s", "’s")):
        guards = place.lexicon.guards
        is_name_too = place.words in guards["ambiguous_months"]
        is_noun_behind = place.next in guards["dated_nouns"] or not (is_name_too or _ends_as_name(place))
        return not is_noun_behind
    return not place.goes_on_in_capitals


def _ends_as_name(place: Place) -> bool:
    """Tell whether a verb or a stop follows, not a noun: "George Winston's December was reissued"."""
    guards = place.lexicon.guards
    return place.is_before_stop or place.next in guards["time_verbs"] or place.next in guards["prepositions"]


def _is_beside_time(place: Place) -> bool:
    """Tell whether a month that is a name too stands where a name does not: "the end of May", "the March accession"."""
    guards = place.lexicon.guards
    before = place.word_before.lower()
    if place.has_article and place.next in guards["dated_nouns"]:
        return True  # "in connection with the May shooting"
    if before in guards["loosely_before_months"] or place.context.opens:
        return _is_behind_loose_word(place, before)
    if place.next in guards["dated_nouns"] or place.before_character in ("(", "[") or _begins_stretch(place):
        return True
    owned = _OWNED.match(place.text, place.atom.end)
    if owned is not None:  # "June's trade figures", not "June's brother", "May's Brexit deal"
        return owned[1].lower() in guards["dated_nouns"] or (owned[1].islower() and owned[2] in guards["dated_nouns"])
    return _is_of_a_time_or_noun(place)


def _is_behind_loose_word(place: Place, before: str) -> bool:
    """Tell whether a month stands behind what stands before much else: "sales for March rose", not "lawyers for June argued"."""
    if place.head_before in place.lexicon.guards["dated_nouns"]:
        return True
    is_subject = place.lexicon.tense.is_past(place.next) and not place.context.opens
    return not (place.goes_on_in_capitals or is_subject) and _is_after_preposition(place, before)


def _is_of_a_time_or_noun(place: Place) -> bool:
    """Tell whether a verb of times or a noun follows: "June was the coldest", "a June article", "hot July nights"."""
    guards = place.lexicon.guards
    if not place.word_before and place.next in guards["time_verbs"]:
        return place.word_after_next in guards["of_times"]
    if place.opens_sentence and not place.has_article:
        return False
    return place.is_said_of_noun and not place.next_in("families", "time_verbs")


def _is_after_preposition(place: Place, before: str) -> bool:
    """Tell whether a preposition that stands before much else has a month behind it: "the month of May", not "the Isle of May"."""
    guards = place.lexicon.guards
    if place.has_article and place.is_said_of_noun:
        return True  # "from the June peak"
    if before in guards["of"]:
        is_of_event = place.head_before in guards["dated_nouns"]  # "the elections of May"
        return _begins_stretch(place) or is_of_event or place.head_before in guards["parts_before_month"]
    if before == "to" and place.head_before not in guards["reaching"]:
        return False  # "left to May, Augusta and Julia", not "put off to May"
    if before not in guards["towards"] or place.is_before_stop:
        return True
    return place.next in guards["onwards"] and not (_goes_somewhere(place) or place.word_after_next in guards["owners"])


def _goes_somewhere(place: Place) -> bool:
    """Tell whether a name follows the next word: "from March to Peterborough"."""
    at = place.next_start + len(place.next) + 1
    return place.text[at : at + 1].isupper() and place.word_after_next not in place.lexicon.words["month"]


def _begins_stretch(place: Place) -> bool:
    """Tell whether another month ends a stretch that begins here, or a dash sets the month off: "the April-June quarter"."""
    following = _STRETCH.match(place.folded, place.atom.end)
    if following is not None and following[2] in place.lexicon.words["month"]:
        guards = place.lexicon.guards
        is_name_too = following[2] in guards["name_months"] or following[2] in guards["ambiguous_months"]
        return not (is_name_too and following[1] in ("and", "or"))
    return place.opens_sentence and place.folded.startswith("-", place.atom.end)
