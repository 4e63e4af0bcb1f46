"""Frame times of the timeline: CPU time of painting the real widget after a random pan, zoom or drag.

Run `python -m tests.benchmarks.timeline [--quick]`. Prints JSON: the quantiles of the frame times for each number of events, of
lanes and size, at every span; how the times of the largest index compare with those of the middle one; and, for `--moments`
events, what happens once (see `timeline_moments`). The floor, in the same run, is the same widget size painting one ready
image; ratios to it travel between machines, milliseconds do not. As in the program, Python's own collection of garbage is off.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import sys
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    p50, p95, p99 = np.percentile(times, [50, 95, 99]).tolist()
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


def shown(index: EventIndex, lanes: int, size: tuple[int, int]) -> TimelineView:
    """Return a view of an index, its first frame painted; the model is its child."""
    view = TimelineView()
    model = EventModel(view)
    model.set_events(index, fetch)
    view.set_motion(False)
    view.setModel(model)
    view.set_lanes(LaneGrouping.OUTLET if lanes > 1 else LaneGrouping.NONE)
    view.resize(*size)
    QApplication.processEvents()
    view.render(QImage(view.size(), QImage.Format.Format_RGB32))
    return view


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="1k and 100k events, 12 lanes, one size")
    parser.add_argument("--frames", type=int, default=60, help="frames for each span")
    parser.add_argument("--counts", type=int, nargs="*", help="numbers of events")
    parser.add_argument("--lanes", type=int, nargs="*", help="numbers of lanes")
    parser.add_argument("--moments", type=int, default=1_000_000, help="events for what happens once; 0 leaves it out")
    chosen = parser.parse_args()
    chosen.counts = chosen.counts or ([1_000, 100_000] if chosen.quick else [1_000, 100_000, 1_000_000, 10_000_000])
    chosen.lanes = chosen.lanes or ([12] if chosen.quick else [1, 12, 200])
    chosen.sizes = [(1920, 1080)] if chosen.quick else [(1920, 1080), (3840, 2160)]
    return chosen


def main() -> None:
    """Measure and print."""
    chosen = options()
    application = QApplication(sys.argv[:1])
    gc.disable()
    days = real_days()
    distributions = {"real": days, "uniform": days[:0]} if len(days) else {"uniform": days}
    if chosen.quick:
        distributions = dict([next(iter(distributions.items()))])
    floors = {f"{width}x{height}": floor(width, height, chosen.frames) for width, height in chosen.sizes}
    results = []
    for (distribution, drawn_from), count, lanes in product(distributions.items(), chosen.counts, chosen.lanes):
        view = shown(make_index(count, lanes, drawn_from), lanes, (1920, 1080))
        for width, height in chosen.sizes:
            view.resize(width, height)
            application.processEvents()
            spans = {name: frames_of(view, span, chosen.frames) for name, span in SPANS.items()}
            every = quantiles([t for times in spans.values() for t in times])
            results.append(
                {
                    "distribution": distribution,
                    "events": count,
                    "lanes": lanes,
                    "size": f"{width}x{height}",
                    "all_spans_ms": every,
                    "p99_to_floor": round(every["p99"] / floors[f"{width}x{height}"]["p50"], 1),
                    "spans_ms": {name: quantiles(times) for name, times in spans.items()},
                }
            )
        view.deleteLater()
        gc.collect()
    figures = {"floor_ms": floors, "frames_per_span": chosen.frames, "results": results, "growth": growth(results)}
    if chosen.moments:
        from tests.benchmarks.timeline_moments import moments

        figures["moments"] = moments(chosen.moments)
    print(json.dumps(figures, indent=1))


def growth(results: list[dict[str, Any]]) -> dict[str, float]:
    """Return the p99 of the largest index against that of the smallest of at least 100,000 events, for each case."""
    found = {}
    for distribution, lanes, size in sorted({(r["distribution"], r["lanes"], r["size"]) for r in results}):
        p99 = {
            r["events"]: r["all_spans_ms"]["p99"]
            for r in results
            if (r["distribution"], r["lanes"], r["size"]) == (distribution, lanes, size) and r["events"] >= 100_000
        }
        if len(p99) > 1:
            found[f"{distribution}, {lanes} lanes, {size}"] = round(p99[max(p99)] / p99[min(p99)], 2)
    return found


if __name__ == "__main__":
    main()
