"""What a sentence predicates."""

from __future__ import annotations

import pytest

from timeline_app.ingest.extraction.events.clauses import Tense, read_sentence
from timeline_app.ingest.extraction.events.verbs import find_predicates
from timeline_app.ingest.extraction.events.words import words_of

WORDS = words_of("en")


def predicates(text: str) -> list[tuple[str, Tense]]:
    assert WORDS is not None
    sentence = read_sentence(text, 0, len(text))
    return [(" ".join(sentence.words[p.first : p.main + 1]), p.tense) for p in find_predicates(sentence, WORDS)]


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The ministers met in Brussels.", "met", Tense.PAST),
        ("Two men were arrested.", "were arrested", Tense.PAST),
        ("The ministers have also signed it.", "have also signed", Tense.PAST),
        ("Troops had been moving north.", "had been moving", Tense.PAST),
        ("The meeting starts in Brussels.", "starts", Tense.PRESENT),
        ("The ministers are meeting in Brussels.", "are meeting", Tense.PRESENT),
        ("The ministers will meet.", "will meet", Tense.PLANNED),
        ("They'll meet.", "they'll meet", Tense.PLANNED),
        ("A vote is expected.", "is expected", Tense.PLANNED),
        ("The ministers are to meet.", "are to meet", Tense.PLANNED),
        ("The bridge is to be built.", "is to be built", Tense.PLANNED),
        ("He plans to visit Rome.", "plans to visit", Tense.PLANNED),
        ("The talks had been scheduled to begin.", "had been scheduled to begin", Tense.PLANNED),
        ("He was in Paris.", "was", Tense.WAS),
        ("Sales totaled $5 million.", "totaled", Tense.WAS),
        ("The town is small.", "is", Tense.STATE),
        ("He believed in work.", "believed", Tense.STATE),
        ("They did not meet.", "did not meet", Tense.UNREAL),
        ("The bill wasn't passed.", "wasn't passed", Tense.UNREAL),
        ("They may meet.", "may meet", Tense.POSSIBLE),
        ("They would have met.", "would have met", Tense.UNREAL),
    ],
)
def test_a_verb_group_is_read_with_its_tense(text: str, verb: str, tense: Tense) -> None:
    assert predicates(text) == [(verb, tense)]


@pytest.mark.parametrize(
    "text", ["The proposed law.", "A U.S.-led group.", "An unidentified man.", "United Nations", "His visits to Rome."]
)
def test_adjectives_and_nouns_are_no_verbs(text: str) -> None:
    assert predicates(text) == []


def test_what_follows_an_if_is_supposed_but_not_who_says_so() -> None:
    found = predicates("If they attacked, the army fled, the paper said.")
    assert [tense for _, tense in found] == [Tense.UNREAL, Tense.UNREAL, Tense.PAST]


def test_words_in_quotation_marks_are_told_apart() -> None:
    text = "He said “we attacked” and left."
    sentence = read_sentence(text, 0, len(text))
    assert [w for w, quoted in zip(sentence.words, sentence.quoted, strict=True) if quoted and w.isalpha()] == [
        "we",
        "attacked",
    ]


@pytest.mark.parametrize("text", ["He is", "They will", "It has", "is", "to be"])
def test_a_sentence_that_breaks_off_is_read_as_far_as_it_goes(text: str) -> None:
    assert WORDS is not None
    sentence = read_sentence(text, 0, len(text))
    assert all(p.first <= p.main < len(sentence.words) for p in find_predicates(sentence, WORDS))
