from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from timeline_app.ui.text_measure import TextMeasure

_RIGHT = Qt.TextElideMode.ElideRight

TEXTS = (
    "Ever Given runs aground in the Suez Canal",
    "AVAVA WAWA Tr. To Ty “quoted” – and…",
    "Der Bürgermeister von Köln tritt zurück",
    "Президент подписал указ",
    "مرحبا بالعالم",
    "東京で地震",
)


@pytest.mark.parametrize("text", TEXTS)
def test_no_line_is_wider_than_it_is_said_to_be(app: QApplication, text: str) -> None:
    font = QFont(app.font())
    assert QFontMetrics(font).horizontalAdvance(text) <= TextMeasure(font).width(text) + 1


@given(st.text(max_size=60), st.integers(0, 400))
def test_what_is_cut_fits_and_begins_as_the_line_does(app: QApplication, text: str, room: int) -> None:
    measure = TextMeasure(QFont(app.font()))
    cut = measure.cut(text, room)
    if cut != text:
        assert cut.endswith("…")
        kept = cut.removesuffix("…")
        assert text.startswith(kept) or QFontMetrics(app.font()).elidedText(text, _RIGHT, room).startswith(kept)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("room", [40, 90, 150])
def test_a_cut_line_takes_no_more_than_its_room(app: QApplication, text: str, room: int) -> None:
    font = QFont(app.font())
    assert QFontMetrics(font).horizontalAdvance(TextMeasure(font).cut(text, room)) <= room + 1


def test_a_cut_line_ends_in_one_ellipsis(app: QApplication) -> None:
    measure = TextMeasure(QFont(app.font()))
    text = "One two three … four five six"
    ends = {measure.cut(text, room) for room in range(30, measure.width(text))}
    assert not any(cut.removesuffix("…").endswith((" ", "…", ".", ",")) for cut in ends)


def test_a_line_that_fits_is_left_whole(app: QApplication) -> None:
    measure = TextMeasure(QFont(app.font()))
    assert measure.cut("Six weeks", measure.width("Six weeks")) == "Six weeks"
