"""Which state the events of a library are in, as a name that no other state has: what is kept of it elsewhere goes by that name."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    import apsw

_NAME = "revision"
"""The text of the library (`state`) that holds it."""

MARK_AS_WRITTEN = re.compile(b"revision([0-9a-f]{16})-[0-9a-f]{16}")
"""The library's part of the text, as a page has it with its name."""

_TABLES = {"event", "outlet"}


class Revision(NamedTuple):
    """`library` stays as long as the library does, copies of it included; `state` is drawn anew with each change of its events.

    Drawn, not counted: two copies of a library that go different ways would count alike.
    """

    library: str
    state: str


def revision_of(connection: apsw.Connection) -> Revision | None:
    """Return the revision, None where no event was ever written."""
    kept = connection.execute("SELECT value FROM state WHERE name = ?", (_NAME,)).get
    if kept is None:
        return None
    version = connection.pragma("user_version")
    library, _, state = str(kept).partition("-")
    return Revision(library, f"{state}-{version}")


@contextmanager
def renewed_with_events(connection: apsw.Connection) -> Iterator[None]:
    """Renew the revision, in the transaction that is open, if anything inside writes a row of an event.

    SQLite itself tells of the rows, so that no writer can forget to.
    """
    written: set[str] = set()
    connection.set_update_hook(lambda _kind, _database, table, _row: written.add(table))
    try:
        yield
    finally:
        connection.set_update_hook(None)
    if written & _TABLES:
        kept = connection.execute("SELECT value FROM state WHERE name = ?", (_NAME,)).get
        library = str(kept).partition("-")[0] if kept is not None else os.urandom(8).hex()
        value = f"{library}-{os.urandom(8).hex()}"
        connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (_NAME, value))
