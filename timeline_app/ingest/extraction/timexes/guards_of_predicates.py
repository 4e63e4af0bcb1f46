"""What a clause says of a word of time: that it is a film, a person, a horse.

"Halloween is the first of Carpenter's films", "2046 is Wong Kar-wai's most lavish picture", "Monday directed by" end here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.place import Place

_IS = re.compile(
    r"(?:(?: (?:in|of|on|the))* [A-Z][\w'’-]*){0,3} (?:is|was) (?:an?|the|one of|[A-Z][\w’'. -]{1,30}['’]s)\b([^.,;:!?()\n]{1,60})"
)
_NOUN = re.compile(
    r"([a-z]+)(?= (?:by|with|about|in|of|from|for|at|that|which|who|set|starring|directed|called|and)\b|$)"
)
_MADE = re.compile(r",? (?:starring|directed by|written by|produced by|has been (?:recorded|covered|sung|filmed) by)\b")


def is_made_by_somebody(place: Place) -> bool:
    """Tell whether who made it follows: "Yesterday has been recorded by Ray Charles", "Tonight Josephine is a bar"."""
    return _MADE.match(place.text, place.atom.end) is not None or (
        place.goes_on_in_capitals and is_said_to_be_thing(place)
    )


def is_said_to_be_thing(place: Place) -> bool:
    """Tell whether a clause that begins with the word says that it is a thing or a person: "Easter Monday was a horse"."""
    if _MADE.match(place.text, place.atom.end):
        return True
    clause = _IS.match(place.text, place.atom.end)
    if clause is None or place.word_before.islower():
        return False
    things = place.lexicon.guards["things_with_names"]
    return any(noun in things for noun in _NOUN.findall(clause[1]))
