"""What the keys of the timeline do: each verb of the key table, carried out on the view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from timeline_app.ui.timeline_keys import Verb
from timeline_app.ui.timeline_travel import Move

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Qt

    from timeline_app.ui.timeline_view import TimelineView

_SCREEN = 0.9
"""How much of the canvas a page key moves by: some stays in view for orientation."""

_STEP = 0.15
_ZOOM, _STRETCH = 1.5, 1.25

_MOVES = {
    Verb.NEXT: Move.MoveNext,
    Verb.PREVIOUS: Move.MovePrevious,
    Verb.LANE_ABOVE: Move.MoveUp,
    Verb.LANE_BELOW: Move.MoveDown,
    Verb.FIRST: Move.MoveHome,
    Verb.LAST: Move.MoveEnd,
}
_PANS = {
    Verb.SCREEN_BACK: -_SCREEN,
    Verb.SCREEN_FORWARD: _SCREEN,
    Verb.PAN_BACK: -_STEP,
    Verb.PAN_FORWARD: _STEP,
}


class KeyVerbs:
    """Carries verbs out."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._plain: dict[Verb, Callable[[], object]] = {
            Verb.ZOOM_IN: partial(view.zoom, _ZOOM),
            Verb.ZOOM_OUT: partial(view.zoom, 1 / _ZOOM),
            Verb.FIT_ALL: view.fit_all,
            Verb.CENTRE_OR_FIT_SELECTION: view.centre_or_fit,
            Verb.MARK_STRETCH: view.mark_selection,
            Verb.LIST_LEFT_OUT: view.list_left_out,
            Verb.ROWS_UP: partial(view.scroll_down, -1),
            Verb.ROWS_DOWN: partial(view.scroll_down, 1),
            Verb.TALLER_LANES: partial(view.swimlanes.stretch_by, _STRETCH),
            Verb.LOWER_LANES: partial(view.swimlanes.stretch_by, 1 / _STRETCH),
        }

    def do(self, verb: Verb, modifiers: Qt.KeyboardModifier) -> bool:
        """Carry out a verb; False where it has nothing to act on and the key is others' to take."""
        view = self._view
        if verb in _MOVES:
            view.move_cursor_by(_MOVES[verb], modifiers)
        elif verb in _PANS:
            view.pan(view.viewport().width() * _PANS[verb], 0)
        elif verb is Verb.OPEN:
            return self._open()
        elif verb is Verb.CLEAR_STRETCH:
            return view.stretch.put_away()
        else:
            self._plain[verb]()
        return True

    def _open(self) -> bool:
        """Zoom to what is marked, else open the current event."""
        view = self._view
        if view.stretch.span is not None:
            view.stretch.zoom()
        elif view.currentIndex().isValid():
            view.activated.emit(view.currentIndex())
        else:
            return False
        return True
