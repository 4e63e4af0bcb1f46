"""What the command palette offers for the letters typed: commands, participants, saved views, a date; the best first."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain.fuzzy import fuzzy_score

if TYPE_CHECKING:
    from collections.abc import Sequence

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole

_MOST_SHOWN = 50


class OfferKind(Enum):
    """What an offer is; where two fit alike, those of the kind that stands first here come first."""

    DATE = "date"
    COMMAND = "command"
    VIEW = "view"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: `name` is what is looked for, `detail` says where it is, `keys` are its shortcuts, `value` what is done with it.

    `weight` is between 0 and 1 and decides between offers of one kind that fit alike.
    """

    kind: OfferKind
    name: str
    detail: str
    value: object
    keys: str = ""
    weight: float = 0.0


_LAST_NAME = 0.95
"""How much less the last word of a participant's name counts than a whole name."""


def _score(letters: str, offer: Offer) -> float:
    """Return how well letters fit an offer. People are known by their last names: that is as good as a beginning."""
    score = fuzzy_score(letters, offer.name)
    last = offer.name.rpartition(" ")[2]
    if score and offer.kind is OfferKind.PARTICIPANT and last != offer.name:
        return max(score, _LAST_NAME * fuzzy_score(letters, last))
    return score


class PaletteModel(QAbstractListModel):
    """Shows the offers that fit."""

    OFFER_ROLE = ItemRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()
        self._shown: list[Offer] = []

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Choose among other offers."""
        self._offers = offers

    def set_letters(self, letters: str, extra: Sequence[Offer] = ()) -> None:
        """Show what fits some letters, after `extra`, which fits anyway; without letters, the commands."""
        kinds = list(OfferKind)
        found = []
        for order, offer in enumerate(self._offers):
            if not letters.strip() and offer.kind is not OfferKind.COMMAND:
                continue
            score = _score(letters, offer)
            if score:
                found.append((score + offer.weight, -kinds.index(offer.kind), -order, offer))
        best = heapq.nlargest(_MOST_SHOWN, found, key=lambda entry: entry[:3])
        self.beginResetModel()
        self._shown = [*extra, *(entry[3] for entry in best)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of offers shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return an offer's name, the offer, or the sentence that a screen reader speaks."""
        if not self.checkIndex(index):
            return None
        offer = self._shown[index.row()]
        if role == ItemRole.DisplayRole:
            return offer.name
        if role == self.OFFER_ROLE:
            return offer
        if role == ItemRole.AccessibleTextRole:
            return ", ".join(filter(None, (offer.name, offer.detail, offer.keys)))
        return None
