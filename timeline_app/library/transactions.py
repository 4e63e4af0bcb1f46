"""All or nothing, for what is written and for what is read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline_app.library.revision import renewed_with_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    import apsw


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Write all of what is inside, or nothing; where events are written, the library's revision is another (see `revision`)."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        with renewed_with_events(connection):
            yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: apsw.Connection) -> Iterator[None]:
    """Read all of what is inside from one state of the library, whatever is written meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:  # damage found on the way has ended it
            connection.execute("ROLLBACK")
