"""A text as training sees it: the program's own tokens with their pieces and clues, and the tags that somebody gives them."""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_BEGIN = {"PER": 1, "ORG": 3, "LOC": 5}
_KIND = {begin: kind for kind, begin in _BEGIN.items()}

Spans = list[tuple[int, int, str]]
"""Start and end in characters, and PER, ORG or LOC."""

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(r"(?:'s|’s|'|’|[,;:\"”]|\s)+$")


@dataclass
class Document:
    """`windows` are token numbers; `rules` is what the fast level finds; `gold` is None where nobody has read the text."""

    text: str
    starts: np.ndarray
    ends: np.ndarray
    pieces: list[tuple[int, ...]]
    clues: np.ndarray
    windows: list[tuple[int, int]]
    rules: Spans
    gold: Spans | None = None

    def tags(self, spans: Spans) -> np.ndarray:
        """Return the tag of every token."""
        tags = np.zeros(len(self.starts), dtype=np.int64)
        for *span, kind in spans:
            start, end = tidy(self.text, *span)
            first, last = np.searchsorted(self.ends, start, "right"), np.searchsorted(self.starts, end, "left")
            if first < last:
                tags[first] = _BEGIN[kind]
                tags[first + 1 : last] = _BEGIN[kind] + 1
        return tags

    def spans(self, tags: np.ndarray) -> Spans:
        """Return the names that a row of tags says there are."""
        return [
            (int(self.starts[first]), int(self.ends[last - 1]), _KIND[int(tags[first])]) for first, last in names(tags)
        ]


def names(tags: np.ndarray) -> list[tuple[int, int]]:
    """Return first and last token, exclusive, of every name."""
    found = []
    for first in np.flatnonzero(tags % 2):
        last = first + 1
        while last < len(tags) and tags[last] == tags[first] + 1:
            last += 1
        found.append((int(first), int(last)))
    return found


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a leading article, and a possessive and signs at the end: corpora differ in them."""
    if match := _ARTICLE.match(text[start:end]):
        start += match.end()
    if match := _TAIL.search(text[start:end]):
        end -= len(match.group())
    return start, end


def load(path: Path) -> list[Document]:
    with path.open("rb") as file:
        return pickle.load(file)


def save(path: Path, documents: list[Document]) -> None:
    with path.open("wb") as file:
        pickle.dump(documents, file)
