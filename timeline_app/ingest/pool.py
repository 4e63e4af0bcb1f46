"""Worker processes behind the interface of `concurrent.futures`, so that another executor can take their place.

`run` keeps an executor busy with a bounded number of tasks. What a task does to its worker costs that task only: in the standard
library's pool a worker that dies takes the others' results with it, so the pool is made anew and what was in it is run again, one
task at a time. A task that has lost two workers is cut into its pieces, where it has some, and set aside where it has none.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from multiprocessing import parent_process
from multiprocessing.connection import wait as wait_for_any
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

Task = TypeVar("Task")
Result = TypeVar("Result")

NewExecutor: TypeAlias = "Callable[[], Executor]"
"""Makes an executor, and makes another where the first one broke."""

WORKER_MEMORY = 2 * 1024**3
"""Bytes that one worker may take for its data."""

PATIENCE = 300.0
"""Seconds without a single result after which the workers are taken to hang."""

_TASKS_PER_WORKER = 2  # one being done and one waiting, so that no worker waits for us
_TASKS_HELD_PER_RUNNING = 4  # results that wait for an earlier one, where the order is kept
_LOST_WORKERS_ALLOWED = 2
_POLL = 0.1
_MOST_WORKERS = 61  # Windows cannot wait for more
_ITEMS_PER_TASK = 8


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task and what its function returned."""

    task: Task
    value: Result


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that gave nothing, and why."""

    task: Task
    reason: Message


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


def run(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    new_executor: NewExecutor = WorkerProcesses,
    workers: int | None = None,
    ordered: bool = False,
    divide: Callable[[Task], list[Task]] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    patience: float = PATIENCE,
) -> Generator[Done[Task, Result] | Lost[Task], None, None]:
    """Do the tasks in an executor and yield each with its result, as they are done or in their order.

    Tasks are taken from the iterable only as fast as they are done, so that it may be endless. Where cancelled, or where the
    caller stops asking, the workers are ended and what they were doing is dropped.

    Args:
        function: What is done with a task. For worker processes it and its tasks and results must be picklable.
        tasks: What is to be done.
        new_executor: Makes the executor.
        workers: How many tasks the executor does at a time; None: as many as `worker_count()`.
        ordered: Keep the order of the tasks.
        divide: Cuts a task that has lost two workers into its pieces, each a task of its own.
        is_cancelled: Asked several times a second.
        patience: Seconds without any result after which the workers are taken to hang.
    """
    yield from _Run(function, iter(tasks), new_executor, worker_count(workers), divide, patience).outcomes(
        ordered, is_cancelled or (lambda: False)
    )


@dataclass(slots=True)
class _Piece(Generic[Task]):
    """A task or a piece of one: `place` is that of its task among the tasks, then its own in the task."""

    task: Task
    place: tuple[int, ...]
    lost_workers: int = 0


class _Run(Generic[Task, Result]):
    def __init__(
        self,
        function: Callable[[Task], Result],
        tasks: Iterator[Task],
        new_executor: NewExecutor,
        workers: int,
        divide: Callable[[Task], list[Task]] | None,
        patience: float,
    ) -> None:
        self._function, self._new_executor, self._divide, self._patience = function, new_executor, divide, patience
        self._new = (_Piece(task, (place,)) for place, task in enumerate(tasks))
        self._limit = workers * _TASKS_PER_WORKER
        self._suspects: deque[_Piece[Task]] = deque()
        self._running: dict[Future[Result], _Piece[Task]] = {}
        self._executor: Executor | None = None
        self._unfinished: dict[int, int] = {}  # pieces of each task that are not done yet

    def outcomes(self, ordered: bool, is_cancelled: Callable[[], bool]) -> Iterator[Done[Task, Result] | Lost[Task]]:
        held: dict[int, list[tuple[tuple[int, ...], Done[Task, Result] | Lost[Task]]]] = {}
        next_place = 0
        last_result = time.monotonic()
        try:
            while not is_cancelled():
                self._submit(room=_TASKS_HELD_PER_RUNNING * self._limit - len(held))
                if not self._running:
                    break
                finished = self._collect()
                if finished:
                    last_result = time.monotonic()
                elif time.monotonic() - last_result > self._patience:
                    finished = self._give_up_on_running()
                    last_result = time.monotonic()
                for piece, outcome in finished:
                    place = piece.place[0]
                    self._unfinished[place] -= 1
                    held.setdefault(place, []).append((piece.place, outcome))
                ready = sorted(held) if not ordered else []
                while ordered and next_place in held and not self._unfinished[next_place]:
                    ready.append(next_place)
                    next_place += 1
                for place in ready:
                    if not self._unfinished[place]:
                        del self._unfinished[place]
                    yield from (outcome for _, outcome in sorted(held.pop(place), key=lambda entry: entry[0]))
        finally:
            self._stop()

    def _submit(self, room: int) -> None:
        """Give the executor what it has room for; a task under suspicion runs alone, so that a loss is surely its own."""
        if self._suspects:
            if not self._running:
                self._start(self._suspects.popleft())
            return
        while len(self._running) < min(room, self._limit):
            piece = next(self._new, None)
            if piece is None:
                return
            self._unfinished[piece.place[0]] = 1
            self._start(piece)
            if isinstance(self._executor, InThisProcess):
                return

    def _start(self, piece: _Piece[Task]) -> None:
        if self._executor is None:
            self._executor = self._new_executor()
        try:
            future = self._executor.submit(self._function, piece.task)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self._running[future] = piece

    def _collect(self) -> list[tuple[_Piece[Task], Done[Task, Result] | Lost[Task]]]:
        """Wait a little for results; where the executor broke, put all that was in it under suspicion."""
        done, _ = wait(self._running, timeout=_POLL, return_when=FIRST_COMPLETED)
        broken = any(isinstance(future.exception(), BrokenExecutor) for future in done)
        if broken:
            done, _ = wait(self._running)
        finished: list[tuple[_Piece[Task], Done[Task, Result] | Lost[Task]]] = []
        for future in done:
            piece = self._running.pop(future)
            error = future.exception()
            if error is None:
                finished.append((piece, Done(piece.task, future.result())))
            elif isinstance(error, BrokenExecutor):
                finished += self._suspect(
                    piece, message(QT_TRANSLATE_NOOP("Message", "Reading it ended the worker process."))
                )
            else:
                finished.append((piece, Lost(piece.task, failed_on(error))))
        if broken:
            self._stop()
        return finished

    def _give_up_on_running(self) -> list[tuple[_Piece[Task], Done[Task, Result] | Lost[Task]]]:
        pieces = list(self._running.values())
        self._stop()
        reason = message(
            QT_TRANSLATE_NOOP("Message", "Reading it took more than {seconds} seconds."), seconds=round(self._patience)
        )
        return [outcome for piece in pieces for outcome in self._suspect(piece, reason)]

    def _suspect(self, piece: _Piece[Task], reason: Message) -> list[tuple[_Piece[Task], Lost[Task]]]:
        """Run a task again that has lost a worker, alone; after the second, its pieces; return it as lost where it has none."""
        piece = replace(piece, lost_workers=piece.lost_workers + 1)
        if piece.lost_workers < _LOST_WORKERS_ALLOWED:
            self._suspects.append(piece)
            return []
        parts = self._divide(piece.task) if self._divide is not None and len(piece.place) == 1 else []
        if len(parts) < 2:
            return [(piece, Lost(piece.task, reason))]
        self._unfinished[piece.place[0]] += len(parts) - 1
        self._suspects.extend(
            _Piece(part, (*piece.place, number), _LOST_WORKERS_ALLOWED - 1) for number, part in enumerate(parts)
        )
        return []

    def _stop(self) -> None:
        """Let go of the executor and of what runs in it."""
        executor, self._executor = self._executor, None
        self._running.clear()
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)
        if isinstance(executor, WorkerProcesses):
            executor.kill()


def failed_on(error: BaseException) -> Message:
    """Return the sentence for an error of the program's own on a task."""
    return message(
        QT_TRANSLATE_NOOP("Message", "The program failed on it ({error})."),
        error=f"{type(error).__name__}: {error}" if str(error) else type(error).__name__,
    )


