from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from timeline_app.domain.article import Article, ImportIssue, IssueKind
from timeline_app.domain.extraction import EventKind, Extraction, Report, Resolution
from timeline_app.errors import LibraryError
from timeline_app.importing import ImportProgress, import_paths
from timeline_app.ingest.importers import Part, read
from timeline_app.library import Library, back_up, room
from timeline_app.messages import message

ROOT = Path(__file__).parents[1]
STATEMENTS = ROOT.parent / "shared" / "data" / "statements"

seen_here: list[str] = []


def appearance_only(part: Part) -> list[Extraction | ImportIssue]:
    """Extract only the article's own appearance, so that these tests are about taking in."""
    found = []
    for article in read(part):
        if isinstance(article, Article):
            seen_here.append(article.title)
            if "SLOW" in article.body:
                time.sleep(0.05)
            if "KILL" in article.body:
                os._exit(9)
            resolution = Resolution("publication", message("The article appeared then."))
            report = Report(article.title, EventKind.PUBLISHED, article.published, None, resolution)
            found.append(Extraction(article, (), (), (report,)))
        else:
            found.append(article)
    return found


def write(folder: Path, count: int, text: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        body = f" date 2023-02-{number % 28 + 1:02d} The ministers met for the {number}th time. {text}"
        (folder / f"{number:03d}.txt").write_text(body, encoding="utf-8")
    return folder


def test_folder_is_taken_in_and_what_is_wrong_with_it_is_told(tmp_path):
    folder = write(tmp_path / "articles", 30)
    (folder / "empty.txt").touch()
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "wrong date.txt").write_text(" date 2023-02-30 The ministers met.", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"\0")
    records = [json.dumps({"title": "A", "date": "2023-02-14", "text": "B"}), "{broken", json.dumps({"text": "C"})]
    (folder / "more.jsonl").write_text("\n".join(records), encoding="utf-8")
    library = tmp_path / "case.timeline"
    report = import_paths(library, [folder, tmp_path / "gone"], jobs=2, process=appearance_only)
    assert (report.read, report.added, report.unchanged, report.failed) == (33, 33, 0, 4)
    assert not report.cancelled
    by_kind = {kind: [Path(i.source).name for i in report.issues if i.kind is kind] for kind in IssueKind}
    assert sorted(by_kind[IssueKind.FAILED]) == ["empty.txt", "gone", "more.jsonl#2", "photo.png"]
    assert by_kind[IssueKind.SKIPPED] == [".DS_Store"]
    assert by_kind[IssueKind.NOTED] == ["wrong date.txt"]
    with Library.open(library) as opened:
        assert opened.info().articles == 33
        assert len(opened.undated()) == 2
        assert len(opened.load_index()) == opened.info().events == report.events == 31


def test_an_import_has_succeeded_also_where_there_is_no_room_to_tidy_up_after_it(tmp_path, monkeypatch):
    full = LibraryError(message("the disk is full"))

    def no_room(*_: object) -> None:
        raise full

    monkeypatch.setattr(room, "tidy", no_room)
    report = import_paths(tmp_path / "case.timeline", [write(tmp_path / "articles", 5)], process=appearance_only)
    assert (report.added, report.failed, report.cancelled) == (5, 0, False)
    with Library.open(tmp_path / "case.timeline") as library:
        assert library.imports.unfinished() is None
        assert library.check() == []


