from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_names import LISTS
from timeline_app.domain.correction import (
    DismissParticipant,
    Merge,
    NeverMerge,
    ParticipantKey,
    Rename,
    Retype,
    Split,
)
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.identity import Decisions, Identity, Member, Resolved, frequency, resolve
from timeline_app.domain.names import parse_name

if TYPE_CHECKING:
    from timeline_app.domain.correction import ParticipantCorrection

PERSON, ORGANISATION, PLACE = ParticipantKind.PERSON, ParticipantKind.ORGANISATION, ParticipantKind.PLACE


def who(name: str, kind: ParticipantKind = PERSON) -> ParticipantKey:
    return ParticipantKey(name, kind)


def resolved(
    articles: dict[ParticipantKey, int],
    *made: ParticipantCorrection,
    acronyms: dict[str, str] | None = None,
) -> Resolved:
    """Resolve names that are met in so many articles; `acronyms` are those seen in brackets after a name."""
    decisions = Decisions(made)
    members = [
        Member(
            number,
            key,
            parse_name(key.name, decisions.kinds.get(key, key.kind), LISTS),
            frequency(count),
            frozenset({acronyms[key.name]} if acronyms and key.name in acronyms else ()),
        )
        for number, (key, count) in enumerate(sorted(articles.items(), key=str))
    ]
    return resolve(members, decisions, LISTS)


def groups(found: Resolved) -> set[frozenset[str]]:
    return {frozenset(member.key.name for member in identity.members) for identity in found.identities}


def only(found: Resolved) -> Identity:
    [identity] = found.identities
    return identity


def test_a_surname_is_the_only_full_name_that_is_met_often() -> None:
    found = resolved({who("Jens Stoltenberg"): 4, who("Stoltenberg"): 2})
    assert only(found).name == "Jens Stoltenberg"
    assert found.doubts == ()


def test_a_surname_stays_apart_from_a_full_name_that_is_hardly_met_and_is_suggested() -> None:
    found = resolved({who("Emmitt Smith"): 1, who("Smith"): 2})
    assert groups(found) == {frozenset({"Emmitt Smith"}), frozenset({"Smith"})}
    [doubt] = found.doubts
    assert (doubt.one.name, doubt.other.name) == ("Smith", "Emmitt Smith")


def test_a_surname_that_is_not_common_is_the_only_full_name_that_is_met_twice() -> None:
    assert only(resolved({who("Jens Stoltenberg"): 2, who("Stoltenberg"): 9})).name == "Jens Stoltenberg"
    assert len(resolved({who("Karen Smith"): 2, who("Smith"): 9}).identities) == 2


def test_a_title_and_a_surname_are_nobody_but_by_the_readers_word() -> None:
    found = resolved({who("Joe Biden"): 40, who("Dr. Biden"): 2})
    assert len(found.identities) == 2
    assert [doubt.one.name for doubt in found.doubts] == ["Dr. Biden"]


def test_a_surname_of_two_full_names_stays_apart_and_is_suggested_for_the_more_frequent() -> None:
    found = resolved({who("Joe Biden"): 20, who("Hunter Biden"): 10, who("Biden"): 5})
    assert len(found.identities) == 3
    [doubt] = found.doubts
    assert (doubt.one.name, doubt.other.name) == ("Biden", "Joe Biden")


def test_a_surname_is_the_full_name_that_is_met_many_times_as_often_and_the_rival_is_told() -> None:
    found = resolved({who("Joe Biden"): 200, who("Hunter Biden"): 2, who("Biden"): 30})
    assert groups(found) == {frozenset({"Joe Biden", "Biden"}), frozenset({"Hunter Biden"})}
    [rivalry] = found.rivalries
    assert (rivalry.short.name, rivalry.taken_for.name, rivalry.rival.name) == ("Biden", "Joe Biden", "Hunter Biden")


def test_initials_are_the_only_full_name_that_fits_them() -> None:
    found = resolved({who("John Smith"): 8, who("Karen Smith"): 8, who("J. Smith"): 2})
    assert groups(found) == {frozenset({"John Smith", "J. Smith"}), frozenset({"Karen Smith"})}
    found = resolved({who("John Smith"): 8, who("James Smith"): 8, who("J. Smith"): 2})
    assert len(found.identities) == 3


def test_a_name_without_its_middle_is_the_only_one_with_it() -> None:
    assert only(resolved({who("Robert Gates"): 3, who("Robert M. Gates"): 1})).name == "Robert Gates"
    found = resolved({who("George Bush"): 4, who("George W. Bush"): 9, who("George H. W. Bush"): 5})
    assert len(found.identities) == 3


