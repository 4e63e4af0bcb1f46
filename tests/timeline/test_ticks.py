from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.conftest import FIRST, LAST
from timeline_app.domain.calendar import civil, day_of, instant, weekday
from timeline_app.timeline.scale import COARSEST, FINEST, TimeScale
from timeline_app.timeline.ticks import STEPS, Step, Unit, coarse_of, fine_step, ticks


@given(st.integers(FIRST, LAST), st.floats(FINEST, COARSEST), st.integers(1, 3000))
def test_ticks_strictly_increase_and_cover_the_canvas_without_gaps(start: int, slope: float, width: int) -> None:
    scale = TimeScale(float(start), slope)
    step = fine_step(scale, lambda _step: 50)
    for row in (step, coarse_of(step)):
        cells = list(ticks(scale, width, row))
        assert cells[0][0] <= scale.start
        assert cells[-1][1] > scale.time(width)
        assert all(tick < following for tick, following in cells)
        assert all(one[1] == other[0] for one, other in pairwise(cells))
        # COARSEST is beyond the last step: a canvas of 250,000 years a screen still has ticks, close together.
        assert len(cells) <= width / 40 + 3 or step == STEPS[-1]


@given(st.integers(FIRST, LAST), st.sampled_from(STEPS))
def test_a_tick_is_its_own_floor(moment: int, step: Step) -> None:
    tick = step.floor(moment)
    assert tick <= moment < step.after(tick)
    assert step.floor(tick) == tick


def test_years_before_and_after_the_turn_of_the_era_are_round_in_the_words_of_historians() -> None:
    scale = TimeScale.fitted(instant(-249), instant(250), 1000)
    years = [civil(tick).year for tick, _ in ticks(scale, 1000, Step(Unit.YEAR, 100))]
    # Astronomical -299 is 300 BCE; nobody counted a year 0.
    assert years == [-299, -199, -99, 1, 100, 200]


def test_weeks_begin_on_monday() -> None:
    scale = TimeScale.fitted(instant(2024, 1, 1), instant(2024, 3, 1), 1000)
    assert {weekday(day_of(tick)) for tick, _ in ticks(scale, 1000, Step(Unit.WEEK, 1))} == {0}


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [
        (Step(Unit.HOUR, 6), Step(Unit.DAY, 1)),
        (Step(Unit.DAY, 1), Step(Unit.MONTH, 1)),
        (Step(Unit.MONTH, 3), Step(Unit.YEAR, 1)),
        (Step(Unit.YEAR, 1), Step(Unit.YEAR, 10)),
        (Step(Unit.YEAR, 20), Step(Unit.YEAR, 100)),
    ],
)
def test_the_row_above_counts_in_the_next_larger_unit(fine: Step, coarse: Step) -> None:
    assert coarse_of(fine) == coarse
