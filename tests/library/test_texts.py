from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.library import texts
from timeline_app.library.texts import Words, deflated, inflated, inflated_as_far_as_possible

WORDS = Words("Jens Stoltenberg\nNATO", "Ministers met in Brussels on Tuesday. " * 40 + "They meet again in July.")

storable = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(storable, storable)
def test_words_are_read_back_as_they_were(names: str, body: str) -> None:
    assert inflated(deflated(Words(names, body))) == (names, body)


def test_an_article_can_be_read_with_zlib_alone() -> None:
    assert zlib.decompress(deflated(WORDS)).decode() == f"{WORDS.names}\0{WORDS.body}"


def test_damage_to_a_text_is_noticed() -> None:
    text = deflated(WORDS)
    for at in range(len(text)):
        damaged = bytearray(text)
        damaged[at] ^= 0x55
        with pytest.raises(ValueError):
            inflated(bytes(damaged))
    with pytest.raises(ValueError):
        inflated(text[:-1])


def test_what_is_before_the_damage_is_saved() -> None:
    text = deflated(Words("NATO", " ".join(map(str, range(2000)))))
    names, body = inflated_as_far_as_possible(text[: len(text) // 2] + bytes(100))
    assert names == "NATO"
    assert body.startswith("0 1 2 3")
    assert " 700 " in body
    assert inflated_as_far_as_possible(b"") == ("", "")


def test_a_text_that_inflates_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_LONGEST", 1000)
    bomb = zlib.compress(bytes(5000))
    with pytest.raises(ValueError, match="cut off"):
        inflated(bomb)
    assert len("\0".join(inflated_as_far_as_possible(bomb))) <= 1001
