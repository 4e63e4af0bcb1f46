"""The tags that the encoder gives words, and the best row of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

KINDS = (ParticipantKind.PERSON, ParticipantKind.ORGANISATION, ParticipantKind.PLACE)
"""Tag 0 is no name; 1 begins a person's and 2 goes on with it; 3 and 4, 5 and 6 the same for the other two kinds (IOB2)."""

TAGS = 1 + 2 * len(KINDS)
_INSIDE = range(2, TAGS, 2)
_NEVER = -1e6


class Name(NamedTuple):
    """A name in tokens, `last` exclusive."""

    first: int
    last: int
    kind: ParticipantKind


def begin_of(kind: ParticipantKind) -> int:
    """Return the tag that begins a name of the kind; the next number goes on with it."""
    return 1 + 2 * KINDS.index(kind)


def tags_of(names: Iterable[Name], length: int) -> NDArray[np.intp]:
    """Return the tag of each of `length` tokens."""
    tags = np.zeros(length, dtype=np.intp)
    for name in names:
        tags[name.first : name.last] = begin_of(name.kind) + 1
        tags[name.first] = begin_of(name.kind)
    return tags


def best_names(scores: NDArray[np.float32]) -> Iterator[Name]:
    """Return the names of the row of tags with the greatest sum of scores, in order (Viterbi 1967).

    `scores` has a row for each token and a column for each tag; a name goes on only where one of its kind began.
    """
    if len(scores) == 0:
        return
    tags = _best_tags(scores)
    ends = np.append(tags[1:], 0)
    first = 0
    for at, tag in enumerate(tags):
        if tag % 2:
            first = at
        if tag and ends[at] != tag + tag % 2:
            yield Name(first, at + 1, KINDS[(tag - 1) // 2])


def _best_tags(scores: NDArray[np.float32]) -> NDArray[np.intp]:
    """Choose for each token and tag the best tag before: the one that it goes on with, or the best of all."""
    count = len(scores)
    came_from = np.zeros((count, TAGS), dtype=np.intp)
    rows = scores.astype(float).tolist()
    sums = rows[0]
    for inside in _INSIDE:
        sums[inside] = _NEVER
    for at in range(1, count):
        best = max(range(TAGS), key=sums.__getitem__)
        row, before = rows[at], came_from[at]
        before[:] = best
        new = [sums[best] + score for score in row]
        for inside in _INSIDE:
            goes_on = inside if sums[inside] >= sums[inside - 1] else inside - 1
            before[inside] = goes_on
            new[inside] = sums[goes_on] + row[inside]
        sums = new
    tags = np.zeros(count, dtype=np.intp)
    tags[-1] = max(range(TAGS), key=sums.__getitem__)
    for at in range(count - 1, 0, -1):
        tags[at - 1] = came_from[at, tags[at]]
    return tags
