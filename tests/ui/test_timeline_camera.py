from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.waiting import wait_until
from timeline_app.domain.calendar import SECONDS_PER_DAY
from timeline_app.timeline.scale import TimeScale
from timeline_app.ui.timeline_camera import Camera

DAY = SECONDS_PER_DAY


@pytest.fixture
def camera(app: QApplication) -> Camera:
    camera = Camera(app)
    camera.set_width(500)
    camera.set_extent((0, 4000 * DAY))
    camera.show(TimeScale.fitted(0.0, 100.0 * DAY, 500))
    return camera


def test_a_glide_arrives_although_the_events_are_shown_anew_on_the_way(camera: Camera) -> None:
    target = TimeScale.fitted(3000.0 * DAY, 3100.0 * DAY, 500)
    camera.show(target, glide=True)
    wait_until(lambda: camera.scale.start > 0)
    camera.set_extent((0, 4100 * DAY))
    camera.set_width(500)
    assert camera.is_moving
    wait_until(lambda: not camera.is_moving)
    assert camera.span == pytest.approx(target.span(500))


def test_a_glide_is_at_its_end_at_once_where_the_canvas_changes_its_width(camera: Camera) -> None:
    camera.show(TimeScale.fitted(3000.0 * DAY, 3100.0 * DAY, 500), glide=True)
    camera.set_width(800)
    assert not camera.is_moving
    assert camera.span == pytest.approx((3000.0 * DAY, 3100.0 * DAY))


def test_a_glide_keeps_to_what_is_there_when_it_arrives(camera: Camera) -> None:
    camera.show(TimeScale.fitted(3000.0 * DAY, 3100.0 * DAY, 500), glide=True)
    camera.set_extent((0, 2000 * DAY))
    camera.set_width(500)
    wait_until(lambda: not camera.is_moving)
    start, end = camera.span
    assert (start + end) / 2 == pytest.approx(2000.0 * DAY)
