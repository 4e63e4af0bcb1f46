from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.builders import make_extraction, many_extractions
from tests.library.raw import execute, files_beside
from timeline_app.domain.correction import Hide
from timeline_app.domain.extraction import Extraction
from timeline_app.domain.facets import Reading
from timeline_app.errors import LibraryError
from timeline_app.library import Library
from timeline_app.library.repair import RepairReport, repair

if TYPE_CHECKING:
    from pathlib import Path

    from timeline_app.domain.article import Article


SCHEMA_ENDS = 16 * 2048
"""Behind the pages that say what tables there are: without these nothing can be read."""


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
    execute(path, "UPDATE article SET body = CAST(replace(CAST(body AS BLOB), 'Brussels', x'ff') AS TEXT)")
    report = repair(path, out, extract=extract)
    assert report.changed == ("Ministers meet in Brussels",)
    assert not report.is_whole
    with Library.open(out) as repaired:
        assert "\ufffd" in repaired.article(articles(repaired)[0]).article.body


def test_damage_anywhere_costs_only_what_it_hit(library: Library, path: Path, out: Path) -> None:
    library.add(list(many_extractions(120, words=200)))
    library.close()
    whole = path.read_bytes()
    chance = random.Random(5)
    saved = []
    for _ in range(12):
        damaged = bytearray(whole)
        at = chance.randrange(SCHEMA_ENDS, len(whole) - 4096)
        damaged[at : at + 4096] = chance.randbytes(4096)
        path.write_bytes(damaged)
        report = repair(path, out, extract=extract)
        with Library.open(out) as repaired:
            assert repaired.check() == []
            assert repaired.info().articles == report.articles
        saved.append(report.articles)
        out.unlink()
    assert min(saved) >= 60
    assert sorted(saved)[6] >= 115


def test_what_is_no_library_any_more_is_said_and_nothing_is_left(path: Path, out: Path) -> None:
    path.write_bytes(b"\0" * 5000)
    with pytest.raises(LibraryError, match="not a timeline library"):
        repair(path, out, extract=extract)
    assert files_beside(path) == {path.name}


def test_a_library_whose_list_of_tables_is_destroyed_is_saved_all_the_same(
    library: Library, path: Path, out: Path
) -> None:
    library.add([make_extraction()])
    library.close()
    damaged = bytearray(path.read_bytes())
    damaged[100:4096] = bytes(3996)
    path.write_bytes(damaged)
    assert repair(path, out, extract=extract).articles == 1
    with Library.open(out) as repaired:
        assert repaired.check() == []


def test_a_file_that_is_there_is_never_written_over(library: Library, path: Path, out: Path) -> None:
    library.add([make_extraction()])
    library.close()
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError, match="there is a file of that name already"):
        repair(path, out, extract=extract)
    assert out.read_text(encoding="utf-8") == "mine"
