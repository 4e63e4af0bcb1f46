"""Two texts side by side: which paragraphs belong together, and which words only one of them has.

Paragraphs are paired first and words compared within a pair, so that a long text costs little more than a short one. Both are
longest common subsequences as of Python's `difflib`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.domain.extraction import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_WORDS = 3000
"""Words of a paragraph that are compared one by one; a longer one counts as different where it is not the same."""
_FARTHEST = 40
"""How many paragraphs ahead the one that belongs to another is looked for."""
_ALIKE = 0.4
"""What part of their words two paragraphs must share to stand side by side."""


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of one text: where it stands, and where the words are that the other text has not. Spans are of the text."""

    paragraph: Span
    own: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand side by side; None where the other text has nothing like it."""

    left: Side | None
    right: Side | None

    @property
    def is_same(self) -> bool:
        """True where the wording is the same."""
        return self.left is not None and self.right is not None and not self.left.own and not self.right.own


def side_by_side(left: str, right: str) -> list[Row]:
    """Return all paragraphs of two texts in their order, those that belong together in one row."""
    ours, theirs = _paragraphs(left), _paragraphs(right)
    one = [_normal(left, span) for span in ours]
    other = [_normal(right, span) for span in theirs]
    rows: list[Row] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [Row(Side(ours[a + i]), Side(theirs[c + i])) for i in range(b - a)]
        else:
            rows += _paired(left, right, ours[a:b], theirs[c:d])
    return rows


def share_in_common(rows: Sequence[Row], left: str, right: str) -> float:
    """Return what part of the words of both texts they have in common, 0 to 1."""
    total = own = 0
    for text, sides in ((left, [row.left for row in rows]), (right, [row.right for row in rows])):
        for side in sides:
            if side is not None:
                total += len(_WORD.findall(text, *side.paragraph))
                own += sum(len(_WORD.findall(text, *span)) for span in side.own)
    return 1 - own / total if total else 1.0


def _paragraphs(text: str) -> list[Span]:
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def _normal(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def _paired(left: str, right: str, ours: list[Span], theirs: list[Span]) -> Iterator[Row]:
    """Pair paragraphs that differ: in their order, each with the next one that is like it, where that is not far."""
    sets = [_word_set(right, their) for their in theirs]
    at = 0
    for mine in ours:
        own = _word_set(left, mine)
        ahead = range(at, min(at + _FARTHEST, len(theirs)))
        found = next((i for i in ahead if _are_alike(own, sets[i])), None)
        if found is None:
            yield Row(Side(mine, (mine,)), None)
            continue
        for alone in theirs[at:found]:
            yield Row(None, Side(alone, (alone,)))
        yield _compared(left, mine, right, theirs[found])
        at = found + 1
    for alone in theirs[at:]:
        yield Row(None, Side(alone, (alone,)))


def _words(text: str, span: Span) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text, *span)]


def _word_set(text: str, span: Span) -> frozenset[str]:
    return frozenset(match[0].lower() for match in _WORD.finditer(text, *span))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))


def _compared(left: str, mine: Span, right: str, their: Span) -> Row:
    ours, theirs = _words(left, mine), _words(right, their)
    if len(ours) > _MOST_WORDS or len(theirs) > _MOST_WORDS:
        return Row(Side(mine, (mine,)), Side(their, (their,)))
    one = [left[slice(*word)] for word in ours]
    other = [right[slice(*word)] for word in theirs]
    own: tuple[list[Span], list[Span]] = ([], [])
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            for spans, words in ((own[0], ours[a:b]), (own[1], theirs[c:d])):
                if words:
                    spans.append((words[0][0], words[-1][1]))
    return Row(Side(mine, tuple(own[0])), Side(their, tuple(own[1])))
