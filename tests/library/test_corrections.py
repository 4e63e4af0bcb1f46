from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import day, make_extraction
from tests.library.raw import lasting_rows
from timeline_app.domain.correction import Correction, EventKey, Hide, Redate, Retitle
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import Granularity, Period
from timeline_app.library import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def meeting(library: Library) -> tuple[Library, EventKey, int]:
    """A library of one article, and the key and id of its first reported event."""
    library.add([make_extraction()])
    [event] = [e for e, s in library.summaries([1, 2, 3]).items() if s.stated == "on Tuesday"]
    return library, library.key_of_event(event), event


def flags(library: Library, event: int) -> EventFlag:
    index = library.load_index()
    return EventFlag(int(index.flags[index.row_of(event)]))


def test_a_hidden_event_stays_in_the_index_and_says_so(meeting: tuple[Library, EventKey, int]) -> None:
    library, key, event = meeting
    library.correct(Hide(key))
    assert flags(library, event) == EventFlag.HIDDEN
    stored = {e.id: e.hidden for e in library.article(library.article_of_event(event)).events}
    assert [stored_id for stored_id, hidden in stored.items() if hidden] == [event]


def test_a_new_title_is_shown_and_the_articles_own_words_stay(meeting: tuple[Library, EventKey, int]) -> None:
    library, key, event = meeting
    own = library.summaries([event])[event].title
    library.correct(Retitle(key, "The ministers' first day"))
    assert library.summaries([event])[event].title == "The ministers' first day"
    assert flags(library, event) == EventFlag.CORRECTED
    [stored] = [e for e in library.article(library.article_of_event(event)).events if e.id == event]
    assert (stored.title, stored.report.title) == ("The ministers' first day", own)


def test_a_title_pasted_with_odd_characters_is_kept_without_them(meeting: tuple[Library, EventKey, int]) -> None:
    library, key, event = meeting
    library.correct(Retitle(key, "a \ud800 and \0 b"))
    assert library.summaries([event])[event].title == "a \ufffd and \ufffd b"


def test_a_redated_event_moves_in_the_index(meeting: tuple[Library, EventKey, int]) -> None:
    library, key, event = meeting
    until = Period(None, day("1999-01-01").start, Granularity.DAY, approximate=True)
    library.correct(Redate(key, until))
    index = library.load_index()
    assert index.row_of(event) == 0
    assert (int(index.starts[0]), int(index.ends[0])) == until.known
    assert flags(library, event) == EventFlag.CORRECTED | EventFlag.OPEN_START | EventFlag.APPROXIMATE
    [stored] = [e for e in library.article(library.article_of_event(event)).events if e.id == event]
    assert stored.is_redated
    assert stored.report.period == day("2023-02-14")
    assert library.info().first == "2023-02-14"


def test_an_undated_article_that_is_given_a_date_leaves_the_tray_and_enters_the_index(library: Library) -> None:
    library.add([make_extraction(title="Undated", body="No date.", published=None)])
    [undated] = library.undated()
    [event] = library.article(undated.id).events
    library.correct(Redate(event.key, day("1986-04-26")))
    assert library.undated() == []
    assert library.load_index().ids.tolist() == [event.id]
    assert library.info().first == "1986-04-26"
    library.retract(Redate(event.key, day("1986-04-26")))
    assert library.undated() == [undated]
    assert len(library.load_index()) == 0


def test_a_later_correction_of_the_same_kind_takes_the_place_of_an_earlier(
    meeting: tuple[Library, EventKey, int],
) -> None:
    library, key, _ = meeting
    library.correct(Retitle(key, "one"))
    library.correct(Hide(key))
    library.correct(Retitle(key, "two"))
    assert library.corrections() == [Hide(key), Retitle(key, "two")]
    assert library.in_force(Retitle(key, "")) == Retitle(key, "two")
    assert library.in_force(Redate(key, day("2001-01-01"))) is None
    library.retract(Retitle(key, "whatever it says"))
    assert library.corrections() == [Hide(key)]


def test_a_correction_is_in_force_for_the_same_article_taken_in_anew(
    meeting: tuple[Library, EventKey, int], tmp_path: Path
) -> None:
    library, key, _ = meeting
    made = [Retitle(key, "kept"), Hide(key), Redate(key, day("2001-01-01"))]
    with Library.create(tmp_path / "anew.timeline") as anew:
        for correction in made:
            anew.correct(correction)  # before the article is there
        assert anew.event_of_key(key) is None
        assert anew.load_index().ids.tolist() == []
        anew.add([make_extraction(title="Filler", body="Something else."), make_extraction()])
        event = anew.event_of_key(key)
        assert event is not None
        assert anew.summaries([event])[event].title == "kept"
        assert flags(anew, event) == EventFlag.HIDDEN | EventFlag.CORRECTED
        assert int(anew.load_index().starts[0]) == day("2001-01-01").start
    assert library.corrections() == []


def test_corrections_outlive_the_program(meeting: tuple[Library, EventKey, int], path: Path) -> None:
    library, key, _ = meeting
    made: list[Correction] = [
        Hide(key),
        Redate(key, Period(0, None, Granularity.CENTURY, approximate=True)),
        Retitle(key, "é"),
    ]
    for correction in made:
        library.correct(correction)
    library.close()
    with Library.open(path, read_only=True) as again:
        assert set(again.corrections()) == set(made)


PLACES = st.integers(0, 5)
PERIODS = st.builds(Period.of_day, st.integers(-800_000, 800_000), st.integers(1, 400))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(PLACES, st.sampled_from([Hide, Retitle, Redate]), st.text(max_size=5), PERIODS), max_size=6))
def test_corrections_taken_back_leave_every_row_as_it_was(
    library: Library, path: Path, wanted: list[tuple[int, type[Correction], str, Period]]
) -> None:
    library.add([make_extraction(), make_extraction(title="Other", published="2020-01-01")])
    keys = [library.key_of_event(event) for event in sorted(library.load_index().ids.tolist())]
    rows_before, index_before = lasting_rows(path), library.load_index()
    made: list[Correction] = []
    for place, kind, title, period in wanted:
        match kind.__name__:
            case "Hide":
                made.append(Hide(keys[place]))
            case "Retitle":
                made.append(Retitle(keys[place], title))
            case _:
                made.append(Redate(keys[place], period))
        library.correct(made[-1])
    assert bool(library.corrections()) == bool(made)
    for correction in reversed(made):
        library.retract(correction)
    assert lasting_rows(path) == rows_before
    index = library.load_index()
    assert all(
        (getattr(index, name) == getattr(index_before, name)).all() for name in ("ids", "starts", "ends", "flags")
    )
