"""Putting a better extraction in the place of a stored article's: the same article, the same events where they are the same.

Corrections point at what events and participants are, so they stay in force of themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.date_reading import AS_WRITTEN
from timeline_app.library import to_read
from timeline_app.library.articles import extraction_of
from timeline_app.library.entry import entry_of
from timeline_app.library.store import Batch
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import apsw

    from timeline_app.domain.date_reading import DateReading
    from timeline_app.library.entry import Entry


def refine(
    connection: apsw.Connection, entries: Sequence[Entry], readings: Mapping[str, DateReading] | None = None
) -> int:
    """Replace the extractions of the articles that the library has, in one transaction; return how many those are.

    Reports are matched by their event keys: those that are found again keep their event's id. `readings` is what the reader had
    decided about dates when the articles were read (see `to_read.date_readings`): who decided otherwise since is not done with.
    """
    refined = 0
    with transaction(connection):
        batch = Batch(connection)
        is_in_force = to_read.date_readings(connection) == (readings or {"": AS_WRITTEN})
        for entry in entries:
            article = batch.article_of(entry.fingerprint)
            if article is not None:
                batch.rewrite(article, entry, stored_entry(connection, article))
                if is_in_force:
                    to_read.is_read(connection, article)
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
