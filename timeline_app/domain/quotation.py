"""Words of a text, found again where they stand, whatever became of the white space between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span


def quote(text: str, span: Span) -> tuple[str, int]:
    """Return the words of a span, and how often they stand in the text before it."""
    words, occurrence = text[slice(*span)], 0
    for found in _places(text, words):
        if found[0] >= span[0]:
            break
        occurrence += 1
    return words, occurrence


def find_quotation(text: str, words: str, occurrence: int = 0) -> Span | None:
    """Return where words stand in a text for the n-th time from 0; None where they do not, and where there are none."""
    places = _places(text, words)
    return places[occurrence] if occurrence < len(places) else None


def _places(text: str, words: str) -> list[Span]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []
