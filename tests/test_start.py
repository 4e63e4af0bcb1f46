"""The start of the window: what it loads, in which order, and that what appears first stays where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from timeline_app.importing import import_paths
from timeline_app.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

WATCHED = """
import json, sys
from timeline_app import __main__

load_app = __main__.load_app

def load_and_watch():
    app = load_app()
    from PySide6.QtCore import QTimer
    from timeline_app.ui.timeline_view import TimelineView
    seen = {"loaded": list(sys.modules)}  # in the order of loading

    def places(window):
        panes = (window.timeline, window.overview, window.article, window.search_line)
        return [[*pane.mapTo(window, pane.rect().topLeft()).toTuple(), *pane.size().toTuple()] for pane in panes]

    class Window(app.MainWindow):
        def paintEvent(self, event):
            super().paintEvent(event)
            seen.setdefault("first", places(self))

    paint = TimelineView.paintEvent
    def paint_and_stop(view, event):
        paint(view, event)
        if view.model().rowCount() > 0 and "last" not in seen:
            seen["last"] = places(view.window())
            seen["events"] = view.model().rowCount()
            seen["loaded with events"] = list(sys.modules)
            print(json.dumps(seen))
            QTimer.singleShot(0, app.QApplication.quit)

    app.MainWindow, TimelineView.paintEvent = Window, paint_and_stop
    return app

__main__.load_app = load_and_watch
sys.exit(__main__.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Start the program with the sample until its events are painted; return what was loaded and where the panes were."""
    folder: Path = tmp_path_factory.mktemp("start")
    library = folder / "sample.timeline"
    import_paths(library, [resource("sample", "articles")])
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_STATE_HOME": str(folder),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "--safe-mode", str(library)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def _is_of(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def test_the_window_loads_nothing_that_only_taking_in_needs(started: dict[str, Any]) -> None:
    assert started["events"] > 0
    for package in (
        "multiprocessing.pool",
        "concurrent.futures.process",
        "yaml",
        "charset_normalizer",
        "dateutil",
        "timeline_app.ingest",
        "timeline_app.importing",
    ):
        assert not [module for module in started["loaded with events"] if _is_of(module, package)]


def test_the_window_loads_nothing_that_is_asked_for_later(started: dict[str, Any]) -> None:
    ui, library = "timeline_app.ui", "timeline_app.library"
    dialogs = (
        "dialogs",
        "event_dialogs",
        "participant_dialogs",
        "columns_dialog",
        "preferences_dialog",
        "views_dialog",
    )
    windows = ("palette", "palette_offers", "participant_page", "suggestion_list", "review_list", "compare_window")
    others = ("crash_dialog", "document_dialog", "key_sheet", "diagnostics", "pictures")
    writing = ("store", "refine", "entry", "identities", "suggestions", "effects", "backups", "repair", "integrity")
    unwanted = (
        *(f"{ui}.{module}" for module in (*dialogs, *windows, *others)),
        *(f"{library}.{module}" for module in writing),
        "timeline_app.exports",
        "timeline_app.plain_dates",
        "timeline_app.domain.facet_counts",
        "timeline_app.domain.sources",
        "PySide6.QtPrintSupport",
        "logging.handlers",
        "numpy.ma",
        "hashlib",
        "html",
        "secrets",
        "tomllib",
    )
    assert [module for module in started["loaded with events"] if _is_of(module, *unwanted)] == []


def test_what_knows_no_qt_is_loaded_before_qt(started: dict[str, Any]) -> None:
    loaded = started["loaded"]
    below_qt = ("timeline_app.domain", "timeline_app.library", "timeline_app.timeline", "numpy", "apsw")
    assert {"timeline_app.library", "numpy"} <= set(loaded)
    assert [module for module in loaded[loaded.index("PySide6") :] if _is_of(module, *below_qt)] == []


def test_no_pane_moves_when_the_events_arrive(started: dict[str, Any]) -> None:
    assert started["first"] == started["last"]
