"""What the reader is asked about participants: who may be one, and who may have been taken for another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.records import Suggestion, Suspect
from timeline_app.library.identities import Registry
from timeline_app.library.participants import example, known
from timeline_app.library.schema import ARTICLES_PER_DAY, UNDATED_IDS
from timeline_app.library.transactions import snapshot
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    import apsw

    from timeline_app.domain.identity import Doubt, Resolved

_BLOCKS_AT_ONCE = 200
_MOST_BLOCKS = 4000
"""How many blocks of namesakes are looked through, the most frequent first."""

_DAYS_A_WEEK = 7
_OTHER_KIND = QT_TRANSLATE_NOOP("Message", "the name is the same, of another kind")


def suggestions(connection: apsw.Connection, limit: int) -> list[Suggestion]:
    """Return pairs of participants that may be one, those first of which the shorter name is met most often."""
    with snapshot(connection):
        registry = Registry(connection)
        found: list[tuple[int, Suggestion]] = []
        for total, resolved in _resolved(connection, registry):
            if len(found) >= limit and found[limit - 1][0] >= total:
                break
            for doubt in resolved.doubts:
                found += _suggestion(connection, doubt.one, doubt.other, doubt)
            found.sort(key=_most_frequent)
        for one, other in _of_two_kinds(connection, registry, limit):
            found += _suggestion(connection, one, other, None)
        found.sort(key=_most_frequent)
        return [suggestion for _, suggestion in found[:limit]]


def suspects(connection: apsw.Connection, limit: int) -> list[Suspect]:
    """Return names that were taken for one participant in weeks in which another of that name was written about."""
    with snapshot(connection):
        found: list[Suspect] = []
        for _, resolved in _resolved(connection, Registry(connection)):
            for rivalry in resolved.rivalries:
                weeks = _articles_by_week(connection, rivalry.rival)
                articles = [
                    article
                    for week, of_week in _articles_by_week(connection, rivalry.short).items()
                    if week in weeks
                    for article in of_week
                ]
                ids = [_id(connection, key) for key in (rivalry.taken_for, rivalry.rival)]
                who = known(connection, [number for number in ids if number is not None])
                if articles and len(who) == len(ids):
                    taken_for, rival = (who[number] for number in ids if number is not None)
                    if taken_for.id != rival.id:
                        found.append(Suspect(rivalry.short, taken_for, rival, tuple(sorted(articles))))
            if len(found) >= limit:
                break
        return sorted(found, key=lambda suspect: -len(suspect.articles))[:limit]


def _resolved(connection: apsw.Connection, registry: Registry) -> Iterator[tuple[int, Resolved]]:
    """Yield what is known of blocks with more than one participant, some at a time, with how often the most frequent is met."""
    rows: list[Any] = connection.execute(
        "SELECT block, sum(articles) AS total FROM participant WHERE identity IS NOT NULL "
        "GROUP BY block HAVING count(*) > 1 ORDER BY total DESC, block LIMIT ?",
        (_MOST_BLOCKS,),
    ).fetchall()
    for first in range(0, len(rows), _BLOCKS_AT_ONCE):
        some = rows[first : first + _BLOCKS_AT_ONCE]
        yield some[0][1], registry.resolve({block for block, _ in some})


def _suggestion(
    connection: apsw.Connection, one: ParticipantKey, other: ParticipantKey, doubt: Doubt | None
) -> list[tuple[int, Suggestion]]:
    ids = [_id(connection, one), _id(connection, other)]
    who = known(connection, [number for number in ids if number is not None])
    if None in ids or len(who) != len(ids) or len({found.id for found in who.values()}) == 1:
        return []
    first, second = (number for number in ids if number is not None)
    examples = (example(connection, first, one.name), example(connection, second, other.name))
    reason = message(_OTHER_KIND) if doubt is None else doubt.reason
    return [(who[first].articles, Suggestion(who[first], who[second], reason, examples))]


def _most_frequent(weighted: tuple[int, Suggestion]) -> tuple[int, str, str]:
    weight, suggestion = weighted
    return -weight, suggestion.one.name, suggestion.other.name


def _of_two_kinds(
    connection: apsw.Connection, registry: Registry, limit: int
) -> Iterator[tuple[ParticipantKey, ParticipantKey]]:
    """Yield names that were found to be of two kinds, the less frequent first."""
    rows: list[Any] = connection.execute(
        "SELECT name, json_group_array(kind ORDER BY articles, kind) FROM participant WHERE identity IS NOT NULL "
        "GROUP BY name HAVING count(DISTINCT identity) > 1 ORDER BY min(articles) DESC, name LIMIT ?",
        (limit,),
    ).fetchall()
    for name, listed in rows:
        kinds = [ParticipantKind(kind) for kind in json.loads(listed)]
        one, other = ParticipantKey(name, kinds[-2]), ParticipantKey(name, kinds[-1])
        if not registry.are_apart(one, other):
            yield one, other


def _id(connection: apsw.Connection, key: ParticipantKey) -> int | None:
    found: int | None = connection.execute(
        "SELECT id FROM participant WHERE name = ? AND kind = ?", (key.name, str(key.kind))
    ).get
    return found


def _articles_by_week(connection: apsw.Connection, key: ParticipantKey) -> dict[int, list[int]]:
    rows = connection.execute("SELECT article FROM mention WHERE participant = ?", (_id(connection, key),))
    weeks: dict[int, list[int]] = {}
    for (article,) in rows:
        if article not in UNDATED_IDS:
            weeks.setdefault(article // ARTICLES_PER_DAY // _DAYS_A_WEEK, []).append(article)
    return weeks
