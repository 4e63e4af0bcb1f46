"""Keeping who is who in step with the names that the library has and with what the reader decides.

Only the blocks of names are looked at that something has changed in, and those that the reader's merges tie to them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import (
    DismissParticipant,
    Merge,
    NeverMerge,
    ParticipantKey,
    Rename,
    Retype,
    Split,
)
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.identity import RULES, Decisions, Member, Resolved, frequency, resolve
from timeline_app.domain.names import fold
from timeline_app.library.corrections import of_types
from timeline_app.library.name_lists import name_lists, parsed
from timeline_app.library.record import storable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import apsw

    from timeline_app.domain.correction import ParticipantCorrection
    from timeline_app.domain.names import ParsedName


_KINDS = {str(kind): kind for kind in ParticipantKind}

_RULES_KEPT = "rules of identity"
_NONE: frozenset[str] = frozenset()


class Registry:
    """Who is who in a library; inside a transaction, which sees one state of the reader's decisions."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        made: list[ParticipantCorrection] = of_types(
            connection, Merge, NeverMerge, Split, Rename, Retype, DismissParticipant
        )
        self._decisions = Decisions(made)

    def block_of(self, name: str, kind: str) -> str:
        """Return the block that a name is looked for in."""
        return self._parsed(ParticipantKey(name, _KINDS[kind])).block

    def are_apart(self, one: ParticipantKey, other: ParticipantKey) -> bool:
        """Tell whether the reader keeps two names apart."""
        decisions = self._decisions
        return other in decisions.apart.get(one, ()) or bool({one, other} & decisions.split)

    def _parsed(self, key: ParticipantKey) -> ParsedName:
        kinds = self._decisions.kinds
        return parsed(key.name, (kinds.get(key, key.kind) if kinds else key.kind).value)

    def resolve(self, blocks: Collection[str]) -> Resolved:
        """Say who is who in some blocks and all that is tied to them."""
        rows = self._members(self._tied(set(blocks)))
        return resolve([member for _, member in rows], self._decisions, name_lists())

    def settle_after_update(self) -> None:
        """Write down who is who in the whole library, where that was done by older rules; else nothing."""
        rules = self._connection.execute("SELECT value FROM state WHERE name = ?", (_RULES_KEPT,)).get
        if rules == str(RULES):
            return
        rows: list[Any] = self._connection.execute("SELECT id, name, kind FROM participant").fetchall()
        blocks = {number: self.block_of(name, kind) for number, name, kind in rows}
        self._connection.executemany(
            "UPDATE participant SET block = ?1 WHERE id = ?2 AND block != ?1",
            [(block, number) for number, block in blocks.items()],
        )
        self.settle(set(blocks.values()))
        self._connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (_RULES_KEPT, str(RULES)))

    def settle(self, blocks: Collection[str], bereft: Collection[int] = ()) -> set[int]:
        """Write down who is who in some blocks.

        Args:
            blocks: Those in which a name is new, gone, or met so much more or less often that it may matter.
            bereft: Identities of which a name is gone.

        Returns:
            The identities that have other names than before; they have been counted anew.
        """
        # What is left of them may be in other blocks, by a merge that was taken back in the same step.
        left = self._connection.execute(
            "SELECT block FROM participant WHERE identity IN (SELECT value FROM json_each(?))", (json.dumps([*bereft]),)
        )
        rows = self._members(self._tied({*blocks, *(str(block) for (block,) in left)}))
        resolved = resolve([member for _, member in rows], self._decisions, name_lists())
        named = {min(member.number for member in found.members): found for found in resolved.identities}
        before = {member.number: identity for identity, member in rows}
        after = {member.number: who for who, found in named.items() for member in found.members}
        moved = {number for number in before if before[number] != after.get(number)}
        changed = {who for number in moved for who in (before[number], after.get(number)) if who is not None}
        changed.update(bereft)
        execute = self._connection.executemany
        execute(
            "INSERT OR IGNORE INTO identity VALUES (?, 0, 0, 0, '', '')", [(who,) for who in changed if who in named]
        )
        execute("UPDATE participant SET identity = ? WHERE id = ?", [(after.get(number), number) for number in moved])
        execute(
            "UPDATE identity SET name = ?1, kind = ?2 WHERE id = ?3 AND (name, kind) != (?1, ?2)",
            [(storable(found.name), found.kind.value, who) for who, found in named.items()],
        )
        execute(_COUNT, [(who,) for who in changed if who in named])
        execute("DELETE FROM identity WHERE id = ?", [(who,) for who in changed if who not in named])
        return changed

    def _tied(self, blocks: set[str]) -> set[str]:
        """Return blocks with those that the reader's merges tie to them."""
        ties: dict[str, set[str]] = defaultdict(set)
        for target, intos in self._decisions.merges.items():
            for into in intos:
                one, other = self._parsed(target).block, self._parsed(into).block
                ties[one].add(other)
                ties[other].add(one)
        new = blocks
        while new := {tied for block in new for tied in ties.get(block, ())} - blocks:
            blocks = blocks | new
        return blocks

    def _members(self, blocks: Iterable[str]) -> list[tuple[int | None, Member]]:
        rows: list[Any] = self._connection.execute(
            "SELECT id, identity, name, kind, articles FROM participant WHERE block IN (SELECT value FROM json_each(?))",
            (json.dumps(list(blocks)),),
        ).fetchall()
        acronyms = self._acronyms([row[0] for row in rows if row[3] == ParticipantKind.ORGANISATION and " " in row[2]])
        members = []
        for number, identity, name, kind, articles in rows:
            key = ParticipantKey(name, _KINDS[kind])
            found = acronyms.get(number, _NONE)
            members.append((identity, Member(number, key, self._parsed(key), frequency(articles), found)))
        return members

    def _acronyms(self, participants: Collection[int]) -> Mapping[int, frozenset[str]]:
        """Return what articles shorten the names of organisations to."""
        found: dict[int, set[str]] = defaultdict(set)
        if participants:
            rows = self._connection.execute(
                "SELECT participant, form FROM alias WHERE participant IN (SELECT value FROM json_each(?))",
                (json.dumps(participants),),
            )
            for participant, form in rows:
                if is_acronym(form):
                    found[participant].add(fold(form))
        return {participant: frozenset(forms) for participant, forms in found.items()}


def is_acronym(form: str) -> bool:
    """Tell a name that is written in capital letters alone."""
    return form.replace(".", "").isupper() and " " not in form


_COUNT = """
UPDATE identity SET
    articles = (SELECT count(DISTINCT article) FROM mention
        WHERE participant IN (SELECT id FROM participant WHERE identity = ?1)),
    mentions = (SELECT coalesce(sum(mentions), 0) FROM mention
        WHERE participant IN (SELECT id FROM participant WHERE identity = ?1)),
    events = (SELECT count(DISTINCT event) FROM event_participant
        WHERE participant IN (SELECT id FROM participant WHERE identity = ?1))
WHERE id = ?1
"""
