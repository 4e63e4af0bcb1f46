"""What the command palette offers: commands, participants, saved views, dates. Loaded when the palette is first opened."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from timeline_app.errors import ReaderError
from timeline_app.models import texts
from timeline_app.models.palette_model import Offer, OfferKind
from timeline_app.plain_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.domain.records import LibraryParticipant
    from timeline_app.ui.main_window import MainWindow

_MOST_PARTICIPANTS = 5000
_DIGITS_OR_WORDS = 3
"""Letters from which on it is worth asking whether they are a date."""


class PaletteOffers(QObject):
    """Gathers everything of a window that has a name, with what is done when it is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def all(self) -> list[Offer]:
        """Return what can be chosen now."""
        return [*self._commands(), *self._views(), *self._participants()]

    def _commands(self) -> Iterator[Offer]:
        actions, native = self._window.actions_, QKeySequence.SequenceFormat.NativeText
        for title, lines in actions.by_menu():
            for name, words in lines:
                if name != "palette" and actions[name].isEnabled():
                    keys = "   ".join(QKeySequence(key).toString(native) for key in actions.keys_of(name))
                    yield Offer(OfferKind.COMMAND, words, title, actions[name].trigger, keys, 0.5)

    def _views(self) -> Iterator[Offer]:
        saved = self._window.commands.saved_views
        for name in saved.names():
            yield Offer(OfferKind.VIEW, name, self.tr("saved view"), partial(saved.show, name), weight=0.5)

    def _participants(self) -> Iterator[Offer]:
        try:
            known = self._session.library.participants(limit=_MOST_PARTICIPANTS)
        except ReaderError:
            return
        most = math.log1p(max((who.events for who in known), default=1))
        for who in known:
            weight = math.log1p(who.events) / most if most else 0.0
            show = partial(self._session.finder.toggle_participant, who.id)
            yield Offer(OfferKind.PARTICIPANT, who.name, self._described(who), show, weight=weight)

    def _described(self, who: LibraryParticipant) -> str:
        counted = texts.event_count(who.events)
        if who.id in self._session.filter.participants:
            return self.tr("{kind}, {count}: show without").format(
                kind=texts.kind_of_participant(who.kind), count=counted
            )
        return self.tr("{kind}, {count}: show only").format(kind=texts.kind_of_participant(who.kind), count=counted)

    def dates(self, letters: str) -> Sequence[Offer]:
        """Return the date that letters are, if any."""
        if len(letters.strip()) < _DIGITS_OR_WORDS:
            return ()
        going = self._window.commands.going
        period = read_date(letters, going.base())
        if period is None:
            return ()
        dated = texts.period(period, with_weekday=True)
        name = self.tr("Go to {date}").format(date=dated)
        return (Offer(OfferKind.DATE, name, self.tr("date"), partial(going.go_to, period)),)
