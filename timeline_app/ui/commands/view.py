"""How events are shown: the View menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from timeline_app.settings import Layout
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QAbstractItemView

_ZOOM_STEP = 1.5


class ViewCommands(Topic):
    """Timeline or table, layout, zoom."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        window, session = self._window, self._session
        self._check("layout", self._settings.layout.value)
        window.actions_["show_timeline"].setChecked(True)
        return {
            "show_timeline": partial(self.show_view, table=False),
            "show_table": partial(self.show_view, table=True),
            **{f"layout_{layout.value}": partial(self.set_layout, layout) for layout in Layout},
            "zoom_in": partial(window.timeline.zoom, _ZOOM_STEP),
            "zoom_out": partial(window.timeline.zoom, 1 / _ZOOM_STEP),
            "fit": window.timeline.fit_all,
            "show_hidden": lambda: session.finder.show_hidden(window.actions_["show_hidden"].isChecked()),
            "full_screen": self._full_screen,
        }

    def show_view(self, *, table: bool) -> None:
        """Show the table or the timeline."""
        self._window.views.setCurrentIndex(1 if table else 0)
        self._window.actions_["show_table" if table else "show_timeline"].setChecked(True)
        view = self.focus_events()
        if self._window.selection.currentIndex().isValid():
            view.scrollTo(self._window.selection.currentIndex())

    def focus_events(self) -> QAbstractItemView:
        """Give the focus to the events, and return the view that shows them."""
        view = self._window.table if self._window.views.currentIndex() == 1 else self._window.timeline
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        return view

    def set_layout(self, layout: Layout) -> None:
        """Put the timeline above the article or beside it."""
        self._settings.layout = layout
        self._window.workspace.set_arrangement(layout, self._settings)
        self._check("layout", layout.value)

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
