"""Files made to break importers: whatever they do, it is an article or a sentence, and soon."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.ingest.importers.hostile_files import CASES, a_document_that_never_ends, documents_that_break_readers
from timeline_app.domain.article import Article, ImportIssue
from timeline_app.importing import import_paths
from timeline_app.ingest.importers import Part, find_files, is_plain, read, split
from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, sockets and names as POSIX has them")

LONGEST_SECONDS = 10


def outcomes(path: Path) -> Iterator[Article | ImportIssue]:
    for part in split(path):
        if isinstance(part, Part):
            yield from read(part)
        else:
            yield part


@pytest.mark.parametrize("case", CASES)
def test_every_hostile_file_is_an_article_or_a_sentence(case: str, tmp_path: Path) -> None:
    CASES[case](tmp_path)
    met = 0
    for found in find_files([tmp_path]):
        met += 1
        if isinstance(found, ImportIssue):
            assert str(found.reason)
            continue
        started = time.perf_counter()
        of_file = list(outcomes(found))
        assert time.perf_counter() - started < LONGEST_SECONDS, found
        assert of_file, found
        for one in of_file:
            if isinstance(one, Article):
                assert one.title
                (one.title + one.body + one.source).encode("utf-8")
                assert "root:" not in one.body or case == "links_that_lead_out"
            else:
                assert str(one.reason)
    assert met


def test_a_document_that_never_ends_costs_itself_only(tmp_path: Path) -> None:
    a_document_that_never_ends(tmp_path)
    (tmp_path / "story.txt").write_text("date 2023-02-14\n\nMinisters met in Brussels on Tuesday.\n", encoding="utf-8")
    started = time.perf_counter()
    report = import_paths(tmp_path / "case.timeline", [tmp_path / "endless.pdf", tmp_path / "story.txt"], jobs=1)
    assert time.perf_counter() - started < 2 * LONGEST_SECONDS
    assert (report.added, report.failed) == (1, 1)
    assert report.issues[0].source.endswith("endless.pdf")
    with Library.open(tmp_path / "case.timeline") as library:
        assert library.check() == []


def test_what_other_than_python_reads_is_never_read_in_the_program_itself(tmp_path: Path) -> None:
    documents_that_break_readers(tmp_path)
    (tmp_path / "named.txt").write_bytes((tmp_path / "no-text.pdf").read_bytes())
    (tmp_path / "page.html").write_text("<html><body>Rain fell.</body></html>", encoding="utf-8")
    (tmp_path / "story.txt").write_text("Rain fell on Monday.", encoding="utf-8")
    assert [path.name for path in sorted(tmp_path.iterdir()) if is_plain(path)] == ["story.txt"]


def test_a_file_that_is_gone_between_being_found_and_read_is_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Rain fell on Monday.", encoding="utf-8")
    (found,) = find_files([tmp_path])
    (part,) = split(file)
    file.unlink()
    assert isinstance(part, Part)
    assert found == file
    for outcome in (*read(part), *split(file)):
        assert isinstance(outcome, ImportIssue)
        assert "not there" in str(outcome.reason)


def test_a_file_that_grows_while_it_is_read_gives_whole_records_and_comes_to_an_end(tmp_path: Path) -> None:
    line = json.dumps({"title": "Rain", "text": "Rain fell on Monday. " * 50, "date": "2023-02-14"}) + "\n"
    file = tmp_path / "log.jsonl"
    file.write_text(line * 3000, encoding="utf-8")
    taken = 0
    for grown, part in enumerate(split(file)):
        if grown < 3:
            with file.open("a", encoding="utf-8") as log:
                log.write(line * 500 + line[:40])
                log.write(line[40:])
        assert isinstance(part, Part)
        for outcome in read(part):
            assert isinstance(outcome, Article)
            taken += 1
    assert 3000 <= taken <= 3000 + 3 * 501
