"""Going through what the program was unsure of."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from timeline_app.errors import LibraryError
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.ui.review_list import ReviewList

_AT_ONCE = 200
"""Events in the list: more come up as these are dealt with."""


class ReviewCommands(Topic):
    """Opens the list, keeps it in step with the library, and carries out what is decided there."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._list: ReviewList | None = None
        self._session.snapshot_changed.connect(lambda _snapshot: self._fill())
        self._session.opened.connect(self._close)
        return {"review": self._open}

    def _open(self) -> None:
        if self._list is None:
            from timeline_app.ui.review_list import ReviewList  # not at the start

            self._list = ReviewList(self._window)
            self._list.event_chosen.connect(self._window.desk.go_to_event)
            self._list.accept_wanted.connect(lambda event: self._session.corrector.accept([event]))
            self._list.hide_wanted.connect(lambda event: self._session.corrector.hide([event]))
            self._list.redate_wanted.connect(self._window.actions_["redate"].trigger)
        self._list.show()
        self._fill()
        self._list.activateWindow()

    def _fill(self) -> None:
        if self._list is None or not self._list.isVisible():
            return
        events = []
        for event in self._session.library.unsure(_AT_ONCE):
            with suppress(LibraryError):  # its article has been read again just now
                events.append(self._session.stored_event(event))
        self._list.show_events(events)

    def _close(self) -> None:
        """Of another library nothing is listed until that is asked for."""
        if self._list is not None:
            self._list.close()
