from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.library.raw import execute, files_beside
from timeline_app.library import Library, is_library, migrations
from timeline_app.library.recognition import Header, read_header

if TYPE_CHECKING:
    from pathlib import Path


def test_a_library_is_known_by_its_content_whatever_its_name(library: Library, path: Path) -> None:
    library.close()
    renamed = path.rename(path.with_name("letters.txt"))
    assert is_library(renamed)
    assert read_header(renamed) == Header(version=len(migrations.STEPS))
    assert files_beside(path) == {renamed.name}


def test_a_file_that_ought_to_be_a_library_by_its_name_is_for_the_library_to_refuse(path: Path) -> None:
    path.write_text("not one", encoding="utf-8")
    assert is_library(path)
    assert read_header(path) is None


@pytest.mark.parametrize("content", [b"", b"short", b"SQLite format 3\0", b"Dear reader, " * 50])
def test_other_files_are_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    assert not is_library(file)
    assert not is_library(tmp_path)
    assert not is_library(tmp_path / "missing.txt")


def test_another_programs_database_is_looked_at_without_a_trace(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    execute(file, "CREATE TABLE x (y)")
    execute(file, "PRAGMA journal_mode = wal")
    before = files_beside(file)
    assert not is_library(file)
    assert files_beside(file) == before


def is_locked(path: Path) -> bool:
    """Ask from another process whether this one holds SQLite's shared lock on the file."""
    script = (
        "import fcntl, sys\n"
        "with open(sys.argv[1], 'r+b') as file:\n"
        "    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)\n"  # https://sqlite.org/lockingv3.html
    )
    ended = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, timeout=30)
    assert not ended.stderr or "BlockingIOError" in ended.stderr
    return ended.returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks by handle")
def test_a_look_at_an_open_library_leaves_its_locks_in_place(library: Library, path: Path) -> None:
    library.set_state("view", "one")
    assert read_header(path) is not None
    assert is_library(path)
    assert is_locked(path)
    path.read_bytes()  # a look by Python would not
    assert not is_locked(path)
