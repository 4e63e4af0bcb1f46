"""The times that articles were taken in: begun, ended, interrupted, taken back as one step."""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from timeline_app.domain.calendar import day_of
from timeline_app.domain.correction import DismissParticipant
from timeline_app.domain.sources import FileState, ImportBatch
from timeline_app.library import copies
from timeline_app.library.corrections import of_types
from timeline_app.library.record import aliases, storable
from timeline_app.library.rows import period_of
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    import apsw


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

    def end(self, import_id: int) -> None:
        """Write down that an import is over; one that brought nothing is forgotten."""
        with self._writing() as connection, transaction(connection):
            connection.execute("UPDATE import SET ended = ? WHERE id = ?", (int(time.time()), import_id))
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
            return _batch(connection, "TRUE")

    def take_back(self, import_id: int, *, is_cancelled: Callable[[], bool] | None = None) -> int:
        """Take everything of an import out of the library again, in one transaction; corrections stay. For a job.

        Files below what other imports named stay known, so that a rescan does not bring back what the reader took back.

        Returns:
            How many articles are gone; 0 where it was cancelled, and nothing has changed.
        """
        with self._writing() as connection, _without_foreign_keys(connection):
            try:
                with transaction(connection):
                    gone = _Removal(connection, import_id, is_cancelled or (lambda: False)).run()
            except _CancelledError:
                return 0
            copies.regroup(connection)
            return gone


