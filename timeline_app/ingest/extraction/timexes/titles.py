"""Titles of works in quotation marks, whose words of time are of no time: "The Last Days of Disco", the novel "November"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.readings import CalendarDate, Reading

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon

_REACH = 60
_MARKS = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}
_OPENING = re.compile(r"(?:(?<=[\s(])|^)[\"“‘«„][^\"“”‘«»„\n]*$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST_SMALL_WORD = 3  # letters: "of", "the"
_AFTER_NOUN = re.compile(r"[^\W\d_]+['’]?s? $")
_MOST_WORDS = 9


def is_in_title(text: str, start: int, end: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Tell whether an expression stands within quotation marks all of whose longer words begin with a capital letter.

    A whole date means its day there too: "Report of 3 March 2014". Nor is a title what is said: after a comma or a colon, or with a
    comma at its end, nor what happened: the "Spring Offensive".
    """
    if isinstance(reading, CalendarDate) and reading.year is not None and reading.month is not None:
        return False
    left = text[max(0, start - _REACH) : start]
    opening = _OPENING.search(text, max(0, start - _REACH), start) if any(mark in left for mark in _MARKS) else None
    if opening is None:
        return False
    first = opening.start()
    closing = text.find(_MARKS[text[first]], end, end + _REACH)
    quoted = text[first + 1 : closing]
    if closing < 0 or "\n" in quoted or quoted[-1] in ",;:":
        return False
    words = _WORD.findall(quoted)
    if len(words) > _MOST_WORDS or not all(word[0].isupper() or _may_be_small(word) for word in words[1:]):
        return False
    if not lexicon.guards["event_nouns"].isdisjoint(word.lower() for word in words):
        return False
    return not words[0][0].islower() and (
        len(words) > 1 or _AFTER_NOUN.search(text, max(0, first - _REACH), first) is not None
    )


def _may_be_small(word: str) -> bool:
    return len(word) <= _LONGEST_SMALL_WORD or word[0].isdigit()
