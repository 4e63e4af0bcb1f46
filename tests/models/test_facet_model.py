from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_groups import EventGroups
from timeline_app.domain.event_index import COLUMN_TYPES, EventIndex
from timeline_app.domain.facet_counts import FacetCounts, count_facets
from timeline_app.domain.facets import Choice, Facet
from timeline_app.models.facet_model import FEW, FacetModel, Order, Part, State
from timeline_app.models.facet_texts import condition, short_folder

DAY = 86400
NAMES = [*(f"Person {number:02}" for number in range(12)), "Émile Zola", "Ministry"]


def counts(wanted: EventFilter = EventFilter()) -> FacetCounts:  # noqa: B008 - it is frozen
    """Person n takes part in n + 1 events, the others in one each."""
    columns = {name: np.zeros(14, kind) for name, kind in COLUMN_TYPES.items()}
    columns["ids"] = np.arange(1, 15, dtype=np.int64)
    columns["starts"] = np.arange(14, dtype=np.int64) * 40 * DAY
    columns["ends"] = columns["starts"] + DAY
    columns["outlets"] = (np.arange(14) % 2).astype(np.int32)
    index = EventIndex(**columns, outlet_names=("", "Herald"))  # type: ignore[arg-type]
    pairs = [(who, event) for who in range(12) for event in range(1, who + 2)] + [(12, 1), (13, 14)]
    groups, events = np.array(pairs, np.int64).T
    people = EventGroups.of_pairs(groups, events, np.arange(100, 114), NAMES, ["person"] * 13 + ["organisation"])
    return count_facets(index, wanted, None, {Facet.PARTICIPANT: people, Facet.TAG: EventGroups.empty()})


@pytest.fixture
def model(app: QApplication) -> FacetModel:
    model = FacetModel()
    model.set_folded(())
    model.set_counts(counts())
    return model


def rows(model: FacetModel, heading: str) -> list[tuple[str, int]]:
    """Return the names and counts under a heading."""
    found, inside = [], False
    for row in range(model.rowCount()):
        index = model.index(row)
        if index.data(FacetModel.PART_ROLE) is Part.HEADING:
            inside = index.data() == heading
        elif inside:
            found.append((str(index.data()), int(index.data(FacetModel.COUNT_ROLE))))
    return found


def row_named(model: FacetModel, name: str) -> int:
    return next(row for row in range(model.rowCount()) if model.index(row).data() == name)


def test_the_values_with_most_events_come_first_and_the_rest_is_counted(model: FacetModel) -> None:
    people = rows(model, "People")
    assert people[:FEW] == [(f"Person {n:02}", n + 1) for n in range(11, 11 - FEW, -1)]
    assert people[FEW:] == [("7 more", 7)]
    assert rows(model, "Outlets") == [("no outlet stated", 7), ("Herald", 7)]


def test_the_rest_is_shown_when_it_is_asked_for(model: FacetModel) -> None:
    model.toggle_fold(row_named(model, "7 more"))
    assert len(rows(model, "People")) == 13


def test_a_facet_without_values_has_no_heading(model: FacetModel) -> None:
    texts = {model.index(row).data() for row in range(model.rowCount())}
    assert "Tags" not in texts
    assert "Organisations" in texts


def test_a_folded_facet_shows_only_its_heading(model: FacetModel) -> None:
    model.toggle_fold(row_named(model, "People"))
    assert rows(model, "People") == []
    assert model.index(row_named(model, "People")).data(FacetModel.FOLDED_ROLE)
    assert model.folded == ["participant person"]


def test_names_are_found_by_any_part_of_them_also_in_what_is_folded(model: FacetModel) -> None:
    model.toggle_fold(row_named(model, "People"))
    for words in ("zola", "ÉMILE", "emile z"):
        model.set_words(words)
        assert rows(model, "People") == [("Émile Zola", 1)]
    assert rows(model, "Outlets") == []
    model.set_words("")
    assert rows(model, "People") == []


def test_by_name_is_the_other_order(model: FacetModel) -> None:
    model.set_order(Order.NAME)
    assert [name for name, _ in rows(model, "People")][:2] == ["Émile Zola", "Person 00"]


def test_what_is_chosen_or_left_out_says_so_and_stays_in_sight_with_no_events(model: FacetModel) -> None:
    chosen, excluded = Choice(Facet.PARTICIPANT, 100), Choice(Facet.PARTICIPANT, 101)
    wanted = EventFilter(chosen=frozenset({chosen}), excluded=frozenset({excluded}))
    model.set_counts(counts(replace(wanted, after=10 * 40 * DAY)))
    assert model.index(model.row_of(chosen)).data(FacetModel.STATE_ROLE) is State.CHOSEN
    left_out = model.index(model.row_of(excluded))
    assert left_out.data(FacetModel.STATE_ROLE) is State.EXCLUDED
    assert left_out.data(FacetModel.COUNT_ROLE) == 0


def test_a_row_is_spoken_with_its_count_and_what_is_done_with_it(model: FacetModel) -> None:
    choice = Choice(Facet.PARTICIPANT, 111)
    model.set_filter(EventFilter(chosen=frozenset({choice})))
    spoken = model.index(model.row_of(choice)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Person 11, 12 event")
    assert spoken.endswith("shown")


def test_the_activity_of_a_participant_is_its_events_over_time(model: FacetModel) -> None:
    activity = model.index(row_named(model, "Person 11")).data(FacetModel.ACTIVITY_ROLE)
    assert activity.sum() == 12
    assert model.index(row_named(model, "Herald")).data(FacetModel.ACTIVITY_ROLE) is None


def test_a_condition_by_itself_says_what_it_is_of(app: QApplication) -> None:
    assert condition(Facet.GRANULARITY, 6) == "dated to the month"
    assert condition(Facet.CERTAINTY, "assumed") == "date assumed"
    assert condition(Facet.PARTICIPANT, 5, "Ann") == "Ann"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/anna/case/letters", "case/letters"),
        (r"C:\Cases\Ever Given", "Cases/Ever Given"),
        ("/x", "x"),
        ("", "no folder"),
    ],
)
def test_a_folder_goes_by_its_last_names(app: QApplication, path: str, name: str) -> None:
    assert short_folder(path) == name
