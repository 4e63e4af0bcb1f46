"""One way to run a job off the GUI thread."""

from __future__ import annotations

import gc
import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance

if TYPE_CHECKING:
    from collections.abc import Callable


_GARBAGE_MS = 1000


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
    _ended: deque[Task] = deque(maxlen=64)  # noqa: RUF012 - and until the other thread holds them no longer: see `_done`

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
        # The pool's thread may be about to drop its hold on the task. It must not be the last one: a QObject is destroyed on its
        # own thread.
        Task._ended.append(self)
        Task._running.discard(self)


class Newest(QObject):
    """Runs one job at a time; of those asked for meanwhile only the newest is run, and only its answer arrives.

    For what is asked again before it was answered, such as a search with every letter typed.
    """

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: Task | None = None
        self._next: Callable[[Control], object] | None = None
        self._edition = 0
        self._answering = 0
        """The edition that the running job was asked for."""

    def ask(self, work: Callable[[Control], object]) -> None:
        """Run a job in place of all that were asked for before: the one that is under way is asked to stop."""
        self._edition += 1
        self._next = work
        if self._running is None:
            self._run_next()
        else:
            self._running.cancel()

    def forget(self) -> None:
        """Want no answer any more."""
        self._edition += 1
        self._next = None
        if self._running is not None:
            self._running.cancel()

    def _run_next(self) -> None:
        work, self._next = self._next, None
        if work is None:
            return
        self._answering = self._edition
        self._running = Task(work)
        # Methods, not lambdas: what goes with the window that asked is asked no more.
        self._running.succeeded.connect(self._on_success)
        self._running.failed.connect(self._on_failure)
        self._running.start()

    def _on_success(self, result: object) -> None:
        self._end(self.succeeded, result)

    def _on_failure(self, error: object) -> None:
        self._end(self.failed, error)

    def _end(self, signal: SignalInstance, outcome: object) -> None:
        self._running = None
        if self._answering == self._edition:
            signal.emit(outcome)
        self._run_next()


class GarbageCollector(QObject):
    """Collects cyclic garbage on this thread only, in place of Python's automatic collection.

    That one runs on whichever thread happens to allocate, and where the garbage holds widgets, a job's thread would destroy them: a
    crash. Young garbage is looked at often, old seldom, by Python's own thresholds.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_GARBAGE_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most > 0
        ]
        if due:
            gc.collect(due[-1])


def wait_for_tasks() -> None:
    """Wait until no job runs: Python must not be taken down under a thread that runs Python. Long jobs were cancelled."""
    QThreadPool.globalInstance().waitForDone()
