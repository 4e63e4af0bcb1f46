"""What was taken away comes in again: the same events, dates, people and quotations."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import make_article, make_extraction, many_extractions
from timeline_app.domain.correction import Note, Redate, Retitle, Star, Tag
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.event_filter import EventFilter
from timeline_app.errors import ReaderError
from timeline_app.exporting import export
from timeline_app.exports.event import ExportedEvent
from timeline_app.exports.formats import BY_NAME
from timeline_app.importing import import_paths, resume_import
from timeline_app.library import Library
from timeline_app.messages import message
from timeline_app.scanning import has_news
from timeline_app.taking_back import differences, entries_of, is_export, read_export

FORMS = ("json", "csv")


def take_away(library: Path, target: Path, form: str) -> list[ExportedEvent]:
    export(library, target, BY_NAME[form], EventFilter())
    return read_export(target)


def essence(event: ExportedEvent) -> tuple[object, ...]:
    """All of an event but where in its article's file it stands, which an export of quotations cannot bring back."""
    return (
        event.title, event.kind, event.period, event.stated, event.explanation, event.assumed, event.confidence,
        frozenset(event.participants), event.citation, event.evidence.quotation, event.evidence.source,
        event.tags, event.note, event.starred,
    )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([make_extraction(), *many_extractions(30, words=60)])
        first, second, *_ = library.keys_of_events(library.load_index().ids.tolist()).values()
        library.correct(
            Tag(first, "=court; 3"), Tag(first, "money"), Note(first, "Ask again.\n\nBy phone."), Star(second)
        )
    return path


@pytest.mark.parametrize("form", FORMS)
def test_events_come_back_into_another_library_as_they_were(library: Path, tmp_path: Path, form: str) -> None:
    away = take_away(library, tmp_path / f"a.{form}", form)
    other = tmp_path / "other.timeline"
    with Library.create(other) as target:
        corrections, unknown = differences(target, away)
        assert corrections == []
        found = list(entries_of(unknown))
        target.add_entries([entry for entry, _ in found])
        target.correct(*(mark for _, marks in found for mark in marks))
        assert target.check() == []
    back = take_away(other, tmp_path / f"b.{form}", form)
    assert len(away) > 50
    assert sorted(map(repr, map(essence, back))) == sorted(map(repr, map(essence, away)))


@pytest.mark.parametrize("form", FORMS)
def test_what_the_library_has_already_is_not_there_twice(library: Path, tmp_path: Path, form: str) -> None:
    away = take_away(library, tmp_path / f"a.{form}", form)
    with Library.open(library) as again:
        assert differences(again, away) == ([], [])


