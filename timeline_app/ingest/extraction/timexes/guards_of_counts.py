"""Figures that could be a year and count or name something else: "1984 people", "No. 1984", "2040 vehicles an hour", "has 2002"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.modifiers import QUANTIFIERS

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_SIGNS_OF_NUMBERS = ("$", "€", "£", "#", "§")
_NUMBERS_BEFORE = re.compile(
    r"([^\W\d_][\w.]*) (?:(?:was|were|is|are) )?(?:\d[\d.]*(?:\(\w+\))*(?:,? and|,? or|,| to| through|-)? ?){1,4}$"
)  # "resolutions 1718 and "
_CODE_BEFORE = re.compile(r"(\w+) [A-Z]{2,3} $")  # "flight AA "
_RANGE_BEFORE = re.compile(r"(?<!\d)([12]\d{3})(?: ?- ?| by )$")  # of which the first side is no year
_RATIO_BEFORE = re.compile(r"\b(?:ratio|score|odds)\b[^.;]{0,30} (?:was|is|to) $")
_AMOUNT_AFTER = re.compile(r" ?(?:to|or|-) ?(?:\d{1,3},\d{3}|\d{3,5}) ([a-z]+)")  # "1500 to 2000 words"
_REACH_OF_A_LIST = 48
_DIGITS_BEFORE = re.compile(r"(?<!\d)\d{1,3} $|\d{5,} $|\d \d{4} $|\d x $|\(\d{1,3}, $|\b1 in $")
_COUNTED_BEFORE = re.compile(
    r"\d[\d,.]* [a-z]+(?: (?:of|in|on) (?:the )?[a-z]+)?,? (?:and|or|,)(?: [a-z]+)? $"
)  # "1,950 seats and "
_RATE_AFTER = re.compile(
    r" (?:[a-z]+(?: of [a-z]+)? (?:an?|per|every|each) (?:second|minute|hour|day|week|month|year|head)"
    r"|an? (?:ounce|barrel|tonne|ton|bushel|share|head|night|kilo|pound|litre|gallon|metre|yard|piece|shift)"
    r"|an? (?:day|week|month|year|season|term)(?= for |[.,;]|$))\b"
)
PLURAL = re.compile(r"[a-z]{2,}[^\Wus]s$|[a-z]+ies$")
_OPTION = re.compile(r"(?:^| )--?[a-z][a-z-]*[ =]$")  # "--seed 1999"
_PERCENT_BEFORE = re.compile(r"(?:%| percent| per cent| pct) (?:over )?$")
_REACH_OF_A_PERCENT = 20
_REACH_OF_A_CLAUSE = 40
_LONGEST_UNIT = 3


def is_counted(place: Place) -> bool:
    """Tell whether the figure counts or names something: "1984 people", "No. 1984", "$2000"; but "In 1984 people"."""
    guards = place.lexicon.guards
    return (
        _is_behind_quantifier(place)
        or place.folded.endswith(tuple(guards["counting"]), 0, place.context.start)
        or _runs_on_in_figures(place)
        or _is_before_counted_noun(place)
        or place.context.previous in guards["identifiers"]
        or place.context.previous in guards["numbered_things"]
        or _DIGITS_BEFORE.search(place.folded, max(0, place.context.start - 8), place.context.start) is not None
        or _in_list_of_identifiers(place)
        or place.folded[max(0, place.context.start - 2) : place.context.start].strip() in _SIGNS_OF_NUMBERS
        or _RATE_AFTER.match(place.folded, place.atom.end) is not None
        or _RATIO_BEFORE.search(place.folded, max(0, place.atom.start - _REACH_OF_A_LIST), place.atom.start) is not None
        or (place.next in guards["of"] and place.word_after_next in guards["those"])
        or _is_range_of_amounts(place)
        or _is_amount(place)
        or _is_told_as_number(place)
    )


def _is_before_counted_noun(place: Place) -> bool:
    """Tell whether what is counted follows: "1984 people", not "in 1984 people", "until 1970 per the census"."""
    if not place.next_in("counted") or (place.next_in("per") and place.before_in("until")):
        return False
    if place.before_in("before_months") and _opens_clause(place):
        return False
    return not (place.has_article and _goes_on_as_noun(place))


def _is_behind_quantifier(place: Place) -> bool:
    """Tell whether a word of amounts stands before: "over 2000", not "no earlier than 2026", "up 3 % over 2012"."""
    context = place.context
    start = context.start
    if _PERCENT_BEFORE.search(place.folded, max(0, start - _REACH_OF_A_PERCENT), start):
        return False
    if context.mod in QUANTIFIERS:
        return place.next.endswith("s") or (context.mod != "APPROX" and not context.opens)
    is_prefixed = context.previous in place.lexicon.guards["number_prefixes"]
    return is_prefixed and not (context.opens or place.has_article)


def _opens_clause(place: Place) -> bool:
    """Tell whether the preposition begins a clause, whose subject follows: "In 1984 people", "that in 2011 shares fell"."""
    return place.word_before[:1].isupper() or place.head_before in place.lexicon.guards["clause_words"]


def _goes_on_as_noun(place: Place) -> bool:
    """Tell whether the noun behind is the first of two: "the 2006 aircraft plot", not "the 1984 aircraft were"."""
    after = place.word_after_next
    is_verb = place.lexicon.tense.is_past(after) or after in place.lexicon.guards["function_words"]
    return after.isalpha() and not (is_verb or PLURAL.match(place.next) or len(place.next) <= _LONGEST_UNIT)


def _runs_on_in_figures(place: Place) -> bool:
    """Tell whether more figures follow: "020 7946 1984 33", not "in 1994 15 people died"."""
    return (
        place.next[:1].isdigit()
        and place.text[place.atom.end : place.atom.end + 1] != "\n"
        and not place.before_in("before_months")
    )


def _is_range_of_amounts(place: Place) -> bool:
    """Tell whether the figure begins a range of amounts: "1500 to 2000 words"."""
    following = _AMOUNT_AFTER.match(place.folded, place.atom.end)
    guards = place.lexicon.guards
    if following is None or not _is_free(place):
        return False
    return following[1] in guards["counted"] or following[1] in guards["counted_things"]


def _is_amount(place: Place) -> bool:
    """Tell whether the figure says how many of what stands behind: "ordered 2015 headrests", not "trimmed the 1990 earnings"."""
    is_unit = place.next_in("counted_things") and len(place.next) <= _LONGEST_UNIT  # "2000 Hz"
    if place.folded[place.atom.end : place.atom.end + 1] != " " or (place.next_is_capital and not is_unit):
        return False
    if place.next_in("counted_things") and _is_free(place):
        return True
    return PLURAL.match(place.next) is not None and not place.next_in("dated_plurals", "not_plural") and _counts(place)


def _counts(place: Place) -> bool:
    """Tell whether a figure before a noun in the plural counts by what stands around both."""
    guards = place.lexicon.guards
    start, before = place.context.start, place.word_before.lower()
    if place.opens_sentence and not place.has_article:
        return place.lexicon.tense.is_past(place.word_after_next)  # "1914 recruits were measured"
    head = place.head_before
    if before in guards["of"] and (not head or head[0].isdigit() or head in guards["collectives"]):
        return True  # "of 2016 entrants, 1998 finished"
    if before in guards["before_counts"] and not place.has_article and not place.context.modified:
        return True  # "a project of 1065 villas"
    if before == "to" and head in guards["summing"]:
        return True  # "runs to 1965 stamps"
    if _COUNTED_BEFORE.search(place.folded, max(0, start - _REACH_OF_A_LIST), start):
        return True
    return place.folded.endswith(f"{before} ", 0, place.atom.start) and (
        before in guards["counting_verbs"] or place.lexicon.tense.is_past(before) or _is_behind_verb(place, before)
    )


def _is_behind_verb(place: Place, before: str) -> bool:
    """Tell whether the word before can only be a verb: "shelters 2034 flamingos", not "the annual 2015 rankings"."""
    guards = place.lexicon.guards
    lists = (
        "function_words",
        "prepositions",
        "before_years",
        "before_lone_years",
        "named_with_year",
        "event_nouns",
        "dated_nouns",
    )
    is_other = any(before in guards[name] for name in lists) or before in place.lexicon.time_words
    head = place.head_before
    is_noun = head in place.lexicon.articles or head in guards["owners"] or head.endswith("'s") or not head.isalpha()
    return place.word_before.islower() and before.isalpha() and not (is_other or is_noun)


def _is_free(place: Place) -> bool:
    """Tell whether nothing stands before that only a year has: "in", "its", "the end of"."""
    before = place.word_before.lower()
    if place.has_article or place.context.modified or place.follows_time or place.before_character == "-":
        return False
    return before not in place.lexicon.guards["before_years"] and not before.endswith("'s")


def _is_told_as_number(place: Place) -> bool:
    """Tell whether a clause ends in the figure as in a number: "attendance was 2019", "--seed 1999", not "the year was 1968"."""
    guards = place.lexicon.guards
    start = place.atom.start
    if _OPTION.search(place.folded, max(0, start - _REACH_OF_A_LIST), start):
        return True
    if place.has_article or not place.before_in("number_verbs", "counting_verbs"):
        return False
    if not (place.is_before_stop or (place.next == "and" and place.before_in("counting_verbs"))):
        return False
    clause = place.folded[max(0, start - _REACH_OF_A_CLAUSE) : start].split()
    return guards["of_years"].isdisjoint(word.strip(".,;:()\"'") for word in clause)


def _in_list_of_identifiers(place: Place) -> bool:
    """Tell whether the figure goes on a list of numbers: "resolutions 1718 and 1874", "50 U.S.C. 1701-1706"."""
    start = place.context.start
    first = max(0, start - _REACH_OF_A_LIST)
    match = _NUMBERS_BEFORE.search(place.folded, first, start)
    if match is None and place.text[max(0, start - 2) : start - 1].isupper():
        match = _CODE_BEFORE.search(place.text, first, start)
    guards = place.lexicon.guards
    if match is not None and (
        match[1].lower() in guards["identifiers"] or match[1].lower() in guards["numbered_things"]
    ):
        return True
    first_side = _RANGE_BEFORE.search(place.folded, max(0, start - 8), start)
    return first_side is not None and place.last_end != first_side.end(1)
