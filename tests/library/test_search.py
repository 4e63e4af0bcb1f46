from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_article, make_extraction
from timeline_app.domain.correction import Merge
from timeline_app.domain.extraction import Participant, ParticipantKind
from timeline_app.library import Library, as_typed, is_barely_begun, phrases_of, search, while_typing
from timeline_app.library.query import parse_query
from timeline_app.library.record import HIT_END, HIT_START
from timeline_app.library.search import read_marks
from timeline_app.messages import message

ARTICLES = {
    "Canal blocked": "The Ever Given ran aground in the Suez Canal. Tugs could not move the ship.",
    "Ship freed": "After six days the ship moved again. Salvors dredged sand; the canal was open.",
    "Café society": "Nothing on ships at all, but naïve coöperation in Zürich.",
    "Owner and insurer": 'They said "no comment" on the state-of-the-art vessel.',
}


@pytest.fixture
def filled(library: Library) -> Library:
    library.add([make_extraction(title=title, body=body) for title, body in ARTICLES.items()])
    library.add(
        [
            make_extraction(),
            make_extraction(title="In March", body="Spring.", published="2023-03-31"),
            make_extraction(title="In April", body="Spring.", published="2023-04-01"),
            make_extraction(title="One day", body="Spring.", published=None),
        ]
    )
    return library


def found(library: Library, query: str) -> set[str]:
    return {hit.title for hit in library.search(query)}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("ship", {"Canal blocked", "Ship freed"}),
        ("SHIP canal", {"Canal blocked", "Ship freed"}),
        ("ship AND aground", {"Canal blocked"}),
        ('"ran aground"', {"Canal blocked"}),
        ('"aground ran"', set()),
        ("canal NOT aground", {"Ship freed"}),
        ("canal -aground", {"Ship freed"}),
        ('canal -"six days"', {"Canal blocked"}),
        ("dredg*", {"Ship freed"}),
        ("dredg", set()),
        ('"six da"*', {"Ship freed"}),
        ("title:ship", {"Ship freed"}),
        ("title:ship aground", set()),
        ("body:society", set()),
        ("-title:canal canal", {"Ship freed"}),
        ("aground OR dredged", {"Canal blocked", "Ship freed"}),
        ("aground OR dredged NOT sand", {"Canal blocked"}),
        ("cafe naive zurich", {"Café society"}),
        ("CAFÉ", {"Café society"}),
        ("state-of-the-art", {"Owner and insurer"}),
        ("participant:stoltenberg", {"Ministers meet in Brussels"}),
        ("participants:brussels -title:canal", {"Ministers meet in Brussels"}),
        ("aground NEAR suez", {"Canal blocked"}),
        ("ran NEAR/1 suez", set()),
        ("ran NEAR/4 suez", {"Canal blocked"}),
        ("suez NEAR/4 ran", {"Canal blocked"}),
        ('"ran aground" NEAR/3 "suez canal" NEAR ever', {"Canal blocked"}),
        ("NEAR(ran suez, 4)", {"Canal blocked"}),
        ("NEAR(ran suez, 1)", set()),
        ('NEAR("ran aground" tug*)', {"Canal blocked"}),
        ("body:NEAR(ran suez, 4)", {"Canal blocked"}),
        ("title:canal NEAR blocked", {"Canal blocked"}),
        ("ship -NEAR(ran suez, 4)", {"Ship freed"}),
        ("ship NEAR -aground", {"Ship freed"}),
        ("after:2023-02-15", {"In March", "In April"}),
        ("after:2023-03 before:2023-04", {"In March"}),
        ("AFTER:2023-03-31", {"In March", "In April"}),
        ("after:2023-04-01", {"In April"}),
        ("before:2023-03-31 after:2023-03", set()),
        ("-before:2023-04", {"In April"}),
        ("after:2023-02 -after:2023-04 spring", {"In March"}),
        ("spring after:2023-04 OR brussels", {"In April"}),
        ("spring before:2024", {"In March", "In April"}),
        ("after:2023-04 before:2023-03", set()),
        ("spring", {"In March", "In April", "One day"}),
        # What makes no sense is words.
        ("after:tomorrow", set()),
        ("after:", {"Ship freed"}),
        ("before:2023-02-31", set()),
        ("NEAR aground", {"Canal blocked"}),
        ("aground NEAR", {"Canal blocked"}),
        ("NEAR(", set()),
        ("NEAR()", set()),
        ("NEAR(aground", set()),
        ("NEAR(aground)", {"Canal blocked"}),
        ("nofield:NEAR(ran suez, 4)", set()),
        ("-aground", {"Canal blocked"}),
        ("NOT aground", {"Canal blocked"}),
        ("aground AND", {"Canal blocked"}),
        ("OR aground OR", {"Canal blocked"}),
        ('"ran aground', {"Canal blocked"}),
        ("(aground", {"Canal blocked"}),
        ("nofield:aground", set()),
        ("aground ^ { } : + — *", {"Canal blocked"}),
        ("", set()),
        ("   ", set()),
        ("* - \" ' :", set()),
        ("\x00\ud800", set()),
    ],
)
def test_a_query_finds(filled: Library, query: str, titles: set[str]) -> None:
    assert found(filled, query) == titles


