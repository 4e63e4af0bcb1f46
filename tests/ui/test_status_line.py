from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import make_extraction
from timeline_app.domain.event_filter import EventFilter
from timeline_app.library import Library
from timeline_app.rereading import RefineProgress
from timeline_app.snapshots import read_snapshot
from timeline_app.ui.status_line import StatusLine


def said(line: StatusLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel) if label.isVisibleTo(line)]


def test_the_line_says_how_far_the_careful_reading_is_and_then_no_more(app: QApplication) -> None:
    line = StatusLine()
    line.show_refining(RefineProgress(120, 3000))
    assert "reading carefully: 120 of 3,000 articles" in said(line)
    line.end_refining()
    assert not [text for text in said(line) if "carefully" in text]


def test_the_counts_say_what_the_timeline_does_not_show_of_the_events_that_were_taken_in(
    app: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "case.timeline"
    told = " ".join(f"What was said in sentence {number} of the wire story." for number in range(60))
    story = make_extraction()
    body = f"{story.article.body}\n\n{told}"
    with Library.create(path) as library:
        for outlet in ("The Courier", "The Herald"):
            article = replace(story.article, body=body, outlet=outlet)
            library.add([replace(story, article=article)])
        added = library.add([make_extraction(title="Undated", body="Nobody knows when.", published=None)])
        library.regroup()
        info = library.info()
    assert added.events == 0
    snapshot = read_snapshot(path, EventFilter())
    line = StatusLine()
    line.show_counts(snapshot, can_correct=True)
    assert len(snapshot.events) == info.events
    assert info.retold > 0
    (words,) = said(line)
    assert words == f"{info.events} events in 3 articles · 1 without a date · {info.retold} told again by near copies"
