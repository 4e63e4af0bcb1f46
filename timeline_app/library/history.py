"""What the reader did, step by step, so that it can be undone and done again, today or after the program was closed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import Edit, Step
from timeline_app.library import corrections
from timeline_app.library.record import pack_message, unpack_message
from timeline_app.library.transactions import transaction
from timeline_app.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from timeline_app.domain.correction import Correction

STEPS_KEPT = 200
"""How many steps can be undone."""


def correct(connection: apsw.Connection, made: Iterable[Correction]) -> None:
    """Put corrections in force, in place of earlier ones of their class and target; no step of the history."""
    with transaction(connection):
        _apply(connection, [corrections.made(connection, correction) for correction in made])


def retract(connection: apsw.Connection, taken: Iterable[Correction]) -> None:
    """Take the corrections of these classes and targets back, where there are any; no step of the history."""
    with transaction(connection):
        _apply(connection, [Edit(corrections.in_force(connection, correction), None) for correction in taken])


def do(
    connection: apsw.Connection, text: Message, made: Sequence[Correction], taken: Sequence[Correction]
) -> Step | None:
    """Take corrections back and put others in force as one step; None where that changes nothing.

    What had been undone before can then not be done again.
    """
    with transaction(connection):
        wanted = {
            **{corrections.slot_of(c): Edit(corrections.in_force(connection, c), None) for c in taken},
            **{corrections.slot_of(c): corrections.made(connection, c) for c in made},
        }.values()
        changes = [edit for edit in wanted if edit.before != edit.after]
        if not changes:
            return None
        _apply(connection, changes)
        step = _push(connection, text, changes)
    return Step(step, text)


def _push(connection: apsw.Connection, text: Message, changes: Sequence[Edit], import_id: int | None = None) -> int:
    undone: list[Any] = connection.execute(UNDONE_IMPORTS).fetchall()
    for (taken_back,) in undone:
        from timeline_app.library.sources import forget_import  # not at the start, which only reads the history

        forget_import(connection, taken_back)
    connection.execute("DELETE FROM step WHERE is_undone")
    connection.execute(
        "INSERT INTO step (is_undone, import, text, edits) VALUES (0, ?, ?, ?)",
        (
            import_id,
            json.dumps(pack_message(text)),
            json.dumps([_packed(edit) for edit in changes], separators=(",", ":")),
        ),
    )
    step = connection.last_insert_rowid()
    connection.execute(
        "DELETE FROM step WHERE id <= (SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET ?)", (STEPS_KEPT,)
    )
    return step


UNDONE_IMPORTS = "SELECT import FROM step WHERE import IS NOT NULL AND is_undone"


def note_import(connection: apsw.Connection, import_id: int, articles: int) -> None:
    """Make an import a step, which is undone by `Imports.take_back` and done again by `Imports.reopen`; in a transaction.

    The step of an import that is done again, or gone on with, is the one that it has.
    """
    text = Message.tr("take in %Ln articles", "", articles, one="take in %Ln article")
    known = connection.execute("SELECT id FROM step WHERE import = ?", (import_id,)).get
    if known is None:
        _push(connection, text, [], import_id)
    else:
        connection.execute("UPDATE step SET text = ? WHERE id = ?", (json.dumps(pack_message(text)), known))


def is_undone_with(connection: apsw.Connection, import_id: int) -> bool:
    """Mark the step of an import as undone, now that it was taken back; False where it is not the last one of the history."""
    last: tuple[int, int | None] | None = connection.execute(
        "SELECT id, import FROM step WHERE NOT is_undone ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if last is None or last[1] != import_id:
        return False
    connection.execute("UPDATE step SET is_undone = 1 WHERE id = ?", (last[0],))
    return True


def undo(connection: apsw.Connection, step: Step) -> None:
    """Put back what was in force before a step."""
    with transaction(connection):
        _set_undone(connection, step, [edit.undone for edit in reversed(edits(connection, step))], is_undone=True)


def redo(connection: apsw.Connection, step: Step) -> None:
    """Put in force what a step had put in force."""
    with transaction(connection):
        _set_undone(connection, step, edits(connection, step), is_undone=False)


def _set_undone(connection: apsw.Connection, step: Step, changes: Sequence[Edit], *, is_undone: bool) -> None:
    _apply(connection, changes)
    connection.execute("UPDATE step SET is_undone = ? WHERE id = ?", (is_undone, step.id))


def edits(connection: apsw.Connection, step: Step) -> list[Edit]:
    """Return what a step consists of, in the order in which it was done; nothing where it is not in the history any more."""
    kept = connection.execute("SELECT edits FROM step WHERE id = ?", (step.id,)).get
    return [
        Edit(corrections.unpacked(before), corrections.unpacked(after)) for before, after in json.loads(kept or "[]")
    ]


def steps(connection: apsw.Connection) -> list[Step]:
    """Return the history, oldest first; the steps that are undone stand at its end."""
    rows = connection.execute("SELECT id, text, is_undone, import FROM step ORDER BY id")
    return [
        Step(number, unpack_message(json.loads(text)), bool(is_undone), import_id)
        for number, text, is_undone, import_id in rows
    ]


def _packed(edit: Edit) -> list[object]:
    return [corrections.packed(edit.before), corrections.packed(edit.after)]


def _apply(connection: apsw.Connection, changes: Sequence[Edit]) -> None:
    from timeline_app.library import effects  # not at the start, which only reads the history

    corrections.write(connection, changes)
    effects.settle(connection, changes)
