"""What is done with a library as a whole is done one after the other, and nothing that was asked for is lost."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.builders import many_extractions
from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.keeping import Keeper
from timeline_app.library import Library
from timeline_app.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from timeline_app.importing import ImportReport
    from timeline_app.messages import Message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(list(many_extractions(5)))
    return path


@pytest.fixture
def may_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A check goes on until this is set."""
    may_end = threading.Event()

    def check_at_length(_library: Library) -> list[Message]:
        may_end.wait(10)
        return []

    monkeypatch.setattr(Library, "check", check_at_length)
    yield may_end
    may_end.set()
    wait_for_tasks()


def test_what_is_asked_for_while_a_job_runs_is_done_after_it(
    app: QApplication, path: Path, may_end: threading.Event
) -> None:
    keeper, said, running = Keeper(), list[str](), list[bool]()
    keeper.done.connect(lambda done: said.append(str(done)))
    keeper.running_changed.connect(lambda: running.append(keeper.is_running))
    keeper.check(path)
    keeper.compact(path)
    keeper.after(lambda: said.append("after that"))
    assert keeper.is_running
    assert not said
    may_end.set()
    wait_until(lambda: len(said) == 2)
    assert said[0].startswith("The library takes")
    assert said[1] == "after that"
    assert running == [True, False, True, False]


def test_what_waits_is_not_done_with_a_library_that_is_closed(
    app: QApplication, path: Path, may_end: threading.Event
) -> None:
    keeper, said = Keeper(), list[str]()
    keeper.done.connect(lambda done: said.append(str(done)))
    keeper.check(path)
    keeper.compact(path)
    keeper.close()
    assert not keeper.is_running
    may_end.set()
    keeper.compact(path)
    wait_until(lambda: bool(said))
    wait_for_tasks()
    assert len(said) == 1


def test_articles_wait_until_the_library_has_been_looked_through(
    app: QApplication, path: Path, tmp_path: Path, may_end: threading.Event
) -> None:
    session, reports = Session(), list["ImportReport | None"]()
    session.import_finished.connect(reports.append)
    session.open(path)
    session.keeper.check(path)
    article = tmp_path / "one.txt"
    article.write_text("On 3 May 2021 the bridge was opened.", encoding="utf-8")
    session.add([article])
    assert session.is_importing
    may_end.set()
    wait_until(lambda: bool(reports))
    assert reports[0] is not None
    assert reports[0].added == 1
    session.close()
