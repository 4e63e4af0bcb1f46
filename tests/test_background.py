from __future__ import annotations

import gc
import sys
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread

from tests import waiting
from timeline_app.background import Control, GarbageCollector, Newest, Task, wait_for_tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication


wait_until = partial(waiting.wait_until, seconds=10)


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()

    def _hear(self, what: str, value: object) -> None:
        self.heard.append((what, value))
        self.threads.add(QThread.currentThread())

    def on_progress(self, value: object) -> None:
        self._hear("progress", value)

    def on_success(self, value: object) -> None:
        self._hear("success", value)

    def on_failure(self, value: object) -> None:
        self._hear("failure", value)


@pytest.fixture
def receiver(app: QApplication) -> Receiver:
    return Receiver()


def start(work: Callable[[Control], object], receiver: Receiver) -> Task:
    task = Task(work)
    task.progressed.connect(receiver.on_progress)
    task.succeeded.connect(receiver.on_success)
    task.failed.connect(receiver.on_failure)
    return task.start()


def test_progress_and_result_arrive_in_order_on_the_thread_that_asked(receiver: Receiver) -> None:
    def work(control: Control) -> str:
        control.report(1)
        control.report(2)
        return "done"

    start(work, receiver)
    wait_until(lambda: len(receiver.heard) == 3)
    assert receiver.heard == [("progress", 1), ("progress", 2), ("success", "done")]
    assert receiver.threads == {QThread.currentThread()}


def test_the_work_is_done_on_another_thread(receiver: Receiver) -> None:
    start(lambda _control: threading.get_ident(), receiver)
    wait_until(lambda: bool(receiver.heard))
    assert receiver.heard[0][1] != threading.get_ident()


def test_no_failure_is_lost_however_early_it_is(receiver: Receiver) -> None:
    def work(_control: Control) -> None:
        raise ValueError("at once")

    for _ in range(50):
        start(work, receiver)
    wait_until(lambda: len(receiver.heard) == 50)
    assert {what for what, _ in receiver.heard} == {"failure"}


def test_a_task_hears_that_it_is_cancelled(receiver: Receiver) -> None:
    def work(control: Control) -> str:
        while not control.is_cancelled():
            time.sleep(0.001)
        return "stopped"

    task = start(work, receiver)
    task.cancel()
    wait_until(lambda: receiver.heard == [("success", "stopped")])


def test_a_task_that_nobody_keeps_still_delivers(receiver: Receiver) -> None:
    start(lambda _control: time.sleep(0.05), receiver)
    wait_until(lambda: receiver.heard == [("success", None)])
    wait_until(lambda: not Task._running)


class Ring:
    """Garbage that only the cyclic collector frees; remembers which thread did."""

    freed_on: set[int] = set()  # noqa: RUF012

    def __init__(self) -> None:
        self.self = self

    def __del__(self) -> None:
        Ring.freed_on.add(threading.get_ident())


def test_cyclic_garbage_is_collected_on_the_thread_of_the_collector_only(receiver: Receiver) -> None:
    Ring.freed_on.clear()
    collector = GarbageCollector()

    def work(_control: Control) -> None:
        for _ in range(50_000):
            Ring()

    try:
        start(work, receiver)
        wait_until(lambda: bool(receiver.heard))
        assert not Ring.freed_on
        collector.collect()
        assert Ring.freed_on == {threading.get_ident()}
    finally:
        gc.enable()


def test_ended_tasks_are_kept_until_no_other_thread_can_hold_them(receiver: Receiver) -> None:
    task = start(lambda _control: None, receiver)
    wait_until(lambda: bool(receiver.heard))
    wait_until(lambda: task in Task._ended)


def test_of_jobs_asked_for_while_one_runs_only_the_newest_is_run_and_answers(app: QApplication) -> None:
    newest, gate = Newest(), threading.Event()
    ran: list[int] = []
    answers: list[object] = []
    newest.succeeded.connect(answers.append)

    def job(number: int) -> Callable[[Control], int]:
        def work(_control: Control) -> int:
            ran.append(number)
            gate.wait(10)
            return number

        return work

    for number in range(5):
        newest.ask(job(number))
    wait_until(lambda: ran == [0])
    gate.set()
    wait_until(lambda: bool(answers))
    assert ran == [0, 4]
    assert answers == [4]


def test_a_job_that_a_newer_one_takes_the_place_of_is_asked_to_stop(app: QApplication) -> None:
    newest = Newest()
    answers: list[object] = []
    newest.succeeded.connect(answers.append)

    def until_asked_to_stop(control: Control) -> str:
        while not control.is_cancelled():
            time.sleep(0.001)
        return "old"

    newest.ask(until_asked_to_stop)
    newest.ask(lambda _control: "new")
    wait_until(lambda: bool(answers))
    assert answers == ["new"]


def test_what_is_forgotten_does_not_answer_and_a_failure_does(app: QApplication) -> None:
    newest = Newest()
    answers: list[object] = []
    newest.succeeded.connect(answers.append)
    newest.failed.connect(answers.append)
    newest.ask(lambda _control: "forgotten")
    newest.forget()
    newest.ask(lambda _control: 1 // 0)
    wait_until(lambda: bool(answers))
    assert [type(answer) for answer in answers] == [ZeroDivisionError]


def test_the_answer_for_a_window_that_has_gone_is_let_go(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    window, gate, has_ended = QObject(), threading.Event(), threading.Event()
    newest = Newest(window)
    mistakes: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: mistakes.append(error))

    def work(_control: Control) -> None:
        gate.wait(10)

    newest.ask(work)
    after = Task(lambda _control: gate.wait(10))
    after.succeeded.connect(lambda _result: has_ended.set())
    after.start()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    gate.set()
    wait_for_tasks()
    wait_until(has_ended.is_set)
    assert not mistakes
