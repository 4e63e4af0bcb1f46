"""Watching the folders of the open library: every minute a look whether there is anything new in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.background import Task
from timeline_app.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.background import Control
    from timeline_app.library import Library

_LOOK_EVERY_MS = 60_000
_STATE = "watch"


class Watcher(QObject):
    """Looks by itself, on network drives too, where a system's own notices do not come; `open` and `close` follow the session."""

    news_found = Signal()
    """There is something in the folders that the library has not."""
    failed = Signal(Exception)

    def __init__(
        self, library: Callable[[], Library], is_busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """`library` returns the one that is open; while `is_busy` says True nobody is to look."""
        super().__init__(parent)
        self._open_library, self._is_busy = library, is_busy
        self._looking: Task | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def open(self) -> None:
        """Begin with another library: watch its folders where the reader wants that."""
        if self.is_watching:
            self._begin()

    def close(self) -> None:
        """Watch no longer: the library is closed."""
        self._timer.stop()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    @property
    def is_watching(self) -> bool:
        """True where the library's folders are looked through again and again."""
        library = self._open_library()
        return not library.is_read_only and library.state(_STATE) == "on"

    def watch(self, *, wanted: bool) -> None:
        """Look through the library's folders again and again, or stop doing so."""
        try:
            self._open_library().set_state(_STATE, "on" if wanted else "off")
        except LibraryError as error:
            self.failed.emit(error)
            return
        if wanted:
            self._begin()
        else:
            self._timer.stop()

    def _begin(self) -> None:
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once, without a word where there is nothing."""
        if self._looking is not None or self._is_busy():
            return
        path = self._open_library().path

        def work(control: Control) -> bool:
            from timeline_app.scanning import has_news  # not at the start: it loads all importers

            return has_news(path, is_cancelled=control.is_cancelled)

        task = self._looking = Task(work)
        # Where it fails, a drive is away or the library is being written: the next minute may be better.
        task.succeeded.connect(lambda found: self._on_looked(task, has_news=found))
        task.failed.connect(lambda _error: self._on_looked(task, has_news=False))
        task.start()

    def _on_looked(self, task: Task, *, has_news: bool) -> None:
        if task is not self._looking:
            return
        self._looking = None
        if has_news and not self._is_busy():
            self.news_found.emit()
