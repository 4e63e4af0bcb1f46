from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.names import Form, NameLists, are_compatible, fold, parse_name, spelt

PERSON, ORGANISATION, PLACE = ParticipantKind.PERSON, ParticipantKind.ORGANISATION, ParticipantKind.PLACE

LISTS = NameLists(
    places={"us": "united states", "america": "united states"},
    organisations={"nato": "north atlantic treaty organization"},
    titles=frozenset(("mr", "mrs", "president", "dr")),
    particles=frozenset(("von", "der", "al", "bin")),
    company_suffixes=frozenset(("inc", "ltd")),
    short_names={"joe": frozenset(("joseph",)), "joseph": frozenset(("joe",))},
    spellings={"muhammad": "mohammed"},
    common=frozenset(("smith", "martin")),
)


def same(name: str, kind: ParticipantKind) -> str:
    return parse_name(name, kind, LISTS).same


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("U.S.", "us"),
        ("Al-Qaeda", "al qaeda"),
        ("O’Brien", "obrien"),
        ("José María", "jose maria"),
        ("Wałęsa", "walesa"),
        ("  Bank\n of  England ", "bank of england"),
    ],
)
def test_a_folded_name_has_no_case_diacritics_dots_or_apostrophes(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(ParticipantKind))
def test_any_name_can_be_taken_apart(name: str, kind: ParticipantKind) -> None:
    assert parse_name(name, kind, LISTS).kind == kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("U.S.", "America", PLACE),
        ("the Vatican", "Vatican", PLACE),
        ("NATO", "North Atlantic Treaty Organization", ORGANISATION),
        ("Google Inc.", "Google", ORGANISATION),
        ("President Volodymyr Zelensky", "Volodymyr Zelenskiy", PERSON),
        ("Viktor Yanukovych", "Viktor Yanukovich", PERSON),
        ("Dr. Jill Biden", "JILL BIDEN", PERSON),
        ("Muhammad Ali", "Mohammed Ali", PERSON),
    ],
)
def test_forms_of_one_name_are_the_same(one: str, other: str, kind: ParticipantKind) -> None:
    assert same(one, kind) == same(other, kind)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Hans Meyer", "Hans Meier", PERSON),
        ("John Paul II", "John Paul I", PERSON),
        ("George Bush Sr.", "George Bush Jr.", PERSON),
        ("Gaza", "Gaza Strip", PLACE),
        ("Dr. Biden", "Biden", PERSON),
        ("Bank of England", "Bank of Finland", ORGANISATION),
    ],
)
def test_different_names_are_not(one: str, other: str, kind: ParticipantKind) -> None:
    assert same(one, kind) != same(other, kind)


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("Ursula von der Leyen", Form.FULL, ("ursula", "leyen")),
        ("von der Leyen", Form.BARE, ("leyen",)),
        ("J. K. Rowling", Form.INITIALS, ("j", "k", "rowling")),
        ("Abdullah II", Form.OTHER, ()),
        ("Dr. Biden", Form.TITLED, ("biden",)),
        ("Mr and Mrs Obama", Form.OTHER, ()),
    ],
)
def test_a_persons_name_is_full_or_initials_or_a_surname(name: str, form: Form, words: tuple[str, ...]) -> None:
    parsed = parse_name(name, PERSON, LISTS)
    assert (parsed.form, parsed.words) == (form, words)


def test_an_acronym_is_looked_for_where_its_long_form_is() -> None:
    long = "Organization for Security and Co-operation in Europe"
    short = parse_name("OSCE", ORGANISATION, LISTS)
    assert short.form == Form.ACRONYM
    assert short.block == parse_name(long, ORGANISATION, LISTS).block


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("George Bush", "George W. Bush", True),
        ("George W. Bush", "George H. W. Bush", False),
        ("George W. Bush", "George Walker Bush", True),
        ("Joe Biden", "Joseph R. Biden", True),
        ("Joe Biden", "Hunter Biden", False),
        ("J. Smith", "John Smith", True),
        ("J. Smith", "Karen Smith", False),
    ],
)
def test_given_names_speak_for_or_against(one: str, other: str, expected: bool) -> None:
    first, second = (parse_name(name, PERSON, LISTS) for name in (one, other))
    assert are_compatible(first, second, LISTS) is expected
    assert are_compatible(second, first, LISTS) is expected


def test_spellings_that_are_known_stand_for_one() -> None:
    assert {spelt(word, LISTS) for word in ("zelensky", "zelenskyy", "zelenskiy", "zelenskyi", "zelenski")} == {
        "zelensky"
    }
