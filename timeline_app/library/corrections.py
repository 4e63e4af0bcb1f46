"""What the reader asserts, kept apart from the extractions: laid over them when they are read, and taken away without a trace."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar, cast

from timeline_app.domain.correction import (
    Accept,
    AddEvent,
    ArticleKey,
    Correction,
    CountFrom,
    DateKey,
    DismissDate,
    DismissParticipant,
    Edit,
    EventCorrection,
    EventKey,
    Hide,
    Merge,
    NeverMerge,
    Note,
    OrderDays,
    ParticipantKey,
    Redate,
    Rename,
    Retitle,
    Retype,
    Split,
    Star,
    Tag,
)
from timeline_app.domain.date_reading import Mode
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.library.record import pack_period, storable, unpack_period
from timeline_app.library.rows import key_columns, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw

    from timeline_app.domain.correction import Target
    from timeline_app.domain.period import Period

AnyCorrection = TypeVar("AnyCorrection", bound=Correction)

Slot: TypeAlias = tuple[bytes, bytes, int, str, str, str, str]
"""fingerprint, evidence, ordinal, name, kind, type and detail: of each there is one correction."""

TYPES: dict[type[Correction], str] = {
    Hide: "hide",
    Retitle: "retitle",
    Redate: "redate",
    Star: "star",
    Tag: "tag",
    Note: "note",
    Accept: "accept",
    AddEvent: "add event",
    DismissDate: "dismiss date",
    CountFrom: "count from",
    OrderDays: "order days",
    Merge: "merge",
    NeverMerge: "never merge",
    Split: "split",
    Rename: "rename",
    Retype: "retype",
    DismissParticipant: "dismiss participant",
}
"""The names are stored."""

_DATES = ("dates", "article")
"""`name` and `kind` of what is said of an article's dates: apart from what is said of the event of its appearance."""

_OF_PARTICIPANTS = ("merge", "never merge", "split", "rename", "retype", "dismiss participant")

COLUMNS = "fingerprint, evidence, ordinal, name, kind, type, detail, payload"
_IN_SLOT = "(fingerprint, evidence, ordinal, name, kind, type, detail) = (?, ?, ?, ?, ?, ?, ?)"


def write(connection: apsw.Connection, edits: Iterable[Edit]) -> None:
    """Put each edit's correction in force in place of the one before it; inside a transaction."""
    for edit in edits:
        if edit.before is not None:
            connection.execute(f"DELETE FROM correction WHERE {_IN_SLOT}", slot_of(edit.before))
        if edit.after is not None:
            connection.execute(
                f"INSERT OR REPLACE INTO correction ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*slot_of(edit.after), _payload(edit.after)),
            )


def made(connection: apsw.Connection, correction: Correction) -> Edit:
    """Return the edit that puts a correction in force, in place of an earlier one of its class and target."""
    return Edit(in_force(connection, correction), correction)


def in_force(connection: apsw.Connection, correction: AnyCorrection) -> AnyCorrection | None:
    """Return the correction that stands where this one would."""
    row = connection.execute(f"SELECT {COLUMNS} FROM correction WHERE {_IN_SLOT}", slot_of(correction)).fetchone()
    return None if row is None else cast("AnyCorrection", correction_from(*row))


def corrections(connection: apsw.Connection) -> list[Correction]:
    """Return all corrections, in an order of their own that says nothing about when they were made."""
    return [correction_from(*row) for row in connection.execute(f"SELECT {COLUMNS} FROM correction")]


