from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.builders import MEETING, appearance, day, make_article, make_extraction, many_extractions
from tests.library.raw import files_beside, rows
from timeline_app.domain.event_index import KINDS, EventFlag
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Granularity, Period
from timeline_app.domain.records import AddedCounts
from timeline_app.errors import LibraryError
from timeline_app.library import Library, migrations

if TYPE_CHECKING:
    from pathlib import Path


def only_article(library: Library) -> int:
    return int(library.load_index().articles[0])


def test_an_extraction_comes_back_as_it_was_added(library: Library) -> None:
    extraction = make_extraction(
        title="Ministers meet",
        author="A. Writer",
        url="https://example.org/1",
        language="en-GB",
        source="folder/one.txt#2",
        published_stated="14 Feb 2023",
        title_derived=True,
    )
    library.add([extraction])
    assert library.article(only_article(library)).extraction == extraction


def test_messages_come_back_with_values_that_write_themselves_as_before(library: Library) -> None:
    extraction = make_extraction()
    library.add([extraction])
    stored = library.article(only_article(library)).extraction
    before = [str(expression.resolution.explanation) for expression in extraction.time_expressions]
    assert [str(expression.resolution.explanation) for expression in stored.time_expressions] == before


@pytest.mark.parametrize("odd", ["a\x00b", "lone \ud800 surrogate", "\ufdd0marked\ufdd1", "𝔘nicode \U0001f600"])
def test_odd_characters_come_back_and_keep_every_span_in_place(library: Library, odd: str) -> None:
    extraction = make_extraction(title=f"Title {odd}", body=f"Before {odd} findable after.", outlet=odd)
    library.add([extraction])
    assert library.article(only_article(library)).extraction == extraction
    [hit] = library.search("findable")
    [(start, end)] = hit.marks
    assert hit.snippet[start:end] == "findable"
    assert library.check() == []


def test_the_same_article_twice_is_added_once(library: Library) -> None:
    extraction = make_extraction()
    assert library.add([extraction, extraction]) == AddedCounts(added=1, unchanged=1, events=3)
    assert library.add([extraction]) == AddedCounts(added=0, unchanged=1, events=0)
    assert library.info().articles == 1
    assert len(library.load_index()) == 3


def test_article_ids_run_in_the_order_of_publication_whatever_the_order_of_arrival(library: Library) -> None:
    dates = ["2023-02-14", "1999-12-31", "0044-03-15", "2023-02-14", "1850-01-01"]
    for number, date in enumerate(dates):
        library.add([make_extraction(title=f"Article {number}", published=date)])
    library.add([make_extraction(title="Ides", published=Period.of_date(-43, 3, 15))])
    index = library.load_index()
    published = index.take(index.kinds == KINDS.index(EventKind.PUBLISHED))
    assert (np.diff(published.articles) > 0).all()
    assert (np.diff(published.starts) >= 0).all()


def test_the_index_is_sorted_by_start_end_and_id(library: Library) -> None:
    library.add(list(many_extractions(200, words=60)))
    index = library.load_index()
    keys = list(zip(index.starts.tolist(), index.ends.tolist(), index.ids.tolist(), strict=True))
    assert len(keys) > 200
    assert keys == sorted(keys)


def test_the_index_states_how_a_date_is_known(library: Library) -> None:
    since = Period(day("2014-01-01").start, None, Granularity.YEAR, approximate=True)
    report = make_extraction().reports[1]
    assumed = type(report.resolution)("publication day", report.resolution.explanation, assumed=True)
    article = make_article()
    reports = (
        appearance(article),
        type(report)("since", EventKind.REPORTED, since, report.sentence, report.resolution),
        type(report)("assumed", EventKind.PLANNED, day("2023-02-16"), report.sentence, assumed),
    )
    library.add([make_extraction(article, reports=reports)])
    index = library.load_index()
    assert index.flags.tolist() == [EventFlag.APPROXIMATE | EventFlag.OPEN_END, 0, EventFlag.ASSUMED]
    assert index.granularities.tolist() == [Granularity.YEAR, Granularity.DAY, Granularity.DAY]
    assert index.kinds.tolist() == [KINDS.index(r.kind) for r in (reports[1], reports[0], reports[2])]
    assert (int(index.starts[0]), int(index.ends[0])) == since.known


def test_outlets_of_the_index_are_the_outlets_of_the_articles(library: Library) -> None:
    for number, outlet in enumerate(["Courier", "Herald", "Courier", ""]):
        library.add([make_extraction(title=str(number), outlet=outlet)])
    index = library.load_index()
    for row, article in enumerate(index.articles.tolist()):
        assert index.outlet_names[index.outlets[row]] == library.article(article).article.outlet


def test_an_undated_article_is_in_the_tray_and_not_in_the_index(library: Library) -> None:
    library.add([make_extraction(title="Nobody knows when", body="No date.", published=None, source="a.txt")])
    assert len(library.load_index()) == 0
    [undated] = library.undated()
    assert (undated.title, undated.source, undated.outlet) == ("Nobody knows when", "a.txt", "The Courier")
    assert library.article(undated.id).article.published is None


