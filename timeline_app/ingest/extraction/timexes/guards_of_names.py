"""Words of time in names: which of them are a person's, a place's, a body's or a work's.

"Agent Friday", "Wednesday Addams is", "the June Taylor Dancers", "in Christmas, Florida", "the film Groundhog Day" end here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.participants.lexicon import load_lexicon as load_names
from timeline_app.ingest.extraction.timexes.guards_of_predicates import is_said_to_be_thing

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_WITHIN_SENTENCE = re.compile(r"([^\W_]+)['’]?s?['’]?(?:,|(?: [\"“'‘`]{1,2}))? ?(?<=\W)$")
_BEFORE_TITLE = 20
_CAPITALS_AFTER = re.compile(r"((?: (?:[A-Z]|of the |of )[\w'’.&-]*){1,6}) ?([a-z]+)?")
_PLACE_AFTER = re.compile(r",? [A-Z][a-z]+(?: [A-Z][a-z]+)?[,.;)]")
_NAMED = re.compile(
    r"\b(?:called|named|names|naming|call|calls|christened|nicknamed|dubbed|baptised|baptized"
    r"|known as|(?:name|nickname|alias|surname) (?:is|was))"
    r" (?:(?:him|it|them|her)? ?(?:(?:the|her|his|their|its|our|my|a) (?:[a-z]+ )?)?)[\"'“‘]?$"
)  # "named the baby Wednesday"
_APPOSED = re.compile(r", (?:an?|who|whose|then|aged|now|her|his|their|the \w+ who|\d{1,2},)\b")
_OWNER_BEFORE = re.compile(r"\b([A-Z][a-zé]+)(?: [A-Z][\w.-]*)* [A-Z][\w-]*['’]s $")
_TITLE_AFTER = re.compile(r"['’]s ([A-Z][a-z]+)(?: ([a-z]+)|[.,;!?]|$)")
_BY_SOMEBODY = re.compile(r",? by (?:the )?[A-Z]")
_SOURCE_BEFORE = re.compile(r"\([A-Z]+ $")  # "(USA TODAY)"
_ENDS_IN_FIGURES = re.compile(r"\d(?:st|nd|rd|th)?$")
_AND_SONS = re.compile(r" & ([A-Z][a-z]+)")
_REACH_OF_A_NAMER = 40


def names_something(place: Place, *alone: str) -> bool:
    """Tell whether a word of time with a capital letter is a part of a name.

    `alone` are the lists of words after which nothing but such a word of time stands: "in April Apple said".
    """
    if not place.is_capital or place.is_shouted or not place.lexicon.settings["capitals_name"]:
        return False
    return (
        place.is_in_address
        or place.is_apposed
        or place.next in place.lexicon.guards["versus"]
        or goes_on_as_title(place)
        or is_said_to_be_thing(place)
        or heads_a_firm(place)
        or _has_title_article(place)
        or _is_beside_name(place)
        or is_addressed(place)
        or is_called_so(place)
        or goes_on_as_name(place, *alone)
        or is_somebodys_work(place)
        or owns_a_title(place)
    )


def goes_on_as_title(place: Place) -> bool:
    """Tell whether a word that no name begins with has a capital letter behind it: "All I Want for Christmas Is You"."""
    return place.goes_on_in_capitals and place.next_in("title_words") and not place.is_in_headline


def heads_a_firm(place: Place) -> bool:
    """Tell whether the word is the first of a firm's name: "Noon & Sons", not "Friday & Saturday"."""
    partner = _AND_SONS.match(place.text, place.atom.end)
    return partner is not None and partner[1].lower() not in place.lexicon.time_words and not place.is_in_headline


def _has_title_article(place: Place) -> bool:
    """Tell whether its article has a capital letter within a sentence: "did not write The Passover Plot"."""
    return place.is_after_article and place.text[place.context.start].isupper() and bool(place.word_before)


def _is_beside_name(place: Place) -> bool:
    """Tell whether a name and "and" stand before and a verb behind: "Crusoe and Friday are"."""
    is_verb = place.next_in("time_verbs", "plural_verbs") or place.lexicon.tense.is_past(place.next)
    if not place.before_in("conjunctions") or place.follows_time or not is_verb:
        return False
    end = place.context.start - len(place.word_before) - 2
    return place.text[max(0, end - _BEFORE_TITLE) : max(0, end)].rpartition(" ")[2][:1].isupper()


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
    return _all_given_names(language) - frozenset(map(str.capitalize, _common_words(language)))


