"""Whether the window answers while articles are taken in: ``python -m tests.benchmarks.window [RECORDS]``.

A timer of the event loop ticks every 5 ms while the real window, without a screen, takes in records of the archive with the whole
pipeline; the longest time between two ticks is how long a reader would wait for an answer. Prints JSON: seconds until the first
events were on screen, the longest waits in milliseconds, and the peak memory of this process. Waits are by the clock: where others
are at work on the machine, what the thread of the window itself was busy between two ticks says more, and so does the load.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

ARCHIVE = Path(__file__).parents[2].parent / "shared" / "data" / "archive" / "statements_2021-22.jsonl.gz"
TICK_MS = 5


def main() -> int:
    if not ARCHIVE.is_file():
        print("the shared test data is not on this machine", file=sys.stderr)
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_CACHE_HOME"] = name
        print(json.dumps(measured(folder, int(sys.argv[1]) if len(sys.argv) > 1 else 600), indent=1))
    return 0


def measured(folder: Path, records: int) -> dict[str, float]:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from timeline_app.background import GarbageCollector, wait_for_tasks
    from timeline_app.session import Session
    from timeline_app.settings import Settings
    from timeline_app.ui.main_window import MainWindow

    articles = folder / "articles.jsonl"
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines, articles.open("w", encoding="utf-8") as out:
        out.writelines(islice(lines, records))
    application = QApplication.instance() or QApplication([])
    collector = GarbageCollector(application)
    session = Session()
    window = MainWindow(session, Settings(folder / "settings.ini"))
    window.resize(1280, 800)
    window.show()
    session.create(folder / "case.timeline")
    application.processEvents()
    waits: list[float] = []
    busy: list[float] = []
    first: list[float] = []
    done: list[object] = []
    started = last = time.perf_counter()
    last_busy = time.thread_time()

    def tick() -> None:
        nonlocal last, last_busy
        now, busy_now = time.perf_counter(), time.thread_time()
        waits.append((now - last) * 1000)
        busy.append((busy_now - last_busy) * 1000)
        last, last_busy = now, busy_now

    def on_snapshot(snapshot: object) -> None:
        if len(snapshot.events) and not first:  # type: ignore[attr-defined]
            first.append(time.perf_counter() - started)

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    session.snapshot_changed.connect(on_snapshot)
    session.import_finished.connect(done.append)
    session.add([articles])
    while not done:
        application.processEvents()
        time.sleep(0.001)
    seconds = time.perf_counter() - started
    timer.stop()
    waits.sort()
    session.close()
    window.close()
    wait_for_tasks()
    del collector
    return {
        "articles": records,
        "seconds": round(seconds, 1),
        "first_events_seconds": round(first[0], 2) if first else -1.0,
        "longest_wait_ms": round(waits[-1], 1),
        "p99_wait_ms": round(waits[int(len(waits) * 0.99)], 1),
        "longest_busy_ms": round(max(busy), 1),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else -1.0,
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    try:
        import resource
    except ImportError:
        return -1.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024 * 1024)


if __name__ == "__main__":
    sys.exit(main())
