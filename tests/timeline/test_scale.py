from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import FIRST, LAST
from timeline_app.timeline.scale import COARSEST, FINEST, TimeScale

INSTANTS = st.integers(FIRST, LAST)
SLOPES = st.floats(FINEST, COARSEST)
PIXELS = st.floats(-4000, 4000)
SCALES = st.builds(TimeScale, INSTANTS.map(float), SLOPES)

NEAR = 1e-2
"""Pixels: a hundredth cannot be seen."""


@given(SCALES, PIXELS)
def test_the_pixel_of_the_time_of_a_pixel_is_that_pixel(scale: TimeScale, x: float) -> None:
    assert abs(scale.x(scale.time(x)) - x) < NEAR


@given(SCALES, st.floats(0.01, 100), PIXELS)
def test_zooming_about_a_pixel_keeps_its_time(scale: TimeScale, factor: float, about: float) -> None:
    zoomed = scale.zoomed(factor, about)
    assert abs(zoomed.x(scale.time(about)) - about) < NEAR
    assert FINEST <= zoomed.seconds_per_pixel <= COARSEST


@given(SCALES, PIXELS)
def test_panning_moves_every_time_by_the_same_pixels(scale: TimeScale, by: float) -> None:
    assert abs(scale.panned(by).x(scale.time(100)) - (100 - by)) < NEAR


@given(INSTANTS, SLOPES)
def test_a_whole_second_next_to_the_edge_keeps_its_place_from_5000_bce_to_5000_ce(start: int, slope: float) -> None:
    scale = TimeScale(float(start), slope)
    assert abs(scale.x(start + 7) - 7 / slope) < NEAR


@given(SCALES, st.lists(INSTANTS, max_size=20))
def test_many_instants_get_the_pixels_that_each_gets(scale: TimeScale, instants: list[int]) -> None:
    assert np.allclose(scale.xs(np.array(instants, np.int64)), [scale.x(i) for i in instants])


@given(INSTANTS, st.integers(600, 10**11), st.integers(100, 4000))
def test_a_fitted_stretch_fills_the_width(start: int, length: int, width: int) -> None:
    scale = TimeScale.fitted(start, start + length, width)
    if FINEST < scale.seconds_per_pixel < COARSEST:
        assert abs(scale.x(start)) < NEAR
        assert abs(scale.x(start + length) - width) < NEAR
