"""Cuts a text into the tokens that names are made of, in one pass, and marks where capitals say nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon


class Token(NamedTuple):
    """One word or sign; typewriter apostrophes in `word` whatever the text has.

    `is_first` marks the first word of a sentence or quotation, where a capital is due to its place. `is_loud` marks a sentence
    in capitals or in the title case of headlines, where capitals mean nothing at all. `joins` says that nothing but one
    blank, or a line end within prose, separates the token from the one before, in the same sentence.
    """

    start: int
    end: int
    word: str
    is_capital: bool
    is_first: bool
    is_loud: bool
    joins: bool


_Piece: TypeAlias = tuple[int, int, str, str | None]
"""Start, end, text, and "address" where nothing in the piece is a name."""

_OPENING = frozenset("“\"‘«([•·–—:*-'|/>#")


@cache
def _pattern(abbreviations: frozenset[str], hyphen_tails: frozenset[str]) -> re.Pattern[str]:
    short = "|".join(re.escape(a) for a in sorted(abbreviations, key=len, reverse=True))
    tails = "|".join(sorted(hyphen_tails))
    # Addresses, handles and tags are one token, so that no name is found inside. The bounds keep the search linear.
    # The first alternative, a word with a blank or comma behind it, needs none of the others: it is most of a text.
    address = (
        r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}|[@#]\w+|\w{1,63}(?:\.\w{1,63}){0,3}\.(?:com|org|net|gov)\b"
    )
    # Not possessive: Python 3.11 before 3.11.5 matches possessive groups wrongly (gh-106052). Nothing follows that could backtrack.
    word = rf"\w+(?:(?:['’](?![sS]\b)|[-‑](?!(?:{tails})\b|[^\W\d_]\.\w)|&)\w+)*"
    return re.compile(
        rf"\w++(?=[ \n,;)])|(?P<address>{address})"
        rf"|(?:[^\W\d_]\.){{2,}}|(?=[A-Z])(?:{short})(?=\s|,|$)|\b[^\W\d_a-z]\.(?=\s|-)|['’][sS]\b|{word}|\S"
    )


def tokenise(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> list[Token]:
    """Return the tokens of all sentences in order."""
    pattern = _pattern(lexicon.abbreviations, lexicon.hyphen_tails)
    tokens: list[Token] = []
    for start, end in sentences:
        tokens += _sentence(text, start, end, pattern, lexicon)
    return tokens


def _sentence(text: str, start: int, end: int, pattern: re.Pattern[str], lexicon: Lexicon) -> list[Token]:
    found: list[_Piece] = []
    for match in pattern.finditer(text, start, end):
        pieces = _pieces(match, lexicon) if "-" in match.group() and not match.lastgroup else None
        found += pieces or [(match.start(), match.end(), match.group(), match.lastgroup)]
    loud = _is_loud(
        [word for _, _, word, group in found if not group and word[0].isalpha()], text[end - 1 : end], lexicon
    )
    tokens = []
    first, before = True, start
    for at, till, raw, group in found:
        is_word = group is None and raw[0].isalnum()
        joins = at == before or (at - before < 3 and not _ends_heading(text, before, at, lexicon.particles))
        word = raw.replace("’", "'") if "’" in raw else raw
        tokens.append(
            Token(at, till, word, is_word and _is_capital(raw), first and is_word, loud, joins and at > start)
        )
        first = not is_word and raw in _OPENING
        before = till
    return tokens


def _pieces(match: re.Match[str], lexicon: Lexicon) -> list[_Piece] | None:
    """Take apart what a hyphen joins for the moment: UK-India relations, pro-Israel; not Guinea-Bissau, Jean-Claude."""
    word = match.group()
    parts = word.split("-")
    capitals = [part for part in parts if part[:1].isupper()]
    joined = all(lexicon.is_known_word(part) or part in lexicon.demonyms for part in capitals)
    if lexicon.is_known_word(word) or not joined or not any(map(lexicon.is_known_word, capitals)):
        return None
    pieces: list[_Piece] = []
    at = match.start()
    for part in parts:
        if pieces:
            pieces.append((at - 1, at, "-", None))
        if part:
            pieces.append((at, at + len(part), part, None))
        at += len(part) + 1
    return pieces


def _ends_heading(text: str, before: int, at: int, particles: frozenset[str]) -> bool:
    """Tell whether a line end lies between that was meant: one after a line of capitals, as in a heading or an address."""
    if "\n" not in text[before:at]:
        return False
    line = text[
        max(text.rfind("\n", max(0, before - _LONGEST_HEADING), before), before - _LONGEST_HEADING) + 1 : before
    ]
    words = line.split()
    return len(words) > 1 and not any(word[0].islower() and word not in particles for word in words)


_LONGEST_HEADING = 200


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        return True
    # al-Assad, el-Sisi, d'Ivoire, iPhone: a capital after a hyphen, an apostrophe or one small letter.
    head, hyphen, tail = word.partition("-")
    if hyphen and tail[:1].isupper():
        return head in _ARTICLES
    return len(word) > 2 and word[1] in "'’" and word[2].isupper()


_ARTICLES = frozenset({"sub", "al", "el", "ar", "as", "ash", "an", "at", "ad", "az", "ul", "ibn", "bin"})


def _is_loud(words: list[str], last: str, lexicon: Lexicon) -> bool:
    """Tell whether the sentence is in capitals, or a headline in title case: no full stop, small function words only."""
    if len(words) > 2 and all(map(str.isupper, words)) and any(word.lower() in lexicon.common_words for word in words):
        return True
    long = [word for word in words if len(word) > 3]
    if len(words) < 4 or len(long) < 3 or sum(word[0].isupper() for word in long) < 0.8 * len(long):
        return False
    if sum(word.isupper() for word in long) >= 0.7 * len(long):
        return True
    if last == "." or any(word[0].islower() and word.capitalize() not in lexicon.junk_words for word in words):
        return False
    ordinary = sum(word.lower() in lexicon.common_words for word in long[1:])
    return ordinary >= 2 and ordinary >= 0.4 * len(long) and len(words) > 5
