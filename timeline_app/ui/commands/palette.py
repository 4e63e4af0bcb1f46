"""The command palette over everything that has a name: commands, participants, saved views, dates."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from timeline_app.errors import ReaderError
from timeline_app.models import texts
from timeline_app.models.palette_model import Offer, OfferKind
from timeline_app.plain_dates import read_date
from timeline_app.ui.commands.topic import Topic
from timeline_app.ui.palette import Palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timeline_app.domain.records import LibraryParticipant

_MOST_PARTICIPANTS = 5000
_DIGITS_OR_WORDS = 3
"""Letters from which on it is worth asking whether they are a date."""


class PaletteCommands(Topic):
    """Opens the palette, and does what is chosen in it."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self.palette = Palette(self._window, self._dates)
        self.palette.chosen.connect(self._do)
        return {"palette": self._open}

    def _open(self) -> None:
        self.palette.open_with([*self._commands(), *self._views(), *self._participants()])

    def _do(self, offer: Offer) -> None:
        if callable(offer.value):
            offer.value()

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
        counted = self.tr("%n event(s)", "", who.events)
        if who.id in self._session.filter.participants:
            return self.tr("{kind}, {count}: show without").format(kind=texts.participant_kind(who.kind), count=counted)
        return self.tr("{kind}, {count}: show only").format(kind=texts.participant_kind(who.kind), count=counted)

    def _dates(self, letters: str) -> Sequence[Offer]:
        if len(letters.strip()) < _DIGITS_OR_WORDS:
            return ()
        going = self._window.commands.going
        period = read_date(letters, going.base())
        if period is None:
            return ()
        dated = texts.period(period, with_weekday=True)
        name = self.tr("Go to {date}").format(date=dated)
        return (Offer(OfferKind.DATE, name, self.tr("date"), partial(going.go_to, period)),)
