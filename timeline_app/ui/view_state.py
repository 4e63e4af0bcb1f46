"""What a reader finds again: the stretch of time, the lanes, what is read and selected, the filter, the view.

It is kept with the library when it is closed, and under a name when the reader saves a view.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from timeline_app.domain.correction import EventKey
from timeline_app.errors import ReaderError
from timeline_app.ui.filter_state import filter_from, filter_state
from timeline_app.ui.timeline_state import TimelineState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline_app.library import Library
    from timeline_app.ui.main_window import MainWindow

_MOST_SELECTED = 200


def view_state(window: MainWindow) -> dict[str, Any]:
    """Return the state of a window's view as plain values, for JSON."""
    library, event, stored = window.session.library, window.navigator.current, window.article.stored
    # By what they are, not by their numbers: events are found again also after their articles were read by newer rules.
    selected = library.keys_of_events(window.navigator.selected()[:_MOST_SELECTED].tolist())
    return {
        "timeline": window.timeline.view_state().to_text(),
        "table": window.views.currentIndex() == 1,
        "event": asdict(library.key_of_event(event)) if event is not None else None,
        "article": asdict(stored.events[0].key) if event is None and stored is not None and stored.events else None,
        "selected": [asdict(key) for key in selected.values()],
        **filter_state(window.session.filter, library),
    }


def restore_view(window: MainWindow, state: Mapping[str, Any], *, is_undoable: bool = False) -> None:
    """Put a window's view back; what is missing or makes no sense is left as it is.

    The filter takes the place of the one in force: as a change that can be undone, or as if there never was another.
    """
    window.commands.view.show_view(table=state.get("table") is True)
    finder, wanted = window.session.finder, filter_from(state, window.session.library)
    (finder.set_filter if is_undoable else finder.begin_with)(wanted)
    event, article = _event(window, state.get("event")), _event(window, state.get("article"))
    if event is not None:
        window.navigator.read(event)
        _select(window, state.get("selected"))
    elif article is not None:
        window.desk.show_undated(window.session.library.article_of_event(article))
    # Last: selecting an event brings it into view, and the reader had moved on from there.
    timeline = TimelineState.from_text(str(state.get("timeline")))
    if timeline is not None:
        window.timeline.restore(timeline)
    else:
        window.timeline.go_home()


def kept_view(library: Library) -> dict[str, object]:
    """Return the view that `keep_view` kept with a library, empty where there is nothing of use."""
    with suppress(ValueError, RecursionError):
        state = json.loads(library.state("view") or "{}")
        if isinstance(state, dict):
            return state
    return {}


def keep_view(library: Library, state: Mapping[str, Any]) -> None:
    """Keep a view with its library; a library that can only be read keeps nothing."""
    if not library.is_read_only:
        with suppress(ReaderError):
            library.set_state("view", json.dumps(state))


def _event(window: MainWindow, key: object) -> int | None:
    match key:
        case {"article": str(article), "evidence": str(evidence), "ordinal": int(ordinal)}:
            with suppress(ValueError, OverflowError):  # no key of this program's making
                return window.session.library.event_of_key(EventKey(article, evidence, ordinal))
    return None


def _select(window: MainWindow, keys: object) -> None:
    """Select the events that were selected beside the one that is read."""
    selection = QItemSelection()
    for key in keys[:_MOST_SELECTED] if isinstance(keys, list) else ():
        event = _event(window, key)
        row = window.model.events.row_of(event) if event is not None else -1
        if row >= 0:
            selection.select(window.model.index(row, 0), window.model.index(row, 0))
    flag = QItemSelectionModel.SelectionFlag
    window.selection.select(selection, flag.Select | flag.Rows)
