"""Tooltips show words as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument

from timeline_app.ui.tooltips import as_plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def shown(tip: str) -> str:
    """What Qt makes of a tooltip: it is taken for markup."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_markup_in_the_words_is_shown_and_not_obeyed(app: QApplication) -> None:
    words = "<b>Bold</b> & <img src='/etc/hosts'>\nsecond line"
    assert shown(as_plain(words)) == words


def test_very_long_words_are_cut(app: QApplication) -> None:
    assert len(shown(as_plain("x" * 1_000_000))) <= 2_000


def test_no_words_make_no_tooltip() -> None:
    assert as_plain("") == ""
