"""How the events spread over the overview: all of them, and of these the ones that the timeline shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.timeline.extent import Extent, extent_of, home_of
from timeline_app.timeline.levels import Density, bin_length, bin_number, bin_start
from timeline_app.timeline.scene import Bars

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.domain.event_index import EventIndex
    from timeline_app.timeline.scale import TimeScale
    from timeline_app.ui.timeline_view import TimelineView

_BAR = 2
"""Pixels that a bar is wide at least."""
_CROWDED = 0.99
"""The share of the bars that fit into the strip: a few crowded days may run out of the top, it is for the lie of the land."""


class OverviewDensity:
    """Counts the events of a view once, and the bars of a scale once; `extent` and `home` are None where there are no events."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self.extent: Extent | None = None
        """From the first start to the last end of all events."""
        self.home: Extent | None = None
        """What the view opens with."""
        self._all: EventIndex | None = None
        self._measured: EventIndex | None = None
        self._whole: Density | None = None
        self._shown: Density | None = None
        self._bars: tuple[object, tuple[Bars, Bars | None]] | None = None
        self._beyond: tuple[object, tuple[int, int]] | None = None

    def set_all(self, events: EventIndex) -> bool:
        """Say which events there are; False where that is known."""
        is_known = events is self._all
        self._all = events
        return not is_known

    def count(self) -> None:
        """Follow the view to other events, or other lanes of them."""
        whole, shown = self._all, self._view.events()
        if whole is None or len(whole) <= len(shown):
            whole = shown
        is_all = len(whole) == len(shown)
        if whole is not self._measured:
            self._measured = whole
            self.extent, self.home = extent_of(whole), home_of(whole)
            self._whole = self._density_of_shown() if is_all else Density.of(whole.starts, whole.ends)
        self._shown = self._whole if is_all else self._density_of_shown()
        self._bars = self._beyond = None

    def _density_of_shown(self) -> Density | None:
        """Return how the events shown spread over time; a single lane knows already."""
        lanes, shown = self._view.lane_columns(), self._view.events()
        if len(lanes) == 1:
            return lanes[0].density
        return Density.of(shown.starts, shown.ends) if len(shown) else None

    def bars(self, scale: TimeScale, width: int, bottom: float) -> tuple[Bars, Bars | None]:
        """Return the bars of all events, and of those shown where these are fewer, standing on a line so many pixels down."""
        place = scale, width, bottom
        if self._bars is None or self._bars[0] != place:
            assert self._whole is not None
            length = bin_length(_BAR * scale.seconds_per_pixel)
            first = bin_number(scale.start, length)
            bins = bin_number(scale.time(width), length) - first + 1
            counts = self._whole.counts(first, bins, length)
            peak = quantile(counts, _CROWDED) or float(counts.max())
            left = scale.x(bin_start(first, length))
            whole = Bars(first, length, left, scale.length(length), counts, peak, 4, bottom, 0)
            shown = None
            if self._shown is not self._whole:
                some = self._shown.counts(first, bins, length) if self._shown is not None else np.zeros(bins)
                shown = whole._replace(counts=some)
            self._bars = place, (whole, shown)
        return self._bars[1]

    def outside(self, scale: TimeScale, width: int) -> tuple[int, int]:
        """Return how many of the events shown are over before the scale begins, and begin after it ends."""
        place = scale, width
        if self._beyond is None or self._beyond[0] != place:
            self._beyond = place, self._view.outside(*scale.span(width))
        return self._beyond[1]


def quantile(values: NDArray[Any], share: float) -> float:
    """Return the value that a share of some values does not exceed, between two of them where need be.

    As numpy's own, which loads masked arrays when it is first called: a twentieth of what the window needs to come up.
    """
    place = share * (len(values) - 1)
    low, high = int(place), min(int(place) + 1, len(values) - 1)
    ordered = np.partition(values, (low, high))
    return float(ordered[low] + (ordered[high] - ordered[low]) * (place - low))
