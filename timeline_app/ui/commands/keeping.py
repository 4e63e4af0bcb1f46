"""What comes into a library again, what is taken out of it, and the copies that are kept of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from timeline_app.errors import LibraryError, LibraryFault, ReaderError
from timeline_app.models import texts
from timeline_app.paths import file_of
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from timeline_app.domain.article import ImportIssue
    from timeline_app.library import Backup
    from timeline_app.messages import Message
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.rescue_dialog import RescueDialog


class KeepingCommands(Topic):
    """Looking for new articles, watching folders, taking back, going back, making smaller."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._rescue: RescueDialog | None = None

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        window, intake, panel = self._window, self._session.intake, self._window.import_panel
        window.actions_.copies.aboutToShow.connect(self._fill_copies)
        intake.interrupted.connect(panel.offer)
        intake.taking_back.connect(panel.show_taking_back)
        intake.taken_back.connect(self._on_taken_back)
        self._session.keeper.done.connect(self._on_done)
        self._session.keeper.failed.connect(self._on_failed)
        self._session.keeper.running_changed.connect(self.refresh)
        self._session.broken.connect(lambda error: self.offer_rescue(self._session.library.path, error))
        panel.take_back_requested.connect(intake.take_back)
        panel.resume_requested.connect(intake.resume)
        panel.leave_requested.connect(intake.dismiss)
        panel.columns_requested.connect(self._ask_columns)
        return {
            "rescan": intake.rescan,
            "watch": lambda: self._session.watcher.watch(wanted=window.actions_["watch"].isChecked()),
            "take_back": self._take_back,
            "compact": self._compact,
        }

    def refresh(self) -> None:
        """One of these at a time, and only where the library can be written to."""
        session = self._session
        can = session.can_correct and not session.is_importing and not session.keeper.is_running
        self._enable(("rescan", "take_back", "copies", "compact"), enabled=can)
        self._enable(("watch",), enabled=session.can_correct)
        self._window.actions_["watch"].setChecked(session.can_correct and session.watcher.is_watching)

    def offer_rescue(self, path: Path, error: LibraryError) -> None:
        """Offer what there is in the stead of a library that cannot be used; nothing where its file is all right."""
        if error.fault is None or self._rescue is not None:
            return
        from timeline_app.library.backups import backups  # not at the start

        copies = [(backup, *self._described(backup)) for backup in backups(path)]
        if not copies and error.fault is not LibraryFault.DAMAGED:
            return
        from timeline_app.ui.rescue_dialog import RescueDialog  # not at the start

        reason = texts.message(error.message)
        dialog = RescueDialog(path.stem, reason[:1].upper() + reason[1:] + ".", error.fault, copies, self._window)
        self._rescue = dialog
        dialog.copy_wanted.connect(lambda backup: self._take_copy(path, backup, error.fault))
        dialog.saving_wanted.connect(lambda: self._session.save(path))
        dialog.cancelled.connect(self._session.keeper.close)
        dialog.finished.connect(self._on_rescue_ended)
        dialog.open()

    def _take_copy(self, path: Path, backup: Backup, fault: LibraryFault | None) -> None:
        if fault is not LibraryFault.NEWER:
            self._session.go_back(backup, path)
            return
        try:
            self._session.open(backup.path, read_only=True)
        except ReaderError as error:
            self._on_failed(error)
        else:
            self._end_rescue()

    def _on_failed(self, error: Exception) -> None:
        if self._rescue is not None and isinstance(error, ReaderError):
            self._rescue.show_failure(texts.message(error.message))

    def _end_rescue(self) -> None:
        if self._rescue is not None:
            self._rescue.accept()

    def _on_rescue_ended(self) -> None:
        if self._rescue is not None:
            self._rescue.deleteLater()
            self._rescue = None

    def _ask_columns(self, issue: ImportIssue) -> None:
        from timeline_app.ui.columns_dialog import ColumnsDialog  # not at the start

        found = file_of(issue.source)
        if issue.table is None or found is None:
            self._window.status.say_text(self.tr("The file is no longer there: {path}").format(path=issue.source))
            return
        dialog = ColumnsDialog(issue.table, self._window)
        if dialog.exec():
            self._session.intake.read_table_again(found[0], replace(issue.table, names=dialog.names))

    def _take_back(self) -> None:
        last = self._session.library.imports.last()
        if last is None:
            self._window.status.say_text(self.tr("Nothing was taken in that could be taken back."))
        else:
            self._session.intake.take_back(last.id)

    def _on_taken_back(self, articles: int) -> None:
        self._window.status.say_text(self.tr("%Ln articles were taken back.", "", articles))

    def _compact(self) -> None:
        self._window.status.say_text(self.tr("The library is copied, then written anew …"))
        self._session.compact()

    def _on_done(self, done: Message) -> None:
        self._end_rescue()
        self._window.status.say_text(texts.message(done))

    def _fill_copies(self) -> None:
        menu = self._window.actions_.copies
        menu.clear()
        try:
            kept = self._session.library.backups()
        except ReaderError as error:
            self._window.status.say(error.message)
            return
        for backup in kept:
            menu.addAction(self._described(backup)[0]).triggered.connect(partial(self._go_back, backup))
        if not kept:
            menu.addAction(self.tr("No copy has been made yet")).setEnabled(False)

    def _described(self, backup: Backup) -> tuple[str, bool]:
        """Return the words for a copy, and whether it can be read."""
        from timeline_app.library import articles_in  # not at the start

        day = QLocale().toString(QDate.fromString(backup.day, "yyyy-MM-dd"), QLocale.FormatType.LongFormat)
        articles = articles_in(backup)
        if articles is None:
            return self.tr("{day}: cannot be read").format(day=day), False
        return self.tr("{day}: %Ln articles", "", articles).format(day=day), True

    def _go_back(self, backup: Backup, _checked: bool = False) -> None:
        self._window.status.say_text(self.tr("The copy is checked, and the library kept as it is …"))
        self._session.go_back(backup)
