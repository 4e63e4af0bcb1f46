"""What the reader asserts, kept apart from the extractions: laid over them when they are read, and taken away without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from timeline_app.domain.correction import Correction, EventKey, Hide, Redate, Retitle
from timeline_app.library.record import storable
from timeline_app.library.rows import key_columns, key_of, period_columns, period_of
from timeline_app.library.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

    from timeline_app.domain.period import Period

AnyCorrection = TypeVar("AnyCorrection", Hide, Retitle, Redate)

_TYPES: dict[type[Correction], str] = {Hide: "hide", Retitle: "retitle", Redate: "redate"}
"""The names are stored."""

COLUMNS = "type, fingerprint, evidence, ordinal, title, start, end, granularity, approximate"
_OF_TARGET = "fingerprint = ? AND evidence = ? AND ordinal = ? AND type = ?"


def correct(connection: apsw.Connection, correction: Correction) -> None:
    """Put a correction in force, in place of an earlier one of its type and target."""
    title = storable(correction.title) if isinstance(correction, Retitle) else None
    period = correction.period if isinstance(correction, Redate) else None
    with transaction(connection):
        _delete(connection, correction)
        connection.execute(
            f"INSERT INTO correction ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_TYPES[type(correction)], *key_columns(correction.target), title, *period_columns(period)),
        )


def retract(connection: apsw.Connection, correction: Correction) -> None:
    """Take a correction of this type and target back, if there is one."""
    with transaction(connection):
        _delete(connection, correction)


def _delete(connection: apsw.Connection, correction: Correction) -> None:
    connection.execute(
        f"DELETE FROM correction WHERE {_OF_TARGET}", (*key_columns(correction.target), _TYPES[type(correction)])
    )


def corrections(connection: apsw.Connection) -> list[Correction]:
    """Return all corrections in the order in which they were made."""
    return [correction_from(*row) for row in connection.execute(f"SELECT {COLUMNS} FROM correction ORDER BY id")]


def correction_of(connection: apsw.Connection, kind: type[AnyCorrection], key: EventKey) -> AnyCorrection | None:
    """Return the correction of a type that is in force for an event."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM correction WHERE {_OF_TARGET}", (*key_columns(key), _TYPES[kind])
    ).fetchone()
    return None if row is None else cast("AnyCorrection", correction_from(*row))


def correction_from(
    kind: str, fingerprint: bytes, evidence: bytes, ordinal: int, title: str | None, *period: Any
) -> Correction:
    """Read a correction of its `COLUMNS`.

    Raises:
        ValueError: They are damaged.
    """
    target = key_of(fingerprint, evidence, ordinal)
    match kind:
        case "hide":
            return Hide(target)
        case "retitle":
            return Retitle(target, title or "")
        case "redate" if (new := period_of(*period)) is not None:
            return Redate(target, new)
        case _:
            raise ValueError(f"an unknown correction: {kind}")


class Changes(NamedTuple):
    """What corrections make of an event; a field is None where they leave it alone."""

    hidden: bool = False
    title: str | None = None
    period: Period | None = None


def changes(made: Iterable[Correction]) -> dict[EventKey, Changes]:
    """Gather corrections by the event that they are about."""
    gathered: dict[EventKey, Changes] = {}
    for correction in made:
        known = gathered.get(correction.target, Changes())
        match correction:
            case Hide():
                known = known._replace(hidden=True)
            case Retitle(title=title):
                known = known._replace(title=title)
            case Redate(period=period):
                known = known._replace(period=period)
        gathered[correction.target] = known
    return gathered


def changes_of_article(connection: apsw.Connection, fingerprint: bytes) -> dict[EventKey, Changes]:
    """Return what corrections make of the events of one article."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM correction WHERE fingerprint = ?", (fingerprint,))
    return changes(correction_from(*row) for row in rows)


def changes_by_event(connection: apsw.Connection) -> dict[int, Changes]:
    """Return what corrections make of the events that the library holds, by event id."""
    # CROSS JOIN is SQLite's word for "in this order": there are few corrections and many articles.
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT report.event, correction.type, correction.fingerprint, correction.evidence, correction.ordinal, correction.title, "
        "correction.start, correction.end, correction.granularity, correction.approximate "
        "FROM correction CROSS JOIN article USING (fingerprint) CROSS JOIN report ON report.article = article.id "
        "AND report.evidence = correction.evidence AND report.ordinal = correction.ordinal"
    ).fetchall()
    gathered = changes(correction_from(*row[1:]) for row in rows)
    return {row[0]: gathered[key_of(*row[2:5])] for row in rows}
