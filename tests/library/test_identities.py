from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import appearance, day, make_article
from tests.library.raw import execute, lasting_rows
from timeline_app.domain.correction import (
    DismissParticipant,
    Merge,
    NeverMerge,
    ParticipantCorrection,
    ParticipantKey,
    Rename,
    Retype,
    Split,
)
from timeline_app.domain.event_groups import GroupBy
from timeline_app.domain.extraction import (
    EventKind,
    Extraction,
    Participant,
    ParticipantKind,
    Report,
    Resolution,
    Role,
)
from timeline_app.domain.period import Period
from timeline_app.library import Library
from timeline_app.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PERSON, ORGANISATION, PLACE = ParticipantKind.PERSON, ParticipantKind.ORGANISATION, ParticipantKind.PLACE
SAID = Resolution("weekday", message("said"))


def telling_of(number: int, *names: str, kind: ParticipantKind = PERSON, forms: Sequence[str] = ()) -> Extraction:
    """Return an article, a day after the one before, with an event in which all of these take part."""
    body = f"{' and '.join((*names, *forms))} met on day {number}."
    article = make_article(f"Article {number}", body, Period.of_day(day("2022-01-03").first_day + number))
    participants = tuple(
        Participant(
            name,
            kind,
            ((body.index(name), body.index(name) + len(name)),),
            (Role("President", "Ukraine"),) if name.endswith("Zelensky") else (),
            tuple(forms),
        )
        for name in names
    )
    report = Report(
        "met", EventKind.REPORTED, article.published, (0, len(body)), SAID, None, tuple(range(len(names))), 0.9
    )
    return Extraction(article, (), participants, (appearance(article), report))


def names(library: Library) -> dict[str, set[str]]:
    """Return the participants of a library with all their names."""
    return {found.name: {key.name for key in library.participant_names(found.id)} for found in library.participants()}


def counted_anew(path: Path) -> dict[int, tuple[object, ...]]:
    """Count articles, mentions and events of every identity from the rows that they are counted of."""
    found = execute(
        path,
        "SELECT identity.id, (SELECT count(DISTINCT article) FROM mention JOIN participant ON participant.id = participant "
        "WHERE identity = identity.id), (SELECT coalesce(sum(mentions), 0) FROM mention JOIN participant "
        "ON participant.id = participant WHERE identity = identity.id), (SELECT count(DISTINCT event) "
        "FROM event_participant JOIN participant ON participant.id = participant WHERE identity = identity.id) FROM identity",
    )
    return {row[0]: row[1:] for row in found}  # type: ignore[misc]


def assert_counts_are_true(path: Path) -> None:
    stored = {row[0]: row[1:] for row in execute(path, "SELECT id, articles, mentions, events FROM identity")}
    assert stored == counted_anew(path)


ZELENSKY = [
    telling_of(1, "Volodymyr Zelensky"),
    telling_of(2, "Volodymyr Zelenskyy", "Zelensky"),
    telling_of(3, "Volodymyr Zelenskiy"),
    telling_of(4, "Zelenskyy", "Emmanuel Macron"),
    telling_of(5, "Volodymyr Zelensky"),
]


def test_one_person_under_many_names_is_one_participant(library: Library, path: Path) -> None:
    library.add(ZELENSKY)
    assert names(library) == {
        "Volodymyr Zelensky": {
            "Volodymyr Zelensky",
            "Volodymyr Zelenskyy",
            "Volodymyr Zelenskiy",
            "Zelensky",
            "Zelenskyy",
        },
        "Emmanuel Macron": {"Emmanuel Macron"},
    }
    president, _ = library.participants()
    assert (president.articles, president.events) == (5, 5)
    assert len(library.events_of([president.id])) == 5
    assert_counts_are_true(path)


def test_every_reading_knows_the_participant_and_not_its_names(library: Library) -> None:
    library.add(ZELENSKY)
    president = library.participants()[0]
    event = library.events_of([president.id]).tolist()[1]
    stored = library.article(library.article_of_event(event))
    [participant] = stored.participants
    assert (participant.id, participant.name) == (president.id, "Volodymyr Zelensky")
    assert len(participant.mentions) == 2
    assert set(participant.aliases) == {"Volodymyr Zelenskyy", "Zelensky"}
    assert stored.events[1].participants == (0,)
    assert library.summaries([event])[event].participants == ("Volodymyr Zelensky",)
    groups = library.event_groups(GroupBy.PARTICIPANT)
    assert set(groups.names) == {"Volodymyr Zelensky", "Emmanuel Macron"}
    assert groups.of(groups.names.index("Volodymyr Zelensky")).tolist() == library.events_of([president.id]).tolist()


