"""How long from the start of the process to the first painted frame, against a bare QMainWindow of the same PySide6.

    python -m tests.benchmarks.start [--runs N]

Prints JSON: medians in seconds, of wall time and of the process's CPU time, and their ratios; on a machine that does other things
too, the CPU time is the steadier. `program` opens the sample library, taken in beforehand; `events` is the time until its events
are painted too. Runs alternate, so that what else the machine does falls on all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Each watches the one paintEvent only: an event filter in Python would cost more the more widgets a window has.
_STOP = """
import os, sys, time
def stop():
    print(time.time(), time.process_time(), flush=True)
    os._exit(0)
"""

_BARE = (
    _STOP
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, stop)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
)

_PROGRAM = (
    _STOP
    + """
from timeline_app import __main__
wants_events = len(sys.argv) > 1
load_app = __main__.load_app
def load_and_watch():
    app = load_app()
    from PySide6.QtCore import QTimer
    from timeline_app.ui.timeline_view import TimelineView
    watched = TimelineView if wants_events else app.MainWindow
    paint = watched.paintEvent
    def paint_and_stop(self, event):
        paint(self, event)
        if not wants_events or self.model().rowCount() > 0:
            QTimer.singleShot(0, stop)
    watched.paintEvent = paint_and_stop
    return app
__main__.load_app = load_and_watch
__main__.main([])
"""
)


def _seconds(code: str, folder: Path, *arguments: str) -> tuple[float, float]:
    """Run some code until it is stopped by its first frame; return the wall time and the CPU time that it took."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        # Compiled once, as an installed program is, whatever the shell that runs this asks of Python.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    ended, cpu = map(float, done.stdout.split()[-2:])
    return ended - begun, cpu


def _prepare(folder: Path) -> None:
    """Take the sample in, once, where the program will look for it."""
    from timeline_app.importing import import_paths
    from timeline_app.paths import resource

    target = folder / "data" / "timeline-app"
    target.mkdir(parents=True)
    import_paths(target / "Sample – Ever Given.timeline", [resource("sample", "articles")])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _prepare(folder)
        cases = {"bare": (_BARE,), "program": (_PROGRAM,), "events": (_PROGRAM, "events")}
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
        for _ in range(runs + 1):  # the first round compiles, warms the disk's cache and is thrown away
            for name, (code, *arguments) in cases.items():
                times[name].append(_seconds(code, folder, *arguments))
    figures: dict[str, float | int] = {"runs": runs}
    for suffix, column in (("", 0), ("_cpu", 1)):
        medians = {name: statistics.median(row[column] for row in rows[1:]) for name, rows in times.items()}
        figures |= {name + suffix: round(value, 3) for name, value in medians.items()}
        figures["ratio" + suffix] = round(medians["program"] / medians["bare"], 2)
        figures["ratio_events" + suffix] = round(medians["events"] / medians["bare"], 2)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
