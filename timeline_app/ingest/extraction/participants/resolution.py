"""Decides which mentions of an article are one participant. Precision first: what is ambiguous stays apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.ingest.extraction.participants.people import resolve_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Tokens


@dataclass(slots=True)
class Cluster:
    """The mentions of one participant, in order; `name` where they do not say themselves what to call it."""

    kind: ParticipantKind
    mentions: list[Candidate] = field(default_factory=list)
    name: str = ""


def resolve(mentions: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon) -> list[Cluster]:
    """Group the mentions, all of which have a kind; clusters come in the order of their first mention."""
    by_kind: dict[ParticipantKind, list[Candidate]] = defaultdict(list)
    for mention in mentions:
        if mention.kind:
            by_kind[mention.kind].append(mention)
    people = resolve_people(by_kind[ParticipantKind.PERSON], tokens, lexicon)
    clusters = [Cluster(ParticipantKind.PERSON, group, name) for name, group in people]
    clusters += _organisations(by_kind[ParticipantKind.ORGANISATION], tokens)
    clusters += _places(by_kind[ParticipantKind.PLACE])
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: mention.first)
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].first)


def _places(mentions: Sequence[Candidate]) -> list[Cluster]:
    found: dict[str, Cluster] = {}
    alone = {mention.words for mention in mentions}
    for mention in mentions:
        words = mention.words
        if words[0] == "River" and words[1:] in alone:  # the Elbe; not Lake Michigan, nor Mount Lebanon
            words = words[1:]
        key = mention.known.canonical if mention.known else " ".join(words).title()
        found.setdefault(key, Cluster(ParticipantKind.PLACE)).mentions.append(mention)
    return list(found.values())


def _organisations(mentions: Sequence[Candidate], tokens: Tokens) -> list[Cluster]:
    names: dict[Words, str] = {}
    for mention in mentions:
        names.setdefault(mention.words, mention.known.canonical if mention.known else " ".join(mention.words))
    known = {mention.words for mention in mentions if mention.known}
    _read_brackets(mentions, tokens, names)
    by_initials: dict[str, set[str]] = defaultdict(set)
    by_start: dict[str, set[str]] = defaultdict(set)
    for words, name in names.items():
        if len(words) > 1:
            for initials in acronyms(words):
                by_initials[initials].add(name)
            by_start[words[0].removesuffix(".com")].add(name)
    for words in list(names):
        if len(words) == 1 and names[words] == words[0]:
            whole = (
                by_initials.get(words[0].replace(".", ""))
                or (by_start.get(words[0]) if words not in known else None)
                or set()
            )
            if len(whole) == 1:
                names[words] = next(iter(whole))
    found: dict[str, Cluster] = {}
    for mention in mentions:
        found.setdefault(names[mention.words], Cluster(ParticipantKind.ORGANISATION)).mentions.append(mention)
    return list(found.values())


def _read_brackets(mentions: Sequence[Candidate], tokens: Tokens, names: dict[Words, str]) -> None:
    """North Atlantic Treaty Organization (NATO): the bracket says that the two are one."""
    for long, short in pairwise(mentions):
        opened = long.last < len(tokens) and tokens.words[long.last] == "(" and short.first == long.last + 1
        closed = short.last < len(tokens) and tokens.words[short.last] in {")", ",", ";"}
        if opened and closed and len(short.words) == 1 and abbreviates(short.words[0], long.words):
            names[short.words] = names[long.words]


def abbreviates(short: str, words: Words) -> bool:
    """Tell whether the short form's letters occur in order in the long one, the first at its start (Schwartz and Hearst 2003)."""
    letters = [char.lower() for char in short if char.isalnum()]
    rest = iter("".join(words).lower())
    return bool(letters) and words[0][0].lower() == letters[0] and all(letter in rest for letter in letters)


def acronyms(words: Words) -> set[str]:
    """Return the initials that a name is shortened to, with and without its small words."""
    capitals = [word for word in words if word[0].isupper()]
    found = {
        "".join(word[0] for word in capitals),
        "".join(word[0] for word in words if word[0].isalpha()),
        "".join(part[0] for word in capitals for part in word.split("-") if part),
    }
    return {initials.upper() for initials in found if len(initials) > 1}
