"""Words as a search compares them, and where some of them stand in a text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline_app.domain.extraction import Span

_WORD = re.compile(r"[^\W_]+")


class Phrase(NamedTuple):
    """Words that follow each other, folded; of a prefix the last one may be the beginning of a longer word."""

    words: tuple[str, ...]
    is_prefix: bool = False


def fold(word: str) -> str:
    """Return a word without capitals and accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def phrase_of(text: str, *, is_prefix: bool = False) -> Phrase:
    """Return the words of a text as a phrase."""
    return Phrase(tuple(fold(word) for word in _WORD.findall(text)), is_prefix)


def spans_of(text: str, phrases: Collection[Phrase], limit: int = 5000) -> list[Span]:
    """Return where any of the phrases stand in a text, in order and apart from each other; at most `limit` places."""
    wanted = [phrase for phrase in phrases if phrase.words]
    if not wanted:
        return []
    found: list[Span] = []
    words = [(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
    end = 0
    for at, (_, start, _) in enumerate(words):
        if start < end:
            continue
        lengths = [len(phrase.words) for phrase in wanted if _stands_at(phrase, words, at)]
        if lengths:
            end = words[at + max(lengths) - 1][2]
            found.append((start, end))
            if len(found) == limit:
                break
    return found


def _stands_at(phrase: Phrase, words: list[tuple[str, int, int]], at: int) -> bool:
    if at + len(phrase.words) > len(words):
        return False
    *whole, last = phrase.words
    if any(words[at + step][0] != word for step, word in enumerate(whole)):
        return False
    found = words[at + len(whole)][0]
    return found.startswith(last) if phrase.is_prefix else found == last
