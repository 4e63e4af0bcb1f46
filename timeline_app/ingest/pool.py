"""Many tasks on an executor, a bounded number at a time, with what goes wrong kept to the task that did it.

What a task does to its worker costs that task only. In the standard library's pool a worker that dies takes the others' results
with it, so the pool is made anew and what was in it is run again, one task at a time; a task that has lost two workers is cut into
its pieces, where it has some, and set aside where it has none.
"""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, TypeVar

from timeline_app.errors import ReaderError
from timeline_app.ingest.executors import InThisProcess, NewExecutor, WorkerProcesses, worker_count
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

Task = TypeVar("Task")
Result = TypeVar("Result")

PATIENCE = 300.0
"""Seconds without a single result after which the workers are taken to hang."""

_TASKS_PER_WORKER = 8  # one being done and some waiting, so that no worker waits for us while we write a batch down
_TASKS_HELD_PER_RUNNING = 2  # results that wait for an earlier one, where the order is kept
_LOST_WORKERS_ALLOWED = 2
_MOST_BREAKS_IN_A_ROW = 50
_POLL = 0.1
_ITEMS_PER_TASK = 8
_FEW_ITEMS = 2


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


def run(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    new_executor: NewExecutor = WorkerProcesses,
    workers: int | None = None,
    ordered: bool = False,
    most_held: int | None = None,
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
        most_held: How many outcomes may wait for an earlier one where the order is kept; None: a few.
        divide: Cuts a task that has lost two workers into its pieces, each a task of its own.
        is_cancelled: Asked several times a second.
        patience: Seconds without any result after which the workers are taken to hang.

    Raises:
        ReaderError: The executor breaks again and again and nothing gets done.
    """
    work = _Run(function, tasks, new_executor, worker_count(workers), ordered, most_held, divide, patience)
    yield from work.outcomes(is_cancelled or (lambda: False))


@dataclass(slots=True)
class _Piece(Generic[Task]):
    """A task or a piece of one: `place` is that of its task among the tasks, then its own in the task."""

    task: Task
    place: tuple[int, ...]
    lost_workers: int = 0


@dataclass(frozen=True, slots=True)
class _Finished(Generic[Task, Result]):
    """What came of a piece, and its place."""

    place: tuple[int, ...]
    outcome: Done[Task, Result] | Lost[Task]


class _Run(Generic[Task, Result]):
    def __init__(
        self,
        function: Callable[[Task], Result],
        tasks: Iterable[Task],
        new_executor: NewExecutor,
        workers: int,
        ordered: bool,
        most_held: int | None,
        divide: Callable[[Task], list[Task]] | None,
        patience: float,
    ) -> None:
        self._function, self._new_executor, self._divide = function, new_executor, divide
        self._ordered, self._patience, self._limit = ordered, patience, workers * _TASKS_PER_WORKER
        self._most_held = _TASKS_HELD_PER_RUNNING * self._limit if most_held is None else most_held
        self._new = (_Piece(task, (place,)) for place, task in enumerate(tasks))
        self._suspects: deque[_Piece[Task]] = deque()
        self._running: dict[Future[Result], _Piece[Task]] = {}
        self._executor: Executor | None = None
        self._breaks_in_a_row = 0
        self._last_result = time.monotonic()
        # By the place of a task: how many of its pieces are not done yet, and the outcomes that nobody has been given yet.
        self._unfinished: dict[int, int] = {}
        self._held: dict[int, list[_Finished[Task, Result]]] = {}
        self._next_place = 0

    def outcomes(self, is_cancelled: Callable[[], bool]) -> Iterator[Done[Task, Result] | Lost[Task]]:
        try:
            while not is_cancelled():
                self._submit()
                if not self._running:
                    break
                for finished in self._collect():
                    place = finished.place[0]
                    self._unfinished[place] -= 1
                    self._held.setdefault(place, []).append(finished)
                for place in self._places_to_give():
                    for finished in sorted(self._held.pop(place), key=lambda finished: finished.place):
                        yield finished.outcome
        finally:
            self._stop()

    def _places_to_give(self) -> list[int]:
        """Return the places whose outcomes are due: all that there are, or the next in order that are whole."""
        places = list(self._held)
        if self._ordered:
            places = []
            while self._next_place in self._held and not self._unfinished[self._next_place]:
                places.append(self._next_place)
                self._next_place += 1
        for place in places:
            if not self._unfinished[place]:
                del self._unfinished[place]
        return places

    def _submit(self) -> None:
        """Give the executor what it has room for; a task under suspicion runs alone, so that a loss is surely its own."""
        if self._suspects:
            if not self._running:
                self._start(self._suspects.popleft())
            return
        room = min(self._limit, self._most_held - len(self._held))
        while len(self._running) < room:
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

    def _collect(self) -> list[_Finished[Task, Result]]:
        """Wait a little for results; where the executor broke or hangs, put all that was in it under suspicion."""
        done, _ = wait(self._running, timeout=_POLL, return_when=FIRST_COMPLETED)
        if not done and time.monotonic() - self._last_result > self._patience:
            return self._give_up_on_running()
        broken = any(isinstance(future.exception(), BrokenExecutor) for future in done)
        if broken:
            done, _ = wait(self._running)
        finished: list[_Finished[Task, Result]] = []
        for future in done:
            piece = self._running.pop(future)
            error = future.exception()
            if error is None:
                finished.append(_Finished(piece.place, Done(piece.task, future.result())))
            elif isinstance(error, BrokenExecutor):
                finished += self._suspect(
                    piece, message(QT_TRANSLATE_NOOP("Message", "Reading it ended the worker process."))
                )
            else:
                finished.append(_Finished(piece.place, Lost(piece.task, failed_on(error))))
        self._breaks_in_a_row = self._breaks_in_a_row + 1 if broken else 0 if done else self._breaks_in_a_row
        if broken:
            self._stop()
            if self._breaks_in_a_row > _MOST_BREAKS_IN_A_ROW:
                raise ReaderError(
                    message(QT_TRANSLATE_NOOP("Message", "The worker processes end as soon as they start."))
                )
        if done:
            self._last_result = time.monotonic()
        return finished

    def _give_up_on_running(self) -> list[_Finished[Task, Result]]:
        pieces = list(self._running.values())
        self._stop()
        self._last_result = time.monotonic()
        reason = message(
            QT_TRANSLATE_NOOP("Message", "Reading it took more than {seconds} seconds."), seconds=round(self._patience)
        )
        return [finished for piece in pieces for finished in self._suspect(piece, reason)]

    def _suspect(self, piece: _Piece[Task], reason: Message) -> list[_Finished[Task, Result]]:
        """Run a task again that has lost a worker, alone; after the second, its pieces; return it as lost where it has none."""
        piece = replace(piece, lost_workers=piece.lost_workers + 1)
        if piece.lost_workers < _LOST_WORKERS_ALLOWED:
            self._suspects.append(piece)
            return []
        parts = self._divide(piece.task) if self._divide is not None and len(piece.place) == 1 else []
        if len(parts) < 2:
            return [_Finished(piece.place, Lost(piece.task, reason))]
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
        new_executor: Makes the executor; None: worker processes, but for an item or two.
    """
    waiting = iter(items)
    chunks = iter(lambda: tuple(islice(waiting, _ITEMS_PER_TASK)), ())
    first = next(chunks, ())
    chunks = chain([first], chunks)
    executor = new_executor or (InThisProcess if len(first) <= _FEW_ITEMS else partial(WorkerProcesses, jobs))
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
