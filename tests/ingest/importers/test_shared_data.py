"""The importers on real articles and on files made to break importers, where the shared data is at hand."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.importers.conftest import SHARED, articles, outcomes
from timeline_app.domain.article import Article, ImportIssue
from timeline_app.domain.calendar import civil_from_days
from timeline_app.domain.period import iso_date

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared test data is not on this machine")

NOT_READ = "which this program does not read"


def manifest(name: str) -> list[dict[str, Any]]:
    path = SHARED / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def day(article: Article) -> str | None:
    return iso_date(civil_from_days(article.published.first_day)) if article.published is not None else None


def test_statements_have_the_dates_of_their_headers_and_whole_texts():
    expected = manifest("statements.manifest.jsonl")
    assert len(expected) == 300
    for entry in expected:
        path = SHARED / "statements" / entry["file"]
        (found,) = articles(path)
        assert day(found) == entry["date"]
        source = path.read_text(encoding="utf-8").split(maxsplit=2)[2]
        assert found.body.split() == source.replace("\ufeff", "").replace("\u200b", "").replace("\xad", "").split()


def test_seed_article():
    (path,) = (SHARED / "seed").iterdir()
    (found,) = outcomes(path)
    assert isinstance(found, Article)
    assert day(found) == "2023-02-14"
    assert found.title.startswith("A two-day meeting of the defense ministers")
    assert found.body.startswith("A two-day meeting")


def test_mixed_folder_gives_every_article_of_the_formats_that_are_read():
    expected: dict[str, list[dict[str, Any]]] = {}
    for entry in manifest("mixed_folder.expected.jsonl"):
        expected.setdefault(entry["file"], []).append(entry)
    checked = 0
    for file, entries in expected.items():
        found = outcomes(SHARED / "mixed_folder" / file)
        if isinstance(found[0], ImportIssue) and NOT_READ in str(found[0].reason):
            continue
        taken = [a for a in found if isinstance(a, Article)]
        assert [day(a) for a in taken] == [entry["date"] for entry in entries], file
        for article, entry in zip(taken, entries, strict=True):
            assert len(article.body) >= entry["min_chars"], file
            if "title" in entry:
                assert article.title == entry["title"].strip(), file
            else:
                assert article.title_derived
            checked += 1
    assert checked >= 80 + 87 + 40 + 20  # text, Markdown, JSON Lines, JSON


@pytest.mark.parametrize("entry", manifest("hostile.manifest.jsonl"), ids=lambda entry: entry["file"][-40:])
def test_hostile_file_does_what_its_manifest_says(entry):
    started = time.perf_counter()
    found = outcomes(SHARED / "hostile" / entry["file"])
    assert time.perf_counter() - started < 5
    assert found
    taken = [a for a in found if isinstance(a, Article)]
    if not taken:
        (issue,) = found
        assert str(issue.reason)
        # What is to be taken in and is not must be a format that is not read yet, and the report must say so.
        assert entry["expect"] in {"reject", "skip_with_reason"} or NOT_READ in str(issue.reason)
        return
    assert entry["expect"] in {"import", "import_undated"}
    assert len(taken) == entry["items"] if isinstance(entry.get("items"), int) else taken
    if entry["expect"] == "import_undated":
        assert all(a.published is None for a in taken)
    if "date" in entry:
        assert day(taken[0]) == entry["date"]
    for article in taken:
        assert article.title
        assert not set(article.title + article.body) & set("\0\u2028\u2029\x85\u202a\u202b\u202c\u202d\u202e")
        (article.title + article.body + article.source).encode("utf-8")


def test_copies_of_one_article_have_one_fingerprint(tmp_path: Path):
    (copy,) = articles(SHARED / "hostile" / "dups" / "copy1.txt")
    (original,) = articles(SHARED / "hostile" / "txt" / "seed_shape.txt")
    assert copy.fingerprint == original.fingerprint
