"""What lies open: the event or article that is read, in the article pane and the participants' pane, whoever asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.domain.words import spans_of
from timeline_app.errors import LibraryError
from timeline_app.library import phrases_of

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.domain.records import StoredArticle
    from timeline_app.ui.main_window import MainWindow


class ReadingDesk(QObject):
    """Follows the navigator, and takes the reader to events and articles."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        window.navigator.event_changed.connect(self._on_event)
        window.navigator.event_changed.connect(window.session.reading.follow)
        window.article.event_requested.connect(self.go_to_event)
        window.article.participant_requested.connect(self._on_participant)
        window.article.participant_released.connect(lambda: window.participants.select_participant(None))
        window.article.next_requested.connect(lambda: window.navigator.step(1))
        window.participants.participant_selected.connect(window.article.highlight_participant)
        window.session.finder.participants_counted.connect(window.participants.show_counts)
        window.undated.article_requested.connect(self.show_undated)
        window.search_line.article_chosen.connect(self.go_to_article)

    def go_to_event(self, event_id: int) -> None:
        """Select an event wherever it is asked for; one that the filter keeps out is shown in its article all the same."""
        if not self._window.navigator.read(event_id):
            self._window.status.say_text(self.tr("This event is not among those shown: the filter leaves it out."))

    def go_to_article(self, article_id: int) -> None:
        """Read an article, at the first place of what was looked for."""
        window = self._window
        stored = self._session.article(article_id)
        found = spans_of(stored.article.body, phrases_of(self._session.filter.query), limit=1)
        telling = [e for e in stored.events if e.report.sentence and found and _holds(e.report.sentence, found[0])]
        # The event of the sentence in which it stands, else the article's own appearance.
        if not any(window.navigator.select(event.id) for event in (*telling, *stored.events)):
            self.show_undated(article_id)
        window.article.reveal_sought()
        window.commands.view.focus_events()

    def show_undated(self, article_id: int) -> None:
        """Read an article without a date."""
        self._window.navigator.clear()
        self._show(self._session.article(article_id), None)
        self._window.commands.refresh()

    def show_anew(self) -> None:
        """Show what is read as it is now; an event that was taken out of the library is read no longer."""
        current, stored = self._window.navigator.current, self._window.article.stored
        if current is None:
            if stored is not None:
                self._show(stored, None)
            return
        try:
            stored = self._session.article_of_event(current)
        except LibraryError:
            self._window.navigator.clear()
        else:
            self._show(stored, current)

    def put_away(self) -> None:
        """Read nothing."""
        self._window.navigator.clear()
        self._on_event(None)

    def _on_event(self, event_id: int | None) -> None:
        window, stored = self._window, None
        if event_id is not None:
            try:
                stored = self._session.article_of_event(event_id)
            except LibraryError as error:  # its article was read again since the events were
                window.status.say(error.message)
        if stored is None:
            window.article.clear()
            window.participants.clear()
        else:
            self._show(stored, event_id)
            if window.selection.currentIndex().isValid():
                for view in (window.timeline, window.table):
                    view.scrollTo(window.selection.currentIndex())
        window.commands.refresh()

    def _show(self, stored: StoredArticle, event_id: int | None) -> None:
        self._window.article.show_article(stored, event_id)
        self._window.participants.show_participants(stored.participants)
        self._session.finder.count_events_of([participant.id for participant in stored.participants])

    def _on_participant(self, participant_id: int) -> None:
        self._window.article.highlight_participant(participant_id)
        self._window.participants.select_participant(participant_id)


def _holds(sentence: Span, place: Span) -> bool:
    return sentence[0] <= place[0] < sentence[1]
