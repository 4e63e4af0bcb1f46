from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from tests.builders import make_extraction
from tests.library.raw import execute, files_beside, rows
from timeline_app.errors import LibraryError
from timeline_app.library import Library, migrations, texts
from timeline_app.library.schema import APPLICATION_ID

STORED = Path(__file__).parent / "stored"
"""A library of every released version, as the SQL that makes it."""

NEXT_STEP = "ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;"


def restore(version: int, path: Path) -> None:
    """Make a library file of an older version."""
    connection = apsw.Connection(str(path))
    texts.teach(connection)
    connection.execute((STORED / f"version_{version}.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
    connection.pragma("journal_mode", "wal")
    connection.close()


def test_a_new_library_says_what_it_is(library: Library, path: Path) -> None:
    library.close()
    assert path.read_bytes()[68:72] == b"TMLN"
    assert execute(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert execute(path, "PRAGMA user_version") == [(len(migrations.STEPS),)]
    assert execute(path, "PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize("version", range(1, len(migrations.STEPS) + 1))
def test_a_stored_library_of_every_version_opens_whole(version: int, path: Path) -> None:
    restore(version, path)
    with Library.open(path) as library:
        assert library.version == len(migrations.STEPS)
        assert library.check() == []
        index = library.load_index()
        stored = replace(make_extraction(), rules=1)
        assert [library.article(int(article)).extraction for article in set(index.articles)] == [stored]
        assert [hit.title for hit in library.search("stoltenberg")] == ["Ministers meet in Brussels"]


def test_an_older_library_is_brought_up_to_date_and_a_copy_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    restore(1, path)
    before = rows(path)
    with Library.open(path) as library:
        assert library.version == len(migrations.STEPS)
        assert library.check() == []
        assert len(library.load_index()) == 3
    backup = path.with_name("case (version 1).timeline")
    assert files_beside(path) == {path.name, backup.name}
    assert rows(backup) == before
    monkeypatch.setattr(migrations, "STEPS", migrations.STEPS[:1])
    with Library.open(backup) as kept:
        assert kept.version == 1
        assert kept.check() == []


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    restore(1, path)
    before = rows(path)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT_STEP, "ALTER TABLE nowhere ADD COLUMN x;"))
    with pytest.raises(apsw.SQLError):
        Library.open(path)
    assert rows(path) == before
    assert execute(path, "PRAGMA user_version") == [(1,)]


def test_a_second_copy_does_not_take_the_place_of_the_first(library: Library, path: Path) -> None:
    library.close()
    newest = len(migrations.STEPS)
    first, second = (
        migrations.back_up(connection, path) for connection in [apsw.Connection(str(path))] for _ in range(2)
    )
    assert (first.name, second.name) == (
        f"case (version {newest}).timeline",
        f"case (version {newest}, 2).timeline",
    )


def test_a_newer_library_is_refused_and_not_touched(library: Library, path: Path) -> None:
    library.close()
    execute(path, f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(path)
    assert path.read_bytes() == before
    assert files_beside(path) == {path.name}


def test_an_older_library_that_is_not_ours_is_refused_before_it_is_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore(1, path)
    execute(path, "CREATE TRIGGER trap AFTER INSERT ON state BEGIN DELETE FROM article; END")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, NEXT_STEP))
    with pytest.raises(LibraryError, match="not a timeline library"):
        Library.open(path)
    assert files_beside(path) == {path.name}
    assert execute(path, "PRAGMA user_version") == [(1,)]
