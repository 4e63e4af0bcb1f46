"""What comes into a library again, what is taken out of it, and the copies that are kept of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from timeline_app.errors import ReaderError
from timeline_app.models import texts
from timeline_app.paths import file_of
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.domain.article import ImportIssue
    from timeline_app.library import Backup
    from timeline_app.messages import Message


class KeepingCommands(Topic):
    """Looking for new articles, watching folders, taking back, going back, making smaller."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        window, intake, panel = self._window, self._session.intake, self._window.import_panel
        window.actions_.copies.aboutToShow.connect(self._fill_copies)
        intake.interrupted.connect(panel.offer)
        intake.taken_back.connect(self._on_taken_back)
        self._session.keeper.done.connect(self._on_done)
        panel.take_back_requested.connect(intake.take_back)
        panel.resume_requested.connect(intake.resume)
        panel.leave_requested.connect(intake.dismiss)
        panel.columns_requested.connect(self._ask_columns)
        return {
            "rescan": intake.rescan,
            "watch": lambda: intake.watch(wanted=window.actions_["watch"].isChecked()),
            "take_back": self._take_back,
            "compact": self._compact,
        }

    def refresh(self) -> None:
        """One of these at a time, and only where the library can be written to."""
        session = self._session
        can = session.can_correct and not session.is_importing and not session.keeper.is_running
        self._enable(("rescan", "take_back", "copies", "compact"), enabled=can)
        self._enable(("watch",), enabled=session.can_correct)
        self._window.actions_["watch"].setChecked(session.can_correct and session.intake.is_watching)

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
        text = self.tr("1 article was taken back.") if articles == 1 else self.tr("{count} articles were taken back.")
        self._window.status.say_text(text.format(count=QLocale().toString(articles)))

    def _compact(self) -> None:
        self._window.status.say_text(self.tr("The library is copied, then written anew …"))
        self._session.compact()

    def _on_done(self, done: Message) -> None:
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
            menu.addAction(self._words(backup)).triggered.connect(partial(self._go_back, backup))
        if not kept:
            menu.addAction(self.tr("No copy has been made yet")).setEnabled(False)

    def _words(self, backup: Backup) -> str:
        from timeline_app.library import articles_in  # not at the start

        day = QLocale().toString(QDate.fromString(backup.day, "yyyy-MM-dd"), QLocale.FormatType.LongFormat)
        articles = articles_in(backup)
        if articles is None:
            return self.tr("{day}: cannot be read").format(day=day)
        return self.tr("{day}: {count} articles").format(day=day, count=QLocale().toString(articles))

    def _go_back(self, backup: Backup, _checked: bool = False) -> None:
        self._window.status.say_text(self.tr("The copy is checked, and the library kept as it is …"))
        self._session.go_back(backup)
