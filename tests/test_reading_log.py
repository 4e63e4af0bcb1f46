from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.builders import many_extractions
from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import Facet, Reading
from timeline_app.library import Library
from timeline_app.session import Session
from timeline_app.snapshots import Snapshot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(list(many_extractions(5)))
    return path


@pytest.fixture
def session(app: QApplication, path: Path) -> Iterator[Session]:
    session = Session()
    for timer, after in zip(session.reading.findChildren(QTimer), (20, 200), strict=True):
        timer.setInterval(after)
    snapshots: list[Snapshot] = []
    session.snapshot_changed.connect(snapshots.append)
    session.open(path)
    wait_until(lambda: bool(snapshots))
    yield session
    session.close()


def stored(path: Path, event: int) -> int:
    wait_for_tasks()
    with Library.open(path, read_only=True) as library:
        index = library.load_index()
        return int(index.flags[index.row_of(event)]) & int(EventFlag.SKIMMED | EventFlag.READ)


def test_an_event_that_stays_open_is_skimmed_and_then_read(session: Session, path: Path) -> None:
    seen: list[dict[int, Reading]] = []
    session.reading.noted.connect(seen.append)
    session.reading.follow(3)
    wait_until(lambda: len(seen) == 2)
    assert seen == [{3: Reading.SKIMMED}, {3: Reading.READ}]
    wait_until(lambda: stored(path, 3) == EventFlag.READ)


def test_an_event_that_is_left_at_once_was_not_seen(session: Session, path: Path) -> None:
    seen: list[dict[int, Reading]] = []
    session.reading.noted.connect(seen.append)
    session.reading.follow(3)
    session.reading.follow(4)
    wait_until(lambda: bool(seen))
    assert seen == [{4: Reading.SKIMMED}]
    session.reading.follow(None)


def test_going_into_the_article_reads_it(session: Session, path: Path) -> None:
    changed: list[Snapshot] = []
    session.readings_changed.connect(changed.append)
    session.reading.follow(5)
    session.reading.engage()
    assert changed[-1].events.flags[changed[-1].events.row_of(5)] & EventFlag.READ
    wait_until(lambda: stored(path, 5) == EventFlag.READ)


def test_what_was_noted_while_the_library_was_read_is_in_the_snapshot(session: Session) -> None:
    snapshots: list[Snapshot] = []
    session.snapshot_changed.connect(snapshots.append)
    session.refresh()
    session.reading.note({2: Reading.READ})
    wait_until(lambda: bool(snapshots))
    assert snapshots[-1].events.flags[snapshots[-1].events.row_of(2)] & EventFlag.READ


def test_what_is_read_under_a_filter_for_the_unread_stays_until_the_filter_is_set_again(session: Session) -> None:
    snapshots: list[Snapshot] = []
    session.snapshot_changed.connect(snapshots.append)
    session.readings_changed.connect(snapshots.append)
    unread = EventFilter.of(Facet.READING, Reading.UNREAD)
    session.finder.set_filter(unread)
    wait_until(lambda: bool(snapshots))
    count = len(snapshots[-1].shown)
    event = int(snapshots[-1].shown.ids[0])
    session.reading.note({event: Reading.READ})
    assert len(snapshots[-1].shown) == count
    session.finder.clear()
    session.finder.set_filter(unread)
    wait_until(lambda: len(snapshots[-1].shown) == count - 1)
    session.reading.note({event: Reading.UNREAD})
    session.finder.clear()
    session.finder.set_filter(unread)
    wait_until(lambda: len(snapshots[-1].shown) == count)


def test_what_was_read_before_stays_read_when_it_is_opened_again_for_a_moment(session: Session, path: Path) -> None:
    with Library.open(path) as library:
        library.note_readings({3: Reading.READ})
    shown: list[Snapshot] = []
    session.snapshot_changed.connect(shown.append)
    session.refresh()
    wait_until(lambda: bool(shown))
    session.readings_changed.connect(shown.append)
    session.reading.note({3: Reading.SKIMMED})
    assert shown[-1].events.flags[shown[-1].events.row_of(3)] & EventFlag.READ
    session.reading.note({3: Reading.UNREAD})
    session.reading.note({3: Reading.SKIMMED})
    events = shown[-1].events
    assert not events.flags[events.row_of(3)] & EventFlag.READ
    assert events.flags[events.row_of(3)] & EventFlag.SKIMMED
    wait_until(lambda: stored(path, 3) == EventFlag.SKIMMED)


def test_what_was_only_skimmed_is_among_the_unread(session: Session) -> None:
    shown: list[Snapshot] = []
    session.snapshot_changed.connect(shown.append)
    session.reading.note({2: Reading.SKIMMED, 3: Reading.READ})
    wait_for_tasks()
    session.finder.set_filter(EventFilter.of(Facet.READING, Reading.UNREAD))
    wait_until(lambda: bool(shown))
    assert {2, 3} & set(shown[-1].shown.ids.tolist()) == {2}


def test_a_library_that_cannot_be_written_to_keeps_nothing(app: QApplication, path: Path) -> None:
    session = Session()
    session.open(path, read_only=True)
    session.reading.note({1: Reading.READ})
    session.close()
    assert not stored(path, 1)


def test_what_was_noted_last_is_written_although_the_library_is_closed_while_something_else_is_written(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_write = threading.Event()
    note_readings = Library.note_readings

    def wait_and_note(library: Library, noted: Mapping[int, Reading]) -> None:
        may_write.wait(10)
        note_readings(library, noted)

    monkeypatch.setattr(Library, "note_readings", wait_and_note)
    session.reading.note({1: Reading.READ})
    session.reading.note({2: Reading.READ})
    session.reading.note({2: Reading.UNREAD, 3: Reading.SKIMMED})
    session.close()
    may_write.set()
    assert [stored(path, event) for event in (1, 2, 3)] == [EventFlag.READ, 0, EventFlag.SKIMMED]