def map_ordered(
    function: Callable[[Task], Result],
    items: Iterable[Task],
    *,
    jobs: int | None = None,
    new_executor: NewExecutor | None = None,
) -> Iterator[Result | Lost[Task]]:
    """Yield the function's result for each item, in order, on all cores; a `Lost` for an item that it failed on.

    Args:
        function: What is done with an item: a function at the top of a module, since it goes to other processes.
        items: Taken as they are needed.
        jobs: Worker processes; None: one a core.
        new_executor: Makes the executor; None: worker processes.
    """
    waiting = iter(items)
    chunks = iter(lambda: tuple(islice(waiting, _ITEMS_PER_TASK)), ())
    executor = new_executor or partial(WorkerProcesses, jobs)
    each = partial(_each, function)
    for outcome in run(each, chunks, new_executor=executor, workers=jobs, ordered=True, divide=_singly):
        if isinstance(outcome, Done):
            yield from outcome.value
        else:
            yield from (Lost(item, outcome.reason) for item in outcome.task)


def _each(function: Callable[[Task], Result], items: tuple[Task, ...]) -> list[Result | Lost[Task]]:
    results: list[Result | Lost[Task]] = []
    for item in items:
        try:
            results.append(function(item))
        except Exception as error:  # noqa: BLE001 - one item must not cost the others
            results.append(Lost(item, failed_on(error)))
    return results


def _singly(items: tuple[Task, ...]) -> list[tuple[Task, ...]]:
    return [(item,) for item in items]
