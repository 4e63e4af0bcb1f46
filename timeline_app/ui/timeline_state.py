"""What of the timeline outlives a session."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from timeline_app.timeline.grouping import LaneGrouping, LaneOrder

_FARTHEST = 1e16
"""Seconds: farther from 1970 than any period that can be stated."""


@dataclass(frozen=True, slots=True)
class TimelineState:
    """The stretch of time in view (instants), the grouping into lanes and their order, and how tall these are made.

    `pinned` and `folded` are keys of lanes.
    """

    start: float
    end: float
    lanes: str = LaneGrouping.NONE.value
    stretch: float = 1.0
    order: str = LaneOrder.COUNT.value
    pinned: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()

    def to_text(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> TimelineState | None:
        """Read it; None where the text is not what `to_text` writes."""
        try:
            fields = json.loads(text)
            state = cls(
                float(fields["start"]),
                float(fields["end"]),
                LaneGrouping(fields["lanes"]).value,
                float(fields["stretch"]),
                LaneOrder(fields["order"]).value,
                tuple(map(str, fields["pinned"])),
                tuple(map(str, fields["folded"])),
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        is_sane = -_FARTHEST < state.start < state.end < _FARTHEST and 0.1 <= state.stretch <= 10
        return state if is_sane else None