def of_types(connection: apsw.Connection, *types: type[AnyCorrection]) -> list[AnyCorrection]:
    """Return the corrections of some classes."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM correction WHERE type IN (SELECT value FROM json_each(?))",
        (json.dumps([name for kind, name in TYPES.items() if kind in types]),),
    )
    return [cast("AnyCorrection", correction_from(*row)) for row in rows]


def corrections_of(connection: apsw.Connection, target: Target) -> list[Correction]:
    """Return what the reader asserts of one target; of a participant, in whichever article."""
    fingerprint, evidence, ordinal, name, kind = _target_columns(target)
    # Never both conditions in one: there would be no index for it.
    values: str | bytes
    if isinstance(target, ParticipantKey):
        where, values = "type IN (SELECT value FROM json_each(?))", json.dumps(_OF_PARTICIPANTS)
    else:
        where, values = "fingerprint = ?", fingerprint
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM correction WHERE {where} AND (evidence, ordinal, name, kind) = (?, ?, ?, ?)",
        (values, evidence, ordinal, name, kind),
    )
    return [correction_from(*row) for row in rows]


# -- as rows ----------------------------------------------------------------------------------------------------------


def slot_of(correction: Correction) -> Slot:
    """Return where a correction is kept."""
    fingerprint, evidence, ordinal, name, kind = _target_columns(correction.target)
    detail = ""
    match correction:
        case Tag(tag=tag):
            detail = storable(tag)
        case Merge(into=other) | NeverMerge(other=other):
            detail = json.dumps(_participant_columns(other))
        case DismissParticipant(article=article):
            fingerprint = bytes.fromhex(article)
    return fingerprint, evidence, ordinal, name, kind, TYPES[type(correction)], detail


def _target_columns(target: Target) -> tuple[bytes, bytes, int, str, str]:
    match target:
        case EventKey():
            return (*key_columns(target), "", "")
        case ParticipantKey():
            return (b"", b"", 0, *_participant_columns(target))
        case DateKey(words=words, article=article):
            return bytes.fromhex(article), b"", 0, storable(words), ""
        case ArticleKey(article=article):
            return bytes.fromhex(article), b"", 0, *_DATES


def _participant_columns(key: ParticipantKey) -> tuple[str, str]:
    return storable(key.name), str(key.kind)


def _payload(correction: Correction) -> str:
    content: Any = None
    match correction:
        case Retitle(title=text) | Note(text=text) | Rename(name=text):
            content = storable(text)
        case Redate(period=period):
            content = pack_period(period)
        case Retype(kind=kind):
            content = str(kind)
        case CountFrom(mode=mode):
            content = str(mode)
        case OrderDays(day_first=day_first):
            content = day_first
        case AddEvent():
            content = [
                storable(correction.title),
                pack_period(correction.period),
                correction.kind,
                storable(correction.quotation),
                correction.occurrence,
                storable(correction.text),
                [_participant_columns(key) for key in correction.participants],
                correction.stands_alone,
            ]
    return json.dumps(content, separators=(",", ":"))


def packed(correction: Correction | None) -> list[Any] | None:
    """Write a correction as JSON can keep it."""
    if correction is None:
        return None
    fingerprint, evidence, *rest = slot_of(correction)
    return [fingerprint.hex(), evidence.hex(), *rest, _payload(correction)]


def unpacked(row: list[Any] | None) -> Correction | None:
    """Read what `packed` wrote."""
    return None if row is None else correction_from(bytes.fromhex(row[0]), bytes.fromhex(row[1]), *row[2:])


def correction_from(
    fingerprint: bytes, evidence: bytes, ordinal: int, name: str, kind: str, type_: str, detail: str, payload: str
) -> Correction:
    """Read a correction of its `COLUMNS`.

    Raises:
        ValueError, TypeError, KeyError, IndexError: They are damaged.
    """
    content = json.loads(payload)
    match type_:
        case "dismiss date":
            return DismissDate(DateKey(name, fingerprint.hex()))
        case "count from":
            return CountFrom(ArticleKey(fingerprint.hex()), Mode(content))
        case "order days":
            return OrderDays(ArticleKey(fingerprint.hex()), bool(content))
        case "merge" | "never merge" | "split" | "rename" | "retype" | "dismiss participant":
            return _of_participant(type_, _participant_key(name, kind), fingerprint.hex(), detail, content)
        case _:
            return _of_event(type_, key_of(fingerprint, evidence, ordinal), detail, content)


def _of_participant(type_: str, target: ParticipantKey, article: str, detail: str, content: Any) -> Correction:
    match type_:
        case "merge":
            made: Correction = Merge(target, _participant_key(*json.loads(detail)))
        case "never merge":
            made = NeverMerge(target, _participant_key(*json.loads(detail)))
        case "split":
            made = Split(target)
        case "rename":
            made = Rename(target, str(content))
        case "retype":
            made = Retype(target, ParticipantKind(content))
        case _:
            made = DismissParticipant(target, article)
    return made


def _of_event(type_: str, target: EventKey, detail: str, content: Any) -> Correction:
    match type_:
        case "hide":
            made: Correction = Hide(target)
        case "retitle":
            made = Retitle(target, str(content))
        case "redate":
            made = Redate(target, _period(content))
        case "star":
            made = Star(target)
        case "tag":
            made = Tag(target, detail)
        case "note":
            made = Note(target, str(content))
        case "accept":
            made = Accept(target)
        case "add event":
            title, period, kind, quotation, occurrence, text, keys, stands_alone = content
            participants = tuple(_participant_key(*key) for key in keys)
            made = AddEvent(
                target, title, _period(period), EventKind(kind), quotation, occurrence, text, participants, stands_alone
            )
        case _:
            raise ValueError(f"an unknown correction: {type_}")
    return made


def _period(content: Any) -> Period:
    period = unpack_period(content)
    if period is None:
        raise ValueError("a date without a date")
    return period


def _participant_key(name: str, kind: str) -> ParticipantKey:
    return ParticipantKey(name, ParticipantKind(kind))


# -- what they make of events -----------------------------------------------------------------------------------------


class Changes(NamedTuple):
    """What corrections make of an event; a field is None where they leave it alone."""

    hidden: bool = False
    title: str | None = None
    period: Period | None = None
    starred: bool = False
    accepted: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    added: AddEvent | None = None


def changes(corrections: Iterable[EventCorrection]) -> dict[EventKey, Changes]:
    """Gather corrections by the event that they are about."""
    gathered: dict[EventKey, Changes] = {}
    for correction in corrections:
        known = gathered.get(correction.target, Changes())
        match correction:
            case Hide():
                known = known._replace(hidden=True)
            case Retitle(title=title):
                known = known._replace(title=title)
            case Redate(period=period):
                known = known._replace(period=period)
            case Star():
                known = known._replace(starred=True)
            case Accept():
                known = known._replace(accepted=True)
            case Note(text=note):
                known = known._replace(note=note)
            case Tag(tag=tag):
                known = known._replace(tags=tuple(sorted({*known.tags, tag})))
            case AddEvent():
                known = known._replace(added=correction)
        gathered[correction.target] = known
    return gathered


def changes_of_article(connection: apsw.Connection, fingerprint: bytes) -> dict[EventKey, Changes]:
    """Return what corrections make of the events of one article."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM correction WHERE fingerprint = ? AND name = ''", (fingerprint,))
    return changes(_event_corrections(rows))


