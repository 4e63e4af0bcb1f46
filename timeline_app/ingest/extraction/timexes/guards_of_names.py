"""Words of time in names: which of them are a person's, a place's, a body's or a work's.

"Agent Friday", "Wednesday Addams is", "the June Taylor Dancers", "in Christmas, Florida", "the film Groundhog Day" end here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.participants.lexicon import load_lexicon as load_names

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_WITHIN_SENTENCE = re.compile(r"([^\W_]+)['’]?s?['’]?(?: [\"“'‘`]{1,2})? ?(?<=\W)$")
_BEFORE_TITLE = 20
_CAPITALS_AFTER = re.compile(r"((?: (?:[A-Z]|of the |of )[\w'’.&-]*){1,6}) ?([a-z]+)?")
_PLACE_AFTER = re.compile(r",? [A-Z][a-z]+(?: [A-Z][a-z]+)?[,.;)]")
_NAMED = re.compile(
    r"\b(?:called|named|names|naming|call|calls|christened|nicknamed|dubbed|baptised|baptized)"
    r" (?:(?:him|it|them|her)? ?(?:(?:the|her|his|their|its|our|my|a) (?:[a-z]+ )?)?)[\"'“‘]?$"
)  # "named the baby Wednesday"
_APPOSED = re.compile(r", (?:an?|who|whose|then|aged|now|her|his|their|the \w+ who|\d{1,2},)\b")
_REACH_OF_A_NAMER = 40


def names_something(place: Place, *alone: str) -> bool:
    """Tell whether a word of time with a capital letter is a part of a name.

    `alone` are the lists of words after which nothing but such a word of time stands: "in April Apple said".
    """
    if not place.is_capital or place.is_shouted or not place.lexicon.settings["capitals_name"]:
        return False
    return is_addressed(place) or is_called_so(place) or goes_on_as_name(place, *alone)


def is_addressed(place: Place) -> bool:
    """Tell whether a form of address or a given name stands before: "Ms April", "Agent Friday", "Joe Friday"."""
    word = place.word_before
    if not word[:1].isupper():
        return False
    small = word.lower()
    if small in place.lexicon.guards["honorifics"]:
        return True
    if small in place.lexicon.guards["before_months"] or small in place.lexicon.guards["before_feasts"]:
        return False
    return word in _given_names(place.lexicon.settings["language"]) and not place.is_in_headline


@cache
def _given_names(language: str) -> frozenset[str]:
    names = load_names(language)
    return frozenset() if names is None else names.given_names - frozenset(map(str.capitalize, names.common_words))


def is_called_so(place: Place) -> bool:
    """Tell whether what stands before says that a name follows: "called Tuesday", "the film Friday"."""
    guards = place.lexicon.guards
    is_adverb = place.atom.guard == "weekday_alone" and (place.is_before_stop or place.next in guards["prepositions"])
    if place.word_before in guards["namers"] and not (place.has_article or is_adverb):
        return True  # but "rescued from the boat Sunday"
    start = place.atom.start
    if _NAMED.search(place.text, max(0, start - _REACH_OF_A_NAMER), start) is None:
        return False
    return (
        place.next in guards["by"] or not is_adverb
    )  # "called Tuesday by his parents", "were named Thursday in a bulletin"


def goes_on_as_name(place: Place, *alone: str) -> bool:
    """Tell whether a name goes on after the word: "Sunday Adelaja", "the Monday Club", "in Friday Harbor"."""
    words = place.lexicon.words
    if not place.goes_on_in_capitals or any(
        place.next in words[table] for table in ("month", "weekday", "part_of_day")
    ):
        return False
    guards = place.lexicon.guards
    run = _CAPITALS_AFTER.match(place.text, place.atom.end)
    words_after = [] if run is None else [word.strip(".,;'’").lower() for word in run[1].split()]
    if run is not None and run[2]:
        words_after.append(run[2])
    if not guards["dated_nouns"].isdisjoint(words_after):
        return False  # "the July G20 meeting"
    if words_after and (words_after[0] in guards["places_after"] or words_after[0] in guards["titles_after"]):
        return True
    before = place.word_before.lower()
    if any(before in guards[name] for name in alone) or place.context.modified or place.is_in_headline:
        return False
    return before not in guards["reporting"]


def is_in_place_name(place: Place) -> bool:
    """Tell whether a state or a country stands behind, as behind a town: "in Christmas, Florida,"."""
    return _PLACE_AFTER.match(place.text, place.atom.end) is not None and place.folded[place.atom.end] == ","


def is_person(place: Place) -> bool:
    """Tell whether what stands behind is said of a person: "April and her sister", "June, a nurse", "April nodded"."""
    guards = place.lexicon.guards
    if place.folded.startswith(" and ", place.atom.end):
        return place.folded[place.atom.end + 5 : place.atom.end + 17].split(" ")[0] in guards["persons"]
    return place.next in guards["person_verbs"] or _APPOSED.match(place.folded, place.atom.end) is not None


def follows_title_word(place: Place) -> bool:
    """Tell whether a small word with a capital letter stands before within a sentence: "Any Given Sunday"."""
    return place.name_before.lower() in place.lexicon.guards["name_small_words"]


def is_title(place: Place) -> bool:
    """Tell whether a word of no capitals of its own has one within a sentence, as titles have: "ABC's This Week"."""
    if not place.is_capital:
        return False
    if place.has_article:
        return True  # "the Today programme"
    start = place.context.start
    if place.next_is_capital and place.next in place.lexicon.guards["titles_begin"]:
        return True  # "Tomorrow Never Dies"
    before = _WITHIN_SENTENCE.search(place.text, max(0, start - _BEFORE_TITLE), start)
    if before is None or before[1].lower() in place.lexicon.guards["reporting"]:
        return False
    return not place.is_in_headline


def has_capital_within(place: Place) -> bool:
    """Tell whether a word after the first has a capital letter that it needs not: "the Seven Years' War", "Eight Days a Week"."""
    words = place.text[place.atom.start : place.atom.end].replace("-", " ").split()[1:]
    return any(word[0].isupper() and not word.isupper() for word in words) and not place.is_in_headline
