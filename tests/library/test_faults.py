"""Faults as they happen: each in a process of its own, on a real file."""

from __future__ import annotations

import itertools
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import make_extraction, many_extractions
from tests.library import children
from tests.library.raw import files_beside
from timeline_app.errors import LibraryError
from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits, mounts and users as POSIX has them")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", children.__name__, *map(str, arguments)]


def run(*arguments: object) -> list[str]:
    ended = subprocess.run(command(*arguments), cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert not ended.stderr, ended.stderr
    return ended.stdout.splitlines()


@pytest.mark.parametrize("seed", range(4))
def test_a_process_killed_in_the_middle_leaves_whole_batches_and_no_lock(
    library: Library, path: Path, seed: int
) -> None:
    library.close()
    with subprocess.Popen(command("add_for_ever", path, seed), cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(1 + 4 * seed)]
        time.sleep(random.Random(seed).uniform(0, 0.1))
        child.kill()
        kept = int((lines + child.stdout.readlines())[-1])
    with Library.open(path) as survivor:
        assert survivor.check() == []
        articles = survivor.info().articles
        assert articles % children.BATCH == 0
        assert articles >= kept
        again = list(itertools.islice(many_extractions(1_000_000, words=200, seed=seed), articles + 5))
        assert (counts := survivor.add(again)).unchanged == articles
        assert counts.added == 5
    assert files_beside(path) == {path.name}


def test_another_process_that_adds_is_told_of_and_its_lock_dies_with_it(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    with subprocess.Popen(
        command("hold", path), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with Library.open(path) as second:
            with pytest.raises(LibraryError, match="another program or job is writing"):
                second.add([make_extraction(title="Refused")])
            assert len(second.load_index()) == 3  # readers read on
            second.set_state("view", "kept")  # and a short write has its turn
            child.kill()
            child.wait()
            assert second.add([make_extraction(title="Let in")]).added == 1


@POSIX
def test_the_lock_is_the_same_by_whatever_name_the_library_is_opened(
    library: Library, path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other_name = elsewhere / "alias.timeline"
    other_name.symlink_to(path)
    library.add([make_extraction()])
    with Library.open(other_name) as second, pytest.raises(LibraryError, match="another program or job is writing"):
        second.add([make_extraction(title="Refused")])


def test_a_lock_file_left_empty_refuses_nobody(library: Library, path: Path) -> None:
    path.with_name(f"{path.name}-lock").touch()
    assert library.add([make_extraction()]).added == 1
    library.close()
    assert files_beside(path) == {path.name}


@POSIX
def test_at_a_quota_the_batch_is_rolled_back_and_what_was_kept_stays(library: Library, path: Path) -> None:
    library.close()
    sentence, counts = run("add_within", path, 1_000_000)
    assert "there is no room left" in sentence
    kept, told, readable = map(int, counts.split())
    assert kept == told == readable > 0
    with Library.open(path) as survivor:
        assert survivor.check() == []
        assert survivor.info().articles == kept
        assert survivor.add([make_extraction()]).added == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@POSIX
def test_a_full_disk_loses_nothing_and_leaves_no_empty_library(small_disk: Path) -> None:
    path = small_disk / "case.timeline"
    Library.create(path).close()
    sentence, counts, refused = run("fill", path)
    assert "there is no room left" in sentence
    kept, told, readable = map(int, counts.split())
    assert kept == told == readable > 0
    assert "there is no room left" in refused
    assert not [file for file in files_beside(path) if not file.startswith(path.name)]
    with Library.open(path) as survivor:
        assert survivor.info().articles == kept
        assert len(survivor.load_index()) >= kept


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that any user can reach, with a library of one article in it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    with Library.create(folder / "case.timeline") as library:
        library.add([make_extraction()])
    yield folder / "case.timeline"
    folder.chmod(0o755)
    shutil.rmtree(folder)


@POSIX
@pytest.mark.parametrize("of", ["folder and file", "file", "folder"])
def test_what_may_only_be_read_is_read_and_says_so(shelf: Path, of: str) -> None:
    everybody = stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO
    shelf.chmod(everybody if of == "folder" else 0o444)
    shelf.parent.chmod(everybody if of == "file" else 0o555)
    opened, *refusals = run("without_rights", shelf)
    assert opened == "True 1 1 []"
    assert all("read-only" in sentence for sentence in refusals[:2])
    assert len(refusals) == (2 if of == "file" else 3)
    assert not any("Traceback" in sentence for sentence in refusals)


@POSIX
def test_what_may_not_be_read_is_one_sentence(shelf: Path) -> None:
    shelf.chmod(0o000)
    shelf.parent.chmod(0o555)
    opened, _ = run("without_rights", shelf)
    assert "cannot be opened" in opened


@POSIX
def test_a_read_only_library_with_changes_not_written_down_says_what_to_do(shelf: Path) -> None:
    with Library.open(shelf) as writer:
        writer.add([make_extraction(title="Second")])
        copy = shelf.parent / "copy"
        copy.mkdir()
        for file in (shelf, shelf.with_name(f"{shelf.name}-wal")):
            shutil.copyfile(file, copy / file.name)  # as a camera of the disk would see it
        left = copy / shelf.name
        left.chmod(0o444)
        copy.chmod(0o555)
        opened, *_ = run("without_rights", left)
    assert "was not closed properly" in opened
    copy.chmod(0o755)
    left.chmod(0o644)
    with Library.open(left) as recovered:
        assert recovered.info().articles == 2
