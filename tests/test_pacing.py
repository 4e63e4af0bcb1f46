from __future__ import annotations

import pytest

from timeline_app.pacing import Pace


def test_the_rest_takes_as_long_as_its_share_of_what_was_done() -> None:
    pace = Pace(total=1000)
    pace.finish(100, now=50.0)  # however long the workers took to start
    pace.finish(100, now=52.0)
    pace.finish(100, now=54.0)
    assert pace.seconds_left(now=54.0) == pytest.approx(4.0 * 700 / 200)


def test_what_was_done_before_is_no_result() -> None:
    pace = Pace(total=1000)
    pace.skip(500)
    assert pace.seconds_left(now=90.0) is None
    pace.finish(100, now=90.0)
    pace.finish(100, now=92.0)
    assert pace.seconds_left(now=92.0) == pytest.approx(2.0 * 300 / 100)


def test_the_first_few_results_tell_nothing_unless_they_take_long() -> None:
    pace = Pace(total=10_000)
    pace.finish(10, now=0.0)
    pace.finish(10, now=1.5)
    assert pace.seconds_left(now=1.5) is None  # one of 500, and too soon
    assert pace.seconds_left(now=11.0) == pytest.approx(11.0 * 9980 / 10)


def test_nothing_is_foretold_at_once_or_without_progress() -> None:
    pace = Pace(total=100)
    assert pace.seconds_left(now=1.0) is None
    pace.finish(50, now=1.0)
    assert pace.seconds_left(now=1.5) is None
    assert pace.seconds_left(now=60.0) is None
    pace.finish(80, now=61.0)  # more than there was to be: files grow
    assert pace.seconds_left(now=62.0) == 0.0
