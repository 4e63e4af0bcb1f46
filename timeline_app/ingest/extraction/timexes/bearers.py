"""Words of time that are names in a text: the person May, the dog Friday, the band The 1975.

One place may be sure of what another leaves open: "June Carver said nothing. Her sister told police that June ..." A word keeps its
sense throughout a text (Gale, Church and Yarowsky, "One sense per discourse", 1992), so who bears it in one place bears it in all
that say nothing else; "in June" does.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import (
    is_addressed,
    is_called_so,
    is_common_word,
    is_known_name,
    is_person,
)
from timeline_app.ingest.extraction.timexes.guards_of_predicates import is_said_to_be_thing
from timeline_app.ingest.extraction.timexes.modifiers import left_context
from timeline_app.ingest.extraction.timexes.place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.matcher import Atom

_WEEKDAY, _YEAR = "weekday_alone", "year_alone"
# No feast, which are called so: "known as Super Tuesday".
_NAMES_TOO = frozenset({_WEEKDAY, _YEAR, "month_alone", "season_alone", "clock"})
_FEWEST = 2  # a name that is met once says nothing of another place
_SURNAME_AFTER = re.compile(r" ([A-Z][a-z]+)(?= [a-z]|,|\.|['’]s)")
_WITHIN = re.compile(r"[a-z,] ")


def find_bearers(atoms: Sequence[Atom], folded: str, text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of time, folded, that somebody or something is named by somewhere in a text."""
    candidates = [atom for atom in atoms if atom.guard in _NAMES_TOO]
    if len(candidates) < _FEWEST or not lexicon.settings["capitals_name"]:
        return frozenset()
    times = Counter(folded[atom.start : atom.end] for atom in candidates)
    bearers: set[str] = set()
    for atom in candidates:
        words = folded[atom.start : atom.end]
        if times[words] >= _FEWEST and words not in bearers and (words.isdigit() or text[atom.start].isupper()):
            context = left_context(atom, folded, lexicon)
            if not context.modified and _is_name(Place(atom, context, folded, text, lexicon, None)):
                bearers.add(words)
    return frozenset(bearers)


def is_borne(place: Place) -> bool:
    """Tell whether nothing beside a word that is a name in its text makes a time of it here."""
    guards = place.lexicon.guards
    if place.context.modified or place.context.opens or place.follows_time:
        return False
    before = place.word_before.lower()
    if place.atom.guard == _YEAR:
        is_verb = (
            place.word_after_next in guards["after_verbs"]
        )  # "the 1975 come from Wilmslow", not "the 1975 referendum was"
        return before not in guards["prepositions"] and (is_verb or not place.is_said_of_noun)
    return before not in guards["before_months"] and before not in guards["before_weekdays"] | guards["reporting"]


def _is_name(place: Place) -> bool:
    """Tell whether what stands around a word leaves no doubt that it is a name."""
    if place.atom.guard == _YEAR:
        return _is_titled_year(place)
    if place.before_in("before_months", "before_weekdays", "prepositions") or place.is_in_headline:
        return False
    if is_called_so(place) or place.is_apposed or is_said_to_be_thing(place):
        return True
    if place.atom.guard == _WEEKDAY:
        return False  # "told John Friday"
    return is_addressed(place) or is_person(place) or _is_given_name(place)


def _is_titled_year(place: Place) -> bool:
    """Tell whether an article with a capital letter stands before figures within a sentence: "fans of The 1975"."""
    before = place.atom.start - len("a The ")
    return place.word_before == "The" and not place.is_said_of_noun and _WITHIN.match(place.text, before) is not None


def _is_given_name(place: Place) -> bool:
    """Tell whether a surname stands behind: "June Carver, 41"."""
    surname = _SURNAME_AFTER.match(place.text, place.atom.end)
    return surname is not None and not (is_common_word(place, surname[1]) or is_known_name(place, surname[1]))
