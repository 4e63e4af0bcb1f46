"""Correcting the event that is read, and quoting it: the Edit menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from timeline_app.domain.event_index import EventFlag
from timeline_app.models import texts
from timeline_app.ui.commands.topic import Topic
from timeline_app.ui.dialogs import DateDialog, TitleDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CORRECTIONS = ("redate", "retitle", "hide")


class EventCommands(Topic):
    """What the reader asserts of the current event, and taking it back."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "undo": self._undo,
            "redo": self._redo,
            "redate": self._redate,
            "retitle": self._retitle,
            "hide": self._hide,
            "copy_quotation": self._window.article.copy_quotation,
        }

    def refresh(self) -> None:
        """Corrections need an event and a library that takes them; undo says what it would take back."""
        window, stack = self._window, self._session.corrector.undo_stack
        self._enable(_CORRECTIONS, enabled=self._session.can_correct and window.navigator.current is not None)
        self._enable(("copy_quotation",), enabled=window.article.stored is not None)
        window.actions_["hide"].setText(self.tr("Un&hide event") if self._is_hidden() else self.tr("&Hide event"))
        for name, can, text in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            self._enable((name,), enabled=can)
            word = self.tr("&Undo") if name == "undo" else self.tr("&Redo")
            window.actions_[name].setText(self.tr("{action} {what}").format(action=word, what=text) if text else word)

    def _undo(self) -> None:
        stack = self._session.corrector.undo_stack
        # First, so that it does not cover the reason where undoing fails; the same below.
        self._window.status.say_text(self.tr("Undone: {what}").format(what=stack.undoText()))
        self._session.corrector.undo()

    def _redo(self) -> None:
        stack = self._session.corrector.undo_stack
        self._window.status.say_text(self.tr("Done again: {what}").format(what=stack.redoText()))
        self._session.corrector.redo()

    def _redate(self) -> None:
        event_id = self._window.navigator.current
        if event_id is None:
            return
        stored = self._session.article_of_event(event_id)
        event = self._session.stored_event(event_id)
        note = ""
        if event.report.period is not None:
            note = self.tr("The article says {date}.").format(date=texts.period(event.report.period, with_weekday=True))
        dialog = DateDialog(
            self.tr("Change the date"),
            partial(self._session.read_date, published=stored.article.published),
            note=note,
            parent=self._window,
        )
        if dialog.exec() and dialog.period is not None:
            self._session.corrector.redate([event_id], dialog.period)

    def _retitle(self) -> None:
        event_id = self._window.navigator.current
        if event_id is None:
            return
        title = self._session.stored_event(event_id).title
        dialog = TitleDialog(title, self._window)
        if dialog.exec() and dialog.title not in ("", title):
            self._session.corrector.retitle([event_id], dialog.title)

    def _hide(self) -> None:
        window = self._window
        event_id = window.navigator.current
        if event_id is None:
            return
        if self._is_hidden():
            self._session.corrector.unhide([event_id])
            return
        if not self._session.filter.show_hidden:
            window.navigator.step(1)
            if window.navigator.current == event_id:
                window.navigator.step(-1)
        # First, so that it does not cover the reason where hiding fails.
        window.status.say_text(self.tr("Event hidden. Undo brings it back; View > Show hidden events shows it."))
        self._session.corrector.hide([event_id])

    def _is_hidden(self) -> bool:
        """True where the event that is read is one that the reader has hidden."""
        events, event_id = self._window.model.events, self._window.navigator.current
        row = events.row_of(event_id) if event_id is not None else -1
        return row >= 0 and bool(events.flags[row] & EventFlag.HIDDEN)
