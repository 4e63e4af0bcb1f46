from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.domain.test_event_index import index_of
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.event_index import EventIndex
from timeline_app.domain.facets import Facet
from timeline_app.snapshots import Snapshot
from timeline_app.ui.empty_words import empty_words


@pytest.mark.parametrize(
    ("events", "wanted", "words"),
    [
        (0, EventFilter(), "No events yet. Drop articles here"),
        (0, EventFilter(query="canal"), "No events yet. Drop articles here"),
        (3, EventFilter(), "All events are hidden"),
        (3, EventFilter(query="xylophone*"), "Nothing found for “xylophone”. Ctrl+X shows all events."),
        (3, replace(EventFilter.of(Facet.TAG, "x"), query="canal"), "No event meets all that is asked for"),
    ],
)
def test_an_empty_view_says_why_and_never_to_clear_what_is_not_there(
    app: QApplication, events: int, wanted: EventFilter, words: str
) -> None:
    snapshot = Snapshot(index_of(events), EventIndex.empty(), None, (), wanted, None)  # type: ignore[arg-type]
    assert empty_words(snapshot, "Ctrl+X").startswith(words)


@pytest.mark.parametrize(("events", "words"), [(0, "Articles are being read."), (3, "All events are hidden")])
def test_an_empty_library_that_is_being_filled_does_not_ask_for_articles(
    app: QApplication, events: int, words: str
) -> None:
    snapshot = Snapshot(index_of(events), EventIndex.empty(), None, (), EventFilter(), None)  # type: ignore[arg-type]
    assert empty_words(snapshot, "Ctrl+X", is_importing=True).startswith(words)
