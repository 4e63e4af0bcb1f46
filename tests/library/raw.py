"""Looking into a library's file, and changing it, behind the library's back."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import apsw

from timeline_app.library import texts

if TYPE_CHECKING:
    from pathlib import Path


DAMAGE_A_WORD = "UPDATE article SET text = with_body(text, replace(body_of(text), 'Brussels', 'Brussel5'))"


def _with_body(text: bytes, body: str | bytes) -> bytes:
    names, _, _ = zlib.decompress(text).partition(b"\0")
    return zlib.compress(names + b"\0" + (body if isinstance(body, bytes) else body.encode()))


def execute(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Run SQL on the file with no precautions; `with_body` gives the words of an article another body."""
    connection = apsw.Connection(str(path))
    texts.teach(connection)
    connection.create_scalar_function("with_body", _with_body, 2)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, those of the full-text index and SQLite's statistics included."""
    tables = execute(path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {str(name): sorted(execute(path, f"SELECT * FROM {name}"), key=repr) for (name,) in tables}


def lasting_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows but those that tell of each change: the history, the revision, and how the full-text index is stored."""
    found = {
        name: of for name, of in rows(path).items() if name not in {"step", "gone_article"} and "_text" not in name
    }
    found["state"] = [row for row in found["state"] if row[0] not in {"revision", "last event"}]
    return found


def files_beside(path: Path) -> set[str]:
    """Return the names of all that is in the library's folder."""
    return {file.name for file in path.parent.iterdir()}
