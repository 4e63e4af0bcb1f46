"""Giving back the room that an import has left in the file, and leaving the full-text index in one piece.

Merging the segments of the index frees as many pages as it takes. They are filled again by what comes next, so nothing is lost
where they stay; but after a large import they would be a tenth of the file for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.library.information import article_count
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    import apsw

_LARGE, _LARGE_SHARE = 10_000, 4
"""An import is large that brought so many articles, and one in so many of the library's: then all of the index is merged, which
takes a fifth of the time of having made it."""

_PAGES_AT_ONCE = 2000
"""Pages that are merged or moved in one transaction: others that write wait no longer than that takes."""

_FEW_PAGES = 64
_NOTHING_DONE = 2
"""Merging counts as this many changes where there was nothing to merge (https://sqlite.org/fts5.html, 6.9)."""


def tidy(connection: apsw.Connection, added: int, is_cancelled: Callable[[], bool]) -> None:
    """Make the file as small as it can be at little cost, in many short transactions; cancelled, what is left stays as it is.

    Args:
        connection: Of the library that adds articles.
        added: How many articles have come since the last time.
        is_cancelled: Asked several times a second.
    """
    if added >= max(_LARGE, article_count(connection) / _LARGE_SHARE):
        _merge(connection, is_cancelled)
    before = None  # a file that another program has written anew may not give anything back
    while not is_cancelled() and (free := int(connection.pragma("freelist_count"))) > _FEW_PAGES and free != before:
        with transaction(connection):
            connection.execute(f"PRAGMA incremental_vacuum({min(free, _PAGES_AT_ONCE)})").fetchall()
        before = free


def _merge(connection: apsw.Connection, is_cancelled: Callable[[], bool]) -> None:
    """Merge all segments of the full-text index into one; a negative number says that all of them are meant."""
    pages = -_PAGES_AT_ONCE
    while not is_cancelled():
        before = connection.total_changes()
        with transaction(connection):
            connection.execute("INSERT INTO article_text (article_text, rank) VALUES ('merge', ?)", (pages,))
        if connection.total_changes() - before < _NOTHING_DONE:
            return
        pages = _PAGES_AT_ONCE