def test_summaries_show_the_words_of_the_date_and_the_most_mentioned_first(library: Library) -> None:
    library.add([make_extraction()])
    index = library.load_index()
    summaries = library.summaries([*index.ids.tolist(), 999])
    assert set(summaries) == set(index.ids.tolist())
    meeting = next(summary for summary in summaries.values() if summary.stated == "on Tuesday")
    assert meeting.participants == ("Jens Stoltenberg", "NATO", "Ukraine", "Brussels")
    assert meeting.outlet == "The Courier"
    assert meeting.article == library.article_of_event(meeting.id)


def test_participants_are_counted_across_articles(library: Library) -> None:
    library.add([make_extraction(title="One")])
    library.add([make_extraction(title="Two"), make_extraction(title="Three")])
    first, *others = library.participants()
    assert (first.name, first.articles, first.mentions, first.events) == ("Jens Stoltenberg", 3, 6, 6)
    assert [p.events for p in others] == [3, 3, 3]
    assert [p.name for p in library.participants(kind=ParticipantKind.PLACE, limit=1)] == ["Ukraine"]


def test_the_events_of_a_participant_are_those_that_name_it(library: Library) -> None:
    library.add([make_extraction(), make_extraction(title="Alone", body="Nobody is here.")])
    ids = {p.name: p.id for p in library.participants()}
    events = library.events_of([ids["NATO"], ids["Jens Stoltenberg"]])
    assert events.dtype == np.int64
    titles = {summary.title for summary in library.summaries(events.tolist()).values()}
    assert titles == {report.title for report in make_extraction().reports[1:]}
    assert library.events_of([]).tolist() == []
    assert all(p.events == len(library.events_of([p.id])) for p in library.participants())


def test_a_stored_participant_has_the_librarys_id_and_the_articles_mentions(library: Library) -> None:
    library.add([make_extraction()])
    stored = {p.name: p for p in library.article(only_article(library)).participants}
    assert {p.name: p.id for p in library.participants()} == {name: p.id for name, p in stored.items()}
    stoltenberg = stored["Jens Stoltenberg"]
    assert [MEETING[start:end] for start, end in stoltenberg.mentions] == ["Jens Stoltenberg", "Stoltenberg"]
    assert [str(role) for role in stoltenberg.roles] == ["Secretary General, NATO"]


def test_a_key_leads_back_to_its_event(library: Library) -> None:
    library.add([make_extraction()])
    for event in library.load_index().ids.tolist():
        assert library.event_of_key(library.key_of_event(event)) == event


def test_what_the_library_does_not_hold_is_one_sentence(library: Library) -> None:
    for ask in (library.article, library.article_of_event, library.key_of_event):
        with pytest.raises(LibraryError, match="no longer holds"):
            ask(12345)


def test_information_counts_and_bounds_what_is_there(library: Library) -> None:
    assert library.info().first is None
    library.add([make_extraction(), make_extraction(title="Tray", body="Undated.", published=None)])
    info = library.info()
    assert (info.articles, info.undated_articles, info.events, info.participants) == (2, 1, 3, 4)
    assert info.events == len(library.load_index())
    assert (info.first, info.last) == ("2023-02-14", "2023-07-31")
    assert info.bytes > 0
    assert info.version == library.version == len(migrations.STEPS)


def test_state_is_kept_with_the_file(library: Library, path: Path) -> None:
    assert library.state("view") is None
    library.set_state("view", "one")
    library.set_state("view", "two")
    library.close()
    with Library.open(path) as again:
        assert again.state("view") == "two"


def test_a_closed_library_is_one_file_and_closing_twice_is_harmless(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    library.close()
    assert files_beside(path) == {path.name}


def test_a_batch_that_fails_leaves_no_row(library: Library, path: Path) -> None:
    library.add([make_extraction(title="First")])
    library.close()
    before = rows(path)
    unstorable = make_extraction(title="Second")
    broken = type(unstorable)(
        unstorable.article, (), (), (unstorable.reports[1],)
    )  # names an expression that is not there
    with Library.open(path) as again, pytest.raises(IndexError):
        again.add([make_extraction(title="Third"), broken])
    assert rows(path) == before


def test_a_job_adds_while_the_window_reads_and_corrects(library: Library, path: Path) -> None:
    library.add([])
    library.close()
    extractions = list(many_extractions(120, words=60))
    done = threading.Event()

    def take_in() -> None:
        try:
            with Library.open(path) as job:
                for at in range(0, len(extractions), 10):
                    job.add(extractions[at : at + 10])
        finally:
            done.set()

    with Library.open(path) as window:
        thread = threading.Thread(target=take_in)
        thread.start()
        seen = []
        while not done.is_set():
            seen.append(len(window.load_index()))
            window.set_state("view", str(len(seen)))
        thread.join()
        assert seen == sorted(seen)
        assert window.info().articles == 120
        assert window.state("view") == str(len(seen))


def test_a_second_one_may_add_articles_only_when_the_first_is_closed(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    with Library.open(path) as second:
        with pytest.raises(LibraryError, match="another program or job is writing"):
            second.add([make_extraction(title="Refused")])
        library.close()
        assert second.add([make_extraction(title="Let in")]).added == 1
