"""The participants of a library: who they are, under which names, in which roles, with whom, and when."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.extraction import ParticipantKind, Role
from timeline_app.domain.records import (
    Activity,
    Companion,
    Example,
    LibraryParticipant,
    NameForm,
    ParticipantPage,
    RoleHeld,
)
from timeline_app.errors import LibraryError
from timeline_app.library.record import storable
from timeline_app.library.rows import ids_in
from timeline_app.library.schema import day_of_article
from timeline_app.library.transactions import snapshot
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import apsw
    from numpy.typing import NDArray

_EXAMPLES_LOOKED_AT = 50
"""In how many articles of a name, the newest first, an example of one of its forms is looked for."""

_AROUND = 60
"""How much of the text is shown on either side of a name, in characters."""

_SECONDS_A_DAY = 86_400
_COLUMNS = "identity.id, identity.name, identity.kind, identity.articles, identity.mentions, identity.events"


def participants(
    connection: apsw.Connection, kind: ParticipantKind | None, limit: int | None
) -> list[LibraryParticipant]:
    """Return participants, those with most events first and otherwise as they came."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM identity WHERE (?1 IS NULL OR kind = ?1) AND (articles OR events) "
        "ORDER BY events DESC, id LIMIT ?2",
        (None if kind is None else str(kind), -1 if limit is None else limit),
    )
    return [_participant(*row) for row in rows]


