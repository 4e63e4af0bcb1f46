"""Executors for the pool: worker processes, or none. Any other executor of `concurrent.futures` can take their place."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import wait as wait_for_any
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

NewExecutor: TypeAlias = "Callable[[], Executor]"
"""Makes an executor, and makes another where the first one broke."""

WORKER_MEMORY = 2 * 1024**3
"""Bytes that one worker may take for its data."""

_MOST_WORKERS = 61  # Windows cannot wait for more


def worker_count(jobs: int | None = None) -> int:
    """Return how many workers to use: as many as asked for, else one for each core that this process may use."""
    if jobs is None:
        jobs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(jobs, _MOST_WORKERS))


class WorkerProcesses(ProcessPoolExecutor):
    """The standard pool with spawned processes that leave interrupts to the parent, end with it, and can be ended at once."""

    def __init__(self, jobs: int | None = None) -> None:
        self._crew = _Crew()
        super().__init__(worker_count(jobs), mp_context=self._crew, initializer=_begin_work)

    def kill(self) -> None:
        """End all workers now, whatever they are doing; their tasks are lost."""
        for process in self._crew.processes:
            if process.pid is not None:  # one that could not be started has nothing to end
                process.kill()


class InThisProcess(Executor):
    """Does a task where and when it is submitted: for so little work that a process would cost more than it saves."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Do the task and return its future, done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future carries whatever was raised
            future.set_exception(error)
        return future


class _Crew(SpawnContext):
    """The spawn context, remembering the processes it made, so that a hanging one can be ended."""

    def __init__(self) -> None:
        super().__init__()
        self.processes: list[SpawnProcess] = []

    def Process(self, *args: Any, **kwargs: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        process = SpawnProcess(*args, **kwargs)
        self.processes.append(process)
        return process


def _begin_work() -> None:
    # Ctrl+C reaches the whole group of processes; what it means is the parent's to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    threading.Thread(target=_end_with_parent, name="end with parent", daemon=True).start()


def _limit_memory() -> None:
    """Let a text that would eat the machine's memory fail by itself, where the system can set such a limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    limit = WORKER_MEMORY if most == resource.RLIM_INFINITY else min(WORKER_MEMORY, most)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))


def _end_with_parent() -> None:
    """A killed parent tells nobody: its workers would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait_for_any([parent.sentinel])
        os._exit(1)
