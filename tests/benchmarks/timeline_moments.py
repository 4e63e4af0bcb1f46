"""What happens on the timeline once and not in every frame: a filter, a look at what is under the pointer, opening; and its memory.

Part of `tests.benchmarks.timeline`; times are in CPU milliseconds unless they are named otherwise.
"""

from __future__ import annotations

import statistics
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import numpy as np
from PySide6.QtGui import QImage

from tests.benchmarks.timeline import SPANS, fetch, make_index, real_days, shown, timed
from tests.builders import make_extraction
from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import Facet
from timeline_app.library import Library
from timeline_app.library.transactions import transaction
from timeline_app.models.event_model import EventModel
from timeline_app.snapshots import read_snapshot

if TYPE_CHECKING:
    from timeline_app.domain.event_index import EventIndex
    from timeline_app.ui.timeline_view import TimelineView

_SIZE = (1920, 1080)
_RUNS = 5


def moments(count: int) -> dict[str, object]:
    """Measure all for so many events on days drawn from the real ones."""
    index = make_index(count, 12, real_days())
    return {
        "events": count,
        "filter_half_ms": {f"{lanes} lanes": filter_half(index, lanes) for lanes in (1, 12)},
        "hit_test_ms": hit_test(index),
        "memory_bytes_an_event": {f"{lanes} lanes": memory(index, lanes) for lanes in (1, 12)},
        "first_picture": first_picture(index),
    }


def painted(view: TimelineView) -> QImage:
    """Return a frame."""
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    return image


def filter_half(index: EventIndex, lanes: int) -> dict[str, float]:
    """Return the time from a filter that keeps half of the events to the frame that shows them: in the job, and in the window."""
    view = shown(index, lanes, _SIZE)
    model = view.model()
    assert isinstance(model, EventModel)
    wanted = EventFilter.of(Facet.OUTLET, *index.outlet_names[::2])
    jobs, windows = [], []
    for _ in range(_RUNS):
        model.set_events(index, fetch)
        painted(view)
        kept: list[EventIndex] = []
        jobs.append(timed(lambda: kept.append(index.take(wanted.mask(index)))))  # noqa: B023 - called at once
        windows.append(timed(lambda: (model.set_events(kept[0], fetch), painted(view))))  # noqa: B023
    view.deleteLater()
    job, window = statistics.median(jobs), statistics.median(windows)
    return {"job": round(job, 1), "window": round(window, 1), "all": round(job + window, 1)}


def hit_test(index: EventIndex) -> dict[str, float]:
    """Return what a look at the event under the pointer takes, at the spans where there are single ones: mean and worst."""
    view, chance, times = shown(index, 12, _SIZE), np.random.default_rng(3), []
    first, last = view.extent() or (0, 1)
    for days in (SPANS["1 month"], SPANS["1 week"], SPANS["1 day"]):
        middle = (first + last) / 2
        view.set_visible_span(middle, middle + days * SECONDS_PER_DAY)
        painted(view)
        scene = view.scene()
        assert scene is not None
        for x, y in chance.uniform((0, 0), (view.viewport().width(), view.viewport().height()), (500, 2)).tolist():
            start = time.perf_counter_ns()
            scene.mark_at(x, y)
            times.append((time.perf_counter_ns() - start) / 1e6)
    view.deleteLater()
    return {"mean": round(statistics.mean(times), 4), "p99": round(float(np.percentile(times, 99)), 4)}


def memory(index: EventIndex, lanes: int) -> float:
    """Return the bytes an event of the index, and of all that the view and its lanes keep of it once it has been looked at."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    copy = index.take(np.arange(len(index)))
    view = shown(copy, lanes, _SIZE)
    copy.row_of(int(copy.ids[0]))
    first, last = view.extent() or (0, 1)
    for days in SPANS.values():
        middle, reach = (first + last) / 2, (days * SECONDS_PER_DAY or last - first) / 2
        view.set_visible_span(middle - reach, middle + reach)
        painted(view)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    view.deleteLater()
    return round((after - before) / len(index), 1)


def first_picture(index: EventIndex) -> dict[str, float]:
    """Return the seconds from opening a library of these events to its first frame: without the file of columns, and with it."""
    with tempfile.TemporaryDirectory() as place:
        path, cache = Path(place) / "many.timeline", Path(place) / "cache"
        with Library.create(path) as library:
            library.add([make_extraction()])
        _fill(path, index)
        return {"from_the_library_s": _opened(path, cache), "from_the_columns_s": _opened(path, cache)}


def _fill(path: Path, index: EventIndex) -> None:
    """Write events into a library: all of one article, which opening does not look at."""
    connection = apsw.Connection(str(path))
    connection.pragma("synchronous", "off")
    columns = (index.starts, index.ends, index.outlets + 100, index.kinds, index.granularities, index.flags)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    with transaction(connection):
        article = connection.execute("SELECT id FROM article").get
        outlets = enumerate(index.outlet_names, 100)
        connection.executemany("INSERT INTO outlet VALUES (?, ?)", outlets)
        connection.executemany(
            "INSERT INTO event (article, start, end, outlet, kind, granularity, flags) VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((article, *row) for row in rows),
        )
    connection.close()


def _opened(path: Path, cache: Path) -> float:
    start = time.perf_counter()
    snapshot = read_snapshot(path, EventFilter(), cache=cache)
    view = shown(snapshot.shown, 12, _SIZE)
    taken = time.perf_counter() - start
    view.deleteLater()
    return round(taken, 3)
