"""How far the reader has read: noticed while an event is open, and kept in the library without anybody waiting for it.

An event counts as skimmed when it has been open for two seconds, and as read after ten, or as soon as the reader goes into its
article. What was read stays read until the reader says otherwise; it is no correction and not undone.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.background import Task
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import Reading
from timeline_app.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from timeline_app.domain.event_index import EventIndex

SKIMMED_AFTER_MS = 2_000
READ_AFTER_MS = 10_000

_ANY = int(EventFlag.SKIMMED | EventFlag.READ)
_BITS = {Reading.UNREAD: 0, Reading.SKIMMED: int(EventFlag.SKIMMED), Reading.READ: int(EventFlag.READ)}


class ReadingLog(QObject):
    """Notes how far events were read, in the library that is open."""

    noted = Signal(object)
    """The `Reading` of some events, by id: what is known of them now."""
    failed = Signal(object)
    """An exception."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._event: int | None = None
        self._known: dict[int, Reading] = {}
        """What was noted since the library was opened: a snapshot that was being read meanwhile lacks it."""
        self._unmarked: set[int] = set()
        """Events that the reader marked as unread since then: what a snapshot knows of them from before no longer counts."""
        self._unwritten: deque[tuple[Path, dict[int, Reading]]] = deque()
        """What is to be written into which library: one that is closed meanwhile gets it all the same."""
        self._is_writing = False
        self._lock = threading.Lock()
        self._timers = []
        for after, reading in ((SKIMMED_AFTER_MS, Reading.SKIMMED), (READ_AFTER_MS, Reading.READ)):
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(lambda reading=reading: self._reach(reading))
            self._timers.append(timer)

    def open(self, path: Path | None) -> None:
        """Keep what is read in another library; None keeps nothing: it cannot be written to, or none is open."""
        self.follow(None)
        self._path = path
        self._known.clear()
        self._unmarked.clear()

    def follow(self, event: int | None) -> None:
        """Begin to count for another event; None where none is open any more."""
        self._event = event
        for timer in self._timers:
            if event is None:
                timer.stop()
            else:
                timer.start()

    def engage(self) -> None:
        """Take the event that is open for read: the reader has gone into its article."""
        self._reach(Reading.READ)

    def _reach(self, reading: Reading) -> None:
        if self._event is not None and not (
            reading is Reading.SKIMMED and self._known.get(self._event) is Reading.READ
        ):
            self.note({self._event: reading})

    def note(self, readings: Mapping[int, Reading]) -> None:
        """Note how far some events were read; unread makes them as if they had never been open."""
        changed = {event: reading for event, reading in readings.items() if self._known.get(event) is not reading}
        if self._path is None or not changed:
            return
        self._known |= changed
        self._unmarked |= {event for event, reading in changed.items() if reading is Reading.UNREAD}
        self.noted.emit(changed)
        self._write(self._path, changed)

    def lay_over(self, events: EventIndex, noted: Mapping[int, Reading] | None = None) -> EventIndex:
        """Return a snapshot's events with what was noted, all of it or the part given; the same where none of it is of these.

        What was read more closely before stays so, unless the reader has marked it as unread since.
        """
        readings = self._known if noted is None else noted
        count = len(readings)
        rows = events.places_of(np.fromiter(readings, np.int64, count))
        if not (rows >= 0).any():
            return events
        bits = np.fromiter((_BITS[reading] for reading in readings.values()), np.uint16, count)
        is_unmarked = np.fromiter((event in self._unmarked for event in readings), bool, count)
        flags: NDArray[np.uint16] = events.flags.copy()
        flags[rows[(rows >= 0) & is_unmarked]] &= np.uint16(~_ANY & 0xFFFF)
        flags[rows[rows >= 0]] |= bits[rows >= 0]
        return events.with_flags(flags)

    def _write(self, path: Path, readings: dict[int, Reading]) -> None:
        with self._lock:
            self._unwritten.append((path, readings))
            if self._is_writing:
                return
            self._is_writing = True
        task = Task(lambda _control: self._write_all())
        task.failed.connect(self.failed)
        task.start()

    def _write_all(self) -> None:
        """Write in the order in which it was noted; of what fails the first is raised when the rest is written."""
        errors = []
        while (noted := self._take()) is not None:
            path, readings = noted
            try:
                # On a connection of its own: while articles are being added, writing waits for its turn.
                with Library.open(path) as library:
                    library.note_readings(readings)
            except Exception as error:  # noqa: BLE001 - whatever it is, the rest is written
                errors.append(error)
        if errors:
            raise errors[0]

    def _take(self) -> tuple[Path, dict[int, Reading]] | None:
        with self._lock:
            self._is_writing = bool(self._unwritten)
            return self._unwritten.popleft() if self._unwritten else None
