"""Noticing damage, and counting what is there.

SQLite's own check sees one damage in eight, because most of a library is text and any text is valid. Comparing the full-text index
with the text sees all that changes words; the records carry checksums of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw

from timeline_app.library.connection import is_read_only
from timeline_app.library.record import unpacked
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(connection: apsw.Connection) -> list[Message]:
    """Return what is wrong with the library, a sentence each; nothing where it is sound.

    The comparison of the index needs a connection that may write, and keeps other writers waiting; a library that is open for
    reading only is checked in a temporary copy, which SQLite removes.
    """
    if not is_read_only(connection):
        return list(_faults(connection))
    copy = apsw.Connection("")
    try:
        with copy.backup("main", connection, "main") as backup:
            backup.step(-1)
        return list(_faults(copy))
    finally:
        copy.close()


def _faults(connection: apsw.Connection) -> Iterator[Message]:
    for examine in (_structure, _search_index, _references, _records):
        try:
            yield from examine(connection)
        except apsw.CorruptError as error:
            yield message(QT_TRANSLATE_NOOP("Message", "the file is damaged ({reason})"), reason=str(error))


def _structure(connection: apsw.Connection) -> Iterator[Message]:
    for (found,) in connection.execute("PRAGMA quick_check(10)"):
        if found != "ok":
            yield message(QT_TRANSLATE_NOOP("Message", "the file is damaged ({reason})"), reason=found)


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
        yield message(
            QT_TRANSLATE_NOOP("Message", "a row of {table} ({row}) refers to a {parent} that is not there"),
            table=table,
            row=row,
            parent=parent,
        )


def _records(connection: apsw.Connection) -> Iterator[Message]:
    for title, record in connection.execute("SELECT title, record FROM article"):
        try:
            unpacked(record)
        except ValueError:
            yield message(QT_TRANSLATE_NOOP("Message", "what was found in the article {title} is damaged"), title=title)
