"""Export: asks where to and in which format, writes what is shown in the background, and says what was written."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from timeline_app.background import Control, Task
from timeline_app.errors import ReaderError
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.models import texts
from timeline_app.settings import Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.exporting import ExportReport
    from timeline_app.exports.formats import Format
    from timeline_app.ui.main_window import MainWindow

_log = logging.getLogger(__name__)


class TakeAway(QObject):
    """The window's one export at a time: of the events that pass the filter in force, or of those selected."""

    running_changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """True while a file is being written."""
        return self._task is not None

    def cancel(self) -> None:
        """Stop writing soon; nothing is left of the file."""
        if self._task is not None:
            self._task.cancel()

    def ask(self, events: Sequence[int] = ()) -> None:
        """Ask for a file and write these events into it, by their ids; without any, all that the filter lets through."""
        from timeline_app.exports.formats import FORMATS  # not at the start: no window needs it to come up

        path = self._window.session.path
        if path is None or self.is_running:
            return
        settings = self._window.settings
        suggested = settings.last_folder(Purpose.EXPORT) / (settings.name_of(path) + FORMATS[0].endings[0])
        patterns = {_pattern(entry): entry for entry in FORMATS}
        name, pattern = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export what is selected: {events}").format(events=texts.event_count(len(events)))
            if events
            else self.tr("Export the events that are shown"),
            str(suggested),
            ";;".join(patterns),
        )
        if name:
            settings.remember_folder(Purpose.EXPORT, Path(name))
            target, form = named(name, patterns.get(pattern, FORMATS[0]), FORMATS)
            # The dialog has asked about a file of the name that was given, not about one whose ending was added here.
            self._write(target, form, events or self._window.session.filter, overwrite=target == Path(name))

    def _write(self, target: Path, form: Format, wanted: EventFilter | Sequence[int], *, overwrite: bool) -> None:
        library = self._window.session.library.path

        def work(control: Control) -> ExportReport:
            from timeline_app.exporting import export

            return export(
                library,
                target,
                form,
                wanted,
                overwrite=overwrite,
                say=texts.message,
                is_cancelled=control.is_cancelled,
            )

        self._task = Task(work)
        self._task.succeeded.connect(self._on_written)
        self._task.failed.connect(self._on_failure)
        self._window.status.say_text(self.tr("Writing {path} …").format(path=target))
        self.running_changed.emit()
        self._task.start()

    def _on_written(self, report: ExportReport) -> None:
        self._end()
        if report.cancelled:
            return
        said = self.tr("%Ln events written to {path}.", "", report.events).format(path=report.path)
        if report.undated:
            said += " " + self.tr("%Ln without a date were left out.", "", report.undated)
        self._window.status.say_text(said)

    def _on_failure(self, error: Exception) -> None:
        self._end()
        if isinstance(error, ReaderError):
            self._window.status.say(error.message)
        else:
            _log.error("an export failed", exc_info=error)
            self._window.status.say(
                message(QT_TRANSLATE_NOOP("Message", "something went wrong: {error}"), error=str(error))
            )

    def _end(self) -> None:
        self._task = None
        self.running_changed.emit()


def _pattern(entry: Format) -> str:
    return f"{texts.message(message(entry.label))} ({' '.join('*' + ending for ending in entry.endings)})"


def named(name: str, chosen: Format, formats: Sequence[Format]) -> tuple[Path, Format]:
    """Return the file and the format of a name as typed, of which the ending counts more than the format chosen beside it.

    A name without a known ending gets that of the chosen format.
    """
    from timeline_app.exports.formats import format_of

    path = Path(name)
    if path.suffix.lower() == Path(f"any{chosen.endings[0]}").suffix:
        return path, chosen
    typed = format_of(path)
    if typed is not None and typed in formats:
        return path, typed
    return path.with_name(path.name + chosen.endings[0]), chosen
