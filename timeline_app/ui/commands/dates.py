"""How the dates of an article, or of all, are to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.errors import ReaderError
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.domain.date_reading import DateReading


class DateCommands(Topic):
    """Asks, and lets the session read the articles again for which that makes a difference."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the action does."""
        return {"read_dates": self._ask}

    def refresh(self) -> None:
        """It needs a library that takes corrections."""
        self._enable(("read_dates",), enabled=self._session.can_correct)

    def _ask(self) -> None:
        from timeline_app.ui.date_reading_dialog import DateReadingDialog  # not at the start

        corrector, stored = self._session.corrector, self._window.article.stored
        try:
            of_article = corrector.date_reading(stored.id) if stored is not None else None
            dialog = DateReadingDialog(
                corrector.date_reading(), of_article, stored.article.title if stored is not None else "", self._window
            )
            if not dialog.exec():
                return
            wanted: dict[int | None, DateReading] = {None: dialog.of_library}
            if stored is not None and dialog.of_article is not None:
                wanted[stored.id] = dialog.of_article
            corrector.read_dates(wanted)
        except ReaderError as error:
            self._session.failed.emit(error.message)
