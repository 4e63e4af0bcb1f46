"""What of the timeline outlives a session."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from timeline_app.timeline.lanes import LaneGrouping

_FARTHEST = 1e16
"""Seconds: farther from 1970 than any period that can be stated."""


@dataclass(frozen=True, slots=True)
class TimelineState:
    """The stretch of time in view (instants), the grouping into lanes, and how tall these are made."""

    start: float
    end: float
    lanes: str = LaneGrouping.NONE.value
    stretch: float = 1.0

    def to_text(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> TimelineState | None:
        """Read it; None where the text is not what `to_text` writes."""
        try:
            fields = json.loads(text)
            lanes = LaneGrouping(fields["lanes"]).value
            state = cls(float(fields["start"]), float(fields["end"]), lanes, float(fields["stretch"]))
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        is_sane = -_FARTHEST < state.start < state.end < _FARTHEST and 0.1 <= state.stretch <= 10
        return state if is_sane else None