def test_what_was_changed_in_the_export_becomes_a_correction(library: Path, tmp_path: Path) -> None:
    away = take_away(library, tmp_path / "a.csv", "csv")
    edited = [replace(away[0], title="A better title", period=parse_edtf("2023-02-13~")), *away[1:]]
    with Library.open(library) as again:
        corrections, unknown = differences(again, edited)
        assert unknown == []
        assert corrections == [
            Retitle(away[0].key, "A better title"),
            Redate(away[0].key, parse_edtf("2023-02-13~")),
        ]
        again.correct(*corrections)
        assert differences(again, edited) == ([], [])


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_known_by_its_content(library: Path, tmp_path: Path, form: str) -> None:
    take_away(library, tmp_path / f"a.{form}", form)
    (tmp_path / f"a.{form}").rename(tmp_path / "notes.txt")
    assert is_export(tmp_path / "notes.txt")
    for words in (b"", b"title,date,text\nA,2023-02-14,B\n", b'{"title": "A", "date": "2023-02-14"}', b"\xff\xfe"):
        (tmp_path / "other").write_bytes(words)
        assert not is_export(tmp_path / "other")
    assert not is_export(tmp_path / "missing")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_no_export_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert not is_export(tmp_path / "pipe.json")
    assert not is_export(tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_export_is_refused_in_one_sentence(library: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    take_away(library, path, form)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) // 2], encoding="utf-8")
    with pytest.raises(ReaderError, match="is no export of events, or was damaged"):
        read_export(path)


def test_an_article_with_one_quotation_twice_is_put_together_once(tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([make_extraction()])
    away = take_away(path, tmp_path / "a.json", "json")
    ((entry, _),) = entries_of(away)
    assert entry.body.count(away[1].evidence.quotation) == 1
    assert make_article().title == entry.title


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_imported_like_any_file_and_twice_is_once(library: Path, tmp_path: Path, form: str) -> None:
    away = take_away(library, tmp_path / f"a.{form}", form)
    other = tmp_path / "other.timeline"
    first = import_paths(other, [tmp_path / f"a.{form}"], jobs=1)
    assert (first.failed, first.events) == (0, len(away))
    again = import_paths(other, [tmp_path / f"a.{form}"], jobs=1)
    assert again.events == 0
    assert len(take_away(other, tmp_path / f"b.{form}", form)) == len(away)


def test_what_was_edited_in_the_export_is_in_force_after_its_import(library: Path, tmp_path: Path) -> None:
    away = take_away(library, tmp_path / "a.json", "json")
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    titled = [e.title for e in away].index(away[0].title)
    (tmp_path / "a.json").write_text(text.replace(away[titled].title, "A title of mine", 1), encoding="utf-8")
    report = import_paths(library, [tmp_path / "a.json"], jobs=1)
    assert "A title of mine" in [e.title for e in take_away(library, tmp_path / "b.json", "json")]
    assert [str(issue.reason) for issue in report.issues] == ["1 event was changed to what it says."]


def test_what_an_export_puts_in_the_place_of_the_readers_words_can_be_undone(library: Path, tmp_path: Path) -> None:
    away = take_away(library, tmp_path / "a.json", "json")
    with Library.open(library) as mine:
        mine.do(message("retitle"), [Retitle(away[0].key, "What I found out since")], ())
    import_paths(library, [tmp_path / "a.json"], jobs=1)
    assert "What I found out since" not in [e.title for e in take_away(library, tmp_path / "b.json", "json")]
    with Library.open(library) as again:
        last = again.steps()[-1]
        assert str(last.text) == "change 1 event to what a.json says"
        again.undo(last)
    assert "What I found out since" in [e.title for e in take_away(library, tmp_path / "c.json", "json")]


def test_tags_notes_and_stars_come_along_and_are_added_to_those_that_are_there(library: Path, tmp_path: Path) -> None:
    away = take_away(library, tmp_path / "a.json", "json")
    marked = next(event for event in away if event.note)
    starred = next(event for event in away if event.starred)
    with Library.open(library) as mine:
        mine.retract(Tag(marked.key, "money"), Star(starred.key))
        mine.correct(Note(marked.key, "He called back."))
        corrections, unknown = differences(mine, away)
        assert unknown == []
        assert corrections == [
            Tag(marked.key, "money"),
            Note(marked.key, "He called back.\n\nAsk again.\n\nBy phone."),
            Star(starred.key),
        ]


def test_what_is_edited_after_an_export_was_taken_in_elsewhere_is_in_force_there_too(
    library: Path, tmp_path: Path
) -> None:
    away, other = take_away(library, tmp_path / "a.json", "json"), tmp_path / "other.timeline"
    import_paths(other, [tmp_path / "a.json"], jobs=1)
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(text.replace("Ask again.", "Ask him again."), encoding="utf-8")
    report = import_paths(other, [tmp_path / "a.json"], jobs=1)
    assert (report.added, [str(issue.reason) for issue in report.issues]) == (
        0,
        ["1 event was changed to what it says."],
    )
    back = take_away(other, tmp_path / "b.json", "json")
    assert "Ask again.\n\nBy phone.\n\nAsk him again.\n\nBy phone." in [event.note for event in back]
    assert len(back) == len(away)


def test_taking_an_export_in_is_undone_and_done_again(library: Path, tmp_path: Path) -> None:
    take_away(library, tmp_path / "a.json", "json")
    other = tmp_path / "other.timeline"
    count = import_paths(other, [tmp_path / "a.json"], jobs=1).added
    for _ in range(2):
        with Library.open(other) as undone:
            assert undone.imports.take_back(1) == count
            undone.imports.reopen(1)
        assert resume_import(other, jobs=1).added == count
    with Library.open(other) as again:
        assert again.imports.unfinished() is None
        assert again.info().articles == count


def test_a_second_look_leaves_exports_alone(library: Path, tmp_path: Path) -> None:
    away = take_away(library, tmp_path / "a.csv", "csv")
    import_paths(library, [tmp_path / "a.csv"], jobs=1)
    with Library.open(library) as mine:
        mine.do(message("retitle"), [Retitle(away[0].key, "What I found out since")], ())
    assert not has_news(library)
    report = import_paths(library, [], jobs=1, is_rescan=True)
    assert (report.read, report.issues) == (0, ())
    assert "What I found out since" in [e.title for e in take_away(library, tmp_path / "b.csv", "csv")]


def test_a_damaged_export_is_reported_and_costs_nothing_else(library: Path, tmp_path: Path) -> None:
    take_away(library, tmp_path / "a.json", "json")
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(text[: len(text) // 2], encoding="utf-8")
    (tmp_path / "b.txt").write_text("Ministers met on 3 May 2021.\n", encoding="utf-8")
    report = import_paths(tmp_path / "new.timeline", [tmp_path / "a.json", tmp_path / "b.txt"], jobs=1)
    assert (report.failed, report.added) == (1, 1)
