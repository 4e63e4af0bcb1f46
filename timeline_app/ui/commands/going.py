"""Finding, and going about: the Go menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.models import texts
from timeline_app.ui.commands.topic import Topic

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
            "next_pane": partial(self._step_pane, 1),
            "previous_pane": partial(self._step_pane, -1),
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
        from timeline_app.plain_dates import read_date  # not at the start
        from timeline_app.ui.dialogs import DateDialog

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

    def panes(self) -> list[QWidget]:
        """Return the panes that can take the focus now, from the top left to the bottom right."""
        window = self._window
        view = window.table if window.views.currentIndex() == 1 else window.timeline
        panes = [window.search_line, window.filter_bar, window.facets, view]
        panes += [window.article, window.participants, window.undated, window.import_panel]
        return [pane for pane in panes if pane.isVisible() and _focusable(pane) is not None]

    def _step_pane(self, count: int) -> None:
        panes, focus = self.panes(), QApplication.focusWidget()
        at = next((i for i, p in enumerate(panes) if focus is not None and (focus is p or p.isAncestorOf(focus))), -1)
        target = _focusable(panes[(at + count) % len(panes) if at >= 0 or count > 0 else -1]) if panes else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def _focusable(pane: QWidget) -> QWidget | None:
    """Return the widget of a pane that takes the focus: who stands for it, else the first in it that can; None for none."""
    stands = pane
    while (proxy := stands.focusProxy()) is not None:
        stands = proxy
    inside = (stands, *pane.findChildren(QWidget))
    can = (widget for widget in inside if widget.isVisible() and widget.isEnabled())
    return next((widget for widget in can if widget.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
