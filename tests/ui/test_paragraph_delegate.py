from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from timeline_app.ui.decision_window import KeyedList

LONG = "The sentence gives no date; one shortly before it does, and says it in full. " * 3


@pytest.fixture
def view(app: QApplication) -> Iterator[KeyedList]:
    view = KeyedList()
    view.addItems([f"26 March 2021\nWaiting ships passed 200\n{LONG}", "26 March 2021"])
    view.resize(500, 400)
    view.show()
    yield view
    view.close()


def height(view: KeyedList, row: int) -> int:
    return view.visualItemRect(view.item(row)).height()


def test_an_item_is_as_high_as_its_words_at_the_width_of_the_view(app: QApplication, view: KeyedList) -> None:
    app.processEvents()
    one_line, wide = height(view, 1), height(view, 0)
    assert wide > 3 * view.fontMetrics().height() > one_line
    view.resize(250, 400)
    app.processEvents()
    assert height(view, 0) > wide
    assert height(view, 1) == one_line


def test_what_an_item_is_about_is_darker_than_its_grounds(app: QApplication, view: KeyedList) -> None:
    app.processEvents()
    picture = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    area = view.visualItemRect(view.item(0))

    def darkest(first: float, last: float) -> int:
        rows = range(int(area.top() + first * area.height()), int(area.top() + last * area.height()))
        return min(picture.pixelColor(x, y).lightness() for y in rows for x in range(area.left(), area.right()))

    assert darkest(0.0, 0.3) < darkest(0.6, 1.0)


def test_a_list_that_is_filled_before_it_is_shown_fits_too(app: QApplication) -> None:
    view = KeyedList()
    view.resize(300, 200)
    view.addItems([f"A name\nthe same\n{LONG}" for _ in range(9)])
    view.show()
    app.processEvents()
    assert not view.horizontalScrollBar().isVisible()
    assert view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.indexFromItem(view.item(0))).height() <= height(
        view, 0
    )
    assert view.visualItemRect(view.item(1)).top() >= view.visualItemRect(view.item(0)).bottom()
    view.close()
