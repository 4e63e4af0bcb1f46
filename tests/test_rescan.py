"""Taking in again: what the library knows is not opened, what moved is found, what is gone is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.library.raw import execute
from tests.test_importing import appearance_only, seen_here, write
from timeline_app.domain.article import IssueKind
from timeline_app.domain.sources import FileState
from timeline_app.importing import ImportReport, import_paths, resume_import
from timeline_app.library import Library

ROOT = Path(__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.timeline"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", 6)


def take_in(path: Path, *named: Path, is_rescan: bool = False) -> ImportReport:
    seen_here.clear()
    threads = partial(ThreadPoolExecutor, 2)
    return import_paths(path, named, process=appearance_only, new_executor=threads, is_rescan=is_rescan)


def rescan(path: Path) -> ImportReport:
    return take_in(path, is_rescan=True)


def states(path: Path) -> dict[str, FileState]:
    return {Path(str(name)).name: FileState(state) for name, state in execute(path, "SELECT path, state FROM file")}


def test_a_rescan_opens_no_file_that_is_as_it_was(path: Path, folder: Path) -> None:
    take_in(path, folder)
    again = rescan(path)
    assert (again.read, again.added, again.unchanged, again.import_id) == (6, 0, 6, None)
    assert seen_here == []
    assert execute(path, "SELECT count(*) FROM import") == [(1,)]


def test_a_rescan_reads_what_is_new_and_what_has_changed_only(path: Path, folder: Path) -> None:
    take_in(path, folder)
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    (folder / "002.txt").write_text(" date 2023-02-03 The ministers never met.", encoding="utf-8")
    again = rescan(path)
    assert (again.added, len(seen_here)) == (2, 2)
    with Library.open(path) as library:
        [changed] = library.search("never")
        old, new = library.versions_of(changed.article)
        assert new.id == changed.article
        assert "2th time" in library.article(old.id).article.body
        assert old.source == new.source == str(folder / "002.txt")
        assert [v.id for v in library.versions_of(old.id)] == [old.id, new.id]
        [untouched] = library.search("treaty")
        assert library.versions_of(untouched.article) == []
        assert library.check() == []


def test_a_changed_record_among_many_is_linked_with_what_it_was_by_its_address(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"

    def record(number: int, text: str) -> str:
        return json.dumps({"title": "Briefing", "url": f"https://x.org/{number}", "date": "2023-02-14", "text": text})

    file.write_text("\n".join(record(n, f"Text {n}.") for n in range(3)), encoding="utf-8")
    take_in(path, file)
    file.write_text(
        "\n".join([record(9, "Text 9."), record(0, "Text 0."), record(1, "Text 1, corrected.")]), encoding="utf-8"
    )
    assert take_in(path, file).added == 2
    with Library.open(path) as library:
        [corrected] = library.search("corrected")
        assert [v.source for v in library.versions_of(corrected.article)] == [f"{file}#2", f"{file}#3"]
        [added] = library.search("text 9".replace("text ", "body:"))
        assert library.versions_of(added.article) == []


def test_a_touched_file_is_known_by_its_content(path: Path, folder: Path) -> None:
    take_in(path, folder)
    os.utime(folder / "001.txt", (1, 1))
    assert (rescan(path).unchanged, seen_here) == (6, [])
    os.utime(folder / "001.txt", (2, 2))
    (folder / "001.txt").write_bytes((folder / "001.txt").read_bytes().replace(b"met", b"sat"))
    assert (rescan(path).added, len(seen_here)) == (1, 1)


def test_a_moved_file_is_known_by_its_content_and_its_articles_are_from_there(path: Path, folder: Path) -> None:
    take_in(path, folder)
    (folder / "sub").mkdir()
    (folder / "003.txt").rename(folder / "sub" / "renamed.txt")
    again = rescan(path)
    assert (again.moved, again.missing, again.added, seen_here) == (1, 0, 0, [])
    with Library.open(path) as library:
        sources = {library.article(a).article.source for a in library.load_index().articles.tolist()}
        assert str(folder / "sub" / "renamed.txt") in sources
        assert str(folder / "003.txt") not in sources
        assert library.check() == []


def test_a_copy_of_a_file_is_no_move(path: Path, folder: Path) -> None:
    take_in(path, folder)
    (folder / "copy.txt").write_bytes((folder / "003.txt").read_bytes())
    again = rescan(path)
    assert (again.moved, again.added) == (0, 0)
    assert states(path)["copy.txt"] is FileState.READ


def test_a_vanished_file_is_marked_and_its_articles_stay(path: Path, folder: Path) -> None:
    take_in(path, folder)
    content = (folder / "004.txt").read_bytes()
    (folder / "004.txt").unlink()
    assert rescan(path).missing == 1
    assert states(path)["004.txt"] is FileState.MISSING
    assert rescan(path).missing == 0
    with Library.open(path) as library:
        assert library.info().articles == 6
    (folder / "004.txt").write_bytes(content)
    assert rescan(path).added == 0
    assert states(path)["004.txt"] is FileState.READ


@pytest.mark.parametrize("how", ["empty", "away"])
def test_an_empty_or_vanished_folder_says_nothing_about_its_files(path: Path, folder: Path, how: str) -> None:
    take_in(path, folder)
    for file in folder.iterdir():
        file.unlink()
    if how == "away":
        folder.rmdir()
    again = rescan(path)
    assert again.missing == 0
    assert set(states(path).values()) == {FileState.READ}
    assert [Path(issue.source) for issue in again.issues] == [folder]
    with Library.open(path) as library:
        assert library.info().articles == 6


def test_a_file_that_could_not_be_read_is_tried_again_when_it_is_named_and_not_in_a_rescan(
    path: Path, folder: Path
) -> None:
    (folder / "bad.jsonl").write_text('{"text": "A"}\n{broken', encoding="utf-8")
    assert take_in(path, folder).failed == 1
    assert states(path)["bad.jsonl"] is FileState.FAILED
    assert rescan(path).issues == ()
    assert [i.kind for i in take_in(path, folder).issues] == [IssueKind.FAILED]


def test_what_was_taken_back_is_not_brought_back_by_a_rescan(path: Path, folder: Path) -> None:
    take_in(path, folder)
    (folder / "new.txt").write_text(" date 2023-03-01 A new treaty was signed.", encoding="utf-8")
    added = rescan(path).import_id
    assert added is not None
    with Library.open(path) as library:
        assert library.imports.take_back(added) == 1
    assert rescan(path).added == 0
    assert take_in(path, folder).added == 1


IMPORT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.test_importing import appearance_only, import_paths
show = lambda progress: print(progress.added, flush=True)
import_paths(Path(sys.argv[1]), [Path(sys.argv[2])], process=appearance_only, new_executor=ThreadPoolExecutor, on_progress=show)
"""


