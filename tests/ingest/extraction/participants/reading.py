"""What the tests of participants share."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.extraction import Participant, ParticipantKind
from timeline_app.ingest.extraction.participants import find_participants


@dataclass(frozen=True)
class Found:
    """The participants of one text, easy to ask."""

    text: str
    participants: tuple[Participant, ...]

    def names(self, kind: str) -> list[str]:
        return [p.name for p in self.participants if p.kind is ParticipantKind(kind)]

    def one(self, name: str) -> Participant:
        (participant,) = [p for p in self.participants if p.name == name]
        return participant

    def mentions(self, name: str) -> list[str]:
        return [self.text[start:end] for start, end in self.one(name).mentions]

    def roles(self, name: str) -> list[tuple[str, str]]:
        return [(role.text, role.of) for role in self.one(name).roles]


def read(text: str) -> Found:
    return Found(text, find_participants(text))
