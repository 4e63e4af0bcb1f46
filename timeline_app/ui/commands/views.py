"""Saved views: what is shown, under a name, to come back to."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from timeline_app.errors import ReaderError
from timeline_app.ui.commands.topic import Topic
from timeline_app.ui.view_state import restore_view, view_state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST_NAME = 120


class SavedViewCommands(Topic):
    """The menu of saved views, and what makes, renames and deletes them."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._window.actions_.views.aboutToShow.connect(self._fill_menu)
        return {"save_view": self._ask_name, "manage_views": self._manage}

    def refresh(self) -> None:
        """Views are kept in a library that can be written to."""
        self._enable(("save_view", "manage_views"), enabled=self._session.can_correct)
        self._enable(("views",), enabled=self._session.path is not None)

    def names(self) -> list[str]:
        """Return the names of the saved views."""
        with suppress(ReaderError):
            return list(self._session.library.views())
        return []

    def save(self, name: str) -> None:
        """Save what is shown under a name, in place of the view that had it."""
        try:
            self._session.library.save_view(name, json.dumps(view_state(self._window)))
        except ReaderError as error:
            self._window.status.say(error.message)
            return
        self._window.status.say_text(self.tr("Saved as “{name}”. Go > Saved views brings it back.").format(name=name))

    def show(self, name: str) -> None:
        """Show a saved view; the filter that it replaces is one step back."""
        window, state = self._window, None
        try:
            with suppress(ValueError, RecursionError):
                state = json.loads(self._session.library.views().get(name, ""))
            if isinstance(state, dict):
                restore_view(window, state, is_undoable=True)
                window.commands.view.focus_events()
                window.status.say_text(self.tr("This is the view “{name}”.").format(name=name))
            else:
                window.status.say_text(self.tr("The view “{name}” cannot be read.").format(name=name))
        except ReaderError as error:
            window.status.say(error.message)

    def _fill_menu(self) -> None:
        menu = self._window.actions_.views
        menu.clear()
        names = self.names()
        for number, name in enumerate(names, start=1):
            # The first nine by a digit.
            mnemonic = f"&{number}  " if number < 10 else ""
            menu.addAction(mnemonic + name.replace("&", "&&")).triggered.connect(partial(self._on_chosen, name))
        if not names:
            menu.addAction(self.tr("No view saved yet")).setEnabled(False)

    def _on_chosen(self, name: str, _checked: bool = False) -> None:
        self.show(name)

    def _ask_name(self) -> None:
        from timeline_app.ui.dialogs import LineDialog  # not at the start

        dialog = LineDialog(
            self.tr("Save this view"),
            self.tr("Name"),
            self._suggestion(),
            longest=_LONGEST_NAME,
            remark=self._taken,
            parent=self._window,
        )
        if dialog.exec() and dialog.text:
            self.save(dialog.text)

    def _taken(self, name: str) -> str:
        return self.tr("Takes the place of the view of that name.") if name in self.names() else ""

    def _suggestion(self) -> str:
        """Return the filter in words as a name, else a number."""
        words = self._window.filter_bar.words()
        return ", ".join(words)[:80] if words else self.tr("View {number}").format(number=len(self.names()) + 1)

    def _manage(self) -> None:
        from timeline_app.ui.views_dialog import ViewsDialog  # not at the start

        library = self._session.library
        dialog = ViewsDialog(self.names(), self._window)
        dialog.renamed.connect(lambda name, new: self._try(partial(library.rename_view, name, new)))
        dialog.deleted.connect(lambda name: self._try(partial(library.delete_view, name)))
        if dialog.exec() and dialog.chosen:
            self.show(dialog.chosen)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ReaderError as error:
            self._window.status.say(error.message)
