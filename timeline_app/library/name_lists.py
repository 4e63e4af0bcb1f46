"""What is known of names beforehand, read from the tables that extraction reads too: `resources/data/<language>/participants`."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.names import NameLists, ParsedName, fold, parse_name
from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_LANGUAGES = ("en",)
_NOT_LEGAL_FORMS = frozenset(("group", "sc", "bancorp", "bancshares"))


@cache
def name_lists() -> NameLists:
    """Return the lists of all languages, in which nobody's name is written in one only."""
    places, organisations, spellings = dict[str, str](), dict[str, str](), dict[str, str]()
    short_names: dict[str, set[str]] = defaultdict(set)
    titles, particles, suffixes, common = set[str](), {"al", "el"}, set[str](), set[str]()
    for language in _LANGUAGES:
        folder = resource("data", language, "participants")
        people, bodies, sites = (
            tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
            for name in ("people", "organisations", "places")
        )
        for name, *forms in (*_countries(folder), *_last_first(sites["cities"]), *_last_first(sites["regions"])):
            _note(places, name, forms)
        for name, *forms in _entries(bodies["known"]):
            _note(organisations, name.removeprefix("the "), [form.removeprefix("the ") for form in forms])
        for name, *forms in _entries(people["spellings"]):
            _note(spellings, name, forms)
        for short, *full in _entries(people["short_names"]):
            short_names[short].update(full)
            for name in full:
                short_names[name].add(short)
        titles.update(word for table in ("titles", "ranks") for word, *_ in _entries(people[table]))
        particles.update(word for table in ("particles", "surname_particles") for word, *_ in _entries(people[table]))
        common.update(word for table in ("given_names", "family_names") for word, *_ in _entries(people[table]))
        suffixes.update(word for word, *_ in _entries(bodies["company_suffixes"]) if word not in _NOT_LEGAL_FORMS)
    return NameLists(
        places=places,
        organisations=organisations,
        titles=frozenset(titles),
        particles=frozenset(particles),
        company_suffixes=frozenset(suffixes),
        short_names={name: frozenset(others) for name, others in short_names.items()},
        spellings=spellings,
        common=frozenset(spellings.get(word, word) for word in common),
    )


def _note(known: dict[str, str], name: str, forms: Iterable[str]) -> None:
    for form in (name, *forms):
        known.setdefault(form, name)


def _countries(folder: Path) -> Iterator[list[str]]:
    with (folder / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            forms = (row["name"], *row["aliases"].split("|"), *row["demonyms"].split("|"))
            yield [folded for form in forms if (folded := fold(form))]


def _last_first(table: str) -> Iterator[list[str]]:
    """Yield entries in which the last form stands for all: "Kiev=Kyiv"."""
    return (entry[::-1] for entry in _entries(table))


def _entries(table: str) -> Iterator[list[str]]:
    """Yield the entries of a table, which commas separate, each as the folded forms that "=" does."""
    for entry in table.replace("\n", " ").split(","):
        forms = [folded for form in entry.split("=") if (folded := fold(form))]
        if forms:
            yield forms


@lru_cache(maxsize=1 << 15)
def parsed(name: str, kind: str) -> ParsedName:
    """Take a name apart by the lists; a kind is its value, because that is hashed many times as fast."""
    return parse_name(name, ParticipantKind(kind), name_lists())
