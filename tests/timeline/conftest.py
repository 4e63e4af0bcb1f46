"""Events of every length and place, and text of known width, for the geometry of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st

from timeline_app.domain.calendar import SECONDS_PER_DAY, instant
from timeline_app.domain.event_index import EventIndex
from timeline_app.domain.period import Granularity
from timeline_app.timeline.scene import Metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FIRST, LAST = instant(-4999), instant(5000)
METRICS = Metrics(
    row_height=22,
    card_width=250,
    card_height=80,
    title_width=300,
    least_title=150,
    most_title=560,
    dot=9,
    most_dot=15,
    count_height=16,
    count_width=30,
    bar_width=3,
    pad=7,
    gap=8,
    lane_height=67,
    strip_height=22,
)


class FixedWords:
    """Titles of 40 to 400 pixels, by row."""

    def widths(self, rows: Sequence[int], most: int) -> list[int]:
        return [min(40 + row * 97 % 360, most) for row in rows]

    def ranks(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        return rows.astype(np.int64) % 3


def make_events(starts: Sequence[int], lengths: Sequence[int], outlets: Sequence[int] | None = None) -> EventIndex:
    """An index of events given by start and length in seconds."""
    begin = np.array(starts, np.int64)
    end = begin + np.array(lengths, np.int64)
    order = np.lexsort((end, begin))
    count = len(begin)
    codes = np.zeros(count, np.int32) if outlets is None else np.array(outlets, np.int32)[order]
    ids = np.arange(count, dtype=np.int64)
    return EventIndex(
        ids,
        ids,
        begin[order],
        end[order],
        codes,
        (ids % 3).astype(np.uint8),
        np.full(count, Granularity.DAY, np.uint8),
        np.zeros(count, np.uint16),
        tuple(f"Outlet {code}" for code in range(int(codes.max(initial=0)) + 1)),
    )


LENGTHS = st.sampled_from([60, 3600, SECONDS_PER_DAY, SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 3653 * SECONDS_PER_DAY])


@st.composite
def event_indexes(draw: st.DrawFn, most: int = 300) -> EventIndex:
    """Events around one to three places in time, some crowded on one day."""
    starts: list[int] = []
    for _ in range(draw(st.integers(1, 3))):
        around = draw(st.integers(FIRST, LAST))
        spread = draw(st.sampled_from([1, SECONDS_PER_DAY, 400 * SECONDS_PER_DAY, 40_000 * SECONDS_PER_DAY]))
        seed, count = draw(st.integers(0, 2**32 - 1)), draw(st.integers(1, most))
        chosen = around + np.random.default_rng(seed).integers(0, spread, count)
        whole_days = draw(st.booleans())
        starts += (chosen // SECONDS_PER_DAY * SECONDS_PER_DAY if whole_days else chosen).tolist()
    lengths = [draw(LENGTHS) for _ in range(5)]
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    return make_events(
        starts,
        rng.choice(lengths, len(starts)).tolist(),
        rng.integers(0, draw(st.integers(1, 20)), len(starts)).tolist(),
    )
