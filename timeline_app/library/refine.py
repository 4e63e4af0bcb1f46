"""Putting a better extraction in the place of a stored article's: the same article, the same events where they are the same.

Corrections point at what events and participants are, so they stay in force of themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.extraction import RULES, Level
from timeline_app.library.articles import extraction_of
from timeline_app.library.entry import entry_of
from timeline_app.library.store import Batch
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import apsw

    from timeline_app.domain.article import Article
    from timeline_app.library.entry import Entry


def refine(connection: apsw.Connection, entries: Sequence[Entry]) -> int:
    """Replace the extractions of the articles that the library has, in one transaction; return how many those are.

    Reports are matched by their event keys: those that are found again keep their event's id.
    """
    refined = 0
    with transaction(connection):
        batch = Batch(connection)
        for entry in entries:
            article = batch.article_of(entry.fingerprint)
            if article is not None:
                batch.rewrite(article, entry, stored_entry(connection, article))
                refined += 1
        batch.finish()
    return refined


def write_anew(connection: apsw.Connection, articles: Collection[int]) -> None:
    """Write the rows of articles anew from what was extracted, where what they leave out has changed; inside a transaction."""
    batch = Batch(connection)
    for article in articles:
        entry = stored_entry(connection, article)
        batch.rewrite(article, entry, entry)
    batch.finish()


def stored_entry(connection: apsw.Connection, article: int) -> Entry:
    """Return the entry that a stored article was made of."""
    return entry_of(extraction_of(connection, article))


def unrefined(connection: apsw.Connection, limit: int, before: int | None) -> list[tuple[int, Article]]:
    """Return articles that were not read carefully, or by older rules, with their ids, the newest first, from `before` on."""
    rows = connection.execute(
        "SELECT id FROM article WHERE (rules, level) < (?, ?) AND id < ? ORDER BY id DESC LIMIT ?",
        (RULES, int(Level.CAREFUL), _AFTER_ALL if before is None else before, limit),
    )
    return [(article, extraction_of(connection, article).article) for (article,) in rows]


def count_unrefined(connection: apsw.Connection) -> int:
    """Return how many there are."""
    rows = connection.execute("SELECT count(*) FROM article WHERE (rules, level) < (?, ?)", (RULES, int(Level.CAREFUL)))
    ((count,),) = rows
    return int(count)


_AFTER_ALL = 2**63 - 1