def _batch(connection: apsw.Connection, condition: str) -> ImportBatch | None:
    row = connection.execute(
        "SELECT id, started, ended IS NOT NULL, sources, (SELECT count(*) FROM article WHERE import = import.id) "
        f"FROM import WHERE {condition} ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    key, started, is_ended, sources, articles = row
    return ImportBatch(key, started, bool(is_ended), tuple(json.loads(sources)), articles)


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


class _Removal:
    """Taking the articles of an import out, with all that was counted over them."""

    def __init__(self, connection: apsw.Connection, import_id: int, is_cancelled: Callable[[], bool]) -> None:
        self._connection = connection
        self._import = import_id
        self._is_cancelled = is_cancelled
        self._forms: Counter[tuple[str, str, str]] = Counter()
        self._dismissed = {
            (bytes.fromhex(made.article), storable(made.target.name), str(made.target.kind))
            for made in of_types(connection, DismissParticipant)
        }
        self._days: dict[int, list[int]] = defaultdict(lambda: [0, 0])

    def run(self) -> int:
        sql = self._connection.execute
        articles = [row[0] for row in sql("SELECT id FROM article WHERE import = ? ORDER BY id", (self._import,))]
        sql("CREATE TEMP TABLE gone (article INTEGER PRIMARY KEY)")
        try:
            self._connection.executemany("INSERT INTO gone VALUES (?)", [(article,) for article in articles])
            for article in articles:
                if self._is_cancelled():
                    raise _CancelledError
                self._take_out(article)
            self._take_out_rows()
            self._subtract()
            self._forget_files()
        finally:
            sql("DROP TABLE gone")
        return len(articles)

    def _take_out(self, article: int) -> None:
        sql = self._connection.execute
        row: Any = sql(
            "SELECT fingerprint, title, participants, body, record, published_start, published_end, published_granularity, "
            "published_approximate FROM article WHERE id = ?",
            (article,),
        ).fetchone()
        fingerprint, title, participants, body, record, *published = row
        sql(
            "INSERT INTO article_text (article_text, rowid, title, participants, body) VALUES ('delete', ?, ?, ?, ?)",
            (article, title, participants, body),
        )
        for name, kind, forms in aliases(record):
            if (fingerprint, name, kind) not in self._dismissed:
                self._forms.update((name, kind, form) for form in forms)
        if (period := period_of(*published)) is not None:
            self._days[period.first_day][0] += 1

    def _take_out_rows(self) -> None:
        sql = self._connection.execute
        events = "(SELECT event FROM report WHERE article IN gone)"
        for day, count in Counter(
            day_of(start) for (start,) in sql(f"SELECT start FROM event WHERE start IS NOT NULL AND id IN {events}")
        ).items():
            self._days[day][1] += count
        sql(
            "UPDATE participant SET events = events - taken FROM (SELECT participant, count(*) AS taken FROM event_participant "
            f"WHERE event IN {events} GROUP BY participant) AS part WHERE part.participant = participant.id"
        )
        sql(
            "UPDATE participant SET articles = articles - named, mentions = participant.mentions - part.mentions FROM "
            "(SELECT participant, count(*) AS named, sum(mentions) AS mentions FROM mention WHERE article IN gone "
            "GROUP BY participant) AS part WHERE part.participant = participant.id"
        )
        outlets = [row[0] for row in sql("SELECT DISTINCT outlet FROM article WHERE id IN gone")]
        for statement in (
            f"DELETE FROM retelling WHERE event IN {events} OR lead IN {events}",
            "DELETE FROM copy WHERE article IN gone OR lead IN gone",
            "DELETE FROM version WHERE article IN gone OR earlier IN gone",
            "DELETE FROM sketch WHERE article IN gone",
            "DELETE FROM mention WHERE article IN gone",
            "DELETE FROM role WHERE id NOT IN (SELECT role FROM mention WHERE role IS NOT NULL)",
            f"DELETE FROM event_participant WHERE event IN {events}",
            f"DELETE FROM event WHERE id IN {events}",
            "DELETE FROM report WHERE article IN gone",
            "DELETE FROM article WHERE id IN gone",
        ):
            sql(statement)
        for outlet in outlets:
            sql("DELETE FROM outlet WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM article WHERE outlet = ?1)", (outlet,))

    def _subtract(self) -> None:
        self._connection.executemany(
            "UPDATE alias SET articles = articles - ? "
            "WHERE participant = (SELECT id FROM participant WHERE name = ? AND kind = ?) AND form = ?",
            [(count, *form) for form, count in self._forms.items()],
        )
        self._connection.execute(
            "DELETE FROM alias WHERE articles <= 0; DELETE FROM participant WHERE articles = 0 AND events = 0"
        )
        self._connection.executemany(
            "UPDATE day_count SET articles = articles - ?, events = events - ? WHERE day = ?",
            [(*counts, day) for day, counts in self._days.items()],
        )
        self._connection.execute("DELETE FROM day_count WHERE articles = 0 AND events = 0")

    def _forget_files(self) -> None:
        """Forget the files that only this import named, and where it looked; keep the others as taken back."""
        sql = self._connection.execute
        named = json.loads(sql("SELECT sources FROM import WHERE id = ?", (self._import,)).get or "[]")
        others = {
            source
            for (text,) in sql("SELECT sources FROM import WHERE id <> ?", (self._import,))
            for source in json.loads(text)
        }
        self._connection.executemany(
            "DELETE FROM source WHERE path = ?", [(source,) for source in named if source not in others]
        )
        roots = [row[0] for row in sql("SELECT path FROM source")]
        forgotten, kept = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
        files: list[tuple[Any, ...]] = sql("SELECT id, path FROM file WHERE import = ?", (self._import,)).fetchall()
        for key, path in files:
            if any(path == root or path.startswith((f"{root}/", f"{root}\\")) for root in roots):
                kept.append((FileState.TAKEN_BACK, key))
            elif sql("SELECT 1 FROM article WHERE file = ?", (key,)).get is None:
                forgotten.append((key,))
            else:  # it had been read before: its older articles stay, and it is read again when it is named again
                kept.append((FileState.BEGUN, key))
        self._connection.executemany("DELETE FROM file WHERE id = ?", forgotten)
        self._connection.executemany("UPDATE file SET import = NULL, parts = 0, state = ? WHERE id = ?", kept)
        sql("DELETE FROM import WHERE id = ?", (self._import,))
