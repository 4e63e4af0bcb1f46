"""Cuts a text into the tokens that names are made of, in one pass, and marks where capitals say nothing.

Tokens are kept as columns, not as objects: a text has a thousand of them, and few are ever looked at.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, compress
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon


@dataclass(slots=True)
class Tokens:
    """The words and signs of a text, by their number; typewriter apostrophes in `words` whatever the text has.

    `starts` and `ends` are positions in the text. `capitals` says which words count as written with a capital. `openers` are the
    first words of a sentence or quotation, where a capital is due to its place. `loud` are those of a sentence in capitals or in
    the title case of headlines, where capitals mean nothing at all. `joined` says that nothing but one blank, or a line end within
    prose, separates the token from the one before, in the same sentence.
    """

    words: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    capitals: list[bool] = field(default_factory=list)
    openers: list[bool] = field(default_factory=list)
    loud: list[bool] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def numbers_of_capitals(self) -> list[int]:
        """Return the numbers of the words that are written with a capital."""
        return list(compress(range(len(self.words)), self.capitals))


_OPENING = frozenset("“\"‘«([•·–—:*-'|/>#")


@cache
def _pattern(abbreviations: frozenset[str], hyphen_tails: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a blank and a token; its groups: the blank, the token, and the token again where it is an address."""
    short = "|".join(re.escape(a) for a in sorted(abbreviations, key=len, reverse=True))
    tails = "|".join(sorted(hyphen_tails))
    # Addresses, handles and tags are one token, so that no name is found inside. The bounds keep the search linear.
    # The blank is taken in because to search for the next token from it is dear.
    # The first alternative, a word with a blank or comma behind it, needs none of the others: it is most of a text.
    address = (
        r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}|[@#]\w+|\w{1,63}(?:\.\w{1,63}){0,3}\.(?:com|org|net|gov)\b"
    )
    # Not possessive: Python 3.11 before 3.11.5 matches possessive groups wrongly (gh-106052). Nothing follows that could backtrack.
    word = rf"\w+(?:(?:['’](?![sS]\b)|[-‑](?!(?:{tails})\b|[^\W\d_]\.\w)|&)\w+)*"
    return re.compile(
        rf"( ?)(\w++(?=[ \n,;)])|({address})"
        rf"|(?:[^\W\d_]\.){{2,}}|(?=[A-Z])(?:{short})(?=\s|,|$)|\b[^\W\d_a-z]\.(?=\s|-)|['’][sS]\b|{word}|\S)"
    )


def tokenise(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Tokens:
    """Return the tokens of all sentences in order."""
    pattern = _pattern(lexicon.abbreviations, lexicon.hyphen_tails)
    tokens = Tokens()
    for start, end in sentences:
        _add_sentence(tokens, text, start, end, pattern, lexicon)
    return tokens


def _add_sentence(tokens: Tokens, text: str, start: int, end: int, pattern: re.Pattern[str], lexicon: Lexicon) -> None:
    sentence = text[start:end]
    # To split is to find all tokens without a loop, and the lengths of the pieces are their positions.
    pieces = pattern.split(sentence)
    addresses = pieces[3::4]
    del pieces[3::4]
    if "-" in sentence and any("-" in word and not word.islower() for word in pieces[2::3]):
        pieces, addresses = _taken_apart(pieces, addresses, lexicon)
    gaps, words = pieces[:-1:3], pieces[2::3]
    bounds = list(accumulate(map(len, pieces), initial=start))
    tokens.starts.extend(bounds[2::3])
    tokens.ends.extend(bounds[3::3])
    capitals = [not word.islower() and _is_capital(word) for word in words]
    openers = [False] * len(words)
    openers[:1] = [word[0].isalnum() for word in words[:1]]
    if not _OPENING.isdisjoint(words):
        for i in range(1, len(words)):
            openers[i] = words[i - 1] in _OPENING and words[i][0].isalnum()
    named = words
    if any(addresses):
        named = [word for word, address in zip(words, addresses, strict=True) if not address]
        for i, address in enumerate(addresses):
            if address:
                capitals[i] = openers[i] = False
    tokens.capitals += capitals
    tokens.openers += openers
    tokens.loud += [_is_loud(named, sentence[-1:], lexicon)] * len(words)
    joined = [True] * len(words)
    joined[:1] = [False] * len(words[:1])
    if any(gaps):  # more than one blank, a line end
        for i in range(1, len(words)):
            if gaps[i]:
                before, at = bounds[3 * i], bounds[3 * i + 2]
                joined[i] = at - before < 3 and not _ends_heading(text, before, at, lexicon.particles)
    tokens.joined += joined
    # Each word is kept once: a text of ten million characters has two million words, of which few differ.
    tokens.words += map(intern, [word.replace("’", "'") for word in words] if "’" in sentence else words)


def _taken_apart(
    pieces: list[str], addresses: list[str | None], lexicon: Lexicon
) -> tuple[list[str], list[str | None]]:
    """Take apart what a hyphen joins for the moment: UK-India relations, pro-Israel; not Guinea-Bissau, Jean-Claude."""
    found, marked = list[str](), list[str | None]()
    for at, address in enumerate(addresses):
        gap, blank, word = pieces[3 * at : 3 * at + 3]
        first, *others = [word] if address or "-" not in word else _parts(word, lexicon)
        found += gap, blank, first
        for other in others:
            found += "", "", other
        marked += [address, *[None] * len(others)]
    return [*found, pieces[-1]], marked


def _parts(word: str, lexicon: Lexicon) -> list[str]:
    """Return the parts of a word and the hyphens between them, or the word where it is a name or has none in it."""
    parts = word.split("-")
    capitals = [part for part in parts if part[:1].isupper()]
    joined = all(lexicon.is_known_word(part) or part in lexicon.demonyms for part in capitals)
    if lexicon.is_known_word(word) or not joined or not any(map(lexicon.is_known_word, capitals)):
        return [word]
    return [piece for part in parts for piece in ("-", part) if piece][1:]


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
    if not word[0].isalnum():
        return False
    if word[0].isupper():
        return True
    # al-Assad, el-Sisi, d'Ivoire, iPhone: a capital after a hyphen, an apostrophe or one small letter.
    head, hyphen, tail = word.partition("-")
    if hyphen and tail[:1].isupper():
        return head in _ARTICLES
    return len(word) > 2 and word[1] in "'’" and word[2].isupper()


_ARTICLES = frozenset({"sub", "al", "el", "ar", "as", "ash", "an", "at", "ad", "az", "ul", "ibn", "bin"})


def _is_loud(tokens: list[str], last: str, lexicon: Lexicon) -> bool:
    """Tell whether the sentence is in capitals, or a headline in title case: no full stop, small function words only."""
    long = [word for word in tokens if len(word) > 3 and word[0].isalpha()]
    if sum(map(str.islower, long)) > 0.2 * len(long):  # nearly every sentence
        return False
    words = [word for word in tokens if word[0].isalpha()]
    if len(words) > 2 and all(map(str.isupper, words)) and any(word.lower() in lexicon.common_words for word in words):
        return True
    if len(words) < 4 or len(long) < 3 or sum(word[0].isupper() for word in long) < 0.8 * len(long):
        return False
    if sum(word.isupper() for word in long) >= 0.7 * len(long):
        return True
    if last == "." or any(word[0].islower() and word.capitalize() not in lexicon.junk_words for word in words):
        return False
    ordinary = sum(word.lower() in lexicon.common_words for word in long[1:])
    return ordinary >= 2 and ordinary >= 0.4 * len(long) and len(words) > 5
