"""Random edits, undone and done again, with articles coming in and being refined in between: nothing is lost or left behind."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.builders import day, make_extraction
from tests.library.raw import lasting_rows
from timeline_app.domain.correction import (
    Accept,
    Correction,
    DismissDate,
    DismissParticipant,
    Hide,
    Merge,
    NeverMerge,
    Note,
    ParticipantKey,
    Redate,
    Rename,
    Retitle,
    Retype,
    Split,
    Star,
    Tag,
    added_event,
    date_key,
    event_keys,
)
from timeline_app.domain.extraction import Level, ParticipantKind
from timeline_app.library import Library, entry_of
from timeline_app.messages import message

if TYPE_CHECKING:
    from timeline_app.domain.correction import Step

ARTICLES = [make_extraction(title=f"Article {number}", published=f"2023-02-{14 + number}") for number in range(4)]
EVENTS = [key for extraction in ARTICLES for key in event_keys(extraction)]
FINGERPRINTS = [extraction.article.fingerprint for extraction in ARTICLES]
NAMES = [ParticipantKey(found.name, found.kind) for found in ARTICLES[0].participants]
NAMES.append(ParticipantKey("Nobody", ParticipantKind.PERSON))

events, fingerprints, names = st.sampled_from(EVENTS), st.sampled_from(FINGERPRINTS), st.sampled_from(NAMES)
periods = st.sampled_from([day("1999-01-01"), day("2023-02-15"), day("2030-12-31")])
words = st.sampled_from(["one", "two", "späť"])

corrections = st.one_of(
    st.builds(Hide, events),
    st.builds(Star, events),
    st.builds(Accept, events),
    st.builds(Tag, events, words),
    st.builds(Note, events, words),
    st.builds(Retitle, events, words),
    st.builds(Redate, events, periods),
    st.builds(
        lambda text, where: DismissDate(date_key(text, where)),
        st.sampled_from(["On Tuesday", "July 2023"]),
        st.just("") | fingerprints,
    ),
    st.builds(
        lambda title, period, article: added_event(title, period, article=article, participants=tuple(NAMES[3:])),
        words,
        periods,
        st.just("") | fingerprints,
    ),
    st.builds(Merge, names, names),
    st.builds(NeverMerge, names, names),
    st.builds(Split, names),
    st.builds(Rename, names, words),
    st.builds(Retype, names, st.sampled_from(ParticipantKind)),
    st.builds(DismissParticipant, names, st.just("") | fingerprints),
)


class Correcting(RuleBasedStateMachine):
    """A library, the history that it should have, and what it looked like before each step of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "case.timeline"
        self.library = Library.create(self.path)
        self.done: list[tuple[Step, dict[str, Any]]] = []
        self.undone: list[Step] = []

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()

    @initialize(present=st.lists(st.sampled_from(ARTICLES), unique=True, min_size=1, max_size=3))
    def begin(self, present: list[Any]) -> None:
        self.library.add(present)

    @rule(made=st.lists(corrections, min_size=1, max_size=4), taken=st.lists(corrections, max_size=2))
    def do(self, made: list[Correction], taken: list[Correction]) -> None:
        before = lasting_rows(self.path)
        step = self.library.do(message("a step"), made, taken)
        if step is None:
            assert lasting_rows(self.path) == before
            return
        self.done.append((step, before))
        self.undone.clear()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        step, before = self.done.pop()
        self.library.undo(step)
        assert lasting_rows(self.path) == before
        self.undone.append(step)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step, before = self.undone.pop(), lasting_rows(self.path)
        self.library.redo(step)
        self.done.append((step, before))

    @rule(extraction=st.sampled_from(ARTICLES))
    def add_again(self, extraction: Any) -> None:
        """Take in an article that the library may have: in a folder of another name, where it is the same article."""
        moved = replace(extraction, article=replace(extraction.article, source="moved/elsewhere.txt"))
        if self.library.add([moved]).added:
            self._forget_rows()

    @rule(extraction=st.sampled_from(ARTICLES), is_poorer=st.booleans())
    def refine(self, extraction: Any, is_poorer: bool) -> None:
        reports = extraction.reports[:2] if is_poorer else extraction.reports
        participants = extraction.participants
        better = replace(extraction, reports=reports, participants=participants, level=Level.CAREFUL)
        if self.library.refine([entry_of(better)]):
            self._forget_rows()

    @rule()
    def close_and_open(self) -> None:
        self.library.close()
        self.library = Library.open(self.path)
        assert self.library.steps() == [
            *(replace(step, is_undone=False) for step, _ in self.done),
            *(replace(step, is_undone=True) for step in reversed(self.undone)),
        ]

    def _forget_rows(self) -> None:
        """What came in is no step: what the library looked like is known again only where all is undone."""
        for step, _ in reversed(self.done):
            self.library.undo(step)
        rows = lasting_rows(self.path)
        replayed = []
        for step, _ in self.done:
            replayed.append((step, lasting_rows(self.path)))
            self.library.redo(step)
        assert not self.done or replayed[0][1] == rows
        self.done = replayed

    @invariant()
    def what_is_in_force_is_what_was_done(self) -> None:
        expected: dict[object, Correction] = {}
        assert self.library.check() == []
        for step, _ in self.done:
            for edit in self.library.edits(step):
                if edit.before is not None:
                    assert expected.pop(edit.before, None) is not None
                if edit.after is not None:
                    expected[edit.after] = edit.after
        assert set(expected.values()) == set(self.library.corrections())


TestCorrecting = Correcting.TestCase
TestCorrecting.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
