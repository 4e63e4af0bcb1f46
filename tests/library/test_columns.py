from __future__ import annotations

import shutil
from mmap import mmap
from pathlib import Path

import numpy as np
import pytest

from tests.builders import make_extraction, many_extractions
from timeline_app.domain.correction import Hide, Redate
from timeline_app.domain.event_index import COLUMN_TYPES, EventFlag, EventIndex
from timeline_app.domain.period import Period
from timeline_app.library import Library, columns


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(columns, "_LEAST", 0)
    return tmp_path / "cache"


@pytest.fixture
def filled(library: Library) -> Library:
    library.add(many_extractions(20, words=60))
    return library


def files(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


def is_same(one: EventIndex, other: EventIndex) -> bool:
    columns_alike = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in COLUMN_TYPES)
    return columns_alike and one.outlet_names == other.outlet_names


def is_mapped(index: EventIndex) -> bool:
    """Whether the columns lie in a file, not in memory of their own."""
    base: object = index.starts
    while isinstance(base, np.ndarray):
        base = base.base
    return isinstance(base, mmap)


def test_the_columns_of_the_file_are_those_of_the_library(filled: Library, cache: Path) -> None:
    read = filled.load_index(cache)
    assert len(files(cache)) == 1
    kept = filled.load_index(cache)
    assert is_same(read, kept)
    assert is_mapped(kept)
    assert not kept.starts.flags.writeable


def test_a_library_that_changed_is_read_again_and_the_old_file_goes(filled: Library, cache: Path) -> None:
    filled.load_index(cache)
    [before] = files(cache)
    filled.add([make_extraction()])
    assert is_same(filled.load_index(cache), filled.load_index())
    [after] = files(cache)
    assert after != before


def test_what_the_library_keeps_besides_events_leaves_the_file_in_force(filled: Library, cache: Path) -> None:
    filled.load_index(cache)
    before = files(cache)
    filled.set_state("view", "{}")
    filled.ensure_writable()
    filled.load_index(cache)
    assert files(cache) == before


def test_corrections_are_laid_over_what_is_kept(filled: Library, cache: Path) -> None:
    ids = filled.load_index(cache).ids.tolist()
    before = files(cache)
    filled.correct(Hide(filled.key_of_event(ids[3])))
    filled.correct(Redate(filled.key_of_event(ids[5]), Period.of_date(1848)))
    index = filled.load_index(cache)
    assert is_same(index, filled.load_index())
    assert index.flags[index.row_of(ids[3])] & EventFlag.HIDDEN
    assert index.row_of(ids[5]) == 0
    assert files(cache) == before


def test_copies_that_go_different_ways_do_not_take_each_others_columns(
    filled: Library, path: Path, cache: Path, tmp_path: Path
) -> None:
    filled.close()
    other = tmp_path / "copy.timeline"
    shutil.copy(path, other)
    with Library.open(path) as one, Library.open(other) as copy:
        one.add([make_extraction(title="One")])
        copy.add([make_extraction(title="Other", body="Quite another text of 3 May 2020.")])
        one.load_index(cache)
        assert is_same(copy.load_index(cache), copy.load_index())


@pytest.mark.parametrize("at", [0, 9, 20, 60, 130, 1000, -1])
def test_a_file_with_a_changed_byte_is_never_believed(filled: Library, cache: Path, at: int) -> None:
    right = filled.load_index(cache)
    [file] = files(cache)
    content = bytearray(file.read_bytes())
    content[at] ^= 0x55
    file.write_bytes(content)
    assert is_same(filled.load_index(cache), right)
    assert is_same(filled.load_index(cache), right)


@pytest.mark.parametrize("length", [0, 3, 50, 200, 1000])
def test_a_file_that_was_cut_short_is_made_anew(filled: Library, cache: Path, length: int) -> None:
    right = filled.load_index(cache)
    [file] = files(cache)
    whole = file.read_bytes()
    file.write_bytes(whole[:length])
    assert is_same(filled.load_index(cache), right)
    assert file.read_bytes() == whole


def test_a_file_with_other_columns_is_not_recognised(
    filled: Library, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = filled.load_index(cache)
    [file] = files(cache)
    monkeypatch.setattr(columns, "_LAYOUT", 1)
    before = file.read_bytes()
    assert is_same(filled.load_index(cache), right)
    assert file.read_bytes() != before


def test_where_nothing_can_be_kept_the_library_is_read(filled: Library, cache: Path) -> None:
    cache.write_text("no folder", encoding="utf-8")
    assert is_same(filled.load_index(cache), filled.load_index())


def test_a_library_that_is_read_at_once_leaves_no_file(filled: Library, tmp_path: Path) -> None:
    filled.load_index(tmp_path / "cache")
    assert files(tmp_path / "cache") == []


def test_no_word_of_the_library_is_in_the_file(filled: Library, cache: Path) -> None:
    filled.load_index(cache)
    [file] = files(cache)
    assert b"Outlet" not in file.read_bytes()


def test_only_a_few_libraries_are_kept(cache: Path, tmp_path: Path) -> None:
    for number in range(9):
        with Library.create(tmp_path / f"{number}.timeline") as library:
            library.add([make_extraction()])
            library.load_index(cache)
    assert len(files(cache)) == 6
