from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import MEETING, day, make_extraction, many_extractions, span_of
from tests.library.raw import lasting_rows
from timeline_app.correcting import Corrector
from timeline_app.domain.correction import Accept, Hide, Note, ParticipantKey, Star, Tag
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.errors import LibraryError
from timeline_app.library import Library


class Desk:
    """A library, its corrector, and what the corrector says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.complaints: list[str] = []
        self.changes = 0
        self.reopen()

    def reopen(self, *, read_only: bool = False) -> None:
        if hasattr(self, "library"):
            self.library.close()
        self.library = Library.open(self.path, read_only=read_only)
        self.corrector = Corrector(lambda: self.library)
        self.corrector.failed.connect(lambda message: self.complaints.append(str(message)))
        self.corrector.corrected.connect(self._count)
        self.corrector.load()

    def _count(self) -> None:
        self.changes += 1

    @property
    def stack(self) -> list[str]:
        stack = self.corrector.undo_stack
        return [stack.text(number) for number in range(stack.count())]

    def flags(self, event: int) -> EventFlag:
        index = self.library.load_index()
        return EventFlag(int(index.flags[index.row_of(event)]))


@pytest.fixture
def desk(tmp_path: Path, app: QApplication) -> Iterator[Desk]:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([make_extraction(), *many_extractions(5)])
    desk = Desk(path)
    yield desk
    desk.library.close()


@pytest.mark.parametrize(
    ("verb", "undo_text"),
    [
        (lambda corrector, events: corrector.hide(events), "hide 3 events"),
        (lambda corrector, events: corrector.star(events), "star 3 events"),
        (lambda corrector, events: corrector.tag(events, "port"), "tag 3 events “port”"),
        (lambda corrector, events: corrector.note(events, "check"), "note on 3 events"),
        (lambda corrector, events: corrector.retitle(events, "The same"), "retitle 3 events"),
        (lambda corrector, events: corrector.redate(events, day("1999-01-01")), "redate 3 events"),
        (lambda corrector, events: corrector.accept(events), "accept 3 events"),
    ],
)
def test_a_verb_for_several_events_is_one_step(desk: Desk, verb: object, undo_text: str) -> None:
    before = lasting_rows(desk.path)
    assert verb(desk.corrector, [1, 2, 3])  # type: ignore[operator]
    assert len(desk.library.corrections()) == 3
    assert desk.stack == [undo_text]
    assert desk.changes == 1
    assert not verb(desk.corrector, [1, 2, 3])  # type: ignore[operator]
    assert desk.stack == [undo_text]
    desk.corrector.undo()
    assert lasting_rows(desk.path) == before
    desk.corrector.redo()
    assert len(desk.library.corrections()) == 3
    assert not desk.complaints


def test_what_was_said_of_an_event_is_in_the_index_and_in_its_article(desk: Desk) -> None:
    corrector = desk.corrector
    corrector.star([2])
    corrector.tag([2], "port")
    corrector.tag([2, 3], "arms")
    corrector.note([2], " ask them ")
    corrector.accept([2])
    assert desk.flags(2) == EventFlag.STARRED | EventFlag.TAGGED | EventFlag.NOTED | EventFlag.ACCEPTED
    stored = next(e for e in desk.library.article(desk.library.article_of_event(2)).events if e.id == 2)
    assert (stored.starred, stored.tags, stored.note, stored.accepted) == (True, ("arms", "port"), "ask them", True)
    assert desk.library.tags() == {"arms": 2, "port": 1}
    assert desk.library.notes_of([1, 2]) == {2: "ask them"}
    corrector.unstar([2])
    corrector.untag([2, 3], "arms")
    corrector.note([2], "  ")
    assert desk.flags(2) == EventFlag.TAGGED | EventFlag.ACCEPTED
    assert desk.library.tags() == {"port": 1}
    corrector.restore([2])
    assert desk.flags(2) == 0


def test_the_history_outlives_the_program_with_what_was_undone(desk: Desk) -> None:
    before = lasting_rows(desk.path)
    desk.corrector.star([1])
    desk.corrector.tag([1, 2], "port")
    desk.corrector.hide([3])
    desk.corrector.undo()
    desk.reopen()
    assert desk.stack == ["star event", "tag 2 events “port”", "hide event"]
    assert desk.corrector.undo_stack.index() == 2
    assert desk.changes == 4
    desk.corrector.redo()
    assert desk.flags(3) == EventFlag.HIDDEN
    for _ in range(3):
        desk.corrector.undo()
    assert lasting_rows(desk.path) == before
    desk.reopen()
    assert desk.corrector.undo_stack.index() == 0
    desk.corrector.redo()
    assert desk.flags(1) == EventFlag.STARRED
    desk.corrector.accept([1])
    desk.reopen()
    assert desk.stack == ["star event", "accept event"]


def test_a_step_that_cannot_be_written_is_said_and_not_on_the_stack(desk: Desk) -> None:
    desk.reopen(read_only=True)
    assert not desk.corrector.star([1])
    assert len(desk.complaints) == 1
    assert desk.stack == []


def test_an_event_made_by_hand_quotes_its_article(desk: Desk) -> None:
    before = lasting_rows(desk.path)
    article = desk.library.article_of_event(2)
    span = span_of(MEETING, "in Brussels")
    key = desk.corrector.add_event(
        "They had lunch",
        day("2023-02-15"),
        article=article,
        quotation=span,
        participants=[
            ParticipantKey("NATO", ParticipantKind.ORGANISATION),
            ParticipantKey("Cook", ParticipantKind.PERSON),
        ],
    )
    assert key is not None
    event = desk.library.event_of_key(key)
    assert event is not None
    assert desk.flags(event) == EventFlag.BY_HAND
    stored = desk.library.article(article)
    made = stored.events[-1]
    assert (made.id, made.title, made.period, made.report.sentence) == (
        event,
        "They had lunch",
        day("2023-02-15"),
        span,
    )
    assert [stored.participants[at].name for at in made.participants] == ["NATO", "Cook"]
    assert desk.library.summaries([event])[event].participants == ("NATO", "Cook")
    [cook] = [p for p in desk.library.participants() if p.name == "Cook"]
    assert desk.library.events_of([cook.id]).tolist() == [event]
    assert article in desk.library.articles_matching("Stoltenberg")
    assert desk.library.check() == []
    desk.corrector.retitle([event], "Lunch")
    desk.corrector.star([event])
    assert desk.flags(event) == EventFlag.BY_HAND | EventFlag.STARRED | EventFlag.CORRECTED
    desk.corrector.remove_events([1, event])
    assert desk.library.event_of_key(key) is None
    assert lasting_rows(desk.path) == before
    desk.corrector.undo()
    again = desk.library.event_of_key(key)
    assert again is not None
    assert desk.flags(again) == EventFlag.BY_HAND | EventFlag.STARRED | EventFlag.CORRECTED
    for _ in range(3):
        desk.corrector.undo()
    assert lasting_rows(desk.path) == before


def test_an_event_made_by_hand_may_stand_alone(desk: Desk) -> None:
    before = lasting_rows(desk.path)
    key = desk.corrector.add_event("The harbour burned", day("1901-05-04"), text="As my grandmother told it.")
    assert key is not None
    event = desk.library.event_of_key(key)
    assert event is not None
    [hit] = desk.library.search("grandmother")
    stored = desk.library.article(hit.article)
    assert [e.id for e in stored.events] == [event]
    assert stored.article.body == "As my grandmother told it."
    assert desk.library.load_index().row_of(event) == 0
    assert desk.library.undated() == []
    assert desk.library.check() == []
    desk.corrector.undo()
    assert desk.library.search("grandmother") == []
    assert desk.library.check() == []
    assert lasting_rows(desk.path) == before


def test_the_readers_own_words_are_found(desk: Desk, tmp_path: Path) -> None:
    article = desk.library.article_of_event(2)
    desk.corrector.add_event("The zeppelin landed", day("2023-02-15"), article=article)
    desk.corrector.retitle([2], "An unforgettable quarrel")
    desk.corrector.note([3], "ask Šárka")
    desk.corrector.tag([3], "sanctions")
    for words in ("zeppelin", "title:quarrel", "sarka", "sanctions"):
        assert [hit.article for hit in desk.library.search(words)] == [article]
        assert desk.library.articles_matching(words).tolist() == [article]
    with Library.create(tmp_path / "anew.timeline") as anew:
        anew.correct(*desk.library.corrections())
        anew.add([make_extraction()])
        assert len(anew.search("zeppelin")) == 1
    desk.corrector.undo()
    desk.corrector.note([3], "")
    assert desk.library.search("sarka") == []
    assert desk.library.search("sanctions") == []
    assert len(desk.library.search("zeppelin")) == 1
    for _ in range(4):
        desk.corrector.undo()
    assert desk.library.search("zeppelin") == []


def test_events_made_by_hand_come_back_with_their_article(desk: Desk, tmp_path: Path) -> None:
    article = desk.library.article_of_event(2)
    key = desk.corrector.add_event("Lunch", day("2023-02-15"), article=article)
    alone = desk.corrector.add_event("Alone", day("1901-05-04"))
    assert key is not None
    assert alone is not None
    with Library.create(tmp_path / "anew.timeline") as anew:
        anew.correct(*desk.library.corrections())
        assert anew.event_of_key(key) is None
        assert anew.event_of_key(alone) is not None
        anew.add([make_extraction(source="moved.txt")])
        assert anew.event_of_key(key) is not None
        assert anew.check() == []


def test_a_dismissed_date_hides_what_it_dated_here_or_everywhere(desk: Desk) -> None:
    desk.library.add([make_extraction(title="Again"), make_extraction(title="And again")])
    meetings = [
        event
        for event, found in desk.library.summaries(desk.library.load_index().ids.tolist()).items()
        if found.stated == "on Tuesday"
    ]
    assert len(meetings) == 3
    before = lasting_rows(desk.path)
    desk.corrector.dismiss_date(meetings[0], everywhere=False)
    assert [bool(desk.flags(event) & EventFlag.HIDDEN) for event in meetings] == [True, False, False]
    desk.corrector.dismiss_date(meetings[1], everywhere=True)
    assert all(desk.flags(event) & EventFlag.HIDDEN for event in meetings)
    desk.library.add([make_extraction(title="Once more")])
    assert sum(bool(flag & EventFlag.HIDDEN) for flag in desk.library.load_index().flags.tolist()) == 4
    assert desk.library.check() == []
    desk.corrector.unhide(meetings[:1])
    assert not any(desk.library.load_index().flags & EventFlag.HIDDEN)
    for _ in range(3):
        desk.corrector.undo()
    assert {name: rows for name, rows in lasting_rows(desk.path).items() if name == "correction"} == {
        "correction": before["correction"]
    }


def test_participants_are_merged_kept_apart_renamed_retyped_and_dismissed(desk: Desk) -> None:
    def names() -> dict[str, ParticipantKind]:
        return {found.name: found.kind for found in desk.library.participants()}

    def number(name: str) -> int:
        return next(found.id for found in desk.library.participants() if found.name == name)

    before, were = lasting_rows(desk.path), names()
    corrector = desk.corrector
    corrector.merge([number("NATO"), number("Brussels")], number("Ukraine"))
    assert {"NATO", "Brussels"}.isdisjoint(names())
    assert len(desk.library.participant_names(number("Ukraine"))) == 3
    corrector.split([ParticipantKey("NATO", ParticipantKind.ORGANISATION)])
    assert "NATO" in names()
    corrector.never_merge(number("NATO"), number("Ukraine"))
    corrector.merge([number("NATO")], number("Ukraine"))
    assert "NATO" not in names()
    corrector.rename(number("Ukraine"), " Rus ")
    corrector.retype([number("Rus")], ParticipantKind.ORGANISATION)
    assert names()["Rus"] == ParticipantKind.ORGANISATION
    corrector.dismiss_participants([number("Jens Stoltenberg")], desk.library.article_of_event(2))
    assert "Jens Stoltenberg" not in names()
    corrector.dismiss_participants([number("Rus")])
    assert "Rus" not in names()
    assert desk.stack[0] == "merge NATO, Brussels into Ukraine"
    while corrector.undo_stack.canUndo():
        corrector.undo()
    assert lasting_rows(desk.path) == before
    assert names() == were
    while corrector.undo_stack.canRedo():
        corrector.redo()
    assert "Rus" not in names()
    assert not desk.complaints


def test_what_the_program_was_unsure_of_is_reviewed_until_something_is_said_of_it(desk: Desk) -> None:
    assert desk.library.unsure() == []
    first, *others = make_extraction(title="Unsure").reports
    doubts = [replace(report, confidence=0.5 - number / 10) for number, report in enumerate(others)]
    doubtful = make_extraction(title="Unsure", reports=[first, *doubts])
    desk.library.add([doubtful])
    least, second = desk.library.unsure()
    stored = {e.id: e.report.confidence for e in desk.library.article(desk.library.article_of_event(least)).events}
    assert stored[least] < stored[second]
    desk.corrector.accept([least])
    assert desk.library.unsure() == [second]
    desk.corrector.retitle([second], "Surely")
    assert desk.library.unsure() == []
    desk.corrector.undo()
    desk.corrector.undo()
    assert desk.library.unsure() == [least, second]
    assert desk.library.unsure(limit=1) == [least]


def test_corrections_of_a_target_are_told(desk: Desk) -> None:
    key = desk.library.key_of_event(2)
    desk.corrector.star([2])
    desk.corrector.tag([2], "b")
    desk.corrector.tag([2], "a")
    desk.corrector.note([2], "n")
    desk.corrector.hide([3])
    assert set(desk.library.corrections_of(key)) == {Star(key), Tag(key, "a"), Tag(key, "b"), Note(key, "n")}
    assert desk.library.in_force(Accept(key)) is None
    assert desk.library.in_force(Hide(desk.library.key_of_event(3))) is not None


def numbers(desk: Desk) -> dict[str, int]:
    return {found.name: found.id for found in desk.library.participants()}


def test_the_name_that_leads_can_be_split_off_and_the_others_stay_one(desk: Desk) -> None:
    before, number = lasting_rows(desk.path), numbers(desk)
    desk.corrector.merge([number["NATO"], number["Brussels"]], number["Ukraine"])
    merged = lasting_rows(desk.path)
    assert desk.corrector.split([ParticipantKey("Ukraine", ParticipantKind.PLACE)])
    after = numbers(desk)
    assert "Ukraine" in after
    assert len({"NATO", "Brussels"} & after.keys()) == 1
    other = after.get("NATO") or after["Brussels"]
    assert {key.name for key in desk.library.participant_names(other)} == {"NATO", "Brussels"}
    desk.corrector.undo()
    assert {name: rows for name, rows in lasting_rows(desk.path).items() if name != "step"} == {
        name: rows for name, rows in merged.items() if name != "step"
    }
    desk.corrector.undo()
    assert lasting_rows(desk.path) == before


def test_what_was_merged_into_a_name_in_the_middle_stays_with_whom_that_was_merged_into(desk: Desk) -> None:
    number = numbers(desk)
    desk.corrector.merge([number["NATO"]], number["Brussels"])
    desk.corrector.merge([number["Brussels"]], number["Ukraine"])
    desk.corrector.split([ParticipantKey("Brussels", ParticipantKind.PLACE)])
    assert {key.name for key in desk.library.participant_names(numbers(desk)["Ukraine"])} == {"Ukraine", "NATO"}
    assert "Brussels" in numbers(desk)


def test_who_is_one_already_is_neither_merged_nor_kept_apart_once_more(desk: Desk) -> None:
    number = numbers(desk)
    desk.corrector.merge([number["NATO"]], number["Ukraine"])
    assert not desk.corrector.merge([number["NATO"]], number["Ukraine"])
    assert not desk.corrector.never_merge(number["NATO"], number["Ukraine"])
    assert "Ukraine" in numbers(desk)
    assert len(desk.stack) == 1


def test_the_date_of_an_event_that_is_gone_cannot_be_dismissed(desk: Desk) -> None:
    with pytest.raises(LibraryError):
        desk.corrector.dismiss_date(10_000, everywhere=True)


def test_two_events_of_the_same_words_come_back_as_two(desk: Desk) -> None:
    keys = [desk.corrector.add_event("Met", day("2023-02-14"), text="I was there") for _ in range(2)]
    before = lasting_rows(desk.path)
    events = [desk.library.event_of_key(key) for key in keys if key is not None]
    desk.corrector.remove_events([event for event in events if event is not None])
    desk.corrector.undo()
    after = lasting_rows(desk.path)
    assert {name: len(rows) for name, rows in after.items()} == {name: len(rows) for name, rows in before.items()}
    assert desk.library.check() == []
