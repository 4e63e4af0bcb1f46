"""Cuts an article into the stretches that the encoder reads at a time: whole sentences, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.participants.tokens import Tokens

LONGEST = 126
"""Pieces in a window, without the two marks around them."""


def windows(tokens: Tokens, sentences: Sequence[Span], lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the windows as token numbers, last exclusive; they follow on one another and cover every token.

    `lengths` has the pieces of each token, none of which fills a window. A sentence that is too long for one is cut where the
    window ends.
    """
    first = held = 0
    for start, end in _sentences_in_tokens(tokens, sentences):
        size = sum(lengths[start:end])
        if held + size <= LONGEST:
            held += size
            continue
        if first < start:
            yield first, start
        first, held = start, 0
        for at in range(start, end):
            if held + lengths[at] > LONGEST:
                yield first, at
                first, held = at, 0
            held += lengths[at]
    if first < len(tokens):
        yield first, len(tokens)


def _sentences_in_tokens(tokens: Tokens, sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Return the token numbers of each sentence that has tokens."""
    start = at = 0
    for _, end in sentences:
        while at < len(tokens) and tokens.starts[at] < end:
            at += 1
        if start < at:
            yield start, at
        start = at
    if start < len(tokens):
        yield start, len(tokens)