def test_the_page_of_a_participant_has_names_roles_companions_and_months(library: Library) -> None:
    library.add(ZELENSKY)
    president, other = library.participants()
    page = library.participant_page(president.id)
    assert page.participant == president
    assert {form.name for form in page.names} == names(library)[president.name]
    for form in page.names:
        assert form.example is not None
        assert form.example.quotation[slice(*form.example.mark)] == form.name
    [role] = page.roles
    assert (role.role, len(role.articles)) == (Role("President", "Ukraine"), 3)
    assert role.first is not None
    assert role.last is not None
    assert role.first < role.last
    assert [(with_.participant.name, with_.events) for with_ in page.companions] == [(other.name, 1)]
    assert page.activity.events.sum() == president.events
    assert (library.activity([president.id, 999])[president.id].months == page.activity.months).all()


def test_an_id_from_before_a_merge_still_finds_the_participant(library: Library) -> None:
    library.add([telling_of(1, "Anna One"), telling_of(2, "Bea Two")])
    one, two = library.participants()
    library.correct(Merge(ParticipantKey("Bea Two", PERSON), ParticipantKey("Anna One", PERSON)))
    for old in (one.id, two.id):
        assert library.names_of([old]) == {old: "Anna One"}
        assert len(library.events_of([old])) == 2


def test_merging_and_taking_it_back_leaves_every_row_as_it_was(library: Library, path: Path) -> None:
    library.add([*ZELENSKY, telling_of(6, "Bea Two")])
    before = lasting_rows(path)
    merge = Merge(ParticipantKey("Zelensky", PERSON), ParticipantKey("Bea Two", PERSON))
    library.correct(merge)
    assert [found.name for found in library.participants()] == ["Bea Two", "Emmanuel Macron"]
    assert_counts_are_true(path)
    library.retract(merge)
    assert lasting_rows(path) == before


def test_decisions_hold_for_what_comes_in_later(library: Library) -> None:
    library.correct(
        Rename(ParticipantKey("Bea Two", PERSON), "Beatrice Two"),
        Retype(ParticipantKey("Wagner", PERSON), ORGANISATION),
        DismissParticipant(ParticipantKey("Lorem Ipsum", PERSON)),
        Split(ParticipantKey("Zelensky", PERSON)),
    )
    library.add([*ZELENSKY, telling_of(6, "Bea Two", "Wagner", "Lorem Ipsum")])
    found = {participant.name: participant.kind for participant in library.participants()}
    assert found["Beatrice Two"] == PERSON
    assert found["Wagner"] == ORGANISATION
    assert found["Zelensky"] == PERSON
    assert "Lorem Ipsum" not in found


def test_what_is_dismissed_in_one_article_is_in_the_others(library: Library, path: Path) -> None:
    library.add([telling_of(1, "Anna One", "Bea Two"), telling_of(2, "Anna One"), telling_of(3, "Bea Two")])
    before = lasting_rows(path)
    first = library.article(library.article_of_event(1))
    dismissed = DismissParticipant(ParticipantKey("Bea Two", PERSON), first.article.fingerprint)
    library.correct(dismissed)
    again = library.article(first.id)
    assert [participant.name for participant in again.participants] == ["Anna One"]
    assert again.events[1].participants == (0,)
    assert {found.name: found.events for found in library.participants()} == {"Anna One": 2, "Bea Two": 1}
    assert_counts_are_true(path)
    library.retract(dismissed)
    assert lasting_rows(path) == before


def test_dismissing_where_a_name_is_met_alone_can_be_taken_back_to_the_row(library: Library, path: Path) -> None:
    library.add([telling_of(1, "Anna One"), telling_of(2, "Bea Two")])
    before = lasting_rows(path)
    article = library.article(library.article_of_event(1)).article
    dismissed = DismissParticipant(ParticipantKey("Anna One", PERSON), article.fingerprint)
    library.correct(dismissed)
    assert [found.name for found in library.participants()] == ["Bea Two"]
    library.retract(dismissed)
    assert lasting_rows(path) == before


