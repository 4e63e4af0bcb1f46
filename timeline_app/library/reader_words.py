"""The reader's own words, so that a search finds them: titles given, notes, tags, events added. An index beside the text's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from timeline_app.domain.correction import AddEvent, Note, Retitle, Tag
from timeline_app.library.corrections import COLUMNS, TYPES, correction_from

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import apsw

    from timeline_app.domain.correction import Correction

_WORDED = (Retitle, Note, Tag, AddEvent)
_TYPES = json.dumps([TYPES[kind] for kind in _WORDED])


def articles_spoken_of(connection: apsw.Connection) -> set[bytes]:
    """Return the fingerprints of the articles of which the reader has words to be found."""
    rows = connection.execute(
        "SELECT DISTINCT fingerprint FROM correction WHERE type IN (SELECT value FROM json_each(?))", (_TYPES,)
    )
    return {fingerprint for (fingerprint,) in rows}


def index_anew(connection: apsw.Connection, changed: Iterable[Correction]) -> None:
    """Index the reader's words anew of the articles that corrections are about, where these have words."""
    fingerprints = {bytes.fromhex(made.target.article) for made in changed if isinstance(made, _WORDED)}
    for fingerprint in fingerprints:
        article = connection.execute("SELECT id FROM article WHERE fingerprint = ?", (fingerprint,)).get
        if article is not None:
            index_article(connection, article, fingerprint)


def index_article(connection: apsw.Connection, article: int, fingerprint: bytes) -> None:
    """Index the reader's words of one article."""
    remove(connection, [article])
    titles, notes = [], []
    for row in connection.execute(
        f"SELECT {COLUMNS} FROM correction WHERE fingerprint = ? AND type IN (SELECT value FROM json_each(?))",
        (fingerprint, _TYPES),
    ):
        match correction_from(*row):
            case Retitle(title=words) | AddEvent(title=words):
                titles.append(words)
            case Note(text=words) | Tag(tag=words):
                notes.append(words)
    if titles or notes:
        connection.execute(
            "INSERT INTO reader_text (rowid, title, body) VALUES (?, ?, ?)",
            (article, "\n".join(titles), "\n".join(notes)),
        )


def remove(connection: apsw.Connection, articles: Collection[int]) -> None:
    """Forget the reader's words of articles."""
    connection.executemany("DELETE FROM reader_text WHERE rowid = ?", [(article,) for article in articles])
