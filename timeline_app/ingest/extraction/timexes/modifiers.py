"""What stands to the left of an expression and belongs to it: "early", "the end of", "about"; or opens it: "since", "until"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.readings import (
    CalendarDate,
    Clock,
    Length,
    PartOfYear,
    Reading,
    Recurring,
    Shifted,
    Years,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon, PhraseTable
    from timeline_app.ingest.extraction.timexes.matcher import Atom

_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]*)*")
_REACH = 40
_LONGEST = 4
QUANTIFIERS = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})


@dataclass(frozen=True, slots=True)
class Context:
    """An expression's left side: where it begins with what belongs to it, TIMEX3's mod, and the side that is open.

    `previous` is the word before all that.
    """

    start: int
    mod: str = ""
    modified: bool = False
    opens: str = ""
    previous: str = ""


def left_context(atom: Atom, folded: str, lexicon: Lexicon) -> Context:
    """Read what stands to the left of an expression, within its line."""
    start = atom.start - _has_apostrophe(atom, folded)
    plain = _plain_word_before(folded, start)
    if plain and plain not in lexicon.words_before:
        after = lexicon.openers_after.match(folded, atom.end)
        return Context(start, opens=lexicon.words["opens_after"][after[1]] if after else "", previous=plain)
    left = folded[max(0, start - _REACH) : start]
    left = left[left.rfind("\n") + 1 :]
    offset = start - len(left)
    words = [(match[0], offset + match.start(), offset + match.end()) for match in _WORD.finditer(left)]
    if words and not _adjacent(folded, words[-1][2], start):
        return Context(start)
    for i in range(len(words) - 1, 0, -1):
        if not _adjacent(folded, words[i - 1][2], words[i][1]):
            del words[:i]
            break
    mod, modified = "", False
    articled = _take_article(words, lexicon)
    start = start if articled is None else articled
    for _ in range(2):
        found = _take(words, lexicon.modifiers, folded, start)
        if found is None:
            break
        value, at = found
        is_phrase = " " in folded[at:start].strip()  # "on or about 5 May", not "about 5 May"
        if value in QUANTIFIERS and (articled is not None or not (is_phrase or _countable(atom.reading))):
            break
        if isinstance(atom.reading, Length) and value not in QUANTIFIERS:
            break
        mod, modified, start = mod or value, True, at
        del words[next(i for i, word in enumerate(words) if word[1] >= at) :]
        article = _take_article(words, lexicon)
        start = start if article is None else article
    opens = _opens(words, atom, folded, start, lexicon)
    previous = words[-1][0] if words and _adjacent(folded, words[-1][2], start) else ""
    if articled is not None and not modified and _is_bare_year(atom.reading):
        start = atom.start  # "the 1988 Olympics": the article is the noun's
    return Context(start, mod, modified, opens, previous)


def _has_apostrophe(atom: Atom, folded: str) -> bool:
    """Tell whether an apostrophe stands for the century: "the early '80s"."""
    if folded[atom.start - 1 : atom.start] != "'" or not isinstance(atom.reading, CalendarDate | Years):
        return False
    return not folded[max(0, atom.start - 2) : atom.start - 1].strip(" (")


def _plain_word_before(folded: str, start: int) -> str:
    """Return the word of letters that a single blank parts from a place; empty where something else stands there."""
    if folded[start - 1 : start] != " ":
        return ""
    word = folded[folded.rfind(" ", max(0, start - _REACH), start - 1) + 1 : start - 1]
    return word if word.isalpha() else ""


def _opens(words: list[tuple[str, int, int]], atom: Atom, folded: str, start: int, lexicon: Lexicon) -> str:
    found = _take(words, lexicon.openers, folded, start)
    if found is not None:
        return found[0]
    after = lexicon.openers_after.match(folded, atom.end)
    return lexicon.words["opens_after"][after[1]] if after else ""


def _adjacent(folded: str, end: int, start: int) -> bool:
    return folded[end:start] in (" ", "-", "  ", ". ", "")  # "c1500"


def _take_article(words: list[tuple[str, int, int]], lexicon: Lexicon) -> int | None:
    """Take an article off the words and return where it begins."""
    if not words or words[-1][0] not in lexicon.articles:
        return None
    at = words[-1][1]
    del words[-1]
    return at


def _take(words: list[tuple[str, int, int]], table: PhraseTable, folded: str, start: int) -> tuple[str, int] | None:
    if not words or words[-1][0] not in table.last_words or not _adjacent(folded, words[-1][2], start):
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join([word for word, _, _ in words[-count:]])
        if phrase in table.phrases:
            return table.phrases[phrase], words[-count][1]
    return None


def _is_bare_year(reading: Reading) -> bool:
    return isinstance(reading, CalendarDate) and reading.month is None and reading.day is None


def _countable(reading: Reading) -> bool:
    """Tell whether "about" or "nearly" can go with it: a year, a length, a time by the clock."""
    if isinstance(reading, CalendarDate):
        return reading.year is not None and reading.day is None
    return isinstance(reading, Years | Clock | Length | Recurring | PartOfYear) or (
        isinstance(reading, Shifted) and abs(reading.count) >= 1
    )
