"""Every count beside a value is what choosing that value alone would leave: counted anew, event by event, without numpy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.calendar import instant
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_groups import EventGroups
from timeline_app.domain.event_index import COLUMN_TYPES, KINDS, EventFlag, EventIndex
from timeline_app.domain.facet_counts import ACTIVITY_STRETCHES, FacetCounts, count_facets, events_having
from timeline_app.domain.facets import GROUPED, Certainty, Choice, EventMark, Facet, Reading, values_of
from timeline_app.domain.histogram import MOST_STRETCHES, histogram_of
from timeline_app.domain.period import Granularity

DAY = 86400
OUTLETS = ("", "Herald", "Wire")
PEOPLE = (7, 9, 12)
TAGS = ("read again", "vessel")
FOLDERS = ("/case/a", "/case/b")
FLAGS = (0, *EventFlag, EventFlag.SKIMMED | EventFlag.READ, EventFlag.ASSUMED | EventFlag.HIDDEN)

one_event = st.fixed_dictionaries(
    {
        "starts": st.integers(-800 * 365, 3000).map(lambda day: day * DAY),
        "days": st.integers(1, 4000),
        "outlets": st.integers(0, 2),
        "kinds": st.integers(0, 2),
        "granularities": st.sampled_from([int(g) for g in Granularity]),
        "flags": st.sampled_from([int(f) for f in FLAGS]),
        "participants": st.sets(st.sampled_from(range(3))),
        "tags": st.sets(st.sampled_from(range(2))),
        "folder": st.integers(0, 1),
        "matches": st.booleans(),
    }
)


class Material:
    """An index, its groups and, for each event, its values of each facet, as plain Python."""

    def __init__(self, drawn: list[dict[str, object]]) -> None:
        drawn = sorted(drawn, key=lambda e: (e["starts"], e["starts"] + e["days"] * DAY))  # type: ignore[operator]
        columns = {name: np.zeros(len(drawn), kind) for name, kind in COLUMN_TYPES.items()}
        for row, event in enumerate(drawn):
            columns["ids"][row] = row * 2 + 3
            columns["articles"][row] = 100 + row
            columns["ends"][row] = event["starts"] + event["days"] * DAY  # type: ignore[operator]
            for name in ("starts", "outlets", "kinds", "granularities", "flags"):
                columns[name][row] = event[name]
        self.index = EventIndex(**columns, outlet_names=OUTLETS)  # type: ignore[arg-type]
        self.drawn = drawn
        self.groups = {
            Facet.PARTICIPANT: self._groups("participants", PEOPLE, ("Ann", "Bob", "Cleo")),
            Facet.TAG: self._groups("tags", range(2), TAGS),
            Facet.FOLDER: self._groups("folder", range(2), FOLDERS),
        }
        self.matching = np.array([self.index.articles[r] for r, e in enumerate(drawn) if e["matches"]], np.int64)

    def _groups(self, name: str, keys: object, names: tuple[str, ...]) -> EventGroups:
        pairs = [
            (group, int(self.index.ids[row]))
            for row, event in enumerate(self.drawn)
            for group in (event[name] if isinstance(event[name], set) else [event[name]])  # type: ignore[union-attr]
        ]
        groups, events = np.array(pairs, np.int64).reshape(-1, 2).T
        return EventGroups.of_pairs(groups, events, np.array(list(keys)), names, [""] * len(names))  # type: ignore[call-overload]

    def has(self, row: int, choice: Choice) -> bool:  # noqa: C901 - one line a value is how it is read aloud
        event = self.drawn[row]
        flags = EventFlag(event["flags"])
        doubts = (
            EventFlag.APPROXIMATE | EventFlag.OPEN_START | EventFlag.OPEN_END | EventFlag.ASSUMED | EventFlag.CORRECTED
        )
        match choice:
            case (Facet.PARTICIPANT, value):
                return PEOPLE.index(value) in event["participants"]
            case (Facet.TAG, value):
                return TAGS.index(value) in event["tags"]
            case (Facet.FOLDER, value):
                return FOLDERS[event["folder"]] == value
            case (Facet.OUTLET, value):
                return OUTLETS[event["outlets"]] == value
            case (Facet.KIND, value):
                return KINDS[event["kinds"]] == value
            case (Facet.GRANULARITY, value):
                return event["granularities"] == value
            case (Facet.CERTAINTY, Certainty.STATED):
                return not flags & doubts
            case (Facet.CERTAINTY, Certainty.OPEN):
                return EventFlag.OPEN_START in flags or EventFlag.OPEN_END in flags
            case (Facet.CERTAINTY, value):
                return EventFlag[str(value).upper()] in flags
            case (Facet.READING, Reading.READ):
                return EventFlag.READ in flags
            case (Facet.READING, Reading.SKIMMED):
                return EventFlag.SKIMMED in flags and EventFlag.READ not in flags
            case (Facet.READING, Reading.UNREAD):
                return EventFlag.READ not in flags
            case (Facet.MARK, EventMark.STARRED):
                return EventFlag.STARRED in flags
        raise AssertionError(choice)

    def rows(self, wanted: EventFilter) -> list[int]:
        return [row for row in range(len(self.drawn)) if self._passes(row, wanted)]

    def _passes(self, row: int, wanted: EventFilter) -> bool:
        event, start, end = self.drawn[row], int(self.index.starts[row]), int(self.index.ends[row])
        if EventFlag.HIDDEN & event["flags"] and not wanted.show_hidden:
            return False
        if wanted.query and not event["matches"]:
            return False
        if (wanted.after is not None and end <= wanted.after) or (wanted.before is not None and start >= wanted.before):
            return False
        if any(self.has(row, choice) for choice in wanted.excluded):
            return False
        facets = {choice.facet for choice in wanted.chosen}
        if wanted.together and not all(self.has(row, c) for c in wanted.chosen if c.facet is Facet.PARTICIPANT):
            return False
        return all(any(self.has(row, c) for c in wanted.chosen if c.facet is facet) for facet in facets)


CHOICES = [
    *(Choice(Facet.PARTICIPANT, value) for value in PEOPLE),
    *(Choice(Facet.TAG, value) for value in TAGS),
    *(Choice(Facet.FOLDER, value) for value in FOLDERS),
    *(Choice(f, v) for f in Facet if f not in GROUPED for v in values_of(Material([]).index, f)),
]
materials = st.lists(one_event, max_size=25).map(Material)
moments = st.none() | st.integers(-800 * 365, 3000).map(lambda day: day * DAY)
filters = st.builds(
    EventFilter,
    query=st.sampled_from(["", "vessel"]),
    chosen=st.frozensets(st.sampled_from(CHOICES), max_size=3),
    excluded=st.frozensets(st.sampled_from(CHOICES), max_size=3),
    after=moments,
    before=moments,
    show_hidden=st.booleans(),
    together=st.booleans(),
)


def counted(material: Material, wanted: EventFilter) -> FacetCounts:
    return count_facets(material.index, wanted, material.matching if wanted.query else None, material.groups)


@settings(max_examples=300, deadline=None)
@given(materials, filters)
def test_a_filter_lets_through_what_reading_it_aloud_says(material: Material, wanted: EventFilter) -> None:
    members = {choice: events_having(material.groups, choice) for choice in wanted.grouped}
    mask = wanted.mask(material.index, material.matching if wanted.query else None, members)
    assert np.flatnonzero(mask).tolist() == material.rows(wanted)


def _with(wanted: EventFilter, choice: Choice) -> EventFilter:
    if wanted.together and choice.facet is Facet.PARTICIPANT:
        return replace(wanted, chosen=wanted.chosen | {choice}, excluded=wanted.excluded - {choice})
    return wanted.with_only(choice)


@settings(max_examples=150, deadline=None)
@given(materials, filters)
def test_every_count_is_what_choosing_the_value_alone_leaves(material: Material, wanted: EventFilter) -> None:
    counts = counted(material, wanted)
    assert set(counts.facets) == set(Facet)
    for facet, found in counts.facets.items():
        expected = [len(material.rows(_with(wanted, Choice(facet, value)))) for value in found.values]
        assert found.counts.tolist() == expected, facet
    assert counts.shown.ids.tolist() == [int(material.index.ids[row]) for row in material.rows(wanted)]


@settings(max_examples=150, deadline=None)
@given(materials, filters)
def test_every_bar_is_what_asking_for_its_stretch_leaves(material: Material, wanted: EventFilter) -> None:
    histogram = counted(material, wanted).histogram
    timeless = replace(wanted, after=None, before=None)
    for bar, count in enumerate(histogram.counts.tolist()):
        stretch = replace(timeless, after=int(histogram.edges[bar]), before=int(histogram.edges[bar + 1]))
        assert len(material.rows(stretch)) == count
    if len(histogram):
        assert histogram.before == len(
            [row for row in material.rows(timeless) if material.index.ends[row] <= histogram.edges[0]]
        )
        assert histogram.after == len(
            [row for row in material.rows(timeless) if material.index.starts[row] >= histogram.edges[-1]]
        )


@given(materials)
def test_the_bars_are_few_enough_to_be_shown(material: Material) -> None:
    assert len(histogram_of(material.index)) <= MOST_STRETCHES


def test_one_event_of_long_ago_does_not_flatten_the_months_of_all_others() -> None:
    recent = [{**PLAIN, "starts": instant(2021, 1 + i % 12), "days": 1} for i in range(300)]
    index = Material([{**PLAIN, "starts": instant(1756, 1), "days": 1}, *recent]).index
    histogram = histogram_of(index, (instant(2021, 1), instant(2022, 1)))
    assert histogram.months == 1
    assert len(histogram) == 12  # as far as there are events, and not up to a year before and after them
    assert histogram.before == 1
    assert histogram.counts.sum() == 300


PLAIN: dict[str, object] = {
    "outlets": 0,
    "kinds": 0,
    "granularities": 4,
    "flags": 0,
    "participants": {1},
    "tags": set(),
    "folder": 0,
    "matches": True,
}


def test_the_activity_of_a_participant_adds_up_to_its_events_shown() -> None:
    drawn = [{**PLAIN, "starts": instant(2021, 1, 1 + i), "days": 1, "participants": {i % 3}} for i in range(30)]
    counts = counted(Material(drawn), EventFilter(before=instant(2021, 1, 20)))
    for position in range(3):
        activity = counts.activity(Facet.PARTICIPANT, position)
        assert len(activity) == ACTIVITY_STRETCHES
        assert activity.sum() == counts.facets[Facet.PARTICIPANT].counts[position]
