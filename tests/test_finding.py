from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import make_extraction, many_extractions
from tests.waiting import wait_until
from timeline_app import finding
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facet_counts import FacetCounts
from timeline_app.domain.facets import Choice, Facet
from timeline_app.domain.period import Period
from timeline_app.finding import Hits
from timeline_app.library import Library
from timeline_app.session import Session


class Desk:
    """A session with a library open, and what its finder said."""

    def __init__(self, path: Path) -> None:
        self.session = Session()
        self.finder = self.session.finder
        self.filters: list[EventFilter] = []
        self.counts: list[FacetCounts] = []
        self.hits: list[Hits] = []
        self.shown: list[int] = []
        self.finder.filter_changed.connect(self.filters.append)
        self.finder.facets_counted.connect(self.counts.append)
        self.finder.hits_found.connect(self.hits.append)
        self.session.snapshot_changed.connect(lambda snapshot: self.shown.append(len(snapshot.shown)))
        self.session.open(path)
        wait_until(lambda: bool(self.shown))

    def counted(self) -> FacetCounts:
        wait_until(lambda: bool(self.counts) and self.counts[-1].wanted == self.finder.filter)
        return self.counts[-1]


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([make_extraction(source="/case/meeting.txt"), *many_extractions(30)])
    desk = Desk(path)
    yield desk
    desk.session.close()


def who(desk: Desk) -> Choice:
    return Choice(Facet.PARTICIPANT, desk.session.library.participants(limit=1)[0].id)


def test_earlier_filters_come_back_one_by_one_and_can_be_made_again(desk: Desk) -> None:
    finder, choice, outlet = desk.finder, who(desk), Choice(Facet.OUTLET, "Outlet 1")
    assert not finder.can_undo
    finder.toggle(choice)
    finder.toggle_excluded(outlet)
    both = finder.filter
    assert (both.chosen, both.excluded) == ({choice}, {outlet})
    finder.undo()
    assert finder.filter == EventFilter(chosen=frozenset({choice}))
    finder.undo()
    assert finder.filter.is_empty
    assert not finder.can_undo
    finder.redo()
    finder.redo()
    assert finder.filter == both
    assert not finder.can_redo
    assert desk.filters[-1] == both


def test_a_word_typed_letter_by_letter_is_one_step_back(desk: Desk) -> None:
    finder = desk.finder
    finder.toggle(who(desk))
    before = finder.filter
    for end in range(1, 8):
        finder.type("meeting"[:end])
    assert finder.filter == replace(before, query="meeting*")
    finder.undo()
    assert finder.filter == before


def test_typing_something_else_after_another_change_is_a_step_of_its_own(desk: Desk) -> None:
    finder = desk.finder
    finder.type("nato")
    finder.toggle(who(desk))
    finder.type("brussels")
    finder.undo()
    assert finder.filter.query == "nato*"
    assert finder.filter.chosen


def test_taking_every_letter_back_leaves_no_step(desk: Desk) -> None:
    finder = desk.finder
    finder.type("nat")
    finder.type("")
    assert finder.filter.is_empty
    assert not finder.can_undo
    assert desk.filters[-1].is_empty


def test_typing_brings_the_best_articles(desk: Desk) -> None:
    desk.finder.type("stolt")
    wait_until(lambda: bool(desk.hits) and bool(desk.hits[-1].articles))
    assert desk.hits[-1].query == "stolt*"
    assert [hit.title for hit in desk.hits[-1].articles] == ["Ministers meet in Brussels"]
    assert (desk.hits[-1].found, desk.hits[-1].are_newest) == (1, False)
    desk.finder.type("")
    wait_until(lambda: not desk.hits[-1].articles)


