"""Who is named in which article and takes part in which event: the one writer of participants, and of what is counted of them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import DismissParticipant
from timeline_app.library.corrections import of_types
from timeline_app.library.record import storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from timeline_app.domain.correction import ParticipantKey
    from timeline_app.library.entry import Entry, ParticipantEntry


class Participation:
    """One transaction's worth of changes to participants; `finish` writes the counts."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._ids: dict[tuple[str, str], int] = {}
        self._roles: dict[str, int] = {}
        self._counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._forms: Counter[tuple[int, str]] = Counter()
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
        self._connection.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?)",
            [
                (participant, article, count, self._role(roles[participant]) if participant in roles else None)
                for participant, count in mentions.items()
            ],
        )
        for participant, count in mentions.items():
            self._count(participant, articles=1, mentions=count)
        return ids

    def forget(self, article: int, named: Iterable[ParticipantEntry]) -> None:
        """Take back what `name` noted of those of the participants that it did note."""
        for found in named:
            participant = self._id(found.name, found.kind)
            count: int | None = self._connection.execute(
                "DELETE FROM mention WHERE participant = ? AND article = ? RETURNING mentions", (participant, article)
            ).get
            if count is not None:
                self._count(participant, articles=-1, mentions=-count)
                for form in found.aliases:
                    self._forms[participant, form] -= 1

    def link(self, event: int, participants: Iterable[int | None]) -> None:
        """Note who takes part in an event, in this order."""
        taking_part = dict.fromkeys(participant for participant in participants if participant is not None)
        for participant in taking_part:
            self._count(participant, events=1)
        self._connection.executemany(
            "INSERT INTO event_participant VALUES (?, ?, ?)",
            [(event, rank, participant) for rank, participant in enumerate(taking_part)],
        )

    def unlink(self, events: Sequence[int]) -> None:
        """Take back who takes part in these events."""
        rows: list[Any] = self._connection.execute(
            "DELETE FROM event_participant WHERE event IN (SELECT value FROM json_each(?)) RETURNING participant",
            (json.dumps(events),),
        ).fetchall()
        for (participant,) in rows:
            self._count(participant, events=-1)

    def ids_of(self, keys: Iterable[ParticipantKey]) -> list[int]:
        """Return the ids of participants, new ones where the library has none of that name and kind."""
        return [self._id(storable(key.name), str(key.kind)) for key in keys]

    def finish(self) -> None:
        """Write the counts, and remove whoever is named nowhere and takes part in nothing any more."""
        execute = self._connection.executemany
        execute(
            "UPDATE participant SET articles = articles + ?, mentions = mentions + ?, events = events + ? WHERE id = ?",
            [(*counts, participant) for participant, counts in self._counts.items()],
        )
        execute(
            "INSERT INTO alias VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
            [(*form, count) for form, count in self._forms.items() if count],
        )
        if lessened := [form for form, count in self._forms.items() if count < 0]:
            execute("DELETE FROM alias WHERE participant = ? AND form = ? AND articles <= 0", lessened)
        if left := [participant for participant, counts in self._counts.items() if min(counts) <= 0]:
            execute("DELETE FROM participant WHERE id = ? AND articles = 0 AND events = 0", [(p,) for p in left])

    def _count(self, participant: int, *, articles: int = 0, mentions: int = 0, events: int = 0) -> None:
        counts = self._counts[participant]
        counts[0] += articles
        counts[1] += mentions
        counts[2] += events

    def _id(self, name: str, kind: str) -> int:
        known = self._ids.get((name, kind))
        if known is None:
            known = self._connection.execute("SELECT id FROM participant WHERE name = ? AND kind = ?", (name, kind)).get
            if known is None:
                # Not RETURNING, which makes SQLite look through every table that refers to this one.
                self._connection.execute(
                    "INSERT INTO participant (name, kind, articles, mentions, events) VALUES (?, ?, 0, 0, 0)",
                    (name, kind),
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