@cache
def _all_given_names(language: str) -> frozenset[str]:
    names = load_names(language)
    return frozenset() if names is None else names.given_names


@cache
def _common_words(language: str) -> frozenset[str]:
    names = load_names(language)
    return frozenset() if names is None else names.common_words


@cache
def _peoples(language: str) -> frozenset[str]:
    names = load_names(language)
    return frozenset() if names is None else frozenset(names.demonyms)


def is_of_a_people(place: Place) -> bool:
    """Tell whether a people or a faith stands before: "Orthodox Christmas", "Mexican Independence Day"."""
    word = place.word_before
    return word in _peoples(place.lexicon.settings["language"]) or word.lower() in place.lexicon.guards["faiths"]


def follows_common_word(place: Place) -> bool:
    """Tell whether an everyday word with a capital letter stands before that heads no body: "Freaky Friday", "Cafe Monday"."""
    word = place.name_before
    if not word or word.lower() in place.lexicon.guards["heads_before_weekdays"]:
        return False
    if not is_common_word(place, word):
        return False
    names = load_names(place.lexicon.settings["language"])
    assert names is not None
    return word not in names.organisation_heads | names.bodies | names.place_last_words | names.given_names


def is_called_so(place: Place) -> bool:
    """Tell whether what stands before says that a name follows: "called Tuesday", "the film Friday"."""
    guards = place.lexicon.guards
    is_adverb = place.atom.guard == "weekday_alone" and (place.is_before_stop or place.next in guards["prepositions"])
    if place.word_before.lower() in guards["namers"] and not (place.has_article or is_adverb):
        return True  # but "rescued from the boat Sunday"
    start = place.atom.start
    if _NAMED.search(place.text, max(0, start - _REACH_OF_A_NAMER), start) is None:
        return False
    is_passive = (
        place.head_before in guards["past_auxiliaries"]
    )  # "were named Thursday in a bulletin", not "is called Sunday"
    return place.next in guards["by"] or not (is_adverb and is_passive)


def goes_on_as_name(place: Place, *alone: str) -> bool:
    """Tell whether a name goes on after the word: "Sunday Adelaja", "the Monday Club", "in Friday Harbor"."""
    words = place.lexicon.words
    if not place.goes_on_in_capitals or any(
        place.next in words[table] for table in ("month", "weekday", "part_of_day")
    ):
        return False
    if place.is_after_article and _ENDS_IN_FIGURES.search(place.words):
        return False  # "the April 17 Santiago mining summit"
    guards = place.lexicon.guards
    run = _CAPITALS_AFTER.match(place.text, place.atom.end)
    words_after = [] if run is None else [word.strip(".,;'’").lower() for word in run[1].split()]
    if run is not None and (run[2] in guards["dated_nouns"] or _heads_a_date(place, words_after)):
        return False  # "the July G20 meeting"
    if words_after and (words_after[0] in guards["places_after"] or words_after[0] in guards["titles_after"]):
        return True
    before = place.word_before.lower()
    is_alone = not place.is_after_article and any(before in guards[name] for name in alone)
    if is_alone or place.context.modified or place.is_in_headline:
        return False
    return before not in guards["reporting"]


def _heads_a_date(place: Place, words: list[str]) -> bool:
    """Tell whether a name ends in what has a date: "the Spring Offensive", not "November Rain", "the Sunday Trading Act"."""
    dated = place.lexicon.guards["dated_nouns"]
    if place.atom.guard == "season_alone" and words[0] in place.lexicon.guards["event_nouns"]:
        return True
    if place.atom.guard == "holiday" and words[0] in place.lexicon.guards["event_nouns"]:
        return False  # "the Easter Rebellion"
    if len(words) == 1:
        if words[0] in place.lexicon.guards["places_after"]:
            return False  # "Black Friday Records"
        return words[0] in dated and place.words not in place.lexicon.words["month"]
    return not dated.isdisjoint(words[1:])


def is_in_place_name(place: Place) -> bool:
    """Tell whether a state or a country stands behind, as behind a town: "in Christmas, Florida,"."""
    return _PLACE_AFTER.match(place.text, place.atom.end) is not None and place.folded[place.atom.end] == ","


