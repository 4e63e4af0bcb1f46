"""Records read page by page, held against what SQLite itself reads."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import apsw
import pytest

from timeline_app.library.pages import Pages, Text

if TYPE_CHECKING:
    from pathlib import Path

LENGTHS = (0, 1, 60, 100, 400, 480, 1000, 2040, 5000, 40_000)


def some_value(chance: random.Random) -> object:
    length = chance.choice(LENGTHS)
    return chance.choice(
        [
            None,
            0,
            1,
            chance.randrange(-(1 << chance.choice((7, 15, 23, 31, 47, 63))), 1 << 40),
            chance.random(),
            "é" * length,
            chance.randbytes(length),
        ]
    )


def as_kept(value: object) -> object:
    return Text(value.encode()) if isinstance(value, str) else value


@pytest.mark.parametrize("page_bytes", [512, 2048, 16384])
@pytest.mark.parametrize("with_row_id", [True, False])
def test_all_records_are_found_with_all_their_values(tmp_path: Path, page_bytes: int, with_row_id: bool) -> None:
    chance, path = random.Random(page_bytes), tmp_path / "some.db"
    connection = apsw.Connection(str(path))
    connection.pragma("page_size", page_bytes)
    end = ")" if with_row_id else ", PRIMARY KEY (a)) WITHOUT ROWID"
    connection.execute(f"CREATE TABLE t (a INTEGER, b, c, d {end}")
    keys = {chance.randrange(-(1 << 62), 1 << 62) >> chance.randrange(60) for _ in range(300)}
    for key in keys:
        connection.execute("INSERT INTO t VALUES (?, ?, ?, ?)", (key, *(some_value(chance) for _ in range(3))))
    connection.execute("DELETE FROM t WHERE a % 3 = 0")
    if with_row_id:
        assert {cell.row for cell in Pages(path.read_bytes(), page_bytes).cells() if len(cell.types) == 4} == {
            row for (row,) in connection.execute("SELECT rowid FROM t")
        }
    expected = sorted((tuple(map(as_kept, row)) for row in connection.execute("SELECT * FROM t")), key=repr)
    connection.close()
    pages = Pages(path.read_bytes(), page_bytes)
    found = [tuple(pages.values(cell)) for cell in pages.cells() if len(cell.types) == 4]
    assert sorted(found, key=repr) == expected
    assert len(expected) > 100


def test_noise_has_no_records_that_raise_when_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    connection = apsw.Connection(str(path))
    connection.pragma("page_size", 512)
    connection.execute("CREATE TABLE t (a, b)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", [(n, "word " * n) for n in range(200)])
    connection.close()
    whole = path.read_bytes()
    for seed in range(60):
        chance, content = random.Random(seed), bytearray(whole)
        for _ in range(200):
            content[chance.randrange(len(content))] = chance.randrange(256)
        pages = Pages(bytes(content[: chance.randrange(512, len(content))]), 512)
        for cell in pages.cells():
            assert len(pages.values(cell)) == len(cell.types)
    noise = Pages(random.Random(1).randbytes(200_000), 512)
    assert sum(len(noise.values(cell)) for cell in noise.cells()) < 200
