"""The keys and gestures of the timeline, each as the real event sent to the real widget.

`INPUTS` is the whole table; every test carries the names of its entries, and the last test holds the tests against the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from tests.ui.test_timeline_view import (
    DAY,
    FIRST,
    Key,
    Modifier,
    centre,
    current,
    drag,
    length,
    make_index,
    make_model,
    press,
    select,
    selected,
    view,
    wheel,
)
from tests.waiting import wait_until
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui import timeline_keys
from timeline_app.ui.overview_bar import OverviewBar
from timeline_app.ui.timeline_keys import Verb
from timeline_app.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["view"]

INPUTS = {
    "wheel",
    "wheel over lanes",
    "wheel zooms by setting",
    "two fingers",
    "tilt wheel",
    "Ctrl+wheel",
    "pinch",
    "touch pinch",
    "double tap",
    "+ -",
    "Shift+wheel",
    "Alt+wheel",
    "drag",
    "flick",
    "Shift+drag",
    "Enter zooms to the stretch",
    "drag on the ruler",
    "overview: drag, edges, click, keys",
    "click",
    "Ctrl+click",
    "Shift+click",
    "double click",
    "Enter",
    "Left Right , .",
    "Up Down k j",
    "Home End",
    "PgUp PgDn",
    "W S A D",
    "W S A D by place",
    "F",
    "0",
    "mouse 4 and 5",
    "Esc",
    "R",
    "L",
    "Alt+Up Alt+Down",
    "Alt++ Alt+-",
    "click on +12",
}
"""What the timeline itself answers to. Letters that are commands of the window (N, S, T, H, M, E, C, brackets) are its actions'."""

_TESTED: set[str] = set()


