"""Figures that nothing beside them makes a year: "exit 2012 is", "holds 1950 when", "Engine 1998 was", "the 1707 to Brighton".

Years follow few words. Of ten thousand of them in news and official texts, 97 in a hundred stand behind a word of a closed class (a
preposition, a determiner, a conjunction), a name, a month or a mark; nearly all others are said of a noun behind them ("the failed
1959 uprising"). So the guards ask here for the words that a year follows, as what is numbered or counted has no end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import is_common_word

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_LESS_AFTER = re.compile(r",? to (\d{4})\b(?! ?[-/])")
_GREATER_BEFORE = re.compile(r"(?<!from )\b(\d{4}) to $")
_TRAIN_AFTER = re.compile(r" (?:to|from) [A-Z][a-z]+")
_FIGURES_BEFORE = re.compile(r"(?<![\d.,/-])([12]\d{3})(?:,? (?:and|or|to|from|and then|then)|,) $")
_NUMBER_AFTER = re.compile(r" (?:out )?of (?:(?:the|its|their|his|her|our) )?\d")
_OUT_OF = re.compile(r"\d(?: [a-z]+)? out of $")
_REACH_OF_A_SCORE = 24  # characters: "1875 points out of "
_SOME = "some "
_OF_SO_MANY = re.compile(r"\bof (?:(?:the |its |their |our |some )?\d[\d,]* [a-z]+(?: [a-z]+)?,|wh(?:ich|om),?) $")
_COUNTED_AND = re.compile(r"(?<![\d.,])(\d[\d,]*)(?: [a-z]+)?(?: (?:in|on|of|at) (?:the )?[a-z]+)?,? and $")
_SET_OFF = re.compile(r"\b(?:a|an|her|his|its|my|our|their|your) (?:[a-z]+ )?([a-z]+), $")
_STOP = re.compile(r"[.;:!?\n]")
_WORD = re.compile(r"[^\W_]+")
_REACH_OF_A_CLAUSE = 60  # characters
_LONGEST_JOINT = 15  # characters: "1932, and then "
_LONGEST_SCORE = 13  # characters: "from 1989 to "


def is_lone_figure(place: Place) -> bool:
    """Tell whether four figures have nothing beside them that a year has, or something that none has."""
    if place.follows_time:
        return False
    if place.context.modified:
        return place.folded.startswith(_SOME, place.context.start)
    return (
        _is_behind_no_word_of_time(place)
        or _is_of_so_many(place)
        or _is_label(place)
        or _is_behind_number(place)
        or _is_part_of_number(place)
        or _is_amount_of(place)
        or _is_amount_reached(place)
        or _is_score(place)
        or _is_train(place)
        or _is_of_many(place)
    )


def _is_behind_no_word_of_time(place: Place) -> bool:
    """Tell whether a word stands before that no year follows, and no noun behind: "exit 2012 is", "Engine 1998 was"."""
    word = place.word_before
    guards = place.lexicon.guards
    if not guards["before_lone_years"] or place.has_article or place.before_character != " " or not word.isalpha():
        return False
    if not _ends_clause(place):
        return False
    small = word.lower()
    if word != small and (word == place.name_before or word.isupper() or not is_common_word(place, word)):
        return False  # a name: "Sochi 2014"; but "Engine 1998" at the head of a sentence
    lists = ("function_words", "prepositions", "before_years", "coordinators", "named_with_year", "before_lone_years")
    return not (
        any(small in guards[name] for name in lists)
        or small in place.lexicon.time_words
        or small.endswith("ly")
        or place.is_in_headline
    )


def _ends_clause(place: Place) -> bool:
    """Tell whether no noun follows that the year can be said of, as in "the failed 1959 uprising", "declare 2019 the year of"."""
    if place.is_before_stop:
        return True
    is_verb = place.next_in("time_verbs") or place.lexicon.tense.is_past(place.next) or _is_present(place)
    return (is_verb or place.next_in("function_words")) and not place.next_in("not_after_lone_figures")


def _is_present(place: Place) -> bool:
    """Tell whether what is at the head of its sentence with a number does something: "Checkpoint 1971 lies in a wood"."""
    if not place.word_before[:1].isupper() or place.name_before or not place.next.endswith("s"):
        return False
    return any(place.word_after_next in place.lexicon.guards[name] for name in ("function_words", "prepositions"))


def _is_of_so_many(place: Place) -> bool:
    """Tell whether the clause counts before: "of 2000 bulbs, 1950 came up", "2020 staff in Leeds and 1990 in Lodz"."""
    start = place.atom.start
    first = max(0, start - _REACH_OF_A_CLAUSE)
    if _OF_SO_MANY.search(place.folded, first, start) is not None:
        return True
    other = _COUNTED_AND.search(place.folded, first, start) if place.next_in("prepositions", "with") else None
    return other is not None and other.end(1) != place.last_end


def _is_label(place: Place) -> bool:
    """Tell whether what has a number stands before, set off: "her locker, 2003, was empty"."""
    start = place.atom.start
    before = _SET_OFF.search(place.folded, max(0, start - _REACH_OF_A_CLAUSE), start)
    return before is not None and any(
        before[1] in place.lexicon.guards[name] for name in ("identifiers", "numbered_things")
    )


def _is_behind_number(place: Place) -> bool:
    """Tell whether figures stand right before that were no year: "cells 1901 to 1920", "fell to 1932 from 1948"."""
    start = place.atom.start
    before = _FIGURES_BEFORE.search(place.folded, max(0, start - _LONGEST_JOINT), start)
    return before is not None and before.end(1) != place.last_end


def _is_part_of_number(place: Place) -> bool:
    """Tell whether the figure is a part of another: "1981 out of 2040", or the other: "nine out of 2000"."""
    start = place.atom.start
    if _OUT_OF.search(place.folded, max(0, start - _REACH_OF_A_SCORE), start):
        return True
    return _NUMBER_AFTER.match(place.folded, place.atom.end) is not None


def _is_amount_of(place: Place) -> bool:
    """Tell whether the figure says how much something is: "a fare of 2030", "the deposit to 2000"."""
    return place.before_in("amounts_behind") and place.head_before in place.lexicon.guards["amounts"]


def _is_amount_reached(place: Place) -> bool:
    """Tell whether something comes to the figure: "the deposit came to 2000", not "put off to 2024", "dates to 1936"."""
    if place.word_before != "to" or not _ends_clause(place):
        return False
    start = place.atom.start
    clause = _WORD.findall(_STOP.split(place.folded[max(0, start - _REACH_OF_A_CLAUSE) : start])[-1])
    is_other_date = any(word[0].isdigit() for word in clause)
    return not is_other_date and place.lexicon.guards["years_reached"].isdisjoint(clause)


def _is_score(place: Place) -> bool:
    """Tell whether two figures are a result, the greater first, as no years are: "by 1989 to 1956"."""
    after = _LESS_AFTER.match(place.folded, place.atom.end)
    if after is not None:
        return after[1] < place.words and not place.before_in("before_months", "towards")
    start = place.atom.start
    before = _GREATER_BEFORE.search(place.folded, max(0, start - _LONGEST_SCORE), start)
    return before is not None and before[1] > place.words


def _is_train(place: Place) -> bool:
    """Tell whether the figures are the time at which something leaves: "the 1707 to Brighton"."""
    is_definite = place.word_before.lower() in place.lexicon.articles
    return is_definite and _TRAIN_AFTER.match(place.text, place.atom.end) is not None


def _is_of_many(place: Place) -> bool:
    """Tell whether what many do is said of the figure: "of the applicants, 1987 were rejected", "1550 tested positive"."""
    return not place.word_before and not place.has_article and place.next_in("plural_verbs", "crowd_verbs")
