"""Going through what the program was unsure of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.background import Control, Newest
from timeline_app.errors import ReaderError
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline_app.reviewing import Doubtful
    from timeline_app.ui.review_list import ReviewList

_AT_ONCE = 200
"""Events in the list: more come up as these are dealt with."""


class ReviewCommands(Topic):
    """Opens the list, keeps it in step with the library, and carries out what is decided there."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._list: ReviewList | None = None
        self._reading = Newest(self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._on_failure)
        self._session.snapshot_changed.connect(lambda _snapshot: self._renew())
        self._session.failed.connect(lambda _message: self._renew())  # what could not be written is still to be decided
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
        self._renew()
        self._list.activateWindow()

    def _renew(self) -> None:
        """Read the list anew while it is open: up to so many articles, which takes its time."""
        path = self._session.path
        if self._list is None or not self._list.isVisible() or path is None:
            return

        def work(control: Control) -> tuple[Doubtful, ...]:
            from timeline_app.reviewing import read_doubtful  # not at the start

            return read_doubtful(path, _AT_ONCE, control.is_cancelled)

        self._reading.ask(work)

    def _show(self, doubtful: Sequence[Doubtful]) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.show_events(doubtful)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._window.status.say(error.message)

    def _close(self) -> None:
        """Of another library nothing is listed until that is asked for."""
        self._reading.forget()
        if self._list is not None:
            self._list.close()
