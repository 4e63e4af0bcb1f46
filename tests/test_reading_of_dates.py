"""What the reader decides about how dates are read: kept, undone, and in force in what was and what will be taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.waiting import wait_until
from timeline_app.background import wait_for_tasks
from timeline_app.correcting import Corrector
from timeline_app.domain.article import Article
from timeline_app.domain.correction import ArticleKey, CountFrom, OrderDays, Star, added_event
from timeline_app.domain.date_reading import AS_WRITTEN, DateReading, Mode
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import RULES, Level
from timeline_app.domain.period import Period
from timeline_app.importing import import_paths
from timeline_app.ingest.executors import InThisProcess
from timeline_app.ingest.extraction.participants import finder
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.library import Library, entry_of
from timeline_app.messages import message
from timeline_app.rereading import refine_library
from timeline_app.session import Session

SIEGE = Article("Siege", "The siege began on 3 August 1914. On Tuesday the town fell.", parse_edtf("2023-02-14"))
SHIP = Article("Ship", "The ship sank on 03/04/2021.", parse_edtf("2023-02-14"))
PLAIN = Article("Plain", "The ministers met on Tuesday.", parse_edtf("2023-02-14"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as made:
        made.add(extract(article, level=Level.CAREFUL) for article in (SIEGE, SHIP, PLAIN))
    with Library.open(path) as library:
        yield library


def read_again(library: Library) -> int:
    return refine_library(library.path, new_executor=InThisProcess).refined


def dates(library: Library, article: Article) -> list[str]:
    stored = next(library.article(i) for i in (hit.article for hit in library.search(article.title, limit=9)))
    return [format_edtf(e.report.period) for e in stored.events if e.report.sentence and e.report.period]


def test_what_is_said_of_one_article_changes_that_one(library: Library) -> None:
    assert dates(library, SIEGE) == ["1914-08-03", "2023-02-14"]
    ids = library.load_index().ids.tolist()
    library.correct(CountFrom(ArticleKey(SIEGE.fingerprint), Mode.NARRATIVE))
    assert library.count_unrefined() == 1
    assert read_again(library) == 1
    assert dates(library, SIEGE) == ["1914-08-03", "1914-08-04"]
    assert sorted(library.load_index().ids.tolist()) == sorted(ids)
    assert (library.count_unrefined(), library.check()) == (0, [])


def test_the_order_of_days_is_read_anew_only_where_there_are_dates_in_numbers(library: Library) -> None:
    assert dates(library, SHIP) == ["2021-03-04"]
    library.correct(OrderDays(ArticleKey(), day_first=True))
    assert read_again(library) == 1
    assert dates(library, SHIP) == ["2021-04-03"]


def test_what_is_said_of_all_gives_way_to_what_is_said_of_one(library: Library) -> None:
    library.correct(CountFrom(ArticleKey(), Mode.NARRATIVE), CountFrom(ArticleKey(SIEGE.fingerprint), Mode.NEWS))
    library.correct(OrderDays(ArticleKey(SIEGE.fingerprint), day_first=True))
    readings = library.date_readings()
    assert readings[""] == DateReading(Mode.NARRATIVE)
    assert readings[SIEGE.fingerprint] == DateReading(Mode.NEWS, day_first=True)
    assert read_again(library) == 3
    assert dates(library, SIEGE) == ["1914-08-03", "2023-02-14"]


def test_it_stays_in_force_when_articles_are_read_with_more_care(tmp_path: Path) -> None:
    (tmp_path / "ship.txt").write_text(f" date 2023-02-14 {SHIP.body}", encoding="utf-8")
    path = tmp_path / "case.timeline"
    import_paths(path, [tmp_path / "ship.txt"], dates=DateReading(day_first=True))
    with Library.open(path) as library:
        assert library.date_readings() == {"": DateReading(day_first=True)}
        assert read_again(library) == 1
        (article,) = {int(number) for number in library.load_index().articles}
        assert "2021-04-03" in {
            format_edtf(e.report.period) for e in library.article(article).events if e.report.period
        }


def test_it_is_in_force_in_articles_that_come_later(library: Library) -> None:
    later = Article("Later", "The fire was on 8 October 1871. On Monday it rained.", parse_edtf("2023-02-14"))
    library.correct(CountFrom(ArticleKey(later.fingerprint), Mode.NARRATIVE))
    with Library.open(library.path) as other:
        other.add([extract(later, level=Level.CAREFUL)])
    assert read_again(library) == 1
    assert dates(library, later) == ["1871-10-08", "1871-10-09"]


def test_a_decision_that_came_while_an_article_was_read_is_not_lost(library: Library) -> None:
    before = library.date_readings()
    library.correct(CountFrom(ArticleKey(SIEGE.fingerprint), Mode.NARRATIVE))
    with Library.open(library.path) as other:
        other.refine([entry_of(extract(SIEGE, level=Level.CAREFUL))], before)
    assert library.count_unrefined() == 1


def test_without_the_encoder_the_reader_is_obeyed_all_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "load_encoder", lambda _language: message("onnxruntime cannot be loaded"))
    library.correct(CountFrom(ArticleKey(SIEGE.fingerprint), Mode.NARRATIVE))
    read_again(library)
    assert dates(library, SIEGE) == ["1914-08-03", "1914-08-04"]


def test_what_the_reader_wrote_is_never_read_as_an_article(library: Library) -> None:
    made = added_event("The bank failed", Period.of_date(1931, 7, 13), text="It failed on 13 July 1931 in Berlin.")
    library.correct(made)
    library.correct(CountFrom(ArticleKey(), Mode.NARRATIVE), OrderDays(ArticleKey(), day_first=True))
    own = library.article_of_event(library.event_of_key(made.target) or 0)
    before = library.article(own)
    read_again(library)
    assert library.article(own) == before


def test_articles_of_the_reader_are_not_read_again_by_newer_rules(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.correct(added_event("The bank failed", Period.of_date(1931, 7, 13), text="It failed on 13 July 1931."))
    monkeypatch.setattr("timeline_app.library.to_read._HASTE", (RULES + 1, int(Level.CAREFUL), "reader"))
    assert library.count_unrefined() == 3
    assert {article.title for _, article in library.unrefined()} == {"Siege", "Ship", "Plain"}


def test_only_a_decision_on_dates_asks_for_articles_to_be_read_again(library: Library) -> None:
    library.correct(Star(library.key_of_event(int(library.load_index().ids[0]))))
    assert not library.has_wanted()
    for decided in (OrderDays(ArticleKey(), day_first=True), CountFrom(ArticleKey(SIEGE.fingerprint), Mode.NARRATIVE)):
        library.correct(decided)
        assert library.has_wanted()
        read_again(library)
        assert not library.has_wanted()


def test_cancelled_the_look_for_days_is_taken_again(library: Library) -> None:
    library.correct(OrderDays(ArticleKey(), day_first=True))
    library.find_wanted(lambda: True)
    assert library.wanted() == []
    assert library.count_unrefined() == 1
    library.find_wanted(lambda: False)
    assert [article.title for _, article in library.wanted()] == ["Ship"]


def test_it_is_one_step_that_is_undone_and_done_again(app: QApplication, library: Library) -> None:
    corrector = Corrector(lambda: library)
    key = next(number for number in library.load_index().articles if library.article(int(number)).article == SIEGE)
    assert corrector.read_dates({None: DateReading(day_first=True), int(key): DateReading(Mode.NARRATIVE)})
    assert corrector.date_reading() == DateReading(day_first=True)
    assert corrector.date_reading(int(key)) == DateReading(Mode.NARRATIVE)
    read_again(library)
    corrector.undo()
    assert (corrector.date_reading(), corrector.date_reading(int(key))) == (AS_WRITTEN, AS_WRITTEN)
    read_again(library)
    assert (dates(library, SIEGE), dates(library, SHIP)) == (["1914-08-03", "2023-02-14"], ["2021-03-04"])
    corrector.redo()
    read_again(library)
    assert (dates(library, SIEGE), dates(library, SHIP)) == (["1914-08-03", "1914-08-04"], ["2021-04-03"])
    assert not corrector.read_dates({None: DateReading(day_first=True)})


def test_the_window_sees_the_new_dates_by_itself(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as made:
        made.add([extract(SIEGE, level=Level.CAREFUL)])
    session = Session()
    session.refiner.enabled = True
    starts: list[int] = []
    session.snapshot_changed.connect(lambda snapshot: starts.append(int(snapshot.shown.starts.sum())))
    session.open(path)
    wait_until(lambda: bool(starts))
    (article,) = {int(number) for number in session.library.load_index().articles}
    session.corrector.read_dates({article: DateReading(Mode.NARRATIVE)})
    wait_until(lambda: dates(session.library, SIEGE) == ["1914-08-03", "1914-08-04"] and starts[-1] != starts[0])
    session.close()
    wait_for_tasks()
