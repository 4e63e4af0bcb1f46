"""The groups of events of the open library, read when they are first asked for and again whenever the library has changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.background import Task
from timeline_app.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from timeline_app.background import Control
    from timeline_app.domain.event_groups import EventGroups, GroupBy


class Grouping(QObject):
    """Keeps what was read; what is read of a library that has changed meanwhile is thrown away."""

    read = Signal(object, object)
    """A `GroupBy` and its `EventGroups`."""
    failed = Signal(object)
    """An exception."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[GroupBy, EventGroups | None] = {}
        self._edition = 0

    def ask(self, path: Path, by: GroupBy) -> None:
        """Answer by `read`: at once where the groups are known, else when they are read."""
        known = self._known.get(by)
        if known is not None:
            self.read.emit(by, known)
        elif by not in self._known:
            self._start(path, by)

    def renew(self, path: Path) -> None:
        """Read again all that was asked for: the library has changed."""
        self._edition += 1
        for by in self._known:
            self._start(path, by)

    def forget(self) -> None:
        """Wait for nothing more: the library is closed."""
        self._edition += 1
        self._known.clear()

    def _start(self, path: Path, by: GroupBy) -> None:
        self._known[by] = None

        def work(_control: Control) -> EventGroups:
            with Library.open(path, read_only=True) as library:
                return library.event_groups(by)

        task = Task(work)
        task.succeeded.connect(partial(self._on_read, self._edition, by))
        task.failed.connect(partial(self._on_failed, self._edition, by))
        task.start()

    def _on_read(self, edition: int, by: GroupBy, groups: EventGroups) -> None:
        if edition == self._edition:
            self._known[by] = groups
            self.read.emit(by, groups)

    def _on_failed(self, edition: int, by: GroupBy, error: Exception) -> None:
        if edition == self._edition:
            # Asked again, it is tried again.
            del self._known[by]
            self.failed.emit(error)
