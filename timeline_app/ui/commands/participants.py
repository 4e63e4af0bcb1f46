"""Who is who: merging, splitting, naming and dismissing participants, and their pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from timeline_app.background import Control, Task
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.errors import ReaderError
from timeline_app.library import Library
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPoint

    from timeline_app.domain.records import Suggestion, Suspect
    from timeline_app.ui.participant_page import ParticipantWindow
    from timeline_app.ui.suggestion_list import SuggestionList

_OF_ONE = (
    "participant_page", "merge", "rename", "is_person", "is_organisation", "is_place", "dismiss_here", "dismiss_everywhere",
)  # fmt: skip
_IN_CONTEXT = ("participant_page", "merge", "rename", None, "is_person", "is_organisation", "is_place", None,
               "dismiss_here", "dismiss_everywhere")  # fmt: skip
_AT_ONCE = 100
_LONGEST_NAME = 200


class ParticipantCommands(Topic):
    """Acts on the participant that stands out in the list: the one marked, else the one with the focus."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._page: ParticipantWindow | None = None
        self._questions: SuggestionList | None = None
        pane, session = self._window.participants, self._session
        pane.menu_requested.connect(self._open_menu)
        pane.current_changed.connect(self.refresh)
        pane.merge_requested.connect(lambda who, into: session.corrector.merge([who], into))
        session.snapshot_changed.connect(lambda _snapshot: self._renew_page())
        session.opened.connect(self._close)
        return {
            "participant_page": self._open_page,
            "merge": self._merge,
            "rename": self._rename,
            "is_person": partial(self._retype, ParticipantKind.PERSON),
            "is_organisation": partial(self._retype, ParticipantKind.ORGANISATION),
            "is_place": partial(self._retype, ParticipantKind.PLACE),
            "dismiss_here": partial(self._dismiss, everywhere=False),
            "dismiss_everywhere": partial(self._dismiss, everywhere=True),
            "suggestions": self._ask_who_is_who,
        }

    def refresh(self) -> None:
        """There must be somebody to act on, and a library that takes corrections."""
        can, is_somebody = self._session.can_correct, self._window.participants.current is not None
        self._enable(_OF_ONE, enabled=can and is_somebody)
        self._enable(("participant_page",), enabled=is_somebody)
        self._enable(("suggestions",), enabled=can)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        for name in _IN_CONTEXT:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._window.actions_[name])
        menu.exec(place)
        menu.deleteLater()

    # -- one participant ----------------------------------------------------------------------------------------------

    def _name(self, participant: int) -> str:
        return self._session.names_of([participant]).get(participant, "")

    def _merge(self) -> None:
        from timeline_app.ui.participant_dialogs import ParticipantChooser  # not at the start

        who = self._window.participants.current
        if who is None:
            return
        others = [p for p in self._session.library.participants() if p.id != who]
        words = self.tr("{name} is the same as the one that you choose, and goes by that name from now on.")
        dialog = ParticipantChooser(
            self.tr("Merge participants"), words.format(name=self._name(who)), others, self._window
        )
        if dialog.exec() and dialog.chosen is not None:
            self._session.corrector.merge([who], dialog.chosen)

    def _rename(self) -> None:
        from timeline_app.ui.dialogs import LineDialog  # not at the start

        who = self._window.participants.current
        if who is None:
            return
        name = self._name(who)
        dialog = LineDialog(self.tr("Another name"), self.tr("Name"), name, longest=_LONGEST_NAME, parent=self._window)
        if dialog.exec() and dialog.text not in ("", name):
            self._session.corrector.rename(who, dialog.text)

    def _retype(self, kind: ParticipantKind) -> None:
        who = self._window.participants.current
        if who is not None:
            self._session.corrector.retype([who], kind)

    def _dismiss(self, *, everywhere: bool) -> None:
        who, stored = self._window.participants.current, self._window.article.stored
        if who is not None and (everywhere or stored is not None):
            article = None if everywhere or stored is None else stored.id
            self._session.corrector.dismiss_participants([who], article)

    # -- its page -----------------------------------------------------------------------------------------------------

    def _open_page(self) -> None:
        who = self._window.participants.current
        if who is not None:
            self.show_page(who)

    def show_page(self, participant: int) -> None:
        """Show the page of a participant."""
        if self._page is None:
            from timeline_app.ui.participant_page import ParticipantWindow  # not at the start

            self._page = ParticipantWindow(self._window)
            self._page.article_requested.connect(self._window.desk.go_to_article)
            self._page.participant_requested.connect(self.show_page)
            self._page.events_requested.connect(self._session.finder.toggle_participant)
            self._page.lane_requested.connect(self._window.timeline.swimlanes.pin)
            self._page.split_requested.connect(lambda key: self._session.corrector.split([key]))
        self._page.show_page(self._session.library.participant_page(participant))
        self._page.show()
        self._page.activateWindow()

    def _renew_page(self) -> None:
        if self._page is None or not self._page.isVisible() or self._page.participant is None:
            return
        try:
            self._page.show_page(self._session.library.participant_page(self._page.participant))
        except ReaderError:
            self._page.close()  # it was merged into another, or dismissed

    def _close(self) -> None:
        """Of another library nothing is shown until that is asked for: ids mean other things there."""
        for window in (self._page, self._questions):
            if window is not None:
                window.close()

    # -- one or two ---------------------------------------------------------------------------------------------------

    def _ask_who_is_who(self) -> None:
        if self._questions is None:
            from timeline_app.ui.suggestion_list import SuggestionList  # not at the start

            corrector = self._session.corrector
            self._questions = SuggestionList(self._window)
            self._questions.merge_wanted.connect(lambda one, other: corrector.merge([one], other))
            self._questions.apart_wanted.connect(corrector.never_merge)
            self._questions.split_wanted.connect(lambda key: corrector.split([key]))
            self._questions.participant_requested.connect(self.show_page)
        path = self._session.library.path

        def work(_control: Control) -> tuple[list[Suspect], list[Suggestion]]:
            with Library.open(path, read_only=True) as library:
                return library.suspects(_AT_ONCE), library.suggestions(_AT_ONCE)

        task = Task(work)
        task.succeeded.connect(lambda found: self._show_questions(path, *found))
        task.failed.connect(self._on_failure)
        self._window.status.say_text(self.tr("Looking through the names …"))
        task.start()

    def _show_questions(self, path: object, suspects: list[Suspect], suggestions: list[Suggestion]) -> None:
        if self._questions is None or self._session.path != path:
            return
        self._window.status.clearMessage()
        self._questions.show_questions(suspects, suggestions)
        self._questions.show()
        self._questions.activateWindow()

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._window.status.say(error.message)
