"""Frame times of the timeline: CPU time of painting the real widget after a random pan, zoom or drag.

Run `python -m tests.benchmarks.timeline [--quick]`. Prints JSON. The floor, in the same run, is the same widget size painting one
ready image; ratios to it travel between machines, milliseconds do not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.domain.calendar import SECONDS_PER_DAY, days_from_civil
from timeline_app.domain.event_index import EventIndex, EventSummary
from timeline_app.domain.period import Granularity
from timeline_app.models.event_model import EventModel
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

REAL = Path(__file__).parents[2].parent / "shared" / "data" / "events" / "current_events.jsonl.gz"
SPANS = {"everything": 0.0, "10 years": 3652.0, "1 year": 365.0, "1 month": 30.0, "1 week": 7.0, "1 day": 1.0}
WORDS = (
    "minister",
    "parliament",
    "report",
    "storm",
    "court",
    "police",
    "border",
    "election",
    "budget",
    "strike",
    "treaty",
)


def real_days() -> NDArray[np.int64]:
    """Return the day numbers of the real events, several a day on most days; empty where the data are absent."""
    if not REAL.exists():
        return np.empty(0, np.int64)
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        dates = [json.loads(line)["date"] for line in lines]
    return np.array([days_from_civil(*map(int, date.split("-"))) for date in dates], np.int64)


def make_index(count: int, lanes: int, days: NDArray[np.int64], seed: int = 7) -> EventIndex:
    """Return an index of day-precise events: on days drawn from the real ones, or evenly over 25 years where there are none.

    One event in fifty has a coarser date, as articles do.
    """
    rng = np.random.default_rng(seed)
    if len(days):
        chosen = rng.choice(days, count) + rng.integers(-2, 3, count)
    else:
        chosen = rng.integers(days_from_civil(2000, 1, 1), days_from_civil(2025, 1, 1), count)
    starts = np.sort(chosen) * SECONDS_PER_DAY
    coarse = rng.random(count) < 0.02
    ends = starts + np.where(coarse, rng.choice([7, 30, 91, 365], count), 1) * SECONDS_PER_DAY
    order = np.lexsort((ends, starts))
    ids = np.arange(count, dtype=np.int64)
    return EventIndex(
        ids,
        ids // 3,
        starts[order],
        ends[order],
        rng.integers(0, lanes, count).astype(np.int32),
        rng.integers(0, 3, count).astype(np.uint8),
        np.where(coarse[order], Granularity.MONTH, Granularity.DAY).astype(np.uint8),
        np.zeros(count, np.uint16),
        tuple(f"Outlet {number + 1}" for number in range(lanes)),
    )


def fetch(ids: Sequence[int]) -> Mapping[int, EventSummary]:
    """Return made-up words: some of every length that titles have."""
    return {
        i: EventSummary(i, i, " ".join(WORDS[(i * 7 + k * k) % len(WORDS)] for k in range(3 + i % 9)), "Outlet")
        for i in ids
    }


def timed(paint: Callable[[], object]) -> float:
    """Return the CPU milliseconds of one painting."""
    start = time.process_time_ns()
    paint()
    return (time.process_time_ns() - start) / 1e6


def quantiles(times: list[float]) -> dict[str, float]:
    """Return the usual figures of some times."""
    p50, p95, p99 = np.percentile(times, [50, 95, 99])
    return {"p50": round(p50, 2), "p95": round(p95, 2), "p99": round(p99, 2), "worst": round(max(times), 2)}


def floor(width: int, height: int, frames: int) -> dict[str, float]:
    """Return the frame times of a widget that paints one ready image."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)

    class Plain(QWidget):
        def paintEvent(self, _event: object) -> None:
            painter = QPainter(self)
            painter.drawImage(0, 0, picture)
            painter.end()

    widget = Plain()
    widget.resize(width, height)
    target = QImage(width, height, QImage.Format.Format_RGB32)
    times = [timed(lambda: widget.render(target)) for _ in range(frames)]
    return quantiles(times)


def frames_of(view: TimelineView, days: float, frames: int, seed: int = 11) -> list[float]:
    """Return the CPU milliseconds of frames after random pans, zooms and drags around a span of so many days."""
    rng = np.random.default_rng(seed)
    first, last = view.extent() or (0, 1)
    width = view.viewport().width()
    target = QImage(view.size(), QImage.Format.Format_RGB32)
    times = []
    for number in range(frames):
        if number % 10 == 0:
            middle = rng.uniform(first, last)
            reach = (days * SECONDS_PER_DAY or (last - first) * rng.uniform(0.7, 1.0)) / 2
            view.set_visible_span(middle - reach, middle + reach)
            view.render(target)
        kind = rng.integers(0, 3)
        start = time.process_time_ns()
        if kind == 0:
            view.pan(float(rng.uniform(-0.5, 0.5)) * width, 0)
        elif kind == 1:
            view.zoom(float(rng.choice([1.25, 0.8])), float(rng.uniform(0, width)))
        else:
            view.pan(float(rng.integers(-30, 31)), 0)
        view.render(target)
        times.append((time.process_time_ns() - start) / 1e6)
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1k and 100k events, 12 lanes, one size")
    parser.add_argument("--frames", type=int, default=60, help="frames for each span")
    parser.add_argument("--counts", type=int, nargs="*", help="numbers of events")
    parser.add_argument("--lanes", type=int, nargs="*", help="numbers of lanes")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    counts = options.counts or ([1_000, 100_000] if options.quick else [1_000, 100_000, 1_000_000, 10_000_000])
    lane_counts = options.lanes or ([12] if options.quick else [1, 12, 200])
    sizes = [(1920, 1080)] if options.quick else [(1920, 1080), (3840, 2160)]
    days = real_days()
    floors = {f"{w}x{h}": floor(w, h, options.frames) for w, h in sizes}
    results = []
    for distribution in ("real",) if options.quick and len(days) else ("real", "uniform"):
        if distribution == "real" and not len(days):
            continue
        for count in counts:
            for lanes in lane_counts:
                index = make_index(count, lanes, days if distribution == "real" else days[:0])
                model = EventModel()
                model.set_events(index, fetch)
                view = TimelineView()
                view.set_motion(False)
                start = time.process_time()
                view.setModel(model)
                view.set_lanes(LaneGrouping.OUTLET if lanes > 1 else LaneGrouping.NONE)
                view.resize(1920, 1080)
                view.render(QImage(view.size(), QImage.Format.Format_RGB32))
                first = time.process_time() - start
                for width, height in sizes:
                    view.resize(width, height)
                    application.processEvents()
                    spans = {name: frames_of(view, span, options.frames) for name, span in SPANS.items()}
                    every = quantiles([t for times in spans.values() for t in times])
                    results.append(
                        {
                            "distribution": distribution,
                            "events": count,
                            "lanes": lanes,
                            "size": f"{width}x{height}",
                            "first_frame_s": round(first, 3),
                            "all_spans_ms": every,
                            "p99_to_floor": round(every["p99"] / floors[f"{width}x{height}"]["p50"], 1),
                            "spans_ms": {name: quantiles(times) for name, times in spans.items()},
                        }
                    )
                view.deleteLater()
    print(json.dumps({"floor_ms": floors, "frames_per_span": options.frames, "results": results}, indent=1))


if __name__ == "__main__":
    main()