def test_an_import_counts_the_events_that_came_to_the_timeline(tmp_path):
    told = " ".join(f"What was said in sentence {number} of the wire story." for number in range(60))
    for paper in ("courier", "herald", "mail"):
        record = {"title": "The same", "date": "2023-02-14", "text": told, "outlet": paper}
        (tmp_path / f"{paper}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "undated.txt").write_text("Nobody knows when this was written.", encoding="utf-8")
    library = tmp_path / "case.timeline"
    for paths, events in (([tmp_path / "courier.jsonl", tmp_path / "undated.txt"], 1), ([tmp_path], 0)):
        assert import_paths(library, paths, jobs=1, process=appearance_only).events == events
    with Library.open(library) as opened:
        assert (opened.info().articles, opened.info().events, opened.info().retold) == (4, 1, 2)
        assert len(opened.load_index()) == 1


def test_taking_the_same_folder_in_twice_adds_nothing(tmp_path):
    folder = write(tmp_path / "articles", 20)
    library = tmp_path / "case.timeline"
    import_paths(library, [folder], process=appearance_only, new_executor=partial(ThreadPoolExecutor, 2))
    again = import_paths(library, [folder], process=appearance_only, new_executor=partial(ThreadPoolExecutor, 2))
    assert (again.read, again.added, again.unchanged, again.events) == (20, 0, 20, 0)


def test_another_executor_can_take_the_place_of_the_workers(tmp_path):
    folder = write(tmp_path / "articles", 40)
    made = []

    def threads() -> ThreadPoolExecutor:
        made.append(ThreadPoolExecutor(3))
        return made[-1]

    in_threads = import_paths(tmp_path / "a.timeline", [folder], process=appearance_only, new_executor=threads)
    in_processes = import_paths(tmp_path / "b.timeline", [folder], jobs=2, process=appearance_only)
    assert len(made) == 1
    assert (in_threads.added, in_threads.events) == (in_processes.added, in_processes.events) == (40, 40)

    def contents(path: Path) -> list[str]:
        with Library.open(path) as library:
            index = library.load_index()
            return [summary.title for _, summary in sorted(library.summaries(index.ids.tolist()).items())]

    assert sorted(contents(tmp_path / "a.timeline")) == sorted(contents(tmp_path / "b.timeline"))


def test_progress_counts_up_to_the_whole(tmp_path):
    folder = write(tmp_path / "articles", 60, "SLOW")
    told: list[ImportProgress] = []
    import_paths(
        tmp_path / "case.timeline",
        [folder],
        process=appearance_only,
        new_executor=partial(ThreadPoolExecutor, 2),
        on_progress=told.append,
    )
    assert len(told) > 3
    for counts in ("files_done", "articles", "added", "seconds"):
        values = [getattr(progress, counts) for progress in told]
        assert values == sorted(values)
    last = told[-1]
    assert (last.files_done, last.files_total, last.articles, last.added) == (60, 60, 60, 60)
    assert last.current.endswith(".txt")
    assert last.seconds_left == 0
    assert any(progress.seconds_left for progress in told[:-1])


def test_cancelling_ends_within_a_second_and_keeps_what_was_read(tmp_path):
    folder = write(tmp_path / "articles", 400, "SLOW")
    library = tmp_path / "case.timeline"
    cancelled_at: list[float] = []

    def cancel_after_some(progress: ImportProgress) -> None:
        if progress.articles >= 10 and not cancelled_at:
            cancelled_at.append(time.monotonic())

    report = import_paths(
        library,
        [folder],
        jobs=2,
        process=appearance_only,
        on_progress=cancel_after_some,
        is_cancelled=lambda: bool(cancelled_at),
    )
    assert time.monotonic() - cancelled_at[0] < 1
    assert report.cancelled
    assert 10 <= report.read == report.added < 400
    with Library.open(library) as opened:
        assert opened.info().articles == report.added
        assert opened.check() == []
    rest = import_paths(
        library, [folder], jobs=40, process=appearance_only, new_executor=partial(ThreadPoolExecutor, 40)
    )
    assert (rest.added, rest.unchanged) == (400 - report.added, report.added)


IMPORT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.test_importing import appearance_only, import_paths
show = lambda progress: print(progress.added, flush=True)
import_paths(Path(sys.argv[1]), [Path(sys.argv[2])], process=appearance_only, new_executor=ThreadPoolExecutor, on_progress=show)
"""


@pytest.mark.parametrize("acknowledged", [0, 500])
def test_killed_import_keeps_what_it_said_was_added_and_a_second_run_completes_it(tmp_path, acknowledged):
    texts = (f"The ministers met for the {number}th time. " * 20 for number in range(2000))
    articles = tmp_path / "a.jsonl"
    articles.write_text("\n".join(json.dumps({"date": "2023-02-14", "text": text}) for text in texts), encoding="utf-8")
    library = tmp_path / "case.timeline"
    command = [sys.executable, "-c", IMPORT, library, articles]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = next(int(line) for line in running.stdout if int(line) >= acknowledged)
        running.kill()
    with Library.open(library) as opened:
        assert opened.check() == []
        kept = opened.info().articles
        assert said <= kept <= 2000
    rest = import_paths(library, [articles], process=appearance_only, new_executor=ThreadPoolExecutor)
    assert (rest.added, rest.unchanged) == (2000 - kept, kept)
    with Library.open(library) as opened:
        assert opened.info().articles == opened.info().events == 2000
        assert opened.check() == []


def test_worker_that_dies_costs_the_file_it_was_reading(tmp_path):
    folder = write(tmp_path / "articles", 20)
    (folder / "010.txt").write_text(" date 2023-02-14 KILL", encoding="utf-8")
    report = import_paths(tmp_path / "case.timeline", [folder], jobs=2, process=appearance_only)
    assert (report.read, report.failed) == (19, 1)
    (issue,) = report.issues
    assert issue.source.endswith("010.txt")
    assert "ended the worker" in str(issue.reason)


def test_record_that_kills_a_worker_costs_itself_only(tmp_path):
    lines = [json.dumps({"date": "2023-02-14", "text": f"Record {number}."}) for number in range(30)]
    lines[17] = json.dumps({"text": "KILL"})
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    told: list[ImportProgress] = []
    report = import_paths(
        tmp_path / "case.timeline",
        [path],
        process=appearance_only,
        new_executor=_two_workers,
        jobs=2,
        on_progress=told.append,
    )
    assert (report.read, report.failed) == (29, 1)
    assert report.issues[0].source == f"{path}#18"
    assert told[-1].files_done == told[-1].files_total == 1


def _two_workers():
    from timeline_app.ingest.executors import WorkerProcesses

    return WorkerProcesses(2)


def test_a_file_or_two_are_read_without_starting_processes(tmp_path):
    seen_here.clear()
    report = import_paths(tmp_path / "case.timeline", [write(tmp_path / "articles", 2)], process=appearance_only)
    assert report.read == len(seen_here) == 2


def test_library_in_the_folder_is_no_article(tmp_path):
    write(tmp_path, 3)
    library = tmp_path / "case.timeline"
    Library.create(library).close()
    report = import_paths(library, [tmp_path], process=appearance_only)
    assert (report.read, report.issues) == (3, ())


def test_nothing_to_read_makes_an_empty_library_and_says_what_is_missing(tmp_path):
    report = import_paths(tmp_path / "case.timeline", [tmp_path / "gone"])
    assert (report.read, report.failed) == (0, 1)


def test_what_is_no_library_is_refused_before_anything_is_read(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes and no library.", encoding="utf-8")
    with pytest.raises(LibraryError):
        import_paths(path, [write(tmp_path / "articles", 1)], process=appearance_only)
    assert path.read_text(encoding="utf-8") == "These are my notes and no library."


@pytest.mark.skipif(not STATEMENTS.is_dir(), reason="the shared test data is not on this machine")
def test_all_statements_are_taken_in_with_the_whole_pipeline(tmp_path):
    library = tmp_path / "case.timeline"
    report = import_paths(library, [STATEMENTS])
    assert (report.read, report.added, report.failed, report.issues) == (300, 300, 0, ())
    assert report.events > 300
    with Library.open(library) as opened:
        assert opened.undated() == []
        assert opened.search("kuleba")


def test_a_library_among_its_articles_and_its_copies_are_not_articles(tmp_path: Path) -> None:
    folder = write(tmp_path / "articles", 3)
    library = folder / "case.timeline"
    import_paths(library, [folder], jobs=1, process=appearance_only)
    assert back_up(library) is not None
    again = import_paths(library, [folder], jobs=1, process=appearance_only)
    assert (again.unchanged, again.added, again.issues) == (3, 0, ())


def test_a_file_named_twice_is_taken_in_once_and_said(tmp_path: Path) -> None:
    file = tmp_path / "in" / "a.txt"
    file.parent.mkdir()
    file.write_text(" date 2023-02-14 Ministers met in Brussels on Tuesday.\n", encoding="utf-8")
    report = import_paths(tmp_path / "case.timeline", [file.parent, file, file])
    assert (report.read, report.added, report.failed) == (1, 1, 0)
    assert [issue.kind for issue in report.issues] == [IssueKind.SKIPPED] * 2


def test_the_library_is_not_read_as_an_article_under_any_name(tmp_path: Path) -> None:
    library = tmp_path / "news.timeline"
    Library.create(library).close()
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "linked").hardlink_to(library)
    (tmp_path / "news.timeline-notes.txt").write_text(" date 2023-02-14 Ministers met.\n", encoding="utf-8")
    report = import_paths(library, [folder, tmp_path / "news.timeline-notes.txt"])
    assert (report.read, report.added, report.issues) == (1, 1, ())
