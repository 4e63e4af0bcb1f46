from __future__ import annotations

import pytest

from timeline_app.ingest.extraction.participants.tagging.wordpieces import WordPieces

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "rez", "##nik", "##ov", "un", "##un", "-", "led", "malmo", "'", "s", "国"]


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(PIECES)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("Reznikov", ["rez", "##nik", "##ov"]),
        ("UN", ["un"]),
        ("UN-led", ["un", "-", "led"]),
        ("Malmö", ["malmo"]),
        ("'s", ["'", "s"]),
        ("国国", ["国", "国"]),
        ("unun", ["un", "##un"]),
        ("Xyz", ["[UNK]"]),
        ("unxyz", ["[UNK]"]),
        ("\u00ad", ["[UNK]"]),
        ("un" * 40, ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_there_are(pieces: WordPieces, word: str, cut: list[str]) -> None:
    assert [PIECES[number] for number in pieces.cut(word)] == cut


def test_a_word_of_many_parts_keeps_to_a_bound(pieces: WordPieces) -> None:
    assert len(pieces.cut("un-" * 100)) <= 16


def test_the_marks_of_the_vocabulary_are_known(pieces: WordPieces) -> None:
    assert (pieces.begin, pieces.end) == (2, 3)
