from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from timeline_app.errors import ReaderError
from timeline_app.ingest.executors import InThisProcess, WorkerProcesses, worker_count
from timeline_app.ingest.pool import Done, Lost, map_ordered, run

two_workers = partial(WorkerProcesses, 2)


def do(task: str | int) -> str:
    """What the workers of these tests do: as the task says."""
    match task:
        case "die":
            os._exit(7)
        case "hang":
            time.sleep(600)
        case "hang in C":
            re.match(r"(a|aa)+$", "a" * 100 + "b")
        case "where":
            return str(os.getpid())
        case "raise":
            raise ValueError("no such thing")
        case "eat memory":
            bytearray(3 * 1024**3)
        case "interrupts":
            return str(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)
        case "modules":
            import timeline_app.ingest.worker  # noqa: F401

            return ",".join(name for name in sys.modules if name.startswith(("PySide6", "shiboken", "apsw")))
        case float():
            time.sleep(task)
    return f"did {task}"


def do_all(tasks: tuple[str | int, ...]) -> list[str]:
    return [do(task) for task in tasks]


def by_task(outcomes):
    done = {outcome.task: outcome.value for outcome in outcomes if isinstance(outcome, Done)}
    lost = {outcome.task: str(outcome.reason) for outcome in outcomes if isinstance(outcome, Lost)}
    return done, lost


@pytest.mark.parametrize(
    "new_executor", [two_workers, partial(ThreadPoolExecutor, 2), InThisProcess], ids=["processes", "threads", "here"]
)
def test_every_task_is_done_whatever_the_executor(new_executor):
    done, lost = by_task(list(run(do, [*range(40), "raise"], new_executor=new_executor, workers=2)))
    assert done == {number: f"did {number}" for number in range(40)}
    assert lost == {"raise": "The program failed on it (ValueError: no such thing)."}


def test_results_come_as_they_are_done():
    outcomes = run(do, [0.5, 1, 2], new_executor=partial(ThreadPoolExecutor, 2), workers=2)
    assert [outcome.task for outcome in outcomes] == [1, 2, 0.5]


def test_tasks_are_taken_only_as_fast_as_they_are_done():
    taken = itertools.count()
    outcomes = run(do, taken, new_executor=partial(ThreadPoolExecutor, 2), workers=2)
    for _ in range(10):
        next(outcomes)
    outcomes.close()
    assert next(taken) < 30


def test_worker_that_dies_costs_its_task_only():
    done, lost = by_task(list(run(do, [*range(10), "die", *range(10, 20)], new_executor=two_workers, workers=2)))
    assert done == {number: f"did {number}" for number in range(20)}
    assert lost == {"die": "Reading it ended the worker process."}


def test_task_that_kills_is_cut_into_pieces_and_only_the_piece_at_fault_is_lost():
    tasks = [(1, 2), (3, "die", 4, "die"), (5,)]
    outcomes = list(
        run(do_all, tasks, new_executor=two_workers, workers=2, ordered=True, divide=lambda t: [(i,) for i in t])
    )
    assert [outcome.task for outcome in outcomes] == [(1, 2), (3,), ("die",), (4,), ("die",), (5,)]
    assert [isinstance(outcome, Done) for outcome in outcomes] == [True, True, False, True, False, True]


@pytest.mark.parametrize("way", ["hang", "hang in C"])
def test_worker_that_hangs_costs_its_task_only(way):
    done, lost = by_task(list(run(do, [1, way, 2, 3], new_executor=two_workers, workers=2, patience=1)))
    assert done == {number: f"did {number}" for number in (1, 2, 3)}
    assert lost == {way: "Reading it took more than 1 seconds."}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is the system's, and this one has none")
def test_task_that_eats_memory_fails_by_itself():
    done, lost = by_task(list(run(do, [1, "eat memory", 2], new_executor=two_workers, workers=2)))
    assert set(done) == {1, 2}
    assert lost == {"eat memory": "The program failed on it (MemoryError)."}


def test_cancelling_ends_the_workers_at_once():
    started = time.monotonic()
    cancelled = []
    outcomes = run(do, [0, "hang", "hang"], new_executor=two_workers, workers=2, is_cancelled=lambda: bool(cancelled))
    assert next(outcomes).task == 0
    cancelled.append(True)
    assert list(outcomes) == []
    assert time.monotonic() - started < 5


def test_workers_leave_interrupts_to_the_parent_and_know_neither_qt_nor_the_library():
    done, _ = by_task(list(run(do, ["interrupts", "modules"], new_executor=two_workers, workers=2)))
    assert done == {"interrupts": "True", "modules": ""}


def test_order_is_kept_and_a_failing_item_gives_an_error_value():
    items = [0.2, 1, "raise", 2, 0.1, "die", *range(3, 40)]
    results = list(map_ordered(do, items, jobs=2))
    assert len(results) == len(items)
    for item, result in zip(items, results, strict=True):
        if item in {"raise", "die"}:
            assert isinstance(result, Lost)
            assert result.task == item
            assert str(result.reason)
        else:
            assert result == f"did {item}"


def test_order_is_kept_without_holding_more_than_a_window():
    taken = itertools.count()
    results = map_ordered(do, (0.3 if number == 0 else number for number in taken), jobs=2)
    assert next(results) == "did 0.3"
    results.close()
    assert next(taken) < 300


def test_an_item_or_two_start_no_process():
    assert list(map_ordered(do, ["where", "where"])) == [str(os.getpid())] * 2
    assert str(os.getpid()) not in list(map_ordered(do, ["where"] * 3, jobs=1))
    assert list(map_ordered(do, [])) == []


def test_nothing_to_do_starts_no_process():
    def never():
        raise AssertionError

    assert list(run(do, [], new_executor=never)) == []


def test_worker_count_is_what_is_asked_for_else_one_a_core():
    assert worker_count(3) == 3
    assert 1 <= worker_count() <= os.cpu_count()
    assert worker_count(1000) == 61


class Stillborn(ThreadPoolExecutor):
    def submit(self, *args, **kwargs):
        raise BrokenExecutor


def test_executor_that_never_gets_anything_done_is_an_error_and_no_endless_loop():
    with pytest.raises(ReaderError, match="end as soon as they start"):
        list(run(do, itertools.count(), new_executor=Stillborn, workers=2))


PARENT = """
import time
from concurrent.futures import wait
from timeline_app.ingest.executors import WorkerProcesses
import os
if __name__ == "__main__":
    pool = WorkerProcesses(2)
    pids = {pool.submit(os.getpid).result() for _ in range(20)}
    print(*pids, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to look at processes")
def test_workers_end_when_their_parent_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout is not None
        workers = parent.stdout.readline().split()
        assert workers
        parent.kill()

    def alive(pid: str) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
        except (FileNotFoundError, ProcessLookupError):
            return False

    deadline = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, workers))
