from __future__ import annotations

import pytest

from timeline_app.ingest.extraction.timexes.lexicon import load_lexicon
from timeline_app.ingest.extraction.timexes.matcher import fold
from timeline_app.ingest.extraction.timexes.pattern import (
    ANY,
    END,
    WORD,
    Slot,
    openings_of,
    read_pattern,
    word_class,
)

SLOTS = {
    "unit": Slot("(?:week|month)", openings_of(["week", "month"])),
    "day": Slot(r"\d{1,2}", openings_of(["1", "12"])),
    "count": Slot(r"(?:\d+|few)", openings_of(["1", "12", "few"]), is_number=True),
    "zone": Slot(r"utc[+-]\d", {"utc": frozenset({ANY})}),
}


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("today", {"today": {END}}),
        ("new year's eve", {"new": {"year"}}),
        ("last {unit}", {"last": {"week", "month"}}),
        ("[the ]last {unit}", {"the": {"last"}, "last": {"week", "month"}}),
        ("{day} [of ]{unit}", {"#1": {"of", "week", "month"}, "#2": {"of", "week", "month"}}),
        ("(this|next[ {unit}])", {"this": {END}, "next": {END, "week", "month"}}),
        ("{unit}( of|'s) {day}", {"week": {"of", "s"}, "month": {"of", "s"}}),
        ("{zone} {day}", {"utc": {ANY}}),
        (r"\(today\)", {"today": {END}}),
    ],
)
def test_a_pattern_knows_the_two_words_that_it_can_begin_with(pattern: str, openings: dict[str, set[str]]) -> None:
    assert read_pattern(pattern, SLOTS).openings == openings


@pytest.mark.parametrize(
    ("pattern", "behind"),
    [
        ("{count} {unit} ago", {"week", "month"}),
        ("{count}[ full] {unit}", {"full", "week", "month"}),
        ("({count})-{unit}", {"week", "month"}),
        ("{count}[ {unit}]", None),  # it may end there
        ("[{count} ]{unit}", None),
        ("(today|{count} {unit})", None),
        ("last {count} {unit}", None),
    ],
)
def test_a_pattern_that_begins_with_a_number_knows_what_stands_behind_it(pattern: str, behind: set[str] | None) -> None:
    assert read_pattern(pattern, SLOTS).behind == behind


@pytest.mark.parametrize("pattern", ["week[s]", "(mid)week", "(a|the)(week|month)"])
def test_a_bracket_within_a_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="within a word"):
        read_pattern(pattern, SLOTS)


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_rule_is_left_out_where_it_matches(language: str) -> None:
    lexicon = load_lexicon(language)
    rules = {rule.rule.id: rule for bucket in lexicon.dispatch.values() for rule in bucket.of("")}
    rules |= {
        r.rule.id: r for bucket in lexicon.dispatch.values() for second in bucket.seconds for r in bucket.of(second)
    }
    matched = set()
    texts = [text for rule in lexicon.rules for text in (*(text for text, _ in rule.examples), *rule.counter_examples)]
    for text in map(fold, texts):
        words = list(WORD.finditer(text))
        for word, following in zip(words, [*words[1:], None], strict=True):
            found = [name for name, rule in rules.items() if rule.pattern.match(text, word.start())]
            matched.update(found)
            bucket = lexicon.dispatch.get(word_class(word[0]))
            begun = () if bucket is None else bucket.of("" if following is None else word_class(following[0]))
            assert {rule.rule.id for rule in begun}.issuperset(found), (text, word[0])
    assert matched == rules.keys()
