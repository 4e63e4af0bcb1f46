from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QTableView

from tests.waiting import wait_until
from timeline_app.domain.calendar import SECONDS_PER_DAY, instant
from timeline_app.domain.event_index import EventFlag, EventIndex, EventSummary
from timeline_app.domain.period import Granularity
from timeline_app.models.event_model import EventModel
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.timeline.scene import Level
from timeline_app.ui.theme import DARK
from timeline_app.ui.timeline_state import TimelineState
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

DAY = SECONDS_PER_DAY
FIRST = instant(2021, 3, 1)
OUTLETS = ("Courier", "Gazette", "Herald")
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def make_index(days: Sequence[int], **columns: object) -> EventIndex:
    """Events of one day each, so many days after the first of March 2021, the outlets in turn."""
    count = len(days)
    starts = FIRST + np.sort(np.array(days, np.int64)) * DAY
    ids = np.arange(count, dtype=np.int64) + 100
    return EventIndex(
        ids,
        ids,
        starts,
        columns.get("ends", starts + DAY),
        (np.arange(count) % 3).astype(np.int32),
        (np.arange(count) % 3).astype(np.uint8),
        columns.get("granularities", np.full(count, Granularity.DAY, np.uint8)),
        columns.get("flags", np.zeros(count, np.uint16)),
        OUTLETS,
    )


def fetch(ids: Sequence[int]) -> Mapping[int, EventSummary]:
    return {i: EventSummary(i, i, f"Event <b>{i}</b>", "Courier", "last Tuesday", ("NATO",)) for i in ids}


def make_model(index: EventIndex) -> EventModel:
    model = EventModel()
    if len(index) < 1000:  # the tester asks for every cell
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_events(index, fetch)
    return model


@pytest.fixture
def view(app: QApplication) -> Iterator[TimelineView]:
    """Thirty events over sixty days, every one with its title, shown and focused."""
    view = TimelineView()
    view.set_motion(allowed=False)
    model = make_model(make_index(range(0, 60, 2)))
    model.setParent(view)
    view.setModel(model)
    view.resize(1100, 500)
    view.show()
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    yield view
    view.close()
    view.deleteLater()


def press(view: TimelineView, key: Key, modifiers: Modifier = Modifier.NoModifier) -> None:
    QTest.keyClick(view, key, modifiers)


def current(view: TimelineView) -> int:
    return view.currentIndex().row()


def select(view: TimelineView, row: int) -> None:
    view.setCurrentIndex(view.model().index(row, 0))


def selected(view: TimelineView) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def centre(view: TimelineView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def wheel(
    view: TimelineView,
    notches: float,
    modifiers: Modifier = Modifier.NoModifier,
    at: QPointF | None = None,
    pixels: QPoint | None = None,
) -> None:
    at = at or QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        pixels or QPoint(),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted; Qt's binding takes no keyword here
    )
    QApplication.sendEvent(view.viewport(), event)


def drag(view: TimelineView, start: QPoint, end: QPoint, modifiers: Modifier = Modifier.NoModifier) -> None:
    where = view.viewport()
    QTest.mousePress(where, Qt.MouseButton.LeftButton, modifiers, start)
    for step in (1, 2, 3):
        QTest.mouseMove(where, start + (end - start) * step / 3)
    QTest.mouseRelease(where, Qt.MouseButton.LeftButton, modifiers, end)


def length(view: TimelineView) -> int:
    start, end = view.visible_span()
    return end - start


def picture(view: TimelineView) -> QImage:
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    return image


# -- what is shown ---------------------------------------------------------------------------------------------------------


def test_a_new_view_shows_every_event(view: TimelineView) -> None:
    start, end = view.visible_span()
    assert start < FIRST
    assert end > FIRST + 59 * DAY
    scene = view.scene()
    assert scene is not None
    assert {mark.row for mark in scene.marks()} == set(range(30))


def test_indexes_found_by_pointing_are_those_that_were_drawn_there(view: TimelineView) -> None:
    for row in range(view.model().rowCount()):
        assert view.indexAt(centre(view, row)).row() == row


