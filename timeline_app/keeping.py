"""Keeping libraries: going back to a copy of one, saving what is left of one, and making it small again."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from timeline_app.background import Control, Task
from timeline_app.errors import LibraryError, LibraryFault
from timeline_app.library import Library
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline_app.library import Backup
    from timeline_app.library.backups import Staged
    from timeline_app.library.repair import RepairReport


class Keeper(QObject):
    """One job after the other. Copying and checking are done while the library stays open; only the swap needs it closed."""

    done = Signal(object)
    """A `Message`: what was done."""
    failed = Signal(Exception)
    damaged = Signal(object)
    """A `LibraryError`: `check` has found that the library is not sound."""
    running_changed = Signal()
    """A job has begun, or is over, whatever came of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._waiting: deque[Callable[[], None]] = deque()

    @property
    def is_running(self) -> bool:
        """True while a job runs."""
        return self._task is not None

    def after(self, then: Callable[[], None]) -> None:
        """Do something else with the library: now, or when the jobs that were asked for before are over."""
        if self._task is None:
            then()
        else:
            self._waiting.append(then)

    def go_back(self, path: Path, backup: Backup, swap: Callable[[Callable[[], None]], None]) -> None:
        """Put a copy in the place of the library; `swap` closes the library, calls, and opens it again."""
        from timeline_app.library import stage  # not at the start

        def on_staged(staged: Staged | None) -> None:
            if staged is None:
                return
            aside: list[Path | None] = []
            try:
                swap(lambda: aside.append(self._put(path, staged)))
            except Exception as error:  # noqa: BLE001 - whatever it is, the library is open again and the reader is told
                self.failed.emit(error)
                return
            self.done.emit(_gone_back(backup.day, aside[0]))

        self._start(lambda control: stage(path, backup, is_cancelled=control.is_cancelled), on_staged)

    def save(self, path: Path, open_saved: Callable[[Path], None]) -> None:
        """Save what can be read of a damaged library into a new one, and open that."""
        from timeline_app.rescuing import save_beside  # not at the start

        def on_saved(saved: tuple[Path, RepairReport] | None) -> None:
            if saved is None:
                return
            out, report = saved
            try:
                open_saved(out)
            except Exception as error:  # noqa: BLE001 - as above
                self.failed.emit(error)
                return
            self.done.emit(_saved(report, out))

        self._start(lambda control: save_beside(path, is_cancelled=control.is_cancelled), on_saved)

    def compact(self, path: Path) -> None:
        """Write the library anew without the room that is left in it."""
        from timeline_app.library import compact  # not at the start

        def on_compacted(sizes: tuple[int, int]) -> None:
            before, after = (f"{size / 1e6:.1f}" for size in sizes)
            self.done.emit(_compacted(before, after))

        self._start(lambda _control: compact(path), on_compacted)

    def check(self, path: Path) -> None:
        """Look whether a library is sound that was not closed properly; say so only where it is not."""

        def on_checked(faults: list[Message]) -> None:
            if faults:
                template = QT_TRANSLATE_NOOP("Message", "This library is damaged: {reason}")
                self.damaged.emit(LibraryError(message(template, reason=faults[0]), LibraryFault.DAMAGED))

        def work(_control: Control) -> list[Message]:
            with Library.open(path) as library:
                return library.check()

        self._start(work, on_checked)

    def close(self) -> None:
        """Say nothing more, and do nothing more of what was asked for: the library is closed."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.running_changed.emit()

    def _put(self, path: Path, staged: Staged) -> Path | None:
        from timeline_app.library import put_in_place  # not at the start

        return put_in_place(path, staged)

    def _start(self, work: Callable[[Control], object], on_success: Callable[..., None]) -> None:
        self.after(lambda: self._run(work, on_success))

    def _run(self, work: Callable[[Control], object], on_success: Callable[..., None]) -> None:
        task = self._task = Task(work)

        def end(then: Callable[..., object], value: object) -> None:
            if task is self._task:
                self._task = None
                then(value)
                self.running_changed.emit()
                while self._waiting and self._task is None:
                    self._waiting.popleft()()

        task.succeeded.connect(lambda value: end(on_success, value))
        task.failed.connect(lambda error: end(self.failed.emit, error))
        self.running_changed.emit()
        task.start()


def _gone_back(day: str, aside: Path | None) -> Message:
    if aside is None:
        return message(QT_TRANSLATE_NOOP("Message", "The library is as it was on {day}."), day=day)
    template = QT_TRANSLATE_NOOP("Message", "The library is as it was on {day}; the damaged file is kept as {name}.")
    return message(template, day=day, name=aside.name)


def _saved(report: RepairReport, out: Path) -> Message:
    saved = Message.tr(
        "%Ln articles were saved in {name}", "", report.articles, one="%Ln article was saved in {name}", name=out.name
    )
    if report.is_whole:
        return message(QT_TRANSLATE_NOOP("Message", "{saved}: all that was in it."), saved=saved)
    lost = Message.tr("%Ln were lost", "", report.lost, one="%Ln was lost")
    changed = Message.tr(
        "%Ln have words that may not be as they were",
        "",
        len(report.changed),
        one="%Ln has words that may not be as they were",
    )
    return message(QT_TRANSLATE_NOOP("Message", "{saved}; {lost}, {changed}."), saved=saved, lost=lost, changed=changed)


def _compacted(before: str, after: str) -> Message:
    return message(
        QT_TRANSLATE_NOOP("Message", "The library takes {after} MB; it took {before} MB."), before=before, after=after
    )
