"""What the careful level makes of the encoder's scores: rules have their say, and the mentions of a name agree."""

from __future__ import annotations

import pytest

from timeline_app.domain.extraction import Level
from timeline_app.ingest.extraction.participants import find_participants


def listed(text: str) -> list[tuple[str, str]]:
    return [(p.kind.value, p.name) for p in find_participants(text, level=Level.CAREFUL)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The UN Charter was signed in San Francisco.", [("organisation", "UN"), ("place", "San Francisco")]),
        ("The Ukrainian and the Russian side met on Monday.", []),
        ("Sen. Lindsey Graham, R-S.C., spoke.", [("person", "Lindsey Graham"), ("place", "S.C.")]),
        ("Antony Blinken, Secretary of State\n\nThe talks went well.", [("person", "Antony Blinken")]),
        (
            "The U.S.-led Contact Group for Ukraine met.",
            [("place", "U.S."), ("organisation", "Contact Group for Ukraine")],
        ),
        ("The CEO and the COO asked what AI would cost.", []),
    ],
)
def test_rules_have_their_say(text: str, names: list[tuple[str, str]]) -> None:
    assert listed(text) == names


def test_what_stands_in_brackets_behind_a_body_is_that_body() -> None:
    found = find_participants(
        "The Office of the Basic Education Commission (Obec) spoke in Bangkok. Teachers like Obec. Obec left.",
        level=Level.CAREFUL,
    )
    (body,) = [p for p in found if p.kind.value == "organisation"]
    assert len(body.mentions) == 4


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    found = find_participants(
        "Mekkel Zorblatt arrived in Oslo. Zorblatt sat down. “Zorblatt,” they called.", level=Level.CAREFUL
    )
    assert [(p.name, len(p.mentions)) for p in found] == [("Mekkel Zorblatt", 3), ("Oslo", 1)]


def test_what_follows_a_name_is_nobody() -> None:
    text = "President Joseph R. Biden, Jr. met Prime Minister Boris Johnson in London. Biden said that the talks went well."
    names = [found.name for found in find_participants(text, level=Level.CAREFUL)]
    assert "Jr." not in names
    assert any(name.startswith("Joseph R. Biden") for name in names)
