from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.builders import make_extraction, many_extractions
from timeline_app.domain.correction import Tag
from timeline_app.domain.event_groups import EventGroups, GroupBy
from timeline_app.library import Library
from timeline_app.library.groups import folder_of


def by_name(groups: EventGroups) -> dict[str, list[int]]:
    return {name: groups.of(position).tolist() for position, name in enumerate(groups.names)}


def test_groups_of_participants_are_those_of_asking_for_each(library: Library) -> None:
    library.add(list(many_extractions(40)))
    groups = library.event_groups(GroupBy.PARTICIPANT)
    known = library.participants()
    assert sorted(groups.keys.tolist()) == sorted(p.id for p in known)
    for who in known:
        position = groups.position(who.id)
        assert groups.names[position] == who.name
        assert groups.kinds[position] == who.kind
        assert groups.of(position).tolist() == library.events_of([who.id]).tolist()


def test_groups_of_kinds_are_unions_of_their_participants(library: Library) -> None:
    library.add([make_extraction(), *many_extractions(5)])
    kinds = library.event_groups(GroupBy.PARTICIPANT_KIND)
    expected: dict[str, set[int]] = defaultdict(set)
    for who in library.participants():
        expected[who.kind] |= set(library.events_of([who.id]).tolist())
    assert by_name(kinds) == {kind: sorted(events) for kind, events in expected.items()}
    assert kinds.kinds == kinds.names


def test_groups_of_folders_hold_the_events_of_their_articles(library: Library) -> None:
    here, there = str(Path("case", "here", "1.txt")), str(Path("case", "there", "2.json#3"))
    library.add([make_extraction(source=here), make_extraction(title="Another", source=there)])
    groups = by_name(library.event_groups(GroupBy.FOLDER))
    assert list(groups) == [str(Path("case", "here")), str(Path("case", "there"))]
    for source, events in zip((here, there), groups.values(), strict=True):
        assert events
        assert {library.article(library.article_of_event(e)).article.source for e in events} == {source}


@pytest.mark.parametrize("by", GroupBy)
def test_an_empty_library_has_no_groups(library: Library, by: GroupBy) -> None:
    assert len(library.event_groups(by)) == 0


@pytest.mark.parametrize(
    ("source", "folder"),
    [
        ("/home/anna/case/1.txt", "/home/anna/case"),
        ("/home/anna/case.jsonl#17", "/home/anna"),
        ("/home/anna/C#/notes.txt", "/home/anna/C#"),
        ("/home/anna/all.zip#2014/march.html", "/home/anna"),
        ("/home/anna/mails#3", "/home/anna"),
        (r"C:\Cases\Ever Given\1.html", r"C:\Cases\Ever Given"),
        ("/1.txt", "/"),
        ("1.txt", ""),
        ("", ""),
    ],
)
def test_the_folder_of_a_source_is_where_its_file_is(source: str, folder: str) -> None:
    assert folder_of(source) == folder


def test_groups_of_tags_hold_the_events_that_have_them(library: Library) -> None:
    library.add([make_extraction()])
    first, second, _ = library.load_index().ids.tolist()
    for event, tag in ((first, "vessel"), (first, "Again"), (second, "vessel")):
        library.correct(Tag(library.key_of_event(event), tag))
    assert by_name(library.event_groups(GroupBy.TAG)) == {"Again": [first], "vessel": [first, second]}
