"""What holds for any text whatever, and for the article that the project was conceived from."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.domain.extraction import Level, Participant, ParticipantKind
from timeline_app.ingest.extraction.participants import find_participants

DATA = Path(__file__).parents[4].parent / "shared" / "data"

WORDS = st.sampled_from(
    [
        *(
            "the",
            "The",
            "of",
            "for",
            "and",
            "in",
            "who",
            "said",
            "minister",
            "von",
            "der",
            "'s",
            "’s",
            "'",
            "’",
            ",",
            ".",
            "(",
            ")",
            "-",
            "‑",
        ),
        *(
            "President",
            "Mr.",
            "Mrs",
            "Jens",
            "Stoltenberg",
            "NATO",
            "Ukraine's",
            "May",
            "U.S.",
            "U.S.-led",
            "Group",
            "Bank",
            "England",
        ),
        *(
            "Leyen",
            "Ministry",
            "Foreign",
            "Affairs",
            "PRESIDENT",
            "BIDEN",
            "Washington",
            "Li",
            "O'Brien",
            "J.",
            "Jr.",
            "Co.",
            "&",
        ),
        *("$5", "7", "\n", "\n\n", "\t", "İ", "ß", "ﬁ", "中国", "😀"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


def check(text: str, participants: tuple[Participant, ...]) -> None:
    spans = sorted(span for participant in participants for span in participant.mentions)
    assert all(left[1] <= right[0] for left, right in pairwise(spans)), "mentions overlap"
    for participant in participants:
        assert list(participant.mentions) == sorted(participant.mentions)
        forms = {" ".join(text[start:end].split()) for start, end in participant.mentions}
        assert all(0 <= start < end <= len(text) for start, end in participant.mentions)
        assert all(form == form.strip() and form for form in forms)
        assert set(participant.aliases) <= forms
        assert not any(form.lower().startswith("the ") or form.endswith(("'s", "’s")) for form in forms)
    firsts = [participant.mentions[0] for participant in participants]
    assert firsts == sorted(firsts)


both_levels = pytest.mark.parametrize("level", Level)


@both_levels
@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_any_text_is_read_and_offsets_give_back_the_names(level: Level, text: str) -> None:
    check(text, find_participants(text, level=level))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "A",
        "I.",
        "''",
        "'s",
        "((((",
        "中国和日本",
        "\ud800 Paris",
        "A" * 5000,
        "Paris\x00London",
        "the of and",
    ],
)
@both_levels
def test_odd_texts_are_read(text: str, level: Level) -> None:
    check(text, find_participants(text, level=level))


@pytest.mark.parametrize(
    "unit", ["Abc ", "ABC ", "Bank of ", "U.S.-", "Mr. ", "(A", "von der ", "Minister of ", "A'", "x@", "Biden, ", "A-"]
)
@both_levels
def test_reading_time_grows_with_the_length_only(unit: str, level: Level) -> None:
    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        start = time.process_time()
        check(text, find_participants(text, sentences=[(0, len(text))], level=level))
        return time.process_time() - start

    seconds(1000)
    # The encoder is steady but slow: less will do to tell it from what grows faster.
    size = 20_000 if level is Level.FAST else 4_000
    short, long = seconds(size), seconds(4 * size)
    assert long < 10 * short + 0.2


def test_a_river_and_a_town_of_that_name_are_read() -> None:
    assert [p.name for p in find_participants("In River, a town in Kent, River flooded.")] == ["River", "Kent"]
    assert [p.name for p in find_participants("The River Elbe rose. A boat on the Elbe sank.")] == ["River Elbe"]


def test_sentences_that_are_known_are_not_cut_again() -> None:
    text = "Paris London"
    assert [p.name for p in find_participants(text, sentences=[(0, 5), (6, 12)])] == ["Paris", "London"]


def test_a_language_without_tables_yields_nothing() -> None:
    assert find_participants("Angela Merkel sprach in Berlin.", language="de") == ()
    assert find_participants("Angela Merkel spoke in Berlin.", language="en-GB")


def test_the_same_text_always_yields_the_same() -> None:
    text = "Anna Bauer of Siemens (SI) and NATO met Li Wei in Paris. Bauer said so."
    for level in Level:
        assert len({find_participants(text, level=level) for _ in range(3)}) == 1


@both_levels
def test_the_seed_article_yields_its_participants_and_nothing_else(level: Level) -> None:
    files = sorted((DATA / "seed").glob("*.txt")) if (DATA / "seed").is_dir() else []
    if not files:
        pytest.skip("the shared data is not on this machine")
    text = files[0].read_text(encoding="utf-8")
    found = find_participants(text, level=level)
    check(text, found)
    assert {(p.name, p.kind.value) for p in found} == {
        ("North Atlantic Treaty Organization", "organisation"),
        ("UN", "organisation"),
        ("Contact Group for Ukraine", "organisation"),
        ("Jens Stoltenberg", "person"),
        ("Oleksiy Reznikov", "person"),
        ("Putin", "person"),
        ("Ukraine", "place"),
        ("Russia", "place"),
        ("Brussels", "place"),
        ("Europe", "place"),
        ("U.S.", "place"),
    }
    roles = {p.name: [(role.text, role.of) for role in p.roles] for p in found if p.kind is ParticipantKind.PERSON}
    assert roles == {
        "Jens Stoltenberg": [("Secretary General", "NATO")],
        "Oleksiy Reznikov": [("Defense Minister", "Ukraine")],
        "Putin": [("President", "")],
    }
    assert next(p for p in found if p.name.startswith("North")).aliases == ("NATO",)


@both_levels
def test_real_statements_are_read_with_sound_offsets(level: Level) -> None:
    count = 40 if level is Level.FAST else 10
    files = sorted((DATA / "statements").glob("*.txt"))[:count] if (DATA / "statements").is_dir() else []
    if not files:
        pytest.skip("the shared data is not on this machine")
    for file in files:
        text = file.read_text(encoding="utf-8")
        check(text, find_participants(text, level=level))