def test_what_may_be_one_is_suggested_with_examples_the_most_frequent_first(library: Library) -> None:
    library.add(
        [
            telling_of(1, "Emmitt Smith"),
            telling_of(2, "Smith"),
            telling_of(3, "Smith"),
            telling_of(4, "Karen Jones"),
            telling_of(5, "Jones"),
            telling_of(6, "Hamas", kind=ORGANISATION),
            telling_of(7, "Hamas", kind=PLACE),
        ]
    )
    found = [(s.one.name, s.other.name) for s in library.suggestions()]
    assert found == [("Smith", "Emmitt Smith"), ("Hamas", "Hamas"), ("Jones", "Karen Jones")]
    suggestion = library.suggestions(limit=1)[0]
    one, other = suggestion.examples
    assert one is not None
    assert other is not None
    assert one.quotation[slice(*one.mark)] == "Smith"
    library.correct(NeverMerge(ParticipantKey("Smith", PERSON), ParticipantKey("Emmitt Smith", PERSON)))
    assert [s.one.name for s in library.suggestions()] == ["Hamas", "Jones"]


def test_a_name_taken_for_one_while_another_is_written_about_is_a_suspect(library: Library) -> None:
    library.add([telling_of(number, "Joe Biden") for number in range(90)])
    library.add([telling_of(90, "Biden"), telling_of(91, "Hunter Biden")])
    [suspect] = library.suspects()
    assert (suspect.name.name, suspect.taken_for.name, suspect.rival.name) == ("Biden", "Joe Biden", "Hunter Biden")
    assert len(suspect.articles) == 1


def test_an_acronym_seen_in_brackets_is_its_long_form_everywhere(library: Library) -> None:
    long = "Liberians United for Reconciliation and Democracy"
    library.add([telling_of(1, "LURD", kind=ORGANISATION)])
    library.add([telling_of(2, long, kind=ORGANISATION, forms=("LURD",))])
    assert names(library) == {long: {long, "LURD"}}


def test_a_library_settled_by_older_rules_is_settled_anew_when_something_comes_in(library: Library, path: Path) -> None:
    library.add(ZELENSKY)
    known = who_is_who(library)
    execute(path, "UPDATE state SET value = '0' WHERE name = 'rules of identity'")
    execute(path, "UPDATE participant SET block = 'elsewhere', identity = id")
    execute(path, "INSERT OR IGNORE INTO identity SELECT id, 0, 0, 0, kind, name FROM participant")
    president = library.participants()[0]
    assert len(library.events_of([president.id])) < president.events
    library.add([telling_of(9)])
    assert who_is_who(library) == known
    assert len(library.events_of([president.id])) == president.events
    assert_counts_are_true(path)


PEOPLE = ["Joe Biden", "Biden", "Hunter Biden", "J. Biden", "BIDEN", "Joseph Biden", "Volodymyr Zelenskiy", "Zelenskyy"]
ARTICLES = st.lists(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True), min_size=1, max_size=14)
KEYS = st.sampled_from([ParticipantKey(name, PERSON) for name in PEOPLE])
DECISIONS = st.lists(
    st.one_of(
        st.builds(Merge, KEYS, KEYS),
        st.builds(NeverMerge, KEYS, KEYS),
        st.builds(Split, KEYS),
        st.builds(Rename, KEYS, st.sampled_from(["X", "Y"])),
        st.builds(Retype, KEYS, st.sampled_from(ParticipantKind)),
        st.builds(DismissParticipant, KEYS),
    ),
    max_size=3,
)


def who_is_who(library: Library) -> set[tuple[object, ...]]:
    return {
        (found.name, found.kind, found.articles, found.mentions, found.events, *sorted(map(str, keys)))
        for found in library.participants()
        for keys in [library.participant_names(found.id)]
    }


@settings(max_examples=40, deadline=None)
@given(ARTICLES, DECISIONS, st.data())
def test_the_order_of_import_and_of_decisions_is_irrelevant(
    articles: list[list[str]], made: list[ParticipantCorrection], data: st.DataObject
) -> None:
    extractions = [telling_of(number, *people) for number, people in enumerate(articles)]
    steps: list[Extraction | ParticipantCorrection] = [*extractions, *dict.fromkeys(made)]
    with TemporaryDirectory() as folder:
        results = []
        for number, order in enumerate((steps, data.draw(st.permutations(steps)))):
            path = Path(folder) / f"{number}.timeline"
            with Library.create(path) as library:
                _take(library, order)
                results.append(who_is_who(library))
            assert_counts_are_true(path)
        with Library.create(Path(folder) / "all at once.timeline") as library:
            library.correct(*made)
            library.add(extractions)
            results.append(who_is_who(library))
    assert results[0] == results[1] == results[2]


def _take(library: Library, steps: Iterable[Extraction | ParticipantCorrection]) -> None:
    for step in steps:
        if isinstance(step, Extraction):
            library.add([step])
        else:
            library.correct(step)
