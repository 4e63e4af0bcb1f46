"""Two names, one participant: acronyms, aliases, spellings, surnames."""

from __future__ import annotations

from tests.ingest.extraction.participants.reading import read


def test_a_long_form_and_its_bracketed_acronym_are_one() -> None:
    found = read("The Shanghai Bicycle Forum (SBF) met. SBF delegates left early.")
    assert found.mentions("Shanghai Bicycle Forum") == ["Shanghai Bicycle Forum", "SBF", "SBF"]
    assert found.one("Shanghai Bicycle Forum").aliases == ("SBF",)


def test_a_well_known_acronym_needs_no_bracket() -> None:
    found = read("The North Atlantic Treaty Organization met on Tuesday. Allies in NATO agreed.")
    assert found.mentions("North Atlantic Treaty Organization") == ["North Atlantic Treaty Organization", "NATO"]


def test_initials_of_a_name_in_the_article_are_that_name() -> None:
    found = read("The Kenya Tea Workers Union called a strike. KTWU members stayed away.")
    assert found.mentions("Kenya Tea Workers Union") == ["Kenya Tea Workers Union", "KTWU"]


def test_a_bracket_that_abbreviates_nothing_joins_nothing() -> None:
    found = read("The World Bank (NATO was absent) met in Lima.")
    assert set(found.names("organisation")) == {"World Bank", "NATO"}


def test_the_names_of_a_country_are_one_place() -> None:
    found = read(
        "America and the U.S. have agreed; the United States will pay, and Washington waits. Holland, or the Netherlands, too."
    )
    assert found.mentions("United States") == ["America", "U.S.", "United States"]
    assert found.mentions("Netherlands") == ["Holland", "Netherlands"]


def test_demonyms_are_no_participants() -> None:
    assert (
        read("Ukrainian and Russian officials met British and American envoys. The Chinese stayed away.").participants
        == ()
    )


def test_spellings_of_a_name_are_one_person() -> None:
    found = read("Volodymyr Zelensky met Emmanuel Macron. Zelenskyy said France had helped. President Zelenskiy left.")
    assert found.mentions("Volodymyr Zelensky") == ["Volodymyr Zelensky", "Zelenskyy", "Zelenskiy"]


def test_initials_suffixes_and_short_names_are_one_person() -> None:
    found = read("President Joseph R. Biden, Jr. will travel. Joe Biden likes trains. Biden said so.")
    assert found.names("person") == ["Joseph R. Biden, Jr."]
    assert len(found.one("Joseph R. Biden, Jr.").mentions) == 3


def test_a_man_and_a_woman_of_one_name_are_two() -> None:
    found = read("Ms. Dana Weber sued. Mr. Weber did not answer.")
    assert found.mentions("Dana Weber") == ["Dana Weber"]
    assert len(found.names("person")) == 2


def test_the_dominant_namesake_is_meant_by_the_bare_surname() -> None:
    text = "Joe Biden met Jill Biden. " + "President Joe Biden spoke. " * 6 + "Biden left."
    assert read(text).mentions("Joe Biden")[-1] == "Biden"


def test_a_family_name_that_comes_first_refers_back() -> None:
    found = read("Xi Jinping spoke in Beijing. Reporters asked whether Xi would travel.")
    assert found.mentions("Xi Jinping") == ["Xi Jinping", "Xi"]


def test_a_name_is_found_again_at_the_start_of_a_sentence_and_in_capitals() -> None:
    found = read("Reporters met Tim Cook of Apple. Cook said little.\n\nCOOK: We make telephones.")
    assert found.mentions("Tim Cook") == ["Tim Cook", "Cook", "COOK"]


def test_the_commoner_kind_wins_over_the_whole_article() -> None:
    found = read(
        "Zorvex said so. Anna Bauer, chief executive of Zorvex, and Zorvex shareholders agreed. Zorvex employees left."
    )
    assert found.names("organisation") == ["Zorvex"]
    assert len(found.one("Zorvex").mentions) == 4


def test_participants_come_in_the_order_of_first_mention() -> None:
    found = read("France and Anna Bauer of Siemens met. Germany, France and Siemens too.")
    assert [p.name for p in found.participants] == ["France", "Anna Bauer", "Siemens", "Germany"]


def test_a_man_and_a_woman_of_one_surname_are_two_where_only_titles_tell() -> None:
    found = read("Mr. Obama spoke in Oslo. Mrs. Obama stayed. Mrs. Obama slept.")
    assert found.mentions("Obama") == ["Obama"]
    assert found.mentions("Mrs. Obama") == ["Obama", "Obama"]


def test_an_arabic_article_makes_no_other_person() -> None:
    found = read("President Bashar al-Assad spoke in Damascus. Assad left.")
    assert found.mentions("Bashar al-Assad") == ["Bashar al-Assad", "Assad"]