def names_of(connection: apsw.Connection, participant_ids: Collection[int]) -> dict[int, str]:
    """Return the names of participants; unknown ids are left out."""
    rows = connection.execute(
        f"SELECT wanted.value, identity.name FROM {_WANTED}",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return dict(rows)


def participant_key(connection: apsw.Connection, participant_id: int) -> ParticipantKey:
    """Return what identifies a participant across extractions: its leading name.

    Raises:
        LibraryError: The library does not hold the participant.
    """
    return participant_names(connection, participant_id)[0]


def participant_of(connection: apsw.Connection, key: ParticipantKey) -> int | None:
    """Return the participant that a name, as found in articles, is taken for; None where no article has it."""
    found = connection.execute(
        "SELECT identity FROM participant WHERE name = ? AND kind = ?", (storable(key.name), str(key.kind))
    ).get
    return None if found is None else int(found)


def participant_names(connection: apsw.Connection, participant_id: int) -> list[ParticipantKey]:
    """Return all names, as found in articles, that are taken for one participant; the leading one first.

    Raises:
        LibraryError: The library does not hold the participant.
    """
    from timeline_app.library.identities import Registry  # not at the start

    with snapshot(connection):
        rows: list[Any] = connection.execute(
            "SELECT name, kind, block FROM participant WHERE identity = (SELECT identity FROM participant WHERE id = ?)",
            (participant_id,),
        ).fetchall()
        known = {ParticipantKey(name, ParticipantKind(kind)) for name, kind, _ in rows}
        if not known:
            raise _unknown()
        resolved = Registry(connection).resolve({block for _, _, block in rows})
    names = ([member.key for member in found.members] for found in resolved.identities)
    return next(keys for keys in names if known <= set(keys))


def events_of(connection: apsw.Connection, participant_ids: Sequence[int]) -> NDArray[np.int64]:
    """Return the ids of the events that any of the participants takes part in, ascending."""
    rows = connection.execute(
        "SELECT DISTINCT event FROM event_participant WHERE participant IN (SELECT participant.id FROM participant "
        f"WHERE participant.identity IN (SELECT identity.id FROM {_WANTED})) ORDER BY event",
        (json.dumps([int(participant) for participant in participant_ids]),),
    )
    return _ids(rows)


_WANTED = "json_each(?) AS wanted JOIN participant AS met ON met.id = wanted.value JOIN identity ON identity.id = met.identity"
"""The identities of names: an id that was one before a merge still finds it."""


def _ids(rows: Iterator[Any]) -> NDArray[np.int64]:
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


# -- one of them ------------------------------------------------------------------------------------------------------


def page(connection: apsw.Connection, participant_id: int, companions: int) -> ParticipantPage:
    """Return all that the library knows of one participant, with so many of its companions.

    Raises:
        LibraryError: The library does not hold the participant.
    """
    with snapshot(connection):
        row = connection.execute(f"SELECT {_COLUMNS} FROM {_WANTED}", (json.dumps([participant_id]),)).fetchone()
        if row is None:
            raise _unknown()
        participant = _participant(*row)
        return ParticipantPage(
            participant,
            tuple(_names(connection, participant.id)),
            tuple(_roles(connection, participant.id)),
            tuple(_companions(connection, participant.id, companions)),
            activity(connection, [participant.id])[participant.id],
        )


def known(connection: apsw.Connection, participant_ids: Collection[int]) -> dict[int, LibraryParticipant]:
    """Return participants by these ids; unknown ids are left out."""
    rows = connection.execute(
        f"SELECT wanted.value, {_COLUMNS} FROM {_WANTED}", (json.dumps([int(who) for who in participant_ids]),)
    )
    return {who: _participant(*columns) for who, *columns in rows}


def _participant(number: int, name: str, kind: str, articles: int, mentions: int, events: int) -> LibraryParticipant:
    return LibraryParticipant(number, name, ParticipantKind(kind), articles, mentions, events)


def _unknown() -> LibraryError:
    return LibraryError(message(QT_TRANSLATE_NOOP("Message", "the library no longer holds this participant")))


def _names(connection: apsw.Connection, identity: int) -> list[NameForm]:
    """Return the names and, where these are not names themselves, the forms that articles use beside them."""
    rows: list[Any] = connection.execute(
        "SELECT id, name, kind, articles FROM participant WHERE identity = ?", (identity,)
    ).fetchall()
    forms = [
        NameForm(name, articles, ParticipantKey(name, ParticipantKind(kind)), example(connection, number, name))
        for number, name, kind, articles in rows
    ]
    beside: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for number, form, articles in connection.execute(
        "SELECT participant, form, alias.articles FROM participant JOIN alias ON alias.participant = participant.id "
        "WHERE identity = ?",
        (identity,),
    ):
        beside[form] = beside[form][0] + articles, number
    names = {form.name for form in forms}
    forms += [
        NameForm(form, articles, None, example(connection, number, form))
        for form, (articles, number) in beside.items()
        if form not in names
    ]
    return sorted(forms, key=lambda form: (-form.articles, form.name))


def example(connection: apsw.Connection, participant: int, form: str) -> Example | None:
    """Return a place in an article of a name where this form of it stands, in the newest where it is found soon."""
    row: Any = connection.execute(
        "SELECT id, body FROM (SELECT id, body_of(text) AS body FROM "
        "(SELECT article AS id FROM mention WHERE participant = ? ORDER BY article DESC LIMIT ?) JOIN article USING (id)) "
        "WHERE instr(body, ?) ORDER BY id DESC LIMIT 1",
        (participant, _EXAMPLES_LOOKED_AT, form),
    ).fetchone()
    if row is None:
        return None
    article, body = row
    at = body.index(form)
    first, last = max(0, at - _AROUND), min(len(body), at + len(form) + _AROUND)
    while first and not body[first - 1].isspace() and first < at:
        first += 1
    while last < len(body) and not body[last].isspace() and last > at + len(form):
        last -= 1
    quotation = "".join(" " if char.isspace() else char for char in body[first:last])
    return Example(article, quotation, (at - first, at - first + len(form)))


def _roles(connection: apsw.Connection, identity: int) -> list[RoleHeld]:
    rows: Iterator[Any] = connection.execute(
        "SELECT said, article FROM participant JOIN mention ON mention.participant = participant.id "
        "JOIN role ON role.id = mention.role WHERE identity = ? ORDER BY article",
        (identity,),
    )
    articles: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for said, article in rows:
        for text, of in json.loads(said):
            articles[text, of][article] = None
    roles = []
    for (text, of), given in articles.items():
        days = [day for article in given if (day := day_of_article(article)) is not None]
        roles.append(RoleHeld(Role(text, of), min(days, default=None), max(days, default=None), tuple(given)))
    return roles


def _companions(connection: apsw.Connection, identity: int, limit: int) -> list[Companion]:
    events: list[Any] = connection.execute(
        "SELECT report.participants FROM (SELECT DISTINCT event AS id FROM participant JOIN event_participant "
        "ON participant = participant.id WHERE identity = ?) AS own JOIN event USING (id) "
        "JOIN report ON report.article = event.article AND report.event = event.id",
        (identity,),
    ).fetchall()
    identities = dict[Any, Any](connection.execute("SELECT id, identity FROM participant WHERE identity IS NOT NULL"))
    together: Counter[int] = Counter()
    for (packed,) in events:
        together.update({identities[participant] for participant in ids_in(packed) if participant in identities})
    del together[identity]
    most = sorted(together.items(), key=lambda met: (-met[1], met[0]))[:limit]
    who = known(connection, [companion for companion, _ in most])
    return [Companion(who[companion], count) for companion, count in most]


def activity(connection: apsw.Connection, participant_ids: Collection[int]) -> dict[int, Activity]:
    """Return in which months the events of participants begin, by these ids; unknown ids are left out."""
    # SQLite writes the instants as one text and numpy reads it, which is faster than a Python integer for each.
    rows: Iterator[Any] = connection.execute(
        "SELECT who, coalesce(group_concat(start), '') FROM (SELECT DISTINCT wanted.value AS who, event.id, event.start "
        f"FROM {_WANTED} LEFT JOIN participant ON participant.identity = identity.id "
        "LEFT JOIN event_participant ON event_participant.participant = participant.id "
        "LEFT JOIN event ON event.id = event_participant.event) GROUP BY who",
        (json.dumps([int(who) for who in participant_ids]),),
    )
    return {who: _by_month(np.fromstring(starts, np.int64, sep=",")) for who, starts in rows}


def _by_month(starts: NDArray[np.int64]) -> Activity:
    days = np.floor_divide(starts, _SECONDS_A_DAY).astype("datetime64[D]")
    months, events = np.unique(days.astype("datetime64[M]").astype(np.int64), return_counts=True)
    return Activity(months, events.astype(np.int64))
