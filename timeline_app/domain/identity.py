"""Which names are one person, organisation or place across the library: precision first, the reader's word above all.

A pure function of the names, of how often each is met by powers of two, and of the reader's decisions: so the order in which
articles came in is irrelevant, and a name more seldom changes anything the more often it is met. Only names of one block
(`ParsedName.block`) are compared, so what one article brings costs no more than its blocks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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
from timeline_app.domain.names import Form, are_compatible, fold
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline_app.domain.correction import ParticipantCorrection
    from timeline_app.domain.names import NameLists, ParsedName

_SURNAME = QT_TRANSLATE_NOOP("Message", "the surname is the same")

RULES = 1
"""The version of these rules and of the lists of names: raised when either changes, so that libraries are settled anew."""

_ESTABLISHED = 3
"""The frequency from which a full name may be what a common surname or initials stand for: four articles."""

_KNOWN = 2
"""The frequency from which a full name may be what a surname stands for that is not common: two articles.

Also that from which two full names that differ in a middle name may be one.
"""

_DOMINANT = 3
"""By how many powers of two a name must be more frequent than its rivals to be meant in their place: some eight times."""


def frequency(articles: int) -> int:
    """Return how often a name is met, by powers of two: 0, 1, 2 for two and three articles, 3 from four on, and so forth."""
    return articles.bit_length()


class Member(NamedTuple):
    """A name as found in articles, by its number, which says nothing.

    `frequency` is that of its articles, `acronyms` what it was shortened to within an article.
    """

    number: int
    key: ParticipantKey
    parsed: ParsedName
    frequency: int
    acronyms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Identity:
    """Names that are one participant, and what to call it. `members` begins with the name that leads."""

    members: tuple[Member, ...]
    name: str
    kind: ParticipantKind


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names that may be one participant's, and why."""

    one: ParticipantKey
    other: ParticipantKey
    reason: Message


@dataclass(frozen=True, slots=True)
class Rivalry:
    """A short name that was taken for one full name where there is another: `taken_for` may be a wrong merge."""

    short: ParticipantKey
    taken_for: ParticipantKey
    rival: ParticipantKey


