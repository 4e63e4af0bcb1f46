"""The words of one language that tell events from other sentences: `resources/data/<language>/events.toml`, inflected."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from timeline_app.ingest.extraction.events.clauses import QUOTES, STRONG_STOPS
from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator


_JOINING = ("determiners", "prepositions", "openers", "relatives")
"""The lists of words that nothing can end with."""

_REMEMBERED = 50_000
"""Words at most that are remembered at a time: a few megabytes."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What a word form can be: a verb's base form, and which of its forms are spelt so."""

    lemma: str
    base: bool = False
    present: bool = False
    past: bool = False
    participle: bool = False
    ing: bool = False


class Heads(dict[str, bool]):
    """Whether a verb group, a condition or its end can begin with a word: judged once for each word, and remembered for many."""

    def __init__(self, notable: frozenset[str], endings: tuple[str, ...]) -> None:
        """Take the words that can, and the endings of others that can."""
        super().__init__()
        self._notable, self._endings = notable, endings

    def __missing__(self, word: str) -> bool:
        """Judge a word that was not met before."""
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = word in self._notable or word.endswith(self._endings)
        return found


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of a language, in lower case; the names follow the data file.

    `verbs` maps word forms to verbs, `auxiliaries` to what they do in a verb group. Where no word is one of the `heads`, there is
    no predicate.
    """

    verbs: dict[str, Verb]
    strong: frozenset[str]
    deeds: frozenset[str]
    intransitive: frozenset[str]
    pasts: frozenset[str]
    strong_pasts: frozenset[str]
    saying_pasts: frozenset[str]
    saying: frozenset[str]
    acts: frozenset[str]
    attitudes: frozenset[str]
    recollections: frozenset[str]
    states: frozenset[str]
    showing: frozenset[str]
    stative: frozenset[str]
    planning: frozenset[str]
    planning_participles: frozenset[str]
    staged: frozenset[str]
    dated: frozenset[str]
    denying: frozenset[str]
    coming: frozenset[str]
    starting: frozenset[str]
    ending: frozenset[str]
    hosting: frozenset[str]
    marking: frozenset[str]
    moving: frozenset[str]
    moving_forms: frozenset[str]
    postponing: frozenset[str]
    not_verbs: frozenset[str]
    auxiliaries: dict[str, str]
    heads: Heads
    have: frozenset[str]
    negations: frozenset[str]
    never: frozenset[str]
    aims: frozenset[str]
    nobody: frozenset[str]
    true: frozenset[str]
    untrue: frozenset[str]
    bounds: frozenset[str]
    perfect: frozenset[str]
    conditions: frozenset[str]
    boundaries: frozenset[str]
    openers: frozenset[str]
    confessing: frozenset[str]
    supposing: frozenset[str]
    having: frozenset[str]
    bearing: frozenset[str]
    gerund_openers: frozenset[str]
    subordinators: frozenset[str]
    determiners: frozenset[str]
    standing: frozenset[str]
    prepositions: frozenset[str]
    date_prepositions: frozenset[str]
    apart: frozenset[str]
    edges: frozenset[str]
    around: frozenset[str]
    within: frozenset[str]
    roles: frozenset[str]
    soon: frozenset[str]
    earlier: frozenset[str]
    agents: frozenset[str]
    completing: frozenset[str]
    comparing: frozenset[str]
    measuring: frozenset[str]
    limits: frozenset[str]
    owed: frozenset[str]
    papers: frozenset[str]
    entry_marks: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    objects: frozenset[str]
    adverbs: frozenset[str]
    ly_nouns: frozenset[str]
    habitual: frozenset[str]
    particles: frozenset[str]
    firsts: frozenset[str]
    event_nouns: frozenset[str]
    sequels: frozenset[str]
    joining: frozenset[str]
    noun_kinds: dict[str, str]
    verb_kinds: dict[str, str]
    definites: frozenset[str]
    others: frozenset[str]
    holding: frozenset[str]
    relatives: frozenset[str]
    agentive: frozenset[str]
    complementizers: frozenset[str]
    ordinals: tuple[str, ...]
    anniversary: str
    since: str
    conjunction: str
    alternative: str
    prior: str
    no: str
    there: str
    regnal: str
    than: str
    birth: str
    after: list[str]
    before: list[str]
    until: list[str]
    be: str
    by: str
    due: str
    to: str
    aside: str
    instead: str
    when: str
    that: str
    of: str
    on: str
    attributing: list[str]
    connectives: dict[str, list[list[str]]]

    def verb(self, word: str) -> Verb | None:
        """Return what the word is as a verb; an unlisted word in "-ed" is a past, one in "-ing" its participle."""
        known = self.verbs.get(word)
        if known is not None or len(word) < 5 or not word.endswith(("ed", "ing")) or word in self.not_verbs:
            return known
        return _unlisted(word)


@lru_cache(maxsize=2048)  # the same few come again and again
def _unlisted(word: str) -> Verb | None:
    if word.endswith("ing"):
        return Verb(word, ing=True)
    return None if word.endswith("eed") else Verb(word, past=True, participle=True)


@cache
def words_of(language: str) -> Words | None:
    """Return the words of a language (a BCP 47 tag), or None where the program has no data on its sentences."""
    path = resource("data", language.partition("-")[0].lower(), "events.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {name: frozenset(words.split()) for name, words in (data["verbs"] | data["words"]).items()}
    noun_kinds, verb_kinds = _kinds(data["kinds"])
    verbs = _inflected(frozenset(verb_kinds).union(*(lists[name] for name in data["verbs"])), data["irregular"])
    phrases = data["phrases"]
    auxiliaries = {word: role for role, listed in data["auxiliaries"].items() for word in listed.split()}
    derived = {
        "sequels": frozenset(phrases["after"] + phrases["before"]),
        "joining": frozenset((phrases["aside"],)).union(*(lists[name] for name in _JOINING), auxiliaries),
        "noun_kinds": noun_kinds,
        "verb_kinds": verb_kinds,
        "verbs": verbs,
        "auxiliaries": auxiliaries,
        "heads": Heads(
            _heads(verbs, lists)
            | auxiliaries.keys()
            | lists["conditions"]
            | STRONG_STOPS
            | QUOTES
            | lists["planning_participles"]
            | {phrases["be"]},
            ("ed", "ing", *(word for word in auxiliaries if word.startswith("'"))),
        ),
        "deeds": lists["strong"] | lists["acts"] | lists["planning"] | frozenset(verb_kinds),
        "pasts": frozenset(word for word, verb in verbs.items() if verb.past),
        "strong_pasts": _pasts(verbs, lists["strong"]),
        "saying_pasts": _pasts(verbs, lists["saying"]),
        "moving_forms": frozenset(word for word, verb in verbs.items() if verb.lemma in lists["moving"]),
        "have": frozenset(data["auxiliaries"]["have"].split()),
        "event_nouns": lists["event_nouns"] | {_with_s(noun) for noun in lists["event_nouns"]},
        "ordinals": tuple(phrases["ordinals"]),
        "attributing": phrases["attributing"].split(),
        "connectives": _by_first_word(phrases["connectives"]),
    }
    fields: dict[str, Any] = lists | phrases | derived
    return Words(**fields)


def _heads(verbs: dict[str, Verb], lists: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return the forms that a verb group without auxiliary can be: of most presents and base forms none is read."""
    told = lists["saying"] | lists["staged"] | lists["stative"] | lists["planning"] | lists["dated"]
    return frozenset(w for w, verb in verbs.items() if verb.past or verb.participle or verb.ing or verb.lemma in told)


