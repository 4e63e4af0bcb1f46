"""Words of time in names: which of them begin a person's, an institution's or a programme's name.

"Agent Friday", "the Monday Club", "Wednesday Addams is", "Friday Harbor", "ABC's This Week" end here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_WITHIN_SENTENCE = re.compile(r"([^\W_]+)['’]?s?['’]?(?: [\"“'‘`]{1,2})? ?(?<=\W)$")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?\"”] |\n)$")
_NAME_AND_VERB = re.compile(r" [A-Z][a-z]+ [a-z]+(?<!ly)(?<!the)\b")  # "Addams is"
_BEFORE_TITLE = 20
_REACH_OF_A_HEADLINE = 100


def names_somebody(place: Place) -> bool:
    """Tell whether a form of address stands before: "Ms April", "Agent Friday"."""
    return (
        place.is_capital and place.previous_is_capital and place.context.previous in place.lexicon.guards["honorifics"]
    )


def names_an_institution(place: Place) -> bool:
    """Tell whether a name goes on after the word: "the Monday Club", "in Friday Harbor", "the Sunday Times"."""
    if not place.next_is_capital or place.folded[place.atom.end] != " ":
        return False
    guards = place.lexicon.guards
    return (
        place.next in guards["titles_after"]
        or place.next in guards["named_places"]
        or place.context.previous in guards["places_before"]
        or _is_named_after(place)
    )


def _is_named_after(place: Place) -> bool:
    """Tell whether a person's or an institution's name begins with the word: "the Monday Club", "Wednesday Addams is"."""
    articles = place.lexicon.articles
    if place.folded[place.context.start : place.atom.start].strip() in articles:
        return not _is_in_headline(place)
    return begins_a_name(place)


def begins_a_name(place: Place) -> bool:
    """Tell whether a sentence begins with the word and a name goes on after it: "January Jones starred"."""
    if _NAME_AND_VERB.match(place.text, place.atom.end) is None:
        return False
    start = place.context.start
    return _SENTENCE_BEFORE.search(place.text, max(0, start - 3), start) is not None


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
    return not _is_in_headline(place)


def _is_in_headline(place: Place) -> bool:
    first = max(0, place.atom.start - _REACH_OF_A_HEADLINE)
    line = place.text[first : place.atom.start].rpartition("\n")[2].split()
    return 2 * sum(word[0].isupper() for word in line) >= len(line) + 2
