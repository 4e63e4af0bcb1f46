from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.builders import many_extractions
from timeline_app.background import wait_for_tasks
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.period import Period
from timeline_app.errors import LibraryError
from timeline_app.library import Library
from timeline_app.session import Session
from timeline_app.snapshots import Snapshot


class Reader:
    """Keeps what a session says."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.snapshots: list[Snapshot] = []
        self.complaints: list[str] = []
        session.snapshot_changed.connect(self.snapshots.append)
        session.failed.connect(lambda message: self.complaints.append(str(message)))

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 20
        while not is_so() and time.monotonic() < deadline:
            QCoreApplication.processEvents()
            time.sleep(0.002)
        assert is_so(), self.complaints

    def after(self, act: Callable[[], object]) -> Snapshot:
        count = len(self.snapshots)
        act()
        self.wait_until(lambda: len(self.snapshots) > count)
        return self.snapshots[-1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(list(many_extractions(30)))
    return path


@pytest.fixture
def reader(app: QApplication) -> Iterator[Reader]:
    session = Session()
    yield Reader(session)
    session.close()


def test_opening_brings_a_snapshot_with_counts(reader: Reader, path: Path) -> None:
    snapshot = reader.after(lambda: reader.session.open(path))
    assert snapshot.info.articles == 30
    assert len(snapshot.events) == len(snapshot.shown) > 0


def test_a_library_that_cannot_be_opened_leaves_the_open_one_open(reader: Reader, path: Path, tmp_path: Path) -> None:
    reader.after(lambda: reader.session.open(path))
    with pytest.raises(LibraryError):
        reader.session.open(tmp_path / "none.timeline")
    assert reader.session.path == path
    assert reader.session.library.info().articles == 30


def test_closing_a_library_that_was_changed_keeps_a_copy_of_it(reader: Reader, path: Path) -> None:
    session = reader.session
    snapshot = reader.after(lambda: session.open(path))
    session.close()
    wait_for_tasks()
    assert not path.with_name(f"{path.name}.backups").exists()
    reader.after(lambda: session.open(path))
    session.corrector.hide([int(snapshot.events.ids[0])])
    session.close()
    wait_for_tasks()
    with Library.open(path, read_only=True) as library:
        [backup] = library.backups()
    with Library.open(backup.path, read_only=True) as copy:
        assert len(copy.corrections()) == 1
    assert not reader.complaints


def test_a_filter_set_while_a_reload_is_under_way_does_not_bring_old_events_back(reader: Reader, path: Path) -> None:
    session = reader.session
    before = reader.after(lambda: session.open(path))
    event = int(before.events.ids[0])

    def hide_and_filter() -> None:
        session.corrector.hide([event])
        session.finder.set_filter(EventFilter(after=int(before.events.starts[0])))

    reader.after(hide_and_filter)
    reader.wait_until(lambda: reader.snapshots[-1].shown.row_of(event) == -1)
    assert len(reader.snapshots[-1].shown) == len(before.events) - 1


def test_a_filter_by_participant_and_words_at_once_needs_both(reader: Reader, path: Path) -> None:
    session = reader.session
    reader.after(lambda: session.open(path))
    who = session.library.participants(limit=1)[0]
    only_who = reader.after(lambda: session.finder.toggle_participant(who.id)).shown
    assert sorted(only_who.ids) == sorted(session.library.events_of([who.id]))
    both = reader.after(lambda: session.finder.search("nonesuchword")).shown
    assert len(both) == 0
    reader.after(session.finder.clear)
    assert len(reader.snapshots[-1].shown) == len(reader.snapshots[-1].events)


def test_corrections_are_undone_to_what_was_before_them(reader: Reader, path: Path) -> None:
    session = reader.session
    first = reader.after(lambda: session.open(path))
    event = int(first.events.ids[0])
    reader.after(lambda: session.corrector.retitle([event], "One"))
    reader.after(lambda: session.corrector.retitle([event], "Two"))
    reader.after(session.corrector.undo_stack.undo)
    assert session.stored_event(event).title == "One"
    reader.after(session.corrector.undo_stack.undo)
    assert session.stored_event(event).title == session.stored_event(event).report.title
    assert session.library.corrections() == []


def test_a_correction_that_cannot_be_written_is_said_and_is_not_on_the_undo_stack(reader: Reader, path: Path) -> None:
    session = reader.session
    snapshot = reader.after(lambda: session.open(path, read_only=True))
    session.corrector.redate([int(snapshot.events.ids[0])], Period.of_date(1999))
    assert reader.complaints
    assert session.corrector.undo_stack.count() == 0


def test_articles_are_not_added_to_a_library_that_may_only_be_read(reader: Reader, path: Path, tmp_path: Path) -> None:
    reader.after(lambda: reader.session.open(path, read_only=True))
    reader.session.add([tmp_path])
    assert reader.complaints
    assert not reader.session.is_importing


def test_taking_in_ends_with_a_report_and_the_new_events(reader: Reader, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.txt"
    file.write_text(" date 2001-05-08 Ministers met in Brussels on Monday.\n", encoding="utf-8")
    before = reader.after(lambda: reader.session.open(path))
    reports: list[object] = []
    reader.session.import_finished.connect(reports.append)
    reader.session.add([file])
    assert reader.session.is_importing
    reader.wait_until(lambda: bool(reports) and len(reader.snapshots[-1].events) > len(before.events))
    assert not reader.session.is_importing
    assert reader.snapshots[-1].info.articles == 31


def test_a_second_taking_in_waits_for_the_first(reader: Reader, path: Path, tmp_path: Path) -> None:
    reader.after(lambda: reader.session.open(path))
    reports: list[object] = []
    reader.session.import_finished.connect(reports.append)
    reader.session.add([tmp_path])
    reader.session.add([tmp_path])
    assert len(reader.complaints) == 1
    reader.wait_until(lambda: len(reports) == 1)
