"""Hard sentences written for the purpose, through the whole extraction."""

from __future__ import annotations

from tests.benchmarks.events import hard_sentences

_RIGHT = 0.9


def test_nine_of_ten_hard_sentences_give_exactly_the_events_that_they_should() -> None:
    sentences = hard_sentences()
    wrong = [text for text, is_right in sentences if not is_right]
    assert len(sentences) >= 120
    assert len(wrong) <= (1 - _RIGHT) * len(sentences), wrong
