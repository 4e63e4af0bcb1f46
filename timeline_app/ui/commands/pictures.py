"""Pictures of the timeline, and printing it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from timeline_app.errors import ReaderError
from timeline_app.messages import message
from timeline_app.models import texts
from timeline_app.settings import Purpose
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.ui.pictures import PictureFormat


class PictureCommands(Topic):
    """Saves what the timeline shows as a picture, and prints it with a preview."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {"picture": self._ask, "print": self._print}

    def refresh(self) -> None:
        """Without events there is nothing to see."""
        self._enable(("picture", "print"), enabled=self._window.model.rowCount() > 0)

    def save(self, path: Path, form: PictureFormat) -> None:
        """Write a picture, and say what was written and what is not on it."""
        from timeline_app.ui.pictures import save_picture  # not at the start

        try:
            pages = save_picture(self._window.timeline, path, form)
        except ReaderError as error:
            self._window.status.say(error.message)
            return
        said = self.tr("%Ln pages written to {path}.", "", pages).format(path=path)
        self._window.status.say_text(f"{said} {self._left_out()}".strip())

    def _left_out(self) -> str:
        undated = self._session.library.info().undated_articles if self._session.path is not None else 0
        return self.tr("%Ln articles without a date are not on it.", "", undated) if undated else ""

    def _ask(self) -> None:
        from timeline_app.ui.pictures import PICTURE_FORMATS  # not at the start

        settings, library = self._settings, self._session.path
        stem = settings.name_of(library) if library is not None else self.tr("Timeline")
        patterns = {f"{texts.message(message(form.label))} (*{form.ending})": form for form in PICTURE_FORMATS}
        name, pattern = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a picture of the timeline"),
            str(settings.last_folder(Purpose.PICTURE) / (stem + PICTURE_FORMATS[0].ending)),
            ";;".join(patterns),
        )
        if not name:
            return
        settings.remember_folder(Purpose.PICTURE, Path(name))
        path, form = Path(name), patterns.get(pattern, PICTURE_FORMATS[0])
        typed = next((f for f in PICTURE_FORMATS if path.suffix.lower() == f.ending), None)
        self.save(path if typed is not None else path.with_name(path.name + form.ending), typed or form)

    def _print(self) -> None:
        # Not at the start: printing has libraries of its own, and asks the system for its printers.
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from timeline_app.ui.pictures import on_its_side, print_pages, whole_time

        try:
            pages = whole_time(self._window.timeline)
        except ReaderError as error:
            self._window.status.say(error.message)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(on_its_side())
        preview = QPrintPreviewDialog(printer, self._window)
        preview.setWindowTitle(self.tr("Print the timeline"))
        preview.paintRequested.connect(partial(print_pages, pages))
        preview.resize(1100, 800)
        preview.exec()
        preview.deleteLater()
        pages.close()
