from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import many_extractions
from tests.waiting import wait_until
from timeline_app.domain.event_groups import EventGroups, GroupBy
from timeline_app.library import Library
from timeline_app.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(list(many_extractions(30)))
    return path


@pytest.fixture
def session(app: QApplication, path: Path) -> Iterator[Session]:
    session = Session()
    session.open(path)
    yield session
    session.close()


@pytest.fixture
def read(session: Session) -> list[tuple[GroupBy, EventGroups]]:
    read: list[tuple[GroupBy, EventGroups]] = []
    session.groups_read.connect(lambda by, groups: read.append((by, groups)))
    return read


def test_groups_asked_for_arrive(session: Session, read: list[tuple[GroupBy, EventGroups]]) -> None:
    session.ask_groups(GroupBy.PARTICIPANT)
    wait_until(lambda: bool(read))
    [(by, groups)] = read
    assert by is GroupBy.PARTICIPANT
    assert groups.events.tolist() == session.library.event_groups(by).events.tolist()


def test_known_groups_are_not_read_again(session: Session, read: list[tuple[GroupBy, EventGroups]]) -> None:
    session.ask_groups(GroupBy.FOLDER)
    wait_until(lambda: len(read) == 1)
    session.ask_groups(GroupBy.FOLDER)
    assert len(read) == 2
    assert read[0][1] is read[1][1]


def test_groups_that_were_asked_for_arrive_again_when_the_library_has_changed(
    session: Session, path: Path, read: list[tuple[GroupBy, EventGroups]]
) -> None:
    session.ask_groups(GroupBy.PARTICIPANT)
    wait_until(lambda: len(read) == 1)
    with Library.open(path) as library:
        library.add(list(many_extractions(5, seed=2)))
    session.refresh()
    wait_until(lambda: len(read) == 2)
    assert len(read[1][1]) > len(read[0][1])


def test_groups_of_a_library_that_was_closed_meanwhile_do_not_arrive(
    session: Session, tmp_path: Path, read: list[tuple[GroupBy, EventGroups]]
) -> None:
    session.ask_groups(GroupBy.PARTICIPANT)
    session.create(tmp_path / "other.timeline")
    session.ask_groups(GroupBy.PARTICIPANT)
    wait_until(lambda: bool(read))
    assert [len(groups) for _, groups in read] == [0]
