"""Ranges that are told as two expressions: "from May to July", "between 1914 and 1918".

TIMEX3 has each side as an expression of its own; what happened then happened from the one to the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.timexes.lexicon import load_lexicon
from timeline_app.ingest.extraction.timexes.matcher import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import TimeExpression
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon

_REACH = 20


def find_stretches(text: str, expressions: Sequence[TimeExpression], language: str = "en") -> dict[int, Period]:
    """Return, for the index of each expression that is one side of a range, the period from its first side to its last."""
    lexicon = load_lexicon(language)
    stretches: dict[int, Period] = {}
    for i in range(len(expressions) - 1):
        first, last = expressions[i], expressions[i + 1]
        if i in stretches or first.period is None or last.period is None or last.start - first.end > _REACH:
            continue
        left, gap = fold(text[max(0, first.start - _REACH) : first.start]), fold(text[first.end : last.start])
        if not makes_range(left, gap, lexicon):
            continue
        try:
            period = Period.spanning(first.period, last.period)
        except ValueError:
            continue
        if not period.is_open and _same_kind(first.period, last.period):
            stretches[i] = stretches[i + 1] = period
    return stretches


def makes_range(left: str, gap: str, lexicon: Lexicon) -> bool:
    """Tell whether two expressions are the sides of a range, by what stands to the left of the first and between them."""
    if gap in lexicon.joints["upto"]:
        return True
    before = left.split()
    return gap in lexicon.joints["to"] and bool(before) and before[-1] in lexicon.words["between"]


def _same_kind(first: Period, last: Period) -> bool:
    """Tell whether both sides are told by the clock, or both by the calendar."""
    return (first.granularity < Granularity.DAY) == (last.granularity < Granularity.DAY)
