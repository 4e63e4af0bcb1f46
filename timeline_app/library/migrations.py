"""From one version of the library file to the next.

Step n of `STEPS` brings a file of version n to version n + 1; a new library goes through all of them. A step that has been
released is never edited. Before an older file is changed, a checked copy of it is laid beside it.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import apsw

from timeline_app.errors import LibraryError
from timeline_app.library.schema import APPLICATION_ID, VERSION_1, VERSION_2
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from pathlib import Path

STEPS: tuple[str, ...] = (VERSION_1, VERSION_2)


def version_of(connection: apsw.Connection) -> int:
    """Return the version that a file says it has."""
    return int(connection.pragma("user_version"))


def migrate(connection: apsw.Connection, steps: tuple[str, ...]) -> None:
    """Take the steps that the file has not seen, in one transaction: all of them or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version_of(connection) :]:
            connection.execute(step)
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", len(steps))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up(connection: apsw.Connection, path: Path) -> Path:
    """Copy the library at `path` beside itself before it is changed, and return where.

    Raises:
        LibraryError: The copy is not sound; nothing has been changed.
    """
    kept = _free_name(path, version_of(connection))
    unfinished = kept.with_name(f"{kept.name}-unfinished")
    try:
        copy = apsw.Connection(str(unfinished))
        try:
            with copy.backup("main", connection, "main") as backup:
                backup.step(-1)
            copy.pragma("journal_mode", "delete")
            is_sound = copy.pragma("quick_check") == "ok"
        finally:
            copy.close()
        if not is_sound:
            raise LibraryError(
                message(
                    QT_TRANSLATE_NOOP("Message", "{path} is damaged and was not brought up to date; check it first"),
                    path=str(path),
                )
            )
        os.replace(unfinished, kept)  # noqa: PTH105 - Path.replace is the same call
    finally:
        unfinished.unlink(missing_ok=True)
    return kept


def _free_name(path: Path, version: int) -> Path:
    names = (
        path.with_name(f"{path.stem} (version {version}{'' if n == 1 else f', {n}'}){path.suffix}") for n in count(1)
    )
    return next(name for name in names if not name.exists())


Schema = frozenset[tuple[str, str, str]]


def schema_of(connection: apsw.Connection) -> Schema:
    """Return the type, name and definition of all that a file defines, SQLite's own statistics aside.

    The tables that FTS5 makes for itself count by name: their definition is SQLite's to change.
    """
    return frozenset(
        connection.execute(
            "SELECT type, name, CASE WHEN name LIKE '%\\_text\\_%' ESCAPE '\\' THEN '' ELSE coalesce(sql, '') END "
            "FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
        )
    )


@cache
def expected_schema(steps: tuple[str, ...]) -> Schema:
    """Return the schema that a file has after these steps."""
    connection = apsw.Connection(":memory:")
    try:
        migrate(connection, steps)
        return schema_of(connection)
    finally:
        connection.close()
