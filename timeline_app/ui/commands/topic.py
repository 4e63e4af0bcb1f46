"""Some actions of the window that belong together, and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.ui.main_window import MainWindow


class Topic(QObject):
    """Questions are asked here; the session carries out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._settings = window.settings

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action of this topic does, by the action's name; called once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Enable what can be done now; asked for whenever anything that matters to an action has changed."""

    def _enable(self, names: tuple[str, ...], *, enabled: bool) -> None:
        self._window.actions_.enable(names, enabled=enabled)

    def _check(self, group: str, value: str) -> None:
        """Mark the one of a group of actions that is in force."""
        self._window.actions_[f"{group}_{value}"].setChecked(True)
