"""Decides which mentions of an article are one participant. Precision first: what is ambiguous stays apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Token


@dataclass(slots=True)
class Cluster:
    """The mentions of one participant."""

    kind: ParticipantKind
    mentions: list[Candidate] = field(default_factory=list)
    name: Words = ()


def resolve(candidates: Sequence[Candidate], tokens: Sequence[Token], lexicon: Lexicon) -> list[Cluster]:
    """Group the candidates that have a kind; clusters come in the order of their first mention."""
    clusters: list[Cluster] = []
    by_kind: dict[ParticipantKind, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind:
            by_kind[candidate.kind].append(candidate)
    clusters += _persons(by_kind[ParticipantKind.PERSON], lexicon)
    clusters += _organisations(by_kind[ParticipantKind.ORGANISATION], tokens, lexicon)
    clusters += _places(by_kind[ParticipantKind.PLACE])
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: mention.first)
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].first)


# Places


def _places(mentions: Sequence[Candidate]) -> list[Cluster]:
    found: dict[str, Cluster] = {}
    for mention in mentions:
        key = mention.known.canonical if mention.known else " ".join(mention.words)
        found.setdefault(key, Cluster(ParticipantKind.PLACE)).mentions.append(mention)
    return list(found.values())


# Organisations


def _organisations(mentions: Sequence[Candidate], tokens: Sequence[Token], lexicon: Lexicon) -> list[Cluster]:
    names: dict[Words, str] = {}
    for mention in mentions:
        names.setdefault(mention.words, mention.known.canonical if mention.known else " ".join(mention.words))
    _bracketed(mentions, tokens, names)
    long = [words for words in names if len(words) > 1]
    by_initials: dict[str, set[str]] = defaultdict(set)
    by_start: dict[str, set[str]] = defaultdict(set)
    for words in long:
        for initials in acronyms(words):
            by_initials[initials].add(names[words])
        by_start[words[0]].add(names[words])
    for words in list(names):
        if len(words) != 1 or names[words] != words[0]:
            continue
        whole = by_initials.get(words[0].replace(".", ""), set()) or by_start.get(words[0], set())
        if len(whole) == 1:
            names[words] = next(iter(whole))
    found: dict[str, Cluster] = {}
    for mention in mentions:
        found.setdefault(names[mention.words], Cluster(ParticipantKind.ORGANISATION)).mentions.append(mention)
    return list(found.values())


def _bracketed(mentions: Sequence[Candidate], tokens: Sequence[Token], names: dict[Words, str]) -> None:
    """North Atlantic Treaty Organization (NATO): the bracket says that the two are one."""
    for long, short in zip(mentions, mentions[1:], strict=False):
        opened = tokens[long.last].word == "(" and short.first == long.last + 1
        if opened and short.last < len(tokens) and tokens[short.last].word in {")", ",", ";"} and len(short.words) == 1:
            names[short.words] = names[long.words]


def acronyms(words: Words) -> set[str]:
    """Return the initials that a name is shortened to, with and without its small words."""
    capitals = [word for word in words if word[0].isupper()]
    found = {"".join(word[0] for word in capitals).upper(), "".join(word[0] for word in words if word[0].isalpha()).upper()}
    found.add("".join(part[0] for word in capitals for part in word.split("-") if part).upper())
    return {initials for initials in found if len(initials) > 1}


# Persons


def _persons(mentions: Sequence[Candidate], lexicon: Lexicon) -> list[Cluster]:
    full = [m for m in mentions if len(_core(m.words, lexicon)) > 1]
    short = [m for m in mentions if len(_core(m.words, lexicon)) == 1]
    clusters: list[Cluster] = []
    by_words: dict[Words, Cluster] = {}
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for mention in full:
        core = _core(mention.words, lexicon)
        cluster = by_words.get(core)
        if cluster is None:
            same = [c for c in by_surname[_spelt(core[-1], lexicon)] if _compatible(c.name, core, lexicon)]
            cluster = same[0] if len(same) == 1 else None
        if cluster is None:
            cluster = Cluster(ParticipantKind.PERSON, name=core)
            clusters.append(cluster)
            by_surname[_spelt(core[-1], lexicon)].append(cluster)
        by_words[core] = cluster
        cluster.mentions.append(mention)
        if len(core) > len(cluster.name):
            cluster.name = core
    by_part: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for part in {_spelt(part, lexicon) for mention in cluster.mentions for part in _core(mention.words, lexicon)}:
            by_part[part].append(cluster)
    alone: dict[str, Cluster] = {}
    for mention in short:
        word = _core(mention.words, lexicon)[-1]
        cluster = _refers_to(word, by_surname, by_part, lexicon)
        if cluster is None:
            key = _spelt(word, lexicon)
            cluster = alone.setdefault(key, Cluster(ParticipantKind.PERSON, name=(word,)))
        cluster.mentions.append(mention)
    return clusters + list(alone.values())


def _refers_to(
    word: str, by_surname: dict[str, list[Cluster]], by_part: dict[str, list[Cluster]], lexicon: Lexicon
) -> Cluster | None:
    spelt = _spelt(word, lexicon)
    for table in (by_surname, by_part):
        found = table.get(spelt, [])
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _core(words: Words, lexicon: Lexicon) -> Words:
    """Return the name without commas, suffixes and initials."""
    core = tuple(
        word for word in words if word not in lexicon.name_suffixes and word != "," and not (len(word) <= 2 and word.rstrip(".").isupper() and len(word.rstrip(".")) == 1)
    )
    return core or words


def _compatible(one: Words, other: Words, lexicon: Lexicon) -> bool:
    """Tell whether two full names with the same surname can be one person's: one's words are among the other's."""
    few, many = sorted((one[:-1], other[:-1]), key=len)
    return all(any(_same_given(a, b, lexicon) for b in many) for a in few)


def _same_given(one: str, other: str, lexicon: Lexicon) -> bool:
    if _spelt(one, lexicon) == _spelt(other, lexicon):
        return True
    shorts = lexicon.short_names
    return bool(other in shorts.get(one, ()) or one in shorts.get(other, ()) or shorts.get(one, frozenset()) & shorts.get(other, frozenset()))


def _spelt(word: str, lexicon: Lexicon) -> str:
    return lexicon.spellings.get(word, word)


def fullest(forms: Counter[str], canonical: str | None) -> str:
    """Return the form that a participant is listed under: the gazetteer's where the article has it, else the longest."""
    if canonical in forms:
        return canonical  # type: ignore[return-value]
    return max(forms, key=lambda form: (len(form.split()), len(form), forms[form]))
