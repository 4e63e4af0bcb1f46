"""Text goes into the document as text, and every character is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor

from timeline_app.ui.article_document import ArticleDocument, lay_out, parts_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def laid_out(body: str) -> ArticleDocument:
    return lay_out((), body, (0, len(body)), QFont())


def text_at(document: ArticleDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document.document)
    cursor.setPosition(document.positions.position(start))
    cursor.setPosition(document.positions.position(end), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_paragraphs_become_blocks_and_lines_stay_lines(app: QApplication) -> None:
    document = laid_out("First.\n\nSecond,\nbroken.\n\nThird.").document
    assert document.toRawText().split("\u2029") == ["First.", "Second,\u2028broken.", "Third."]


def test_markup_is_shown_and_not_obeyed(app: QApplication) -> None:
    body = "<b>bold</b> <img src='/etc/hosts'> <style>@import url(file:///etc/hosts)</style>"
    assert laid_out(body).document.toPlainText() == body


def test_characters_outside_the_first_plane_do_not_shift_what_follows(app: QApplication) -> None:
    body = "One 😀 two 𝔘 three.\n\nFour 😀 five."
    document = laid_out(body)
    for word in ("One", "😀", "two", "𝔘", "three", "Four", "five"):
        start = body.index(word)
        assert text_at(document, start, start + len(word)) == word


def test_words_of_many_thousand_characters_are_broken_without_losing_their_place(app: QApplication) -> None:
    body = "before " + "x" * 5_000 + " after"
    document = laid_out(body)
    assert max(len(word) for word in document.document.toPlainText().replace("\u200b", " ").split()) <= 1_000
    start = body.index("after")
    assert text_at(document, start, start + 5) == "after"
    assert document.positions.offset(document.positions.position(start)) == start


def test_paragraphs_of_many_pages_are_set_in_pieces(app: QApplication) -> None:
    body = "word " * 20_000
    document = laid_out(body.strip())
    block, longest = document.document.begin(), 0
    while block.isValid():
        longest = max(longest, block.length())
        block = block.next()
    assert longest < 13_000
    assert document.document.toPlainText().replace("\n", "") == body.strip()


def test_what_the_document_cannot_hold_is_shown_as_unknown(app: QApplication) -> None:
    body = "a\x00b\ud800c\ufdd0d\ufffce\u2029f"
    assert laid_out(body).document.toRawText() == "a\ufffdb\ufffdc\ufffdd\ufffde\u2028f"


def test_an_empty_body_has_one_part_and_one_place(app: QApplication) -> None:
    assert parts_of("") == ((0, 0),)
    assert laid_out("").positions.offset(0) == 0


def test_long_bodies_are_cut_at_paragraphs_into_parts_that_miss_nothing() -> None:
    body = "\n\n".join(f"Paragraph {number} " + "text " * 60 for number in range(200))
    parts = parts_of(body, 10_000)
    assert "".join(body[slice(*part)] for part in parts) == body
    assert all(body[start - 2 : start] == "\n\n" for start, _ in parts[1:])
    assert all(1_250 <= end - start <= 15_000 for start, end in parts)


def test_bodies_of_very_many_short_paragraphs_are_cut_too() -> None:
    body = "\n\n".join(["x"] * 60_000)
    parts = parts_of(body)
    assert "".join(body[slice(*part)] for part in parts) == body
    assert len(parts) > 5


def test_a_body_without_blanks_is_cut_all_the_same() -> None:
    parts = parts_of("x" * 100_000, 10_000)
    assert sum(end - start for start, end in parts) == 100_000
    assert max(end - start for start, end in parts) <= 15_000


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from("ab .😀𝔘\n\u2028é"), min_size=1, max_size=40).map(str.strip).filter(bool), max_size=6
    )
)
def test_every_character_is_where_the_map_says(app: QApplication, paragraphs: list[str]) -> None:
    body = "\n\n".join(paragraphs)
    document = laid_out(body)
    for offset, character in enumerate(body):
        if not character.isspace():
            position = document.positions.position(offset)
            assert text_at(document, offset, offset + 1) == character
            assert document.positions.offset(position) == offset
