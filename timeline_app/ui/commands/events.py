"""What the reader says of the chosen events: the Event menu, and undo and redo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QMenu

from timeline_app.domain.event_groups import GroupBy
from timeline_app.domain.event_index import EventFlag
from timeline_app.models import texts
from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QAbstractItemView

    from timeline_app.domain.records import StoredEvent

_OF_ANY = ("star", "tag", "note", "redate", "retitle", "hide", "accept", "restore")
_OF_ONE_DATE = ("dismiss_date", "dismiss_date_everywhere")
_IN_CONTEXT = (
    "star", "tag", "note", None, "redate", "retitle", "hide", None,
    "accept", "restore", "remove_event", None, "copy_quotation",
)  # fmt: skip


class EventCommands(Topic):
    """Corrections of all selected events at once, each one step of undo."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        for view in (self._window.timeline, self._window.table):
            view.customContextMenuRequested.connect(partial(self._open_menu, view))
        corrector = self._session.corrector
        return {
            "undo": self._undo,
            "redo": self._redo,
            "star": self._star,
            "tag": self._tag,
            "note": self._note,
            "redate": self._redate,
            "retitle": self._retitle,
            "hide": self._hide,
            "dismiss_date": partial(self._dismiss_date, everywhere=False),
            "dismiss_date_everywhere": partial(self._dismiss_date, everywhere=True),
            "accept": lambda: corrector.accept(self._window.navigator.chosen()),
            "restore": lambda: corrector.restore(self._window.navigator.chosen()),
            "add_event": self._add,
            "remove_event": lambda: corrector.remove_events(self._window.navigator.chosen()),
            "copy_quotation": self._window.article.copy_quotation,
        }

    def refresh(self) -> None:
        """Corrections need an event and a library that takes them; undo says what it would take back."""
        window, stack = self._window, self._session.corrector.undo_stack
        can_correct = self._session.can_correct
        chosen = self._window.navigator.chosen() if can_correct else []
        of_any, of_all = self._flags(chosen)
        self._enable(_OF_ANY, enabled=bool(chosen))
        self._enable(_OF_ONE_DATE, enabled=len(chosen) == 1 and bool(self._stated()))
        self._enable(("remove_event",), enabled=bool(of_any & EventFlag.BY_HAND))
        self._enable(("add_event", "review"), enabled=can_correct)
        self._enable(("copy_quotation",), enabled=window.article.stored is not None)
        hides = not of_all & EventFlag.HIDDEN
        window.actions_["hide"].setText(self.tr("&Hide event") if hides else self.tr("Un&hide event"))
        stars = not of_all & EventFlag.STARRED
        window.actions_["star"].setText(self.tr("&Star") if stars else self.tr("Take the &star off"))
        for name, can, text in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            self._enable((name,), enabled=can)
            word = self.tr("&Undo") if name == "undo" else self.tr("&Redo")
            window.actions_[name].setText(self.tr("{action} {what}").format(action=word, what=text) if text else word)

    def _flags(self, events: list[int]) -> tuple[int, int]:
        """Return the flags that any of the events has, and those that all of them have."""
        index = self._window.model.events
        flags = index.flags[index.rows_of(np.array(events, np.int64))]
        are_all_shown = 0 < len(flags) == len(events)
        return int(np.bitwise_or.reduce(flags)), int(np.bitwise_and.reduce(flags)) if are_all_shown else 0

    def _stated(self) -> str:
        """Return the words that date the event that is read, empty where none do."""
        current = self._window.navigator.current
        summary = self._session.summaries([current]).get(current) if current is not None else None
        return summary.stated if summary is not None else ""

    def _one(self) -> StoredEvent | None:
        """Return the event whose values a question starts from: the one that is read."""
        current = self._window.navigator.current
        return self._session.stored_event(current) if current is not None else None

    def _open_menu(self, view: QAbstractItemView, place: QPoint) -> None:
        menu = QMenu(view)
        for name in _IN_CONTEXT:
            if name is None:
                menu.addSeparator()
            elif self._window.actions_[name].isEnabled():
                menu.addAction(self._window.actions_[name])
        if any(not action.isSeparator() for action in menu.actions()):
            menu.exec(view.viewport().mapToGlobal(place))
        menu.deleteLater()

    # -- there and back -----------------------------------------------------------------------------------------------

    def _undo(self) -> None:
        corrector = self._session.corrector
        # First, so that it does not cover the reason where undoing fails; the same below. An import says itself what became of it.
        if corrector.import_to_undo is None:
            self._window.status.say_text(self.tr("Undone: {what}").format(what=corrector.undo_stack.undoText()))
        corrector.undo()

    def _redo(self) -> None:
        corrector = self._session.corrector
        if corrector.import_to_redo is None:
            self._window.status.say_text(self.tr("Done again: {what}").format(what=corrector.undo_stack.redoText()))
        corrector.redo()

    # -- marking ------------------------------------------------------------------------------------------------------

    def _star(self) -> None:
        chosen, corrector = self._window.navigator.chosen(), self._session.corrector
        (corrector.unstar if self._flags(chosen)[1] & EventFlag.STARRED else corrector.star)(chosen)

    def _tag(self) -> None:
        from timeline_app.ui.event_dialogs import TagDialog  # not at the start

        chosen = self._window.navigator.chosen()
        if not chosen:
            return
        tagged = self._session.library.event_groups(GroupBy.TAG)
        # As many as are chosen: one read for all of them.
        counts = dict(zip(tagged.names, tagged.counts(np.array(chosen, np.int64)).tolist(), strict=True))
        on_all, on_some = ({tag for tag, count in counts.items() if count >= least} for least in (len(chosen), 1))
        dialog = TagDialog(tagged.names, on_all, on_some, len(chosen), self._window)
        if dialog.exec():
            self._session.corrector.retag(chosen, dialog.put_on, dialog.taken_off)

    def _note(self) -> None:
        from timeline_app.ui.event_dialogs import NoteDialog  # not at the start

        chosen = self._window.navigator.chosen()
        if not chosen:
            return
        notes = self._session.library.notes_of(chosen)
        same = set(notes.values()) if len(notes) == len(chosen) else set()
        text = same.pop() if len(same) == 1 else ""
        dialog = NoteDialog(text, len(chosen), 0 if text else len(notes), self._window)
        if dialog.exec():
            self._session.corrector.note(chosen, dialog.text, keeps_theirs=dialog.keeps_theirs)

    # -- correcting ---------------------------------------------------------------------------------------------------

    def _redate(self) -> None:
        from timeline_app.plain_dates import read_date  # not at the start
        from timeline_app.ui.dialogs import DateDialog

        event = self._one()
        if event is None:
            return
        published = self._session.article_of_event(event.id).article.published
        note = ""
        if event.report.period is not None:
            note = self.tr("The article says {date}.").format(date=texts.period(event.report.period, with_weekday=True))
        dialog = DateDialog(
            self.tr("Change the date"),
            partial(read_date, base=published),
            note=note,
            parent=self._window,
        )
        if dialog.exec() and dialog.period is not None:
            self._session.corrector.redate(self._window.navigator.chosen(), dialog.period)

    def _retitle(self) -> None:
        from timeline_app.ui.event_dialogs import TitleDialog  # not at the start

        event, chosen = self._one(), self._window.navigator.chosen()
        if event is None or not chosen:
            return
        given = self._session.library.titles_given(chosen)
        dialog = TitleDialog(event.title, len(chosen), len(given), self._window)
        if not dialog.exec() or not dialog.text or (len(chosen) == 1 and dialog.text == event.title):
            return
        others = [number for number in chosen if number not in given]
        if others or not dialog.keeps_theirs:
            self._session.corrector.retitle(others if dialog.keeps_theirs else chosen, dialog.text)

    def _hide(self) -> None:
        window, chosen = self._window, self._window.navigator.chosen()
        if not chosen:
            return
        if self._flags(chosen)[1] & EventFlag.HIDDEN:
            self._session.corrector.unhide(chosen)
            return
        if not self._session.filter.show_hidden:
            window.navigator.step(1)
            if window.navigator.current in chosen:
                window.navigator.step(-1)
        # First, so that it does not cover the reason where hiding fails.
        window.status.say_text(
            self.tr("Event hidden. Undo brings it back; View > Show hidden events shows it.")
            if len(chosen) == 1
            else self.tr("Events hidden. Undo brings them back; View > Show hidden events shows them.")
        )
        self._session.corrector.hide(chosen)

    def _dismiss_date(self, *, everywhere: bool) -> None:
        current, words = self._window.navigator.current, self._stated()
        if current is None or not words:
            return
        self._window.status.say_text(
            self.tr("“{words}” dates nothing any more. Undo brings it back.").format(words=words)
        )
        self._session.corrector.dismiss_date(current, everywhere=everywhere)

    # -- events of the reader's own -----------------------------------------------------------------------------------

    def _add(self) -> None:
        """Ask for an event; words that are selected in the article are its quotation."""
        from timeline_app.domain.correction import ParticipantKey  # not at the start
        from timeline_app.plain_dates import read_date
        from timeline_app.ui.event_dialog import EventDialog

        stored, quotation = self._window.article.stored, self._window.article.selected_span()
        published = stored.article.published if stored is not None else None
        words = "" if stored is None or quotation is None else stored.article.body[slice(*quotation)]
        dialog = EventDialog(
            partial(read_date, base=published),
            quotation=words,
            known=[ParticipantKey(p.name, p.kind) for p in self._session.library.participants(limit=2000)],
            parent=self._window,
        )
        if dialog.exec() and dialog.period is not None:
            key = self._session.corrector.add_event(
                dialog.title,
                dialog.period,
                article=stored.id if stored is not None and quotation is not None else None,
                quotation=quotation,
                text=dialog.text,
                kind=dialog.kind,
                participants=dialog.participants,
            )
            found = self._session.library.event_of_key(key) if key is not None else None
            if found is not None:
                # It is not among the events shown yet: it is selected when they are read anew.
                self._window.navigator.read(found)
