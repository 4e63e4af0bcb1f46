"""What a reader finds again on opening a library: the stretch of time, the event read, the filter, the view."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import EventKey
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.facets import Choice, Facet
from timeline_app.ui.timeline_state import TimelineState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_app.ui.main_window import MainWindow


def view_state(window: MainWindow) -> dict[str, Any]:
    """Return the state of a window's view as plain values, for JSON."""
    event = window.navigator.current
    wanted = window.session.filter
    return {
        "timeline": window.timeline.view_state().to_text(),
        "table": window.views.currentIndex() == 1,
        # By what it is, not by its number: an event is found again also after the article was read by newer rules.
        "event": asdict(window.session.library.key_of_event(event)) if event is not None else None,
        "query": wanted.query,
        "participants": sorted(wanted.participants),
        "show_hidden": wanted.show_hidden,
    }


def restore_view(window: MainWindow, state: Mapping[str, Any]) -> None:
    """Put a window's view back; what is missing or makes no sense is left as it is."""
    window.commands.view.show_view(table=state.get("table") is True)
    participants = state.get("participants")
    window.session.finder.set_filter(
        EventFilter(
            chosen=frozenset(Choice(Facet.PARTICIPANT, p) for p in participants if isinstance(p, int))
            if isinstance(participants, list)
            else frozenset(),
            query=str(state.get("query") or ""),
            show_hidden=state.get("show_hidden") is True,
        )
    )
    match state.get("event"):
        case {"article": str(article), "evidence": str(evidence), "ordinal": int(ordinal)}:
            with suppress(ValueError, OverflowError):  # no key of this program's making
                event = window.session.library.event_of_key(EventKey(article, evidence, ordinal))
                if event is not None:
                    window.navigator.read(event)
        case _:
            pass
    # Last: selecting an event brings it into view, and the reader had moved on from there.
    timeline = TimelineState.from_text(str(state.get("timeline")))
    if timeline is not None:
        window.timeline.restore(timeline)
    else:
        window.timeline.go_home()
