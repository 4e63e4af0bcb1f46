"""Which stored articles are to be read again: those of older rules, those read in haste, those whose dates the reader decided on.

What a decision about all articles changes is found in the background: it takes a look at each of them.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import DateOrigin
from timeline_app.domain.correction import CountFrom, OrderDays
from timeline_app.domain.date_reading import AS_WRITTEN, DateReading
from timeline_app.domain.extraction import RULES, Level
from timeline_app.library.articles import extraction_of
from timeline_app.library.corrections import of_types
from timeline_app.library.texts import inflated
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import apsw

    from timeline_app.domain.article import Article
    from timeline_app.domain.correction import Correction

_OF_NUMBERS = re.compile(r"\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b")
"""Every date whose day and month might change places is written so; what else is costs a look too many."""

_TO_LOOK_FOR = "days to be looked for"
"""The state's name for: whether 3 or 4 comes first has been decided anew, and what that concerns is not known yet."""

_AT_A_TIME = 500
_AFTER_ALL = 2**63 - 1

# What the reader wrote is no article: nothing is looked for in it.
_FOUND_IN_HASTE = "(rules, level) < (?, ?) AND date_origin <> ?"
_HASTE = (RULES, int(Level.CAREFUL), str(DateOrigin.READER))


def date_readings(connection: apsw.Connection) -> dict[str, DateReading]:
    """Return what the reader decided about the dates of articles, by fingerprint; about all the others by the empty one."""
    found: dict[str, DateReading] = {}
    made: list[CountFrom | OrderDays] = [*of_types(connection, CountFrom), *of_types(connection, OrderDays)]
    for decided in made:
        reading = (
            DateReading(mode=decided.mode)
            if isinstance(decided, CountFrom)
            else DateReading(day_first=decided.day_first)
        )
        key = decided.target.article
        found[key] = found.get(key, AS_WRITTEN).or_else(reading)
    of_all = found.get("", AS_WRITTEN)
    return {"": of_all} | {key: reading.or_else(of_all) for key, reading in found.items()}


def settle(connection: apsw.Connection, changed: Sequence[Correction]) -> None:
    """Ask for the articles whose dates are to be read otherwise from now on; inside a transaction."""
    for made in changed:
        if isinstance(made, CountFrom | OrderDays) and made.target.article:
            connection.execute(
                "INSERT OR IGNORE INTO article_to_read SELECT id FROM article WHERE fingerprint = ?",
                (bytes.fromhex(made.target.article),),
            )
        elif isinstance(made, CountFrom):
            connection.execute(
                "INSERT OR IGNORE INTO article_to_read SELECT id FROM article WHERE date_origin <> ?",
                (str(DateOrigin.READER),),
            )
        elif isinstance(made, OrderDays):
            connection.execute("INSERT OR REPLACE INTO state VALUES (?, '')", (_TO_LOOK_FOR,))


def ask(connection: apsw.Connection, article: int) -> None:
    """Ask for an article."""
    connection.execute("INSERT OR IGNORE INTO article_to_read VALUES (?)", (article,))


def is_read(connection: apsw.Connection, article: int) -> None:
    """Note that an article has been read as the reader wants."""
    connection.execute("DELETE FROM article_to_read WHERE article = ?", (article,))


def look_for_days(connection: apsw.Connection, is_cancelled: Callable[[], bool]) -> None:
    """Ask for the articles that a decision on the order of day and month concerns; cancelled, it is done another time."""
    if connection.execute("SELECT 1 FROM state WHERE name = ?", (_TO_LOOK_FOR,)).get is None:
        return
    last = _AFTER_ALL
    found: list[int] = []
    query = "SELECT id, text FROM article WHERE id < ? AND date_origin <> ? ORDER BY id DESC LIMIT ?"
    while True:
        rows: list[Any] = connection.execute(query, (last, str(DateOrigin.READER), _AT_A_TIME)).fetchall()
        if not rows:
            break
        if is_cancelled():
            return
        for article, text in rows:
            with suppress(ValueError):  # it is damaged, which whoever opens it is told
                if _OF_NUMBERS.search(inflated(text).body):
                    found.append(article)
        last = rows[-1][0]
    with transaction(connection):
        for article in found:
            ask(connection, article)
        connection.execute("DELETE FROM state WHERE name = ?", (_TO_LOOK_FOR,))


def has_wanted(connection: apsw.Connection) -> bool:
    """Tell whether the reader decided something for which articles are to be read again, known ones or not."""
    query = "SELECT EXISTS (SELECT 1 FROM article_to_read) OR EXISTS (SELECT 1 FROM state WHERE name = ?)"
    return bool(connection.execute(query, (_TO_LOOK_FOR,)).get)


def wanted(connection: apsw.Connection, limit: int, before: int | None) -> list[tuple[int, Article]]:
    """Return articles whose dates the reader decided on, with their ids, the newest first, from `before` on."""
    return _newest(connection, "SELECT article AS id FROM article_to_read", (), limit, before)


def unrefined(connection: apsw.Connection, limit: int, before: int | None) -> list[tuple[int, Article]]:
    """Return the others that were not read carefully, or by older rules, in the same way."""
    others = f"SELECT id FROM article WHERE {_FOUND_IN_HASTE} AND id NOT IN (SELECT article FROM article_to_read)"
    return _newest(connection, others, _HASTE, limit, before)


def _newest(
    connection: apsw.Connection, query: str, values: tuple[int | str, ...], limit: int, before: int | None
) -> list[tuple[int, Article]]:
    rows = connection.execute(
        f"SELECT id FROM ({query}) WHERE id < ? ORDER BY id DESC LIMIT ?",
        (*values, _AFTER_ALL if before is None else before, limit),
    )
    return [(article, extraction_of(connection, article).article) for (article,) in rows]


def count(connection: apsw.Connection) -> int:
    """Return how many articles are to be read again; one more while it is not known which."""
    number: int = connection.execute(
        f"SELECT (SELECT count(*) FROM (SELECT id FROM article WHERE {_FOUND_IN_HASTE} "
        "UNION SELECT article FROM article_to_read)) + (SELECT count(*) FROM state WHERE name = ?)",
        (*_HASTE, _TO_LOOK_FOR),
    ).get
    return number
