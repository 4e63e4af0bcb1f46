"""The undated articles as a list, under Qt's own model tester."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from timeline_app.domain.records import UndatedArticle
from timeline_app.models.undated_model import UndatedModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ARTICLES = (
    UndatedArticle((1 << 40) + 7, "A memo", "/cases/suez/memo.txt", "Harbour Courier"),
    UndatedArticle(8, "", r"C:\cases\notes.txt"),
)


def test_rows_say_what_the_article_is_and_where_it_is_from(app: QApplication) -> None:
    model = UndatedModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_articles(ARTICLES)
    first, second = model.index(0), model.index(1)
    assert first.data() == "A memo"
    assert first.data(UndatedModel.SUBTITLE_ROLE) == "Harbour Courier · memo.txt"
    assert first.data(UndatedModel.ID_ROLE) == (1 << 40) + 7
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "A memo. no date stated. Harbour Courier · memo.txt"
    assert "/cases/suez/memo.txt" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert second.data() == "Untitled"
    assert second.data(UndatedModel.SUBTITLE_ROLE) == "notes.txt"
    del tester


def test_the_same_articles_again_leave_the_readers_place_alone(app: QApplication) -> None:
    model = UndatedModel()
    model.set_articles(ARTICLES)
    resets = QSignalSpy(model.modelReset)
    model.set_articles(list(ARTICLES))
    assert resets.count() == 0
    model.set_articles(ARTICLES[:1])
    assert resets.count() == 1
    assert model.rowCount() == 1
