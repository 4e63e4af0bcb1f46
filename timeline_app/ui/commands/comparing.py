"""Reading several reports of an event, or the near copies of an article, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.background import Newest
from timeline_app.errors import ReaderError
from timeline_app.models import texts
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline_app.background import Control
    from timeline_app.domain.records import StoredArticle
    from timeline_app.domain.wording import Row
    from timeline_app.ui.compare_window import CompareWindow, Version
    from timeline_app.ui.main_window import MainWindow

_LONGEST = 200_000
"""Characters of a text that are compared; of a longer one the beginning."""


class ComparingCommands(Topic):
    """Knows of what is read whether others report it too, and opens the window that compares them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._known: tuple[object, tuple[int, ...]] = (None, ())

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._window.article.reports_wanted.connect(self.compare)
        self._session.snapshot_changed.connect(lambda _snapshot: self._ask_again())
        return {"compare": self.compare}

    def refresh(self) -> None:
        """There is something to compare where others report the event, or copy the article."""
        others = self._others()
        self._enable(("compare",), enabled=bool(others))
        self._window.article.show_other_reports(len(others))

    def _ask_again(self) -> None:
        """Others may have come, or gone, with what has changed in the library."""
        self._known = (None, ())
        self.refresh()

    def _others(self) -> tuple[int, ...]:
        """Return the ids of the other articles; asked of the library once for each article and event that is shown."""
        stored, event = self._window.article.stored, self._window.navigator.current
        asked = (self._session.path, stored.id if stored is not None else None, event)
        if stored is None or self._session.path is None:
            return ()
        if self._known[0] != asked:
            library = self._session.library
            try:
                telling = [report.article.id for report in library.reports_of(event)] if event is not None else []
                copies = [copy.id for copy in library.copies_of(stored.id)]
            except ReaderError:
                return ()
            others = tuple(article for article in dict.fromkeys([*telling, *copies]) if article != stored.id)
            self._known = asked, others
        return self._known[1]

    def compare(self) -> CompareWindow | None:
        """Open the window on what is read and what others make of it."""
        stored, others = self._window.article.stored, self._others()
        if stored is None or not others:
            return None
        # Not at the start: few windows are ever compared.
        from timeline_app.domain.wording import side_by_side
        from timeline_app.ui.compare_window import CompareWindow

        event = self._window.navigator.current
        told = {r.article.id: r.event for r in self._session.library.reports_of(event)} if event is not None else {}
        read = [stored, *(self._session.article(article) for article in others)]
        versions = [_version(article, told.get(article.id, event)) for article in read]
        window = CompareWindow(versions, self._window)
        comparing = Newest(window)
        comparing.succeeded.connect(lambda found: window.show_rows(*found))

        def ask(number: int) -> None:
            one, other = versions[0].text, versions[number].text

            def work(_control: Control) -> tuple[int, Sequence[Row]]:
                return number, side_by_side(one, other)

            comparing.ask(work)

        window.other_wanted.connect(ask)
        window.finished.connect(window.deleteLater)
        ask(1)
        window.show()
        return window


def _version(stored: StoredArticle, event: int | None) -> Version:
    from timeline_app.ui.compare_window import Version

    article = stored.article
    dated = texts.period(article.published) if article.published is not None else ""
    told = next((told for told in stored.events if told.id == event), None)
    name = " · ".join(filter(None, (article.outlet, dated))) or article.title
    return Version(name, article.title, article.body[:_LONGEST], told.report.sentence if told is not None else None)
