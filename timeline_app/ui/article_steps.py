"""Stepping through an article: what was searched for, or one participant's mentions. One of the two at a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.ui.step_bar import StepBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.domain.extraction import Span
    from timeline_app.domain.records import StoredArticle

_MOST_PLACES = 20_000


class ArticleSteps(QWidget):
    """The bars above the text, and the places that they lead to.

    Signals: `places_changed()` when there are other places, or the reader stands at another one; `place_wanted(span)` when one is
    to be brought into sight; `participant_released()` when the reader wants no mentions marked; `put_away()` when a bar closed.
    """

    places_changed = Signal()
    place_wanted = Signal(object)
    participant_released = Signal()
    put_away = Signal()

    def __init__(self, first_in_sight: Callable[[], int], parent: QWidget | None = None) -> None:
        """Take what tells the first character of the body on the screen: stepping starts from there."""
        super().__init__(parent)
        self._first_in_sight = first_in_sight
        self._stored: StoredArticle | None = None
        self._participant: int | None = None
        self._places: list[Span] = []
        self._at: int | None = None
        self._find = StepBar(self, is_search=True)
        self._find.text_changed.connect(self._search)
        self._find.stepped.connect(self.step)
        self._find.closed.connect(self.close_find)
        self._mentions = StepBar(self, is_search=False)
        self._mentions.stepped.connect(self.step)
        self._mentions.closed.connect(self._release)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self._find, self._mentions):
            column.addWidget(bar)

    @property
    def participant(self) -> int | None:
        """Whose mentions are marked."""
        return self._participant

    @property
    def found(self) -> list[Span]:
        """The places found by searching, in order; mentions are not among them, the text marks those itself."""
        return self._places if self._is_searching else []

    @property
    def current(self) -> Span | None:
        """The place at which the reader stands."""
        return None if self._at is None else self._places[self._at]

    @property
    def _is_searching(self) -> bool:
        return not self._find.isHidden()

    def set_column(self, left: float, right: float) -> None:
        """Stand above the column of the text, whose margins these are in pixels."""
        self._find.set_column(left, right)
        self._mentions.set_column(left, right)

    def show_article(self, stored: StoredArticle | None) -> None:
        """Count anew in another article; without one, put everything away."""
        self._stored = stored
        if stored is None:
            self._participant = None
            self._find.hide()
        if self._is_searching:
            self._search(self._find.text)
        else:
            self._show_mentions()

    def mark_participant(self, participant_id: int | None) -> None:
        """Step through the mentions of a participant, from the first in sight on; through none with None."""
        self._participant = participant_id
        if participant_id is not None:
            self._find.hide()
        self._show_mentions()
        if self._places:
            first = self._first_in_sight()
            self._go_to(min(bisect_left(self._places, (first, first)), len(self._places) - 1))

    def open_find(self) -> None:
        """Let the reader type what to find."""
        self._release()
        self._find.show()
        self._find.take_focus()
        self._search(self._find.text)

    def close_find(self) -> None:
        """Put the search away; what was found is marked no longer."""
        self._find.hide()
        self._set_places([])
        self.put_away.emit()

    def close_one(self) -> bool:
        """Put the search away, else release the participant; tell whether there was something to put away."""
        if self._is_searching:
            self.close_find()
        elif self._participant is not None:
            self._release()
        else:
            return False
        return True

    def step(self, count: int) -> None:
        """Go so many places forward, or back; from the last to the first and the other way round."""
        if self._places:
            self._go_to(0 if self._at is None else (self._at + count) % len(self._places))

    def _release(self) -> None:
        if self._participant is not None:
            self.mark_participant(None)
            self.participant_released.emit()
            self.put_away.emit()

    def _search(self, text: str) -> None:
        words = text.split()
        places: list[Span] = []
        if words and self._stored is not None:
            pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
            found = (match.span() for match in pattern.finditer(self._stored.article.body))
            places = list(islice(found, _MOST_PLACES))
        self._set_places(places)
        self._find.show_count(None, len(places))
        if places:
            first = self._first_in_sight()
            self._go_to(bisect_left(places, (first, first)) % len(places))

    def _show_mentions(self) -> None:
        known = self._stored.participants if self._stored else ()
        who = next((p for p in known if p.id == self._participant), None)
        self._mentions.setVisible(who is not None)
        self._set_places(list(who.mentions) if who else [])
        if who is not None:
            self._mentions.show_label(who.name)
            self._mentions.show_count(None, len(who.mentions))

    def _set_places(self, places: list[Span]) -> None:
        self._places, self._at = places, None
        self.places_changed.emit()

    def _go_to(self, at: int) -> None:
        self._at = at
        (self._find if self._is_searching else self._mentions).show_count(at, len(self._places))
        self.places_changed.emit()
        self.place_wanted.emit(self._places[at])
