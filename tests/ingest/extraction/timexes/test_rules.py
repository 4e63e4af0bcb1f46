"""Every rule's own examples: what it must find, with which value, and what it must leave alone."""

from __future__ import annotations

import pytest

from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.timexes import find_time_expressions
from timeline_app.ingest.extraction.timexes.lexicon import load_lexicon
from timeline_app.ingest.extraction.timexes.normalisers import NORMALISERS
from timeline_app.ingest.extraction.timexes.rules import Rule

READ_ON = parse_edtf("2023-02-16")  # a Thursday
LANGUAGES = ["en", "de"]
RULES = [(language, rule) for language in LANGUAGES for rule in load_lexicon(language).rules]
EXAMPLES = [
    pytest.param(language, rule, text, value, id=f"{language}-{rule.id}-{text}")
    for language, rule in RULES
    for text, value in rule.examples
]
COUNTER_EXAMPLES = [
    pytest.param(language, rule, text, id=f"{language}-{rule.id}-{text}")
    for language, rule in RULES
    for text in rule.counter_examples
]


@pytest.mark.parametrize(("language", "rule", "text", "value"), EXAMPLES)
def test_rule_reads_its_example(language: str, rule: Rule, text: str, value: str) -> None:
    found = find_time_expressions(text, READ_ON, language=language)
    mine = [e.value for e in found if rule.id in e.resolution.rule.split("+")]
    assert mine == [value], [(e.text, e.value, e.resolution.rule) for e in found]


@pytest.mark.parametrize(("language", "rule", "text"), COUNTER_EXAMPLES)
def test_rule_leaves_its_counter_example_alone(language: str, rule: Rule, text: str) -> None:
    found = find_time_expressions(text, READ_ON, language=language)
    assert not [(e.text, e.value) for e in found if rule.id in e.resolution.rule.split("+")]


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, rule in RULES if rule.make == "idiom" for text in rule.counter_examples],
)
def test_an_idiom_takes_its_words_away_from_every_rule(language: str, text: str) -> None:
    assert find_time_expressions(text, READ_ON, language=language) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_idiom_is_proved_by_a_text(language: str) -> None:
    assert [
        rule.id for rule in load_lexicon(language).rules if rule.make == "idiom" and not rule.counter_examples
    ] == []


@pytest.mark.parametrize(
    ("language", "words"), [("en", "the of and to in for on is was by with"), ("de", "der die das und von mit")]
)
def test_no_rule_begins_with_a_word_that_is_everywhere(language: str, words: str) -> None:
    # Rules are looked up at each of them: one rule with "the" costs a fiftieth. What stands before goes into `before`.
    assert not load_lexicon(language).dispatch.keys() & set(words.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_an_example_and_a_normaliser_and_a_name_of_its_own(language: str) -> None:
    rules = load_lexicon(language).rules
    assert [rule.id for rule in rules if not rule.examples and rule.make != "idiom"] == []
    assert {rule.make for rule in rules} <= set(NORMALISERS)
    assert len({rule.id for rule in rules}) == len(rules)
