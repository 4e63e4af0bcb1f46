from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import (
    appearance,
    day,
    make_extraction,
    many_extractions,
    meeting_reports,
    meeting_time_expressions,
)
from tests.library.raw import execute, files_beside
from timeline_app.domain.correction import Hide, Note, Star, added_event
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import Extraction
from timeline_app.domain.facets import Reading
from timeline_app.errors import LibraryError
from timeline_app.library import Library, compact, entry_of
from timeline_app.library.repair import RepairReport, repair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline_app.domain.article import Article


PAGE = 2048


def extract(article: Article) -> Extraction:
    return make_extraction(article)


@pytest.fixture
def out(path: Path) -> Path:
    return path.with_name("repaired.timeline")


def test_all_of_a_sound_library_is_saved_and_the_old_one_left_alone(library: Library, path: Path, out: Path) -> None:
    library.add(list(many_extractions(30, words=60)))
    library.correct(Hide(library.key_of_event(1)))
    library.note_readings({2: Reading.READ, 3: Reading.SKIMMED})
    library.save_view("Ports", "{}")
    read = sorted(library.load_index().flags.tolist())
    before, corrections = [library.article(a).extraction for a in articles(library)], library.corrections()
    library.close()
    content = path.read_bytes()
    report = repair(path, out, extract=extract)
    assert report == RepairReport(30, 0, (), 0, 1)
    assert report.is_whole
    assert path.read_bytes() == content
    assert files_beside(path) == {path.name, out.name}
    with Library.open(out) as repaired:
        assert repaired.check() == []
        assert [repaired.article(a).extraction for a in articles(repaired)] == before
        assert repaired.corrections() == corrections
        assert sorted(repaired.load_index().flags.tolist()) == read
        assert repaired.views() == {"Ports": "{}"}


def articles(library: Library) -> list[int]:
    return sorted(set(library.load_index().articles.tolist()))


def test_events_whose_record_is_damaged_are_found_again_in_the_text(library: Library, path: Path, out: Path) -> None:
    library.add([make_extraction()])
    library.close()
    execute(path, "UPDATE article SET record = zeroblob(20)")
    assert repair(path, out, extract=extract) == RepairReport(1, 1, (), 0, 0)
    with Library.open(out) as repaired:
        assert [repaired.article(a).extraction for a in articles(repaired)] == [make_extraction()]


def test_words_that_are_not_as_they_were_are_saved_and_said(library: Library, path: Path, out: Path) -> None:
    library.add([make_extraction()])
    library.close()
    execute(
        path, "UPDATE article SET text = with_body(text, CAST(replace(body_of(text), 'Brussels', '') || x'ff' AS BLOB))"
    )
    report = repair(path, out, extract=extract)
    assert report.changed == ("Ministers meet in Brussels",)
    assert not report.is_whole
    with Library.open(out) as repaired:
        assert "\ufffd" in repaired.article(articles(repaired)[0]).article.body


def test_what_was_said_of_an_article_holds_where_its_words_are_not_as_they_were(
    library: Library, path: Path, out: Path
) -> None:
    library.add([make_extraction()])
    [article] = articles(library)
    appearance, first, second = library.article(article).events
    library.correct(Hide(first.key), Note(second.key, "Ask her."), Star(appearance.key))
    library.note_readings({second.id: Reading.READ})
    library.close()
    # The sentence of the first event is damaged, that of the second is not.
    execute(
        path, "UPDATE article SET text = with_body(text, replace(body_of(text), 'in Brussels on', 'in Br ssels on'))"
    )
    report = repair(path, out, extract=extract_as_meeting)
    assert (report.corrections, report.changed) == (3, ("Ministers meet in Brussels",))
    with Library.open(out) as repaired:
        [article] = articles(repaired)
        events = repaired.article(article).events
        assert [event.starred for event in events] == [True, False, False]
        assert [event.note for event in events] == ["", "", "Ask her."]
        assert repaired.load_index().flags[-1] & EventFlag.READ
        assert not any(event.hidden for event in events)
        assert repaired.check() == []


