"""Reading the open library's articles again, carefully, in the background, while nothing else is taken in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.background import Task
from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline_app.background import Control
    from timeline_app.rereading import RefineProgress, RefineReport

_log = logging.getLogger(__name__)

_PAUSE_MS = 1000
"""The events come to the screen first: loading what reads articles again would take the processor from painting them."""

_FIRST_SHOWN = 50
"""After so many articles the reader is shown what has changed; then whenever twice as many are done, and at the end."""


class Refiner(QObject):
    """Does so only where it is `enabled`: what opens a library to look at it once gains nothing."""

    progressed = Signal(object)
    """A `RefineProgress`."""
    changed = Signal()
    """The library has changed so much that it is worth reading anew."""
    ended = Signal(object)
    """A `RefineReport`, None where there was nothing to do, or it was stopped or failed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.enabled = False
        self._task: Task | None = None
        self._then: list[Callable[[], None]] = []
        self._next_shown = 0
        self._path: Path | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    @property
    def is_running(self) -> bool:
        """True while articles are being read."""
        return self._task is not None

    def start(self, path: Path) -> None:
        """Read what of this library is not read carefully yet, after a pause."""
        if self.enabled and self._task is None:
            self._path = path
            self._pause.start()

    def _begin(self) -> None:
        path = self._path
        assert path is not None

        def work(control: Control) -> RefineReport | None:
            with Library.open(path, read_only=True) as library:
                if not library.count_unrefined():
                    return None
            from timeline_app.rereading import refine_library  # only now: it loads the extraction

            return refine_library(path, on_progress=control.report, is_cancelled=control.is_cancelled)

        self._next_shown = _FIRST_SHOWN
        self._task = Task(work)
        self._task.progressed.connect(self._on_progress)
        self._task.succeeded.connect(self._on_end)
        self._task.failed.connect(self._on_failure)
        self._task.start()

    def stop(self, then: Callable[[], None]) -> None:
        """Stop soon, keep what is done, and then do something else with the library, after what waits for that already."""
        self._pause.stop()
        if self._task is None:
            then()
        else:
            self._then.append(then)
            self._task.cancel()

    def forget(self) -> None:
        """Stop soon and say nothing more: the library is closed."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task.progressed.disconnect(self._on_progress)
            self._task.succeeded.disconnect(self._on_end)
            self._task.failed.disconnect(self._on_failure)
            self._task, self._then = None, []
            self.ended.emit(None)

    def _on_progress(self, progress: RefineProgress) -> None:
        self.progressed.emit(progress)
        if progress.done >= self._next_shown:
            self._next_shown = 2 * progress.done
            self.changed.emit()

    def _on_end(self, report: RefineReport | None) -> None:
        waiting, self._task, self._then = self._then, None, []
        self.ended.emit(report)
        if report is not None and report.refined:
            self.changed.emit()
        for then in waiting:
            then()

    def _on_failure(self, error: Exception) -> None:
        # Nothing is lost: the articles stay as they are, and the next time it is tried again.
        _log.warning("articles could not be read again: %s", error)
        self._on_end(None)
