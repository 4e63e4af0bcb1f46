"""Which events the reader wants to see, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.event_index import KINDS, EventFlag, EventIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.domain.calendar import Instant
    from timeline_app.domain.extraction import EventKind


@dataclass(frozen=True, slots=True)
class EventFilter:
    """A conjunction of conditions; an empty one lets every event through that is not hidden.

    `participants` are ids of the library's participants, any of which suffices; `query` is a full-text query; `outlets` are names
    and `kinds` event kinds, any of which suffices; `after` and `before` bound a stretch of time, half-open.
    """

    participants: frozenset[int] = frozenset()
    query: str = ""
    outlets: frozenset[str] = frozenset()
    kinds: frozenset[EventKind] = frozenset()
    after: Instant | None = None
    before: Instant | None = None
    show_hidden: bool = False

    @property
    def is_empty(self) -> bool:
        """True where nothing is asked for."""
        return self == EventFilter(show_hidden=self.show_hidden)

    def mask(self, index: EventIndex, matching: NDArray[np.int64] | None = None) -> NDArray[np.bool_]:
        """Return which rows of the index pass.

        Args:
            index: The events of the library.
            matching: The ids of the events that `participants` and `query` let through, which only the library knows; None where
                neither is asked for.
        """
        passes = np.ones(len(index), dtype=bool)
        if matching is not None:
            passes &= np.isin(index.ids, matching)
        if not self.show_hidden:
            passes &= (index.flags & EventFlag.HIDDEN) == 0
        if self.outlets:
            codes = [code for code, name in enumerate(index.outlet_names) if name in self.outlets]
            passes &= np.isin(index.outlets, codes)
        if self.kinds:
            passes &= np.isin(index.kinds, [code for code, kind in enumerate(KINDS) if kind in self.kinds])
        if self.after is not None:
            passes &= index.ends > self.after
        if self.before is not None:
            passes &= index.starts < self.before
        return passes