def extract_as_meeting(article: Article) -> Extraction:
    """Find the two sentences of `MEETING` in a body that is as long."""
    return make_extraction(
        article,
        time_expressions=meeting_time_expressions(),
        participants=(),
        reports=(appearance(article), *(replace(report, participants=()) for report in meeting_reports())),
    )


def test_an_event_in_the_readers_own_words_is_made_again_of_what_the_reader_wrote(
    library: Library, path: Path, out: Path
) -> None:
    made = added_event("A quiet day", day("2023-03-01"), text="Nothing happened, they say.")
    library.correct(made)
    library.close()
    execute(path, "UPDATE article SET text = with_body(text, replace(body_of(text), 'Nothing', 'N thing'))")
    assert repair(path, out, extract=extract) == RepairReport(1, 0, (), 0, 1)
    with Library.open(out) as repaired:
        [article] = articles(repaired)
        stored = repaired.article(article)
        assert stored.article.body == "Nothing happened, they say."
        assert [event.title for event in stored.events] == ["A quiet day"]
        assert repaired.check() == []


def a_page_of_noise(content: bytearray, chance: random.Random) -> None:
    page = chance.randrange(len(content) // PAGE) * PAGE
    content[page : page + PAGE] = chance.randbytes(PAGE)


def an_empty_page(content: bytearray, chance: random.Random) -> None:
    page = chance.randrange(len(content) // PAGE) * PAGE
    content[page : page + PAGE] = bytes(PAGE)


def another_page_in_its_place(content: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE] = content[other : other + PAGE]


def a_few_bytes(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) - 64)
    content[at : at + 64] = chance.randbytes(64)


def a_block_of_the_disk(content: bytearray, chance: random.Random) -> None:
    block = chance.randrange(len(content) // 4096) * 4096
    content[block : block + 4096] = bytes(4096)


def a_bit_in_each_of_some_pages(content: bytearray, chance: random.Random) -> None:
    for _ in range(4):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, frozenset[str]]:
    """The content of a library of 120 articles, and their bodies."""
    path = tmp_path_factory.mktemp("sound") / "case.timeline"
    with Library.create(path) as library:
        library.add(list(many_extractions(120, words=200)))
        library.correct(*(Hide(library.key_of_event(event)) for event in (3, 5, 8)))
        whole = bodies(library)
    return path.read_bytes(), whole


def bodies(library: Library) -> frozenset[str]:
    return frozenset(library.article(a).article.body for a in articles(library))


@pytest.mark.parametrize(
    "damage",
    [
        a_page_of_noise,
        an_empty_page,
        another_page_in_its_place,
        a_few_bytes,
        a_block_of_the_disk,
        a_bit_in_each_of_some_pages,
    ],
)
def test_damage_anywhere_costs_only_what_it_hit(
    path: Path,
    out: Path,
    sound: tuple[bytes, frozenset[str]],
    damage: Callable[[bytearray, random.Random], None],
) -> None:
    content, whole = sound
    for seed in range(8):
        damaged = bytearray(content)
        damage(damaged, random.Random(seed))
        path.write_bytes(damaged)
        report = repair(path, out, extract=extract)
        with Library.open(out) as repaired:
            assert repaired.check() == []
            assert repaired.info().articles == report.articles
            assert len(bodies(repaired) & whole) >= 120 - 8  # so many are on two pages at most
        assert 120 <= report.articles + report.lost <= 121  # a number that was hit can make two of one
        out.unlink()


@pytest.mark.parametrize("pages", [1, 2, 12, 40])
def test_neither_the_header_nor_the_list_of_tables_is_needed(
    path: Path, out: Path, sound: tuple[bytes, frozenset[str]], pages: int
) -> None:
    content, whole = sound
    path.write_bytes(bytes(PAGE * pages) + content[PAGE * pages :])
    report = repair(path, out, extract=extract)
    with Library.open(out) as repaired:
        assert repaired.check() == []
        assert report.articles >= 120 - pages
        assert bodies(repaired) <= whole


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_of_a_file_that_was_cut_off_all_that_is_there_is_saved(
    path: Path, out: Path, sound: tuple[bytes, frozenset[str]], share: float
) -> None:
    content, whole = sound
    path.write_bytes(content[: int(len(content) * share)])
    report = repair(path, out, extract=extract)
    with Library.open(out) as repaired:
        assert repaired.check() == []
        assert len(bodies(repaired) & whole) == report.articles - len(report.changed) > 120 * share * 0.5


def test_a_library_that_was_written_anew_is_saved_without_its_list_of_tables(
    library: Library, path: Path, out: Path
) -> None:
    library.add(list(many_extractions(30, words=60)))
    library.close()
    compact(path)
    content = path.read_bytes()
    path.write_bytes(bytes(PAGE) + content[PAGE:])
    assert repair(path, out, extract=extract).articles == 30


def test_what_is_in_the_log_only_is_saved_with_a_first_page_that_is_gone(
    library: Library, path: Path, out: Path
) -> None:
    library.add(list(many_extractions(10, words=60, seed=1)))
    library.close()
    crashed = path.with_name("crashed.timeline")
    with Library.open(path) as writer:
        writer.add(list(many_extractions(5, words=60, seed=2)))
        content, log = path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()
    crashed.write_bytes(bytes(PAGE) + content[PAGE:])
    crashed.with_name(f"{crashed.name}-wal").write_bytes(log)
    assert repair(crashed, out, extract=extract) == RepairReport(15, 0, (), 0, 0)


def test_the_log_of_another_library_is_left_aside(library: Library, path: Path, out: Path) -> None:
    library.add(list(many_extractions(40, words=60, seed=1)))
    library.close()
    content = path.read_bytes()
    with Library.create(path.with_name("other.timeline")) as other:
        other.add(list(many_extractions(3, words=60, seed=2)))
        path.write_bytes(content)
        log = path.with_name("other.timeline-wal").read_bytes()
        assert log
        path.with_name(f"{path.name}-wal").write_bytes(log)
    assert repair(path, out, extract=extract).articles == 40


def test_what_was_taken_out_of_a_library_does_not_come_back(library: Library, path: Path, out: Path) -> None:
    library.add(list(many_extractions(5, words=200, seed=1)))
    number = library.imports.begin(["/articles"])
    library.add_entries([entry_of(e, "/articles/a.txt") for e in many_extractions(40, words=200, seed=2)], number)
    library.imports.end(number)
    library.imports.take_back(number)
    library.close()
    assert repair(path, out, extract=extract) == RepairReport(5, 0, (), 0, 0)


def test_where_a_library_looks_for_more_is_saved_with_it(library: Library, path: Path, out: Path) -> None:
    number = library.imports.begin(["/articles"])
    library.add_entries([entry_of(make_extraction(), "/articles/a.txt")], number)
    library.imports.end(number)
    library.close()
    repair(path, out, extract=extract)
    with Library.open(out) as repaired:
        assert repaired.sources.roots() == ["/articles"]
        assert repaired.article(articles(repaired)[0]).article.source == "/articles/a.txt"


def test_a_database_of_another_program_is_no_library(path: Path, out: Path) -> None:
    execute(path, "CREATE TABLE bookmark (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO bookmark VALUES (1, 'One')")
    with pytest.raises(LibraryError, match="not a timeline library"):
        repair(path, out, extract=extract)
    assert files_beside(path) == {path.name}


def test_what_is_no_library_any_more_is_said_and_nothing_is_left(path: Path, out: Path) -> None:
    path.write_bytes(b"\0" * 5000)
    with pytest.raises(LibraryError, match="not a timeline library"):
        repair(path, out, extract=extract)
    assert files_beside(path) == {path.name}


def test_a_file_that_is_there_is_never_written_over(library: Library, path: Path, out: Path) -> None:
    library.add([make_extraction()])
    library.close()
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError, match="there is a file of that name already"):
        repair(path, out, extract=extract)
    assert out.read_text(encoding="utf-8") == "mine"
