"""Both levels find who takes part in the golden articles: all of it in most, and most of it in all."""

from __future__ import annotations

from functools import cache

import pytest

from tests.corpus.participants import NAMES, Row, golden, share
from timeline_app.domain.extraction import Level
from timeline_app.ingest.extraction.participants import find_participants

_BOTH = {
    "companies": "that Amazon is Amazon.com Inc.",
    "month_of_may": "that the former prime minister who jokes is May",
    "namesakes": "that Ms. Reyes is not John",
    "parties_and_unions": "that Unite is a union",
    "role_refers_back": "who is elected as the chair",
    "shouted_headline": "the role in a headline in capitals where another one has its country",
}
NOT_ALL = {
    Level.FAST: _BOTH
    | {
        "couple": "the South Side",
        "east_asian_names": "a Vietnamese name in three parts behind a role",
        "georgia_state": "a patrol, and a town that is a given name",
        "rivers_and_mountains": "the Elbe without River",
    },
    Level.CAREFUL: _BOTH
    | {
        "statement_call": "an office that heads a letter",
        "washington_many": "that Washington never saw the coast",
    },
}
"""The articles of which a level does not find all, and what it misses: whatever it finds instead shows in the shares below."""


@cache
def found(name: str, level: Level) -> frozenset[Row]:
    text, _ = golden(name)
    return frozenset(map(Row.of, find_participants(text, level=level)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", Level)
def test_who_takes_part_is_found_with_forms_mentions_and_roles(name: str, level: Level) -> None:
    rows = golden(name)[1]
    # One that is read right meanwhile has to come off the list.
    assert (found(name, level) == rows) is (name not in NOT_ALL[level])


@pytest.mark.parametrize("level", Level)
def test_the_list_of_participants_is_right_by_and_large(level: Level) -> None:
    right = [frozenset((row.kind, row.name) for row in golden(name)[1]) for name in NAMES]
    listed = [frozenset((row.kind, row.name) for row in found(name, level)) for name in NAMES]
    precision, recall = share(right, listed)
    assert precision >= 0.95
    assert recall >= 0.95


@pytest.mark.parametrize("level", Level)
def test_roles_are_exact_and_mostly_found(level: Level) -> None:
    right = [frozenset((row.name, role) for row in golden(name)[1] for role in row.roles) for name in NAMES]
    told = [frozenset((row.name, role) for row in found(name, level) for role in row.roles) for name in NAMES]
    precision, recall = share(right, told)
    assert precision >= 0.95
    assert recall >= 0.85


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", Level)
def test_mentions_give_back_the_forms_and_lie_apart(name: str, level: Level) -> None:
    text, _ = golden(name)
    end = 0
    for span, forms in sorted(
        (span, {participant.name, *participant.aliases})
        for participant in find_participants(text, level=level)
        for span in participant.mentions
    ):
        assert span[0] >= end
        end = span[1]
        assert " ".join(text[slice(*span)].split()) in forms or len(forms) == 1
