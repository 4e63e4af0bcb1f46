"""Files that are asked about one by one are read as an import reads them: a bad one costs itself only."""

from __future__ import annotations

import os
from pathlib import Path

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.ingest.importers import Part
from timeline_app.ingest.reading import read_files, read_part


def end_at_a_bad_page(part: Part) -> list[Article | ImportIssue]:
    """Stand for a library that takes its process down."""
    if b"bad" in part.path.read_bytes():
        os._exit(3)
    return read_part(part)


def page(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(f"<!DOCTYPE html><html><head><title>{words}</title></head><body><p>{words} " * 9, encoding="utf-8")
    return path


def test_a_file_that_ends_its_process_costs_itself_only(tmp_path: Path) -> None:
    paths = [page(tmp_path, f"{at}.html", words) for at, words in enumerate(("good", "bad", "fine"))]
    found = list(read_files(paths, jobs=1, read=end_at_a_bad_page))
    assert [path for path, _ in found] == paths
    first, second, third = (what for _, what in found)
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, ImportIssue)
    assert "ended the worker process" in str(second.reason)


def test_what_python_alone_reads_needs_no_process_and_all_that_is_wrong_is_said(tmp_path: Path) -> None:
    good, empty = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("Ministers met on 3 May 2021.", encoding="utf-8")
    empty.touch()
    here: list[int] = []

    def read(part: Part) -> list[Article | ImportIssue]:
        here.append(os.getpid())
        return read_part(part)

    found = dict(read_files([good, empty, tmp_path / "gone.txt"], read=read))
    assert here == [os.getpid()]
    assert isinstance(found[good], Article)
    assert isinstance(found[empty], ImportIssue)
    assert isinstance(found[tmp_path / "gone.txt"], ImportIssue)
