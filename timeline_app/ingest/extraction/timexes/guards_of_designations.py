"""Figures in names of a book, a plan, a street, a model: "Orwell's 1984", "Vision 2030", "1600 Pennsylvania Avenue"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil
from timeline_app.ingest.extraction.timexes.guards_of_names import is_by_somebody, is_common_word, is_known_name
from timeline_app.ingest.extraction.timexes.guards_of_predicates import is_said_to_be_thing

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_DESIGNATION = re.compile(r" [A-Z]{2}\d+(?![A-Z\d])")  # the asteroid "2014 JO25", not "the 2009 H1N1 outbreak"
_MODEL_BEFORE = re.compile(r"\b(?:[Aa]n?|his|her|my|their) (?:[A-Z][\w-]* ){1,2}$")  # "a Ford 2000 tractor"
_FOREIGN_DAY_BEFORE = re.compile(r"\b\d{1,2} (?:de )?[A-Z][a-zé]+ (?:de )?$")  # "Place du 8 Mai 1945"
_FILM_AFTER = re.compile(r" \([12]\d{3}\)")  # "1917 (2019)"
_YEAR_LISTED = re.compile(r", (?:and |or )?[12]\d{3}(?!\d)")  # "the 2014, 2018 and 2022 seasons"
_ANOTHERS_WORK = re.compile(r",? and [A-Z][\w-]+['’]s [A-Z]")
_NEXT_TWO = re.compile(r" ([a-z]+) ([a-z]+)")
_IN_BRACKETS = re.compile(r"\([^()\n]*$")
_CAPITALS_AFTER = re.compile(r"(?: [A-Z][\w.']*){1,4}")
_REACH_OF_A_BRACKET = 160
_REACH = 40  # characters
_YEARS_OF_NEWS = 2
_YEARS_OF_EVENTS = 10  # an event that is named with its year lies no further ahead


def names_a_plan(place: Place, year: int) -> bool:
    """Tell whether the year is part of a name, as plans have it: "Vision 2030", "the 2030 Agenda"."""
    if place.next_in("after_planned_year", "clubs_of_years") and place.next_is_capital:
        return True  # "the 2030 Agenda", "the 2040 Club"
    published = place.published
    if published is None or published.start is None or place.context.modified or place.context.opens:
        return False
    years_ahead = year - civil(published.start).year
    return (
        years_ahead > 0
        and not place.before_in("named_events")
        and (year % 5 == 0 or years_ahead > _YEARS_OF_EVENTS)
        and place.previous_is_capital
        and place.folded[place.context.start - 1] == " "
        and not place.after("prepositions")
    )


def names_a_work(place: Place) -> bool:
    """Tell whether the figures are the title of somebody's book or the designation of a thing: "Orwell's 1984 is"."""
    if _DESIGNATION.match(place.text, place.atom.end) or _FILM_AFTER.match(place.folded, place.atom.end):
        return True
    if not place.word_before and is_by_somebody(place):
        return True  # "1989 by Taylor Swift wins"
    if place.has_article and _is_alone(place):
        return True  # "the 1975 headlined the festival"
    return _is_model(place) or _is_somebodys_work(place) or is_said_to_be_thing(place)


def _is_somebodys_work(place: Place) -> bool:
    """Tell whether the figures behind a name's genitive are no date of a noun: "Bertolucci's 1900 runs longer"."""
    if not place.context.previous.endswith("'s"):
        return False
    if not place.previous_is_capital:
        is_told = (
            place.lexicon.tense.is_past(place.next) and place.word_after_next in place.lexicon.guards["function_words"]
        )
        return is_told or place.next_in("after_work")  # "the novelist's 1939 is set on one island"
    is_free = place.next_in("function_words") and not place.next_in("coordinators")
    if (
        place.is_before_stop
        or is_free
        or place.next_in("after_work")
        or _ANOTHERS_WORK.match(place.text, place.atom.end)
    ):
        return True
    is_past = place.lexicon.tense.is_past
    after = place.word_after_next
    end = place.next_start + len(place.next)
    if after in place.lexicon.guards["function_words"] or place.folded[end : end + 1] in (".", ";"):
        return is_past(place.next)  # "Emmerich's 2012 drowned all of them", "Spielberg's 1941 flopped."
    return place.next.endswith("s") and after.isalpha() and not (place.next_is_capital or is_past(after))


def _is_model(place: Place) -> bool:
    """Tell whether a maker's name stands before: "a Ford 2000 tractor", "the Canon 1990", not "the Expo 2020"."""
    start = place.context.start
    first = max(0, start - _REACH)
    if place.previous_is_capital and _MODEL_BEFORE.search(place.text, first, start):
        return not place.before_in("named_with_year", "named_events")  # "their UEFA Euro 2012 match"
    if _FOREIGN_DAY_BEFORE.search(place.text, first, start):
        return True
    return _is_numbered(place)


def _is_numbered(place: Place) -> bool:
    """Tell whether a name that happens in no year stands before: "Delta 1985", "the Canon 1990", not "the Expo 2020"."""
    word = place.word_before
    if place.head_before in place.lexicon.guards["clubs"] and word[:1].isupper():
        return True  # "SC Freiburg 1904"
    if not word[:1].isupper() or place.context.modified or place.next_is_capital or place.is_in_headline:
        return False
    is_verb = place.next.endswith("s") or place.lexicon.tense.is_past(place.next)
    is_subject = is_verb and not place.next_in("dated_plurals", "event_verbs")  # "Kiosk 2009 sells papers"
    is_ended = place.is_before_stop or place.next_in("prepositions", "time_verbs", "function_words", "seldom")
    if not (is_subject or is_ended):
        return False
    start = place.atom.start
    is_cited = _IN_BRACKETS.search(place.text, max(0, start - _REACH_OF_A_BRACKET), start) is not None
    return not (is_cited or _is_of_the_day(place) or _has_years(place, word))


def _has_years(place: Place, word: str) -> bool:
    """Tell whether a year can follow a word with a capital letter: "In 2010", "the Expo 2020", "Sochi 2014", "So 2009"."""
    small = word.lower()
    lists = ("named_with_year", "prepositions", "before_years", "coordinators")
    if word.endswith(("'s", "’s")) or any(small in place.lexicon.guards[name] for name in lists):
        return True
    if small in place.lexicon.words["month"] or is_known_name(place, word):
        return True
    return word != place.name_before and is_common_word(place, word)


def _is_of_the_day(place: Place) -> bool:
    """Tell whether the year is about that of the publication: what has it in its name takes place in it, as "Zapad 2021" did."""
    if place.published is None or place.published.start is None:
        return False
    return abs(civil(place.published.start).year - int(place.words)) <= _YEARS_OF_NEWS


def _is_alone(place: Place) -> bool:
    """Tell whether no noun follows a figure with an article: "the 7110 and the 1100.", not "the 2019 and 2020 seasons"."""
    if place.context.modified:
        return False
    if place.is_before_stop:
        return _YEAR_LISTED.match(place.folded, place.atom.end) is None
    after = _NEXT_TWO.match(place.folded, place.atom.end)
    return (
        after is not None and place.lexicon.tense.is_past(after[1]) and after[2] in place.lexicon.guards["after_verbs"]
    )


def is_address(place: Place) -> bool:
    """Tell whether a street follows: "1600 Pennsylvania Avenue"."""
    run = _CAPITALS_AFTER.match(place.text, place.atom.end)
    streets = place.lexicon.guards["streets"]
    return run is not None and any(
        word.lower() in streets or word.lower().rstrip(",.;)") in streets for word in run[0].split()[1:]
    )