def test_a_word_in_the_title_counts_more_than_in_the_body(library: Library) -> None:
    library.add(
        [
            make_extraction(title="A day at sea", body="The harbour is near. The harbour is far. The harbour."),
            make_extraction(title="The harbour", body="It is closed. Nobody knows why. Ships wait."),
        ]
    )
    assert [hit.title for hit in library.search("harbour")] == ["The harbour", "A day at sea"]


def test_a_query_of_dates_alone_finds_the_newest_first(filled: Library) -> None:
    hits = filled.search("after:2023-03")
    assert [(hit.title, hit.snippet, hit.marks) for hit in hits] == [
        ("In April", "Spring.", ()),
        ("In March", "Spring.", ()),
    ]
    assert len(filled.articles_matching("after:2023-03 before:2023-04")) == 1


def test_a_snippet_marks_the_words_found(filled: Library) -> None:
    [hit] = filled.search('"suez canal" tug*')
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Suez Canal", "Tugs"]


def test_the_limit_bounds_the_hits(filled: Library) -> None:
    assert len(filled.search("ship OR canal OR cafe", limit=2)) == 2


@pytest.fixture
def with_very_many(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library of 60 days with a ship in each body and in two old titles, of which the newest 20 are ranked."""
    monkeypatch.setattr(search, "MOST_RANKED", 20)
    first = date(2023, 1, 1)
    old = {2: "The ship", 3: "A ship", 5: "The canal"}
    library.add(
        [
            make_extraction(
                title=old.get(n, f"Day {n}"),
                body="ship " * (9 if n == 50 else 1) + "canal and more words of that day",
                published=str(first + timedelta(n)),
            )
            for n in range(60)
        ]
    )
    return library


def test_of_very_many_articles_those_with_the_words_in_their_titles_come_first_then_the_best_of_the_newest(
    with_very_many: Library,
) -> None:
    assert with_very_many.finds_very_many("ship")
    titles = [hit.title for hit in with_very_many.search("ship", limit=19)]
    assert titles[:3] == ["A ship", "The ship", "Day 50"]
    assert {int(title.split()[1]) for title in titles[2:]} <= set(range(40, 60))
    assert len(set(titles)) == 19
    titled = with_very_many.search("ship", limit=1)[0]
    assert [titled.snippet[slice(*mark)] for mark in titled.marks] == ["ship"]


@pytest.mark.parametrize(
    "query", ["ship OR canal", "ship -sea", '"ship canal"', "ship NEAR canal", "shi*", "body:ship", "ship -body:sea"]
)
def test_whatever_is_looked_for_the_newest_of_very_many_are_ranked(with_very_many: Library, query: str) -> None:
    assert with_very_many.finds_very_many(query)
    titles = {hit.title for hit in with_very_many.search(query, limit=10)}
    assert len(titles) == 10
    assert titles <= {"A ship", "The ship", "The canal", *(f"Day {n}" for n in range(40, 60))}


def test_what_finds_no_more_than_can_be_ranked_is_ranked_whole(with_very_many: Library) -> None:
    for query in ("ship after:2023-02-10", "ship before:2023-01-21", "title:ship", "nothing of it", "after:2023", ""):
        assert not with_very_many.finds_very_many(query)
    assert len(with_very_many.search("ship before:2023-01-21")) == 20
    assert {hit.title for hit in with_very_many.search("ship before:2023-02-10", limit=40)} > {"Day 0", "A ship"}


def test_as_many_are_ranked_as_are_asked_for(with_very_many: Library) -> None:
    assert len(with_very_many.search("ship", limit=50)) == 50
    assert len(with_very_many.search("ship", limit=100)) == 60


def test_a_word_of_three_letters_is_barely_begun() -> None:
    assert all(map(is_barely_begun, ("th*", "the min*", '"a b" or*', "-min*")))
    assert not any(map(is_barely_begun, ("mini*", "min", "min* of", '"min"*', "")))


def test_the_articles_of_a_search_are_all_that_are_found(filled: Library) -> None:
    [hit] = filled.search("stoltenberg")
    assert filled.articles_matching("stoltenberg").tolist() == [hit.article]
    assert filled.articles_matching("").tolist() == []


query_texts = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                "ship",
                "canal*",
                '"',
                "NOT",
                "OR",
                "AND",
                "NEAR",
                "NEAR/3",
                "NEAR(",
                "NEAR(ship canal, 2)",
                "after:2021",
                "before:",
                "-",
                "title:",
                "(",
                ")",
                "*",
                ":",
                "^",
                "'",
                ";",
                "\x00",
            ]
        ),
        max_size=60,
    ).map(" ".join),
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query_texts)
def test_nothing_that_can_be_typed_is_an_error(filled: Library, query: str) -> None:
    hits = filled.search(query)
    assert set(filled.articles_matching(query).tolist()) >= {hit.article for hit in hits}


def test_a_pasted_page_is_a_query_too(filled: Library) -> None:
    assert filled.search("ship canal " * 5000) == filled.search("ship canal")
    assert filled.search("(" * 100_000) == []
    assert filled.search("a OR " * 10_000) is not None


@given(st.text(alphabet="abc def", max_size=30), st.data())
def test_marks_lie_where_the_brackets_were(text: str, data: st.DataObject) -> None:
    words = [match.span() for match in re.finditer(r"\w+", text)]
    chosen = [span for span in words if data.draw(st.booleans())]
    marked = text
    for start, end in reversed(chosen):
        marked = f"{marked[:start]}{HIT_START}{marked[start:end]}{HIT_END}{marked[end:]}"
    assert read_marks(marked) == (text, tuple(chosen))


def test_words_are_quoted_for_the_index() -> None:
    assert parse_query('say "a b" NOT title:c*').words == '(("say" AND "a b") NOT (title : "c*" *))'


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", ""),
        ("c", "c"),
        ("ca", "ca*"),
        ("can", "can*"),
        ("運", "運*"),
        ("canal", "canal*"),
        ("canal ", "canal"),
        ("suez can", "suez can*"),
        ("suez NOT", "suez NOT"),
        ("suez -can", "suez -can"),
        ('"suez can', '"suez can'),
        ('"suez canal"', '"suez canal"'),
        ("title:suez", "title:suez*"),
        ("after:2021", "after:2021"),
        ("suez*", "suez*"),
    ],
)
def test_the_last_word_typed_may_be_the_beginning_of_a_longer_one(typed: str, query: str) -> None:
    assert while_typing(typed) == query


def test_a_participant_is_found_under_each_of_the_names_that_are_one(tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        for number, name in enumerate(("Osama Rabie", "Usama Rabiʿ", "Mohab Mamish")):
            body = f"{name} spoke to reporters."
            who = Participant(name, ParticipantKind.PERSON, ((0, len(name)),))
            article = make_article(title=f"Story {number}", body=body)
            library.add([make_extraction(article, participants=[who])])
        ids = {who.name: who.id for who in library.participants()}
        assert [hit.title for hit in library.search("participant:rabie", limit=9)] == ["Story 0"]
        keys = [library.participant_key(ids[name]) for name in ("Usama Rabiʿ", "Osama Rabie")]
        library.do(message("merge"), [Merge(*keys)], [])
        for query in ("participant:rabie", "participant:Usama", 'participant:"osama rabie"', "participants:osam*"):
            assert {hit.title for hit in library.search(query, limit=9)} == {"Story 0", "Story 1"}, query
            assert len(library.articles_matching(query)) == 2, query
        assert {hit.title for hit in library.search("-participant:rabie reporters", limit=9)} == {"Story 2"}
        # Who means the words themselves looks for those.
        assert [hit.title for hit in library.search("rabie", limit=9)] == ["Story 0"]


def test_accents_do_not_part_a_participant_from_the_other_names(tmp_path: Path) -> None:
    with Library.create(tmp_path / "case.timeline") as library:
        for number, name in enumerate(("Gerhard Schröder", "The Chancellor of 1998")):
            who = Participant(name, ParticipantKind.PERSON, ((0, len(name)),))
            article = make_article(title=f"Story {number}", body=f"{name} spoke to reporters.")
            library.add([make_extraction(article, participants=[who])])
        one, other = (library.participant_key(who.id) for who in library.participants())
        library.do(message("merge"), [Merge(one, other)], [])
        for query in ("participant:schröder", "participant:Schroder", "participant:SCHRÖDER"):
            assert {hit.title for hit in library.search(query, limit=9)} == {"Story 0", "Story 1"}, query


@pytest.mark.parametrize("typed", ["puerto rico", "su", "title:suez", "c", "suez NOT", '"suez can', "after:2021"])
def test_a_query_is_shown_as_it_was_typed(typed: str) -> None:
    assert as_typed(while_typing(typed)) == typed


@pytest.mark.parametrize("query", ["c*", '"suez canal"*', "a -b*"])
def test_a_star_that_only_a_reader_can_have_typed_stays(query: str) -> None:
    assert as_typed(query) == query


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("suez canal", [("suez",), ("canal",)]),
        ('"Suez Canal" tug*', [("suez", "canal"), ("tug",)]),
        ("tug NOT dredger", [("tug",)]),
        ("-tug sand", [("sand",)]),
        ("title:Wîdening after:2021", [("widening",)]),
        ("tug NEAR/3 tide", [("tug",), ("tide",)]),
        ("", []),
    ],
)
def test_what_a_query_looks_for_can_be_marked(query: str, phrases: list[tuple[str, ...]]) -> None:
    assert [phrase.words for phrase in phrases_of(query)] == phrases


def test_only_the_beginnings_of_words_are_marked_as_such() -> None:
    assert [phrase.is_prefix for phrase in phrases_of("tug* sand")] == [True, False]
