from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from tests.builders import make_extraction, many_extractions
from tests.library.raw import execute, files_beside
from timeline_app.errors import LibraryError
from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable


def refusal(path: Path) -> str:
    """Open what cannot be opened: one sentence, and not a byte of the folder changed."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(LibraryError) as refused:
        Library.open(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def test_a_file_that_is_not_there(path: Path) -> None:
    assert "there is no library" in refusal(path)


def test_an_empty_file(path: Path) -> None:
    path.touch()
    assert "not a timeline library" in refusal(path)


@pytest.mark.parametrize(
    "content", [b"x", b"Dear reader,\n" * 1000, b"SQLite format 3\x00", b"SQLite format 3\x00" + bytes(5000)]
)
def test_a_file_of_something_else(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "not a timeline library" in refusal(path)


def test_a_folder(path: Path) -> None:
    path.mkdir()
    assert "not a timeline library" in refusal(path)


def test_another_programs_database_is_not_touched_even_while_it_is_in_use(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.pragma("journal_mode", "wal")
    other.execute("CREATE TABLE article (id); INSERT INTO article VALUES (1)")
    assert "not a timeline library" in refusal(path)
    other.close()


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER trap AFTER INSERT ON state BEGIN DELETE FROM article; END",
        "CREATE VIEW trap AS SELECT load_extension('evil')",
        "ALTER TABLE article ADD COLUMN x ANY",
        "DROP INDEX article_of_file",
    ],
)
def test_a_library_with_another_schema(library: Library, path: Path, change: str) -> None:
    library.close()
    execute(path, change)
    assert "not a timeline library" in refusal(path)


def test_a_damaged_header_is_one_sentence_and_is_not_made_worse(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    whole = path.read_bytes()
    refused = 0
    for at in range(0, 100, 4):
        path.write_bytes(whole[:at] + b"\xff" * 4 + whole[at + 4 :])
        before = path.read_bytes()
        try:
            with Library.open(path, read_only=True) as opened:
                assert opened.info().articles == 1
        except LibraryError as error:
            refused += 1
            assert "\n" not in str(error)  # noqa: PT017 - which bytes matter is SQLite's to know
        assert path.read_bytes() == before
        assert files_beside(path) == {path.name}
    assert refused >= 8


def test_a_library_cut_short(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    path.write_bytes(path.read_bytes()[:5000])
    assert "is damaged" in refusal(path)


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff.timeline")
    for use in (Library.open, Library.create):
        with pytest.raises(LibraryError, match="not valid Unicode"):
            use(path)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        Library.create(tmp_path / f"{'x' * 300}.timeline")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="there is no folder"):
        Library.create(tmp_path / "missing" / "case.timeline")


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_creating_never_takes_the_place_of_a_file(path: Path, suffix: str) -> None:
    there = path.with_name(path.name + suffix)
    there.write_bytes(b"precious")
    with pytest.raises(LibraryError, match="a file of that name already"):
        Library.create(path)
    assert there.read_bytes() == b"precious"
    assert files_beside(path) == {there.name}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such characters in names")
def test_a_name_with_every_awkward_character(tmp_path: Path) -> None:
    path = tmp_path / "caf\u00e9 100% #1 ?immutable=0&mode=rw 'x'.timeline"
    with Library.create(path) as library:
        library.add([make_extraction()])
    with Library.open(path, read_only=True) as again:
        assert again.info().articles == 1
    assert files_beside(path) == {path.name}


def test_open_for_reading_only_refuses_to_write(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    with Library.open(path, read_only=True) as reader:
        assert reader.is_read_only
        assert len(reader.load_index()) == 3
        for write in (lambda: reader.add([make_extraction()]), lambda: reader.set_state("view", "")):
            with pytest.raises(LibraryError, match="read-only"):
                write()
    assert not library.is_read_only


def test_a_reader_sees_what_is_added_meanwhile(library: Library, path: Path) -> None:
    with Library.open(path, read_only=True) as reader:
        assert len(reader.load_index()) == 0
        library.add([make_extraction()])
        assert len(reader.load_index()) == 3


def left_by_a_crash(path: Path) -> tuple[bytes, bytes]:
    """Return a library of 20 articles and a log of 40 more in two batches, as a power cut leaves them."""
    with Library.create(path) as library:
        library.add(list(many_extractions(20, words=60, seed=1)))
    with Library.open(path) as library:
        for seed in (2, 3):
            library.add(list(many_extractions(20, words=60, seed=seed)))
        return path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()


def cut_to(share: float) -> Callable[[bytes], bytes]:
    return lambda log: log[: int(len(log) * share)]


def with_noise_at(share: float) -> Callable[[bytes], bytes]:
    def damaged(log: bytes) -> bytes:
        at = int(len(log) * share)
        return log[:at] + bytes(byte ^ 0xFF for byte in log[at : at + 64]) + log[at + 64 :]

    return damaged


@pytest.mark.parametrize(
    "damage",
    [
        cut_to(0),
        cut_to(0.1),
        cut_to(0.5),
        cut_to(0.9),
        cut_to(0.999),
        with_noise_at(0),
        with_noise_at(0.3),
        with_noise_at(0.9),
    ],
)
def test_of_a_log_that_is_damaged_the_whole_batches_before_the_damage_count(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    content, log = left_by_a_crash(path)
    left = path.with_name("left.timeline")
    left.write_bytes(content)
    left.with_name(f"{left.name}-wal").write_bytes(damage(log))
    with Library.open(left) as library:
        assert library.check() == []
        assert library.info().articles in {20, 40, 60}
        assert library.add([make_extraction()]).added == 1


def test_a_log_of_another_library_is_set_aside_and_not_written_into_this_one(path: Path) -> None:
    _, log = left_by_a_crash(path)
    left = path.with_name("left.timeline")
    with Library.create(left) as library:
        library.add(list(many_extractions(200, words=60, seed=9)))
    left.with_name(f"{left.name}-wal").write_bytes(log)
    with Library.open(left) as library:
        assert library.check() == []
        assert library.info().articles == 200
    aside = left.with_name(f"{left.name}-wal (of another library)")
    assert aside.read_bytes() == log


def test_the_log_of_a_library_that_is_being_written_stays(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.add(list(many_extractions(20, words=60)))
    with Library.open(path) as second:
        assert second.info().articles == 21
    library.add([make_extraction(title="Later")])
    assert files_beside(path) == {path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-lock"}
