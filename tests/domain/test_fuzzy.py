from __future__ import annotations

import pytest

from timeline_app.domain.fuzzy import fuzzy_score

NAMES = ["Show the whole time", "Save this view", "Suez Canal Authority", "Osama Rabie", "São Tomé", "Zoom in", "Theme"]


def best(letters: str) -> str:
    return max(NAMES, key=lambda name: fuzzy_score(letters, name))


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("save", "Save this view"),
        ("view", "Save this view"),
        ("sca", "Suez Canal Authority"),
        ("rab", "Osama Rabie"),
        ("os ra", "Osama Rabie"),
        ("ra os", "Osama Rabie"),
        ("sao", "São Tomé"),
        ("ZOOM", "Zoom in"),
        ("szca", "Suez Canal Authority"),
    ],
)
def test_the_name_that_is_meant_fits_best(letters: str, name: str) -> None:
    assert best(letters) == name


@pytest.mark.parametrize("letters", ["xylophone", "eivar", "rabie canal"])
def test_what_does_not_fit_scores_nothing(letters: str) -> None:
    assert not any(fuzzy_score(letters, name) for name in NAMES)


def test_no_letters_fit_everything() -> None:
    assert all(fuzzy_score(" ", name) == 1.0 for name in NAMES)
