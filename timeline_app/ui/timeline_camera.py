"""Which stretch of time the canvas shows: kept near the events, moved at once, in a short glide, or coasting after a flick."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.scale import TimeScale

_GLIDE_MS = 220
_COAST_MS = 900
_COAST_REACH = 0.3
"""Seconds for which a flick would have to keep its first speed to get as far as it coasts."""

_MARGIN = 0.03
"""Of what is fitted into the canvas, left free on either side."""

_SHARE_FOR_WORDS = 0.12
"""Of all the events' time, left free for the words of the last ones."""

_LEAST_SPAN = 14 * SECONDS_PER_DAY
"""How far out one can zoom however close together the events lie."""


class Camera(QObject):
    """Holds the scale of the canvas."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.scale = TimeScale(0.0, SECONDS_PER_DAY)
        self.width = 1
        self._extent: tuple[int, int] | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._step_of_glide)
        self._route = (self.scale, self.scale)
        self._coast = QVariantAnimation(self)
        self._coast.setEasingCurve(QEasingCurve.Type.OutExpo)
        self._coast.setDuration(_COAST_MS)
        self._coast.valueChanged.connect(self._step_of_coast)

    @property
    def span(self) -> tuple[float, float]:
        """The instants at the two edges."""
        return self.scale.span(self.width)

    @property
    def extent(self) -> tuple[int, int] | None:
        """The first start and the last end of the events; None where there are none."""
        return self._extent

    def set_extent(self, extent: tuple[int, int] | None) -> None:
        """Say between which instants there is something to see."""
        self._extent = extent

    def set_width(self, width: int) -> None:
        """Keep what is in view on a canvas of this width, within limits that may have changed; what glides goes on to its end."""
        is_gliding = self._glide.state() == QAbstractAnimation.State.Running
        if is_gliding and max(width, 1) == self.width:
            self._route = (self._route[0], self._limited(self._route[1]))
            return
        start, end = (self._route[1] if is_gliding else self.scale).span(self.width)
        self.width = max(width, 1)
        self.show(TimeScale.fitted(start, end, self.width))

    def show(self, scale: TimeScale, *, glide: bool = False) -> None:
        """Take another scale, as near as the limits allow."""
        self._glide.stop()
        self._coast.stop()
        target = self._limited(scale)
        if not glide:
            self._set(target)
            return
        self._route = (self.scale, target)
        self._glide.start()

    def coast(self, pixels_per_second: float) -> None:
        """Go on moving at a speed that dies away, as after a flick; any other movement ends it."""
        self.show(self.scale)
        self._route = (self.scale, self.scale)
        self._coast.setStartValue(0.0)
        self._coast.setEndValue(pixels_per_second * _COAST_REACH)
        self._coast.start()

    @property
    def is_moving(self) -> bool:
        """True while a glide or a coast is under way."""
        return QAbstractAnimation.State.Running in (self._glide.state(), self._coast.state())

    def stop(self) -> None:
        """Stay where it is."""
        self._glide.stop()
        self._coast.stop()

    def fitted(self, start: float, end: float) -> TimeScale:
        """Return the scale on which a stretch of time fills the canvas but for a margin."""
        return TimeScale.fitted(start - (end - start) * _MARGIN, end + (end - start) * _MARGIN, self.width)

    def fitted_with_words(self, start: float, end: float) -> TimeScale:
        """Return the scale on which the words of the last events of a stretch have room too."""
        return self.fitted(start, end + (end - start) * _SHARE_FOR_WORDS)

    def centred(self, moment: float) -> TimeScale:
        """Return the present scale with an instant in the middle."""
        return self.scale.panned(self.scale.x(moment) - self.width / 2)

    def _set(self, scale: TimeScale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.moved.emit()

    def _limited(self, scale: TimeScale) -> TimeScale:
        """Zoom out no further than leaves the events a third of the canvas, and always keep some of them near."""
        if self._extent is None:
            return scale
        first, last = self._extent
        longest = max(3 * (last - first), _LEAST_SPAN)
        if scale.seconds_per_pixel * self.width > longest * 1.001:
            scale = scale.zoomed(scale.seconds_per_pixel * self.width / longest, self.width / 2)
        # An edge of the events may go no further than the middle of the canvas.
        middle = scale.time(self.width / 2)
        return scale.panned(scale.length(min(max(middle, first), last) - middle))

    def _step_of_coast(self, pixels: object) -> None:
        assert isinstance(pixels, float)
        self._set(self._limited(self._route[0].panned(pixels)))

    def _step_of_glide(self, share: object) -> None:
        """Move the edges of the canvas along: zoom by equal ratios, so that it looks even."""
        assert isinstance(share, float)
        begin, end = self._route
        if share >= 1:
            self._set(end)
            return
        ratio = end.seconds_per_pixel / begin.seconds_per_pixel
        slope = begin.seconds_per_pixel * ratio**share
        # Where the two stretches overlap most: the share of the way that the slope has gone.
        way = share if abs(ratio - 1) < 1e-9 else (ratio**share - 1) / (ratio - 1)
        self._set(TimeScale(begin.start + (end.start - begin.start) * way, slope))
