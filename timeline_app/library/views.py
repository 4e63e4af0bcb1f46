"""Saved views: what the reader looked at, under a name. What a view holds is for those who look to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.library.record import storable
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    import apsw


def views(connection: apsw.Connection) -> dict[str, str]:
    """Return the saved views with what they hold, in the order of their names."""
    rows = [(str(name), str(state)) for name, state in connection.execute("SELECT name, state FROM saved_view")]
    return dict(sorted(rows, key=lambda row: (row[0].casefold(), row[0])))


def save_view(connection: apsw.Connection, name: str, state: str) -> None:
    """Keep a view under a name, in place of an earlier one."""
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO saved_view VALUES (?, ?)", (storable(name), storable(state)))


def rename_view(connection: apsw.Connection, name: str, new: str) -> None:
    """Give a view another name, in place of the view that has it already."""
    with transaction(connection):
        connection.execute("UPDATE OR REPLACE saved_view SET name = ? WHERE name = ?", (storable(new), storable(name)))


def delete_view(connection: apsw.Connection, name: str) -> None:
    """Forget a view."""
    with transaction(connection):
        connection.execute("DELETE FROM saved_view WHERE name = ?", (storable(name),))
