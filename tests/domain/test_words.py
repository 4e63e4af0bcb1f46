from __future__ import annotations

import pytest

from timeline_app.domain.words import fold, phrase_of, spans_of

TEXT = "Le café du Port: the Cafés, an Élite port-side CAFETERIA."


@pytest.mark.parametrize(
    ("words", "is_prefix", "found"),
    [
        ("cafe", False, ["café"]),
        ("cafe", True, ["café", "Cafés", "CAFETERIA"]),
        ("elite port", False, ["Élite port"]),
        ("PORT", False, ["Port", "port"]),
        ("du port the", False, ["du Port: the"]),
        ("port sid", True, ["port-side"]),
        ("nothing", True, []),
        ("…", True, []),
    ],
)
def test_words_are_found_without_their_capitals_and_accents(words: str, is_prefix: bool, found: list[str]) -> None:
    spans = spans_of(TEXT, [phrase_of(words, is_prefix=is_prefix)])
    assert [TEXT[slice(*span)] for span in spans] == found


def test_places_of_several_phrases_are_apart_and_in_order() -> None:
    spans = spans_of(TEXT, [phrase_of("cafe du"), phrase_of("du port"), phrase_of("cafe")])
    assert [TEXT[slice(*span)] for span in spans] == ["café du"]


def test_there_is_an_end_to_what_is_marked() -> None:
    assert len(spans_of("a " * 100, [phrase_of("a")], limit=7)) == 7


def test_letters_that_become_several_stay_one_word() -> None:
    assert fold("Straße") == "strasse"
    assert fold("ŁÓDŹ") == "łodz"
