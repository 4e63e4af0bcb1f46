"""Cuts words into the pieces that the encoder knows: WordPiece (Schuster and Nakajima 2012) as BERT uses it, in lower case.

Written here because the library that does it brings a network client along.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LONGEST_WORD = 64
"""Characters after which a word is an unknown one: no name is longer."""

_MOST_PIECES = 16
"""Pieces of a word that are read; addresses have more, and names do not."""

_MOST_KEPT = 50_000


class WordPieces:
    """The pieces of one vocabulary, by their numbers."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.begin, self.end, self._unknown = (self._numbers[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """Read a vocabulary: one piece a line, numbered from 0."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the word's pieces; at least one."""
        pieces = self._known.get(word)
        if pieces is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            pieces = self._known[word] = self._cut_parts(word)
        return pieces

    def _cut_parts(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in _parts(word):
            found += self._cut_part(part)
        return tuple(found[:_MOST_PIECES]) or (self._unknown,)

    def _cut_part(self, part: str) -> list[int]:
        """Take the longest piece that fits, again and again."""
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self._numbers.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            found.append(number)
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Write in lower case, without accents, and cut at signs and around ideographs."""
    parts = [""]
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category in {"Mn", "Cc", "Cf"}:
            continue
        if category[0] in "PS" or "\u4e00" <= char <= "\u9fff" or char.isspace():
            parts += [char, ""]
        else:
            parts[-1] += char
    return [part for part in parts if part.strip()]
