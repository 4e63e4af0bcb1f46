"""Which marks an article gets, and how soon they are found."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.conftest import AGROUND, APOLOGY, BODY, DAY, RABIE, REFLOATING, make_article, span_of, timex
from timeline_app.domain.extraction import TimeExpression
from timeline_app.ui.article_marks import DateMark, Marks, MentionMark


def test_dates_lead_to_the_events_that_they_date() -> None:
    events = {BODY[slice(*mark.span)]: mark.event for mark in Marks(make_article()).dates}
    assert events == {"Tuesday": AGROUND, "24 March 2021": None, "next Monday": REFLOATING, "On the same day": APOLOGY}


def test_a_date_that_dates_nothing_leads_to_the_event_of_its_sentence() -> None:
    stored = make_article()
    high_tide = timex("high tide", None, "no date of the calendar")
    expressions = (*stored.extraction.time_expressions, high_tide)
    marks = Marks(replace(stored, extraction=replace(stored.extraction, time_expressions=expressions)))
    assert marks.dates[-1].event == REFLOATING
    assert marks.dates[-1].explanation == "no date of the calendar"


def test_of_evidence_within_evidence_the_shortest_around_a_date_counts() -> None:
    stored = make_article()
    expressions = (*stored.extraction.time_expressions, timex("high tide", None, "no date of the calendar"))
    extraction = replace(stored.extraction, time_expressions=expressions)
    around = next(event for event in stored.events if event.id == REFLOATING)
    assert around.report.sentence is not None
    first, end = around.report.sentence
    start = BODY.index("high tide")

    def mark_with(*spans: tuple[int, int]) -> int | None:
        inner = [
            replace(around, id=90 + i, report=replace(around.report, sentence=span, expression=None))
            for i, span in enumerate(spans)
        ]
        return Marks(replace(stored, extraction=extraction, events=(*stored.events, *inner))).dates[-1].event

    assert mark_with((start, end)) == 90
    assert mark_with((first + 1, end), (start, end)) == 91
    assert mark_with((first + 1, start)) == REFLOATING


def test_what_stands_at_a_character_is_found_by_its_edges() -> None:
    marks = Marks(make_article())
    start, end = span_of("next Monday")
    assert isinstance(marks.at(start), DateMark)
    assert isinstance(marks.at(end - 1), DateMark)
    assert marks.at(end) is None
    mention = marks.at(BODY.index("Rabie asked"))
    assert isinstance(mention, MentionMark)
    assert mention.who.id == RABIE


def test_a_stretch_has_the_marks_that_reach_into_it() -> None:
    marks = Marks(make_article())
    start, end = span_of("Osama Rabie")
    assert [mark.span for mark in marks.mentions_within((start + 3, start + 5))] == [(start, end)]
    assert [note.event.id for note in marks.notes_within(span_of("Tuesday"))] == [AGROUND]


def test_hidden_events_have_no_note() -> None:
    stored = make_article()
    hidden = replace(stored.events[1], hidden=True)
    marks = Marks(replace(stored, events=(stored.events[0], hidden, *stored.events[2:])))
    assert AGROUND not in [note.event.id for note in marks.notes]


@pytest.mark.usefixtures("app")
def test_thousands_of_dates_and_events_are_matched_at_once() -> None:
    assert QCoreApplication.instance() is not None
    stored = make_article()
    first = stored.extraction.time_expressions[0]
    many = 10_000
    expressions = tuple(
        TimeExpression(at * 20, at * 20 + 5, "dates", first.type, "", DAY, first.resolution) for at in range(many)
    )
    events = tuple(
        replace(
            stored.events[1],
            id=at,
            report=replace(stored.events[1].report, sentence=(at * 40, at * 40 + 40), expression=at * 2),
        )
        for at in range(many // 2)
    )
    extraction = replace(stored.extraction, time_expressions=expressions)
    start = time.process_time()
    marks = Marks(replace(stored, extraction=extraction, events=events))
    # A tenth of a second here; trying every event for every date takes minutes.
    assert time.process_time() - start < 3
    assert [mark.event for mark in marks.dates[:4]] == [0, 0, 1, 1]