def test_nothing_is_found_where_nothing_is_drawn(view: TimelineView) -> None:
    assert not view.indexAt(QPoint(view.viewport().width() // 2, view.viewport().height() - 2)).isValid()


def test_the_rectangle_of_a_long_event_stays_within_the_viewport(app: QApplication) -> None:
    index = make_index([0, 10])
    ends = index.ends.copy()
    ends[0] += 4000 * DAY
    view = TimelineView()
    view.setModel(make_model(make_index([0, 10], ends=ends)))
    view.resize(800, 300)
    view.set_visible_span(FIRST + 5 * DAY, FIRST + 15 * DAY)
    box = view.visualRect(view.model().index(0, 0))
    assert view.viewport().rect().contains(box)
    assert view.indexAt(box.center()).row() == 0


def test_events_out_of_view_have_no_rectangle(view: TimelineView) -> None:
    view.set_visible_span(FIRST, FIRST + 5 * DAY)
    assert view.visualRect(view.model().index(29, 0)).isEmpty()


def test_without_events_it_says_what_to_do(app: QApplication) -> None:
    view = TimelineView()
    view.resize(600, 300)
    before = picture(view)
    view.setModel(make_model(EventIndex.empty()))
    view.empty_words = "No events yet. Drop articles here."
    assert view.scene() is None
    after = picture(view)
    ink = [after.pixel(x, y) for x in range(600) for y in range(140, 200)]
    assert len(set(ink)) > 2
    assert before.size() == after.size()
    for key in (Key.Key_Right, Key.Key_End, Key.Key_F, Key.Key_0, Key.Key_Plus):
        press(view, key)


def test_new_events_leave_the_stretch_in_view_once_the_reader_has_moved(view: TimelineView) -> None:
    view.set_visible_span(FIRST + 3 * DAY, FIRST + 9 * DAY)
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(make_index(range(200)), fetch)
    assert view.visible_span() == (FIRST + 3 * DAY, FIRST + 9 * DAY)


def test_new_events_are_all_shown_while_the_reader_has_not_moved(view: TimelineView) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(make_index(range(400)), fetch)
    assert view.visible_span()[1] > FIRST + 399 * DAY


def test_one_stray_date_does_not_squeeze_the_rest_but_is_shown_on_demand(view: TimelineView) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(make_index([*range(60), 1_500_000]), fetch)
    assert length(view) < 100 * DAY
    press(view, Key.Key_0)
    assert view.visible_span()[1] > FIRST + 1_500_000 * DAY
    view.go_home()
    assert length(view) < 100 * DAY
    assert view.outside(*view.visible_span()) == (0, 1)


def test_home_and_end_pass_over_stray_dates_until_they_are_pressed_again(view: TimelineView) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(make_index([-700_000, -600_000, *range(60), 1_500_000]), fetch)
    reached = []
    for key in (Key.Key_Home, Key.Key_Home, Key.Key_End, Key.Key_End, Key.Key_End, Key.Key_Home):
        press(view, key)
        reached.append(current(view))
    assert reached == [2, 0, 61, 62, 62, 2]


def test_resizing_keeps_the_stretch_in_view(view: TimelineView) -> None:
    view.set_visible_span(FIRST, FIRST + 30 * DAY)
    view.resize(700, 400)
    QApplication.processEvents()
    assert view.visible_span() == (FIRST, FIRST + 30 * DAY)


def test_one_cannot_get_lost(view: TimelineView) -> None:
    view.pan(10**7, 0)
    assert view.visible_span()[0] < FIRST + 60 * DAY
    view.zoom(1e-9)
    assert length(view) < 400 * DAY
    view.zoom(1e12)
    assert length(view) >= 60


# -- selection -------------------------------------------------------------------------------------------------------------


def test_a_click_selects_the_event_in_every_view_that_shares_the_selection(view: TimelineView) -> None:
    table = QTableView()
    table.setModel(view.model())
    table.setSelectionModel(view.selectionModel())
    clicked = QSignalSpy(view.clicked)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, centre(view, 4))
    assert current(view) == table.currentIndex().row() == 4
    assert selected(view) == [4]
    assert view.currentIndex().column() == 0
    assert clicked.count() == 1
    table.deleteLater()


def test_a_click_on_the_ground_clears_the_selection(view: TimelineView) -> None:
    select(view, 3)
    ground = QPoint(view.viewport().width() // 2, view.viewport().height() - 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, ground)
    assert selected(view) == []


def test_the_selected_event_is_drawn_with_its_title_among_a_hundred_thousand(app: QApplication) -> None:
    view = TimelineView()
    view.setModel(make_model(make_index(np.random.default_rng(1).integers(0, 9000, 100_000).tolist())))
    view.resize(1000, 400)
    scene = view.scene()
    assert scene is not None
    assert scene.in_sight[0].level is Level.DENSITY
    select(view, 50_000)
    box = view.visualRect(view.currentIndex())
    assert box.width() > 40
    assert view.indexAt(box.center()).row() == 50_000


def test_the_title_of_the_selected_event_is_whole_at_the_edge_of_the_canvas(view: TimelineView) -> None:
    view.set_visible_span(FIRST + 3 * DAY, FIRST + 20 * DAY + DAY // 2)
    select(view, 10)
    box = view.visualRect(view.currentIndex())
    scene = view.scene()
    assert scene is not None
    mark = scene.mark_of(10)
    assert mark is not None
    assert (mark.left, mark.right) == (pytest.approx(box.left(), abs=1), pytest.approx(box.right() + 1, abs=1))
    assert 0 <= mark.left < mark.right <= view.viewport().width()


def test_the_current_event_is_said_to_those_who_cannot_see(view: TimelineView) -> None:
    assert view.accessibleName() == "Timeline"
    select(view, 2)
    assert view.accessibleName() == "Timeline: Event <b>102</b>"
    assert "Event <b>102</b>" in view.accessibleDescription()
    assert "2021" in view.accessibleDescription()


def test_taking_the_focus_selects_nothing(view: TimelineView) -> None:
    assert view.hasFocus()
    assert not view.currentIndex().isValid()


# -- the keys --------------------------------------------------------------------------------------------------------------


def test_shift_and_an_arrow_add_to_the_selection(view: TimelineView) -> None:
    select(view, 4)
    press(view, Key.Key_Right, Modifier.ShiftModifier)
    press(view, Key.Key_Right, Modifier.ShiftModifier)
    assert selected(view) == [4, 5, 6]


def test_arrows_stay_in_the_lane(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    select(view, 3)
    press(view, Key.Key_Right)
    assert current(view) == 6


def test_the_first_arrow_goes_to_the_first_event_in_view(view: TimelineView) -> None:
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    press(view, Key.Key_Right)
    assert current(view) == 10


def test_an_event_reached_by_key_is_brought_into_view(view: TimelineView) -> None:
    view.set_visible_span(FIRST, FIRST + 5 * DAY)
    select(view, 0)
    press(view, Key.Key_End)
    assert not view.visualRect(view.currentIndex()).isEmpty()


def test_letters_with_a_modifier_are_left_to_the_window(view: TimelineView) -> None:
    before = view.visible_span()
    press(view, Key.Key_S, Modifier.ControlModifier)
    press(view, Key.Key_F, Modifier.ControlModifier)
    assert view.visible_span() == before


# -- the pointer -----------------------------------------------------------------------------------------------------------


def test_two_fingers_move_by_their_own_pixels(view: TimelineView) -> None:
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    wheel(view, -0.1, pixels=QPoint(-50, 0))
    assert view.visible_span()[0] == pytest.approx(FIRST + 20 * DAY + 50 / view.viewport().width() * 10 * DAY, abs=2)


def test_pointing_at_an_event_shows_the_hand_and_says_what_it_is_in_plain_text(view: TimelineView) -> None:
    at = centre(view, 3)
    QTest.mouseMove(view.viewport(), at)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    said = view.pointing.tooltip_at(QPointF(at))
    assert said.splitlines()[0] == "Event <b>103</b>"
    assert "last Tuesday" in said
    assert "NATO" in said
    help_event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    assert view.viewportEvent(help_event)


def test_a_click_on_the_density_asks_for_the_list_of_its_bar(app: QApplication) -> None:
    view = TimelineView()
    view.setModel(make_model(make_index(np.random.default_rng(1).integers(0, 9000, 20_000).tolist())))
    view.resize(900, 300)
    asked = QSignalSpy(view.list_requested)
    at = QPoint(450, view.viewport().height() - 40)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, at)
    rows = asked.at(0)[0]
    assert 0 < len(rows) < 2000


# -- lanes, state, looks ---------------------------------------------------------------------------------------------------


def test_lanes_are_named_beside_the_canvas(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.KIND)
    assert [view.edges.headers.name(lane) for lane in view.lane_columns()] == ["Published", "Reported", "Planned"]
    assert view.edges.headers.isVisible()
    view.set_lanes(LaneGrouping.NONE)
    assert not view.edges.headers.isVisible()


def test_a_view_is_brought_back_from_its_state(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    view.set_visible_span(FIRST + 7 * DAY, FIRST + 17 * DAY)
    text = view.view_state().to_text()
    other = TimelineView()
    other.setModel(view.model())
    state = TimelineState.from_text(text)
    assert state is not None
    other.restore(state)
    other.resize(700, 300)
    assert other.visible_span() == view.visible_span()
    assert other.lanes is LaneGrouping.OUTLET


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"start": 5, "end": 1, "lanes": "none", "stretch": 1}', "\0"]
)
def test_a_state_that_makes_no_sense_is_none(text: str) -> None:
    assert TimelineState.from_text(text) is None


@pytest.mark.parametrize("days", [1, 20, 400, 4000])
@pytest.mark.parametrize("year", [-4990, -44, 1, 1914, 2021, 4990])
def test_labels_of_the_ruler_are_neither_cut_nor_doubled_nor_overlapping(
    view: TimelineView, days: int, year: int
) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    index = make_index([0])
    start = np.array([instant(year)], np.int64)
    columns = {name: getattr(index, name) for name in ("ids", "articles", "outlets", "kinds", "granularities", "flags")}
    model.set_events(EventIndex(starts=start, ends=start + days * DAY, outlet_names=OUTLETS, **columns), fetch)
    view.set_visible_span(instant(year), instant(year) + days * DAY)
    coarse, fine = view.edges.ruler.labels()
    assert len(coarse) + len(fine) > 1
    for row in (coarse, fine):
        for box, text in row:
            assert text
            assert box.left() >= 0
            assert box.right() <= view.edges.ruler.width()
        assert all(one[0].right() < other[0].left() for one, other in pairwise(row))
    assert len({text for _, text in coarse}) == len(coarse)


def test_years_before_the_era_are_called_so(view: TimelineView) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    index = make_index([0])
    columns = {name: getattr(index, name) for name in ("ids", "articles", "outlets", "kinds", "granularities", "flags")}
    start = np.array([instant(-43)], np.int64)
    model.set_events(EventIndex(starts=start, ends=start + 366 * DAY, outlet_names=OUTLETS, **columns), fetch)
    view.set_visible_span(instant(-43), instant(-42))
    assert view.edges.ruler.labels()[0][0][1] == "44 BCE"


def test_every_way_to_be_unsure_of_a_date_looks_different(app: QApplication) -> None:
    looks = set()
    for granularity, flags in (
        (Granularity.DAY, 0),
        (Granularity.MONTH, 0),
        (Granularity.YEAR, 0),
        (Granularity.DAY, EventFlag.APPROXIMATE),
        (Granularity.DAY, EventFlag.OPEN_END),
        (Granularity.DAY, EventFlag.OPEN_START),
    ):
        starts = np.array([FIRST], np.int64)
        index = make_index(
            [0],
            ends=starts + 30 * DAY,
            granularities=np.array([granularity], np.uint8),
            flags=np.array([flags], np.uint16),
        )
        view = TimelineView()
        view.setModel(make_model(index))
        view.resize(700, 200)
        view.set_visible_span(FIRST - 20 * DAY, FIRST + 50 * DAY)
        image = picture(view)
        looks.add(bytes(image.constBits()))
    assert len(looks) == 6


def test_the_dark_theme_paints_on_a_dark_ground(dark: QApplication) -> None:
    view = TimelineView()
    view.setModel(make_model(make_index([0, 30])))
    view.resize(600, 300)
    image = picture(view)
    assert QColor(image.pixel(300, 280)).lightness() <= DARK.raised.lightness()


def test_the_focus_and_the_selection_are_visible(view: TimelineView) -> None:
    select(view, 6)
    with_focus = picture(view)
    view.clearFocus()
    without_focus = picture(view)
    view.selectionModel().clear()
    plain = picture(view)
    assert with_focus != without_focus != plain


def test_motion_glides_to_where_no_motion_jumps(view: TimelineView) -> None:
    view.set_motion(allowed=False)
    view.zoom_to(FIRST + 10 * DAY, FIRST + 20 * DAY)
    target = view.visible_span()
    view.fit_all()
    view.set_motion(allowed=True)
    view.zoom_to(FIRST + 10 * DAY, FIRST + 20 * DAY)
    assert view.visible_span() != target
    wait_until(lambda: view.visible_span() == pytest.approx(target, abs=2))
