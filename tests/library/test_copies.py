"""Near copies: grouped, never dropped, whatever the order in which they came."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.builders import (
    MEETING,
    appearance,
    day,
    make_article,
    make_extraction,
    many_extractions,
    meeting_participants,
    meeting_reports,
    meeting_time_expressions,
)
from timeline_app.domain.correction import Redate, added_event
from timeline_app.domain.extraction import Extraction
from timeline_app.library import Library, copies, entry_of
from timeline_app.library.likeness import SKETCH_BYTES, UNDATED, copies_among, sketch_of

if TYPE_CHECKING:
    from pathlib import Path

STORY = " ".join(next(many_extractions(1, words=300, seed=4)).article.body.split())


def share(one: str, other: str) -> float:
    same = sum(a == b for a, b in zip(sketch_of(one).hex(), sketch_of(other).hex(), strict=True))
    return same / (2 * SKETCH_BYTES)


def test_a_sketch_is_blind_to_case_and_white_space() -> None:
    assert sketch_of("The  Ministers\n\nmet in Brussels today") == sketch_of("the ministers met in brussels TODAY")
    assert len(sketch_of("")) == len(sketch_of("One")) == SKETCH_BYTES


def test_the_share_of_equal_bytes_is_about_the_share_of_common_words_in_sequence() -> None:
    words = STORY.split()
    assert share(STORY, " ".join(words[: len(words) * 9 // 10])) == pytest.approx(0.9, abs=0.12)
    assert share(STORY, " ".join(words[: len(words) // 2])) == pytest.approx(0.5, abs=0.2)
    assert share(STORY, " ".join(random.Random(1).sample(words, len(words)))) < 0.1


def groups(texts: list[str], days: list[int]) -> list[int]:
    sketches = np.frombuffer(b"".join(map(sketch_of, texts)), np.uint8).reshape(-1, SKETCH_BYTES)
    return copies_among(sketches, np.array(days, np.int64)).tolist()


def test_near_copies_are_found_within_a_week_and_what_repeats_later_is_another_story() -> None:
    words = STORY.split()
    changed = " ".join([*words[:20], "reportedly", *words[21:]])
    other = " ".join(reversed(STORY.split()))
    assert groups([STORY, other, changed, STORY], [0, 0, 3, 10]) == [0, 1, 0, 0]
    assert groups([STORY, STORY], [0, 8]) == [0, 1]
    assert groups([STORY, STORY, STORY], [UNDATED, UNDATED, 5]) == [0, 0, 2]
    assert groups([], []) == []


def copy_of_meeting(outlet: str, published: str = "2023-02-14", body: str = MEETING) -> Extraction:
    return Extraction(
        make_article(outlet=outlet, published=published, body=body),
        meeting_time_expressions(),
        meeting_participants(),
        (appearance(make_article(published=published)), *meeting_reports()),
    )


PAPERS = [("The Courier", "2023-02-14"), ("The Herald", "2023-02-14"), ("The Mail", "2023-02-15")]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_events_that_copies_tell_alike_are_shown_once_in_any_order(library: Library, order: tuple[int, ...]) -> None:
    for number in order:
        outlet, published = PAPERS[number]
        library.add([copy_of_meeting(outlet, published)])
        library.regroup()
    index = library.load_index()
    # The two dated sentences once each, and the appearances of two days.
    assert len(index) == 4
    assert (library.info().events, library.info().retold) == (4, 5)
    summaries = library.summaries(index.ids.tolist())
    assert sorted(summary.reports for summary in summaries.values()) == [1, 2, 3, 3]
    for event, summary in summaries.items():
        reports = library.reports_of(event)
        assert len(reports) == summary.reports
        assert reports[0].event == event
        assert len({report.article.id for report in reports}) == len(reports)
    told_by_all = next(event for event, summary in summaries.items() if summary.stated == "on Tuesday")
    outlets = {report.article.outlet for report in library.reports_of(told_by_all)}
    assert outlets == {outlet for outlet, _ in PAPERS}
    for article in {report.article.id for report in library.reports_of(told_by_all)}:
        assert len(library.copies_of(article)) == 2
        assert article not in {copy.id for copy in library.copies_of(article)}


def test_a_copy_that_dates_it_otherwise_stands_for_itself(library: Library) -> None:
    library.add([copy_of_meeting("The Courier")])
    other = make_extraction(
        make_article(outlet="The Herald"),
        reports=[
            report
            if report.sentence is None or report.period is None
            else type(report)(
                report.title, report.kind, day("2023-02-13"), report.sentence, report.resolution, report.expression
            )
            for report in make_extraction().reports
        ],
    )
    library.add([other])
    library.regroup()
    assert len(library.load_index()) == 5


def test_an_event_that_the_reader_dated_stands_for_itself(library: Library) -> None:
    for outlet, published in PAPERS[:2]:
        library.add([copy_of_meeting(outlet, published)])
    library.regroup()
    told = next(
        r for e in library.load_index().ids.tolist() for r in library.reports_of(e)[1:] if r.stated == "on Tuesday"
    )
    before = len(library.load_index())
    library.correct(Redate(library.key_of_event(told.event), day("2023-02-10")))
    assert len(library.load_index()) == before + 1
    assert told.event in library.load_index().ids


def test_a_search_that_finds_the_copy_shows_what_leads(library: Library) -> None:
    library.add([copy_of_meeting("The Courier")])
    library.add([copy_of_meeting("The Herald", body=MEETING + "\n\nZyzzyva.")])
    library.regroup()
    index = library.load_index()
    assert len(index) == 3
    assert set(index.articles.tolist()) <= set(library.articles_matching("zyzzyva").tolist())


def test_what_leads_is_taken_back_and_the_copy_is_shown_again(library: Library, path: Path) -> None:
    numbers = []
    for outlet, published in PAPERS[:2]:
        numbers.append(library.imports.begin([outlet]))
        library.add_entries([entry_of(copy_of_meeting(outlet, published))], numbers[-1])
        library.regroup()
    assert len(library.load_index()) == 3
    library.imports.take_back(numbers[0])
    index = library.load_index()
    assert len(index) == 3
    assert {summary.outlet for summary in library.summaries(index.ids.tolist()).values()} == {"The Herald"}
    assert library.copies_of(int(index.articles[0])) == []
    assert library.check() == []


def test_an_article_that_goes_while_copies_are_looked_for_is_no_copy_of_anything(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = added_event("Told twice", day("2023-02-14"), text=STORY)
    library.add([make_extraction(body=STORY, published="2023-02-14")])
    library.correct(alone)
    found = copies_among

    def while_the_reader_goes_on(*given: object) -> object:
        monkeypatch.setattr(copies, "copies_among", found)
        with Library.open(path) as reader:
            reader.retract(alone)
        return found(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "copies_among", while_the_reader_goes_on)
    library.regroup()
    assert library.check() == []
    assert library.copies_of(int(library.load_index().articles[0])) == []
