"""Where an instant lies on the canvas: d3's linear time scale, immutable."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FINEST = 1 / 16
"""Seconds per pixel at which zooming in ends: a screen of two minutes."""

COARSEST = 4e9
"""Seconds per pixel at which zooming out ends: ten thousand years in eighty pixels."""


class TimeScale(NamedTuple):
    """An affine map from instants to pixels.

    `start` is the instant at pixel 0, `seconds_per_pixel` the slope. Both are floats: over 5000 BCE to 5000 CE their rounding
    stays under 1/16,000 s, a thousandth of a pixel at the finest slope, so instants (whole seconds) keep their place.
    """

    start: float
    seconds_per_pixel: float

    @classmethod
    def fitted(cls, start: float, end: float, width: float) -> TimeScale:
        """Return the scale on which `[start, end]` fills `width` pixels, as far as the limits of zooming allow."""
        slope = min(max((end - start) / max(width, 1.0), FINEST), COARSEST)
        return cls((start + end) / 2 - slope * width / 2, slope)

    def x(self, moment: float) -> float:
        """Return the pixel of an instant."""
        return (moment - self.start) / self.seconds_per_pixel

    def xs(self, moments: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the pixels of many instants."""
        return np.asarray((moments - self.start) / self.seconds_per_pixel, dtype=np.float64)

    def time(self, x: float) -> float:
        """Return the instant at a pixel."""
        return self.start + x * self.seconds_per_pixel

    def length(self, seconds: float) -> float:
        """Return how many pixels a stretch of time takes."""
        return seconds / self.seconds_per_pixel

    def span(self, width: float) -> tuple[float, float]:
        """Return the instants at pixel 0 and at pixel `width`."""
        return self.start, self.time(width)

    def panned(self, pixels: float) -> TimeScale:
        """Return the scale after the canvas was moved left by so many pixels."""
        return TimeScale(self.time(pixels), self.seconds_per_pixel)

    def zoomed(self, factor: float, about: float) -> TimeScale:
        """Return the scale `factor` times finer, within the limits; the instant at pixel `about` stays there."""
        slope = min(max(self.seconds_per_pixel / factor, FINEST), COARSEST)
        return TimeScale(self.time(about) - about * slope, slope)
