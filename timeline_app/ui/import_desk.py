"""What the window shows while articles are taken in, and afterwards: the strip at its foot, and words where nothing is seen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from timeline_app.ui.empty_words import words_while_reading

if TYPE_CHECKING:
    from timeline_app.importing import ImportReport
    from timeline_app.ui.main_window import MainWindow


class ImportDesk(QObject):
    """Follows the session's imports."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        session, panel = window.session, window.import_panel
        session.import_started.connect(panel.start)
        session.import_started.connect(self._on_started)
        session.import_progressed.connect(panel.show_progress)
        session.import_finished.connect(self._on_finished)
        panel.cancel_requested.connect(self._on_cancel)
        panel.closed.connect(self._keep_focus)

    def _on_started(self) -> None:
        window = self._window
        if not window.model.rowCount() and window.session.filter.is_empty:
            window.say_of_nothing(words_while_reading())

    def _on_finished(self, report: ImportReport | None) -> None:
        self._keep_focus()
        if report is not None:
            self._window.import_panel.show_report(report)
        else:
            self._window.import_panel.close_report()
        self._window.commands.refresh()

    def _on_cancel(self) -> None:
        # The button is about to be greyed out; the focus would go where nobody sent it.
        self._window.commands.view.focus_events()
        self._window.session.cancel_import()

    def _keep_focus(self) -> None:
        window = self._window
        if window.import_panel.isAncestorOf(QApplication.focusWidget() or window):
            # The button that has the focus is about to go.
            window.commands.view.focus_events()
