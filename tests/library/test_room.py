from __future__ import annotations

import random
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.builders import many_extractions
from tests.library.raw import execute
from timeline_app.library import Library, entry_of, room

if TYPE_CHECKING:
    from pathlib import Path

BATCH = 40


@pytest.fixture(autouse=True)
def hundred_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_LARGE", 100)


def fill(library: Library, articles: int, seed: int = 0) -> None:
    entries = [entry_of(extraction) for extraction in many_extractions(articles, words=150)]
    random.Random(seed).shuffle(entries)
    for at in range(0, articles, BATCH):
        library.add_entries(entries[at : at + BATCH])


def free_pages(path: Path) -> object:
    return execute(path, "PRAGMA freelist_count")[0][0]


def segments(path: Path) -> int:
    """Count the parts of the full-text index: the high bits of its pages' ids, but for its structure and its averages."""
    return len(execute(path, "SELECT DISTINCT id >> 37 FROM article_text_data WHERE id > 10"))


def test_after_a_large_import_the_index_is_in_one_piece_and_no_room_is_left(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_FEW_PAGES", 0)
    monkeypatch.setattr(room, "_PAGES_AT_ONCE", 30)
    fill(library, 400)
    assert segments(path) > 5
    found = library.articles_matching("a* OR b*").tolist()
    library.tidy(400)
    assert segments(path) == 1
    assert free_pages(path) == 0
    assert library.articles_matching("a* OR b*").tolist() == found
    assert library.check() == []


@pytest.mark.parametrize(("stored", "added"), [(600, 140), (120, 90)])
def test_a_small_import_leaves_the_index_alone(library: Library, path: Path, stored: int, added: int) -> None:
    fill(library, stored)
    before = segments(path)
    library.tidy(added)
    assert segments(path) == before


def test_nothing_is_done_where_nothing_came_or_it_is_cancelled(library: Library, path: Path) -> None:
    library.tidy(0)
    fill(library, 400)
    before = segments(path)
    library.tidy(400, lambda: True)
    assert segments(path) == before
    assert library.check() == []


def test_a_file_that_gives_no_room_back_is_left_as_it_is(library: Library, path: Path) -> None:
    library.add(list(many_extractions(20)))
    library.close()
    execute(path, "PRAGMA journal_mode = delete; PRAGMA auto_vacuum = 0; VACUUM")
    execute(path, "CREATE TABLE large (of BLOB); INSERT INTO large VALUES (zeroblob(200000)); DROP TABLE large")
    free = free_pages(path)
    asked = count()
    with Library.open(path) as opened:
        opened.tidy(20, is_cancelled=lambda: next(asked) > 100)
    assert next(asked) < 10
    assert free_pages(path) == free
