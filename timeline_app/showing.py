"""What is shown of the open library: the snapshot, read anew when the library or the filter has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.background import Newest
from timeline_app.settings import cache_folder
from timeline_app.snapshots import Snapshot, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.domain.facets import Reading
    from timeline_app.reading_log import ReadingLog


class Showing(QObject):
    """Holds the snapshot; of several that were asked for only the newest arrives."""

    changed = Signal(object)
    """The `Snapshot` to show."""
    readings_changed = Signal(object)
    """The `Snapshot` with the same events, of which others have been read."""
    failed = Signal(object)
    """An exception."""

    def __init__(self, reading: ReadingLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._reading = reading
        self._reading.noted.connect(self._on_noted)
        self._newest = Newest(self)
        self._newest.succeeded.connect(self._on_read)
        self._newest.failed.connect(self.failed)

    def read(self, path: Path, wanted: EventFilter) -> None:
        """Read a library that has changed through a filter."""
        # What is known is out of date from now on, also for a filter that is set before the answer is there.
        self._snapshot = None
        self.narrow(path, wanted)

    def narrow(self, path: Path, wanted: EventFilter) -> None:
        """Read the same library through another filter."""
        known = self._snapshot
        self._newest.ask(lambda _control: read_snapshot(path, wanted, known, cache_folder()))

    def forget(self) -> None:
        """Show nothing, and wait for nothing."""
        self._snapshot = None
        self._newest.forget()

    def _on_read(self, snapshot: Snapshot) -> None:
        self._snapshot = self._laid_over(snapshot)
        self.changed.emit(self._snapshot)

    def _on_noted(self, readings: Mapping[int, Reading]) -> None:
        if self._snapshot is not None:
            # What is shown stays, also where the filter asks for what was not read: it goes when the filter is set again.
            self._snapshot = self._laid_over(self._snapshot, readings)
            self.readings_changed.emit(self._snapshot)

    def _laid_over(self, snapshot: Snapshot, noted: Mapping[int, Reading] | None = None) -> Snapshot:
        events, shown = (self._reading.lay_over(index, noted) for index in (snapshot.events, snapshot.shown))
        return replace(snapshot, events=events, shown=shown)
