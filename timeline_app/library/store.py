"""Writing entries: the one writer of articles and events, which keeps the full-text index and the counts in step."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

from timeline_app.domain.calendar import civil_from_days, day_of
from timeline_app.domain.correction import AddEvent, DismissDate, date_key
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.period import iso_date
from timeline_app.domain.records import AddedCounts
from timeline_app.errors import LibraryError
from timeline_app.library import reader_words, sources, to_read
from timeline_app.library.corrections import of_types
from timeline_app.library.entry import Entry, ParticipantEntry, checksum
from timeline_app.library.participation import Participation
from timeline_app.library.record import aliases, storable
from timeline_app.library.rows import event_columns, key_columns, period_of
from timeline_app.library.schema import BY_HAND_POSITION, article_ids, ids_beside
from timeline_app.library.texts import inflated
from timeline_app.library.transactions import transaction
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from timeline_app.domain.calendar import Day
    from timeline_app.domain.sources import FileProgress
    from timeline_app.library.rows import EventColumns

Evidence: TypeAlias = tuple[bytes, int]
"""What identifies a report within an article: evidence and ordinal."""


def add(
    connection: apsw.Connection,
    entries: Sequence[Entry],
    import_id: int | None = None,
    files: Sequence[FileProgress] = (),
) -> AddedCounts:
    """Add the articles that the library does not have yet and write down how far their files were read, in one transaction.

    Raises:
        LibraryError: A day has more articles than there are ids.
        apsw.Error: The disk is full, or the library is locked or damaged; nothing of the batch is kept.
    """
    with transaction(connection):
        batch = Batch(connection, import_id)
        new = batch.new_among(entries)
        # In the order of their days, so that the tables and the index grow at their ends; within a day as they came.
        for first_event, entry in sorted(new, key=lambda numbered: article_ids(numbered[1].day).start):
            batch.add(entry, first_event)
        batch.finish()
        for progress in files:
            sources.note_progress(connection, progress, import_id)
    return AddedCounts(len(new), len(entries) - len(new), batch.events)


_NEXT_EVENT = (
    "SELECT 1 + max(coalesce((SELECT max(id) FROM event), 0), "
    "coalesce((SELECT CAST(value AS INTEGER) FROM state WHERE name = 'last event'), 0))"
)
_KEEP_LAST_EVENT = "INSERT OR REPLACE INTO state VALUES ('last event', ?)"
"""No event gets the id of one that is gone: who still has that in hand must not find another under it."""

_NEXT_ARTICLE = (
    "SELECT max(coalesce((SELECT max(id) + 1 FROM article WHERE id BETWEEN ?1 AND ?2), ?1), "
    "coalesce((SELECT last + 1 FROM gone_article WHERE first = ?1), ?1))"
)
_FIRST_FREE_ARTICLE = "SELECT coalesce(max(id) + 1, ?1) FROM article WHERE id BETWEEN ?1 AND ?2"
_KEEP_LAST_ARTICLE = "INSERT INTO gone_article VALUES (?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)"
"""Nor does an article, unless a day's ids are used up: then those are given again that are above all of its articles."""


