"""Finding, and going about: the Go menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from timeline_app.models import texts
from timeline_app.plain_dates import read_date
from timeline_app.ui.commands.topic import Topic
from timeline_app.ui.dialogs import DateDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.domain.period import Period


class GoingCommands(Topic):
    """From event to event, from pane to pane, to a date, to words."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        window = self._window
        return {
            "find": self._find,
            "find_in_article": window.article.open_find,
            "clear_filter": self._session.finder.clear,
            "previous": partial(window.navigator.step, -1),
            "next": partial(window.navigator.step, 1),
            "back": partial(window.navigator.go, -1),
            "forward": partial(window.navigator.go, 1),
            "go_to_date": self._go_to_date,
            "next_pane": self._next_pane,
        }

    def refresh(self) -> None:
        """The trail has two ends; there is something to find in, and a filter to clear, only at times."""
        window = self._window
        self._enable(("find_in_article",), enabled=window.article.stored is not None)
        self._enable(("clear_filter",), enabled=not self._session.filter.is_empty)
        self._enable(("back",), enabled=window.navigator.can_go_back)
        self._enable(("forward",), enabled=window.navigator.can_go_forward)

    def _find(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._window.article.isAncestorOf(focus):
            self._window.article.open_find()
        else:
            self._window.search_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._window.search_line.selectAll()

    def _go_to_date(self) -> None:
        base = self.base()
        note = ""
        if base is not None:
            said = self.tr("“2 weeks before” and the like count from the event that is open, {date}.")
            note = said.format(date=texts.period(base))
        dialog = DateDialog(self.tr("Go to a date"), partial(read_date, base=base), note=note, parent=self._window)
        if dialog.exec() and dialog.period is not None:
            self.go_to(dialog.period)

    def base(self) -> Period | None:
        """Return the date of the event that is read: what words such as "2 weeks before" count from."""
        events, event = self._window.model.events, self._window.navigator.current
        row = events.row_of(event) if event is not None else -1
        return events.period(row) if row >= 0 else None

    def go_to(self, period: Period) -> None:
        """Show a stretch of time with some room around it."""
        start, end = period.known
        room = (end - start) // 2
        self._window.timeline.zoom_to(start - room, end + room)

    def _next_pane(self) -> None:
        window = self._window
        panes = [window.views, window.article, window.participants, window.search_line]
        if window.undated.isVisible():
            panes.insert(3, window.undated)
        focus = QApplication.focusWidget()
        at = -1 if focus is None else next((i for i, p in enumerate(panes) if focus is p or p.isAncestorOf(focus)), -1)
        target = panes[(at + 1) % len(panes)]
        if target is window.views:
            target = window.table if window.views.currentIndex() == 1 else window.timeline
        target.setFocus(Qt.FocusReason.TabFocusReason)
