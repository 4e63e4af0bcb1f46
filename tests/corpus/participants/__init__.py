"""Golden participants: short articles written for the purpose, each with traps, and who takes part in them, written by hand.

`NAME.txt` is the article's text, a line `----`, and a row for each participant: kind, name and its other forms joined by " = ", how
often it is mentioned, and its roles joined by "; ", each with its organisation or country behind a comma. Rows are what
is right, not what the program finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.domain.extraction import Participant

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@dataclass(frozen=True)
class Row:
    """A participant as the golden articles write it; roles are compared without regard to capitals."""

    kind: str
    name: str
    forms: frozenset[str]
    mentions: int
    roles: frozenset[str]

    @classmethod
    def read(cls, line: str) -> Row:
        kind, names, mentions, *roles = (cell.strip() for cell in line.split("|"))
        name, *forms = (form.strip() for form in names.split("="))
        listed = roles[0].lower().split("; ") if roles else []
        return cls(kind, name, frozenset(forms), int(mentions), frozenset(listed))

    @classmethod
    def of(cls, participant: Participant) -> Row:
        roles = frozenset(str(role).lower() for role in participant.roles)
        forms = frozenset(participant.aliases)
        return cls(participant.kind.value, participant.name, forms, len(participant.mentions), roles)

    def __str__(self) -> str:
        names = " = ".join([self.name, *sorted(self.forms)])
        return f"{self.kind} | {names} | {self.mentions}" + (
            f" | {'; '.join(sorted(self.roles))}" if self.roles else ""
        )


def golden(name: str) -> tuple[str, frozenset[Row]]:
    """Return the text of one of the articles and who takes part in it."""
    text, _, rows = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n----\n")
    return text, frozenset(map(Row.read, rows.strip().splitlines()))


def share(right: Iterable[frozenset[object]], found: Iterable[frozenset[object]]) -> tuple[float, float]:
    """Return precision and recall over all articles together."""
    pairs = list(zip(right, found, strict=True))
    both = sum(len(gold & own) for gold, own in pairs)
    return both / sum(len(own) for _, own in pairs), both / sum(len(gold) for gold, _ in pairs)