class Batch:
    """One transaction's worth of rows, and what is counted over them; what it writes counts when it is finished."""

    def __init__(self, connection: apsw.Connection, import_id: int | None = None) -> None:
        self.events = 0  # with a date
        self._connection = connection
        self._import = import_id
        self._next_event: int = connection.execute(_NEXT_EVENT).get
        self._has_deleted = False
        self._next_article: dict[int, int] = {}
        self._outlets: dict[str, int] = {}
        self._left_outlets: set[str] = set()
        self._files: dict[str, int] = {}
        self._articles_by_day: Counter[Day] = Counter()
        self._events_by_day: Counter[Day] = Counter()
        self._participation = Participation(connection)
        self._no_dates = {made.target for made in of_types(connection, DismissDate)}
        self._read_otherwise = {bytes.fromhex(key) for key in to_read.date_readings(connection)}
        self._spoken_of = reader_words.articles_spoken_of(connection)
        self._made_by_hand: dict[bytes, list[AddEvent]] = defaultdict(list)
        for made in of_types(connection, AddEvent):
            self._made_by_hand[bytes.fromhex(made.target.article)].append(made)

    # -- articles -----------------------------------------------------------------------------------------------------

    def new_among(self, entries: Sequence[Entry]) -> list[tuple[int, Entry]]:
        """Return the entries whose articles the library does not have, each with the id of its first event.

        The ids are given in the order in which the articles came, so that they do not depend on where a batch begins.
        """
        new: dict[bytes, tuple[int, Entry]] = {}
        for entry in entries:
            if entry.fingerprint not in new and self.article_of(entry.fingerprint) is None:
                new[entry.fingerprint] = self._next_event, entry
                self._next_event += len(entry.events)
        return list(new.values())

    def add(self, entry: Entry, first_event: int | None = None) -> None:
        """Add an entry that the library does not have; its events get ids from `first_event` on, else the next ones."""
        article = self._take_article_id(entry.day)
        outlet = self._outlet_id(entry.outlet)
        self._insert_article(article, outlet, entry)
        if first_event is None:
            first_event, self._next_event = self._next_event, self._next_event + len(entry.events)
        self._insert_events(article, outlet, entry, range(first_event, first_event + len(entry.events)))
        self.events += sum(found.columns[0] is not None for found in entry.events)
        for made in self._made_by_hand.get(entry.fingerprint, ()):
            self.add_by_hand(article, made)
        if entry.fingerprint in self._spoken_of:
            reader_words.index_article(self._connection, article, entry.fingerprint)
        if entry.fingerprint in self._read_otherwise:
            to_read.ask(self._connection, article)
        if entry.day is not None:
            self._articles_by_day[entry.day] += 1

    def rewrite(self, article: int, entry: Entry, before: Entry) -> None:
        """Put an entry in the place of the one that a stored article has; an event of the same key keeps its id."""
        known = self._extracted(article)
        self._participation.forget(article, before.participants)
        self._delete_events(article, list(known.values()))
        self._connection.execute(
            "UPDATE article SET rules = ?, level = ?, checksum = ?, text = ?, record = ? WHERE id = ?",
            (entry.rules, entry.level, self._checksum(article, entry), entry.text, entry.record, article),
        )
        if entry.names != before.names:
            self._unindex(article, before)
            self._index(article, entry)
        ids = []
        for found in entry.events:
            event = known.get((found.evidence, found.ordinal))
            if event is None:
                event, self._next_event = self._next_event, self._next_event + 1
            ids.append(event)
        self._insert_events(article, self._outlet_id(entry.outlet), entry, ids)

    def remove(self, article: int, entry: Entry) -> None:
        """Remove a stored article with its events, those that the reader made among them; for its entry see `entry_to_remove`."""
        self._participation.forget(article, entry.participants)
        self._delete_events(
            article,
            [event for (event,) in self._connection.execute("SELECT event FROM report WHERE article = ?", (article,))],
        )
        self._unindex(article, entry)
        reader_words.remove(self._connection, [article])
        self._connection.execute("DELETE FROM article WHERE id = ?", (article,))
        self._connection.execute(_KEEP_LAST_ARTICLE, (ids_beside(article).start, article))
        self._left_outlets.add(entry.outlet)
        if entry.day is not None:
            self._articles_by_day[entry.day] -= 1

    def article_of(self, fingerprint: bytes) -> int | None:
        """Return the id of a stored article."""
        found: int | None = self._connection.execute("SELECT id FROM article WHERE fingerprint = ?", (fingerprint,)).get
        return found

    def _insert_article(self, article: int, outlet: int, entry: Entry) -> None:
        self._connection.execute(
            f"INSERT INTO article VALUES ({', '.join('?' * 22)})",
            (
                article,
                entry.fingerprint,
                outlet,
                self._file_id(entry.file),
                self._import,
                entry.rules,
                entry.level,
                entry.checksum,
                *entry.columns,
                entry.title,
                entry.text,
                entry.record,
            ),
        )
        self._connection.execute("INSERT INTO sketch VALUES (?, ?)", (article, entry.sketch))
        self._index(article, entry)

    def _file_id(self, path: str) -> int:
        if path not in self._files:
            self._files[path] = sources.file_id(self._connection, path, self._import)
        return self._files[path]

    def _checksum(self, article: int, entry: Entry) -> int:
        """Return the checksum of an entry in the place of a stored article, which knows best where in which file it is."""
        place = self._connection.execute("SELECT place FROM article WHERE id = ?", (article,)).get
        return checksum((*entry.columns[:-1], place, entry.title, entry.names, entry.body))

    def _index(self, article: int, entry: Entry) -> None:
        self._connection.execute(
            "INSERT INTO article_text (rowid, title, participants, body) VALUES (?, ?, ?, ?)",
            (article, entry.title, entry.names, entry.body),
        )

    def _unindex(self, article: int, entry: Entry) -> None:
        self._connection.execute(
            "INSERT INTO article_text (article_text, rowid, title, participants, body) VALUES ('delete', ?, ?, ?, ?)",
            (article, entry.title, entry.names, entry.body),
        )

    def _take_article_id(self, day: Day | None) -> int:
        ids = article_ids(day)
        taken = self._next_article.get(ids.start)
        if taken is None:
            taken = self._connection.execute(_NEXT_ARTICLE, (ids.start, ids[-1])).get
        if taken not in ids:
            taken = self._connection.execute(_FIRST_FREE_ARTICLE, (ids.start, ids[-1])).get
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
        known = self._outlets.get(name)
        if known is None:
            known = self._connection.execute("SELECT id FROM outlet WHERE name = ?", (name,)).get
            if known is None:
                # Not RETURNING, which makes SQLite look through every table that refers to this one.
                self._connection.execute("INSERT INTO outlet (name) VALUES (?)", (name,))
                known = self._connection.last_insert_rowid()
            self._outlets[name] = known
        return known

    # -- events -------------------------------------------------------------------------------------------------------

    def add_by_hand(self, article: int, made: AddEvent) -> None:
        """Add an event that the reader made to an article that the library has."""
        event, (_, evidence, ordinal) = self._next_event, key_columns(made.target)
        self._next_event += 1
        outlet = self._connection.execute("SELECT outlet FROM article WHERE id = ?", (article,)).get
        self._insert_event(event, article, outlet, event_columns(made.kind, made.period, assumed=False))
        position = self._connection.execute(
            "SELECT max(?2, coalesce(max(position) + 1, 0)) FROM report WHERE article = ?1", (article, BY_HAND_POSITION)
        ).get
        self._connection.execute(
            "INSERT INTO report VALUES (?, ?, ?, ?, ?, 100, ?, '', ?)",
            (
                article,
                position,
                event,
                evidence,
                ordinal,
                storable(made.title),
                self._participation.link(event, self._participation.ids_of(made.participants)),
            ),
        )

    def remove_by_hand(self, article: int, made: AddEvent) -> None:
        """Remove an event that the reader made."""
        _, evidence, ordinal = key_columns(made.target)
        events = self._connection.execute(
            "SELECT event FROM report WHERE article = ? AND position >= ? AND (evidence, ordinal) = (?, ?)",
            (article, BY_HAND_POSITION, evidence, ordinal),
        )
        self._delete_events(article, [event for (event,) in events])

    def _extracted(self, article: int) -> dict[Evidence, int]:
        rows = self._connection.execute(
            "SELECT evidence, ordinal, event FROM report WHERE article = ? AND position < ?",
            (article, BY_HAND_POSITION),
        )
        return {(evidence, ordinal): event for evidence, ordinal, event in rows}

    def _insert_events(self, article: int, outlet: int, entry: Entry, ids: Sequence[int]) -> None:
        named = self._participation.name(article, entry)
        reports = []
        for position, (event, found) in enumerate(zip(ids, entry.events, strict=True)):
            is_no_date = self._no_dates and self._is_no_date(found.stated, entry.fingerprint)
            self._insert_event(event, article, outlet, found.columns, EventFlag.HIDDEN if is_no_date else 0)
            reports.append(
                (
                    article,
                    position,
                    event,
                    found.evidence,
                    found.ordinal,
                    found.confidence,
                    found.title,
                    found.stated,
                    self._participation.link(event, [named[index] for index in found.participants]),
                )
            )
        self._connection.executemany("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", reports)

    def _insert_event(self, event: int, article: int, outlet: int, columns: EventColumns, flags: int = 0) -> None:
        start, end, kind, granularity, own_flags = columns
        if start is not None:
            self._events_by_day[day_of(start)] += 1
        self._connection.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (event, article, start, end, outlet, kind, granularity, own_flags | int(flags)),
        )

    def _delete_events(self, article: int, events: Sequence[int]) -> None:
        ids = json.dumps(events)
        parts: list[Any] = self._connection.execute(
            "DELETE FROM report WHERE article = ? AND event IN (SELECT value FROM json_each(?)) RETURNING event, participants",
            (article, ids),
        ).fetchall()
        self._participation.unlink(parts)
        self._has_deleted = True
        starts: list[Any] = self._connection.execute(
            "DELETE FROM event WHERE id IN (SELECT value FROM json_each(?)) RETURNING start", (ids,)
        ).fetchall()
        for (start,) in starts:
            if start is not None:
                self._events_by_day[day_of(start)] -= 1

    def _is_no_date(self, stated: str, fingerprint: bytes) -> bool:
        anywhere = date_key(stated)
        return anywhere in self._no_dates or date_key(stated, fingerprint.hex()) in self._no_dates

    # -- what is counted over them ------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Write the counts, and forget the outlets that nothing is from any more."""
        self._connection.executemany(
            "DELETE FROM outlet WHERE name = ? AND NOT EXISTS (SELECT 1 FROM article WHERE outlet = outlet.id)",
            [(name,) for name in self._left_outlets],
        )
        if self._has_deleted:
            self._connection.execute(_KEEP_LAST_EVENT, (str(self._next_event - 1),))
        self._participation.finish()
        days = sorted(self._articles_by_day.keys() | self._events_by_day.keys())
        self._connection.executemany(
            "INSERT INTO day_count VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE "
            "SET articles = articles + excluded.articles, events = events + excluded.events",
            [(day, self._articles_by_day[day], self._events_by_day[day]) for day in days],
        )
        if emptied := [(day,) for day in days if min(self._articles_by_day[day], self._events_by_day[day]) < 0]:
            self._connection.executemany("DELETE FROM day_count WHERE day = ? AND articles = 0 AND events = 0", emptied)


def entry_to_remove(connection: apsw.Connection, article: int) -> Entry:
    """Return as much of the entry of a stored article as removing it takes."""
    row: Any = connection.execute(
        "SELECT fingerprint, title, text, record, outlet.name, "
        "published_start, published_end, published_granularity, published_approximate "
        "FROM article JOIN outlet ON outlet.id = article.outlet WHERE article.id = ?",
        (article,),
    ).fetchone()
    fingerprint, title, text, record, outlet, *period = row
    words = inflated(text)
    published = period_of(*period)
    return Entry(
        fingerprint=fingerprint,
        day=None if published is None else published.first_day,
        file="",
        outlet=outlet,
        columns=(),
        title=title,
        names=words.names,
        body=words.body,
        text=text,
        record=record,
        checksum=0,
        sketch=b"",
        rules=0,
        level=0,
        participants=tuple(ParticipantEntry(name, kind, 0, "", forms) for name, kind, forms in aliases(record, words)),
        events=(),
    )
