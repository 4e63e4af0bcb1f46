from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.library.schema import UNDATED_IDS, article_ids

days = st.integers(min_value=-3_000_000, max_value=4_000_000)


@given(days, days)
def test_ids_of_an_earlier_day_are_smaller(one: int, other: int) -> None:
    first, second = (article_ids(day) for day in sorted((one, other)))
    assert first == second if one == other else first[-1] < second[0]


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_ids_of_any_day_fit_in_sqlite_and_apart_from_the_undated(day: int) -> None:
    ids = article_ids(day)
    assert UNDATED_IDS[-1] < ids[0]
    assert ids[-1] < 2**47  # six bytes in a row