class Decisions:
    """What the reader has decided about participants."""

    def __init__(self, made: Iterable[ParticipantCorrection]) -> None:
        self.merges: dict[ParticipantKey, list[ParticipantKey]] = defaultdict(list)
        self.apart: dict[ParticipantKey, set[ParticipantKey]] = defaultdict(set)
        self.split: set[ParticipantKey] = set()
        self.names: dict[ParticipantKey, str] = {}
        self.kinds: dict[ParticipantKey, ParticipantKind] = {}
        self.dismissed: set[ParticipantKey] = set()
        for decision in made:
            key = decision.target
            match decision:
                case Merge(into=into):
                    self.merges[key].append(into)
                case NeverMerge(other=other):
                    self.apart[key].add(other)
                    self.apart[other].add(key)
                case Split():
                    self.split.add(key)
                case Rename(name=name):
                    self.names[key] = name
                case Retype(kind=kind):
                    self.kinds[key] = kind
                case DismissParticipant(article=""):
                    self.dismissed.add(key)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What `resolve` finds: identities, what it leaves in doubt, and where it may be wrong."""

    identities: tuple[Identity, ...]
    doubts: tuple[Doubt, ...]
    rivalries: tuple[Rivalry, ...]


def resolve(members: Sequence[Member], decisions: Decisions, lists: NameLists) -> Resolved:
    """Say which names are one participant. Whole blocks must be given, with the blocks of all that is merged with them."""
    resolution = _Resolution(decisions, lists)
    blocks: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(members, key=_order):
        if not decisions.dismissed or member.key not in decisions.dismissed:
            blocks[member.parsed.block].append(member)
    for block in blocks.values():
        resolution.resolve_block(block)
    return Resolved(resolution.identities(), tuple(resolution.doubts), tuple(resolution.rivalries))


def _order(member: Member) -> tuple[int, str, str]:
    return -member.frequency, member.key.name, member.key.kind


class _Group:
    """Names that are certainly one, the most frequent first, and what they are attached to."""

    __slots__ = ("frequency", "into", "members", "parsed")

    def __init__(self, member: Member) -> None:
        self.members = [member]
        self.parsed = member.parsed
        self.frequency = 0
        self.into: _Group | None = None

    def close(self) -> None:
        """Note how often the names are met together, by powers of two; all names are known."""
        self.frequency = frequency(sum(1 << member.frequency - 1 for member in self.members if member.frequency))

    @property
    def lead(self) -> Member:
        """The most frequent name."""
        return self.members[0]

    @property
    def root(self) -> _Group:
        """The group that this one is attached to in the end."""
        group = self
        while group.into is not None:
            group = group.into
        return group


class _Resolution:
    """The names of some blocks, on the way to identities."""

    def __init__(self, decisions: Decisions, lists: NameLists) -> None:
        self.doubts: list[Doubt] = []
        self.rivalries: list[Rivalry] = []
        self._decisions = decisions
        self._lists = lists
        self._groups: list[_Group] = []

    # -- one block ----------------------------------------------------------------------------------------------------

    def resolve_block(self, block: Sequence[Member]) -> None:
        """Group the names of a block, in their order of frequency."""
        alike: dict[str, list[_Group]] = defaultdict(list)
        groups, alone = [], []
        for member in block:
            if self._decisions.split and member.key in self._decisions.split:
                alone.append(_Group(member))
                continue
            known = alike[member.parsed.alike]
            group = next((g for g in known if not self._are_apart(g.members, [member])), None)
            if group is None:
                group = _Group(member)
                known.append(group)
                groups.append(group)
            else:
                group.members.append(member)
        for group in groups:
            group.close()
        self._groups += groups + alone
        if len(groups) > 1:
            self._attach_people([g for g in groups if g.parsed.kind == ParticipantKind.PERSON])
            self._attach_acronyms([g for g in groups if g.parsed.kind == ParticipantKind.ORGANISATION])

    def _attach_people(self, groups: Sequence[_Group]) -> None:
        full = [group for group in groups if group.parsed.form == Form.FULL]
        # The longest first, so that each is attached to one that is settled.
        full.sort(key=lambda g: (_fullness(g.parsed), g.frequency), reverse=True)
        by_given: dict[str, list[_Group]] = defaultdict(list)
        for group in full:
            longer = self._compatible(group, by_given)
            self._attach(group, longer, _KNOWN, QT_TRANSLATE_NOOP("Message", "the names differ in a given name only"))
            for word in {group.parsed.given[0], group.parsed.given[0][0]}:
                by_given[word].append(group)
        for group in groups:
            if group.parsed.form == Form.INITIALS:
                whole = self._compatible(group, by_given)
                self._attach(group, whole, _ESTABLISHED, QT_TRANSLATE_NOOP("Message", "the initials are the same"))
            elif group.parsed.form in (Form.BARE, Form.TITLED):
                self._attach(group, full, self._least(group.parsed), _SURNAME)

    def _least(self, parsed: ParsedName) -> int | None:
        """Return how frequent a full name must be for a surname to stand for it; None where only the reader can say."""
        if parsed.form == Form.TITLED:
            return None
        return _ESTABLISHED if parsed.surname in self._lists.common else _KNOWN

    def _compatible(self, group: _Group, by_given: Mapping[str, Sequence[_Group]]) -> list[_Group]:
        """Return the full names that a name may be another form of, looked for by their first given name or its initial."""
        first = group.parsed.given[0]
        found = {
            id(other): other
            for word in (first, first[0] if len(first) == 1 else "", *self._lists.short_names.get(first, ()))
            for other in by_given.get(word, ())
        }
        return [other for other in found.values() if are_compatible(group.parsed, other.parsed, self._lists)]

    def _attach_acronyms(self, groups: Sequence[_Group]) -> None:
        long = [group for group in groups if group.parsed.form == Form.OTHER and " " in group.parsed.same]
        for group in groups:
            if group.parsed.form == Form.ACRONYM:
                seen = [
                    other for other in long if any(group.parsed.same in member.acronyms for member in other.members)
                ]
                reason = QT_TRANSLATE_NOOP("Message", "the letters are the initials of the name")
                self._attach(group, seen or long, 0 if seen else None, reason)

    def _attach(self, group: _Group, candidates: Sequence[_Group], least: int | None, reason: str) -> None:
        """Attach a short name to the only long one, or the dominant one, that it can stand for; else note a doubt.

        `least` is how frequent one of the two must be; None where nothing but the reader can say.
        """
        weights: dict[int, tuple[int, _Group]] = {}
        for candidate in candidates:
            root = candidate.root
            if root is not group.root and not self._are_apart(self._all(root), self._all(group)):
                weights[id(root)] = (max(weights.get(id(root), (0, root))[0], candidate.frequency), root)
        ranked = sorted(weights.values(), key=lambda found: (-found[0], *_order(found[1].lead)))
        if not ranked:
            return
        best, root = ranked[0]
        is_frequent = least is not None and (
            max(best, group.frequency if group.parsed.form == Form.FULL else 0) >= least
        )
        is_dominant = len(ranked) == 1 or best >= ranked[1][0] + _DOMINANT
        if is_frequent and is_dominant:
            group.into = root
            if group.parsed.form != Form.FULL and len(ranked) > 1:
                self.rivalries.append(Rivalry(group.lead.key, root.lead.key, ranked[1][1].lead.key))
        else:
            self.doubts.append(Doubt(group.lead.key, root.lead.key, message(reason)))

    def _all(self, root: _Group) -> list[Member]:
        """Return all names that are attached to a group, where the reader holds any of them apart from others."""
        if not self._decisions.apart:
            return root.members
        return [member for group in self._groups if group.root is root for member in group.members]

    def _are_apart(self, some: Iterable[Member], others: Sequence[Member]) -> bool:
        apart = self._decisions.apart
        return bool(apart) and any(other.key in apart.get(one.key, ()) for one in some for other in others)

    # -- all blocks together ------------------------------------------------------------------------------------------

    def identities(self) -> tuple[Identity, ...]:
        """Return the groups as identities, those merged that the reader merged."""
        by_root: dict[int, list[Member]] = {}
        for group in self._groups:
            by_root.setdefault(id(group.root), []).extend(group.members)
        return tuple(self._identity(cluster) for cluster in self._merged(list(by_root.values())))

    def _merged(self, clusters: list[list[Member]]) -> list[list[Member]]:
        if not self._decisions.merges:
            return clusters
        of_key = {member.key: cluster for cluster in clusters for member in cluster}
        for target, intos in self._decisions.merges.items():
            for into in intos:
                one, other = of_key.get(target), of_key.get(into)
                if one is not None and other is not None and one is not other:
                    other += one
                    of_key.update((member.key, other) for member in one)
        return list({id(cluster): cluster for cluster in of_key.values()}.values())

    def _identity(self, cluster: list[Member]) -> Identity:
        names = self._decisions.names
        if len(cluster) == 1:
            [only] = cluster
            name = names.get(only.key, only.key.name) if names else only.key.name
            return Identity((only,), name, only.parsed.kind)
        cluster.sort(key=_display_order)
        lead = self._goes_by(cluster)
        renamed = [names[member.key] for member in (lead, *cluster) if member.key in names] if names else []
        return Identity(
            (lead, *(member for member in cluster if member is not lead)),
            renamed[0] if renamed else lead.key.name,
            lead.parsed.kind,
        )

    def _goes_by(self, cluster: list[Member]) -> Member:
        """Return the name that names go by: of those that were merged into another, the other's."""
        if not self._decisions.merges:
            return cluster[0]
        keys = {member.key for member in cluster}
        merged = {target for target, intos in self._decisions.merges.items() if target in keys and keys & set(intos)}
        into = {key for target in merged for key in self._decisions.merges[target]}
        last = [member for member in cluster if member.key in into and member.key not in merged]
        return (last or cluster)[0]


def _fullness(parsed: ParsedName) -> tuple[int, int]:
    return len(parsed.words), sum(len(word) > 1 for word in parsed.words)


def _display_order(member: Member) -> tuple[object, ...]:
    """Order names by how well they say who it is: full names first, capitals last, then the most frequent."""
    name, form = member.key.name, member.parsed.form
    rank = {Form.FULL: 0, Form.OTHER: 0, Form.INITIALS: 1, Form.ACRONYM: 1, Form.BARE: 2, Form.TITLED: 3}[form]
    is_person = member.parsed.kind == ParticipantKind.PERSON
    is_short = not is_person and name.replace(".", "").isupper()
    is_other_name = not is_person and fold(name) != member.parsed.same
    return rank, is_short, is_other_name, name.isupper(), -member.frequency, -len(name), name, member.key.kind