def test_a_few_letters_that_begin_very_many_words_bring_the_newest_articles(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_MOST_OF_THE_BARELY_BEGUN", 0)
    desk.finder.type("sto")
    wait_until(lambda: bool(desk.hits))
    assert [hit.title for hit in desk.hits[-1].articles] == ["Ministers meet in Brussels"]
    assert (desk.hits[-1].found, desk.hits[-1].are_newest) == (1, True)
    desk.finder.type("stol")
    wait_until(lambda: desk.hits[-1].query == "stol*")
    assert not desk.hits[-1].are_newest


def test_facets_are_counted_only_while_they_are_wanted_and_again_with_each_filter(desk: Desk) -> None:
    finder = desk.finder
    finder.toggle(who(desk))
    wait_until(lambda: len(desk.shown) == 2)
    assert not desk.counts
    finder.want_facets(wanted=True)
    counts = desk.counted()
    assert len(counts.shown) == desk.shown[-1]
    people = counts.facets[Facet.PARTICIPANT]
    for position, value in enumerate(people.values):
        expected = set(desk.session.library.events_of([int(value)]).tolist())
        index = desk.session.library.load_index()
        assert people.counts[position] == np.isin(index.ids, list(expected)).sum()
    finder.clear()
    assert len(desk.counted().shown) == desk.shown[0]


def test_counts_follow_what_is_taken_in(desk: Desk) -> None:
    desk.finder.want_facets(wanted=True)
    before = len(desk.counted().facets[Facet.PARTICIPANT].values)
    with Library.open(desk.session.library.path) as library:
        library.add(list(many_extractions(5, seed=3)))
    desk.session.refresh()
    wait_until(lambda: len(desk.counts[-1].facets[Facet.PARTICIPANT].values) > before)


def test_what_happened_around_a_date_is_shown_and_one_step_leads_back(desk: Desk) -> None:
    desk.finder.show_around(Period.of_date(2023, 2, 14), 7)
    wait_until(lambda: len(desk.shown) == 2)
    assert 0 < desk.shown[-1] < desk.shown[0]
    assert (desk.finder.filter.after, desk.finder.filter.before) == (
        Period.of_date(2023, 2, 7).start,
        Period.of_date(2023, 2, 21).end,
    )
    desk.finder.undo()
    wait_until(lambda: len(desk.shown) == 3)
    assert desk.shown[-1] == desk.shown[0]


def test_a_library_opened_later_has_no_filter_and_no_way_back(desk: Desk, tmp_path: Path) -> None:
    desk.finder.toggle(who(desk))
    desk.session.create(tmp_path / "other.timeline")
    assert desk.finder.filter.is_empty
    assert not desk.finder.can_undo


def test_participants_are_counted_as_the_timeline_shows_them(desk: Desk) -> None:
    told: list[dict[int, int]] = []
    desk.finder.participants_counted.connect(told.append)
    library = desk.session.library
    brussels = next(p.id for p in library.participants() if p.name == "Brussels")
    library.add([make_extraction(title="Undated", body="In Brussels.", published=None)])
    desk.session.refresh()
    wait_until(lambda: len(desk.shown) > 1)
    desk.finder.count_events_of([brussels])
    wait_until(lambda: bool(told))
    desk.finder.toggle(Choice(Facet.PARTICIPANT, brussels))
    wait_until(lambda: len(desk.shown) > 2)
    assert told[-1] == {brussels: desk.shown[-1]}
    desk.session.corrector.hide(library.events_of([brussels])[:1].tolist())
    wait_until(lambda: len(desk.shown) > 3 and len(told) > 1)
    assert told[-1] == {brussels: desk.shown[-1]}
    assert told[-1][brussels] == told[0][brussels] - 1


def test_participants_asked_for_before_there_are_events_are_counted_once_there_are(desk: Desk) -> None:
    told: list[dict[int, int]] = []
    desk.finder.participants_counted.connect(told.append)
    brussels = next(p.id for p in desk.session.library.participants() if p.name == "Brussels")
    desk.session.open(desk.session.library.path)
    desk.finder.count_events_of([brussels])
    wait_until(lambda: bool(told))
    assert told[-1][brussels] > 0
