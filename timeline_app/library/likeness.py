"""Which articles are near copies of each other: the same wire story in several papers, with a changed headline or a cut end.

Each article has a sketch, from which the share of word sequences that two articles have in common can be estimated (MinHash:
Broder, On the resemblance and containment of documents, 1997; by one permutation and densified: Shrivastava and Li, Densifying
One Permutation Hashing, 2014; the lowest bits of each minimum kept: Li and König, b-Bit Minwise Hashing, 2010). Whatever has
enough in common falls into the same bucket of one of several tables and is compared there (Indyk and Motwani's hashing).

What comes out is a function of the set of articles: the order in which they were taken in does not matter.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BINS = 64
"""With four bits for each of them the estimate of a share of 0.8 is off by 0.05, as it is with eight."""

SKETCH_BYTES = _BINS // 2
"""Two bins a byte."""

ALIKE = 0.75
"""The share of word sequences from which on two articles are near copies: one word in thirty changed, or a quarter cut off."""

DAYS_APART = 7
"""A wire story is printed within days; what repeats itself from month to month is not one story."""

UNDATED = -(1 << 40)
"""Stands for the day of an article that states none: such are copies of each other only."""

_WORDS = 4
"""Words in a sequence: fewer are shared by any two articles of one subject."""

_BAND = 5
_BANDS = _BINS // _BAND
"""Bins of a sketch that must agree for two articles to be compared, in any of so many places: finds 98 % of pairs at 0.75."""

_COMPARED = 6
"""In a bucket, an article is compared with so many that appeared last before it: a bucket can be as large as a library."""

_PAIRS_AT_ONCE = 1 << 18
_SHARED_BY_CHANCE = 1 / 16

_LONGEST = 8_192
"""Characters of which a sketch is made: two texts that agree so far are copies, whatever follows."""

_BLANKS = bytes(range(33))
_SMALL = bytes(code | 0x20 for code in range(256))
"""With the bit that tells small letters from capitals, in ASCII and in most of what UTF-8 writes in two bytes."""

_FIRST = np.zeros(1, np.int64)
_NOTHING = np.iinfo(np.uint64).max
_BIN_SHIFT, _LOW_BITS = np.uint64(58), np.uint64(0xF)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_BASE_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_MIX = np.uint64(0xD6E8FEB86659FD93)


def sketch_of(text: str) -> bytes:
    """Return the sketch of a text, or of the beginning of a very long one, blind to case and to white space."""
    written = text[:_LONGEST].encode("utf-8", "surrogatepass")
    letters = np.frombuffer(written.translate(_SMALL, _BLANKS), np.uint8)
    if not len(letters):
        return bytes(SKETCH_BYTES)
    # A word begins behind a blank that no other follows; its bound among the letters alone is less by the blanks until there.
    blanks = np.flatnonzero(np.frombuffer(written, np.uint8) < len(_BLANKS))
    before = np.flatnonzero(blanks + 1 < np.append(blanks[1:], len(written)))
    bounds = blanks[before] - before
    if written[0] not in _BLANKS:
        bounds = np.concatenate((_FIRST, bounds))
    hashes = _mixed(_sequences(letters, bounds))
    lowest = np.full(_BINS, _NOTHING, np.uint64)
    np.minimum.at(lowest, (hashes >> _BIN_SHIFT).astype(np.intp), hashes)
    bins = (_densified(lowest) & _LOW_BITS).astype(np.uint8)
    return (bins[::2] << 4 | bins[1::2]).tobytes()


def _bins_of(sketches: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a row of bins for each sketch."""
    return np.stack((sketches >> 4, sketches & 0xF), axis=2).reshape(len(sketches), _BINS)


def _sequences(letters: NDArray[np.uint8], starts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a number for each sequence of `_WORDS` words, or for all words where there are fewer: sums of letters times powers."""
    ends = np.concatenate((starts[_WORDS:], (len(letters),)))
    starts = starts[: len(ends)]
    powers, inverses = _powers(1 << (len(letters) - 1).bit_length())
    sums = np.empty(len(letters) + 1, np.uint64)
    sums[0] = 0
    np.cumsum(letters * powers[: len(letters)], out=sums[1:])
    found: NDArray[np.uint64] = (sums[ends] - sums[starts]) * inverses[starts]
    return found


@cache
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the powers of the base and of its inverse, modulo 2^64."""
    both = np.full((2, max(count, 2)), [[_BASE], [_BASE_INVERSE]], np.uint64)
    both[:, 0] = 1
    powers = np.multiply.accumulate(both, axis=1)
    return powers[0], powers[1]


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread what tells numbers apart over all of their bits."""
    for _ in range(2):
        numbers = (numbers ^ (numbers >> np.uint64(32))) * _MIX
    return numbers ^ (numbers >> np.uint64(32))


def _densified(lowest: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Fill the bins of a short text that nothing fell into from the next one on its right, by how far that is."""
    empty = lowest == _NOTHING
    if not empty.any():
        return lowest
    places = np.arange(2 * _BINS)
    filled = np.where(np.tile(empty, 2), 3 * _BINS, places)
    source = np.minimum.accumulate(filled[::-1])[::-1][:_BINS]
    away = (source - places[:_BINS]).astype(np.uint64)
    return np.where(empty, _mixed(lowest[source % _BINS] + away * _BASE), lowest)


def copies_among(sketches: NDArray[np.uint8], days: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each article the first one of its group: itself where it is a copy of none before it.

    Args:
        sketches: A row of `SKETCH_BYTES` for each article.
        days: When each appeared, ascending; those without a day have one long before all others, `UNDATED`.
    """
    leads = np.arange(len(days))
    if not len(days):
        return leads
    bins = _bins_of(sketches)
    pairs = np.concatenate([_alike(bins, days, band) for band in range(_BANDS)])
    for later, earlier in np.unique(pairs, axis=0).tolist():
        one, other = _lead(leads, later), _lead(leads, earlier)
        leads[max(one, other)] = min(one, other)
    while (shorter := leads[leads]).tolist() != leads.tolist():
        leads = shorter
    return leads


def _lead(leads: NDArray[np.int64], article: int) -> int:
    while leads[article] != article:
        leads[article] = leads[leads[article]]
        article = int(leads[article])
    return article


def _alike(bins: NDArray[np.uint8], days: NDArray[np.int64], band: int) -> NDArray[np.int64]:
    """Return the pairs (later, earlier) of near copies that one table brings together."""
    keys = np.zeros(len(days), np.int64)
    for place in range(band * _BAND, (band + 1) * _BAND):
        keys = keys << 4 | bins[:, place]
    order = np.argsort(keys, kind="stable")  # within a bucket by day, as the articles are
    keys = keys[order]
    found = [np.empty((0, 2), np.int64)]
    for step in range(1, min(_COMPARED, len(order) - 1) + 1):
        at = np.flatnonzero(keys[step:] == keys[:-step])
        later, earlier = order[at + step], order[at]
        near = days[later] - days[earlier] <= DAYS_APART
        later, earlier = later[near], earlier[near]
        for first in range(0, len(later), _PAIRS_AT_ONCE):
            some = slice(first, first + _PAIRS_AT_ONCE)
            same = np.count_nonzero(bins[later[some]] == bins[earlier[some]], axis=1) / _BINS
            share = (same - _SHARED_BY_CHANCE) / (1 - _SHARED_BY_CHANCE)
            alike = share >= ALIKE
            found.append(np.stack((later[some][alike], earlier[some][alike]), axis=1))
    return np.concatenate(found)
