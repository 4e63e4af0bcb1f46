"""Seasons and feasts: which of their names, standing by themselves, are of time.

"In the fall", not "the fall of Rome" nor "a steel spring"; "at Easter", not "Coach Easter" nor "in Christmas, Florida".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.guards_of_names import (
    follows_common_word,
    follows_title_word,
    is_by_somebody,
    is_in_place_name,
    is_of_a_people,
    is_person,
    names_something,
    unknown_head,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_BEFORE_FEAST = ("holiday, ", "it's ", "it is ", "it was ", "today is ", "today was ")


def is_season(place: Place) -> bool:
    """Tell whether a season's name is a season: not "the fall of Rome", "Summer Bailey", "a steel spring"."""
    guards = place.lexicon.guards
    if names_something(place, "before_seasons") or follows_title_word(place) or _is_name(place):
        return False
    if place.next in guards["event_nouns"] or (place.has_article and place.next in guards["dated_nouns"]):
        return place.context.previous not in guards["named_seasons"]  # "the Spring Offensive"
    is_of_thing = place.is_said_of_noun and not place.next_in("dated_nouns", "time_verbs", "arrivals")
    if place.next in guards["of"] or (is_of_thing and not place.before_in("before_seasons")):
        return False  # "the winter wheat"
    return place.context.modified or place.follows_time or _is_part_of_year(place)


def _is_name(place: Place) -> bool:
    """Tell whether a season with a capital letter is a name: "Spring, Texas", "Autumn, then three"."""
    if not place.is_capital or place.next in place.lexicon.guards["event_nouns"]:
        return False
    if place.next_is_capital or is_in_place_name(place) or is_person(place):
        return True
    if place.name_before and not is_of_a_people(place):
        return not place.before_in("before_seasons")  # "the Peace Spring operation"
    if place.has_article or place.opens_sentence or place.context.modified or place.is_in_headline:
        return False
    return place.word_before.lower() not in place.lexicon.guards["before_seasons"]


def _is_part_of_year(place: Place) -> bool:
    """Tell whether a season has beside it what a season has; a fall and a spring, which are things too, need more."""
    guards = place.lexicon.guards
    if place.words not in guards["ambiguous_seasons"]:
        return place.has_article or place.context.previous in guards["determiners"]
    if (
        place.next in guards["not_after_season"]
        and not place.text[place.next_start + len(place.next) + 1 :][:1].isupper()
    ):
        return False  # "the fall in prices"; but "the fall in New England"
    if not place.word_before and not place.has_article and place.next in guards["season_verbs"]:
        return True  # "spring has come"
    return (
        place.word_before.lower() in guards["before_springs"]
        or bool(place.context.opens)
        or (place.has_article and place.next in guards["arrivals"])
    )


def is_holiday(place: Place) -> bool:
    """Tell whether a well-known day means the day: not "Easter Island", "in Christmas, Florida", "he directed Halloween"."""
    guards = place.lexicon.guards
    is_name_too = " " not in place.words or place.words in guards["titles_of_works"]
    if not place.is_capital and is_name_too:
        return False  # "a prayer of thanksgiving", "a nor'easter"
    if names_something(place, "feasts_alone") or follows_title_word(place) or is_by_somebody(place):
        return False
    if unknown_head(place) and not is_of_a_people(place) and not place.word_before.endswith(("'s", "’s")):
        return False  # "Hermione Easter, a dentist"
    if follows_common_word(place) and not (is_of_a_people(place) or place.before_in("of_feasts", "before_feasts")):
        return False  # "The Long Good Friday"
    if _is_town(place) or _is_said_of_thing(place) or place.head_before in guards["votes"]:
        return False  # "turkeys do not vote for Christmas"
    return not is_name_too or _is_beside_feast(place)


def _is_town(place: Place) -> bool:
    """Tell whether a town is named after a feast: "in Christmas, Florida"."""
    guards = place.lexicon.guards
    before = place.word_before.lower()
    if before in guards["of"]:
        return is_in_place_name(place)
    if before in guards["before_feasts"] or before not in guards["places_before"]:
        return False
    return place.next not in guards["dated_nouns"]


def _is_said_of_thing(place: Place) -> bool:
    """Tell whether a thing of the feast follows: "a Christmas tree", "the Easter eggs"; but "the Easter weekend"."""
    guards = place.lexicon.guards
    if not place.next or place.ends_phrase or place.folded[place.atom.end] not in " -":
        return False
    is_day = place.before_in("before_weekdays") and " " in place.words  # "on Christmas Eve trees were sold"
    if place.next in guards["not_after_holiday"] and not is_day:
        return True
    if place.has_article:
        return not place.next_in("after_feast", "dated_nouns")
    if " " in place.words or place.before_in("before_feasts"):
        return False
    return place.is_said_of_noun and not place.next_in("after_feast", "dated_nouns", "time_verbs")


def _is_beside_feast(place: Place) -> bool:
    """Tell whether a feast that is a film or a person too stands where a day does: "at Easter", "their Independence Day"."""
    guards = place.lexicon.guards
    before = place.word_before.lower()
    if place.name_before.lower() in guards["it_is"]:
        return False  # "Do They Know It's Christmas?"
    if place.opens_sentence and (
        place.next in guards["time_verbs"] or place.folded[place.atom.end :][:1] in (",", ":")
    ):
        return True
    return (
        place.context.modified
        or bool(place.context.opens)
        or place.follows_time
        or place.before_in("before_feasts", "of_feasts")
        or before.endswith(("'s", "’s", "est", "th"))
        or place.folded.endswith(_BEFORE_FEAST, 0, place.context.start)
        or place.next in guards["dated_nouns"]
        or is_of_a_people(place)
    )
