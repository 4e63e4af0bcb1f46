"""Texts written to mislead: what a careful reader would list of them, and nothing else."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.participants.reading import read

TRAPS = {
    "the bank named after a country": (
        "The Bank of England kept rates unchanged. Bank of England Governor Andrew Bailey said inflation would fall.",
        {"person": ["Andrew Bailey"], "organisation": ["Bank of England"], "place": []},
    ),
    "a person with a city's name": (
        "Paris Hilton opened a shop in Paris. Hilton told reporters that she loved the city.",
        {"person": ["Paris Hilton"], "organisation": [], "place": ["Paris"]},
    ),
    "a month that is a surname": (
        "In May, Theresa May resigned. May said she was proud. Officials expect talks in May and June.",
        {"person": ["Theresa May"], "organisation": [], "place": []},
    ),
    "the city and the actor": (
        (
            "Washington said on Monday that it would wait. Denzel Washington arrived in Washington on Tuesday. "
            "Washington, who won two Oscars, did not comment."
        ),
        {"person": ["Denzel Washington"], "organisation": [], "place": ["Washington"]},
    ),
    "a country, its people and a student": (
        (
            "Georgia's president, Salome Zourabichvili, spoke in Tbilisi. Georgian Foreign Minister David Zalkaliani and the "
            "Georgians in the hall applauded. Georgia Smith, a student from Atlanta, sang."
        ),
        {
            "person": ["Salome Zourabichvili", "David Zalkaliani", "Georgia Smith"],
            "organisation": [],
            "place": ["Georgia", "Tbilisi", "Atlanta"],
        },
    ),
    "two Bidens and a doctor": (
        (
            "President Joe Biden and First Lady Jill Biden flew to Warsaw. President Biden thanked the troops. "
            "Dr. Biden visited a school."
        ),
        {"person": ["Joe Biden", "Jill Biden", "Dr. Biden"], "organisation": [], "place": ["Warsaw"]},
    ),
    "a couple and its members": (
        "Mr and Mrs Obama moved to Chicago. Barack Obama wrote a book; Michelle Obama wrote another.",
        {"person": ["Mr and Mrs Obama", "Barack Obama", "Michelle Obama"], "organisation": [], "place": ["Chicago"]},
    ),
    "brothers": (
        "John Smith and his brother Peter Smith own the shop. Smith sold it.",
        {"person": ["John Smith", "Peter Smith", "Smith"], "organisation": [], "place": []},
    ),
    "a led group": (
        "On the same day, a meeting of the U.S.-led Contact Group for Ukraine will be held in Brussels.",
        {"person": [], "organisation": ["Contact Group for Ukraine"], "place": ["U.S.", "Brussels"]},
    ),
    "a headline in capitals": (
        (
            "NATO CHIEF WARNS OF NEW OFFENSIVE IN UKRAINE\n\n"
            "NATO Secretary General Jens Stoltenberg said on Monday that Ukraine needed ammunition.\n\n"
            "STOLTENBERG: We see no sign of peace."
        ),
        {"person": ["Jens Stoltenberg"], "organisation": ["NATO"], "place": ["Ukraine"]},
    ),
    "a headline in title case": (
        "Alliance Chief Warns Of Another Long Winter For Ukraine\n\nMaria Kovacs, a teacher, said that Ukraine needed help.",
        {"person": ["Maria Kovacs"], "organisation": [], "place": ["Ukraine"]},
    ),
    "capitals that name nobody": (
        (
            "However, Monday was quiet. Russians and Ukrainians voted. The French won the World Cup. Christmas is near. "
            "The CEO spoke on TV about COVID-19. Rs 5 lakh, HK$50 and RM7 were paid. I think so."
        ),
        {"person": [], "organisation": [], "place": []},
    ),
    "an office is at most an organisation": (
        "Office of the Spokesperson\n\nSecretary Blinken will travel to Mexico City, Mexico.",
        {"person": ["Blinken"], "organisation": ["Office of the Spokesperson"], "place": ["Mexico City", "Mexico"]},
    ),
    "countries joined by hyphens": (
        "UK-India relations and the Russia-Ukraine war worried a London-based analyst, who is no pro-Israel voice.",
        {"person": [], "organisation": [], "place": ["UK", "India", "Russia", "Ukraine", "London", "Israel"]},
    ),
    "names that begin small": (
        "Ursula von der Leyen met Mohammed bin Salman and Ban Ki-moon. Reporters asked von der Leyen about it.",
        {"person": ["Ursula von der Leyen", "Mohammed bin Salman", "Ban Ki-moon"], "organisation": [], "place": []},
    ),
    "a king's name on a teacher": (
        "Billie King teaches in Leeds. King, 41, likes it. Queen Elizabeth visited in June.",
        {"person": ["Billie King", "Elizabeth"], "organisation": [], "place": ["Leeds"]},
    ),
    "addresses and handles": (
        "Write to jane.miller@example.org or see https://www.Paris-Tourism.fr/London and @BorisJohnson.",
        {"person": [], "organisation": [], "place": []},
    ),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_read_as_a_careful_reader_would(trap: str) -> None:
    text, expected = TRAPS[trap]
    found = read(text)
    assert {kind: found.names(kind) for kind in expected} == expected


def test_an_ambiguous_surname_goes_to_the_one_with_that_title() -> None:
    found = read(TRAPS["two Bidens and a doctor"][0])
    assert found.mentions("Joe Biden") == ["Joe Biden", "Biden"]
    assert found.mentions("Jill Biden") == ["Jill Biden"]
    assert found.mentions("Dr. Biden") == ["Biden"]


def test_a_bare_surname_of_two_people_stays_apart() -> None:
    found = read(TRAPS["brothers"][0])
    assert found.mentions("Smith") == ["Smith"]


def test_a_name_broken_over_a_line_is_one_name() -> None:
    found = read(
        "The committee in the capital heard last week at some length what Oleksiy\n"
        "Reznikov had to say, and asked him many questions about ammunition. Reznikov\n"
        "then left the building through a side door without speaking to the press.\n"
    )
    assert found.names("person") == ["Oleksiy Reznikov"]
    assert found.mentions("Oleksiy Reznikov") == ["Oleksiy\nReznikov", "Reznikov"]


def test_lines_of_an_address_are_not_one_name() -> None:
    found = read(
        "Europa Building, European Council\nBrussels, Belgium\n\nThe ministers met at noon and spoke for an hour."
    )
    assert found.names("place") == ["Europa Building", "Brussels", "Belgium"]
    assert found.names("organisation") == ["European Council"]


def test_mentions_are_without_title_article_and_possessive() -> None:
    found = read("The Kremlin's answer reached Mr. Novak's desk, and the United Nations’ too.")
    assert found.mentions("Kremlin") == ["Kremlin"]
    assert found.mentions("Novak") == ["Novak"]
    assert found.mentions("United Nations") == ["United Nations"]
