"""Cuts an article into sentences, by rule and in one pass over its characters.

A sentence ends at a stop that is not an abbreviation's, at a blank line, and at the end of a line that was broken on purpose
(a heading, an entry of a list). Words that decide are data: `resources/data/<language>/sentences.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.domain.extraction import Span

# A run of stops, and what closes with it: quotes, brackets, Markdown's emphasis, footnote marks. A run is tried from its first
# stop only, which keeps the search linear on a line of a million dots; that is looked for behind the stop, because a pattern that
# begins with a set of characters is searched for several times faster.
# The group is not possessive: Python 3.11 before 3.11.5 matches possessive groups wrongly (gh-106052).
_STOP = re.compile(r"[.!?…](?<![\s.!?…].)[.!?…]*+(?:[\"'”’»)\]*_]|\[\d{1,3}\])*(?=\s)")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LINE_END = re.compile(r"\n")
_NEXT = re.compile(r"\S")
_OPENING = re.compile(r"[\"'“‘«(\[`—–-]*+\s?")
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"[-*•·–—▪◦]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|#{1,6}\s")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
_BLANK = re.compile(r"\s+")

_LONGEST = 4000
"""Characters after which a stretch without a stop (a table, a transcript) is cut at a blank, so that no step meets a giant."""

_LONGEST_WORD = 30
"""Characters before a stop in which an abbreviation is looked for."""

_DELIBERATE = 0.8
"""A line is broken on purpose where, with the next word, it would fill less than this share of its block's width."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language that decide where a sentence ends."""

    never_last: frozenset[str]
    before_number: frozenset[str]
    after_ordinal: frozenset[str]
    may_be_last: frozenset[str]
    openers: frozenset[str]


@cache
def _words(language: str) -> _Words:
    path = resource("data", language, "sentences.toml")
    if not path.is_file():
        path = resource("data", "en", "sentences.toml")
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Words(**{name: frozenset(lists[name]) for name in _Words.__slots__})


def split_sentences(text: str, *, language: str = "en") -> list[Span]:
    """Return the spans of the sentences of `text`, in order, without the blanks around them.

    A sentence never crosses a blank line; a heading or an entry of a list is one. `language` is a BCP 47 tag; a language
    without data of its own is cut by English rules. Linear in the length of the text.
    """
    words = _words(language.partition("-")[0].lower())
    spans: list[Span] = []
    for start, end in _blocks(text):
        at = start
        for border in _borders(text, start, end, words):
            spans.extend(_trimmed(text, at, border))
            at = border
        spans.extend(_trimmed(text, at, end))
    return spans


def _blocks(text: str) -> Iterator[Span]:
    """Yield what stands between blank lines."""
    at = 0
    for gap in _BLANK_LINE.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _borders(text: str, start: int, end: int, words: _Words) -> list[int]:
    """Return where a block is to be cut: behind stops that end a sentence, at line ends that are meant."""
    borders = _line_borders(text, start, end)
    sentence = start
    lines = iter([*borders, end])
    line = next(lines)
    stops = []
    for stop in _STOP.finditer(text, start, end):
        while line <= stop.start():
            sentence, line = line, next(lines)
        if _ends_sentence(text, sentence, stop, end, words):
            stops.append(stop.end())
            sentence = stop.end()
    return sorted({*borders, *stops}) if borders else stops


def _line_borders(text: str, start: int, end: int) -> list[int]:
    """Return the line ends within a block that are not mere wrapping."""
    breaks = [m.start() for m in _LINE_END.finditer(text, start, end)]
    if not breaks:
        return []
    edges = [start, *(b + 1 for b in breaks), end + 1]
    width = max(b - a - 1 for a, b in pairwise(edges))
    borders = []
    for i, at in enumerate(breaks):
        following = text[at + 1 : min(edges[i + 2] - 1, at + 200)].lstrip()
        line = text[edges[i] : at].rstrip()
        if _BULLET.match(following):
            borders.append(at)
        elif line and not line.endswith((",", "-", "–", "—", "&")) and not _continues(following):
            first_word = following.split(None, 1)[0]
            if line.isupper() or len(line) + 1 + len(first_word) < _DELIBERATE * width:
                borders.append(at)
    return borders


def _continues(line: str) -> bool:
    """Tell whether a line goes on in the middle of a sentence: it begins with a small letter or a mark."""
    opening = _OPENING.match(line)
    first = line[opening.end() if opening else 0 :][:1]
    return not first or not (first.isupper() or first.isdigit())


def _ends_sentence(text: str, sentence: int, stop: re.Match[str], end: int, words: _Words) -> bool:
    """Decide whether a stop ends the sentence that began at `sentence`."""
    following = _NEXT.search(text, stop.end(), end)
    if following is None:
        return False
    opening = _OPENING.match(text, following.start(), end)
    at = opening.end() if opening is not None else following.start()
    if text[at : at + 1].islower():
        return False
    marks = stop.group()
    return marks[0] != "." or marks.startswith("..") or not _abbreviates(text, sentence, stop.start(), at, words)


def _abbreviates(text: str, sentence: int, stop: int, following: int, words: _Words) -> bool:
    """Tell whether a full stop belongs to an abbreviation, an initial or the number of an entry; text goes on at `following`."""
    before = text[max(sentence, stop - _LONGEST_WORD) : stop].split()
    if not before:
        return False
    if stop - sentence < 8 and _ENUMERATOR.match(text[sentence:stop].strip()):
        return True
    written = before[-1].lstrip("(\"'“‘[")
    word = written.lower()
    if word in words.never_last or (word in words.before_number and text[following : following + 1].isdigit()):
        return True
    opener = _WORD.match(text, following)
    next_word = opener.group().lower() if opener is not None else ""
    if word.isdigit():
        return next_word in words.after_ordinal
    is_initial = len(word) == 1 and written.isupper() and word != "i"
    if is_initial or word in words.may_be_last or (len(word) > 2 and word[-2] == "."):
        return next_word not in words.openers
    return False


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without its outer blanks, cut at blanks where it is longer than a sentence can be."""
    while end - start > _LONGEST:
        gap = _BLANK.search(text, start + _LONGEST, end)
        if gap is None:
            break
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(bare)
