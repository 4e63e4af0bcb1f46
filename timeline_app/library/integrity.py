"""Noticing damage.

SQLite's own check sees one damage in eight, because most of a library is text and any text is valid. Comparing the full-text index
with the text sees all that changes words; articles carry checksums, and what the timeline shows is compared with them.
"""

from __future__ import annotations

import zlib
from itertools import islice
from typing import TYPE_CHECKING, Any

import apsw
import numpy as np

from timeline_app.domain.event_index import EventFlag
from timeline_app.library.entry import ARTICLE_COLUMNS, checksum
from timeline_app.library.record import outline
from timeline_app.library.rows import event_columns
from timeline_app.library.schema import BY_HAND_POSITION
from timeline_app.library.texts import inflated, teach
from timeline_app.library.transactions import transaction
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


_ROWS_AT_ONCE = 1 << 16
_MIX = np.uint64(0xD6E8FEB86659FD93)


def check(connection: apsw.Connection) -> list[Message]:
    """Return what is wrong with the library, a sentence each; nothing where it is sound.

    It is looked at in a temporary copy, which SQLite removes: others go on writing, and what they write is not taken for damage.
    Where there is no room for one, they have to wait, and a library that cannot be written to is not checked.

    Raises:
        apsw.FullError: There is no room.
    """
    copy = _temporary()
    try:
        with copy.backup("main", connection, "main") as backup:
            backup.step(-1)
        return list(faults(copy))
    except apsw.FullError:
        if connection.readonly("main"):
            raise
        return _check_in_place(connection)
    finally:
        copy.close()


def _temporary() -> apsw.Connection:
    return apsw.Connection("")


def _check_in_place(connection: apsw.Connection) -> list[Message]:
    is_reader = connection.pragma("query_only")
    connection.pragma("query_only", 0)
    try:
        with transaction(connection):
            return list(faults(connection))
    finally:
        connection.pragma("query_only", is_reader)


def faults(connection: apsw.Connection) -> Iterator[Message]:
    """Yield what is wrong with a copy that nobody else has to do with; to compare the index with the text is a write to SQLite."""
    teach(connection)  # a copy knows nothing
    for examine in (_structure, _search_index, _references, _parts, _records, _files):
        try:
            yield from examine(connection)
        except apsw.CorruptError as error:
            yield message(QT_TRANSLATE_NOOP("Message", "the file is damaged ({reason})"), reason=str(error))


def _structure(connection: apsw.Connection) -> Iterator[Message]:
    for (found,) in connection.execute("PRAGMA quick_check(10)"):
        if found != "ok":
            yield message(
                QT_TRANSLATE_NOOP("Message", "the file is damaged ({reason})"), reason=" ".join(found.split())
            )


def _search_index(connection: apsw.Connection) -> Iterator[Message]:
    try:
        connection.execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
    except apsw.CorruptError:
        yield message(
            QT_TRANSLATE_NOOP(
                "Message", "the text of articles and the search index do not agree: one of them is damaged"
            )
        )


def _references(connection: apsw.Connection) -> Iterator[Message]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield _dangling(table, row, parent)
    undeclared = connection.execute(
        "SELECT report.event FROM report LEFT JOIN event ON event.id = report.event AND event.article = report.article "
        "WHERE event.id IS NULL"
    )
    for (event,) in undeclared:
        yield _dangling("report", event, "event")


def _dangling(table: str, row: int, parent: str) -> Message:
    return message(
        QT_TRANSLATE_NOOP("Message", "a row of {table} ({row}) refers to a {parent} that is not there"),
        table=table,
        row=row,
        parent=parent,
    )


def _parts(connection: apsw.Connection) -> Iterator[Message]:
    """Compare who takes part in which event as reports have it with the same the other way round."""
    of_reports = of_table = np.zeros(2, np.uint64)
    for rows in _batches(connection, "SELECT event, participants FROM report"):
        whole = [(event, packed[: len(packed) // 4 * 4]) for event, packed in rows]
        counts = [len(packed) // 4 for _, packed in whole]
        participants = np.frombuffer(b"".join(packed for _, packed in whole), "<u4")
        of_reports = of_reports + _sums(participants, np.repeat(np.array([event for event, _ in whole]), counts))
    for rows in _batches(connection, "SELECT participant, event FROM event_participant"):
        participants, events = np.array(rows, np.int64).T
        of_table = of_table + _sums(participants, events)
    if of_reports.tolist() != of_table.tolist():
        yield message(QT_TRANSLATE_NOOP("Message", "who takes part in which event is damaged"))


def _batches(connection: apsw.Connection, query: str) -> Iterator[list[Any]]:
    rows = connection.execute(query)
    return iter(lambda: list(islice(rows, _ROWS_AT_ONCE)), [])


def _sums(participants: NDArray[Any], events: NDArray[Any]) -> NDArray[np.uint64]:
    """Return how many pairs there are and a sum that tells them from others, in whichever order they come."""
    pairs = participants.astype(np.uint64) << np.uint64(32) ^ events.astype(np.uint64)
    pairs = (pairs ^ pairs >> np.uint64(29)) * _MIX
    return np.array([len(pairs), (pairs ^ pairs >> np.uint64(32)).sum(dtype=np.uint64)], np.uint64)


def _records(connection: apsw.Connection) -> Iterator[Message]:
    # As bytes, because damaged text may be no text.
    as_bytes = ", ".join(f"CAST({column} AS BLOB)" for column in (*ARTICLE_COLUMNS.split(", "), "title"))
    rows = connection.execute(f"SELECT id, checksum, {as_bytes}, text, record FROM article")
    for article, expected, *kept in rows:
        *columns, title, text, record = kept
        try:
            said = inflated(text)
            shown = connection.execute(_SHOWN, (article,)).fetchall()
            is_whole = checksum((*columns, title, *said)) == expected and shown == [
                (o.title, *event_columns(o.kind, o.period, assumed=o.assumed))
                for o in outline(record, title.decode(), said)
            ]
        except ValueError:
            is_whole = False
        if not is_whole:
            yield message(
                QT_TRANSLATE_NOOP("Message", "the article {title} or its events are damaged"),
                title=title.decode(errors="replace"),
            )


def _files(connection: apsw.Connection) -> Iterator[Message]:
    for path, expected in connection.execute("SELECT CAST(path AS BLOB), checksum FROM file"):
        if zlib.crc32(path) != expected:
            yield message(
                QT_TRANSLATE_NOOP("Message", "the name of the source {path} is damaged"),
                path=path.decode(errors="replace"),
            )


_SHOWN = (
    f"SELECT coalesce(report.title, article.title), start, end, kind, granularity, flags & ~{int(EventFlag.HIDDEN)} "
    "FROM report JOIN article ON article.id = report.article JOIN event ON event.id = report.event "
    f"WHERE report.article = ? AND position < {BY_HAND_POSITION} ORDER BY position"
)
