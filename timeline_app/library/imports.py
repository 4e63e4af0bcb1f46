"""The times that articles were taken in: begun, ended, interrupted, taken back as one step."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline_app.library import copies, history
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    import apsw

    from timeline_app.domain.sources import ImportBatch


class Imports:
    """The imports of a library: `Library.imports`."""

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[apsw.Connection]],
        writing: Callable[[], AbstractContextManager[apsw.Connection]],
    ) -> None:
        self._reading, self._writing = reading, writing

    def begin(self, sources: Sequence[str]) -> int:
        """Write down that an import begins, and what was named, where a rescan is to look too; return its number."""
        with self._writing() as connection, transaction(connection):
            connection.executemany("INSERT OR IGNORE INTO source VALUES (?)", [(source,) for source in sources])
            connection.execute(
                "INSERT INTO import (started, sources) VALUES (?, ?)",
                (int(time.time()), json.dumps(list(sources))),
            )
            return int(connection.last_insert_rowid())

    def end(self, import_id: int, articles: int = 0) -> None:
        """Write down that an import is over; one that brought nothing is forgotten.

        Args:
            import_id: The import.
            articles: How many articles it brought, if that is to be a step that can be undone.
        """
        with self._writing() as connection, transaction(connection):
            connection.execute("UPDATE import SET ended = ?, is_again = 0 WHERE id = ?", (int(time.time()), import_id))
            if articles:
                history.note_import(connection, import_id, articles)
                return
            connection.execute(
                "DELETE FROM import WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM article WHERE import = ?1) "
                "AND NOT EXISTS (SELECT 1 FROM file WHERE import = ?1)",
                (import_id,),
            )

    def unfinished(self) -> ImportBatch | None:
        """Return the last import that was begun and not ended, None where there is none."""
        with self._reading() as connection:
            return _batch(connection, "ended IS NULL")

    def last(self) -> ImportBatch | None:
        """Return the last import, None where there was none."""
        with self._reading() as connection:
            return _batch(connection, f"id NOT IN ({history.UNDONE_IMPORTS})")

    def take_back(
        self,
        import_id: int,
        *,
        is_cancelled: Callable[[], bool] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Take everything of an import out of the library again, in one transaction; corrections stay. For a job.

        Where the import is the last step of the history, it can be done again (see `reopen`), and its files stay known until
        that is no longer possible. Files below what other imports named stay known anyway, so that a rescan does not bring back
        what the reader took back.

        Args:
            import_id: The import.
            is_cancelled: Asked for each article.
            on_progress: Given how many articles are out, and of how many, every now and then.

        Returns:
            How many articles are gone; 0 where it was cancelled, and nothing has changed.
        """
        from timeline_app.library import sources  # not at the start

        with self._writing() as connection, _without_foreign_keys(connection):
            try:
                with transaction(connection):
                    asked, told = is_cancelled or (lambda: False), on_progress or (lambda _done, _total: None)
                    gone = _take_out(connection, _FROM_IMPORT, import_id, asked, told)
                    sources.take_back_files(connection, import_id)
                    if not history.is_undone_with(connection, import_id):
                        sources.forget_import(connection, import_id)
            except _CancelledError:
                return 0
            copies.regroup(connection)
            return gone

    def reopen(self, import_id: int) -> None:
        """Let an import that was taken back be gone on with, as if nothing of its files had been read yet."""
        from timeline_app.library import sources  # not at the start

        with self._writing() as connection, transaction(connection):
            connection.execute("UPDATE import SET ended = ? WHERE ended IS NULL", (int(time.time()),))
            connection.execute("UPDATE import SET ended = NULL, is_again = 1 WHERE id = ?", (import_id,))
            connection.execute("UPDATE step SET is_undone = 0 WHERE import = ?", (import_id,))
            sources.look_for_files_again(connection, import_id)

    def take_back_file(self, path: str) -> int:
        """Take the articles of one file out of the library again, so that it is read anew; return how many are gone."""
        with self._writing() as connection, _without_foreign_keys(connection):
            with transaction(connection):
                gone = _take_out(connection, _FROM_FILE, path, lambda: False, lambda _done, _total: None)
                connection.execute("DELETE FROM file WHERE path = ?", (path,))
            copies.regroup(connection)
            return gone


def _batch(connection: apsw.Connection, condition: str) -> ImportBatch | None:
    row = connection.execute(
        "SELECT id, started, ended IS NOT NULL, sources, (SELECT count(*) FROM article WHERE import = import.id), is_again "
        f"FROM import WHERE {condition} ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    from timeline_app.domain.sources import ImportBatch  # not at the start

    key, started, is_ended, sources, articles, is_again = row
    return ImportBatch(key, started, bool(is_ended), tuple(json.loads(sources)), articles, bool(is_again))


_TOLD_EVERY = 50


class _CancelledError(Exception):
    """Nothing is to be kept of what was done."""


@contextmanager
def _without_foreign_keys(connection: apsw.Connection) -> Iterator[None]:
    """Spare SQLite looking through whole tables for what refers to each row that goes: all of it goes together."""
    connection.pragma("foreign_keys", 0)
    try:
        yield
    finally:
        connection.pragma("foreign_keys", 1)


_FROM_IMPORT = "import = ?"
_FROM_FILE = "file = (SELECT id FROM file WHERE path = ?)"


def _take_out(
    connection: apsw.Connection,
    condition: str,
    value: int | str,
    is_cancelled: Callable[[], bool],
    on_progress: Callable[[int, int], None],
) -> int:
    """Take articles out, with all that was counted over them."""
    from timeline_app.library.store import (
        Batch,
        entry_to_remove,
    )  # not at the start, which only looks for what was cut off

    sql = connection.execute
    articles = [row[0] for row in sql(f"SELECT id FROM article WHERE {condition} ORDER BY id", (value,))]
    batch = Batch(connection)
    for done, article in enumerate(articles):
        if is_cancelled():
            raise _CancelledError
        if done % _TOLD_EVERY == 0:
            on_progress(done, len(articles))
        batch.remove(article, entry_to_remove(connection, article))
        sql("DELETE FROM sketch WHERE article = ?", (article,))
        sql("DELETE FROM copy WHERE article = ?1 OR lead = ?1", (article,))
        sql("DELETE FROM version WHERE article = ?1 OR earlier = ?1", (article,))
    batch.finish()
    return len(articles)
