"""The rows that are left in a damaged library, told by the shape of their records: no list of tables and no tree is needed.

A table that is worth saving has records that hardly another has, by how many values they are of and of which kinds; where two
are alike, what the texts say tells them apart.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from mmap import ACCESS_READ, mmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import apsw

from timeline_app.library import migrations
from timeline_app.library.pages import TABLE_LEAF, Cell, Pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row: TypeAlias = dict[str, Any]
"""A row by the names of its columns; texts are `pages.Text`."""

_ROW_TABLES = ("article", "outlet", "file")
_KEY_TABLES = ("correction", "reading", "report", "saved_view", "source")
"""Without a row id: the rows are what the tree is made of."""

_FINGERPRINTS = "the index of article.fingerprint"
_REVISION = b"revision"
_ROLE_BEGINS = b'[["'


class Salvage:
    """What was found in a file; articles are read when they are asked for, and while the file is open."""

    def __init__(self, pages: Pages) -> None:
        self.outlets: dict[int, bytes] = {}
        self.files: dict[int, bytes] = {}
        self.tables: dict[str, list[Row]] = defaultdict(list)
        """The rows of the tables that have no row id."""
        self._pages = pages
        self._articles: dict[int, list[Cell]] = defaultdict(list)
        self._spoken_of: set[int] = set()
        for _page, cells in groupby(pages.cells(), attrgetter("page")):
            for table, of_table in self._told_apart(list(cells)).items():
                for cell in of_table:
                    self._keep(table, cell)

    @property
    def articles(self) -> list[int]:
        """The ids of the articles of which there is a row."""
        return sorted(self._articles)

    @property
    def known(self) -> int:
        """How many articles there were, as far as any row or index tells."""
        return len(self._spoken_of | self._articles.keys())

    def article(self, key: int) -> list[Row]:
        """Return the rows that there are of one article: several where it was just being written anew."""
        return [self._row("article", cell) for cell in self._articles[key]]

    def _told_apart(self, cells: list[Cell]) -> dict[str, list[Cell]]:
        """Return the records of one page that may be of the tables to be saved."""
        fitting: dict[str, list[Cell]] = defaultdict(list)
        for cell in cells:
            for table in _tables_of(is_row=cell.kind == TABLE_LEAF, values=len(cell.types)):
                if all(column.fits(serial) for column, serial in zip(_shapes()[table], cell.types, strict=True)):
                    fitting[table].append(cell)
        if any(self._pages.values(cell)[0] == _REVISION for cell in fitting.get("saved_view", ())):
            del fitting["saved_view"]  # they are the library's own small texts
        return fitting

    def _keep(self, table: str, cell: Cell) -> None:
        if table == "article" and cell.row is not None:
            self._articles[cell.row].append(cell)
            return
        row = self._row(table, cell)
        if table in {"report", _FINGERPRINTS}:
            self._spoken_of.add(row["article"])
        elif table == "file" and cell.row is not None:
            self.files[cell.row] = row["path"]
        elif table == "outlet" and cell.row is not None:
            if not row["name"].startswith(_ROLE_BEGINS):
                self.outlets[cell.row] = row["name"]
        else:
            self.tables[table].append(row)

    def _row(self, table: str, cell: Cell) -> Row:
        names = (column.name for column in _shapes()[table])
        return dict(zip(names, self._pages.values(cell), strict=True))


@contextmanager
def salvage(path: Path, page_bytes: int) -> Iterator[Salvage]:
    """Look through all pages of a file, which must stay as it is until the end of the context."""
    if not path.stat().st_size:  # which cannot be mapped
        yield Salvage(Pages(b"", page_bytes))
        return
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        yield Salvage(Pages(content, page_bytes))


class _Column(NamedTuple):
    name: str
    kind: str
    is_optional: bool = False
    is_row_id: bool = False

    def fits(self, serial: int) -> bool:
        """Tell whether a value of this type may stand in the column; a row id stands elsewhere."""
        if serial == 0 or self.is_row_id:
            return serial == 0 and (self.is_optional or self.is_row_id)
        is_of_kind = {"INTEGER": serial < 10 and serial != 7, "TEXT": serial > 12 and serial % 2 == 1}
        return is_of_kind.get(self.kind, serial >= 12 and serial % 2 == 0)


@cache
def _shapes() -> dict[str, tuple[_Column, ...]]:
    """Return the columns of what is to be saved, in the order in which a record has them."""
    connection = apsw.Connection(":memory:")
    try:
        migrations.migrate(connection, migrations.STEPS)
        shapes = {table: _columns(connection, table) for table in (*_ROW_TABLES, *_KEY_TABLES)}
    finally:
        connection.close()
    shapes[_FINGERPRINTS] = _Column("fingerprint", "BLOB"), _Column("article", "INTEGER")
    return shapes


def _columns(connection: apsw.Connection, table: str) -> tuple[_Column, ...]:
    has_rows = table in _ROW_TABLES
    found: list[tuple[int, _Column]] = [
        (key, _Column(name, kind, not required and not key, has_rows and bool(key)))
        for _, name, kind, required, _, key in connection.execute(f"PRAGMA table_info({table})")
    ]
    # Without a row id, the columns of the key come first.
    return tuple(column for _, column in (found if has_rows else sorted(found, key=lambda of: of[0] or len(found))))


@cache
def _tables_of(*, is_row: bool, values: int) -> tuple[str, ...]:
    return tuple(
        table for table, columns in _shapes().items() if (table in _ROW_TABLES) == is_row and len(columns) == values
    )
