"""Going back to a copy, and making a library smaller: whatever happens, what there was is still somewhere."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.builders import make_extraction, many_extractions
from tests.library.raw import DAMAGE_A_WORD, execute, files_beside
from timeline_app.errors import LibraryError
from timeline_app.library import Library, articles_in, back_up, compact, put_in_place, stage
from timeline_app.library.backups import Backup, backups

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(library: Library, path: Path) -> Backup:
    """A copy of the library with one article; the library itself has two, and is closed."""
    library.add([make_extraction(title="Kept")])
    made = back_up(path)
    assert made is not None
    library.add([make_extraction(title="Added later")])
    library.close()
    return made


def titles(path: Path) -> set[str]:
    with Library.open(path) as library:
        return {library.article(a).article.title for a in library.load_index().articles.tolist()}


def go_back(path: Path, backup: Backup) -> Path | None:
    staged = stage(path, backup)
    assert staged is not None
    return put_in_place(path, staged)


def test_the_library_is_as_the_copy_and_what_it_was_is_a_copy_itself(path: Path, kept: Backup) -> None:
    assert go_back(path, kept) is None
    assert titles(path) == {"Kept"}
    newest, *_ = backups(path)
    assert (newest.number, articles_in(newest)) == (2, 2)
    assert files_beside(path) == {path.name, f"{path.name}.backups"}
    assert go_back(path, newest) is None
    assert titles(path) == {"Kept", "Added later"}


def test_a_library_that_opens_and_is_damaged_is_set_aside_too(path: Path, kept: Backup) -> None:
    execute(path, DAMAGE_A_WORD)
    aside = go_back(path, kept)
    assert aside == path.with_name("case (damaged).timeline")
    assert execute(aside, "SELECT count(*) FROM article WHERE body_of(text) LIKE '%Brussel5%'") == [(2,)]
    assert titles(path) == {"Kept"}


def test_a_library_that_is_gone_comes_back_from_its_copy(path: Path, kept: Backup) -> None:
    path.unlink()
    assert go_back(path, kept) is None
    assert titles(path) == {"Kept"}


def test_a_damaged_library_is_set_aside_with_its_log(path: Path, kept: Backup) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[0:100] = bytes(100)
    path.write_bytes(damaged)
    path.with_name(f"{path.name}-wal").write_bytes(b"log")
    aside = go_back(path, kept)
    assert aside == path.with_name("case (damaged).timeline")
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"log"
    assert titles(path) == {"Kept"}


def test_a_damaged_copy_is_refused_and_nothing_changes(path: Path, kept: Backup) -> None:
    execute(kept.path, DAMAGE_A_WORD)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="is damaged"):
        stage(path, kept)
    assert path.read_bytes() == before
    assert files_beside(path) == {path.name, f"{path.name}.backups"}


def test_a_library_that_is_open_elsewhere_is_not_replaced(path: Path, kept: Backup) -> None:
    staged = stage(path, kept)
    assert staged is not None
    with Library.open(path) as other:
        assert other.info().articles == 2
        with pytest.raises(LibraryError, match="another program"):
            put_in_place(path, staged)
    assert titles(path) == {"Kept", "Added later"}


def test_a_cancelled_copy_leaves_nothing(path: Path, kept: Backup) -> None:
    assert stage(path, kept, is_cancelled=lambda: True) is None
    assert files_beside(path) == {path.name, f"{path.name}.backups"}


def test_a_library_is_made_smaller_and_copied_before(library: Library, path: Path) -> None:
    number = library.imports.begin([])
    from timeline_app.library import entry_of

    library.add([make_extraction()])
    library.add_entries([entry_of(e) for e in many_extractions(200, words=200)], number)
    library.imports.take_back(number)
    library.close()
    before, after = compact(path)
    assert after < before / 2
    assert path.stat().st_size == after
    with Library.open(path) as opened:
        assert opened.check() == []
        assert opened.info().articles == 1
    assert len(backups(path)) == 1


def test_a_full_or_damaged_library_is_not_made_smaller(path: Path, kept: Backup) -> None:
    shutil.copyfile(path, whole := path.with_name("whole"))
    execute(path, DAMAGE_A_WORD)
    changed = path.read_bytes()
    with pytest.raises(LibraryError, match="damaged"):
        compact(path)
    assert path.read_bytes() == changed
    assert whole.exists()
