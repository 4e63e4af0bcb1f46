from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from tests.builders import make_extraction
from timeline_app.library import Library
from timeline_app.messages import message
from timeline_app.reviewing import Doubtful
from timeline_app.ui.review_list import ReviewList


@pytest.fixture
def events(tmp_path: Path) -> tuple[Doubtful, ...]:
    with Library.create(tmp_path / "case.timeline") as library:
        library.add([make_extraction()])
        stored = library.article(library.article_of_event(1)).events
    return tuple(Doubtful(event, message("for a reason")) for event in stored)


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
    review: ReviewList, events: tuple[Doubtful, ...]
) -> None:
    review.show_events(events[1:])
    chosen: list[int] = []
    review.event_chosen.connect(chosen.append)
    review.show_events(events)
    assert listed(review).currentRow() == 1
    assert chosen == []


def test_where_the_event_that_was_chosen_has_gone_the_next_one_is(
    review: ReviewList, events: tuple[Doubtful, ...]
) -> None:
    review.show_events(events)
    chosen: list[int] = []
    review.event_chosen.connect(chosen.append)
    review.show_events(events[1:])
    assert chosen == [events[1].event.id]


def test_the_date_that_is_changed_is_that_of_the_event_chosen_in_the_list(
    review: ReviewList, events: tuple[Doubtful, ...]
) -> None:
    review.show_events(events)
    said: list[object] = []
    review.event_chosen.connect(said.append)
    review.redate_wanted.connect(lambda: said.append("redate"))
    QTest.keyClick(listed(review), Qt.Key.Key_E)
    assert said == [events[0].event.id, "redate"]


def test_each_event_says_why_the_program_is_unsure_and_how_it_was_dated(
    review: ReviewList, events: tuple[Doubtful, ...]
) -> None:
    review.show_events(events)
    date, title, doubt, explanation = listed(review).item(1).text().splitlines()
    assert (title, doubt) == (events[1].event.title, "for a reason")
    assert date.endswith("2023")
    assert explanation.startswith("Tuesday before")


def test_a_doubt_that_is_the_explanation_is_said_once(review: ReviewList, events: tuple[Doubtful, ...]) -> None:
    review.show_events([Doubtful(found.event, found.event.report.resolution.explanation) for found in events])
    assert len(listed(review).item(1).text().splitlines()) == 3


def test_what_is_decided_leaves_the_list_at_once_so_that_the_next_key_is_for_the_next(
    review: ReviewList, events: tuple[Doubtful, ...]
) -> None:
    review.show_events(events)
    accepted: list[int] = []
    review.accept_wanted.connect(accepted.append)
    QTest.keyClick(listed(review), Qt.Key.Key_Return)
    QTest.keyClick(listed(review), Qt.Key.Key_Return)
    assert accepted == [found.event.id for found in events[:2]]
    assert listed(review).count() == len(events) - 2


def test_the_window_opens_over_the_events_and_leaves_the_article_in_sight(app: QApplication) -> None:
    parent = QWidget()
    parent.setGeometry(100, 100, 1280, 800)
    parent.show()
    review = ReviewList(parent)
    review.show()
    assert review.x() - parent.x() < 100
    assert review.geometry().right() < parent.geometry().center().x()
    review.move(400, 300)
    review.hide()
    review.show()
    assert (review.x(), review.y()) == (400, 300)  # where the reader put it
    review.close()
    parent.close()
