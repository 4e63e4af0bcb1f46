"""Adding entries: the one writer of articles, which keeps the full-text index and the counts in step."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil_from_days, day_of
from timeline_app.domain.period import iso_date
from timeline_app.domain.records import AddedCounts
from timeline_app.errors import LibraryError
from timeline_app.library.schema import article_ids
from timeline_app.library.transactions import transaction
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from timeline_app.domain.calendar import Day
    from timeline_app.library.entry import Entry


def add(connection: apsw.Connection, entries: Sequence[Entry]) -> AddedCounts:
    """Add the articles that the library does not have yet, in one transaction.

    Raises:
        LibraryError: A day has more articles than there are ids.
        apsw.Error: The disk is full, or the library is locked or damaged; nothing of the batch is kept.
    """
    with transaction(connection):
        batch = _Batch(connection)
        # In the order of their dates, so that the tables and the index grow at their ends.
        for entry in sorted(entries, key=_publication_order):
            batch.add(entry)
        batch.finish()
    return AddedCounts(batch.added, len(entries) - batch.added, batch.events)


def _publication_order(entry: Entry) -> tuple[int, int]:
    return article_ids(entry.day).start, entry.published or 0


class _Batch:
    """One transaction's worth of rows, and what is counted over them."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.added = 0
        self.events = 0
        self._connection = connection
        self._now = int(time.time())
        self._next_event: int = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM event").get
        self._next_article: dict[int, int] = {}
        self._outlets: dict[tuple[str, ...], int] = {}
        self._participants: dict[tuple[str, ...], int] = {}
        self._participant_counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._articles_by_day: Counter[Day] = Counter()
        self._events_by_day: Counter[Day] = Counter()

    def add(self, entry: Entry) -> None:
        """Add one entry, unless the library has its article."""
        if self._connection.execute("SELECT 1 FROM article WHERE fingerprint = ?", (entry.fingerprint,)).fetchone():
            return
        article = self._take_article_id(entry.day)
        outlet = self._outlet_id(entry.outlet)
        participants = self._participant_ids(entry)
        self._insert_article(article, outlet, entry)
        self._insert_events(article, outlet, entry, participants)
        self.added += 1
        if entry.day is not None:
            self._articles_by_day[entry.day] += 1

    def _take_article_id(self, day: Day | None) -> int:
        ids = article_ids(day)
        taken = self._next_article.get(ids.start)
        if taken is None:
            taken = self._connection.execute(
                "SELECT coalesce(max(id) + 1, ?) FROM article WHERE id BETWEEN ? AND ?", (ids.start, ids.start, ids[-1])
            ).get
        if taken not in ids:
            raise LibraryError(
                message(
                    QT_TRANSLATE_NOOP("Message", "a library cannot hold more than {count} articles of one day ({day})"),
                    count=len(ids),
                    day="" if day is None else iso_date(civil_from_days(day)),
                )
            )
        self._next_article[ids.start] = taken + 1
        return int(taken)

    def _outlet_id(self, name: str) -> int:
        return self._known_id(
            self._outlets,
            (name,),
            "SELECT id FROM outlet WHERE name = ?",
            "INSERT INTO outlet (name) VALUES (?)",
        )

    def _participant_ids(self, entry: Entry) -> list[int]:
        ids = [
            self._known_id(
                self._participants,
                (name, kind),
                "SELECT id FROM participant WHERE name = ? AND kind = ?",
                "INSERT INTO participant (name, kind, articles, mentions, events) VALUES (?, ?, 0, 0, 0)",
            )
            for name, kind, _ in entry.participants
        ]
        for participant_id in set(ids):
            self._participant_counts[participant_id][0] += 1
        for participant_id, (_, _, mentions) in zip(ids, entry.participants, strict=True):
            self._participant_counts[participant_id][1] += mentions
        return ids

    def _known_id(self, known: dict[tuple[str, ...], int], names: tuple[str, ...], select: str, insert: str) -> int:
        if names not in known:
            found = self._connection.execute(select, names).get
            if found is None:
                # Not RETURNING, which makes SQLite look through every table that refers to this one.
                self._connection.execute(insert, names)
                found = self._connection.last_insert_rowid()
            known[names] = found
        return known[names]

    def _insert_article(self, article: int, outlet: int, entry: Entry) -> None:
        self._connection.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                entry.fingerprint,
                outlet,
                self._now,
                entry.checksum,
                *entry.columns,
                entry.title,
                entry.names,
                entry.body,
                entry.record,
            ),
        )
        self._connection.execute(
            "INSERT INTO article_text (rowid, title, participants, body) VALUES (?, ?, ?, ?)",
            (article, entry.title, entry.names, entry.body),
        )

    def _insert_events(self, article: int, outlet: int, entry: Entry, participants: Sequence[int]) -> None:
        events, reports, links = [], [], []
        first = self._next_event
        for position, found in enumerate(entry.events):
            event = first + position
            start, end, *codes = found.columns
            if start is not None:
                self._events_by_day[day_of(start)] += 1
            events.append((event, article, start, end, outlet, *codes))
            reports.append((article, position, event, found.evidence, found.ordinal, found.title, found.stated))
            taking_part = dict.fromkeys(participants[index] for index in found.participants)
            for rank, participant in enumerate(taking_part):
                self._participant_counts[participant][2] += 1
                links.append((event, rank, participant))
        self._connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", events)
        self._connection.executemany("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?)", reports)
        self._connection.executemany("INSERT INTO event_participant VALUES (?, ?, ?)", links)
        self._next_event += len(events)
        self.events += len(events)

    def finish(self) -> None:
        """Write the counts."""
        self._connection.executemany(
            "UPDATE participant SET articles = articles + ?, mentions = mentions + ?, events = events + ? WHERE id = ?",
            [(*counts, participant) for participant, counts in self._participant_counts.items()],
        )
        self._connection.executemany(
            "INSERT INTO day_count VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE "
            "SET articles = articles + excluded.articles, events = events + excluded.events",
            [
                (day, self._articles_by_day[day], self._events_by_day[day])
                for day in sorted(self._articles_by_day.keys() | self._events_by_day.keys())
            ],
        )
