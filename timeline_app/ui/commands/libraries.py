"""Libraries and what comes into them: the File menu."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from timeline_app.errors import LibraryError, ReaderError
from timeline_app.library import LIBRARY_SUFFIX, is_library
from timeline_app.messages import QT_TRANSLATE_NOOP, message
from timeline_app.paths import file_of, resource, synced_folder
from timeline_app.settings import Purpose
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class LibraryCommands(Topic):
    """Opening and making libraries, taking articles in, showing where one came from."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._window.actions_.recent.aboutToShow.connect(self._fill_recent)
        return {
            "new": self._new,
            "open": self._open,
            "sample": self.open_sample,
            "add_folder": self._add_folder,
            "add_files": self._add_files,
            "quit": self._window.close,
        }

    def refresh(self) -> None:
        """Articles come in one import at a time."""
        self._enable(("add_folder", "add_files"), enabled=self._session.can_correct and not self._session.is_importing)

    def open_library(self, path: Path) -> bool:
        """Open a library; say why where it cannot be opened."""
        self._window.remember()
        try:
            self._session.open(path)
        except ReaderError as error:
            self._window.status.say(error.message)
            if isinstance(error, LibraryError):
                self._window.commands.keeping.offer_rescue(path, error)
            return False
        self._settings.remember_library(path)
        self._warn_of_synced(path)
        return True

    def create_library(self, path: Path) -> bool:
        """Create a library and open it; say why where that cannot be done."""
        self._window.remember()
        try:
            self._session.create(path)
        except ReaderError as error:
            self._window.status.say(error.message)
            return False
        self._settings.remember_library(path)
        self._warn_of_synced(path)
        return True

    def _warn_of_synced(self, path: Path) -> None:
        folder = synced_folder(path)
        if folder is not None:
            template = QT_TRANSLATE_NOOP(
                "Message",
                "this library is in {folder}: it leaves your machine, and may be damaged by being copied while it is written",
            )
            self._window.status.say(message(template, folder=folder.name))

    def own_library(self, name: str, place: str = "") -> Path:
        """Return the path for a library of the program's own choosing; its folder is made.

        The reader sees the name; `place` is a folder that keeps apart libraries of one name.
        """
        folder = self._settings.library_folder() / place
        with suppress(OSError):  # a folder that cannot be made shows as a library that cannot be made, with the reason
            folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name}{LIBRARY_SUFFIX}"

    def open_sample(self) -> None:
        """Open the sample library; make it first where it is not there yet."""
        path = self.own_library(self.tr("Sample – Ever Given"))
        articles = resource("sample", "articles")
        if path.exists():
            if self.open_library(path) and self._session.library.info().articles == 0:
                self._session.add([articles], is_step=False)
        elif self.create_library(path):
            self._session.add([articles], is_step=False)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take articles in, or open the library among the paths."""
        libraries = [p for p in paths if is_library(p)]
        articles = [p for p in paths if p not in libraries]
        if libraries and not self.open_library(libraries[0]):
            return
        if articles:
            self._session.add(articles)

    def open_source(self, source: str) -> None:
        """Show an article's source with the system's own program: only ever because the reader asked."""
        is_address = source.startswith(("http://", "https://"))
        found = None if is_address else file_of(source)
        if found is None and not is_address:
            self._window.status.say_text(self.tr("The file is no longer there: {path}").format(path=source))
            return
        url = QUrl(source) if found is None else QUrl.fromLocalFile(str(found[0]))
        if not QDesktopServices.openUrl(url):
            self._window.status.say_text(self.tr("Your system has no program that opens {path}.").format(path=source))

    def _new(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("New library"), str(self._settings.last_folder(Purpose.LIBRARY)), self._pattern()
        )
        if name:
            path = Path(name)
            self._settings.remember_folder(Purpose.LIBRARY, path)
            # A dot in a name ("Fall 3.5") does not make an ending.
            self.create_library(path if path.suffix == LIBRARY_SUFFIX else path.with_name(path.name + LIBRARY_SUFFIX))

    def _open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("Open library"), str(self._settings.last_folder(Purpose.LIBRARY)), self._pattern()
        )
        if name:
            self._settings.remember_folder(Purpose.LIBRARY, Path(name))
            self.open_library(Path(name))

    def _pattern(self) -> str:
        return self.tr("Libraries (*{suffix})").format(suffix=LIBRARY_SUFFIX)

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add a folder of articles"), str(self._settings.last_folder(Purpose.ARTICLES))
        )
        if name:
            self._settings.remember_folder(Purpose.ARTICLES, Path(name))
            self._session.add([Path(name)])

    def _add_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add article files"), str(self._settings.last_folder(Purpose.ARTICLES))
        )
        if names:
            self._settings.remember_folder(Purpose.ARTICLES, Path(names[0]))
            self._session.add([Path(name) for name in names])

    def _fill_recent(self) -> None:
        menu = self._window.actions_.recent
        menu.clear()
        recent = self._settings.recent_libraries
        names = [self._settings.name_of(path) for path in recent]
        for path, name in zip(recent, names, strict=True):
            # Of two folders of one name each library goes by its own.
            words = name if names.count(name) == 1 else path.stem
            action = menu.addAction(words.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._open_recent, path))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        if not self.open_library(path) and not path.exists():
            self._settings.forget_library(path)
