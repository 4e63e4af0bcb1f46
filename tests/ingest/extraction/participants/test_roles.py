"""What people are said to be, in the source's words."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.participants.reading import read


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg", [("Secretary General", "NATO")]),
        ("Oleksiy Reznikov, Ukraine's defence minister, spoke.", "Oleksiy Reznikov", [("defence minister", "Ukraine")]),
        ("Ukrainian Defense Minister Oleksiy Reznikov spoke.", "Oleksiy Reznikov", [("Defense Minister", "Ukraine")]),
        ("Minister of Education Maria Kovacs spoke.", "Maria Kovacs", [("Minister of Education", "")]),
        ("He met the ambassador to the United States Peter Szabo.", "Peter Szabo", [("ambassador", "United States")]),
        ("President of Ukraine Volodymyr Zelenskyy spoke.", "Volodymyr Zelenskyy", [("President", "Ukraine")]),
        ("US Secretary of State Antony Blinken spoke.", "Antony Blinken", [("Secretary of State", "US")]),
        ("Antony J. Blinken, Secretary of State", "Antony J. Blinken", [("Secretary of State", "")]),
        (
            "The former British finance minister Rishi Sunak spoke.",
            "Rishi Sunak",
            [("former finance minister", "United Kingdom")],
        ),
        ("Lloyd Austin, the U.S. secretary of defense, spoke.", "Lloyd Austin", [("secretary of defense", "U.S.")]),
        ("Tim Cook, chief executive of Apple, spoke.", "Tim Cook", [("chief executive", "Apple")]),
        ("Anna Bauer, 47, a senior fellow at Siemens, spoke.", "Anna Bauer", [("senior fellow", "Siemens")]),
        ("First Lady Jill Biden spoke.", "Jill Biden", [("First Lady", "")]),
        ("The alliance's secretary general, Mark Rutte, spoke.", "Mark Rutte", [("secretary general", "")]),
        ("Dr. Anna Bauer spoke. Mrs Bauer left.", "Anna Bauer", []),
        ("In Brussels, President Biden spoke.", "Biden", [("President", "")]),
        ("Senator Marco Rubio of Florida spoke.", "Marco Rubio", [("Senator", "Florida")]),
        ("Queen Rania of Jordan spoke.", "Rania", [("Queen", "Jordan")]),
        ("Professor of history Anna Bauer spoke.", "Anna Bauer", [("Professor of history", "")]),
        (
            "Professor of history Anna Bauer of Rice University spoke.",
            "Anna Bauer",
            [("Professor of history", "Rice University")],
        ),
        (
            "Former U.S. Secretary of State Anna Bauer spoke.",
            "Anna Bauer",
            [("Former Secretary of State", "U.S.")],
        ),
        ("Ex-president Carlos Ibarra of Peru spoke.", "Carlos Ibarra", [("Ex-president", "Peru")]),
        ("A spokeswoman for Amazon, Anna Bauer, spoke.", "Anna Bauer", [("spokeswoman", "Amazon")]),
        ("Anna Bauer, its author, spoke.", "Anna Bauer", [("author", "")]),
        ("Anna Bauer, the Swedish referee, spoke.", "Anna Bauer", [("referee", "Sweden")]),
        ("Anna Bauer resigned as prime minister of Finland.", "Anna Bauer", [("prime minister", "Finland")]),
        ("Anna Bauer spoke as fast as ever.", "Anna Bauer", []),
        ("Anna Bauer, Foreign Minister Peter Szabo and others spoke.", "Anna Bauer", []),
    ],
)
def test_a_role_is_read_where_it_stands(text: str, name: str, roles: list[tuple[str, str]]) -> None:
    assert read(text).roles(name) == roles


def test_the_organization_refers_back_to_the_one_named_before() -> None:
    found = read(
        "The North Atlantic Treaty Organization met in Brussels. Secretary General of the organization Jens Stoltenberg spoke. "
        "NATO will decide. NATO has time."
    )
    assert found.roles("Jens Stoltenberg") == [("Secretary General", "NATO")]


def test_a_role_is_listed_once_and_with_whose_it_is() -> None:
    found = read("President Putin spoke. Russian President Vladimir Putin left. President Putin slept.")
    assert found.roles("Vladimir Putin") == [("President", "Russia")]


def test_a_role_alone_is_no_participant() -> None:
    found = read(
        "Jens Stoltenberg spoke in Brussels. The alliance's secretary general left. The President and the Foreign Ministers stayed."
    )
    assert [p.name for p in found.participants] == ["Jens Stoltenberg", "Brussels"]