def test_an_import_that_was_killed_is_gone_on_with_where_it_was(path: Path, tmp_path: Path) -> None:
    texts = (f"The ministers met for the {number}th time. " * 20 for number in range(3000))
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps({"date": "2023-02-14", "text": text}) for text in texts), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", IMPORT, path, file], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        next(line for line in running.stdout if int(line) >= 500)
        running.kill()
    with Library.open(path) as library:
        unfinished = library.imports.unfinished()
        kept = library.info().articles
    assert unfinished is not None
    assert (unfinished.sources, unfinished.articles) == ((str(file),), kept)
    seen_here.clear()
    report = resume_import(path, process=appearance_only, new_executor=ThreadPoolExecutor)
    assert report.import_id == unfinished.id
    assert report.added == len(seen_here) == 3000 - kept
    with Library.open(path) as library:
        assert library.imports.unfinished() is None
        assert library.info().articles == 3000
        last = library.imports.last()
        assert last is not None
        assert last.articles == 3000
        assert library.check() == []


def test_events_and_articles_have_the_same_ids_whoever_finishes_first(tmp_path: Path) -> None:
    folder = write(tmp_path / "articles", 80)
    (folder / "000.txt").write_text(" date 2023-02-02 SLOW " + "It took long. " * 50, encoding="utf-8")
    rows = []
    for name, workers in (("a.timeline", 1), ("b.timeline", 4)):
        import_paths(
            tmp_path / name, [folder], process=appearance_only, new_executor=partial(ThreadPoolExecutor, workers)
        )
        rows.append(execute(tmp_path / name, "SELECT id, article, start FROM event ORDER BY id"))
    assert rows[0] == rows[1]
