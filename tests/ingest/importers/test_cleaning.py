from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ingest.importers.cleaning import body_of, clean, one_line

INVISIBLE = "\0\x01\x1b\x7f\x80\xad\u200b\u2060\ufeff\u202a\u202e\u2066\u2069"


def test_one_kind_of_line_end():
    assert clean("a\r\nb\rc\vd\x85e\u2028f") == "a\nb\nc\nd\ne\nf"
    assert clean("a\fb\u2029c") == "a\n\nb\n\nc"


def test_traps_that_nobody_sees_are_dropped():
    assert clean(INVISIBLE.join("abc")) == "abc"


def test_joiners_that_scripts_are_written_with_stay():
    for text in ("می\u200cخواهم", "क्\u200dष", "👩\u200d🔬", "\u200fשלום", "a\u00a0b"):
        assert clean(text) == text


def test_half_surrogates_become_replacement_characters():
    assert clean("a\ud800b") == "a\ufffdb"


def test_lines_wrapped_by_hand_stay_one_paragraph_and_long_lines_are_paragraphs():
    assert body_of("one\ntwo\n\nthree") == "one\ntwo\n\nthree"
    long = "word " * 40
    assert body_of(f"{long}\n{long}") == f"{long.strip()}\n\n{long.strip()}"


def test_marks_piled_on_a_letter_do_not_reach_into_other_rows():
    assert one_line("T" + "\u0301" * 1600 + " x") == "T" + "\u0301" * 4 + " x"
    assert one_line("é cafe\u0301") == "é cafe\u0301"


@given(st.text())
def test_cleaning_twice_changes_nothing_and_the_result_can_be_stored(text):
    once = body_of(clean(text))
    assert body_of(clean(once)) == once
    once.encode("utf-8")
    assert "\0" not in once
    assert "\n\n\n" not in once
