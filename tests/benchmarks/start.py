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

_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def __init__(self, is_it):
        super().__init__()
        self.is_it = is_it
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.is_it(watched):
            QTimer.singleShot(0, self.stop)
        return False
    def stop(self):
        print(time.time(), time.process_time(), flush=True)
        os._exit(0)
"""

_BARE = (
    _WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
watch = Watch(lambda w: isinstance(w, QMainWindow))
app.installEventFilter(watch)
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.exec()
"""
)

_PROGRAM = (
    _WATCH
    + """
from timeline_app import app
from timeline_app.__main__ import main
build = app.build_application
def build_and_watch(arguments):
    application = build(arguments)
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.timeline_view import TimelineView
    wants_events = len(sys.argv) > 1
    def is_it(widget):
        if not wants_events:
            return isinstance(widget, MainWindow)
        view = widget.parent()
        return isinstance(view, TimelineView) and view.model().rowCount() > 0
    application.watch = Watch(is_it)
    application.installEventFilter(application.watch)
    return application
app.build_application = build_and_watch
main([])
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
    from timeline_app.jobs import import_paths
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
