from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ingest.extraction.participants.tagging.windows import LONGEST, windows
from timeline_app.ingest.extraction.participants.tokens import Tokens


def text_of(*sentence_lengths: int) -> tuple[Tokens, list[tuple[int, int]]]:
    """Make tokens of one character each, and the sentences that they are in."""
    ends = list(accumulate(sentence_lengths, initial=0))
    tokens = Tokens(["w"] * ends[-1], list(range(ends[-1])), list(range(1, ends[-1] + 1)))
    return tokens, list(pairwise(ends))


@given(st.lists(st.integers(1, 300), max_size=8), st.integers(1, 16))
def test_windows_cover_every_token_once_and_fit(lengths: list[int], pieces: int) -> None:
    tokens, sentences = text_of(*lengths)
    found = list(windows(tokens, sentences, [pieces] * len(tokens)))
    assert [at for first, last in found for at in range(first, last)] == list(range(len(tokens)))
    assert all((last - first) * pieces <= LONGEST for first, last in found)


def test_sentences_stay_whole_where_they_fit() -> None:
    tokens, sentences = text_of(100, 20, 30, 90)
    assert list(windows(tokens, sentences, [1] * 240)) == [(0, 120), (120, 240)]


def test_a_sentence_that_is_too_long_is_cut_where_the_window_ends() -> None:
    tokens, sentences = text_of(10, 200, 5)
    assert list(windows(tokens, sentences, [1] * 215)) == [(0, 10), (10, 136), (136, 215)]


def test_no_text_gives_no_window() -> None:
    assert list(windows(Tokens(), [], [])) == []