def test_an_acronym_is_the_long_form_that_it_was_seen_in_brackets_after() -> None:
    articles = {who("Liberians United for Reconciliation and Democracy", ORGANISATION): 1, who("LURD", ORGANISATION): 9}
    seen = resolved(articles, acronyms={"Liberians United for Reconciliation and Democracy": "lurd"})
    assert only(seen).name == "Liberians United for Reconciliation and Democracy"
    unseen = resolved(articles)
    assert len(unseen.identities) == 2
    assert [doubt.one.name for doubt in unseen.doubts] == ["LURD"]


def test_a_country_goes_by_its_name() -> None:
    found = resolved({who("U.S.", PLACE): 90, who("America", PLACE): 3, who("United States", PLACE): 5})
    assert only(found).name == "United States"


def test_names_of_different_kinds_are_never_one_by_themselves() -> None:
    assert len(resolved({who("Georgia", PLACE): 9, who("Georgia", PERSON): 9}).identities) == 2


def test_what_the_reader_merges_is_one_and_goes_by_the_name_it_was_merged_into() -> None:
    articles = {who("Kadyrov"): 3, who("Head of Chechnya"): 40, who("Other Person"): 5}
    found = resolved(articles, Merge(who("Head of Chechnya"), who("Kadyrov")))
    merged = next(identity for identity in found.identities if len(identity.members) == 2)
    assert merged.name == "Kadyrov"


def test_merges_form_chains() -> None:
    articles = {who(name): 1 for name in ("A One", "B Two", "C Three", "D Four")}
    found = resolved(
        articles,
        Merge(who("A One"), who("B Two")),
        Merge(who("C Three"), who("D Four")),
        Merge(who("B Two"), who("D Four")),
    )
    assert only(found).name == "D Four"


def test_what_the_reader_splits_stands_for_itself() -> None:
    articles = {who("Joe Biden"): 9, who("Biden"): 2, who("BIDEN"): 1}
    found = resolved(articles, Split(who("Biden")))
    assert groups(found) == {frozenset({"Joe Biden", "BIDEN"}), frozenset({"Biden"})}
    assert found.doubts == ()


def test_what_the_reader_keeps_apart_stays_apart() -> None:
    articles = {who("Volodymyr Zelensky"): 9, who("Volodymyr Zelenskyy"): 9, who("Zelensky"): 3}
    assert len(resolved(articles).identities) == 1
    found = resolved(articles, NeverMerge(who("Volodymyr Zelenskyy"), who("Volodymyr Zelensky")))
    assert not any({"Volodymyr Zelensky", "Volodymyr Zelenskyy"} <= group for group in groups(found))
    found = resolved(articles, NeverMerge(who("Zelensky"), who("Volodymyr Zelenskyy")))
    assert groups(found) == {frozenset({"Volodymyr Zelensky", "Volodymyr Zelenskyy"}), frozenset({"Zelensky"})}


def test_a_new_name_and_kind_hold_for_all_its_names() -> None:
    articles = {who("Yevgeny Wagner"): 9, who("Wagner"): 3}
    renamed = only(resolved(articles, Rename(who("Wagner"), "Evgeny Wagner")))
    assert (renamed.name, renamed.kind) == ("Evgeny Wagner", PERSON)
    retyped = resolved(articles, Retype(who("Wagner"), ORGANISATION))
    assert {identity.kind for identity in retyped.identities} == {PERSON, ORGANISATION}


def test_what_is_dismissed_everywhere_is_nobody() -> None:
    found = resolved({who("Joe Biden"): 9, who("Biden"): 2}, DismissParticipant(who("Biden")))
    assert groups(found) == {frozenset({"Joe Biden"})}


GIVEN = st.sampled_from(["", "J. ", "John ", "Joe ", "Joseph ", "John Q. ", "Karen "])
KEYS = st.builds(lambda given, last: who(f"{given}{last}"), GIVEN, st.sampled_from(["Smith", "Biden", "SMITH"]))
COUNTS = st.dictionaries(KEYS, st.integers(1, 200), min_size=1)
DECISIONS = st.lists(
    st.one_of(
        st.builds(Merge, KEYS, KEYS),
        st.builds(NeverMerge, KEYS, KEYS),
        st.builds(Split, KEYS),
        st.builds(DismissParticipant, KEYS),
    ),
    max_size=4,
)


@given(COUNTS, DECISIONS, st.randoms())
def test_the_order_of_names_is_irrelevant(
    articles: dict[ParticipantKey, int], made: list[ParticipantCorrection], chance: object
) -> None:
    shuffled = sorted(articles.items(), key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert set(resolved(articles, *made).identities) == set(resolved(dict(shuffled), *made).identities)


@given(COUNTS, DECISIONS)
def test_every_name_that_is_not_dismissed_is_of_one_identity(
    articles: dict[ParticipantKey, int], made: list[ParticipantCorrection]
) -> None:
    members = [member.key for identity in resolved(articles, *made).identities for member in identity.members]
    dismissed = {decision.target for decision in made if isinstance(decision, DismissParticipant)}
    assert sorted(members, key=str) == sorted(articles.keys() - dismissed, key=str)