def answers(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Say which entries of the table a test is of."""
    assert set(names) <= INPUTS, names
    _TESTED.update(names)
    return lambda test: test


def span(view: TimelineView) -> tuple[int, int]:
    return view.visible_span()


def under(view: TimelineView, x: float) -> float:
    """The instant at a pixel."""
    start, end = span(view)
    return start + (end - start) * x / view.viewport().width()


def native(view: TimelineView, kind: Qt.NativeGestureType, value: float, at: QPointF) -> None:
    device = QPointingDevice.primaryPointingDevice()
    where = view.viewport().mapToGlobal(at)
    event = QNativeGestureEvent(kind, device, 2, at, at, where, value, QPointF())
    QApplication.sendEvent(view.viewport(), event)


def turn(view: TimelineView, angle: QPoint, pixels: QPoint, modifiers: Modifier = Modifier.NoModifier) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        pixels,
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted; Qt's binding takes no keyword here
    )
    QApplication.sendEvent(view.viewport(), event)


# -- the wheel and the touchpad --------------------------------------------------------------------------------------------


@answers("wheel", "Shift+wheel", "tilt wheel")
@pytest.mark.parametrize(
    ("angle", "modifiers"),
    [
        (QPoint(0, -120), Modifier.NoModifier),
        (QPoint(0, -120), Modifier.ShiftModifier),
        (QPoint(-120, 0), Modifier.NoModifier),
    ],
)
def test_the_wheel_moves_in_time(view: TimelineView, angle: QPoint, modifiers: Modifier) -> None:
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    turn(view, angle, QPoint(), modifiers)
    assert span(view)[0] > FIRST + 20 * DAY
    assert length(view) == pytest.approx(10 * DAY, abs=2)


@answers("wheel over lanes")
def test_the_wheel_moves_over_the_lanes_while_some_are_out_of_sight(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    view.swimlanes.stretch_by(4)
    before = span(view)
    wheel(view, -1)
    assert view.verticalOffset() > 0
    assert span(view) == before
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    wheel(view, -1, Modifier.ShiftModifier)
    assert span(view)[0] > FIRST + 20 * DAY


@answers("Ctrl+wheel", "wheel zooms by setting")
@pytest.mark.parametrize(("modifiers", "setting"), [(Modifier.ControlModifier, False), (Modifier.NoModifier, True)])
def test_the_wheel_zooms_about_the_pointer(view: TimelineView, modifiers: Modifier, setting: bool) -> None:
    view.gestures.wheel_zooms = setting
    at, before = QPointF(300, 100), length(view)
    moment = under(view, 300)
    wheel(view, 2, modifiers, at)
    assert length(view) < before
    assert under(view, 300) == pytest.approx(moment, abs=60)
    wheel(view, -2, modifiers, at)
    assert length(view) == pytest.approx(before, rel=0.001)


@answers("two fingers")
def test_two_fingers_move_in_both_directions_by_their_own_pixels(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    view.swimlanes.stretch_by(4)
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    moment = under(view, 500)
    turn(view, QPoint(-20, -16), QPoint(-40, -33))
    assert under(view, 460) == pytest.approx(moment, abs=60)
    assert view.verticalOffset() == 33


@answers("pinch", "double tap")
@pytest.mark.parametrize(
    ("kind", "value"),
    [(Qt.NativeGestureType.ZoomNativeGesture, 0.2), (Qt.NativeGestureType.SmartZoomNativeGesture, 0.0)],
)
def test_a_pinch_and_a_double_tap_zoom_about_the_pointer(
    view: TimelineView, kind: Qt.NativeGestureType, value: float
) -> None:
    moment, before = under(view, 700), length(view)
    native(view, kind, value, QPointF(700, 100))
    assert length(view) < before
    assert under(view, 700) == pytest.approx(moment, abs=60)


@answers("touch pinch")
def test_two_fingers_on_a_screen_zoom_about_the_middle_between_them(view: TimelineView) -> None:
    pinch = QPinchGesture()
    pinch.setScaleFactor(1.25)
    pinch.setChangeFlags(QPinchGesture.ChangeFlag.ScaleFactorChanged)
    pinch.setCenterPoint(QPointF(view.viewport().mapToGlobal(QPoint(400, 100))))
    moment, before = under(view, 400), length(view)
    QApplication.sendEvent(view.viewport(), QGestureEvent([pinch]))
    assert length(view) == pytest.approx(before / 1.25, rel=0.001)
    assert under(view, 400) == pytest.approx(moment, abs=60)


@answers("Alt+wheel", "Alt++ Alt+-")
@pytest.mark.parametrize("by_key", [False, True])
def test_lanes_grow_taller_and_lower(view: TimelineView, by_key: bool) -> None:
    view.set_lanes(LaneGrouping.OUTLET)

    def height() -> int:
        scene = view.scene()
        assert scene is not None
        return scene.layout.open_height

    before = height()
    press(view, Key.Key_Plus, Modifier.AltModifier) if by_key else turn(
        view, QPoint(120, 0), QPoint(), Modifier.AltModifier
    )
    assert height() > before
    press(view, Key.Key_Minus, Modifier.AltModifier) if by_key else turn(
        view, QPoint(-120, 0), QPoint(), Modifier.AltModifier
    )
    assert height() == pytest.approx(before, abs=1)


# -- drags -----------------------------------------------------------------------------------------------------------------


def swipe(view: TimelineView, pause: int = 0) -> None:
    """Drag left quickly, by events whose times are known, and let go after a pause."""
    where = view.viewport()

    def send(kind: QEvent.Type, x: int, moment: int) -> None:
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        at = QPointF(x, 250)
        event = QMouseEvent(kind, at, QPointF(where.mapToGlobal(at)), button, pressed, Modifier.NoModifier)
        event.setTimestamp(moment)
        QApplication.sendEvent(where, event)

    send(QEvent.Type.MouseButtonPress, 800, 1000)
    for step in range(1, 11):
        send(QEvent.Type.MouseMove, 800 - 20 * step, 1000 + 8 * step)
    send(QEvent.Type.MouseButtonRelease, 600, 1080 + pause)


@answers("drag")
def test_a_drag_pans_with_a_grab_hand(view: TimelineView) -> None:
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    where, moment = view.viewport(), under(view, 500)
    QTest.mousePress(where, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(500, 250))
    QTest.mouseMove(where, QPoint(420, 250))
    assert where.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(where, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(420, 250))
    assert where.cursor().shape() != Qt.CursorShape.ClosedHandCursor
    assert under(view, 420) == pytest.approx(moment, abs=60)
    assert selected(view) == []


@answers("flick")
def test_a_flick_goes_on_by_itself_and_comes_to_rest(view: TimelineView) -> None:
    view.set_motion(allowed=True)
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    swipe(view)
    let_go = span(view)[0]
    assert view.camera.is_moving
    wait_until(lambda: not view.camera.is_moving)
    assert span(view)[0] - let_go > 200 / view.viewport().width() * 10 * DAY
    assert length(view) == pytest.approx(10 * DAY, abs=2)


@answers("flick")
def test_a_press_stops_what_moves_by_itself(view: TimelineView) -> None:
    view.set_motion(allowed=True)
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    swipe(view)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(300, 250))
    assert not view.camera.is_moving
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(300, 250))


@answers("flick")
@pytest.mark.parametrize(("allowed", "pause"), [(False, 0), (True, 400)])
def test_nothing_moves_by_itself_without_leave_or_after_the_hand_has_rested(
    view: TimelineView, allowed: bool, pause: int
) -> None:
    view.set_motion(allowed=allowed)
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    swipe(view, pause)
    assert not view.camera.is_moving


@answers("Shift+drag", "Enter zooms to the stretch")
def test_a_stretch_is_marked_and_enter_zooms_to_it(view: TimelineView) -> None:
    before = span(view)
    drag(view, QPoint(200, 250), QPoint(600, 250), Modifier.ShiftModifier)
    assert view.stretch.span is not None
    assert view.stretch.strip.isVisible()
    assert "events" in view.stretch.strip.text()
    assert "Courier (" in view.stretch.strip.text()
    assert span(view) == before
    start, end = view.stretch.span
    press(view, Key.Key_Return)
    assert span(view) == pytest.approx((start, end), abs=0.1 * (end - start))
    assert view.stretch.span is None
    assert not view.stretch.strip.isVisible()


@answers("R", "Esc")
def test_a_stretch_is_marked_by_key_too_and_escape_takes_it_off_before_all_else(view: TimelineView) -> None:
    select(view, 4)
    press(view, Key.Key_Right, Modifier.ShiftModifier)
    press(view, Key.Key_R)
    assert view.stretch.span == (FIRST + 8 * DAY, FIRST + 11 * DAY)
    assert "events" in view.accessibleDescription()
    press(view, Key.Key_Escape)
    assert view.stretch.span is None
    assert selected(view) == [4, 5]
    view.selectionModel().clear()
    press(view, Key.Key_R)
    assert view.stretch.span == pytest.approx(span(view), abs=1)


@answers("Esc")
def test_escape_with_nothing_marked_is_left_to_the_window(view: TimelineView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Modifier.NoModifier)
    event.accept()
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


@answers("drag on the ruler")
def test_a_drag_on_the_ruler_zooms_to_a_range(view: TimelineView) -> None:
    first, last = under(view, 200), under(view, 400)
    QTest.mousePress(view.edges.ruler, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(200, 10))
    QTest.mouseMove(view.edges.ruler, QPoint(400, 10))
    QTest.mouseRelease(view.edges.ruler, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(400, 10))
    assert span(view)[0] == pytest.approx(first, abs=DAY)
    assert span(view)[1] == pytest.approx(last, abs=DAY)


@answers("overview: drag, edges, click, keys")
def test_the_overview_moves_resizes_and_jumps(view: TimelineView) -> None:
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    bar = OverviewBar(view)
    bar.resize(1000, 40)

    def pull(begin: float, end: float) -> None:
        for act, x in ((QTest.mousePress, begin), (QTest.mouseRelease, end)):
            QTest.mouseMove(bar, QPoint(round(x), 20))
            act(bar, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(round(x), 20))

    middle = bar.brush().center().x()
    pull(middle, middle + 100)
    assert span(view)[0] > FIRST + 24 * DAY
    assert length(view) == pytest.approx(10 * DAY, rel=0.01)
    pull(bar.brush().right(), bar.brush().right() + 60)
    assert length(view) > 12 * DAY
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(150, 20))
    assert span(view)[0] < FIRST + 15 * DAY
    before = span(view)[0]
    QTest.keyClick(bar, Key.Key_Right)
    assert span(view)[0] > before
    bar.deleteLater()


# -- clicks ----------------------------------------------------------------------------------------------------------------


@answers("click", "Ctrl+click", "Shift+click")
def test_clicks_select_add_and_select_a_range(view: TimelineView) -> None:
    for row, modifiers, wanted in (
        (4, Modifier.NoModifier, [4]),
        (9, Modifier.ControlModifier, [4, 9]),
        (5, Modifier.NoModifier, [5]),
        (8, Modifier.ShiftModifier, [5, 6, 7, 8]),
    ):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, centre(view, row))
        assert selected(view) == wanted
        assert current(view) == row


@answers("double click", "Enter")
def test_a_double_click_and_enter_ask_for_the_article(view: TimelineView) -> None:
    opened = QSignalSpy(view.activated)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, centre(view, 7))
    select(view, 3)
    press(view, Key.Key_Return)
    press(view, Key.Key_Enter, Modifier.KeypadModifier)
    assert [opened.at(i)[0].row() for i in range(opened.count())] == [7, 3, 3]


@answers("mouse 4 and 5")
def test_the_buttons_for_it_go_back_and_forward(view: TimelineView) -> None:
    asked = QSignalSpy(view.history_requested)
    for button in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
        QTest.mouseClick(view.viewport(), button, Modifier.NoModifier, QPoint(300, 250))
    assert [asked.at(i)[0] for i in range(asked.count())] == [-1, 1]


# -- what has no room ------------------------------------------------------------------------------------------------------


@answers("click on +12", "L")
@pytest.mark.parametrize("by_key", [False, True])
def test_what_has_no_room_opens_as_a_list_where_it_is_counted(app: QApplication, by_key: bool) -> None:
    view = TimelineView()
    view.set_motion(allowed=False)
    view.setModel(make_model(make_index([5] * 400 + [60])))
    view.resize(900, 300)
    view.set_visible_span(FIRST, FIRST + 30 * DAY)
    scene = view.scene()
    assert scene is not None
    asked = QSignalSpy(view.list_requested)
    more = scene.in_sight[0].more[0]
    at = QPointF((more.left + more.right) / 2, (more.top + more.bottom) / 2).toPoint()
    assert view.pointing.tooltip_at(QPointF(at)).endswith("events")
    if by_key:
        press(view, Key.Key_L)
    else:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, at)
    rows, place = asked.at(0)
    assert rows.tolist() == more.rows.tolist()
    assert (place - view.viewport().mapToGlobal(at)).manhattanLength() < 20


@answers("L")
def test_the_density_opens_as_a_list_by_key(app: QApplication) -> None:
    view = TimelineView()
    view.setModel(make_model(make_index([day for day in range(3000) for _ in range(5)])))
    view.resize(900, 300)
    asked = QSignalSpy(view.list_requested)
    press(view, Key.Key_L)
    assert 0 < len(asked.at(0)[0]) < 500


@answers("Alt+Up Alt+Down")
def test_keys_scroll_the_rows_of_a_lane_or_the_lanes(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    view.swimlanes.stretch_by(4)
    press(view, Key.Key_Down, Modifier.AltModifier)
    assert view.verticalOffset() > 0
    press(view, Key.Key_Up, Modifier.AltModifier)
    assert view.verticalOffset() == 0


# -- the keys --------------------------------------------------------------------------------------------------------------


@answers("Left Right , .", "Home End")
@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Key.Key_Right, 5),
        (Key.Key_Period, 5),
        (Key.Key_Left, 3),
        (Key.Key_Comma, 3),
        (Key.Key_Home, 0),
        (Key.Key_End, 29),
    ],
)
def test_keys_go_along_the_events(view: TimelineView, key: Key, row: int) -> None:
    select(view, 4)
    press(view, key)
    assert selected(view) == [row]


@answers("Up Down k j")
@pytest.mark.parametrize(("key", "row"), [(Key.Key_Down, 4), (Key.Key_J, 4), (Key.Key_Up, 3), (Key.Key_K, 3)])
def test_keys_go_to_the_nearest_event_of_the_next_lane(view: TimelineView, key: Key, row: int) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    select(view, 7 - row)
    press(view, key)
    assert current(view) == row


@answers("PgUp PgDn", "W S A D")
@pytest.mark.parametrize(
    ("key", "screens"), [(Key.Key_PageDown, 0.9), (Key.Key_PageUp, -0.9), (Key.Key_D, 0.15), (Key.Key_A, -0.15)]
)
def test_keys_move_in_time(view: TimelineView, key: Key, screens: float) -> None:
    view.set_visible_span(FIRST + 25 * DAY, FIRST + 35 * DAY)
    before = span(view)[0]
    press(view, key)
    assert span(view)[0] - before == pytest.approx(10 * DAY * screens, rel=0.01)


@answers("+ -", "W S A D")
@pytest.mark.parametrize(
    ("key", "modifiers", "is_in"),
    [
        (Key.Key_Plus, Modifier.NoModifier, True),
        (Key.Key_Plus, Modifier.ShiftModifier, True),
        (Key.Key_Plus, Modifier.KeypadModifier, True),
        (Key.Key_Minus, Modifier.NoModifier, False),
        (Key.Key_W, Modifier.NoModifier, True),
        (Key.Key_S, Modifier.NoModifier, False),
    ],
)
def test_keys_zoom_about_the_selection(view: TimelineView, key: Key, modifiers: Modifier, is_in: bool) -> None:
    view.set_visible_span(FIRST, FIRST + 50 * DAY)
    select(view, 5)
    middle, before = FIRST + 10.5 * DAY, length(view)
    x = (middle - span(view)[0]) / before * view.viewport().width()
    press(view, key, modifiers)
    assert (length(view) < before) is is_in
    assert under(view, x) == pytest.approx(middle, abs=60)


@answers("W S A D by place")
@pytest.mark.parametrize(
    ("place", "verb"),
    [(25, Verb.ZOOM_IN), (39, Verb.ZOOM_OUT), (38, Verb.PAN_BACK), (40, Verb.PAN_FORWARD)],
)
def test_the_same_fingers_do_it_on_every_keyboard(
    view: TimelineView, monkeypatch: pytest.MonkeyPatch, place: int, verb: Verb
) -> None:
    monkeypatch.setattr(timeline_keys, "_PHYSICAL", {place: verb})
    view.set_visible_span(FIRST + 20 * DAY, FIRST + 30 * DAY)
    before = span(view)
    elsewhere = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Z, Modifier.NoModifier, place, 0, 0, "z")
    QApplication.sendEvent(view, elsewhere)
    assert span(view) != before


@answers("F", "0")
def test_f_centres_then_fits_the_selection_and_0_fits_everything(view: TimelineView) -> None:
    everything = span(view)
    view.set_visible_span(FIRST, FIRST + 20 * DAY)
    select(view, 8)
    press(view, Key.Key_F)
    assert sum(span(view)) / 2 == pytest.approx(FIRST + 16.5 * DAY, abs=60)
    assert length(view) == pytest.approx(20 * DAY, abs=60)
    press(view, Key.Key_F)
    assert length(view) < 5 * DAY
    press(view, Key.Key_0)
    assert span(view) == pytest.approx(everything, abs=60)


def test_every_entry_of_the_table_has_its_test() -> None:
    assert _TESTED == INPUTS


def test_every_verb_of_the_keys_has_a_key() -> None:
    assert all(timeline_keys.OWN_KEYS[verb] for verb in Verb)
