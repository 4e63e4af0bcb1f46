"""Who is named in which article and takes part in which event: the one writer of participants, and of what is counted of them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import DismissParticipant
from timeline_app.domain.identity import frequency
from timeline_app.library.corrections import TYPES, of_types
from timeline_app.library.identities import Registry, is_acronym
from timeline_app.library.record import storable
from timeline_app.library.rows import ids_in, packed_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from timeline_app.domain.correction import ParticipantKey
    from timeline_app.library.entry import Entry, ParticipantEntry

_ROW = itemgetter(0, 1)


class Participation:
    """One transaction's worth of changes to participants; `finish` settles who is who and writes the counts."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._registry = Registry(connection)
        self._ids: dict[tuple[str, str], int] = {}
        self._roles: dict[str, int] = {}
        self._forms: Counter[tuple[int, str]] = Counter()
        self._articles: Counter[int] = Counter()
        self._named: list[tuple[int, dict[int, int]]] = []
        self._linked: list[tuple[int, Sequence[int]]] = []
        self._new_mentions: list[tuple[int, int, int, int | None]] = []
        self._new_parts: list[tuple[int, int]] = []
        self._dismissed = {
            (bytes.fromhex(made.article), storable(made.target.name), str(made.target.kind))
            for made in of_types(connection, DismissParticipant)
            if made.article
        }

    def name(self, article: int, entry: Entry) -> list[int | None]:
        """Note whom an article names; return the id of each participant of the entry, None for those dismissed in it."""
        ids: list[int | None] = []
        mentions: Counter[int] = Counter()
        roles: dict[int, str] = {}
        for found in entry.participants:
            if self._dismissed and (entry.fingerprint, found.name, found.kind) in self._dismissed:
                ids.append(None)
                continue
            participant = self._id(found.name, found.kind)
            ids.append(participant)
            mentions[participant] += found.mentions
            if found.roles:
                roles.setdefault(participant, found.roles)
            for form in found.aliases:
                self._forms[participant, form] += 1
        self._new_mentions += [
            (participant, article, count, self._role(roles[participant]) if participant in roles else None)
            for participant, count in mentions.items()
        ]
        self._articles.update(mentions.keys())
        self._named.append((1, mentions))
        return ids

    def forget(self, article: int, named: Iterable[ParticipantEntry]) -> None:
        """Take back what `name` noted of those of the participants that it did note."""
        self._write_new()
        mentions: dict[int, int] = {}
        for found in named:
            participant = self._id(found.name, found.kind)
            count: Any = self._connection.execute(
                "DELETE FROM mention WHERE participant = ? AND article = ? RETURNING mentions", (participant, article)
            ).get
            if count is not None:
                mentions[participant] = count
            if participant in mentions:
                for form in found.aliases:
                    self._forms[participant, form] -= 1
        self._articles.subtract(mentions.keys())
        self._named.append((-1, mentions))

    def link(self, event: int, participants: Iterable[int | None]) -> bytes:
        """Note who takes part in an event, in this order, and return them as its report has them."""
        taking_part = list(dict.fromkeys(participant for participant in participants if participant is not None))
        self._new_parts += [(participant, event) for participant in taking_part]
        self._linked.append((1, taking_part))
        return packed_ids(taking_part)

    def unlink(self, parts: Iterable[tuple[int, bytes]]) -> None:
        """Take back who takes part in events, each with what its report says of them."""
        self._write_new()
        for event, packed in parts:
            taking_part = ids_in(packed)
            self._connection.executemany(
                "DELETE FROM event_participant WHERE participant = ? AND event = ?",
                [(participant, event) for participant in taking_part],
            )
            self._linked.append((-1, taking_part))

    def _write_new(self) -> None:
        """Write what was noted, in the order of the tables: many a row finds its page where the one before it did."""
        self._connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?)", sorted(self._new_mentions, key=_ROW))
        self._connection.executemany("INSERT INTO event_participant VALUES (?, ?)", sorted(self._new_parts))
        self._new_mentions.clear()
        self._new_parts.clear()

    def ids_of(self, keys: Iterable[ParticipantKey]) -> list[int]:
        """Return the ids of participants, new ones where the library has none of that name and kind."""
        return [self._id(storable(key.name), str(key.kind)) for key in keys]

    def finish(self) -> None:
        """Write the counts, settle who is who where that may have changed, and remove who is met nowhere any more."""
        self._write_new()
        touched = self._write_forms()
        touched |= self._write_articles()
        blocks, bereft = self._remove_unmet()
        blocks.update(
            block
            for (block,) in self._connection.execute(
                "SELECT block FROM participant WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(touched)),),
            )
        )
        self._count(self._registry.settle(blocks, bereft) if blocks else set())
        self._registry.settle_after_update()

    def _write_forms(self) -> set[int]:
        """Write how many articles use a form; return the participants that are newly, or no longer, shortened to letters."""
        changed = {form: count for form, count in self._forms.items() if count}
        touched = {
            participant
            for (participant, form), count in changed.items()
            if is_acronym(form)
            and (
                count < 0
                or self._connection.execute(
                    "SELECT 1 FROM alias WHERE participant = ? AND form = ?", (participant, form)
                ).get
                is None
            )
        }
        self._connection.executemany(
            "INSERT INTO alias VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
            [(*form, count) for form, count in changed.items()],
        )
        self._connection.executemany(
            "DELETE FROM alias WHERE participant = ? AND form = ? AND articles <= 0",
            [form for form, count in changed.items() if count < 0],
        )
        return touched

    def _write_articles(self) -> set[int]:
        """Write in how many articles names are met; return those met so much more or less often that it may matter."""
        changed = {participant: count for participant, count in self._articles.items() if count}
        ids = json.dumps([*self._ids.values()])
        rows: list[Any] = self._connection.execute(
            "SELECT id, articles, identity FROM participant WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        ).fetchall()
        self._connection.executemany(
            "UPDATE participant SET articles = articles + ? WHERE id = ?",
            [(count, participant) for participant, count in changed.items()],
        )
        return {
            participant
            for participant, articles, identity in rows
            if identity is None or frequency(articles) != frequency(articles + changed.get(participant, 0))
        }

    def _remove_unmet(self) -> tuple[set[str], set[int]]:
        """Remove names that are met nowhere any more; return the blocks and the identities that have lost them.

        A name that was dismissed where it stands alone stays, so that taking that back finds everything as it was.
        """
        lessened = {participant for participant, count in self._articles.items() if count < 0}
        lessened.update(participant for sign, ids in self._linked if sign < 0 for participant in ids)
        rows: list[Any] = self._connection.execute(
            "DELETE FROM participant WHERE id IN (SELECT value FROM json_each(?)) AND articles = 0 "
            "AND NOT EXISTS (SELECT 1 FROM event_participant WHERE participant = participant.id) AND NOT EXISTS "
            "(SELECT 1 FROM correction JOIN article USING (fingerprint) WHERE type = ? AND correction.name = participant.name "
            "AND correction.kind = participant.kind "
            "AND instr(char(10) || names_of(text) || char(10), char(10) || name || char(10))) "
            "RETURNING block, identity",
            (json.dumps(list(lessened)), TYPES[DismissParticipant]),
        ).fetchall()
        return {block for block, _ in rows}, {identity for _, identity in rows if identity is not None}

    def _count(self, counted: set[int]) -> None:
        """Write the counts of identities, but for those that have been counted anew."""
        met = {participant for _, ids in (*self._named, *self._linked) for participant in ids}
        identities: dict[int, int] = {
            participant: identity
            for participant, identity in self._connection.execute(
                "SELECT id, identity FROM participant WHERE identity IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(met)),),
            )
            if identity not in counted
        }
        counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        for sign, mentions in self._named:
            known = {participant: identities[participant] for participant in mentions if participant in identities}
            for participant, identity in known.items():
                counts[identity][1] += sign * mentions[participant]
            for identity in set(known.values()):
                counts[identity][0] += sign
        for sign, participants in self._linked:
            for identity in {identities[participant] for participant in participants if participant in identities}:
                counts[identity][2] += sign
        self._connection.executemany(
            "UPDATE identity SET articles = articles + ?, mentions = mentions + ?, events = events + ? WHERE id = ?",
            [(*changes, identity) for identity, changes in counts.items() if any(changes)],
        )

    def _id(self, name: str, kind: str) -> int:
        known = self._ids.get((name, kind))
        if known is None:
            known = self._connection.execute("SELECT id FROM participant WHERE name = ? AND kind = ?", (name, kind)).get
            if known is None:
                # Not RETURNING, which makes SQLite look through every table that refers to this one.
                self._connection.execute(
                    "INSERT INTO participant (name, kind, articles, block) VALUES (?, ?, 0, ?)",
                    (name, kind, self._registry.block_of(name, kind)),
                )
                known = self._connection.last_insert_rowid()
            self._ids[name, kind] = known
        return known

    def _role(self, said: str) -> int:
        known = self._roles.get(said)
        if known is None:
            known = self._connection.execute("SELECT id FROM role WHERE said = ?", (said,)).get
            if known is None:
                self._connection.execute("INSERT INTO role (said) VALUES (?)", (said,))
                known = self._connection.last_insert_rowid()
            self._roles[said] = known
        return known
