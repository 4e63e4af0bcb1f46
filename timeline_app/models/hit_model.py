"""The best of the articles that a search finds, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.models import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.records import SearchHit

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole


class HitModel(QAbstractListModel):
    """Rows are articles, the best first."""

    HIT_ROLE = ItemRole.UserRole + 1
    """The `SearchHit`."""
    SOURCE_ROLE = ItemRole.UserRole + 2
    """The outlet and the date in one line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return an article's title, its hit, or the sentence that a screen reader speaks."""
        if not self.checkIndex(index):
            return None
        hit = self._hits[index.row()]
        if role == ItemRole.DisplayRole:
            return hit.title
        if role == self.HIT_ROLE:
            return hit
        if role == self.SOURCE_ROLE:
            return self._source(hit)
        if role == ItemRole.AccessibleTextRole:
            return ". ".join(filter(None, (hit.title, self._source(hit), hit.snippet)))
        return None

    def _source(self, hit: SearchHit) -> str:
        dated = texts.period(hit.published) if hit.published is not None else self.tr("undated")
        return " · ".join(filter(None, (hit.outlet, dated)))
