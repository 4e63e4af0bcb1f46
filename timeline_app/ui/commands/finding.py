"""Narrowing down and finding one's way: earlier filters, what has not been read, what happened around an event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import Reading
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_OF_EVENTS = ("mark_read", "around")


class FindingCommands(Topic):
    """What the finder and the reading log are asked for."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        finder, window = self._session.finder, self._window
        return {
            "undo_filter": finder.undo,
            "redo_filter": finder.redo,
            "next_unread": partial(self._step_unread, 1),
            "previous_unread": partial(self._step_unread, -1),
            "mark_read": self._mark_read,
            "around": self._ask_around,
            "show_facets": lambda: self.show_facets(wanted=window.actions_["show_facets"].isChecked()),
        }

    def refresh(self) -> None:
        """Some need an event, some an earlier filter."""
        finder = self._session.finder
        self._enable(_OF_EVENTS, enabled=self._window.navigator.current is not None)
        self._enable(("undo_filter",), enabled=finder.can_undo)
        self._enable(("redo_filter",), enabled=finder.can_redo)
        is_read = bool(self._window.navigator.chosen()) and not self._unread()
        words = self.tr("Mark as un&read") if is_read else self.tr("Mark as &read")
        self._window.actions_["mark_read"].setText(words)

    def show_facets(self, *, wanted: bool) -> None:
        """Show the pane that narrows down, and count for it; or neither. Who asks for it by key goes on in it."""
        window = self._window
        window.actions_["show_facets"].setChecked(wanted)
        self._settings.shows_facets = wanted
        had_focus = window.facets.isAncestorOf(QApplication.focusWidget() or window)
        window.workspace.show_facets(self._settings, wanted=wanted)
        self._session.finder.want_facets(wanted=wanted)
        if wanted:
            window.facets.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            window.commands.view.focus_events()

    def _step_unread(self, count: int) -> None:
        if not self._window.navigator.step_unread(count):
            self._window.status.say_text(
                self.tr("No unread event comes after this one.")
                if count > 0
                else self.tr("No unread event comes before this one.")
            )

    def _unread(self) -> list[int]:
        """Return those of the chosen events that are not read; what is not shown counts as unread."""
        events, chosen = self._window.model.events, self._window.navigator.chosen()
        rows = events.rows_of(np.array(chosen, np.int64))
        read = set(events.ids[rows[(events.flags[rows] & EventFlag.READ) > 0]].tolist())
        return [event for event in chosen if event not in read]

    def _mark_read(self) -> None:
        """Mark what is not read as read; where all of it is, as unread."""
        unread = self._unread()
        reading = Reading.READ if unread else Reading.UNREAD
        # What the reader says counts, not how long the event stays open after it.
        self._session.reading.follow(None)
        self._session.reading.note(dict.fromkeys(unread or self._window.navigator.chosen(), reading))
        self.refresh()

    def _ask_around(self) -> None:
        """Let the reader choose how much around the event is shown."""
        window, event = self._window, self._window.navigator.current
        if event is None:
            return
        menu = QMenu(window)
        for words, days in (
            (self.tr("The &day before and after"), 1),
            (self.tr("&3 days before and after"), 3),
            (self.tr("A &week before and after"), 7),
            (self.tr("A &month before and after"), 30),
            (self.tr("A &year before and after"), 365),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, days=days: self.show_around(days))
        menu.aboutToHide.connect(menu.deleteLater)
        view = window.table if window.views.currentIndex() == 1 else window.timeline
        middle = view.visualRect(window.selection.currentIndex()).center() if window.selection.hasSelection() else None
        menu.popup(view.viewport().mapToGlobal(middle if middle is not None else view.viewport().rect().center()))

    def show_around(self, days: int) -> None:
        """Show only what happened so many days before and after the event that is read."""
        event = self._window.navigator.current
        period = self._session.stored_event(event).period if event is not None else None
        if period is None:
            self._window.status.say_text(self.tr("This event has no date to look around."))
            return
        self._session.finder.show_around(period, days)
        wanted = self._session.filter
        if wanted.after is not None and wanted.before is not None:
            self._window.timeline.zoom_to(wanted.after, wanted.before)
