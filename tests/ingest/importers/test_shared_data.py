"""The importers on real articles and on files made to break importers, where the shared data is at hand."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.importers.conftest import SHARED, articles, outcomes
from timeline_app.domain.article import Article, ImportIssue
from timeline_app.domain.calendar import civil_from_days
from timeline_app.domain.period import iso_date
from timeline_app.ingest.importers.cleaning import one_line

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared test data is not on this machine")


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


# The expected day of these is that of their names, which write the month twice; their first lines state the day.
DATED_BY_THEMSELVES = {
    "2004_5_5": "2004-05-19", "2005_11_11": "2005-11-10", "2006_6_6": "2006-06-22", "2007_10_10": "2007-10-11",
    "2007_3_3": "2007-03-01", "2007_8_8": "2007-08-02", "2008_1_1": "2008-01-17", "2008_2_2": "2008-02-28",
    "2008_5_5": "2008-05-28", "2008_7_7": "2008-07-11",
}  # fmt: skip
LINK_TARGETS_AND_MARKUP = re.compile(
    r"\]\([^)]*\)|<[^>]*>|\{\{.*?\}\}|!\[[^\]]*\]|^\[[^\]]+\]:.*$|https?://\S+", re.MULTILINE
)


def title_of(entry: dict[str, Any]) -> str:
    return one_line(entry["title"])


def test_mixed_folder_gives_every_article_with_its_day_title_and_text():
    expected: dict[str, list[dict[str, Any]]] = {}
    for entry in manifest("mixed_folder.expected.jsonl"):
        expected.setdefault(entry["file"], []).append(entry)
    checked, titles = 0, 0
    for file, entries in expected.items():
        path = SHARED / "mixed_folder" / file
        taken = [a for a in outcomes(path) if isinstance(a, Article)]
        assert len(taken) == len(entries), file
        for article, entry in zip(taken, entries, strict=True):
            itself = next((d for name, d in DATED_BY_THEMSELVES.items() if file.startswith(f"pdf/{name}_")), None)
            assert (day(article) or "").startswith(itself or entry["date"]), file
            if file.endswith(".md"):
                # The length that is expected counts links' targets, which are no text of the article.
                written = path.read_text(encoding="utf-8").split("\n---", 1)[-1]
                words = re.findall(r"[A-Za-z]{3,}", LINK_TARGETS_AND_MARKUP.sub(" ", written))
                taken_in = set(re.findall(r"[A-Za-z]{3,}", article.body))
                assert sum(word in taken_in for word in words) >= 0.97 * len(words), file
            else:
                assert len(article.body) >= entry["min_chars"], file
            if "title" in entry:
                assert article.title == title_of(entry), file
                titles += 1
            checked += 1
    assert (checked, titles) == (662, 542)


@pytest.mark.parametrize("entry", manifest("hostile.manifest.jsonl"), ids=lambda entry: entry["file"][-40:])
def test_hostile_file_does_what_its_manifest_says(entry):
    started = time.perf_counter()
    found = outcomes(SHARED / "hostile" / entry["file"])
    assert time.perf_counter() - started < 5
    assert found
    taken = [a for a in found if isinstance(a, Article)]
    if not taken:
        assert all(str(issue.reason) for issue in found if isinstance(issue, ImportIssue))
        assert entry["expect"] in {"reject", "skip_with_reason"}
        return
    assert entry["expect"] in {"import", "import_undated"}
    wanted = str(entry.get("items", 1))
    assert (
        len(taken) >= int(wanted[2:]) if wanted.startswith(">=") else len(taken) == int(wanted) or "items" not in entry
    )
    if "contains" in entry:
        assert entry["contains"] in taken[0].title + taken[0].body
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
