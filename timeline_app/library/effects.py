"""What follows in the library's rows from corrections that come into force or are taken back.

Most corrections are laid over the rows when these are read. Some have rows of their own: an event that the reader made, what a
dismissed date dated, who a participant is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import (
    AddEvent,
    DismissDate,
    DismissParticipant,
    Merge,
    NeverMerge,
    Rename,
    Retype,
    Split,
    date_key,
    own_article,
)
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import Extraction, Level
from timeline_app.library import reader_words, to_read
from timeline_app.library.corrections import of_types
from timeline_app.library.entry import entry_of
from timeline_app.library.identities import Registry
from timeline_app.library.record import storable
from timeline_app.library.refine import write_anew
from timeline_app.library.store import Batch, entry_to_remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import apsw

    from timeline_app.domain.correction import Correction, DateKey, Edit


def settle(connection: apsw.Connection, edits: Sequence[Edit]) -> None:
    """Bring the rows in step with corrections that have been written; inside the same transaction."""
    changed = [correction for edit in edits for correction in (edit.before, edit.after) if correction is not None]
    _settle_made_events(connection, edits)
    _settle_dates(connection, changed)
    _settle_participants(connection, changed)
    _settle_articles(connection, changed)
    to_read.settle(connection, changed)
    reader_words.index_anew(connection, changed)


def _settle_made_events(connection: apsw.Connection, edits: Sequence[Edit]) -> None:
    if not any(isinstance(correction, AddEvent) for edit in edits for correction in (edit.before, edit.after)):
        return
    batch = Batch(connection)
    come_with_article: set[str] = set()
    for edit in edits:
        if isinstance(edit.before, AddEvent):
            _remove(connection, batch, edit.before)
        if isinstance(edit.after, AddEvent) and edit.after.target.article not in come_with_article:
            _add(batch, edit.after, come_with_article)
    batch.finish()


def _add(batch: Batch, made: AddEvent, come_with_article: set[str]) -> None:
    article = batch.article_of(bytes.fromhex(made.target.article))
    if article is not None:
        batch.add_by_hand(article, made)
    elif made.stands_alone:
        # The batch knows what the reader made: this event, and others of the same words, come with their article.
        batch.add(entry_of(Extraction(own_article(made.title, made.period, made.text), (), (), (), Level.CAREFUL)))
        come_with_article.add(made.target.article)


def _remove(connection: apsw.Connection, batch: Batch, made: AddEvent) -> None:
    article = batch.article_of(bytes.fromhex(made.target.article))
    if article is None:
        return
    batch.remove_by_hand(article, made)
    others = connection.execute("SELECT 1 FROM report WHERE article = ?", (article,)).get
    if made.stands_alone and others is None:
        batch.remove(article, entry_to_remove(connection, article))


def _settle_dates(connection: apsw.Connection, changed: Sequence[Correction]) -> None:
    """Hide what dismissed dates dated, and show again what no dismissed date dates any more."""
    keys = {made.target for made in changed if isinstance(made, DismissDate)}
    if not keys:
        return
    no_dates = {made.target for made in of_types(connection, DismissDate)}
    hidden = int(EventFlag.HIDDEN)
    for key in keys:
        events = {
            event: hidden if no_dates & {date_key(stated), date_key(stated, fingerprint.hex())} else 0
            for event, fingerprint, stated in _dated_by(connection, key)
        }
        connection.executemany(
            "UPDATE event SET flags = flags & ~?1 | ?2 WHERE id = ?3",
            [(hidden, flag, event) for event, flag in events.items()],
        )


def _dated_by(connection: apsw.Connection, key: DateKey) -> Iterator[tuple[int, bytes, str]]:
    """Yield event, fingerprint of the article and words of the reports that a date dates."""
    # SQLite's LIKE knows upper and lower case in ASCII only.
    pattern = "%".join(key.words.split()) if key.words.isascii() and "ss" not in key.words else "%"
    rows: list[Any] = connection.execute(
        "SELECT event, fingerprint, stated FROM report JOIN article ON article.id = report.article "
        "WHERE stated LIKE ?1 AND (?2 = x'' OR fingerprint = ?2)",
        (pattern, bytes.fromhex(key.article)),
    ).fetchall()
    return ((event, fingerprint, stated) for event, fingerprint, stated in rows if date_key(stated).words == key.words)


def _settle_participants(connection: apsw.Connection, changed: Sequence[Correction]) -> None:
    """Say anew who is who in the blocks of the names of which something was decided."""
    keys = {
        key
        for made in changed
        if isinstance(made, Merge | NeverMerge | Split | Rename | Retype | DismissParticipant)
        for key in (made.target, *([made.into] if isinstance(made, Merge) else []))
    }
    if not keys:
        return
    registry = Registry(connection)
    blocks = set()
    for key in keys:
        name, kind = storable(key.name), str(key.kind)
        row = connection.execute(
            "SELECT id, block FROM participant WHERE name = ? AND kind = ?", (name, kind)
        ).fetchone()
        if row is not None:
            block = registry.block_of(name, kind)  # a name of another kind has namesakes elsewhere
            connection.execute("UPDATE participant SET block = ? WHERE id = ?", (block, row[0]))
            blocks |= {row[1], block}
    registry.settle(blocks)


def _settle_articles(connection: apsw.Connection, changed: Sequence[Correction]) -> None:
    """Write the rows of the articles anew in which a participant is dismissed."""
    fingerprints = {made.article for made in changed if isinstance(made, DismissParticipant) and made.article}
    rows = [
        connection.execute("SELECT id FROM article WHERE fingerprint = ?", (bytes.fromhex(fingerprint),)).get
        for fingerprint in fingerprints
    ]
    if articles := [article for article in rows if article is not None]:
        write_anew(connection, articles)
