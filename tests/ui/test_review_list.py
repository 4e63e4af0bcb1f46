from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from tests.builders import make_extraction
from timeline_app.domain.records import StoredEvent
from timeline_app.library import Library
from timeline_app.ui.review_list import ReviewList


@pytest.fixture
def events(tmp_path: Path) -> tuple[StoredEvent, ...]:
    with Library.create(tmp_path / "case.timeline") as library:
        library.add([make_extraction()])
        return library.article(library.article_of_event(1)).events


@pytest.fixture
def review(app: QApplication) -> Iterator[ReviewList]:
    review = ReviewList()
    yield review
    review.deleteLater()


def listed(review: ReviewList) -> QListWidget:
    found = review.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def test_the_event_that_is_chosen_stays_so_when_others_come_before_it(
    review: ReviewList, events: tuple[StoredEvent, ...]
) -> None:
    review.show_events(events[1:])
    chosen: list[int] = []
    review.event_chosen.connect(chosen.append)
    review.show_events(events)
    assert listed(review).currentRow() == 1
    assert chosen == []


def test_where_the_event_that_was_chosen_has_gone_the_next_one_is(
    review: ReviewList, events: tuple[StoredEvent, ...]
) -> None:
    review.show_events(events)
    chosen: list[int] = []
    review.event_chosen.connect(chosen.append)
    review.show_events(events[1:])
    assert chosen == [events[1].id]


def test_the_date_that_is_changed_is_that_of_the_event_chosen_in_the_list(
    review: ReviewList, events: tuple[StoredEvent, ...]
) -> None:
    review.show_events(events)
    said: list[object] = []
    review.event_chosen.connect(said.append)
    review.redate_wanted.connect(lambda: said.append("redate"))
    QTest.keyClick(listed(review), Qt.Key.Key_E)
    assert said == [events[0].id, "redate"]