def changes_by_event(connection: apsw.Connection) -> dict[int, Changes]:
    """Return what corrections make of the events that the library holds, by event id."""
    # CROSS JOIN is SQLite's word for "in this order": there are few corrections and many articles.
    rows: list[tuple[Any, ...]] = connection.execute(
        f"SELECT report.event, {', '.join(f'correction.{name}' for name in COLUMNS.split(', '))} "
        "FROM correction CROSS JOIN article USING (fingerprint) CROSS JOIN report ON report.article = article.id "
        "AND report.evidence = correction.evidence AND report.ordinal = correction.ordinal WHERE correction.name = ''"
    ).fetchall()
    gathered = changes(_event_corrections(row[1:] for row in rows))
    return {row[0]: gathered[key_of(*row[1:4])] for row in rows}


def _event_corrections(rows: Iterable[tuple[Any, ...]]) -> Iterator[EventCorrection]:
    return (cast("EventCorrection", correction_from(*row)) for row in rows)


def tags(connection: apsw.Connection) -> dict[str, int]:
    """Return the reader's tags, each with how many events of the library have it, in the order of the alphabet."""
    counts = Counter(tag for tag, _event in tagged_events(connection))
    return dict(sorted(counts.items(), key=lambda row: (row[0].casefold(), row[0])))


def tagged_events(connection: apsw.Connection) -> list[tuple[str, int]]:
    """Return the reader's tags with the events of the library that have them, a pair each."""
    rows = connection.execute(
        "SELECT detail, report.event FROM correction CROSS JOIN article USING (fingerprint) "
        "CROSS JOIN report ON report.article = article.id AND report.evidence = correction.evidence "
        "AND report.ordinal = correction.ordinal WHERE type = 'tag'"
    )
    return [(str(tag), int(event)) for tag, event in rows]