def _pasts(verbs: dict[str, Verb], lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word, verb in verbs.items() if verb.lemma in lemmas and (verb.past or verb.participle))


def _kinds(listed: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the kind of event that each noun, singular or plural, and each verb speaks of."""
    nouns: dict[str, str] = {}
    verbs: dict[str, str] = {}
    for kind, told in listed.items():
        for noun in told.partition("|")[0].split():
            nouns |= {noun: kind, _with_s(noun): kind}
        verbs |= dict.fromkeys(told.partition("|")[2].split(), kind)
    return nouns, verbs


def _by_first_word(phrases: list[str]) -> dict[str, list[list[str]]]:
    """Return the phrases as lists of words under their first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found


def _inflected(bases: frozenset[str], irregular: dict[str, str]) -> dict[str, Verb]:
    """Return every form of the verbs. A form that two verbs share belongs to the one listed as irregular."""
    forms: dict[str, Verb] = {}

    def put(word: str, lemma: str, *names: str) -> None:
        known = forms.setdefault(word, Verb(lemma))
        if known.lemma == lemma:
            flags: dict[str, Any] = dict.fromkeys(names, True)
            forms[word] = replace(known, **flags)

    for lemma, principal in irregular.items():
        past, _, participle = principal.partition(" ")
        put(past, lemma, "past")
        put(participle or past, lemma, "participle")
    for lemma in sorted(bases | irregular.keys()):
        put(lemma, lemma, "base")
        put(_with_s(lemma), lemma, "present")
        for stem in _stems(lemma):
            put(stem + "ing", lemma, "ing")
            if lemma not in irregular:
                put(_past_of(stem, lemma), lemma, "past", "participle")
    return forms


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past_of(stem: str, base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _stems(base: str) -> Iterator[str]:
    """Yield the spellings before "-ed" and "-ing": "stop" gives "stopp" and, harmlessly, "stop"."""
    if base.endswith(("ee", "oe", "ye")):
        yield base
        return
    if base.endswith("e"):
        yield base[:-1]
        return
    yield base
    if len(base) > 2 and base[-1] in "bdglmnprtv" and base[-2] in "aeiou" and base[-3] not in "aeiou":
        yield base + base[-1]
