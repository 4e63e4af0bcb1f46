from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.builders import make_extraction, many_extractions
from tests.library.raw import DAMAGE_A_WORD, execute, files_beside
from timeline_app.domain.correction import Hide
from timeline_app.errors import LibraryError
from timeline_app.library import Library, back_up

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 3, 1)


def add(path: Path, title: str) -> None:
    with Library.open(path) as library:
        library.add([make_extraction(title=title)])


def test_a_backup_is_a_library_with_all_that_was_kept(library: Library, path: Path) -> None:
    library.add(list(many_extractions(20, words=60)))
    library.correct(Hide(library.key_of_event(1)))
    made = back_up(path, today=FIRST)  # while the window has the library open
    assert made is not None
    assert library.backups() == [made]
    with Library.open(made.path, read_only=True) as copy:
        assert copy.check() == []
        assert copy.info().articles == 20
        assert copy.corrections() == library.corrections()
        assert copy.load_index().ids.tolist() == library.load_index().ids.tolist()


def test_there_is_one_backup_a_day_and_none_without_a_change(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    assert back_up(path, today=FIRST) is not None
    library.add([make_extraction(title="Later that day")])
    assert back_up(path, today=FIRST) is None
    assert back_up(path, today=FIRST + timedelta(1)) is not None
    library.set_state("view", "elsewhere")
    assert back_up(path, today=FIRST + timedelta(2)) is None
    library.correct(Hide(library.key_of_event(1)))
    assert back_up(path, today=FIRST + timedelta(3)) is not None


def test_the_last_five_are_kept_whatever_the_clock_says(library: Library, path: Path) -> None:
    for number in range(8):
        add(path, f"Article {number}")
        assert back_up(path, today=FIRST - timedelta(number)) is not None
    assert [backup.number for backup in library.backups()] == [8, 7, 6, 5, 4]
    with Library.open(library.backups()[0].path, read_only=True) as newest:
        assert newest.info().articles == 8


def test_a_damaged_library_replaces_no_backup(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    sound = back_up(path, today=FIRST)
    add(path, "Another")
    execute(path, DAMAGE_A_WORD)
    with pytest.raises(LibraryError, match="was not backed up because it is damaged"):
        back_up(path, today=FIRST + timedelta(1))
    with Library.open(path) as damaged:
        assert damaged.backups() == [sound]
    assert files_beside(path) == {path.name, f"{path.name}.backups"}
    assert len(list((path.parent / f"{path.name}.backups").iterdir())) == 1


def test_a_cancelled_backup_leaves_nothing(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    assert back_up(path, today=FIRST, is_cancelled=lambda: True) is None
    assert library.backups() == []
    assert not list((path.parent / f"{path.name}.backups").iterdir())


def test_backups_that_are_made_at_once_are_both_whole(library: Library, path: Path) -> None:
    library.add(list(many_extractions(200, words=60)))
    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(back_up, path, is_forced=True, today=FIRST) for _ in range(4)]
        assert sorted(kept.number for done in made if (kept := done.result())) == [1, 2, 3, 4]
    assert files_beside(library.backups()[0].path) == {backup.path.name for backup in library.backups()}


def test_a_backup_put_in_the_place_of_the_library_is_the_library(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    made = back_up(path, today=FIRST)
    assert made is not None
    library.add([make_extraction(title="After the backup")])
    library.close()
    path.unlink()
    made.path.rename(path)
    with Library.open(path) as restored:
        assert restored.info().articles == 1
        assert restored.add([make_extraction(title="Again")]).added == 1


def test_a_copy_that_was_damaged_is_no_reason_to_make_no_other(library: Library, path: Path) -> None:
    library.add(list(many_extractions(20, words=60)))
    first = back_up(path, today=FIRST)
    assert first is not None
    whole = first.path.read_bytes()
    first.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    second = back_up(path, today=FIRST + timedelta(1))
    assert second is not None
    with Library.open(second.path, read_only=True) as copy:
        assert copy.check() == []
