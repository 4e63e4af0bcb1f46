from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.test_timeline_view import make_index, make_model, picture
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui import timeline_canvas
from timeline_app.ui.timeline_view import TimelineView


def test_a_picture_is_arranged_once_a_frame_however_often_it_moves_before(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = TimelineView()
    view.set_motion(False)
    model = make_model(make_index(range(0, 60, 2)))
    model.setParent(view)
    view.setModel(model)
    view.set_lanes(LaneGrouping.KIND)
    view.resize(1100, 620)
    before = picture(view)
    arranged = []
    arrange = timeline_canvas.arrange
    monkeypatch.setattr(timeline_canvas, "arrange", lambda *args, **more: arranged.append(1) or arrange(*args, **more))
    for pixels in (10, -4, 30, 7):
        view.pan(pixels, 0)
        view.zoom(1.1, 200)
    assert arranged == []
    assert picture(view) != before
    assert arranged == [1]


def test_names_come_with_the_lanes_when_the_view_grows(app: QApplication) -> None:
    view = TimelineView()
    view.set_motion(False)
    model = make_model(make_index(range(0, 60, 2)))
    model.setParent(view)
    view.setModel(model)
    view.set_lanes(LaneGrouping.KIND)
    view.resize(900, 160)
    picture(view)
    view.resize(900, 700)
    picture(view)
    scene = view.scene()
    assert scene is not None
    bottom = scene.in_sight[-1].bottom
    assert view.edges.headers.lane_at(view.canvas_top() + bottom - 2) == scene.in_sight[-1].number
