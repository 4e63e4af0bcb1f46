from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.models.test_facet_model import counts
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import Choice, Facet
from timeline_app.models.facet_model import FacetModel, State
from timeline_app.ui.facet_histogram import FacetHistogram
from timeline_app.ui.facets_pane import FacetsPane

ELEVEN = Choice(Facet.PARTICIPANT, 111)


@pytest.fixture
def pane(app: QApplication) -> Iterator[FacetsPane]:
    pane = FacetsPane()
    pane.resize(260, 600)
    pane.show()
    pane.show_counts(counts())
    yield pane
    pane.close()


class Wishes:
    def __init__(self, pane: FacetsPane) -> None:
        self.toggled: list[Choice] = []
        self.excluded: list[Choice] = []
        self.only: list[Choice] = []
        self.stretches: list[tuple[int | None, int | None]] = []
        pane.choice_toggled.connect(self.toggled.append)
        pane.exclusion_toggled.connect(self.excluded.append)
        pane.only_wanted.connect(self.only.append)
        pane.stretch_wanted.connect(lambda after, before: self.stretches.append((after, before)))


def click(pane: FacetsPane, choice: Choice, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = pane._view
    at = view.visualRect(view.model().index(pane._model.row_of(choice), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_a_click_chooses_and_with_control_leaves_out(pane: FacetsPane) -> None:
    wishes = Wishes(pane)
    click(pane, ELEVEN)
    click(pane, ELEVEN, Qt.KeyboardModifier.ControlModifier)
    assert wishes.toggled == [ELEVEN]
    assert wishes.excluded == [ELEVEN]


def test_a_click_on_what_is_left_out_lets_it_in_again(pane: FacetsPane) -> None:
    wishes = Wishes(pane)
    pane.show_filter(EventFilter(excluded=frozenset({ELEVEN})))
    click(pane, ELEVEN)
    assert (wishes.toggled, wishes.excluded) == ([], [ELEVEN])


def test_keys_do_all_that_the_pointer_does(pane: FacetsPane) -> None:
    wishes, view = Wishes(pane), pane._view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert (wishes.toggled, wishes.excluded) == ([ELEVEN], [ELEVEN])
    before = pane._model.rowCount()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().data() == "People"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert pane._model.rowCount() < before
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert pane._model.rowCount() == before


def test_new_counts_leave_the_reader_on_the_same_value(pane: FacetsPane) -> None:
    view = pane._view
    view.setCurrentIndex(pane._model.index(pane._model.row_of(Choice(Facet.PARTICIPANT, 108))))
    wanted = EventFilter(chosen=frozenset({Choice(Facet.OUTLET, "Herald")}))
    pane.show_counts(counts(wanted))
    assert view.currentIndex().data(FacetModel.CHOICE_ROLE) == Choice(Facet.PARTICIPANT, 108)


def test_the_menu_says_what_is_in_force_and_offers_to_show_only_one(pane: FacetsPane) -> None:
    wishes = Wishes(pane)
    menu = pane.menu_for(ELEVEN, State.EXCLUDED)
    show, leave_out, only = menu.actions()
    assert (show.isChecked(), leave_out.isChecked()) == (False, True)
    only.trigger()
    assert wishes.only == [ELEVEN]


def test_names_are_looked_for_while_they_are_typed(pane: FacetsPane) -> None:
    QTest.keyClicks(pane.findChild(QLineEdit, "facet search"), "minis")
    texts = [pane._model.index(row).data() for row in range(pane._model.rowCount())]
    assert texts == ["Organisations", "Ministry"]


def bar_at(histogram: FacetHistogram, bar: int) -> QPoint:
    area = histogram._area()
    return QPointF(area.left() + (bar + 0.5) * area.width() / histogram._count, area.center().y()).toPoint()


def test_bars_are_chosen_by_click_and_drag_and_given_up_by_the_same(pane: FacetsPane) -> None:
    wishes = Wishes(pane)
    histogram = pane.findChild(FacetHistogram)
    QTest.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=bar_at(histogram, 2))
    assert wishes.stretches == [histogram.stretch(2, 2)]
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=bar_at(histogram, 4))
    QTest.mouseMove(histogram, bar_at(histogram, 2))
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=bar_at(histogram, 2))
    assert wishes.stretches[-1] == histogram.stretch(2, 4)
    after, before = histogram.stretch(2, 2)
    pane.show_counts(counts(EventFilter(after=after, before=before)))
    QTest.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=bar_at(histogram, 2))
    assert wishes.stretches[-1] == (None, None)


def test_bars_are_chosen_by_keys_and_spoken(pane: FacetsPane) -> None:
    wishes = Wishes(pane)
    histogram = pane.findChild(FacetHistogram)
    histogram.setFocus()
    QTest.keyClick(histogram, Qt.Key.Key_Home)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert histogram.accessibleDescription().startswith("February 1970: 1 event")
    QTest.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert wishes.stretches == [histogram.stretch(1, 2)]
