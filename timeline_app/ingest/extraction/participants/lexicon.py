"""What the program knows of names before it reads an article: the tables of `resources/data/<language>/participants`."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from timeline_app.ingest.extraction.participants.tokens import Tokens

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the gazetteer, split into words: what it stands for and the name that all its forms share."""

    words: Words
    kind: ParticipantKind
    canonical: str


@dataclass(frozen=True)
class Lexicon:
    """The tables of one language; the files say what each is for.

    In lower case are the role nouns and modifiers, the words of kin, speech and former office, the nouns and compass words beside
    places and organisations, particles, owners, joiners, hyphen tails, subject followers and common words; the others are as
    a text writes them.
    """

    known: Mapping[str, tuple[KnownName, ...]]
    """First word to the known names that begin with it, longest first."""
    known_in_capitals: Mapping[str, tuple[KnownName, ...]]
    """The same for text in capitals; short forms left out that would be read into ordinary words."""
    countries: frozenset[str]
    demonyms: Mapping[str, str]
    """"Ukrainian" to "Ukraine"; peoples and faiths without a country to the empty string."""

    titles: frozenset[str]
    titles_and_names: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    ranks: frozenset[str]
    rank_words: frozenset[str]
    role_nouns: frozenset[str]
    role_modifiers: frozenset[str]
    former_words: frozenset[str]
    kin: frozenset[str]
    speech_words: frozenset[str]
    name_suffixes: frozenset[str]
    particles: frozenset[str]
    surname_particles: frozenset[str]
    given_names: frozenset[str]
    family_names: frozenset[str]
    short_names: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]

    organisation_heads: frozenset[str]
    bodies: frozenset[str]
    company_suffixes: frozenset[str]
    organisation_nouns: frozenset[str]
    not_acronyms: frozenset[str]

    place_last_words: frozenset[str]
    place_first_words: frozenset[str]
    place_nouns_first: frozenset[str]
    states: frozenset[str]
    place_nouns: frozenset[str]
    place_prepositions: Mapping[str, float]
    compass_words: frozenset[str]

    calendar: frozenset[str]
    junk_words: frozenset[str]
    number_words: frozenset[str]
    junk_last_words: frozenset[str]
    junk_first_words: frozenset[str]
    lone_words: frozenset[str]
    owners: frozenset[str]
    places_of: frozenset[str]
    offices: frozenset[str]
    abbreviations: frozenset[str]
    currencies: frozenset[str]
    hyphen_tails: frozenset[str]
    after_subjects: frozenset[str]
    joiners: frozenset[str]
    common_words: frozenset[str]

    def is_known_word(self, word: str) -> bool:
        """Tell whether the word alone is a name of the gazetteer."""
        return any(len(name.words) == 1 for name in self.known.get(word, ()))

    def demonym_at(self, tokens: Tokens, at: int) -> int:
        """Return how many tokens the demonym that begins at the token has ("South Korean": 2), 0 for none."""
        if at + 1 < len(tokens) and f"{tokens.words[at]} {tokens.words[at + 1]}" in self.demonyms:
            return 2
        return int(tokens.words[at] in self.demonyms)

    def is_role_noun(self, word: str) -> bool:
        """Tell whether the word can end a role: "minister", "ex-president"."""
        return word.lower().removeprefix("ex-") in self.role_nouns

    def is_role_plural(self, word: str) -> bool:
        """Tell whether the word is a title in the plural: "Ministers"."""
        return word.endswith("s") and word[:-1] in self.rank_words

    def is_rank(self, word: str) -> bool:
        """Tell whether the word is a title that is a role, alone or with more at a hyphen: "Vice-President"."""
        if word in self.rank_words:
            return True
        head, hyphen, tail = word.partition("-")
        return bool(hyphen) and (head in self.rank_words or tail in self.rank_words)


def entries(table: str) -> list[str]:
    """Split a table into its entries: separated by commas, over any number of lines."""
    return [entry for part in table.split(",") if (entry := " ".join(part.split()))]


_WORD = re.compile(r"(?:\w\.){2,}|['’]s\b|\w+(?:['’-](?!s\b)\w+)*\.?|[&+]")


def name_words(name: str) -> Words:
    """Split a name into the words that the tokens of a text are compared with."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(name))


def load_lexicon(language: str) -> Lexicon | None:
    """Return the tables for a BCP 47 tag, None where the program has none for that language."""
    return _load(primary(language))


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag without its region and script."""
    return language.split("-", maxsplit=1)[0].lower()


