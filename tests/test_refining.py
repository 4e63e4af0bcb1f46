from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.domain.article import Article
from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.library import Library
from timeline_app.refining import Refiner
from timeline_app.rereading import RefineProgress, RefineReport
from timeline_app.session import Session
from timeline_app.snapshots import Snapshot


def make_library(path: Path, count: int) -> Path:
    with Library.create(path) as library:
        library.add(
            extract(
                Article(f"No. {n}", f"The {n}th meeting of the ministers was in Brussels.", parse_edtf("2023-02-14"))
            )
            for n in range(count)
        )
    return path


def left(path: Path) -> int:
    with Library.open(path, read_only=True) as library:
        return library.count_unrefined()


@pytest.fixture
def session(app: QApplication) -> Iterator[Session]:
    session = Session()
    yield session
    session.close()
    wait_for_tasks()


def test_a_refiner_that_is_not_enabled_reads_nothing(app: QApplication, tmp_path: Path) -> None:
    refiner = Refiner()
    refiner.start(make_library(tmp_path / "case.timeline", 1))
    assert not refiner.is_running


def test_an_opened_library_is_read_again_and_shown_anew(session: Session, tmp_path: Path) -> None:
    path = make_library(tmp_path / "case.timeline", 4)
    snapshots: list[Snapshot] = []
    told: list[RefineProgress] = []
    reports: list[RefineReport] = []
    session.snapshot_changed.connect(snapshots.append)
    session.refiner.progressed.connect(told.append)
    session.refiner.ended.connect(reports.append)
    session.refiner.enabled = True
    session.open(path)
    wait_until(lambda: bool(reports) and len(snapshots) > 1)
    assert reports == [RefineReport(4)]
    assert told[-1] == RefineProgress(4, 4)
    assert left(path) == 0


def test_taking_in_ends_it_first_and_it_goes_on_afterwards(session: Session, tmp_path: Path) -> None:
    path = make_library(tmp_path / "case.timeline", 200)
    more = tmp_path / "more.txt"
    more.write_text(" date 2023-02-15 The ministers met in Oslo.", encoding="utf-8")
    reports: list[RefineReport | None] = []
    imported: list[object] = []
    session.refiner.ended.connect(reports.append)
    session.import_finished.connect(imported.append)
    session.refiner.enabled = True
    session.open(path)
    wait_until(lambda: session.refiner.is_running)
    session.add([more])
    wait_until(lambda: bool(imported))
    assert reports
    wait_until(lambda: left(path) == 0, seconds=60)


def test_closing_the_library_stops_it(session: Session, tmp_path: Path) -> None:
    path = make_library(tmp_path / "case.timeline", 200)
    session.refiner.enabled = True
    session.open(path)
    wait_until(lambda: session.refiner.is_running)
    session.close()
    assert not session.refiner.is_running
    wait_for_tasks()
    assert left(path) > 0


def test_without_the_encoder_the_reader_is_told_once(session: Session, tmp_path: Path) -> None:
    from timeline_app.messages import message

    complaints: list[str] = []
    session.failed.connect(lambda text: complaints.append(str(text)))
    session.refiner.ended.emit(RefineReport(0, message("there are no weights")))
    session.refiner.ended.emit(RefineReport(0, message("there are no weights")))
    assert complaints == ["there are no weights"]


def test_it_goes_on_after_the_library_was_made_smaller(session: Session, tmp_path: Path) -> None:
    path = make_library(tmp_path / "case.timeline", 200)
    done: list[object] = []
    session.keeper.done.connect(done.append)
    session.refiner.enabled = True
    session.open(path)
    wait_until(lambda: session.refiner.is_running)
    session.compact()
    wait_until(lambda: bool(done))
    wait_until(lambda: left(path) == 0, seconds=60)


def test_all_that_waits_for_its_end_is_done_in_turn(app: QApplication, tmp_path: Path) -> None:
    refiner, done = Refiner(), list[str]()
    refiner.enabled = True
    refiner.start(make_library(tmp_path / "case.timeline", 200))
    wait_until(lambda: refiner.is_running)
    refiner.stop(lambda: done.append("compact"))
    refiner.stop(lambda: done.append("import"))
    wait_until(lambda: not refiner.is_running)
    assert done == ["compact", "import"]
    wait_for_tasks()


def test_stopped_before_it_has_begun_it_does_not_begin(app: QApplication, tmp_path: Path) -> None:
    refiner, done = Refiner(), list[str]()
    refiner.enabled = True
    refiner.start(make_library(tmp_path / "case.timeline", 1))
    refiner.stop(lambda: done.append("import"))
    assert done == ["import"]
    assert not refiner._pause.isActive()
