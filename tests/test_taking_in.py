"""Taking in, seen from the session: looking again, taking back, watching, going on with what was cut off, going back."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import make_extraction
from tests.library.raw import DAMAGE_A_WORD, execute
from tests.test_importing import write
from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.library import Library
from timeline_app.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from timeline_app.domain.sources import ImportBatch
    from timeline_app.importing import ImportReport


class Desk:
    """A session on a library of its own, and what it said."""

    def __init__(self, path: Path) -> None:
        self.session = Session()
        self.library_path = path
        self.reports: list[ImportReport | None] = []
        self.taken_back: list[int] = []
        self.interrupted: list[ImportBatch] = []
        self.complaints: list[str] = []
        self.done: list[str] = []
        self.session.import_finished.connect(self.reports.append)
        self.session.intake.taken_back.connect(self.taken_back.append)
        self.session.intake.interrupted.connect(self.interrupted.append)
        self.session.failed.connect(lambda said: self.complaints.append(str(said)))
        self.session.keeper.done.connect(lambda said: self.done.append(str(said)))
        self.session.open(path)

    @property
    def articles(self) -> int:
        return self.session.library.info().articles

    def report(self) -> ImportReport:
        """Wait for the next report."""
        wait_until(lambda: bool(self.reports) or bool(self.complaints))
        report = self.reports.pop()
        assert report is not None, self.complaints
        return report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    Library.create(path).close()
    return path


@pytest.fixture
def desk(app: QApplication, path: Path) -> Iterator[Desk]:
    desk = Desk(path)
    yield desk
    desk.session.close()
    wait_for_tasks()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", 2)


def test_looking_again_takes_in_what_is_new_and_taking_back_takes_that_out(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    assert desk.report().added == 2
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    desk.session.intake.rescan()
    report = desk.report()
    assert (report.added, report.unchanged) == (1, 2)
    assert report.import_id is not None
    desk.session.intake.take_back(report.import_id)
    wait_until(lambda: bool(desk.taken_back))
    assert desk.taken_back == [1]
    assert desk.articles == 2


def test_one_import_at_a_time(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    desk.session.intake.rescan()
    assert desk.complaints.pop() == "articles are being taken in already"
    assert desk.report().added == 2


def test_a_watched_library_takes_in_by_itself_and_goes_on_doing_so_when_opened_again(
    desk: Desk, folder: Path, path: Path
) -> None:
    desk.session.add([folder])
    desk.report()
    assert not desk.session.watcher.is_watching
    desk.session.watcher.watch(wanted=True)
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    desk.session.watcher._timer.setInterval(10)
    assert desk.report().added == 1
    desk.session.close()
    wait_for_tasks()
    desk.reports.clear()
    (folder / "newer.txt").write_text(" date 2023-03-02 A newer treaty was signed.", encoding="utf-8")
    desk.session.open(path)
    assert desk.session.watcher.is_watching
    assert desk.report().added == 1
    desk.session.watcher.watch(wanted=False)
    assert not desk.session.watcher._timer.isActive()


def test_nothing_new_in_a_watched_folder_is_not_spoken_of(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    desk.report()
    desk.session.watcher.watch(wanted=True)
    wait_until(lambda: desk.session.watcher._looking is None)
    assert not desk.session.is_importing
    assert desk.reports == []


def test_an_import_cut_off_by_closing_is_offered_and_gone_on_with(desk: Desk, path: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "many", 60, "Once more they met on Tuesday in Brussels. " * 200)
    desk.session.intake.processes = 1
    desk.session.add([folder])
    wait_until(lambda: desk.session.library.imports.unfinished() is not None)
    desk.session.close()
    wait_for_tasks()
    desk.session.open(path)
    [offered] = desk.interrupted
    assert offered.sources == (str(folder),)
    desk.reports.clear()
    desk.session.intake.resume()
    assert desk.report().import_id in {offered.id, None}
    assert desk.articles == 60
    assert desk.session.library.imports.unfinished() is None


def test_an_import_that_the_reader_stopped_is_not_offered(desk: Desk, path: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "many", 60, "Once more they met on Tuesday in Brussels. " * 200)
    desk.session.add([folder])
    wait_until(lambda: desk.session.library.imports.unfinished() is not None)
    desk.session.cancel_import()
    assert desk.report().cancelled
    desk.session.close()
    desk.session.open(path)
    assert desk.interrupted == []


def test_what_was_cut_off_can_be_left(desk: Desk, path: Path) -> None:
    desk.session.library.imports.begin(["/somewhere"])
    desk.session.close()
    desk.session.open(path)
    assert len(desk.interrupted) == 1
    desk.session.intake.dismiss()
    desk.session.close()
    desk.session.open(path)
    assert len(desk.interrupted) == 1


def test_going_back_to_a_copy_opens_it_in_place(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    desk.report()
    desk.session.compact()
    wait_until(lambda: len(desk.done) == 1)
    assert "MB" in desk.done[0]
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    desk.session.intake.rescan()
    desk.report()
    assert desk.articles == 3
    [copy] = desk.session.library.backups()
    wait_until(lambda: not desk.session.refiner.is_running)
    desk.session.go_back(copy)
    wait_until(lambda: len(desk.done) == 2 or bool(desk.complaints))
    assert desk.complaints == []
    assert desk.articles == 2
    assert len(desk.session.library.backups()) == 2


def test_a_table_is_read_again_with_what_the_reader_says_of_its_columns(desk: Desk, tmp_path: Path) -> None:
    text = "The ministers met in Brussels and agreed on further support for the fleet of the island."
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text(f"Nr,Tag,Was,Mehr\n{name},14.02.2023,{text},Ministers meet\n", encoding="utf-8")
    desk.session.add([tmp_path / "one.csv"])
    [issue] = desk.report().issues
    assert issue.table is not None
    desk.session.intake.read_table_again(
        tmp_path / "one.csv", replace(issue.table, names=("", "date", "text", "title"))
    )
    report = desk.report()
    assert (report.added, report.issues) == (1, ())
    assert [hit.title for hit in desk.session.library.search("fleet")] == ["Ministers meet"]
    desk.session.add([tmp_path / "two.csv"])
    assert desk.report().issues == ()


def test_a_library_that_was_not_closed_is_checked_and_damage_is_said(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "left.timeline"
    with Library.create(path) as library:
        library.add([make_extraction()])
        copy = tmp_path / "copy.timeline"
        for end in ("", "-wal"):  # as a power cut would leave it
            shutil.copyfile(f"{path}{end}", f"{copy}{end}")
    desk.session.open(copy)
    wait_until(lambda: not desk.session.keeper.is_running)
    assert desk.complaints == []
    desk.session.close()
    execute(copy, DAMAGE_A_WORD)
    with Library.open(copy) as library:
        library.set_state("a", "b")
        for end in ("", "-wal"):
            shutil.copyfile(f"{copy}{end}", f"{path}{end}")
    desk.session.open(path)
    wait_until(lambda: bool(desk.complaints))
    assert "This library is damaged" in desk.complaints[0]


def last_step(desk: Desk) -> tuple[str, bool, bool]:
    stack = desk.session.corrector.undo_stack
    return stack.undoText() or stack.redoText(), stack.canUndo(), stack.canRedo()


def test_an_import_is_undone_and_done_again_as_one_step(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    count = desk.report().added
    assert last_step(desk) == (f"take in {count} articles", True, False)
    desk.session.corrector.undo()
    wait_until(lambda: desk.taken_back == [count])
    assert desk.articles == 0
    assert last_step(desk) == (f"take in {count} articles", False, True)
    desk.session.intake.rescan()
    wait_until(lambda: not desk.session.is_importing)
    assert desk.articles == 0  # what was taken back does not come by itself
    desk.session.corrector.redo()
    desk.reports.clear()
    assert desk.report().added == count
    assert desk.articles == count
    assert last_step(desk) == (f"take in {count} articles", True, False)
    assert len(desk.session.library.steps()) == 1


def test_what_came_beside_the_articles_of_an_import_does_not_come_with_its_redoing(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    count = desk.report().added
    desk.session.corrector.undo()
    wait_until(lambda: desk.taken_back == [count])
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    moved = next(iter(folder.glob("**/*.txt")))
    moved.rename(moved.with_name("elsewhere.txt"))
    desk.session.corrector.redo()
    desk.reports.clear()
    assert desk.report().added == count
    assert desk.articles == count
    desk.session.intake.rescan()
    assert desk.report().added == 1  # as it would have, had nothing been undone


def test_an_import_that_is_done_again_and_cut_off_is_gone_on_with_as_it_was(
    desk: Desk, path: Path, folder: Path
) -> None:
    desk.session.add([folder])
    count = desk.report().added
    desk.session.corrector.undo()
    wait_until(lambda: desk.taken_back == [count])
    desk.session.close()
    wait_for_tasks()  # a copy is being made
    with Library.open(path) as library:
        library.imports.reopen(1)
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    desk.session.open(path)
    desk.reports.clear()
    desk.session.intake.resume()
    assert desk.report().added == count
    assert desk.articles == count


def test_corrections_are_undone_before_the_import_that_they_are_about(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    count = desk.report().added
    event = int(desk.session.library.load_index().ids[0])
    assert desk.session.corrector.star([event])
    desk.session.corrector.undo()
    assert desk.articles == count
    desk.session.corrector.undo()
    wait_until(lambda: desk.taken_back == [count])
    desk.session.close()
    desk.session.open(desk.library_path)
    assert last_step(desk)[1:] == (False, True)
    desk.session.corrector.redo()
    wait_until(lambda: desk.articles == count and not desk.session.is_importing)
    desk.session.corrector.redo()
    assert desk.session.stored_event(int(desk.session.library.load_index().ids[0])).starred


def test_what_a_watched_folder_brings_does_not_come_between_what_can_be_undone(desk: Desk, folder: Path) -> None:
    desk.session.add([folder])
    count = desk.report().added
    desk.session.watcher.watch(wanted=True)
    wait_until(lambda: desk.session.watcher._looking is None)
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    desk.session.watcher.look()
    wait_until(lambda: desk.articles == count + 1 and not desk.session.is_importing)
    assert [step.import_id for step in desk.session.library.steps()] == [1]


def test_taking_back_that_is_stopped_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": f"Day {n}", "text": f"It rained on day {n}.", "date": "2023-02-14"}) for n in range(400)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    desk.session.add([tmp_path / "many.jsonl"])
    assert desk.report().added == 400
    told: list[int] = []
    desk.session.intake.taking_back.connect(lambda done, _total: (told.append(done), desk.session.cancel_import()))
    desk.session.corrector.undo()
    wait_until(lambda: desk.taken_back == [0])
    assert told
    assert desk.articles == 400
    assert last_step(desk) == ("take in 400 articles", True, False)
