from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.ingest.extraction.participants.tagging.tags import TAGS, Name, begin_of, best_names, tags_of


def may_follow(tag: int, before: int) -> bool:
    """A name goes on only where one of its kind began."""
    return tag % 2 == 1 or tag == 0 or before in {tag, tag - 1}


@given(arrays(np.float32, (4, TAGS), elements=st.floats(-8, 8, width=16)))
def test_the_best_names_are_those_of_the_best_allowed_row_of_tags(scores: np.ndarray) -> None:
    best = max(
        float(sum(scores[at, tag] for at, tag in enumerate(row)))
        for row in itertools.product(range(TAGS), repeat=4)
        if all(may_follow(tag, before) for before, tag in itertools.pairwise((0, *row)))
    )
    found = tags_of(best_names(scores), 4)
    assert abs(float(scores[np.arange(4), found].sum()) - best) < 1e-3


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), st.sampled_from(list(ParticipantKind)))))
def test_names_survive_being_written_as_tags(parts: list[tuple[int, int, ParticipantKind]]) -> None:
    names, at = [], 0
    for gap, length, kind in parts:
        names.append(Name(at + gap, at + gap + length, kind))
        at += gap + length
    scores = np.full((at, TAGS), -10, dtype=np.float32)
    scores[np.arange(at), tags_of(names, at)] = 0
    assert list(best_names(scores)) == names


def test_two_names_side_by_side_stay_two() -> None:
    place = begin_of(ParticipantKind.PLACE)
    scores = np.full((2, TAGS), -10, dtype=np.float32)
    scores[:, place] = 0
    assert [(name.first, name.last) for name in best_names(scores)] == [(0, 1), (1, 2)]


def test_no_text_has_no_names() -> None:
    assert list(best_names(np.zeros((0, TAGS), dtype=np.float32))) == []
