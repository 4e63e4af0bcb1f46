"""One way to run a job off the GUI thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Control:
    """What a job is given to speak with the reader: `report` progress, ask `is_cancelled`."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self.report = report
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop soon and to keep what is done."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether the job was asked to stop."""
        return self._cancelled.is_set()


class Task(QObject):
    """A job on Qt's thread pool. Connect first, then `start()`: a job may end before the next line runs.

    Signals arrive on the thread that made the task: `progressed` with what the job reports, then exactly one of `succeeded`
    with its result and `failed` with its exception.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)

    _running: set[Task] = set()  # noqa: RUF012 - keeps tasks alive until their last signal has been delivered

    def __init__(self, work: Callable[[Control], object]) -> None:
        super().__init__()
        self._work = work
        self._control = Control(self.progressed.emit)
        self.succeeded.connect(self._done)
        self.failed.connect(self._done)

    def start(self) -> Task:
        """Run the job; return the task."""
        Task._running.add(self)
        QThreadPool.globalInstance().start(QRunnable.create(self._run))
        return self

    def cancel(self) -> None:
        """Ask the job to stop soon."""
        self._control.cancel()

    def _run(self) -> None:
        try:
            result = self._work(self._control)
        except Exception as error:  # noqa: BLE001 - whatever it is, the receiver decides
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _done(self) -> None:
        Task._running.discard(self)


def wait_for_tasks() -> None:
    """Wait until no job runs: Python must not be taken down under a thread that runs Python. Long jobs were cancelled."""
    QThreadPool.globalInstance().waitForDone()