def is_person(place: Place) -> bool:
    """Tell whether what stands behind is said of a person: "April and her sister", "June, a nurse", "April nodded"."""
    guards = place.lexicon.guards
    if place.before_in("epithets"):
        return True
    if place.folded.startswith(" and ", place.atom.end):
        return place.folded[place.atom.end + 5 : place.atom.end + 17].split(" ")[0] in guards["persons"]
    return place.next in guards["person_verbs"] or _APPOSED.match(place.folded, place.atom.end) is not None


def follows_title_word(place: Place) -> bool:
    """Tell whether a small word with a capital letter stands before within a sentence: "Any Given Sunday"."""
    is_adjective = place.before_in("title_adjectives") and place.word_before[:1].isupper()
    return is_adjective or place.name_before.lower() in place.lexicon.guards["name_small_words"]


def is_somebodys_work(place: Place) -> bool:
    """Tell whether a person's name in the genitive stands before: "Joyce Maynard's Labor Day", not "Ukraine's Independence Day"."""
    match = _OWNER_BEFORE.search(place.text, max(0, place.atom.start - _REACH_OF_A_NAMER), place.atom.start)
    if match is None or not place.is_capital or place.is_in_headline:
        return False
    return match[1] in _all_given_names(place.lexicon.settings["language"])


def owns_a_title(place: Place) -> bool:
    """Tell whether a title goes on after a genitive: "Wednesday's Child", "December's Children", not "Friday's Guardian"."""
    match = _TITLE_AFTER.match(place.text, place.atom.end)
    if match is None or place.is_in_headline or match[2] in place.lexicon.guards["dated_nouns"]:
        return False
    if place.has_article:
        return True  # "the Winter's Tale"
    return is_common_word(place, match[1])


def _heads_a_place(place: Place) -> bool:
    return place.goes_on_in_capitals and place.next in place.lexicon.guards["places_after"]


def is_title(place: Place) -> bool:
    """Tell whether a word of no capitals of its own has one within a sentence, as titles have: "ABC's This Week"."""
    start = place.context.start
    if not place.is_capital or place.is_shouted:
        return place.is_shouted and _SOURCE_BEFORE.search(place.text, max(0, start - _BEFORE_TITLE), start) is not None
    is_one_word = " " not in place.words  # "Tomorrow's World", "Tomorrow Group", but "this year's Word of the Year"
    if is_by_somebody(place) or (is_one_word and (owns_a_title(place) or _heads_a_place(place))):
        return True
    if place.has_article:
        return True  # "the Today programme"
    if place.next_is_capital and place.next in place.lexicon.guards["titles_begin"]:
        return True  # "Tomorrow Never Dies"
    before = _WITHIN_SENTENCE.search(place.text, max(0, start - _BEFORE_TITLE), start)
    if before is None or before[1].lower() in place.lexicon.guards["reporting"]:
        return False
    return not place.is_in_headline


def is_known_name(place: Place, word: str) -> bool:
    """Tell whether the gazetteer has the word: a place, a body, a people."""
    names = load_names(place.lexicon.settings["language"])
    return names is not None and (names.is_known_word(word) or word in names.demonyms)


def unknown_head(place: Place) -> str:
    """Return the word before where a sentence begins with it and no prose has it without a capital: "Constance August keeps"."""
    word = place.word_before
    if not word[:1].isupper() or not place.lexicon.settings["capitals_name"]:
        return ""
    if place.is_in_headline or word.isupper() or is_common_word(place, word):
        return ""
    return word


def is_common_word(place: Place, word: str) -> bool:
    """Tell whether prose has the word without a capital letter."""
    return word.lower() in _common_words(place.lexicon.settings["language"])


def is_by_somebody(place: Place) -> bool:
    """Tell whether who made it follows at once: "Last Christmas by Wham!"."""
    return _BY_SOMEBODY.match(place.text, place.atom.end) is not None


def has_capital_within(place: Place, *tables: str) -> bool:
    """Tell whether a word after the first has a capital letter that it needs not: "the Seven Years' War", "Eight Days a Week"."""
    if not place.lexicon.settings["capitals_name"]:
        return False
    words = place.text[place.atom.start : place.atom.end].replace("-", " ").split()[1:]
    capitals = [word.rstrip(",.").lower() for word in words if word[0].isupper() and not word.isupper()]
    known = [place.lexicon.words[table] for table in tables]
    return any(word in table for word in capitals for table in known) and not place.is_in_headline