@cache
def _load(language: str) -> Lexicon | None:
    folder = resource("data", language, "participants")
    if not folder.is_dir():
        return None
    places, organisations, people, junk = (
        _tables(folder / f"{name}.toml") for name in ("places", "organisations", "people", "junk")
    )
    countries = _read_countries(folder / "countries.csv")
    known = [*_known_countries(countries), *_known_places(places), *_known_organisations(organisations)]
    common = (folder / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return Lexicon(
        known=_by_first_word(known),
        known_in_capitals=_by_first_word(_in_capitals(known)),
        countries=frozenset(row["name"] for row in countries),
        demonyms=_demonyms(countries, junk["groups"]),
        titles=frozenset(people["titles"]),
        titles_and_names=frozenset(people["titles_and_names"]),
        feminine=frozenset(people["feminine"]),
        masculine=frozenset(people["masculine"]),
        ranks=frozenset(people["ranks"]),
        rank_words=frozenset(word for rank in people["ranks"] for word in rank.split() if word[0].isupper()),
        role_nouns=_lower(people["role_nouns"]),
        role_modifiers=_lower(people["role_modifiers"]),
        former_words=_lower(people["former"]),
        kin=frozenset(people["kin"]),
        speech_words=_lower(people["speech"]),
        name_suffixes=frozenset(people["relations"]),
        particles=_lower(people["particles"]),
        surname_particles=_lower(people["surname_particles"]),
        given_names=frozenset(people["given_names"]),
        family_names=frozenset(people["family_names"]),
        short_names=_short_names(people["short_names"]),
        spellings={form: forms[0] for forms in _equal(people["spellings"]) for form in forms},
        organisation_heads=frozenset(organisations["head_nouns"]),
        bodies=frozenset(organisations["bodies"]),
        company_suffixes=frozenset(organisations["company_suffixes"]),
        organisation_nouns=_lower(organisations["nouns"]),
        not_acronyms=frozenset(organisations["not_acronyms"]),
        place_last_words=frozenset(places["last_words"]),
        place_first_words=frozenset(places["first_words"]),
        place_nouns_first=frozenset(places["nouns_first"]),
        states=frozenset(places["states_of"]),
        place_nouns=_lower(places["nouns"]),
        place_prepositions={word: float(weight) for word, weight in _equal(places["prepositions"])},
        compass_words=_lower(places["compass"]),
        calendar=frozenset(junk["calendar"]),
        junk_words=frozenset([*junk["words"], *junk["numbers"]]),
        number_words=frozenset(junk["numbers"]),
        junk_last_words=frozenset(junk["last_words"]),
        junk_first_words=frozenset(junk["first_words"]),
        lone_words=frozenset(junk["lone_words"]),
        owners=_lower(junk["owners"]),
        places_of=frozenset(junk["places_of"]),
        offices=frozenset(junk["offices"]),
        abbreviations=_abbreviations(
            [
                *people["titles"],
                *people["ranks"],
                *people["relations"],
                *organisations["company_suffixes"],
                *places["cities"],
                *places["states"],
            ]
        ),
        currencies=frozenset(junk["currencies"]),
        hyphen_tails=_lower(junk["hyphen_tails"]),
        after_subjects=_lower(junk["after_subjects"]),
        joiners=_lower(junk["joiners"]),
        common_words=frozenset(word for line in common if not line.startswith("#") for word in line.split()),
    )


def _tables(path: Path) -> dict[str, list[str]]:
    return {name: entries(table) for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def _read_countries(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _known_countries(rows: Iterable[dict[str, str]]) -> Iterable[KnownName]:
    for row in rows:
        for form in (row["name"], *filter(None, row["aliases"].split("|"))):
            yield KnownName(name_words(form), ParticipantKind.PLACE, row["name"])
        if row["capital"]:
            yield KnownName(name_words(row["capital"]), ParticipantKind.PLACE, row["capital"])


def _known_places(places: Mapping[str, list[str]]) -> Iterable[KnownName]:
    for forms in _equal([*places["regions"], *places["states"], *places["cities"]]):
        yield KnownName(name_words(forms[0]), ParticipantKind.PLACE, forms[-1])


def _known_organisations(organisations: Mapping[str, list[str]]) -> Iterable[KnownName]:
    for forms in _equal(organisations["known"]):
        for form in forms:
            yield KnownName(name_words(form), ParticipantKind.ORGANISATION, forms[0])


def _equal(table: Iterable[str]) -> Iterable[list[str]]:
    return ([form.strip() for form in entry.split("=")] for entry in table)


def _by_first_word(names: Iterable[KnownName]) -> dict[str, tuple[KnownName, ...]]:
    first: dict[str, dict[Words, KnownName]] = {}
    for name in names:
        first.setdefault(name.words[0], {}).setdefault(name.words, name)
    return {word: tuple(sorted(found.values(), key=lambda n: -len(n.words))) for word, found in first.items()}


_SHORT_IN_CAPITALS = frozenset({"UN", "EU", "UK", "USA", "BBC", "CNN", "IMF", "FBI", "CIA"})


def _in_capitals(names: Iterable[KnownName]) -> Iterable[KnownName]:
    for name in names:
        if len(name.words) > 1 or len(name.words[0]) > 3 or "." in name.words[0] or not name.words[0].isupper():
            yield KnownName(tuple(word.upper() for word in name.words), name.kind, name.canonical)
        elif name.words[0] in _SHORT_IN_CAPITALS:
            yield name


def _demonyms(countries: Iterable[dict[str, str]], groups: Iterable[str]) -> dict[str, str]:
    of: dict[str, str] = {}
    for row in countries:
        of |= dict.fromkeys(filter(None, row["demonyms"].split("|")), row["name"])
    of |= {group: "" for group in groups if group not in of}
    plurals = {f"{word}s": country for word, country in of.items() if not word.endswith(("s", "sh", "ch", "ese"))}
    return plurals | of


def _short_names(table: Iterable[str]) -> dict[str, frozenset[str]]:
    full: dict[str, set[str]] = {}
    for short, name in _equal(table):
        full.setdefault(short, set()).add(name)
    return {short: frozenset(names) for short, names in full.items()}


def _abbreviations(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for part in name.split("=") for word in part.split() if word.endswith("."))


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
